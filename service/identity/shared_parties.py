"""Tells for whom two speakers both answer: one state or body, called by its letters here and by its name there."""

from collections.abc import Iterable
from functools import cache, lru_cache

from service.folding import words_of
from service.identity.bodies import body_name
from service.identity.bodies_in_tables import told_in_table
from service.identity.body_words import have_others
from service.identity.firm_forms import without_firm
from service.identity.places import is_state, place_of
from service.identity.plain_offices import is_word_of_roles
from service.identity.regions import is_land, plain_label
from service.identity.tables import lines, section

_KINDS_OF_TOWN = frozenset({"city", "town", "village", "borough", "township"})
_KINDS_BEHIND = frozenset({"city", "state", "province", "f1", "racing", "rugby", "cricket", "cycling"})
_CLUBS = frozenset({"fc", "afc", "cf", "sc", "rfc", "cc"})
# What the press leaves out of a name: Delta, Stanford.
_KINDS_LEFT_OUT = ("airlines", "air lines", "airways", "motors", "university", "bank")
_FEWEST, _MOST = 3, 6  # letters that tell a body from others


@lru_cache(maxsize=65_536)
def shared_parties(some: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """Of the parties of one those that are the other's too, by their labels."""
    same = some & others
    if same or not (some and others):
        return same
    return frozenset(one for one in some if any(_is_one(one, other) for other in others))


def is_colour(party: str) -> bool:
    """Whether a party is a political one."""
    return party.endswith(" party") or party in _colours()


def are_land_and_colour(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one answers for lands and the other for political parties, which does not contradict it."""
    return _is_colour_of(some, others) or _is_colour_of(others, some)


def _is_colour_of(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some and others) and all(map(is_colour, some)) and all(map(is_land, others))


def names_of_party(party: str) -> frozenset[str]:
    """A party by its label, and what it is called for short."""
    return frozenset({party}) | _shorter(party)


def marks_of_parties(parties: Iterable[str]) -> set[str]:
    """What the parties of two have in common that share one, whatever it is called."""
    return {f"party {form}" for party in parties for form in (*_names(party), *_shorter(party), _letters(party))}


def _is_one(one: str, other: str) -> bool:
    # Two bodies of other names may have the same letters.
    by_letters = one == _letters(other) or other == _letters(one)
    return by_letters or not _names(one).isdisjoint(_names(other)) or one in _shorter(other) or other in _shorter(one)


@lru_cache(maxsize=65_536)
def _shorter(party: str) -> frozenset[str]:
    """What a town or a club is called for short. Towns of one name in two lands are told apart by the land alone, so
    that this is compared with a whole name only: Lorne, Ohio is Lorne, and no Lorne, Texas.
    """
    words = party.split()
    found = {" ".join(words[1:])} if words[0] in _KINDS_OF_TOWN else set()
    found |= {" ".join(words[:-1])} if words[-1] in _CLUBS else set()
    if words[-1] in _KINDS_BEHIND and not _is_place(" ".join(words[:-1])):
        found.add(" ".join(words[:-1]))
    found |= {
        name for kind in _KINDS_LEFT_OUT if (name := party.removesuffix(f" {kind}")) != party and not _is_place(name)
    }
    # Behind a state's name stand branches: Corvane Canada is no Corvane.
    found |= {" ".join(words[:at]) for at in range(1, len(words)) if _is_part_of_state(" ".join(words[at:]))}
    return frozenset(short for short in found if not all(map(is_word_of_roles, short.split())))


def _is_place(name: str) -> bool:
    return is_land(name) or place_of(words_of(name)) is not None


def _is_part_of_state(land: str) -> bool:
    return is_land(land) and not is_state(land)


def _letters(party: str) -> str:
    """The first letters of the words of a party, where they are so many that they tell anything; else the party."""
    words = party.split()
    return "".join(word[0] for word in words) if _FEWEST <= len(words) <= _MOST else party


@lru_cache(maxsize=65_536)
def _names(party: str) -> frozenset[str]:
    """What a party is called in words: also without its state, or without the word for what it is."""
    if is_land(party) or place_of(words_of(party)):
        return frozenset({party})
    words = party.split()
    whose = 1 if len(words) > 2 and (place := place_of((words[0],))) and place.sort in ("state", "adjective") else 0
    what = len(words) - (len(words) > 1 and words[-1] in section("roles", "said_of_bodies"))
    # Social Democrats and the Social Democratic Party are one; Universidad de Talca is the University of Talca.
    known = told_in_table(tuple(words))
    core = [" ".join(body_name(party).core)] if known or have_others(words) else []
    core += [plain_label(" ".join(known))]
    # Of Leeds University and the University of Leeds only the order of words is another.
    firm = " ".join(without_firm(tuple(words)))
    found = {party, firm, " ".join(words[whose:]), " ".join(words[:what]), " ".join(sorted(words)), *core}
    return frozenset(found - {""})


@cache
def _colours() -> frozenset[str]:
    return frozenset(name.strip() for line in lines("colours") for name in line.split(","))
