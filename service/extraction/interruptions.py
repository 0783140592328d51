"""Finds links to other stories that are glued into a paragraph of news, and where the news goes on."""

import re
from collections.abc import Iterator

from service.extraction.headlines import end_of_headline
from service.records import Span
from service.regex import regex

_BOX = 1000  # code points: further on a closing link belongs to another box
_AHEAD = 260  # code points of a headline
_BEHIND = 60  # code points in which a label's own sentence is looked at

# A name and the same name in full, run together, then other headlines up to the link that closes the box:
# "Minister Ann ReedAnn Mary ReedStorm hits coast Ferry late: report MORE said".
_GLUE = regex(
    r"(?P<name>[A-Z](?<![^\W_][A-Z])[\w'’-]{0,30}[^\W\d_A-Z])(?=(?:[A-Z][\w.'’-]{0,30} ){0,4}(?P=name)[A-Z ])(?=[A-Z])"
)
_BOX_END = regex(r"\b(?:MORE|FULL BIO|PROFILE)\b(?=\s+[a-z(]|['’,.;:])")
_WORDS = (
    r"see also|(?:read|see) (?:more|next|this)|read also|also (?:read|see|watch)|must read|"
    r"more on this(?: story| topic)?|"
    r"most (?:read|popular|viewed|shared)(?: (?:this week|today|now|stories))?|don['’]t miss|you may also like|"
    r"related(?: (?:story|stories|articles?|news|coverage|links?|posts?|reading|video))?|in case you missed it|"
    r"recommended(?: for you)?|trending(?: now)?|editors?['’]?s? picks?|from the archives?|read the full story"
)
# Capitalised, and with a sign after it: "Read more books, says the minister" is news. A line that begins with
# "READ:" or "MORE:" may be a transcript of somebody of that name.
LABEL = regex(
    rf"(?<![^\s(\[])[(\[]?(?:(?=[A-Z])(?i:{_WORDS})|(?<= )(?:READ|MORE|WATCH|LISTEN|EXPLAINED))"
    r"(?: ?[:|»>]+|(?<=[A-Z]) ?[–—-])\s*(?=[^\W_a-z]|[\"“”«„‘’'`])"
)
# A label that the sentence speaks about: "a page headed Most read: nothing".
_NAMED = regex(
    r"(?:\b(?:headed|headlined|entitled|titled|called|labell?ed|marked|named|reads?|reading|sa(?:y|ys|id|ying)|wrote|"
    r"under|words?|slogan|section|column|button|links?|box|hashtag|motto|titles?|headings?)|[\"“«„‘'`:])\s*$",
    re.I,
)
_ENDED = regex(r"[.!?…][\"”’»')\]]*\s*$|[.!?…]\s*[\"”’»']\s*$")


def interruptions(text: str, start: int, end: int, *, first: bool) -> Iterator[Span]:
    """What is glued into one paragraph [start, end): boxes about a name, and labelled headlines.

    The `first` paragraph of a page may begin with a label of its own: "Watch: Mayor opens the bridge".
    """
    yield from _boxes(text, start, end)
    yield from _labelled(text, start + first, end)


def _boxes(text: str, start: int, end: int) -> Iterator[Span]:
    for glue in _GLUE.finditer(text, start, end):
        closing = _BOX_END.search(text, glue.end(), min(end, glue.end() + _BOX)) if glue.start() >= start else None
        if closing:
            yield glue.end(), closing.end()
            start = closing.end()


def _labelled(text: str, start: int, end: int) -> Iterator[Span]:
    read_to = start
    for label in LABEL.finditer(text, start, end):
        before = text[max(start, label.start() - _BEHIND) : label.start()]
        if label.start() < read_to or _NAMED.search(before):
            continue
        read_to = label.end() + _extent(text[label.end() : min(end, label.end() + _AHEAD)], label.group(), before)
        yield label.start(), min(read_to, end)


def _extent(ahead: str, label: str, before: str) -> int:
    """How many code points of what follows the label are the other story's headline."""
    closer = {"(": ")", "[": "]"}.get(label[0])
    if closer and closer in ahead:
        return ahead.index(closer) + 1
    return end_of_headline(ahead.rstrip(), between=not before or _ENDED.search(before) is not None)
