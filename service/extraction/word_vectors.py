"""What words mean to the reader: the vectors by which its network knows them, read from the shipped weights."""

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from service.errors import ModelError
from service.extraction.encoding import load_tokenizer
from service.extraction.model_folder import SHIPPED, TOKENIZER, WEIGHTS, facts_of

_COMMON = slice(1_000, 3_000)  # rows of the commonest words, whose middle says nothing of any
_MOST = 8_192  # words kept

Floats = NDArray[np.float32]


def vectors(words: Sequence[str]) -> Floats:
    """The vectors of some words, one a row, each of length 1 (0 of a word without letters). ModelError if the model
    folder does not tell where they stand.
    """
    return np.array([_vector(word) for word in words], np.float32).reshape(len(words), _loaded()[0].shape[1])


@lru_cache(maxsize=_MOST)
def _vector(word: str) -> Floats:
    table, middle, tokenizer = _loaded()
    whole = tokenizer.token_to_id(word)
    pieces = tokenizer.encode(word, add_special_tokens=False).ids if whole is None else [whole]
    if not pieces:
        return np.zeros_like(middle)
    found: Floats = _mean(table[pieces]) - middle
    return found / max(float(np.sqrt(found @ found)), 1e-6)


@cache
def _loaded() -> tuple[NDArray[np.generic], Floats, Tokenizer]:
    """The table, a row a piece, its middle, and what cuts words into pieces. The table is mapped, not read: all
    processes share its pages. Its scale and its zero do not matter to vectors of one length, told from the middle.
    """
    try:
        place = facts_of()["words"]
        shape = place["rows"], place["width"]
        table = np.memmap(SHIPPED / WEIGHTS, place["type"], "r", place["offset"], shape)
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(f"the model folder {SHIPPED} does not tell where the vectors of words stand") from error
    return np.asarray(table), _mean(table[_COMMON]), load_tokenizer(SHIPPED / TOKENIZER)


def _mean(rows: NDArray[np.generic]) -> Floats:
    middle: Floats = np.add.reduce(rows, dtype=np.float32) / len(rows)  # a third of the time of `np.mean`
    return middle
