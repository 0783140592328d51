"""Tells in what lands the cities and parts of states lie that articles tie a body to: Sydney, the state of Ohio."""

from collections.abc import Iterable
from functools import cache, lru_cache

from service.extraction.names.tables import capitals
from service.identity.places import is_state, place_of
from service.identity.regions import is_land, lie_apart, plain_label, states_of
from service.identity.tables import pairs

_LONGEST = 3  # words of a land behind a town: Durham, North Carolina


def states_around(parties: Iterable[str]) -> frozenset[str]:
    """The states in which a body's parties lie, where each is told or can be in one state only: Sydney, Ohio."""
    return frozenset(state for party in parties if (state := _state_around(party)))


def are_elsewhere(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether the bodies of these parties lie in two lands, in two parts of one, or in two great cities."""
    some, others = list(some), list(others)
    mine, theirs = (frozenset(map(_land, parties)) for parties in (some, others))
    if lie_apart(mine, theirs):
        return True
    in_cities = some and others and all(party in _cities() or party in _capitals() for party in (*some, *others))
    return bool(in_cities) and not any(_is_told_more(one, other) for one in some for other in others)


def _is_told_more(one: str, other: str) -> bool:
    """Whether one town is the other, perhaps told more fully: Gaza, Gaza City."""
    mine, theirs = set(one.split()), set(other.split())
    return mine <= theirs or theirs <= mine


def are_unlike_places(some: Iterable[str], others: Iterable[str], words: Iterable[str]) -> bool:
    """Whether bodies that every town has, of a name of these words, are of a town here and of something else there.
    What is in the name says nothing: the Tarn Hospital is that of Tarn.
    """
    name = set(words)
    mine, theirs = ({party for party in parties if name.isdisjoint(party.split())} for parties in (some, others))
    in_towns = any(_land(party) == party and not is_land(party) for party in mine | theirs)
    return bool(mine and theirs) and in_towns and mine.isdisjoint(theirs)


def _state_around(party: str) -> str | None:
    land = _land(party)
    if is_state(land):
        return land
    states = states_of(land)
    return next(iter(states)) if len(states) == 1 else None


@lru_cache(maxsize=65_536)
def _land(party: str) -> str:
    """The land of a city, or of a town told with its land; any other party as it is."""
    if is_land(party):
        return party
    if around := _cities().get(party) or _capitals().get(party):
        return around
    words = party.split()
    for start in range(max(1, len(words) - _LONGEST), len(words)):
        place = place_of(tuple(words[start:]))
        label = place.label if place else " ".join(words[start:])
        if is_land(label):
            return label
    return party


def capitals_among(parties: Iterable[str]) -> frozenset[str]:
    """The capitals among parties as they are printed, by which a hospital is of a town: those of no two lands."""
    return frozenset(label for party in parties if (label := plain_label(party)) in _capitals())


@cache
def _capitals() -> dict[str, str]:
    return {plain_label(city): state for city, state in capitals().items() if not is_land(plain_label(city))}


@cache
def _cities() -> dict[str, str]:
    return {plain_label(city): land if is_state(land) else plain_label(land) for city, land in pairs("cities")}
