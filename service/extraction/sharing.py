"""An attribution, and the source that several cues of one sentence share ("..." she said, adding that ...)."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from service.extraction.marks import Quotation
from service.records import Span

# A full stop that ends a sentence: not after an initial or a short title (J. Mr. Sen. U.S.).
STOP = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Jr|Sr))(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Col))"
    r"[.!?][”\"'’]?\s+(?=[“\"‘']?[A-Z])"
)


@dataclass(slots=True, eq=False)
class Attribution:
    """One cue with its source and content spans, before anybody is named.

    `how` tells what tied the words to the source: "linked" by the network, "shared" with another cue, "layout",
    "adjacent" in the same paragraph, "continued" from the paragraph before, "shown" beside the words without a verb
    of saying, "loose" when nothing did.
    `follows` is the attribution whose speaker goes on in this one; with `rivals` it cannot be known which of them.
    `strength` is the network's probability for the tie, 0..1.
    """

    content: list[Span]
    cue: Span | None = None
    sources: list[Span] = field(default_factory=list)
    speech: float = 1.0
    strength: float = 1.0
    how: str = "linked"
    follows: "Attribution | None" = None
    rivals: "list[Attribution]" = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Page:
    """The certain facts of a text's layout: its paragraphs, and its quotations that stand in no other."""

    lines: list[Span]
    outer: list[Quotation]

    def line(self, position: int) -> int:
        """The index of the paragraph that holds a code point."""
        return max(0, bisect_right(self.lines, position, key=lambda span: span[0]) - 1)

    def within(self, position: int) -> Quotation | None:
        """The quotation that covers a code point, its marks included."""
        index = bisect_right(self.outer, position, key=lambda quotation: quotation.opened_at) - 1
        return self.outer[index] if index >= 0 and position < self.outer[index].closed_at else None

    def sentence_ends(self, text: str, start: int, end: int) -> bool:
        """Whether a sentence ends between two places, those inside quotations not counted."""
        # Two more characters: what begins the next sentence, a mark and its capital, may stand behind `end`.
        stops = (match.start() for match in STOP.finditer(text, start, end + 2))
        return any(stop < end and not self.within(stop) for stop in stops)


def share_sources(text: str, page: Page, groups: Iterable[Attribution], sources: list[Span]) -> None:
    """Gives a cue without a source the one beside it, else the one before it in its sentence.

    The network ties each source to one cue; in "No," she said, adding "Never" the other cue is left without.
    """
    outside = [span for span in sources if not page.within(span[0])]
    for group in groups:
        if group.content and not group.sources and group.cue and not page.within(group.cue[0]):
            source = _nearest(text, page, group.cue, outside)
            if source:
                group.sources, group.how = [source], "shared"


def _nearest(text: str, page: Page, cue: Span, sources: list[Span]) -> Span | None:
    start, end = page.lines[page.line(cue[0])]
    low, high = (bisect_left(sources, place, key=lambda span: span[0]) for place in (start, end))
    before = [span for span in sources[low:high] if span[1] <= cue[0]]
    after = [span for span in sources[low:high] if span[0] >= cue[1]]
    if before and _gap(text, before[-1][1], cue[0]) <= 1:
        return before[-1]
    if after and _gap(text, cue[1], after[0][0]) <= 1:
        return after[0]
    if before and not page.sentence_ends(text, before[-1][0], cue[0]):
        return before[-1]
    return None


def _gap(text: str, start: int, end: int) -> int:
    """Words between two places; a break between sentences counts as many."""
    return 99 if STOP.search(text, start, end) else len(text[start:end].split())
