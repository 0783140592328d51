"""Lays a window out for the network: every paragraph between a [CLS] and a [SEP] of its own, seeing what it may see.

A piece sees its own paragraph and the `CONTEXT` pieces before it, however many paragraphs the window holds: what a
paragraph is found to say does not hang on which others were packed with it.
"""

from bisect import bisect_right
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from service.extraction.encoding import CLS, CONTEXT, SEP, Pieces, Window
from service.records import Span

_UNSEEN = -10_000.0  # added to the scores of attention: nothing is left of it behind the softmax

Integers = NDArray[np.int64]
Mask = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Sequence:
    """What goes into the network, m pieces long, and `places` (n,), where in it the window's n pieces stand.

    Those before `cut` see none from `high` on, those from `cut` on see none before `low`: the `upper` mask (1, 1, cut,
    high) and the `lower` (1, 1, m - cut, m - low) say what they see of the rest. Half of all pairs are never reckoned.
    `cut`, `high` and `low` are (1,).
    """

    ids: Integers
    features: Integers
    positions: Integers
    cut: Integers
    high: Integers
    low: Integers
    upper: Mask
    lower: Mask
    places: Integers


def sequence(pieces: Pieces, window: Window) -> Sequence:
    """A window as the network reads it. Positions are those of the window as one, for with such it was fitted: begun
    anew with every paragraph, they cost five points of F1.
    """
    parts = _parts(pieces, window)
    shifts = np.repeat(np.arange(1, 2 * len(parts), 2), [end - start for start, end in parts])
    places = np.arange(window.end - window.start) + shifts
    length = len(places) + 2 * len(parts)
    ids, features, positions = (np.zeros(length, dtype=np.int64) for _ in range(3))
    ids[places], features[places] = pieces.ids[window.start : window.end], pieces.features[window.start : window.end]
    positions[places] = np.arange(1, len(places) + 1)
    mask = np.full((1, 1, length, length), _UNSEEN, dtype=np.float32)
    cuts = [(length // 2, length, 0)]
    for start, end in parts:
        first, last = places[start] - 1, places[end - 1] + 1
        before = places[max(0, start - CONTEXT) : start]
        ids[first], ids[last], positions[last] = CLS, SEP, end + 1
        mask[..., first : last + 1, first : last + 1] = 0
        mask[..., first : last + 1, before] = 0
        if start:
            cuts.append((first, first, before[0]))
    cut, high, low = min(cuts[1:] or cuts, key=lambda each: abs(each[0] - length // 2))
    upper, lower = mask[..., :cut, :high], mask[..., cut:, low:]
    ends = np.array([[cut], [high], [low]])
    return Sequence(ids, features, positions, ends[0], ends[1], ends[2], upper, lower, places)


def _parts(pieces: Pieces, window: Window) -> list[Span]:
    """The ranges of the window's pieces, counted from its start, that stand in one paragraph."""
    low = bisect_right(pieces.bounds, window.start, key=lambda bound: bound[0]) - 1
    high = bisect_right(pieces.bounds, window.end - 1, key=lambda bound: bound[0])
    inside = [(max(start, window.start), min(end, window.end)) for start, end in pieces.bounds[low:high]]
    return [(start - window.start, end - window.start) for start, end in inside]
