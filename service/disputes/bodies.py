"""Tells of what bodies a claim speaks by a noun, and those who answer by what they are called: soldiers, a colonel."""

from functools import cache
from typing import Literal

from service.disputes.tables import groups

_PLAIN = str.maketrans(dict.fromkeys(",.;:!?()“”\"'’—–-", " "))


def bodies(words: str, where: Literal["claimed", "called"]) -> frozenset[str]:
    """The names of the bodies in the table of which some words tell, as a claim does or as somebody is called."""
    known = _known()[where]
    return frozenset(known[word] for word in known.keys() & set(words.lower().translate(_PLAIN).split()))


@cache
def _known() -> dict[str, dict[str, str]]:
    """The name of the body of which each word tells."""
    found: dict[str, dict[str, str]] = {"claimed": {}, "called": {}}
    for name, where, *words in groups("bodies"):
        found[where].update(dict.fromkeys(words, name))
    return found
