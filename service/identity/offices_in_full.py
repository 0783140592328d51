"""Tells offices as the press of a state does for short: of the Chancellor of the Exchequer the chancellor."""

from collections import defaultdict
from functools import cache, lru_cache

from service.identity.regions import is_land
from service.identity.roles import Office, office_of
from service.identity.tables import lines

# Offices by their words, with the words for short; and those that may be longer.
ForShort = tuple[dict[frozenset[str], frozenset[str]], list[tuple[frozenset[str], frozenset[str]]]]
_ANY_LAND = "any land"
DEPUTIES = frozenset({"deputy", "vice", "assistant", "associate", "under", "junior", "second", "sub", "co"})
_UNDER = DEPUTIES | {"parliamentary", "permanent", "private"}


def for_short(office: Office, parties: frozenset[str]) -> Office:
    """The office as the press of its state tells it for short."""
    whole, begun = _told_for_short(parties)
    if not (whole or begun) or not _UNDER.isdisjoint(office):
        return office
    words = frozenset(office)
    if short := whole.get(words):
        return tuple(sorted(short))
    return next((tuple(sorted(words - full | short)) for full, short in begun if full < words), office)


@lru_cache(maxsize=16_384)
def _told_for_short(parties: frozenset[str]) -> ForShort:
    """For the lands among some parties the offices that are told otherwise, and those of which more may follow."""
    whole: dict[frozenset[str], frozenset[str]] = {}
    begun: list[tuple[frozenset[str], frozenset[str]]] = []
    for land in (*parties, *([_ANY_LAND] if parties and all(map(is_land, parties)) else [])):
        for full, more_follows, short in _told_in_full().get(land, ()):
            if more_follows:
                begun.append((full, short))
            else:
                whole.setdefault(full, short)
    return whole, begun


@cache
def _told_in_full() -> dict[str, list[tuple[frozenset[str], bool, frozenset[str]]]]:
    """For each state the words of offices in full, whether more follow, and the words for short."""
    found: dict[str, list[tuple[frozenset[str], bool, frozenset[str]]]] = defaultdict(list)
    for line in lines("offices_in_full"):
        states, _, rule = line.partition(": ")
        full, _, short = rule.partition(" -> ")
        told = frozenset(office_of(full) or ()), full.endswith(" for"), frozenset(office_of(short) or ())
        for state in states.split(", "):
            found[state].append(told)
    return dict(found)
