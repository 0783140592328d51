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


def cues(text: str, span: Span) -> int:
    """The flags of all words in a stretch of a text."""
    found = 0
    for flags in set(map(_flags, _WORD.findall(text[slice(*span)].lower()))):
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
