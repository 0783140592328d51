"""Finds the spans of a page that are not its article: furniture, appeals, consent banners, glued-in headlines."""

import re
from collections.abc import Iterator

from service.extraction.furniture import is_byline, is_furniture, is_headline, is_list_heading, trailing
from service.extraction.marks import paragraphs
from service.records import Span

_TOP = 6  # paragraphs in which a byline may stand
_LIST = 12  # headlines in a list of links
_GAP = 6  # paragraphs of a letter between one appeal and the next
_LETTER = 60  # paragraphs of a letter
_TAIL = 400  # code points: the longest invitation at the end of a paragraph
_BOX = 1000  # code points: further on a closing link belongs to another box

# A name and the same name in full, run together, then other headlines up to the link that closes the box:
# "Minister Ann ReedAnn Mary ReedStorm hits coast Ferry late: report MORE said".
_GLUE = re.compile(
    r"(?<![^\W_])(?P<name>[A-Z][\w'’-]{0,30}[^\W\d_A-Z])(?=(?:[A-Z][\w.'’-]{0,30} ){0,4}(?P=name)[A-Z ])(?=[A-Z])"
)
_BOX_END = re.compile(r"\b(?:MORE|FULL BIO|PROFILE)\b(?=\s+[a-z(]|['’,.;:])")

_SENTENCE = re.compile(r"[^.!?]+(?:[.!?]+(?=\s|$)|[.!?]+|$)\s*")
_CONSENT_HINT = re.compile(r"cookie|consent|privacy policy|terms of", re.I)
_CONSENT = re.compile(
    r"(?:we(?: and our (?:\w+ )?partners)?|(?:this|our) (?:web)?site|by (?:continuing|clicking|using|browsing))\b"
    r"(?=.{0,160}\b(?:cookies|your consent|privacy policy|terms of (?:use|service))\b)",
    re.I,
)
_CONSENT_WORD = re.compile(
    r"\b(?:cookies?|consent|(?:privacy|cookie) policy|personal(?:i[sz]ed)? (?:data|ads?|content)|"
    r"your (?:device|browser|experience|preferences|choices)|our partners|(?:accept|reject) all|opt[- ]out|"
    r"terms of (?:use|service)|(?:manage|cookie) (?:settings|options|preferences|choices))\b"
    r"(?:[ |]+(?:accept|reject|agree|decline|manage|settings|options|all|close|ok|got it)\b)*",
    re.I,
)
_REPORTED = re.compile(r"[\"“”«»]|''|\b(?:said|says|told|according to|wrote|added)\b")

_ADDRESS = re.compile(
    r"(?:a (?:message|note|letter|word) (?:from|to) .{2,60}|dear (?:readers?|friends?|subscribers?).{0,20}|"
    r"(?:support|help) (?:us|our \w+|independent journalism).{0,40}|we need your (?:help|support).{0,20})",
    re.I,
)
_APPEAL = re.compile(
    r"\b(?:support(?:ing)? us|your (?:support|help|contribution)|by supporting|not ready to support|donat(?:e|ions?)|"
    r"every contribution|contribut(?:e|ion) (?:to|today|now)|subscribe|newsletter|privacy policy|remind me later|"
    r"our (?:readers|journalism)|standing with us|readers like you|become a (?:member|supporter|patron))\b",
    re.I,
)
_US = re.compile(r"\b(?:we|us|our)\b", re.I)
_DISMISSAL = re.compile(r"(?:remind me later|maybe later|no,? thanks|not now|thank you for your support)\W*", re.I)
_CHOICE = re.compile(
    r"(?:once|one[- ]time|monthly|annual(?:ly)?|yearly|continue|other amount|payment methods?|[$€£]\s?\d+.{0,10})\W*",
    re.I,
)


def boilerplate(text: str) -> list[Span]:
    """The spans that are no part of the article, ordered and disjoint. What is doubtful is left in the article."""
    lines = [_stripped(text, span) for span in paragraphs(text)]
    found = [*_furniture(text, lines), *_letters(text, lines), *_lists(text, lines)]
    for start, end in lines:
        found += _inside(text, start, end)
    return _merged(text, found)


def _stripped(text: str, span: Span) -> Span:
    line = text[slice(*span)]
    return span[0] + len(line) - len(line.lstrip()), span[0] + len(line.rstrip())


