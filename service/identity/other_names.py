"""Joins speakers whose surnames are not compared with each other: Ana Roe and Ana Roe-Vance, Abiy and Abiy Ahmed.

Who bears two surnames is called by either; in some lands all are called by their first names. An office in one state,
or an organisation, must speak for it, and nobody else may be meant.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from service.extraction.names.tables import words as press_words
from service.identity.clusters import Cluster
from service.identity.evidence import Evidence
from service.identity.evidence_against import contradicts
from service.identity.evidence_for import only_of_many, shares_seat, supports_surname
from service.identity.han_surnames import readings
from service.identity.land_spellings import are_first_names_alike, has_spellings, surname_there
from service.identity.links import Blocks
from service.identity.name_likeness import may_be_nicknames, sexes_differ
from service.identity.namings import Naming, surname_block
from service.identity.own_letters import differ
from service.identity.people import is_short
from service.identity.person_names import PersonName, person_name
from service.identity.places import is_state
from service.identity.respelling import family_name, given_name, is_known
from service.identity.shared_parties import shared_parties
from service.identity.sounds import reads_alike, sound
from service.identity.tables import lines, section
from service.regex import regex

_ARTICLE = regex(r"[ae]l(?=[a-z]{4,}[aeiouy]h?$)")  # Aldosari may be al-Dosari
_FEWEST = 3  # words of a name with two surnames
_OF_OWN_SPELLING = ("Ukraine", "Belarus")
_THRONES = frozenset({("king",), ("queen",), ("emir",), ("sultan",), ("crown", "prince")})
_SHORTEST = 3  # letters of a word that may be a surname


@dataclass(frozen=True, slots=True)
class Calling:
    """A surname by which the bearer of another is called, and the block of its bearers. `alone`: by nothing more;
    `unread`: how the first name is read is not known; `respelt`: the same surname by other letters; `reigns`: by the
    first name, as kings are.
    """

    surname: str
    block: str
    alone: bool = False
    unread: bool = False
    respelt: bool = False
    reigns: bool = False


def callings(naming: Naming) -> list[Calling]:
    """By what else the bearer of a whole name may be called; nothing, where the article says too little of them."""
    if naming.group != "person" or not naming.evidence:
        return []
    found = _callings(naming.name, naming.evidence.parties, _reigns(naming.evidence))
    # Most have one surname.
    if not found or is_short(naming) or not naming.person.given:
        return []
    return [each for each in found if each.unread or each.block != naming.block]


# Those of a naming are asked for when it is looked up, stored and decided.
@lru_cache(maxsize=65_536)
def _callings(printed: str, parties: frozenset[str], reigns: bool) -> tuple[Calling, ...]:
    name = person_name(printed)
    if not name.said:
        return ()
    found = [*_surnames(name), *_run_together(name)] if len(name.said + name.particles) >= _FEWEST else []
    if _ARTICLE.match(name.said[-1]) and not name.particles:
        word = family_name(name.said[-1][2:])
        found.append(Calling(word, surname_block(word), respelt=True))
    if name.own[:1] == ("han",):
        found += _read_elsewhere(name, parties)
    lands = parties | _lands_of_spelling(name.said[0])
    if has_spellings(lands):
        found += _by_other_letters(name, lands)
    if reigns and name.given:
        found.append(Calling(family_name(name.said[0]), surname_block(family_name(name.said[0])), reigns=True))
    ethiopian = section("patronymics", "given").issuperset(name.said[:1]) and len(name.said) >= _FEWEST
    if ethiopian or not parties.isdisjoint(_lands_of_first_names()):
        # What is printed last in Vietnam, and first elsewhere.
        word = family_name(name.said[-1 if "Vietnam" in parties else 0])
        found.append(Calling(word, surname_block(word), True))
    return tuple(found)


def _reigns(known: Evidence) -> bool:
    """Whether it is the only one in a land whom all call by the first name: King Salman is Salman bin Fahd."""
    return not _THRONES.isdisjoint(known.offices)


def _run_together(name: PersonName) -> list[Calling]:
    """The surname with what stands before it in one word: Desantolo of De Santolo, Hailemeskel of Haile-Meskel."""
    # Of two surnames only those that a hyphen joins are written so; which it is, the words do not tell any more.
    before = "".join(name.particles or name.second)
    if not before or name.tribal or name.syllables or name.regnal:
        return []
    word = family_name(before + name.said[-1])
    return [Calling(word, surname_block(word), respelt=True)]


def _surnames(name: PersonName) -> list[Calling]:
    # Ethiopians who tell the grandfather too are never called by his name alone.
    ethiopian = section("patronymics", "given").issuperset(name.said[:1])
    if ethiopian or name.tribal or name.syllables or name.own[:1] == ("han",):
        return []
    # Words between first name and surname that are no first names: Mette Krogh Bjerregaard.
    middles = (word for word in name.said[1 : len(name.given)] if given_name(word) in name.given)
    between = filter(_may_be_surname, middles)
    words = dict.fromkeys([*name.second, *map(family_name, between)])
    return [Calling(word, surname_block(word)) for word in words if len(word) >= _SHORTEST]


def _read_elsewhere(name: PersonName, parties: frozenset[str]) -> list[Calling]:
    """Of a name in Han letters, how its surname is read in Japan or the like."""
    read = {word for land in parties if is_state(land) for word in readings(name.own[1], land)}
    return [Calling(word, surname_block(word), unread=True) for word in sorted(read)]


@cache
def _lands_of_spelling(first: str) -> frozenset[str]:
    """The land in whose own way alone a first name is spelt: Serhiy is of Ukraine, wherever he is mayor."""
    return frozenset(land for land in _OF_OWN_SPELLING if first in section("first_name_spellings", land))


def _by_other_letters(name: PersonName, parties: frozenset[str]) -> list[Calling]:
    """Of a surname that its land has spelt otherwise, the spelling in which all meet: Golovko of Holovko."""
    others = {surname_there(name, land) for land in parties} - {name.surname, ""}
    return [Calling(word, surname_block(word), respelt=True) for word in sorted(others)]


def _may_be_surname(word: str) -> bool:
    return len(word) >= _SHORTEST and not is_known(word) and word not in press_words("first_names")


def called(cluster: Cluster, blocks: Blocks) -> Iterable[Cluster]:
    """Those who bear a name by which the members of a cluster may be called."""
    for naming, _ in cluster.members:
        for calling in callings(naming):
            for other in blocks.get(calling.block, ()):
                known = other is not cluster and _is_meant(naming, calling, other)
                if known and not contradicts(cluster.evidence, other.evidence, common=True):
                    yield other


def _is_meant(naming: Naming, calling: Calling, other: Cluster) -> bool:
    mine, theirs = naming.evidence, other.evidence
    if calling.reigns and mine.offices.isdisjoint(theirs.offices & _THRONES):
        return False
    if _is_mothers(naming, calling) and only_of_many(mine, theirs):
        return False
    told = supports_surname(mine, theirs)
    # Of a land's many lawmakers hardly two have one first name too, and one of two surnames; of its farmers some do.
    seated = shares_seat(mine, theirs) and "public" in mine.walks & theirs.walks
    names = other.names if told else [name for name in other.names if name.given and seated]
    return any(_fits(naming.person, calling, name, shared_parties(mine.parties, theirs.parties)) for name in names)


def _is_mothers(naming: Naming, calling: Calling) -> bool:
    """Whether it is the last of two surnames as Spain prints them, by which alone hardly anybody is called."""
    return not calling.respelt and family_name(naming.person.said[-1]) == calling.surname


def _fits(whole: PersonName, calling: Calling, name: PersonName, lands: frozenset[str]) -> bool:
    if not _is_called(calling, name) or whole.suffix != name.suffix or differ(whole.own, name.own):
        return False
    if calling.reigns:
        return not name.given and not sexes_differ(whole, name)
    if sexes_differ(whole, name) or name.regnal or name.second:
        return False
    if not name.given or (calling.alone and name.given == (whole.surname[:1],)):
        return True  # K. Kanimozhi is Kanimozhi Karunan
    first, *others = name.given
    if calling.unread:
        return not name.foreign
    alike = may_be_nicknames(first, whole.given[0]) or are_first_names_alike(whole, name, lands)
    alike = alike or (name.consonants and sound(first) == sound(whole.given[0]))
    known = {*whole.given[1:], *(word[0] for word in whole.given[1:])}
    return alike and not calling.alone and known.issuperset(others)


def _is_called(calling: Calling, name: PersonName) -> bool:
    alike = calling.respelt and sound(name.surname) == sound(calling.surname)
    return name.surname == calling.surname or (
        alike and (name.consonants or reads_alike(name.surname, calling.surname))
    )


@cache
def _lands_of_first_names() -> frozenset[str]:
    return frozenset(name.strip() for line in lines("first_name_lands") for name in line.split(","))
