"""Trims contents to the words that were said: no outer marks, no leading "that", no crumbs."""

import re
from itertools import zip_longest

from service.extraction.sharing import Page
from service.records import Span
from service.regex import regex

WORD = regex(r"\w+(?:[’'\-]\w+)*")
# It was mostly weeds, "the dandelions," as / and: the word belongs to what follows.
# Warned in May, not, as he says, in June.
_DANGLING = regex(r"(?:,?[”\"]? (?:as|and|but|or|while|although|because)|, not)$")
# They "will go", referring to the fishermen; that it has no plan, contrary to what Lind told: the reporter adds it.
_GLOSS = regex(
    r"(?:(?<=[”\"])|(?<=[”\"],)) (?:referring|alluding|(?:in )?(?:an? )?(?:\w+ )?(?:reference|allusion)) to\b|"
    r"(?<=\w), contrary to what\b"
)
_STUB = 3  # words of a subject cut off from its verb
_WITHOUT_IT = regex(r" [a-z][^\n]*?[.!?][”\"’]? ")
_MARKS = '"“”'
# "That" with a capital is a determiner: That board, she said, ... How it was told is no part of it: more than once that
_THAT = regex(
    r"(?:(?:only|merely|simply|just|more than once|once more|over and over|again|twice|openly|publicly|repeatedly)\s+)"
    r"{0,2}that\s+(?=\S)"
)
# He said nothing about the port: nothing was said, as little as in "no more" or "little of his plans".
_NOTHING = regex(
    r"(?:nothing|little|no more|not much)(?: (?:more|else|further|new|publicly|at all))?"
    r"(?: (?:about|on|of|regarding|concerning|beyond|to|in|during|when|as)\b(?!.*\b(?:is|are|was|were|be|been|has|had|"
    r"have|did|does|do|could|can|will|would|should|might)\b).*)?",
    re.S,
)


def tidy(text: str, spans: list[Span], page: Page) -> list[Span]:
    """Contents without outer marks, white space and commas around them, a leading "that", or the reporter's gloss."""
    trimmed = [_trimmed(text, _before_gloss(text, span, page), page) for span in closed_up(text, spans)]
    said = _without_stubs(text, [span for span in trimmed if _says_something(text, span, page)], page)
    return [span for span in said if len(said) == 1 or page.within(span[0]) or not _is_crumb(text, span)]


def _says_something(text: str, span: Span, page: Page) -> bool:
    """Whether there are words, and other than that nothing was said; inside marks they were said themselves."""
    nothing = page.within(span[0]) is None and _NOTHING.fullmatch(text, *span) is not None
    return WORD.search(text, *span) is not None and not nothing


def closed_up(text: str, spans: list[Span]) -> list[Span]:
    """Pieces with nothing but white space of one line between them are one."""
    joined: list[Span] = []
    for span in sorted(spans):
        between = text[joined[-1][1] : span[0]] if joined else ""
        if joined and not between.strip() and "\n" not in between:
            joined[-1] = (joined[-1][0], max(joined[-1][1], span[1]))
        else:
            joined.append(span)
    return joined


def _without_stubs(text: str, spans: list[Span], page: Page) -> list[Span]:
    """The pieces but for a subject whose own sentence goes on without it: Costs | are up. | Farms close, she said."""
    after = zip_longest(spans, spans[1:])
    return [span for span, other in after if span and not (other and _is_stub(text, span, other[0], page))]


def _is_stub(text: str, span: Span, following: int, page: Page) -> bool:
    short = len(WORD.findall(text, *span)) <= _STUB and page.within(span[0]) is None
    return short and _WITHOUT_IT.match(text, span[1], following) is not None


def _is_crumb(text: str, span: Span) -> bool:
    """One small word beside a longer piece ("which", "a") is the network's slip, not said for itself."""
    words = WORD.findall(text, *span)
    return len(words) == 1 and words[0].islower() and len(words[0]) <= 5


def _before_gloss(text: str, span: Span, page: Page) -> Span:
    """The span up to where the reporter, outside of all marks, tells what it refers to."""
    gloss = _GLOSS.search(text, *span)
    return (span[0], gloss.start()) if gloss and page.within(gloss.end()) is None else span


def _trimmed(text: str, span: Span, page: Page) -> Span:
    """Inside marks too: the comma in "No," she said belongs to the sentence around the quotation."""
    start, end = span
    that = _THAT.match(text, start, end)
    start = that.end() if that else start
    quotation = page.within(start)
    if quotation and end <= quotation.closed_at:
        start, end = max(start, quotation.start), min(end, quotation.end)
    while start < end and _is_no_word(text, start, page):
        start += 1
    while end > start and _is_no_word(text, end - 1, page):
        end -= 1
    dangling = _DANGLING.search(text, max(start, end - 10), end)
    return (start, dangling.start()) if dangling and not quotation else (start, end)


def _is_no_word(text: str, at: int, page: Page) -> bool:
    """White space, a comma or the like, or a mark that belongs to no quotation."""
    return text[at].isspace() or text[at] in ",;:" or (text[at] in _MARKS and page.within(at) is None)
