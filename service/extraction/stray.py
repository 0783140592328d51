"""Leaves out marks around a sentence of the article itself: what it tells of others is nobody's direct words."""

from bisect import bisect_right
from collections.abc import Sequence

from service.extraction.marks import Quotation
from service.records import Span
from service.regex import regex

# What only an article tells: who said something, that is; a speaker who quotes others does so as I or we, or to you.
_TOLD = regex(
    r"\b(?:said|says|told \w+|claimed|claims|added|warned|argued|announced|insisted|denied)"
    r"(?: (?:on|last|late|early) \w+day)? that\b"
)
_OWN = regex(r"\b(?:I|[Ww]e|[Uu]s|[Mm]e|[Mm]y|[Oo]ur|[Yy]ou|[Yy]our)\b")
_STOPS = (".", "!", "?", "…", ",")


def without_stray(text: str, marked: list[Quotation], lines: Sequence[Span]) -> list[Quotation]:
    """The quotations but for those around a paragraph that tells what somebody said, with its full stop outside."""
    starts = [line[0] for line in lines]
    return [each for each in marked if not _is_stray(text, each, lines[bisect_right(starts, each.opened_at) - 1])]


def _is_stray(text: str, quotation: Quotation, line: Span) -> bool:
    before, words, behind = (
        text[line[0] : quotation.opened_at],
        text[quotation.start : quotation.end],
        text[quotation.closed_at : line[1]],
    )
    alone = quotation.closed and not quotation.single and not before.strip() and behind.strip() == "."
    return alone and not words.endswith(_STOPS) and bool(_TOLD.search(words)) and not _OWN.search(words)
