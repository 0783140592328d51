"""Takes a text in question apart: its words, where it leaves out or puts in, and what of it is only a frame.

A text may be asked for as a whole or, where marks, a label or a signature stand in it, by the words inside alone.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from service.records import Span
from service.regex import regex
from service.verifying.function_words import is_negation
from service.verifying.words import Word, words_of

Joint = Literal["start", "cut", "bracket"]

_DOTS = r"(?:…|\.(?:\s?\.){2,})"
# "[T]he" and "govern[ment]" put no words in; they are one word each.
_JOINT = regex(rf"(?P<cut>[\[(]\s*{_DOTS}\s*[\])]|{_DOTS})|(?P<bracket>(?<!\w)\[(?P<put_in>[^\[\]]*)\](?!\w))")
_MARKS = (
    regex(r"“[^”]*(?:”|\Z)"), regex(r"«[^»]*(?:»|\Z)"), regex(r"„[^“”]*(?:[“”]|\Z)"),
    regex(r"「[^」]*(?:」|\Z)"), regex(r'"[^"]*(?:"|\Z)'),
    regex(r"(?<!\w)‘(?:[^’]|’(?=\w))*(?:’|\Z)"), regex(r"(?<!\w)'(?:[^']|'(?=\w))*'(?!\w)"),
)  # fmt: skip
_MOST_MARKS = 40  # stretches of one quotation
_NAMED = r"[^\W\d_a-z][\w.'’-]*"  # no small letter of English begins it
_NAME = rf"{_NAMED}(?:\s+(?:(?:de|da|di|du|del|van|von|der|den|la|le|al|bin|of|the|y|e)\b|{_NAMED})){{0,5}}"
_LABEL = regex(rf"\s*{_NAME}(?:\s*\([^()]*\)|,[^:.!?]{{1,60}})?\s*:\s+(?=\S)")
_SIGNATURE = regex(rf"\s*(?:[—–―]|\s-\s|\n|\()\s*{_NAME}(?:,[^:.!?]{{1,60}})?\)?\s*\.?\s*\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that must stand together; `joint` is what stands before them, `put_in` the words of a bracket there."""

    words: tuple[Word, ...]
    joint: Joint = "start"
    put_in: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """One way to understand what is asked for: the pieces in order, and where the frame around them has words."""

    pieces: tuple[Piece, ...]
    spans: tuple[Span, ...]  # of the text, from a first to a last word each
    framed: bool = False

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words that are asked for, those of brackets left out."""
        return tuple(word for piece in self.pieces for word in piece.words)

    @property
    def denies_in_brackets(self) -> bool:
        """Whether a bracket puts in a negation."""
        return any(is_negation(form) for piece in self.pieces for form in piece.put_in)


@dataclass(frozen=True, slots=True)
class Asked:
    """A text in question with every way to understand it, the whole first; none where it has no words."""

    text: str
    readings: tuple[Reading, ...]


def asked_of(text: str) -> Asked:
    """Takes a text apart."""
    words = words_of(text)
    whole = _reading(text, words, [(0, len(text))])
    if not whole.words:
        return Asked(text, ())
    inner = [_reading(text, words, spans, framed=True) for spans in _inside(text)]
    others = [each for each in inner if 0 < len(each.words) < len(whole.words)]
    return Asked(text, (whole, *others))


def _inside(text: str) -> Iterable[Sequence[Span]]:
    """Where the words stand if marks, a label or a signature are taken for a frame."""
    for marks in _MARKS:
        spans = [match.span() for match in marks.finditer(text)]
        if len(spans) <= _MOST_MARKS and any(words_of(text[slice(*span)]) for span in spans):
            yield spans
            return
    label, signature = _LABEL.match(text), _SIGNATURE.search(text)
    start = label.end() if label else 0
    if signature and signature.start() > start:
        yield [(start, signature.start())]
    elif label:
        yield [(start, len(text))]


def _reading(text: str, words: Sequence[Word], spans: Sequence[Span], *, framed: bool = False) -> Reading:
    pieces: list[Piece] = []
    collected: list[Word] = []
    joints = list(_JOINT.finditer(text))
    opened = Piece(())
    at = 0
    for word in words:
        while at < len(joints) and joints[at].end() <= word.start:
            pieces, opened, collected = _closed(pieces, opened, collected, joints[at], spans)
            at += 1
        if at < len(joints) and joints[at].start() < word.end:
            continue  # a word that a bracket puts in
        if any(start <= word.start and word.end <= end for start, end in spans):
            collected.append(word)
    for joint in joints[at:]:
        pieces, opened, collected = _closed(pieces, opened, collected, joint, spans)
    pieces.append(Piece(tuple(collected), opened.joint, opened.put_in))
    return Reading(tuple(pieces), tuple(_trimmed(words, spans)), framed)


def _trimmed(words: Sequence[Word], spans: Sequence[Span]) -> Iterable[Span]:
    for start, end in spans:
        inside = [word for word in words if start <= word.start and word.end <= end]
        if inside:
            yield inside[0].start, inside[-1].end


def _closed(
    pieces: list[Piece], opened: Piece, collected: list[Word], joint: re.Match[str], spans: Sequence[Span]
) -> tuple[list[Piece], Piece, list[Word]]:
    """What is collected, with a new piece opened behind a joint; joints outside of `spans` join nothing."""
    if not any(start <= joint.start() and joint.end() <= end for start, end in spans):
        return pieces, opened, collected
    if joint["cut"]:
        following = Piece((), "cut")
    else:
        following = Piece((), "bracket", tuple(word.form for word in words_of(joint["put_in"])))
    if not collected and not opened.put_in and opened.joint == "start":
        return pieces, following, []  # nothing stands before it
    return [*pieces, Piece(tuple(collected), opened.joint, opened.put_in)], following, []
