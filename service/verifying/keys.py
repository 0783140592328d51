"""The keys under which statements are found again: hashed pairs of words of content that stand one after the other.

A changed word takes two of them away, a dropped negation or small word none. Small words in a row have keys of their
own, or nobody would find "what I had to do"; and so has each word of content where there are few of them.
"""

import hashlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from service.folding import fold
from service.verifying.function_words import is_content
from service.verifying.words import Word

_MOST = 2_000  # of one statement; a longer one is found by its beginning
_ROW = 3  # small words that have a key together
_FEW = 4  # words of content that have a key each


def keys_of(words: Sequence[Word]) -> list[int]:
    """All keys of words that stand together, each once: numbers of 64 bits with a sign."""
    rows = [*_telling(words), *_small(words), *_single(words)] or [*pairwise(_plain(words))] or [tuple(_plain(words))]
    return _numbers(row for row in rows if row)


def telling_keys(words: Sequence[Word]) -> list[int]:
    """Those of the words of content, in their order; where these have none, all."""
    return _numbers(_telling(words)) or keys_of(words)


def single_keys(words: Sequence[Word]) -> list[int]:
    """Those of single words of content; none where there are more than a few."""
    return _numbers(_single(words))


def _single(words: Sequence[Word]) -> list[tuple[str, ...]]:
    forms = _plain([word for word in words if is_content(word.form)])
    return [(form,) for form in forms] if len(forms) <= _FEW else []


def _telling(words: Sequence[Word]) -> list[tuple[str, ...]]:
    return list(pairwise(_plain([word for word in words if is_content(word.form)])))


def _small(words: Sequence[Word]) -> list[tuple[str, ...]]:
    plain = [None if is_content(word.form) else form for word, form in zip(words, _plain(words), strict=True)]
    rows = [plain[start : start + _ROW] for start in range(len(plain) - _ROW + 1)]
    return [tuple(form for form in row if form) for row in rows if None not in row]


def _plain(words: Sequence[Word]) -> list[str]:
    return [fold(word.form) or word.form for word in words]


def _numbers(rows: Iterable[tuple[str, ...]]) -> list[int]:
    return [_number(" ".join(row)) for row in list(dict.fromkeys(rows))[:_MOST]]


@lru_cache(maxsize=16_384)
def _number(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)
