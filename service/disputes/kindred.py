"""Says how near the words of two statements are in meaning, where they need not be the same: soil, ground."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from service.disputes.sides import geographic
from service.disputes.tables import section
from service.disputes.words import WORD, stem
from service.extraction.word_vectors import Floats, vectors
from service.folding import fold

_NEAREST = 2  # words of an answer that tell whether it is of the same matter


@dataclass(frozen=True, slots=True)
class Kinship:
    """How near the words of an answer are to those of a claim in meaning, each about 0 to 1."""

    nearest: float  # the two words of the answer that are nearest to some word of the claim
    whole: float  # all its words


def kindred(claimed: str, said: str, names: frozenset[str] = frozenset()) -> Kinship:
    """The kinship of two statements.

    Words with the stems `names`, and names of places, are left out: two who speak of North Korea speak of many things.
    """
    near = _vectors(claimed, names) @ _vectors(said, names).T
    if not near.size:
        return Kinship(0.0, 0.0)
    best = np.sort(near.max(axis=0))
    return Kinship(float(best[-_NEAREST:].mean()), float(best.mean()))


@lru_cache(maxsize=256)
def _vectors(words: str, names: frozenset[str]) -> Floats:
    told, silent = dict.fromkeys(map(str.lower, WORD.findall(words))), names | geographic(words)
    return vectors([word for word in told if fold(word) not in section("weightless") and stem(word) not in silent])
