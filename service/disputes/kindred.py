"""Says how near the words of two statements are in meaning, where they need not be the same: soil, ground."""

from functools import lru_cache

import numpy as np

from service.disputes.sides import geographic
from service.disputes.tables import section
from service.disputes.words import WORD, stem
from service.extraction.word_vectors import Floats, vectors
from service.folding import fold

_NEAREST = 2  # words of an answer that tell whether it is of the same matter


def kindred(claimed: str, said: str, names: frozenset[str] = frozenset()) -> float:
    """How near the two words of an answer that are nearest to some word of a claim are to it, about 0 to 1.

    Words with the stems `names`, and names of places, are left out: two who speak of North Korea speak of many things.
    """
    near = _vectors(claimed, names) @ _vectors(said, names).T
    return float(np.sort(near.max(axis=0))[-_NEAREST:].mean()) if near.size else 0.0


@lru_cache(maxsize=256)
def _vectors(words: str, names: frozenset[str]) -> Floats:
    told, silent = dict.fromkeys(map(str.lower, WORD.findall(words))), names | geographic(words)
    return vectors([word for word in told if fold(word) not in section("weightless") and stem(word) not in silent])
