"""Finds what somebody says on behind the words that tell who speaks: "The gate was open, she said, and nobody came"."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from service.disputes.sentences import place
from service.disputes.wordings.telling import FINITE
from service.records import Quote, Span
from service.regex import regex

# With a subject of its own: "she said, and wept" and "he said, and he showed it" tell what they did.
_ON = regex(
    r"[^;:“”\"\n]{0,90}?[,;] (?:and|but|because|while|as|since) (?:that )?(?P<what>(?:the|there|it|its|they|their|no|"
    r"nobody|none|not|nothing|neither|every\w*|all|both|that|this|these|those|some|most|many|an?|one|two|three|\d\S*|"
    r"(?:his|her)(?= (?!hand|head|eyes|voice|face|arms?|shoulders?|fist|finger)\w)|[A-ZÀ-Þ][\w’'-]*,?) "
    r"[^;:“”\"]{12,240}?)"
    r"(?=[.;](?:\s|$))"
)
_AFTER = regex(r"according\b", re.I)  # of it no more is said than stands beside it
_SURE = 0.85  # that they say it, and not the article
_BACK = 4  # contents looked at before a place: they nest, but not deeply


def gone_on(text: str, spans: list[Span], quotes: Sequence[Quote]) -> list[Quote]:
    """Such statements, each as one more quote of the same speakers; none of words that are of some quote already."""
    speech = [quote for quote in quotes if quote.speech]
    taken = sorted(span for quote in speech for span in (*quote.content, *((quote.cue,) if quote.cue else ())))
    found = ((quote, _behind(text, spans, quote)) for quote in quotes if _may_go_on(quote))
    return [
        replace(quote, content=(what,), quoted=(), confidence=min(quote.confidence, _SURE))
        for quote, what in found
        if what and not _is_taken(taken, what)
    ]


def _may_go_on(quote: Quote) -> bool:
    told = quote.speech and quote.kind == "indirect" and quote.speakers
    return bool(told) and quote.cue is not None and quote.content[-1][1] <= quote.cue[0]


def _behind(text: str, spans: list[Span], quote: Quote) -> Span | None:
    """The clause behind the cue, in its sentence."""
    if quote.cue is None or (at := place(spans, quote.cue[0])) < 0 or _AFTER.match(text, quote.cue[0]):
        return None
    found = _ON.match(text, quote.cue[1], spans[at][1])
    if found is None or FINITE.search(found["what"]) is None or _names(quote, found["what"]):
        return None
    return found.span("what")


def _names(quote: Quote, words: str) -> bool:
    """Whether the clause begins with one of those who speak: it tells what they did."""
    return any(words.startswith(part) for one in quote.speakers for part in one.name.split() if part[:1].isupper())


def _is_taken(taken: Sequence[Span], span: Span) -> bool:
    at = bisect_right(taken, span[1], key=lambda one: one[0])
    return any(one[0] < span[1] and span[0] < one[1] for one in taken[max(0, at - _BACK) : at])
