"""Finds the states that words name: by name, adjective, capital, seat of government; all by one table of phrases."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from service.extraction.names import tables as press
from service.folding import words_of
from service.identity.tables import lines

Sort = Literal["state", "adjective", "capital", "seat", "organisation"]
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A phrase found in words: from `start` to before `end`, whose label, and what sort of phrase it is."""

    start: int
    end: int
    label: str
    sort: Sort


def places_in(words: Words) -> list[Place]:
    """The states and great organisations that these folded words name, in order; of nested phrases the longest."""
    found: list[Place] = []
    if _longest().keys().isdisjoint(words):
        return found
    start = 0
    while start < len(words):
        place = _place_at(words, start) if words[start] in _longest() else None
        if place:
            found.append(place)
        start = place.end if place else start + 1
    return found


def place_of(words: Words) -> Place | None:
    """What these words name as a whole: ("russian", "federation") -> Russia."""
    known = _phrases().get(words)
    return Place(0, len(words), *known) if known else None


def names_owner(words: Words, place: Place) -> set[int]:
    """Where a place's phrase says whose it is: all of it, but for a seat, of which only its state does: US Treasury."""
    if place.sort != "seat":
        return set(range(place.start, place.end))
    spans = ((start, end) for start in range(place.start, place.end) for end in range(start + 1, place.end + 1))
    return {at for start, end in spans if _is_state_of(words[start:end], place) for at in range(start, end)}


def _is_state_of(words: Words, seat: Place) -> bool:
    place = place_of(words)
    return place is not None and place.sort in ("state", "adjective") and place.label == seat.label


def is_state(label: str) -> bool:
    """Whether a label is that of a state (or territory, or the European Union)."""
    return label in _states()


def _place_at(words: Words, start: int) -> Place | None:
    for end in range(min(len(words), start + _longest()[words[start]]), start, -1):
        if known := _phrases().get(words[start:end]):
            return Place(start, end, *known)
    return None


@cache
def _phrases() -> dict[Words, tuple[str, Sort]]:
    found: dict[Words, tuple[str, Sort]] = {}
    for name, label, sort in _named():
        # The first wins: Georgia is the state before anything that CLDR calls so.
        found.setdefault(words_of(name), (label, sort))
    return found


@cache
def _longest() -> dict[str, int]:
    """For each word that opens a phrase, the words of the longest that it opens."""
    longest: dict[str, int] = {}
    for phrase in _phrases():
        longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
    return longest


@cache
def _states() -> frozenset[str]:
    return frozenset(label for label, sort in _phrases().values() if sort == "state")


def _named() -> Iterator[tuple[str, str, Sort]]:
    yield from _of("state", press.states().items())
    yield from _of("adjective", press.adjectives().items())
    yield from _of("state", ((label, label) for label in lines("territories")))
    yield from _of("capital", press.capitals().items())
    yield from _of("seat", press.labelled("seats"))
    yield from _of("organisation", press.labelled("organisations"))
    yield from _of("organisation", ((label, label) for _, label in press.labelled("organisations")))


def _of(sort: Sort, named: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, Sort]]:
    return ((name, label, sort) for name, label in named)
