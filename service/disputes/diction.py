"""Weighs in which words somebody is answered: what only one of the two says, and what tells each of them.

Denials without a word of denial are told in words of their own (had never, all of, as late as, according to its books),
and so are claims that somebody will not let stand. Which words these are is fitted by their vectors, not listed, so
that words that no case holds count as those that mean nearly the same. Names and numbers are left out: they are the
cases' own.
"""

from collections.abc import Collection, Sequence
from functools import lru_cache

import numpy as np

from service.disputes.pair import Pair
from service.disputes.words import WORD
from service.extraction.word_vectors import Floats, vectors

PARTS = ("answer alone", "claim alone", "around answer", "around claim")
_MOST = 8_192  # words kept
_WEIGHTLESS = 2  # words taken to stand beside those of each part: two words tell less than twenty

Words = Sequence[str]


class Diction:
    """What words weigh by their vectors: a table with a row for each of `PARTS`, as wide as the vectors."""

    def __init__(self, table: Floats) -> None:
        self._table = table
        self._by_part = lru_cache(maxsize=_MOST)(self._weighed)

    def odds(self, pair: Pair) -> float:
        """The log odds for a dispute that the words of a pair add."""
        return sum(self._worth(part, words) for part, words in enumerate(parts(pair)))

    def _worth(self, part: int, words: Words) -> float:
        return sum(self._by_part(word)[part] for word in words) / (len(words) + _WEIGHTLESS)

    def _weighed(self, word: str) -> list[float]:
        """What a word adds in each of `PARTS`."""
        worth: list[float] = (self._table @ vectors([word])[0]).tolist()
        return worth


def means(pair: Pair) -> Floats:
    """What the fit weighs: a row for each of `PARTS`, the mean of its words' vectors, nearer 0 the fewer they are."""
    return np.array([_mean(words) for words in parts(pair)], np.float32)


def parts(pair: Pair) -> tuple[Words, Words, Words, Words]:
    """The words of each of `PARTS`, names and numbers left out.

    Around an answer and a claim stand the other words of the sentences in which they begin and end.
    """
    given, placed = pair.given, pair.placed
    return (
        _but(given.said, placed.said),
        _but(placed.said, given.said),
        _words(given.ground.beside(given.answer.spans)),
        _words(given.ground.beside(placed.claim.spans)),
    )


def _but(said: str, other: str) -> Words:
    """The words of one that the other does not say."""
    common = _all(other)
    return tuple(word for word in _words(said) if word not in common)


@lru_cache(maxsize=256)
def _all(text: str) -> Collection[str]:
    return frozenset(map(str.lower, WORD.findall(text)))


@lru_cache(maxsize=256)
def _words(text: str) -> Words:
    return tuple(word for word in WORD.findall(text) if word[0].islower())


def _mean(words: Words) -> Floats:
    found: Floats = vectors(words).sum(axis=0) / (len(words) + _WEIGHTLESS)
    return found
