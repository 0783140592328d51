"""Finds the stretches of a text that stand inside quotation marks; marks are certain where tags are not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from service.records import Span
from service.regex import regex

# One alternative a style; two apostrophes or grave accents are one mark (old wire copy).
_MARK = regex(r"``|''|[\"“”„‟«»‘’‚‛']")
_LINE = regex(r"[^\r\n\u2028\u2029]+")
# Words that begin with an apostrophe: ’90s, ’em, ’tis. As openers they would swallow the rest of the line.
_ELISION = regex(r"(?:\d\ds?|em|tis|twas|til|till|cause|bout|n|round)\b", re.IGNORECASE)
_SINGLE = {"‘", "’", "‚", "‛", "'"}
_STYLES = {
    "“": "curly", "”": "curly", "‟": "curly", "„": "low", '"': "straight", "«": "angle", "»": "angle",
    "``": "pair", "''": "pair",
}  # fmt: skip
_MIXABLE = {"curly", "straight", "pair"}  # a keyboard mixes these


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words [start, end) between two marks, the marks themselves left out (code points)."""

    start: int
    end: int
    opened_at: int
    closed_at: int  # where the closing mark ends; equals `end` when there is none
    closed: bool
    single: bool
    continues: bool = False  # the next paragraph opens with a mark again: one quotation over paragraphs


def paragraphs(text: str) -> list[Span]:
    """Lines that hold more than white space, as [start, end) without the line break."""
    # An expression that looks for more than white space itself tries each place of a line that holds nothing else.
    return [match.span() for match in _LINE.finditer(text) if not match[0].isspace()]


def quotations(text: str) -> list[Quotation]:
    """Every quotation, ordered by start; nested ones follow the one they stand in. Linear in the text."""
    found: list[Quotation] = []
    previous: list[Quotation] = []
    for start, end in paragraphs(text):
        here = _Scanner(text, start, end).run()
        if previous and here and _begins_with_mark(text, start, here[0]):
            previous = _running_on(text, previous, here[0])
        found += previous
        previous = here
    return found + previous


def _begins_with_mark(text: str, start: int, first: Quotation) -> bool:
    return not text[start : first.opened_at].strip()


def _running_on(text: str, before: list[Quotation], following: Quotation) -> list[Quotation]:
    """A double quotation that a paragraph leaves open runs on when the next paragraph opens with a mark of its style.

    A mark of another style opens what somebody else says inside a longer one: "The show began. ¶ “Sit down,” she said.
    """
    style = _style_of(text, following)
    return [replace(q, continues=not q.closed and not q.single and _style_of(text, q) == style) for q in before]


def _style_of(text: str, quotation: Quotation) -> str:
    return _STYLES.get(text[quotation.opened_at : quotation.start], "single")


