"""Cuts a text into sentences: a claim and its answer are looked for in sentences near each other."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from service.records import Span
from service.regex import regex

_LINE = regex(r"[^\r\n\u2028\u2029]+")
# From the first of several stops, and never giving any back: a page of full stops would take hours.
_END = regex(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+\s++(?=[\"'“‘«(\[]*+[A-Z0-9])")
# "Mr. Lind", "Sen. Okoro", "U.S. Treasury", "J. Lind", "No. 5" go on.
_GOES_ON = regex(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Sgt|Maj|Sen|Rep|Gov|Pres|Hon|Rev|St|Jr|Sr|No|vs|Inc|Ltd|Co|Corp|"
    r"Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)|\b[A-Z](?:\.[A-Z])*)\.\s+$"
)
_LOOK_BACK = 12  # characters in which an abbreviation ends
_LONGEST = 2_000  # characters: much looks over a whole sentence, once for each of its verbs


def sentences(text: str, skip: Iterable[Span] = ()) -> list[Span]:
    """The sentences of a text in order, without those that begin in one of `skip`. Linear in the text."""
    bounds = sorted(skip)
    found = [span for line in _LINE.finditer(text) for span in _of_line(text, line.start(), line.end())]
    return [span for span in found if not _within(bounds, span[0])]


def place(spans: list[Span], at: int) -> int:
    """The number of the sentence that holds an offset, or of the last one before it; -1 where there is none."""
    return bisect_right(spans, at, key=lambda span: span[0]) - 1


def _of_line(text: str, start: int, end: int) -> list[Span]:
    cuts = [
        match.end()
        for match in _END.finditer(text, start, end)
        if not _GOES_ON.search(text[max(start, match.end() - _LOOK_BACK) : match.end()])
    ]
    edges = [start, *cuts, end]
    pieces = [piece for at in range(len(edges) - 1) for piece in _bounded(text, edges[at], edges[at + 1])]
    return [(low, high) for low, high in pieces if text[low:high].strip()]


def _bounded(text: str, low: int, high: int) -> Iterator[Span]:
    """A sentence, or where it has no end the pieces of it, each of whole words if it has any."""
    while high - low > _LONGEST:
        blank = text.rfind(" ", low, low + _LONGEST)
        cut = blank + 1 if blank > low else low + _LONGEST
        yield low, cut
        low = cut
    yield low, high


def _within(bounds: list[Span], at: int) -> bool:
    before = bisect_right(bounds, at, key=lambda span: span[0]) - 1
    return before >= 0 and at < bounds[before][1]