def _furniture(text: str, lines: list[Span]) -> Iterator[Span]:
    for index, (start, end) in enumerate(lines):
        line = text[start:end]
        following = text[slice(*lines[index + 1])] if index + 1 < len(lines) else ""
        near_edge = index < _TOP or index >= len(lines) - 2
        if is_furniture(line, first=index == 0) or (near_edge and is_byline(line, following)):
            yield start, end


def _lists(text: str, lines: list[Span]) -> Iterator[Span]:
    """Headlines below "Related:". Not at the top, where the headline below "More news" is the article's own."""
    for index, (start, end) in enumerate(lines):
        if index < 2 or not is_list_heading(text[start:end]):
            continue
        for line in lines[index + 1 : index + 1 + _LIST]:
            if not is_headline(text[slice(*line)]):
                break
            yield line


def _letters(text: str, lines: list[Span]) -> Iterator[Span]:
    """Whole letters to the readers: from the address through the last line that asks, or its buttons."""
    addresses = [index for index, line in enumerate(lines) if _is_address(text, line)]
    if not addresses:
        return
    asks = [{match.lower() for match in _APPEAL.findall(text, *line)} for line in lines]
    read_to = -1
    for first in addresses:
        if first <= read_to:
            continue
        read_to, is_appeal = _letter(text, lines, asks, first)
        if is_appeal:
            yield lines[first][0], lines[read_to][1]


def _is_address(text: str, line: Span) -> bool:
    return line[1] - line[0] <= 100 and bool(_ADDRESS.fullmatch(text[slice(*line)].rstrip(":,.! ")))


def _letter(text: str, lines: list[Span], asks: list[set[str]], first: int) -> tuple[int, bool]:
    """A letter's last line, and whether it asks enough: "Dear friends," may open a letter that is news."""
    words: set[str] = set()
    last = first
    for index in range(first + 1, min(len(lines), first + _LETTER)):
        words |= asks[index]
        if asks[index] or (index == last + 1 and _is_button(text, lines[index], _CHOICE)):
            last = index
        if index - last > _GAP or _is_button(text, lines[index], _DISMISSAL):
            break
    return last, len(words) >= 3 and _US.search(text, lines[first][0], lines[last][1]) is not None


def _is_button(text: str, line: Span, label: re.Pattern[str]) -> bool:
    return line[1] - line[0] <= 40 and label.fullmatch(text, *line) is not None


def _inside(text: str, start: int, end: int) -> Iterator[Span]:
    """What stands inside a paragraph of news."""
    yield from _glued(text, start, end)
    if _CONSENT_HINT.search(text, start, end):
        yield from _consent(text, start, end)
    tail_from = max(start, end - _TAIL)
    tail = trailing(text[tail_from:end])
    if tail:
        yield tail_from + tail[0], end


def _glued(text: str, start: int, end: int) -> Iterator[Span]:
    for glue in _GLUE.finditer(text, start, end):
        closing = _BOX_END.search(text, glue.end(), min(end, glue.end() + _BOX)) if glue.start() >= start else None
        if closing:
            yield glue.end(), closing.end()
            start = closing.end()


def _consent(text: str, start: int, end: int) -> Iterator[Span]:
    """A cookie banner and the sentences about consent that follow it."""
    inside = False
    for sentence in _SENTENCE.finditer(text, start, end):
        if inside or _CONSENT.match(text, sentence.start(), min(sentence.end(), sentence.start() + 300)):
            stop = _end_of_consent(text, *sentence.span())
            inside = stop is not None
            if stop is not None:
                yield sentence.start(), stop


def _end_of_consent(text: str, start: int, end: int) -> int | None:
    """Where the banner's part of a sentence ends: behind its last word of consent if news is run on to it.

    None where there is none: "We use cookies to track people, the firm said" is news.
    """
    words = list(_CONSENT_WORD.finditer(text, start, end))
    if not words or _REPORTED.search(text, start, words[-1].end()):
        return None
    return words[-1].end() if _REPORTED.search(text, start, end) else start + len(text[start:end].rstrip())


def _merged(text: str, found: list[Span]) -> list[Span]:
    """Sorted; spans that overlap, or have only white space between them, become one."""
    spans: list[Span] = []
    for start, end in sorted(found):
        if spans and not text[spans[-1][1] : start].strip():
            spans[-1] = spans[-1][0], max(spans[-1][1], end)
        else:
            spans.append((start, end))
    return spans
