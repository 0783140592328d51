"""Turns an article into word pieces with offsets and hand-made features, and packs them into windows."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from operator import attrgetter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from service.extraction.marks import Quotation, paragraphs
from service.records import Span
from service.regex import regex

CLS, SEP = 101, 102
WINDOW = 222  # word pieces a window holds, [CLS] and [SEP] not counted
CONTEXT = 24  # of these, at most so many are read again from before the window
CHUNK = 4_000  # characters: longer paragraphs are cut at white space, so that memory stays bounded

_LONGEST_KEPT = 40  # code points of a word whose pieces are kept

SHAPES = 6  # lower, UPPER, Title, digit, mark, other
OTHER_SHAPES = 4  # from here on: no letters and no digits
MARKS = 5  # outside, inside double marks, opening mark, closing mark, inside single marks
STARTS = 2  # whether the piece begins a paragraph
FEATURES = SHAPES * MARKS * STARTS

# One character for one, so that offsets stay true. The direction of a mark is told by its feature instead.
_PLAIN = {**dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛`´", "'"), "\u00a0": " "}
# What the tokenizer reads alike whatever stands around it: it cuts at blanks and at each of these marks. Brackets are
# none of them, for "[SEP]" is one word to it.
_MARK = "!-/:-@\\\\^-`{-~–—…" + "".join(_PLAIN).replace("\u00a0", "")
_WORD = regex(rf"[^ \u00a0{_MARK}]+|[{_MARK}]+")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one article: `ids`, `starts`, `ends` (code points) and `features`, all of shape (n,)."""

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    features: NDArray[np.int64]
    bounds: list[Span]  # piece ranges of the paragraphs


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces [start, end) go through the network together; those before `own` are context, read but not tagged."""

    start: int
    own: int
    end: int


@cache
def load_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer of the model folder, without padding or truncation; one for all who ask, threads too."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def encode(tokenizer: Tokenizer, text: str, marked: list[Quotation]) -> Pieces:
    """Word pieces of the whole article; `marked` are its quotations."""
    words: list[_Word] = []
    places: list[int] = []  # where each word begins
    bounds: list[Span] = []
    count = 0
    for start, end, first in _chunks(_plain(text)):
        told = list(_WORD.finditer(text, start, end))
        found = [_known(tokenizer, word[0]) for word in told]
        low = count if first or not bounds else bounds.pop()[0]
        words += found
        places += [word.start() for word in told]
        count += sum([len(word.ids) for word in found])
        if count > low:
            bounds.append((low, count))
    at = np.repeat(np.array(places, dtype=np.int64), [len(word.ids) for word in words])
    ids, starts, ends, shapes = (
        np.fromiter(chain.from_iterable(map(attrgetter(name), words)), np.int64, count) for name in _Word.__slots__
    )
    begins = np.zeros(count, dtype=np.int64)
    begins[[low for low, _ in bounds]] = 1
    features = shapes + SHAPES * (_mark_states(len(text), marked)[at + starts] + MARKS * begins)
    return Pieces(ids, at + starts, at + ends, features, bounds)


@dataclass(frozen=True, slots=True)
class _Word:
    """The pieces of a word or of a run of marks; its `starts` and `ends` are counted from where it begins."""

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    shapes: tuple[int, ...]


def _known(tokenizer: Tokenizer, word: str) -> _Word:
    """The pieces of a word, those of a short one kept: of ten words of news nine were met before."""
    return _word(tokenizer, word) if len(word) <= _LONGEST_KEPT else _word.__wrapped__(tokenizer, word)


@lru_cache(maxsize=8_192)
def _word(tokenizer: Tokenizer, word: str) -> _Word:
    whole = tokenizer.token_to_id(word.lower()) if word.isascii() and word.isalnum() else None
    if whole is not None:
        return _Word((whole,), (0,), (len(word),), (_shape(word),))
    line = tokenizer.encode(_plain(word), add_special_tokens=False)
    starts, ends = tuple(zip(*line.offsets, strict=True)) or ((), ())
    return _Word(tuple(line.ids), starts, ends, tuple(_shape(word[start:end]) for start, end in line.offsets))


def _plain(text: str) -> str:
    # Thirteen passes are five times as fast as one of `str.translate`.
    for mark, plain in _PLAIN.items():
        text = text.replace(mark, plain)
    return text.replace("''", '" ')


def without(pieces: Pieces, skip: list[Span]) -> Pieces:
    """The pieces outside `skip` (sorted, disjoint), so that a sentence is read around what was glued into it."""
    if not skip:
        return pieces
    low, high = (np.array(side, dtype=np.int64) for side in zip(*skip, strict=True))
    before = np.searchsorted(low, pieces.ends, "left") - 1  # the last stretch that begins before the piece ends
    keep = (before < 0) | (high[before] <= pieces.starts)
    place = np.r_[0, np.cumsum(keep)]
    bounds = [(int(place[s]), int(place[e])) for s, e in pieces.bounds if place[e] > place[s]]
    return Pieces(pieces.ids[keep], pieces.starts[keep], pieces.ends[keep], pieces.features[keep], bounds)


def windows(pieces: Pieces, size: int = WINDOW, context: int = CONTEXT) -> list[Window]:
    """Whole paragraphs packed up to `size - context` pieces, each window with up to `context` pieces before it."""
    found: list[Window] = []
    room = size - context
    low = high = 0
    for start, end in pieces.bounds:
        if high > low and end - low > room:
            found.append(_window(low, high, context))
            low = start
        while end - low > room:
            found.append(_window(low, low + room, context))
            low += room
        high = end
    return [*found, _window(low, high, context)] if high > low else found


def _window(low: int, high: int, context: int) -> Window:
    return Window(max(0, low - context), low, high)


def _chunks(text: str) -> Iterator[tuple[int, int, bool]]:
    """(start, end, begins a paragraph) of every paragraph, over-long ones cut at white space."""
    for start, end in paragraphs(text):
        first = True
        while end - start > CHUNK:
            cut = text.rfind(" ", start + CHUNK // 2, start + CHUNK) + 1 or start + CHUNK
            yield start, cut, first
            start, first = cut, False
        yield start, end, first


def _shape(piece: str) -> int:
    if piece.islower():
        return 0
    if piece.isupper() and len(piece) > 1:
        return 1
    if piece[:1].isupper():
        return 2
    if piece.isdigit():
        return 3
    return 4 if piece[:1] in "\"“”„‟«»'" else 5


def _mark_states(length: int, marked: list[Quotation]) -> NDArray[np.int64]:
    states = np.zeros(length + 1, dtype=np.int64)
    for quotation in marked:
        inside = 4 if quotation.single else 1
        free = states[quotation.start : quotation.end]
        free[free == 0] = inside
        if not quotation.single:
            states[quotation.opened_at : quotation.start] = 2
            states[quotation.end : quotation.closed_at] = 3
    return states
