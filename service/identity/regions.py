"""Tells which parties are lands, states or parts of states, and whether two of them lie apart: Ohio and Oregon."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from service.folding import words_of
from service.identity.places import is_state, place_of
from service.identity.scripts import latin
from service.identity.tables import lines, pairs
from service.regex import regex

_EAST_ASIAN = regex("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_KIND_OF_PLACE = regex("(?<=..)(?:自治区|[省市县縣区區州府队隊県町村시도군구])$")
_LEFT_OUT = ("the", "and", "of")


def is_land(party: str) -> bool:
    """Whether a party, by its label, is a state or a part of one."""
    return is_state(party) or party in _regions()


def lie_apart(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether nobody answers for both: there are lands on both sides, and none is the other or a part of it."""
    mine, theirs = ([party for party in parties if is_land(party)] for parties in (some, others))
    return bool(mine and theirs) and not any(_meet(one, other) for one in mine for other in theirs)


def are_in_two_parts(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether parts of states are told on both sides, and none is of both: Bahia and Pará, both of Brazil."""
    mine, theirs = ({party for party in parties if party in _regions()} for parties in (some, others))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def states_of(party: str) -> frozenset[str]:
    """The states that have a part of this name: both of Punjab, none of what is no part of a state."""
    return frozenset(_regions().get(party, ()))


def within_regions(words: tuple[str, ...]) -> set[int]:
    """Where words belong to names of several words for parts of states: British Columbia has nothing British."""
    found: set[int] = set()
    for start in range(len(words) - 1):
        for end in (start + 2, start + 3):
            if " ".join(words[start:end]) in _regions():
                found.update(range(start, end))
    return found


def writes_otherwise(party: str) -> bool:
    """Whether a party is a land, a part of one, or a movement there, whose names others spell in several ways."""
    return not _lands_of_other_letters().isdisjoint((party, *_regions().get(party, ())))


@lru_cache(maxsize=65_536)
def regions_in(role: str) -> frozenset[str]:
    """The parts of states that a role names as it is printed, with capitals: Ohio attorney general."""
    return frozenset(plain_label(found[0]) for found in _any_region().finditer(role))


def words_of_land(party: str) -> set[str]:
    """The words by which roles name a land: its own, and those for what is of it: scotland, scottish."""
    return {*words_of(party), *_adjectives().get(party, ())}


def are_parts(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether a land of one side is part of one of the other."""
    return any(one != other and _meet(one, other) for one in some for other in others)


def plain_label(party: str) -> str:
    """The folded words by which a party of no known label is compared."""
    if _EAST_ASIAN.match(party):
        return "".join(words_of(latin(_KIND_OF_PLACE.sub("", party))))  # 山东 is Shandong, and so is 山东省
    return " ".join(word for word in words_of(latin(party)) if word not in _LEFT_OUT)


def _meet(one: str, other: str) -> bool:
    return one == other or other in _wholes().get(one, ()) or one in _wholes().get(other, ())


@cache
def _wholes() -> dict[str, set[str]]:
    """By the label of each land the states, or unions of states, that it is a part of."""
    found = {name: set(states) for name, states in _regions().items()}
    for state, union in pairs("unions_of_states"):
        found.setdefault(state, set()).add(union)
    return found


@cache
def _lands_of_other_letters() -> frozenset[str]:
    return frozenset(name.strip() for line in lines("other_letters") for name in line.split(","))


@cache
def _adjectives() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for adjective, name in pairs("region_adjectives"):
        found[plain_label(name)].update(words_of(adjective))
    return dict(found)


@cache
def _any_region() -> re.Pattern[str]:
    names = sorted((name for name, _ in pairs("regions") if plain_label(name) in _regions()), key=len, reverse=True)
    return regex(rf"\b(?:{'|'.join(map(re.escape, names))})\b")


@cache
def _regions() -> dict[str, set[str]]:
    """By the label of each part of a state the states that have one of this name: Punjab."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, state in pairs("regions"):
        if place_of(words_of(name)) is None:
            found[plain_label(name)].add(state)
    return dict(found)
