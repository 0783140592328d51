"""Tells which words of a sentence may begin a search, so that no search runs where it can find nothing."""

import re
from functools import cache, lru_cache

from service.records import Span
from service.regex import regex

_WORD = regex(r"\w+")
_known: list[re.Pattern[str]] = []


def cue(stems: str) -> int:
    """A flag of its own for the words that begin with one of `stems` (an alternation, lower case).

    A search asks for it when its module is loaded, and names words without one of which it finds nothing.
    """
    _known.append(regex(stems))
    _any.cache_clear()
    _flags.cache_clear()
    return 1 << (len(_known) - 1)


@lru_cache(maxsize=4)
def lowered(text: str) -> str:
    """The text in lower case, letter for letter: a search in it takes a fifth of one that ignores case."""
    plain = text.lower()
    return plain if len(plain) == len(text) else "".join(map(_lowered, text))


def _lowered(letter: str) -> str:
    """The letter in lower case, as it is where that is two: \u0130."""
    return plain if len(plain := letter.lower()) == 1 else letter


def cues(text: str, span: Span) -> int:
    """The flags of all words in a stretch of a text."""
    found = 0
    for flags in set(map(_flags, _WORD.findall(lowered(text), *span))):
        found |= flags
    return found


@lru_cache(maxsize=50_000)
def _flags(word: str) -> int:
    if not _any().match(word):
        return 0
    return sum(1 << at for at, stems in enumerate(_known) if stems.match(word))


@cache
def _any() -> re.Pattern[str]:
    return regex("|".join(stems.pattern for stems in _known))
