"""The keys under which statements are found again: hashed pairs of words of content that stand one after the other.

A changed word takes two of them away, a dropped negation or small word none. Small words in a row have keys of their
own, or nobody would find "what I had to do"; and so has each word of content where there are few of them.
"""

import hashlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from service.folding import fold
from service.verifying.function_words import FUNCTION_WORDS
from service.verifying.words import Word

_MOST = 2_000  # of one statement; a longer one is found by its beginning
_ROW = 3  # small words that have a key together
_FEW = 4  # words of content that have a key each


def keys_of(words: Sequence[Word]) -> list[int]:
    """All keys of words that stand together, each once: numbers of 64 bits with a sign."""
    content = _content(words)
    rows = [*pairwise(content), *_small(words), *_few(content)] or _of_small_alone(words)
    return _numbers(filter(None, rows))


def telling_keys(words: Sequence[Word]) -> list[int]:
    """Those of the words of content, in their order; where these have none, all."""
    return _numbers(pairwise(_content(words))) or keys_of(words)


def single_keys(words: Sequence[Word]) -> list[int]:
    """Those of single words of content; none where there are more than a few."""
    return _numbers(_few(_content(words)))


def _content(words: Sequence[Word]) -> list[str]:
    return [_plain(word.form) for word in words if word.form not in FUNCTION_WORDS]


def _few(content: Sequence[str]) -> list[tuple[str, ...]]:
    return [(form,) for form in content] if len(content) <= _FEW else []


def _small(words: Sequence[Word]) -> list[tuple[str, ...]]:
    plain = [_plain(word.form) if word.form in FUNCTION_WORDS else None for word in words]
    rows = [plain[start : start + _ROW] for start in range(len(plain) - _ROW + 1)]
    return [tuple(filter(None, row)) for row in rows if None not in row]


def _of_small_alone(words: Sequence[Word]) -> list[tuple[str, ...]]:
    forms = [_plain(word.form) for word in words]
    return [*pairwise(forms)] or [tuple(forms)]


@lru_cache(maxsize=65_536)
def _plain(form: str) -> str:
    return fold(form) or form


def _numbers(rows: Iterable[tuple[str, ...]]) -> list[int]:
    return [_number(" ".join(row)) for row in list(dict.fromkeys(rows))[:_MOST]]


@lru_cache(maxsize=16_384)
def _number(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)
