"""Brings words of names into the one spelling in which all that their land uses, or used, meet: Soetrisno, Sutrisno."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from service.identity.person_names import PersonName
from service.identity.respelling import family_name, given_name
from service.identity.tables import lines
from service.regex import regex

Rules = list[tuple[re.Pattern[str], str]]


def surname_there(name: PersonName, land: str) -> str:
    """The surname in the spelling to compare by among names of this land; as it is, where the land has no other."""
    if land not in _rules():
        return name.surname
    printed = next((word for word in reversed(name.said) if family_name(word) == name.surname), name.surname)
    return family_name(_respelt(printed, land))


def is_spelt_alike(one: PersonName, other: PersonName, lands: Iterable[str]) -> bool:
    """Whether the surnames are one in the spelling of a land of both, or were so from the start."""
    if one.surname == other.surname:
        return True
    return any(surname_there(one, land) == surname_there(other, land) for land in lands if land in _rules())


def are_first_names_alike(one: PersonName, other: PersonName, lands: Iterable[str]) -> bool:
    """The same of their first first names."""
    if one.given[:1] == other.given[:1]:
        return True
    return any(_first_there(one, land) == _first_there(other, land) for land in lands if land in _rules())


def are_middle_names_alike(one: PersonName, other: PersonName, lands: Iterable[str]) -> bool:
    """The same of all words between the first name and the surname, of which there are as many."""
    mine, theirs = one.said[1:-1], other.said[1:-1]
    return len(mine) == len(theirs) and any(
        [_respelt(word, land) for word in mine] == [_respelt(word, land) for word in theirs]
        for land in lands
        if land in _rules()
    )


def has_spellings(lands: frozenset[str]) -> bool:
    """Whether one of these lands has several spellings."""
    return not _rules().keys().isdisjoint(lands)


def _first_there(name: PersonName, land: str) -> str:
    first = name.said[0] if name.said and given_name(name.said[0]) == name.given[0] else name.given[0]
    return given_name(_respelt(first, land))


def _respelt(word: str, land: str) -> str:
    for pattern, spelling in _rules()[land]:
        word = pattern.sub(spelling, word)
    return word


@cache
def _rules() -> dict[str, Rules]:
    found: dict[str, Rules] = defaultdict(list)
    for line in lines("land_spellings"):
        lands, _, rule = line.partition(" #")[0].partition(": ")
        pattern, _, spelling = rule.partition(" ->")
        for land in lands.split(","):
            found[land.strip()].append((regex(pattern), spelling.strip()))
    return dict(found)
