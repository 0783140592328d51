"""Finds the spans of a page that are not its article: furniture, appeals, consent banners, glued-in headlines."""

from collections.abc import Iterator

from service.extraction.appeals import appeal_at_end, is_appeal
from service.extraction.bylines import is_byline
from service.extraction.captions import credit_at_end, is_caption
from service.extraction.consent import consent
from service.extraction.furniture import is_furniture, is_headline, is_list_heading, trailing
from service.extraction.interruptions import interruptions
from service.extraction.letters import letters
from service.extraction.marks import paragraphs
from service.records import Span

_TOP = 6  # paragraphs in which a byline may stand
_LIST = 12  # headlines in a list of links
_LINE = 700  # code points: no line that is no news is longer, so that no pattern ever sees a long paragraph
_TAIL = 1000  # code points: what the end of a paragraph is judged by


def boilerplate(text: str) -> list[Span]:
    """The spans that are no part of the article, ordered and disjoint. What is doubtful is left in the article."""
    lines = [_stripped(text, span) for span in paragraphs(text)]
    found = [*_whole_lines(text, lines), *letters(text, lines), *_lists(text, lines)]
    for index, (start, end) in enumerate(lines):
        found += _inside(text, start, end, first=index == 0)
    return _merged(text, found)


def _stripped(text: str, span: Span) -> Span:
    line = text[slice(*span)]
    return span[0] + len(line) - len(line.lstrip()), span[0] + len(line.rstrip())


def _whole_lines(text: str, lines: list[Span]) -> Iterator[Span]:
    for index, (start, end) in enumerate(lines):
        if end - start > _LINE:
            continue
        line = text[start:end]
        if is_furniture(line, first=index == 0) or is_caption(line) or is_appeal(line) or _signs(text, lines, index):
            yield start, end


def _signs(text: str, lines: list[Span], index: int) -> bool:
    """Whether a line is a byline, which stands at an edge of the page."""
    at_edge = index < _TOP or index >= len(lines) - 2
    return at_edge and is_byline(text[slice(*lines[index])], *_neighbours(text, lines, index))


def _neighbours(text: str, lines: list[Span], index: int) -> tuple[str, str]:
    """The ends nearest to a line of the lines before and after it, empty at the edges of the page."""
    before = text[max(lines[index - 1][0], lines[index - 1][1] - 60) : lines[index - 1][1]] if index else ""
    following = text[slice(*lines[index + 1])][:60] if index + 1 < len(lines) else ""
    return before, following


def _lists(text: str, lines: list[Span]) -> Iterator[Span]:
    """Headlines below "Related:". Not at the top, where the headline below "More news" is the article's own."""
    for index, (start, end) in enumerate(lines):
        if index < 2 or not is_list_heading(text[start:end]):
            continue
        for line in lines[index + 1 : index + 1 + _LIST]:
            if not is_headline(text[slice(*line)]):
                break
            yield line


def _inside(text: str, start: int, end: int, *, first: bool) -> Iterator[Span]:
    """What stands inside a paragraph of news."""
    yield from interruptions(text, start, end, first=first)
    yield from consent(text, start, end)
    tail_from = max(start, end - _TAIL)
    for find in (trailing, appeal_at_end, credit_at_end):
        tail = find(text[tail_from:end])
        if tail:
            yield tail_from + tail, end


def _merged(text: str, found: list[Span]) -> list[Span]:
    """Sorted; spans that overlap, or have only white space between them, become one."""
    spans: list[Span] = []
    for start, end in sorted(found):
        if spans and not text[spans[-1][1] : start].strip():
            spans[-1] = spans[-1][0], max(spans[-1][1], end)
        else:
            spans.append((start, end))
    return spans
