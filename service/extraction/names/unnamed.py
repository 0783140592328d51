"""Finds who leads a sentence by what they are, not by name: The pathologist gave the cause. Later the mayor read."""

import re
from collections.abc import Callable

from service.extraction.names.cores import PERSON_NOUNS
from service.records import Span
from service.regex import regex

_OPENING = r"(?:^|(?<=[.!?])[”\"’')]?\s+)(?:(?:Then|Later|Afterwards?|Meanwhile|Instead|On \w+day|\w+ly),? )?"
_PHRASE = r"(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?:[\w-]+(?:[’']s)? ){0,4}?(?P<head>[a-z][a-z-]+)"
# The Bishop of Lima closed the evening.
_OFFICE = r"[Tt]he (?P<head>[A-Z][a-z]+)(?: of (?:the )?[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,2})?"
# What follows acts: it is none of these, which go on with the phrase, or tells of them in a clause.
_ACTS = (
    r"(?=(?:, \d\d,)? "
    r"(?!(?:of|and|or|in|at|from|for|on|with|to|by|as|than|but|nor|whose|whom|that|near)\b)[a-z]|, who )"
)
_LEADERS = tuple(regex(rf"{_OPENING}(?P<who>{phrase}){_ACTS}", re.MULTILINE) for phrase in (_PHRASE, _OFFICE))


def unnamed_leader(text: str, start: int, end: int, is_reported: Callable[[int], bool]) -> Span | None:
    """The last phrase for somebody unnamed that leads a sentence between two places, outside reported words."""
    found = [match for leader in _LEADERS for match in leader.finditer(text, start, end)]
    spans = sorted(match.span("who") for match in found if match["head"].lower() in PERSON_NOUNS)
    return next((who for who in reversed(spans) if not is_reported(who[0])), None)
