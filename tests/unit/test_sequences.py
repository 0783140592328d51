"""Windows as the network reads them: every paragraph apart, seeing itself and a little before it."""

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from service.extraction.encoding import CLS, CONTEXT, SEP, Pieces, windows
from service.extraction.sequences import sequence


def pieces_of(sizes):
    """Pieces numbered from 1,000 on, in paragraphs of these sizes."""
    ends = np.cumsum(sizes).tolist()
    ids = np.arange(1_000, 1_000 + sum(sizes))
    return Pieces(ids, ids, ids + 1, ids % 60, list(zip([0, *ends], ends, strict=False)))


def seen(laid):
    """Which piece of a sequence sees which, (m, m), put together from both halves."""
    [cut], [high], [low] = laid.cut, laid.high, laid.low
    whole = np.zeros((len(laid.ids), len(laid.ids)), dtype=bool)
    whole[:cut, :high] = laid.upper[0, 0] == 0
    whole[cut:, low:] = laid.lower[0, 0] == 0
    return whole


@given(st.lists(st.integers(1, 250), min_size=1, max_size=12))
@example([1] * 300)  # the window holds most where every paragraph is a word
@example([500])  # one paragraph, cut where nothing ends
def test_a_piece_sees_its_paragraph_and_what_stands_just_before(sizes):
    pieces = pieces_of(sizes)
    paragraph = np.repeat(np.arange(len(sizes)), sizes)
    begins = np.array([start for start, _ in pieces.bounds])[paragraph]
    for window in windows(pieces):
        laid = sequence(pieces, window)
        own = np.arange(window.start, window.end)
        alike = paragraph[own, None] == paragraph[own]
        before = (own < begins[own, None]) & (own >= begins[own, None] - CONTEXT)
        assert np.array_equal(seen(laid)[np.ix_(laid.places, laid.places)], alike | before)


@given(st.lists(st.integers(1, 250), min_size=1, max_size=12))
def test_every_paragraph_stands_between_signs_of_its_own(sizes):
    pieces = pieces_of(sizes)
    for window in windows(pieces):
        laid = sequence(pieces, window)
        assert np.array_equal(laid.ids[laid.places], pieces.ids[window.start : window.end])
        assert np.array_equal(laid.features[laid.places], pieces.features[window.start : window.end])
        assert np.array_equal(laid.positions[laid.places], np.arange(1, len(laid.places) + 1))
        signs = np.delete(laid.ids, laid.places)
        assert signs.tolist() == [CLS, SEP] * (len(signs) // 2)
        among = seen(laid)
        for sign in np.flatnonzero(laid.ids == CLS):
            end = sign + np.argmax(laid.ids[sign:] == SEP)
            assert among[sign : end + 1, sign : end + 1].all()
            assert not among[:sign, sign].any()
            assert not among[end + 1 :, end].any()


def test_most_pairs_of_two_halves_are_not_reckoned():
    """Two paragraphs of equal size: each is asked about itself, and the second about the last pieces of the first."""
    laid = sequence(pieces_of([90, 90]), windows(pieces_of([90, 90]))[0])
    assert laid.upper.shape == (1, 1, 92, 92)
    assert laid.lower.shape == (1, 1, 92, 92 + CONTEXT + 1)
