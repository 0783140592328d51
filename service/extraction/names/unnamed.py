"""Finds who leads a sentence by what they are, not by name: The pathologist gave the cause. Later the mayor read."""

import re
from collections.abc import Callable

from service.extraction.names import tables
from service.extraction.names.cores import PERSON_NOUNS
from service.records import Span
from service.regex import regex

_OPENING = r"(?:^|(?<=[.!?])[”\"’')]?\s+)(?:(?:Then|Later|Afterwards?|Meanwhile|Instead|On \w+day|\w+ly),? )?"
_DETERMINER = r"(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)"
_LEADING = regex(rf"{_OPENING}(?P<who>{_DETERMINER}(?: [\w-]+(?:[’']s)?){{1,5}})", re.MULTILINE)
_WORD = regex(r"[\w’'-]+")
# The Bishop of Lima closed the evening.
_OF_PLACE = regex(r" of (?:the )?[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,2}")
_GOING_ON, _RELATIVE = (tables.words("function_words", section) for section in ("going_on", "relative"))
# What follows acts: it is none of these, which go on with the phrase, or tells of them in a clause.
_ACTS = regex(rf"(?:, \d\d,)? (?!(?:{'|'.join(sorted(_GOING_ON))})\b)[a-z]|, who ")


def unnamed_leader(text: str, start: int, end: int, is_reported: Callable[[int], bool]) -> Span | None:
    """The last phrase for somebody unnamed that leads a sentence between two places, outside reported words."""
    found = [_of_person(text, *match.span("who"), end) for match in _LEADING.finditer(text, start, end)]
    return next((who for who in reversed(found) if who and not is_reported(who[0])), None)


def _of_person(text: str, start: int, end: int, limit: int) -> Span | None:
    """The words from a determiner up to the noun for a person that acts; None where none does."""
    for word in list(_WORD.finditer(text, start, end))[1:]:
        noun = word.group()
        if noun in _GOING_ON | _RELATIVE:
            return None
        place = _OF_PLACE.match(text, word.end(), limit) if noun[0].isupper() else None
        last = place.end() if place else word.end()
        if noun.lower() in PERSON_NOUNS and _ACTS.match(text, last, limit):
            return start, last
    return None
