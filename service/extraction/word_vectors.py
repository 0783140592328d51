"""What words mean to the reader: the vectors by which its network knows them, read from the shipped weights."""

import mmap
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from service.errors import ModelError
from service.extraction.encoding import load_tokenizer
from service.extraction.model_folder import SHIPPED

WIDTH = 384
_TABLE = b"network.words.weight_quantized"
_GRAPH, _TENSOR, _NAME, _BYTES = 7, 5, 8, 9  # numbers of fields in a file of the format ONNX
_VARINT, _WIDE, _COUNTED = 0, 1, 2  # how a field is written
_COMMON = slice(1_000, 3_000)  # rows of the commonest words, whose middle says nothing of any
_MOST = 8_192  # words kept

Floats = NDArray[np.float32]


def vectors(words: Sequence[str]) -> Floats:
    """The vectors of some words, one a row, each of length 1. ModelError if the shipped weights hold none."""
    return np.array([_vector(word) for word in words], dtype=np.float32).reshape(-1, WIDTH)


@lru_cache(maxsize=_MOST)
def _vector(word: str) -> Floats:
    table, middle = _loaded()
    whole = _tokenizer().token_to_id(word)
    pieces = _tokenizer().encode(word, add_special_tokens=False).ids if whole is None else [whole]
    found: Floats = table[pieces].astype(np.float32).mean(axis=0) - middle if pieces else np.zeros(WIDTH, np.float32)
    return found / max(float(np.linalg.norm(found)), 1e-6)


def _tokenizer() -> Tokenizer:
    return load_tokenizer(SHIPPED / "tokenizer.json")


@cache
def _loaded() -> tuple[NDArray[np.uint8], Floats]:
    """The table, a row a piece, and its middle. It is mapped, not read: all processes share its pages."""
    with (SHIPPED / "tagger.onnx").open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    start, end = _place(data)
    table = np.frombuffer(data, dtype=np.uint8, count=end - start, offset=start).reshape(-1, WIDTH)
    return table, table[_COMMON].mean(axis=0, dtype=np.float32)


def _place(data: mmap.mmap) -> tuple[int, int]:
    """Where the bytes of the table stand in the file."""
    for number, graph, end in _fields(data, 0, len(data)):
        for inner, tensor, stop in _fields(data, graph, end) if number == _GRAPH else ():
            parts = {name: (low, high) for name, low, high in _fields(data, tensor, stop)} if inner == _TENSOR else {}
            if _NAME in parts and _BYTES in parts and data[slice(*parts[_NAME])] == _TABLE:
                return parts[_BYTES]
    raise ModelError("the shipped weights hold no vectors of words")


def _fields(data: mmap.mmap, at: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The fields of a message that are counted in bytes: number, start and end of each."""
    while at < end:
        key, at = _varint(data, at)
        kind = key & 7
        if kind == _COUNTED:
            length, at = _varint(data, at)
            yield key >> 3, at, at + length
            at += length
        elif kind == _VARINT:
            _, at = _varint(data, at)
        else:
            at += 8 if kind == _WIDE else 4


def _varint(data: mmap.mmap, at: int) -> tuple[int, int]:
    """A number of seven bits a byte, lowest first, and where it ends."""
    value = shift = 0
    while True:
        byte = data[at]
        value, at, shift = value | (byte & 127) << shift, at + 1, shift + 7
        if byte < 128:
            return value, at
