"""An attribution, and the source that several cues of one sentence share ("..." she said, adding that ...)."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from service.extraction.marks import Quotation
from service.records import Span

# A full stop that ends a sentence: not after an initial or a short title (J. Mr. Sen. U.S.).
_STOP = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Jr|Sr))(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Col))"
    r"[.!?][”\"'’]?\s+(?=[“\"‘']?[A-Z])"
)


@dataclass(slots=True)
class Attribution:
    """One cue with its source and content spans, before anybody is named.

    `follows` is the index of the attribution whose speaker goes on in this one; `how` tells what tied the words to
    the source: "linked" by the network, "continued" from the paragraph before, "adjacent" in the same paragraph,
    "loose" when nothing did. `strength` is the network's probability for the tie, 0..1.
    """

    content: list[Span]
    cue: Span | None = None
    sources: list[Span] = field(default_factory=list)
    speech: float = 1.0
    strength: float = 1.0
    how: str = "linked"
    follows: int | None = None


def share_sources(
    text: str, outer: list[Quotation], lines: list[Span], groups: Iterable[Attribution], sources: list[Span]
) -> None:
    """Gives a cue without a source the one beside it, else the one before it in its sentence.

    The network ties each source to one cue; in "No," she said, adding "Never" the other cue is left without.
    """
    outside = [span for span in sources if not _within(outer, span[0])]
    for group in groups:
        if group.content and not group.sources and group.cue and not _within(outer, group.cue[0]):
            source = _nearest(text, outer, lines, group.cue, outside)
            if source:
                group.sources, group.how = [source], "shared"


def _within(outer: list[Quotation], position: int) -> bool:
    index = bisect_right(outer, position, key=lambda quotation: quotation.start) - 1
    return index >= 0 and position < outer[index].end


def _nearest(text: str, outer: list[Quotation], lines: list[Span], cue: Span, sources: list[Span]) -> Span | None:
    line = lines[bisect_right(lines, cue[0], key=lambda span: span[0]) - 1]
    low, high = bisect_left(sources, line[0], key=lambda s: s[0]), bisect_left(sources, line[1], key=lambda s: s[0])
    before = [span for span in sources[low:high] if span[1] <= cue[0]]
    after = [span for span in sources[low:high] if span[0] >= cue[1]]
    if before and _gap(text, before[-1][1], cue[0]) <= 1:
        return before[-1]
    if after and _gap(text, cue[1], after[0][0]) <= 1:
        return after[0]
    if before and not _sentence_ends(text, outer, before[-1][0], cue[0]):
        return before[-1]
    return None


def _gap(text: str, start: int, end: int) -> int:
    """Words between two places; a break between sentences counts as many."""
    return 99 if _STOP.search(text, start, end) else len(text[start:end].split())


def _sentence_ends(text: str, outer: list[Quotation], start: int, end: int) -> bool:
    """Whether a sentence ends between two places, sentences inside quotations not counted."""
    return any(not _within(outer, match.start()) for match in _STOP.finditer(text, start, end))
