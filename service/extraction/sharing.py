"""An attribution, and the source that several cues of one sentence share ("..." she said, adding that ...)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from service.extraction.marks import Quotation
from service.extraction.participles import subject_behind
from service.extraction.tellers import source_behind
from service.records import Span
from service.regex import regex

# A full stop that ends a sentence: not after an initial or a short title (J. Mr. Sen. U.S.).
STOP = regex(
    r"[.!?](?<!\b[A-Z].)(?<!\b(?:Mr|Ms|Dr|St|Jr|Sr|Lt).)(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Col|Adm|Maj|Sgt|Rev).)"
    r"(?<!\b(?:Prof|Capt|Brig|Supt).)"
    r"[”\"'’]?\s+(?=[“\"‘']?[A-Z])"
)


@dataclass(slots=True, eq=False)
class Attribution:
    """One cue with its source and content spans, before anybody is named.

    `how` tells what tied the words to the source: "linked" by the network, "shared" with another cue, "layout",
    "adjacent" in the same paragraph, "continued" from the paragraph before, "shown" beside the words without a verb
    of saying, "introduced" below them, an "answer" to the reporter, "loose" when nothing did.
    `follows` is the attribution whose speaker goes on in this one; with `rivals` it cannot be known which of them.
    `via` is who passed the words on, where that is told of somebody else than the speaker.
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
    via: Span | None = None


class Page:
    """The certain facts of a text's layout: its paragraphs, and its quotations that stand in no other."""

    def __init__(self, lines: list[Span], outer: list[Quotation]) -> None:
        self.lines, self.outer = lines, outer
        self._begins = [start for start, _ in lines]
        self._opens = [quotation.opened_at for quotation in outer]

    def line(self, position: int) -> int:
        """The index of the paragraph that holds a code point."""
        return max(0, bisect_right(self._begins, position) - 1)

    def within(self, position: int) -> Quotation | None:
        """The quotation that covers a code point, its marks included."""
        index = bisect_right(self._opens, position) - 1
        return self.outer[index] if index >= 0 and position < self.outer[index].closed_at else None

    def sentence_ends(self, text: str, start: int, end: int) -> bool:
        """Whether a sentence ends between two places, those inside quotations not counted."""
        # Two more characters: what begins the next sentence, a mark and its capital, may stand behind `end`.
        stops = (match.start() for match in STOP.finditer(text, start, end + 2))
        return any(stop < end and not self.within(stop) for stop in stops)


# The minister's claim, Ana Sá's assertion that: a noun that reports belongs to its owner.
_OWNER = regex(
    r"(?<!\w)((?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ne) (?:[\w-]+ ){0,3})?"
    r"(?:[^\W\d_a-zß-öø-ÿ][\w’'.-]* ){0,4}[\w.-]+)(?:[’']s|(?<=s)[’'])\s+$"
)
# ..., but the company that owns it | plans.
_BESIDE = regex(
    r", (?:but|while|whereas|though|although) ((?:the|its|his|her|their) (?:[a-z-]+ ){0,3}?[a-z-]+"
    r"(?: (?:that|who|which|of|in|for) [^,.;:“”\"\n]{2,50})?) $"
)
_OWNERS = 90  # characters before a noun in which its owner is printed


def share_sources(text: str, page: Page, groups: Iterable[Attribution], sources: list[Span]) -> None:
    """Gives a cue without a source the one beside it, else the one before it in its sentence.

    The network ties each source to one cue; in "No," she said, adding "Never" the other cue is left without.
    """
    outside = [span for span in sources if not page.within(span[0])]
    for group in groups:
        if group.content and not group.sources and group.cue and not page.within(group.cue[0]):
            source = (
                _owner(text, group.cue)
                or _nearest(text, page, group.cue, outside)
                or _inverted(text, page, group)
                or subject_behind(text, group.cue, group.content, outside)
            )
            if source:
                group.sources, group.how = [source], "shared"


def _owner(text: str, cue: Span) -> Span | None:
    """The owner of a cue that is a noun."""
    start = max(0, cue[0] - _OWNERS)
    match = _OWNER.search(text, start, cue[0])
    return match.span(1) if match else None


def _inverted(text: str, page: Page, group: Attribution) -> Span | None:
    """Who stands behind the cue of a quotation that ends right before it."""
    cue = group.cue or (0, 0)
    before = text[max(0, cue[0] - 3) : cue[0]].rstrip()
    quotation = page.within(cue[0] - 2) if before and not before[-1].isalnum() else None
    if not quotation or not any(span[0] < quotation.end and quotation.start < span[1] for span in group.content):
        return None
    return source_behind(text, cue[1])


def _nearest(text: str, page: Page, cue: Span, sources: list[Span]) -> Span | None:
    start, end = page.lines[page.line(cue[0])]
    low, high = (bisect_left(sources, place, key=lambda span: span[0]) for place in (start, end))
    before = [span for span in sources[low:high] if span[1] <= cue[0]]
    after = [span for span in sources[low:high] if span[0] >= cue[1]]
    if before and _gap(text, before[-1][1], cue[0]) <= 1:
        return before[-1]
    if after and _gap(text, cue[1], after[0][0]) <= 1:
        return after[0]
    # Okoro was denounced by Lind and praised the plan: it is not Lind who did.
    before = [span for span in before if not text.endswith(" by ", 0, span[0])]
    if before and not page.sentence_ends(text, before[-1][0], cue[0]):
        return _subject_beside(text, before[-1][1], cue) or before[-1]
    return None


def _subject_beside(text: str, start: int, cue: Span) -> Span | None:
    """Who leads the clause of a cue, behind that of another: Ann wants it shut, but | the company | plans to go on."""
    if text[slice(*cue)].endswith("ing") or text[cue[0] - 1 : cue[0]] != " ":
        return None
    match = _BESIDE.search(text, max(start, cue[0] - _OWNERS), cue[0])
    return match.span(1) if match else None


def _gap(text: str, start: int, end: int) -> int:
    """Words between two places; a break between sentences counts as many."""
    return 99 if STOP.search(text, start, end) else len(text[start:end].split())
