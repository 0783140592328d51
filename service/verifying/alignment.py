"""Lays two rows of words side by side: which words they have in common in the same order, and in which runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from service.verifying.function_words import is_content

Pair = tuple[int, int]
_FUNCTION_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand together in both rows: from `first` in the one and from `other` in the other."""

    first: int
    other: int
    length: int

    @property
    def numbers(self) -> range:
        """Those of the one row."""
        return range(self.first, self.first + self.length)

    @property
    def others(self) -> range:
        """Those of the other row."""
        return range(self.other, self.other + self.length)


def common(first: Sequence[str], other: Sequence[str]) -> list[Pair]:
    """A longest row of words that both have in the same order, as pairs of their numbers.

    A row of bits for each word of `first` (Hyyrö 2004): its time grows with one length, hardly with both.
    """
    places: dict[str, int] = {}
    for number, form in enumerate(other):
        places[form] = places.get(form, 0) | 1 << number
    full = (1 << len(other)) - 1
    row, rows = full, []
    for form in first:
        hit = row & places.get(form, 0)
        row = ((row + hit) | (row - hit)) & full
        rows.append(row)
    pairs = _drawn(_traced(rows, len(other)), other)
    return [(one, two) for two, one in _drawn([(two, one) for one, two in pairs], first)]


def _drawn(pairs: list[Pair], other: Sequence[str]) -> list[Pair]:
    """The pairs with a word that stands by itself in `other` drawn to its neighbour, where the same word stands too."""
    drawn = pairs[:]
    for at in range(len(drawn) - 2, -1, -1):
        (one, two), (after, limit) = drawn[at], drawn[at + 1]
        if after == one + 1 and limit - two > 1 and other[limit - 1] == other[two]:
            drawn[at] = one, limit - 1
    for at in range(1, len(drawn)):
        (before, limit), (one, two) = drawn[at - 1], drawn[at]
        tied = at + 1 < len(drawn) and drawn[at + 1] == (one + 1, two + 1)
        if before == one - 1 and two - limit > 1 and not tied and other[limit + 1] == other[two]:
            drawn[at] = one, limit + 1
    return drawn


def _traced(rows: Sequence[int], columns: int) -> list[Pair]:
    pairs, at, column = [], len(rows), columns
    while at and column:
        if rows[at - 1] >> (column - 1) & 1:
            column -= 1
            continue
        at -= 1
        if at == 0 or rows[at - 1] >> (column - 1) & 1:
            pairs.append((at, column - 1))
            column -= 1
    return pairs[::-1]


def runs_of(pairs: Sequence[Pair]) -> list[Run]:
    """The pairs as runs, in order."""
    if not pairs:
        return []
    edges = [
        number for number, (one, two) in enumerate(pairwise(pairs), 1) if (two[0] - one[0], two[1] - one[1]) != (1, 1)
    ]
    bounds = zip([0, *edges], [*edges, len(pairs)], strict=True)
    return [Run(*pairs[start], end - start) for start, end in bounds]


def weight(form: str) -> float:
    """How much a word counts."""
    return 1.0 if is_content(form) else _FUNCTION_WEIGHT


def weighed(forms: Sequence[str], numbers: Sequence[int] | range) -> float:
    """How much these words of a row count together."""
    return sum(weight(forms[number]) for number in numbers)
