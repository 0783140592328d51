"""The words of an article, and which of them stand inside quotation marks.

Contents are compared as sets of words: marks, punctuation and white space at their edges then count for nothing.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from service.records import Kind, Span
from service.regex import regex

Words = frozenset[int]

_WORD = regex(r"\w+(?:[’'\-]\w+)*")
_MARK = regex(r"(?P<opens>[“‟«])|(?P<closes>[”»])|\"|''|``")


class TextWords:
    """The words of one text by number, and `segments`: the words of each stretch inside double marks."""

    def __init__(self, text: str) -> None:
        found = list(_WORD.finditer(text))
        self.text = text
        self.starts = [word.start() for word in found]
        self.ends = [word.end() for word in found]
        self._that = {number for number, word in enumerate(found) if word[0].lower() == "that"}
        self.segments = [(span, self.of([span])) for span in marked(text)]
        self._quoted = frozenset[int]().union(*(words for _, words in self.segments))

    def of(self, spans: Iterable[Span]) -> Words:
        """The words of which at least half lies inside one of the spans."""
        return frozenset(word for span in spans for word in self._within(*span))

    def content(self, spans: Iterable[Span]) -> Words:
        """The words of a content, without a leading "that"."""
        words = self.of(spans)
        first = min(words, default=-1)
        return words - {first} if first in self._that and len(words) > 1 else words

    def kind(self, words: Words) -> Kind:
        """Direct where all words stand inside marks, indirect where none does."""
        inside = len(words & self._quoted)
        return "indirect" if inside == 0 else "direct" if inside == len(words) else "mixed"

    def span(self, words: Words) -> Span:
        """From the first to the last of these words."""
        return self.starts[min(words)], self.ends[max(words)]

    def _within(self, start: int, end: int) -> Iterator[int]:
        for word in range(bisect_right(self.ends, start), bisect_left(self.starts, end)):
            low, high = self.starts[word], self.ends[word]
            if 2 * (min(high, end) - max(low, start)) >= high - low:
                yield word


def marked(text: str) -> list[Span]:
    """The stretches inside double marks, paragraph by paragraph; one that is never closed ends with its paragraph."""
    return [span for paragraph in re.finditer(r"[^\n]+", text) for span in _marked(text, *paragraph.span())]


def _marked(text: str, start: int, end: int) -> Iterator[Span]:
    opened: int | None = None
    for mark in _MARK.finditer(text, start, end):
        closes = mark["closes"] or (opened is not None and not mark["opens"])
        if opened is not None:
            yield opened, mark.start()
        opened = None if closes else mark.end()
    if opened is not None and opened < end:
        yield opened, end
