"""Leaves out what a quotation is about, or beside what it was said: "It was awful," she said of the vote."""

import re

from service.extraction.sharing import Attribution, Page
from service.extraction.stance import is_speech
from service.records import Span
from service.regex import regex

# "We tried," he said: the quotation is whole, so that nothing needs to be said behind its verb.
_CLOSED = regex(r"[,.!?…-]?[”\"'’»]{0,2}[,.!?…]?[”\"'’»]{0,2}")
_STOPS = regex(r"[,.!?…-]")
_OPENS = regex(r"(?:^|[.!?:…]|[”\"'’»]|\b(?:And|But|So|Still|Then|Now|Yet)),?\s*[“\"'‘«`(\[]{0,3}\Z", re.MULTILINE)
# "I tried," he said, that both had fallen / and claimed they were innocent: this goes on with what was said.
_GOES_ON = regex(r"[:;,“\"«—–-]|\band\b|\bbut\b|\bor\b|\bthat\s*$")
_BESIDE = regex(
    r"\s*,?\s*(?:of|about|on|as|when|while|after|before|during|following|amid|upon|regarding|concerning|"
    r"in (?:reference|response|answer|reply|regard) to|\w+ly)\b"
)


def without_topic(text: str, one: Attribution, page: Page) -> list[Span]:
    """The content of an attribution whose whole quotation stands before its verb of saying, without the plain words
    that follow the verb in its sentence or stand in a sentence before; any other content as it is.
    """
    cue = one.cue
    if not cue or len(one.content) < 2 or page.within(cue[0]) or text[cue[1] - 1] == ":" or not is_speech(text, cue):
        return one.content
    whole = [span for span in one.content if _is_whole(text, span, cue, page)]
    if not whole:
        return one.content
    behind = max([cue[1], *(end for start, end in one.sources[:1] if start >= cue[1])])
    return [
        span for span in one.content
        if not _is_beside(text, span, behind, page) and not _is_of_before(text, span, whole[0], page)
    ]  # fmt: skip


def _is_whole(text: str, span: Span, cue: Span, page: Page) -> bool:
    """Whether a piece is a quotation before the cue, in the cue's sentence, that begins and ends as a sentence does."""
    quotation = page.within(span[0])
    if not quotation or span[1] > quotation.closed_at or quotation.closed_at > cue[0]:
        return False
    close = _CLOSED.match(text, span[1], cue[0])
    whole = bool(close and _STOPS.search(close[0])) or text[quotation.end - 1] in ",.!?…"
    opens = _OPENS.search(text, max(0, quotation.opened_at - 12), quotation.opened_at)
    return whole and bool(opens) and not page.sentence_ends(text, quotation.closed_at, cue[0])


def _is_beside(text: str, span: Span, behind: int, page: Page) -> bool:
    if span[0] < behind or _is_marked(span, page) or page.sentence_ends(text, behind, span[0]):
        return False
    between = text[behind : span[0]]
    return bool(_BESIDE.match(text, behind, span[1])) or not _GOES_ON.search(between) or _is_of_listener(between)


def _is_marked(span: Span, page: Page) -> bool:
    return page.within(span[0]) is not None or page.within(span[1] - 1) is not None


def _is_of_listener(between: str) -> bool:
    """... told a crowd that the campaign estimated at 3,000: no verb of saying has two things said."""
    return "," not in between and between.rstrip().endswith(" that")


def _is_of_before(text: str, span: Span, whole: Span, page: Page) -> bool:
    """A film appears. "We won," he says: the sentence before is told by nobody but the article."""
    return span[1] < whole[0] and not _is_marked(span, page) and page.sentence_ends(text, span[1], whole[0])
