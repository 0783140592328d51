"""Finds whole letters to the readers: "Dear readers, ... we need your help", over many paragraphs."""

import re
from collections.abc import Iterator

from service.records import Span
from service.regex import regex

_GAP = 6  # paragraphs of a letter between one appeal and the next
_LETTER = 60  # paragraphs of a letter
_ADDRESS = regex(
    r"(?:a (?:message|note|letter|word) (?:from|to) .{2,60}|dear (?:readers?|friends?|subscribers?).{0,20}|"
    r"(?:support|help) (?:us|our \w+|independent journalism).{0,40}|we need your (?:help|support).{0,20})",
    re.I,
)
_APPEAL = regex(
    r"\b(?:support(?:ing)? us|your (?:support|help|contribution)|by supporting|not ready to support|donat(?:e|ions?)|"
    r"every contribution|contribut(?:e|ion) (?:to|today|now)|subscribe|newsletter|privacy policy|remind me later|"
    r"our (?:readers|journalism)|standing with us|readers like you|become a (?:member|supporter|patron))\b",
    re.I,
)
_US = regex(r"\b(?:we|us|our)\b", re.I)
_DISMISSAL = regex(r"(?:remind me later|maybe later|no,? thanks|not now|thank you for your support)\W*", re.I)
_CHOICE = regex(
    r"(?:once|one[- ]time|monthly|annual(?:ly)?|yearly|continue|other amount|payment methods?|[$€£]\s?\d+.{0,10})\W*",
    re.I,
)


def letters(text: str, lines: list[Span]) -> Iterator[Span]:
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
