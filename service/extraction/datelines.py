"""Keeps the place and day of writing at the head of an article out of what is said, and out of who says it."""

import re
from collections.abc import Sequence

from service.extraction.tagger import Tagged
from service.records import Span
from service.regex import regex

_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ .'’/-]{2,30}"
# OSTRAVA - ...; DHAKA, Sept. 9 (Delta Wire) — ...; LAHORE: ...
_DATELINE = regex(
    rf"{_PLACE}(?:, (?:[A-Z][\w.]+ ?){{1,3}}\d{{0,2}})?(?:, [A-Z][a-z]{{2,8}}\.? \d{{1,2}})?"
    r"(?: \([^()\n]{2,30}\))? ?(?P<end>-{1,2}|–|—|:) ?(?=\S)"
)
_SUBJECT = regex(r"([^,.;:“”\"\n]{2,70}?)(?:,[^.;:“”\"\n]{2,80},)?\s+(?:(?:has|have|had|also|later|\w+ly)\s+)*")
_LONGEST = 90  # characters
_FIRST = 4  # paragraphs that may open with one: headline, byline and a summary stand before it
_SENTENCE_END = regex(r"[.!?]['\"”’)]*\s")


def behind_dateline(text: str, span: Span, line: Span) -> Span:
    """The span without the dateline of its paragraph, of which the network takes a part for the sentence's words."""
    match = _dateline(text, line) if span[0] - line[0] <= _LONGEST else None
    return (max(span[0], match.end()), span[1]) if match and match["end"] != ":" and match.end() < span[1] else span


def beside_dateline(text: str, source: Span, cue: Span, line: Span) -> Span | None:
    """DHAKA - Strikers at the port said: not the place of writing spoke, but who stands between it and the cue; None
    where more than that stands there: DHAKA - Strikers shut the port to demand.
    """
    match = _dateline(text, line) if source[0] - line[0] < _LONGEST else None
    if match is None or source[0] >= match.end() or match["end"] == ":":
        return source
    if source[1] > match.end():
        return match.end(), source[1]
    told = _SUBJECT.fullmatch(text, match.end(), max(match.end(), cue[0]))
    return told.span(1) if told else None


def link_on(text: str, spans: Sequence[Tagged], lines: Sequence[Span]) -> None:
    """Ties contents of a dateline's colon to the cue behind them: LAHORE: Exams will be held, the minister said."""
    colons = {match.end("end") for line in lines[:_FIRST] if (match := _dateline(text, line)) and match["end"] == ":"}
    for at, cue in enumerate(spans):
        if cue.role == "cue" and cue.span[1] in colons and text[slice(*cue.span)] == ":":
            for content in [span for span in spans if span.cue == at and span.role == "content"]:
                content.cue = _next_cue(text, spans, content)


def _dateline(text: str, line: Span) -> re.Match[str] | None:
    return _DATELINE.match(text, line[0], min(line[1], line[0] + _LONGEST))


def _next_cue(text: str, spans: Sequence[Tagged], content: Tagged) -> int | None:
    end = content.span[1]
    behind = ((at, span) for at, span in enumerate(spans) if span.role == "cue" and span.span[0] >= end)
    at, cue = next(behind, (None, content))
    return None if at is None or _SENTENCE_END.search(text, end, cue.span[0]) else at
