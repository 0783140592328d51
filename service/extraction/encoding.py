"""Turns an article into word pieces with offsets and hand-made features, and packs them into windows."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from service.extraction.marks import Quotation, paragraphs
from service.records import Span

CLS, SEP = 101, 102
WINDOW = 222  # word pieces a window holds, [CLS] and [SEP] not counted
CONTEXT = 24  # of these, at most so many are read again from before the window
CHUNK = 4_000  # characters: longer paragraphs are cut at white space, so that memory stays bounded

SHAPES = 6  # lower, UPPER, Title, digit, mark, other
OTHER_SHAPES = 4  # from here on: no letters and no digits
MARKS = 5  # outside, inside double marks, opening mark, closing mark, inside single marks
STARTS = 2  # whether the piece begins a paragraph
FEATURES = SHAPES * MARKS * STARTS

# One character for one, so that offsets stay true. The direction of a mark is told by its feature instead.
_PLAIN = {**dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛`´", "'"), "\u00a0": " "}


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
    ids: list[int] = []
    offsets: list[Span] = []
    bounds: list[Span] = []
    plain = _plain(text)
    for start, end, first in _chunks(plain):
        line = tokenizer.encode(plain[start:end], add_special_tokens=False)
        low = len(ids) if first or not bounds else bounds.pop()[0]
        ids += line.ids
        offsets += [(s + start, e + start) for s, e in line.offsets]
        if len(ids) > low:
            bounds.append((low, len(ids)))
    at = np.fromiter(chain.from_iterable(offsets), np.int64, 2 * len(offsets)).reshape(-1, 2)
    starts, ends = at[:, 0], at[:, 1]
    shapes = np.fromiter([_shape(text[s:e]) for s, e in offsets], np.int64, len(offsets))
    begins = np.zeros(len(ids), dtype=np.int64)
    begins[[low for low, _ in bounds]] = 1
    features = shapes + SHAPES * (_mark_states(len(text), marked)[starts] + MARKS * begins)
    return Pieces(np.array(ids, dtype=np.int64), starts, ends, features, bounds)


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


@lru_cache(maxsize=50_000)
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