class _Scanner:
    """Reads the marks of one paragraph from left to right, at most one of each style open at a time."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.open: dict[str, tuple[int, int]] = {}  # style -> (mark starts, words start)
        self.found: list[Quotation] = []
        self.marks = list(self._candidates())
        closers = [at for at, mark in self.marks if mark in _SINGLE and self._may_close(at)]
        self.last_single = closers[-1] if closers else -1

    def run(self) -> list[Quotation]:
        for at, mark in self.marks:
            if mark in _SINGLE:
                self._single(at)
            else:
                self._double(at, mark)
        end = self.start + len(self.text[self.start : self.end].rstrip())
        while self.open:
            self._close(next(iter(self.open)), end, 0)
        return sorted(self.found, key=lambda q: (q.start, -q.end))

    def _candidates(self) -> Iterator[tuple[int, str]]:
        for match in _MARK.finditer(self.text, self.start, self.end):
            if not self._is_measure(match.start(), match.group()):
                yield match.start(), match.group()

    def _is_measure(self, at: int, mark: str) -> bool:
        """Feet and inches: 6'2" and a 12" pipe, but not "the class of 1999" (four digits are a year)."""
        if mark not in ('"', "''", "'"):
            return False
        digits = re.search(r"(?<![\w.])\d{1,2}(?:'\d{1,2})?(?:\.\d)?$", self.text[max(self.start, at - 8) : at])
        if not digits:
            return False
        if mark == "'":
            return self.text[at + 1 : at + 2].isdigit()
        return "'" in digits.group() or not self._is_odd_before(at)

    def _is_odd_before(self, at: int) -> bool:
        """Whether a straight mark stands open before `at`: then a digit before the mark may end a quotation."""
        return self.text.count('"', max(self.start, at - 400), at) % 2 == 1

    def _before(self, at: int) -> str:
        return self.text[at - 1] if at > self.start else " "

    def _after(self, at: int) -> str:
        return self.text[at] if at < self.end else " "

    def _may_open(self, at: int, width: int = 1) -> bool:
        left, right = self._before(at), self._after(at + width)
        return (left.isspace() or left in "([{—–-/\"“„«‘'…") and not right.isspace()

    def _may_close(self, at: int, width: int = 1) -> bool:
        left, right = self._before(at), self._after(at + width)
        return not left.isspace() and not right.isalnum()

    def _double(self, at: int, mark: str) -> None:
        style, width = _STYLES[mark], len(mark)
        ends = self._ends(style, mark, at, width)
        if ends:
            self._close(ends, at, width)
        elif self._begins(mark, at, width):
            if style in self.open:  # the earlier closer was dropped, or the same style is nested
                self._close(style, at, 0)
            self.open[style] = (at, at + width)

    def _ends(self, style: str, mark: str, at: int, width: int) -> str | None:
        """The open style that this mark ends, if it ends one."""
        opener_only = self._may_open(at, width) and not self._may_close(at, width)
        if mark in "“”" and "low" in self.open and not opener_only:
            return "low"
        if mark in ("„", "``") or opener_only:
            return None
        if style in self.open and self._same_way_may_close(style, mark, at, width):
            return style
        if mark in ('"', "”", "''") and self._may_close(at, width):  # “like this" or "like this”
            return next((other for other in reversed(self.open) if other in _MIXABLE), None)
        return None

    def _same_way_may_close(self, style: str, mark: str, at: int, width: int) -> bool:
        if style == "angle":
            return self.text[self.open[style][0]] != mark
        return mark != "“" or (self._may_close(at, width) and not self._may_open(at, width))

    def _begins(self, mark: str, at: int, width: int) -> bool:
        """A mark that looks like a closer but closes nothing is a stray: its opener was dropped."""
        if mark in ("“", "„", "``", "«"):
            return True
        return self._may_open(at, width) or not self._may_close(at, width)

    def _single(self, at: int) -> None:
        if self._before(at).isalnum() and self._after(at + 1).isalnum():
            return
        if "single" in self.open:
            if self._may_close(at) and not self._is_possessive(at):
                self._close("single", at, 1)
        elif self._opens_single(at):
            self.open["single"] = (at, at + 1)

    def _opens_single(self, at: int) -> bool:
        if self.text[at] == "’" or not self._may_open(at) or at >= self.last_single:
            return False
        return not _ELISION.match(self.text, at + 1)

    def _is_possessive(self, at: int) -> bool:
        """The workers' union: an s before, a word after, and a later mark that can still close."""
        plural = self._before(at).lower() == "s" and self._after(at + 1).isspace() and self._after(at + 2).islower()
        return plural and at < self.last_single

    def _close(self, style: str, at: int, width: int) -> None:
        """Ends one style at `at`; what was opened inside it and not closed is no quotation."""
        opened_at, start = self.open.pop(style)
        self.open = {other: place for other, place in self.open.items() if place[0] < opened_at}
        if not (style == "single" and width == 0) and self.text[start:at].strip():
            self.found.append(Quotation(start, at, opened_at, at + width, width > 0, style == "single"))
