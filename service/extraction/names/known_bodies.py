"""Knows the names of bodies that the press uses all over the world, the Kremlin and the Red Cross, by lists."""

from collections.abc import Sequence
from functools import cache

from service.extraction.names import tables
from service.extraction.names.words import fold

# Words of lists that are somebody's name elsewhere, and common words.
_UNSURE = frozenset({"fed", "rada", "meta", "shell", "amnesty", "ap", "who", "ec"})


def length_of_body(words: Sequence[str]) -> int:
    """How many of these words, from the first, are the whole name of such a body; 0 if they begin with none."""
    folded = [fold(word) for word in words[: _longest()]]
    return next((end for end in range(len(folded), 0, -1) if " ".join(folded[:end]) in _names()), 0)


@cache
def _names() -> frozenset[str]:
    lists = ("seats", "organisations", "same_bodies")
    printed = {each for name in lists for pair in tables.labelled(name) for each in pair}
    states = tables.states().keys() | tables.capitals().keys()
    printed.update(tables.listed("outlets"))
    known = {" ".join(map(fold, name.split())) for name in printed} | tables.words("bodies", "known")
    return frozenset(known - states - _UNSURE)


@cache
def _longest() -> int:
    return max(len(name.split()) for name in _names())
