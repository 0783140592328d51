"""Tells for whom two speakers both answer: one state or body, called by its letters here and by its name there."""

from collections.abc import Iterable
from functools import lru_cache

from service.folding import words_of
from service.identity.bodies import body_name, may_be_told_otherwise
from service.identity.places import place_of
from service.identity.regions import is_land
from service.identity.tables import section

_FEWEST, _MOST = 3, 6  # letters that tell a body from others


@lru_cache(maxsize=65_536)
def shared_parties(some: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """Of the parties of one those that are the other's too, by their labels."""
    same = some & others
    if same or not (some and others):
        return same
    return frozenset(one for one in some if any(_is_one(one, other) for other in others))


def marks_of_parties(parties: Iterable[str]) -> set[str]:
    """What the parties of two have in common that share one, whatever it is called."""
    return {f"party {form}" for party in parties for form in (*_names(party), _letters(party))}


def _is_one(one: str, other: str) -> bool:
    # Two bodies of other names may have the same letters.
    return not _names(one).isdisjoint(_names(other)) or one == _letters(other) or other == _letters(one)


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
    core = [" ".join(body_name(party).core)] if may_be_told_otherwise(tuple(words)) else []
    return frozenset({party, " ".join(words[whose:]), " ".join(words[:what]), *core})
