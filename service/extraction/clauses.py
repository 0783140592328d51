"""Cuts contents where the sentence around them goes on in the reporter's words."""

import re

from service.extraction.sharing import Attribution, Page
from service.records import Span

# ..., which Okoro says arms the rebels, denied it: the clause ends at its second comma.
_RELATIVE = re.compile(r", (?:which|who|whom|that) $")


def cut(text: str, one: Attribution, page: Page) -> list[Span]:
    """The contents of an attribution, without what stands behind the clause that reports them."""
    if one.cue and one.sources and _RELATIVE.search(text, max(0, one.sources[0][0] - 8), one.sources[0][0]):
        return [_to_comma(text, span, page) if span[0] > one.cue[0] else span for span in one.content]
    return one.content


def _to_comma(text: str, span: Span, page: Page) -> Span:
    start, end = span
    at = text.find(",", start, end)
    while at >= 0 and page.within(at):
        at = text.find(",", at + 1, end)
    return (start, at if at > start else end)
