"""Words set off below a colon without marks: "The letter reads:" and, in the next paragraph, the letter."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from service.extraction.layout import Turn
from service.extraction.sharing import STOP
from service.extraction.tagger import Tagged
from service.records import Span
from service.regex import regex

_TELLING = (
    r"(?:put it|puts it|said|says|say|wrote|writes|write|reads?|stated|states|replied|posted|answered|explained|"
    r"declared|testified|recalled|described|describes|announced|told)"
)
# The verb ends the sentence but for how and where: "said, in full:", "wrote on the door:", "put it in two lines, ...:".
_INTRODUCED = regex(
    rf"(?P<source>[^\W\d_a-zß-öø-ÿ](?:(?!\b{_TELLING}\b)[^.,;:!?“”\"«»()\n]){{1,80}}?)\s(?P<cue>{_TELLING})\b"
    r"(?P<how>,? ?(?:(?:in|on|to|at|by|under|like|as|the following|via|through|out|aloud|simply|only|them|us)\b"
    r"[^.;:!?“”\"\n]{0,80})?):\s*$"
)
_HOW = regex(r"[^.;:!?“”\"\n]{0,80}:\s*$")
_IN_FULL = regex(
    r"in full|the following|as follows|reads?\b|like this|verbatim"
    r"|in (?:an?|one|two|three|four|a few) (?:short |single |brief )?(?:lines?|words|sentences?|paragraphs?)\b",
    re.IGNORECASE,
)
_LISTED = regex(r"\s*(?:[-–—•*·\"“”'‘’«»„`]|\d+[.)]|[A-Z][A-Z. ]{0,30}:)")
_WORDS = 4  # a shorter paragraph is a heading or an entry of a list
_LONGEST = 40  # paragraphs of a block
_REACH = 300  # characters of the sentence before the block


def blocks(text: str, lines: Sequence[Span], spans: Sequence[Tagged]) -> list[Turn]:
    """Who, by which verb, and the words set off, for each paragraph that ends with a colon and tells who speaks.

    Indented paragraphs below are all of the block; without an indent it is one, and the sentence must say so.
    """
    cues = [(span.span, at) for at, span in enumerate(spans) if span.role == "cue"]
    sources = {span.cue: span.span for span in spans if span.role == "source"}
    found: list[Turn] = []
    taken = 0  # paragraphs of a block introduce none themselves
    for at, (start, end) in enumerate(lines[:-1]):
        if at < taken or not text[max(start, end - 3) : end].rstrip().endswith(":"):
            continue
        told = _told(text, start, end, cues, sources)
        if told:
            below = list(_set_off(text, lines, at + 1, bool(_IN_FULL.search(text, told[1][0], end))))
            found += [(*told, line) for line in below]
            taken = at + 1 + len(below)
    return found


def _told(
    text: str, start: int, end: int, cues: list[tuple[Span, int]], sources: dict[int | None, Span]
) -> tuple[Span, Span] | None:
    """Source and cue of the sentence that ends at `end`: by the network, else by its words."""
    begin = max(start, end - _REACH)
    sentence = max((match.end() for match in STOP.finditer(text, begin, end)), default=begin)
    place = bisect_left(cues, ((end, end), 0)) - 1
    cue, key = cues[place] if place >= 0 else ((0, 0), -1)
    if (
        cue[0] >= sentence
        and key in sources
        and _HOW.match(text, cue[1], end)
        and re.search(_TELLING, text[slice(*cue)])
    ):
        return sources[key], cue
    match = _INTRODUCED.match(text, sentence, end)
    return (match.span("source"), match.span("cue")) if match else None


def _set_off(text: str, lines: Sequence[Span], at: int, in_full: bool) -> Iterator[Span]:
    """The paragraphs of the block that begins with line `at`: the indented ones, or the one said to be quoted."""
    for place, (start, end) in enumerate(lines[at : at + _LONGEST]):
        first = start + len(text[start:end]) - len(text[start:end].lstrip())
        indented = first - start >= 2 or "\t" in text[start:first]
        if _LISTED.match(text, first, end) or len(text[first : first + 200].split()) < _WORDS:
            return
        if not indented and (place or not in_full):
            return
        yield first, end
        if not indented:
            return
