"""The best labels keep to what may follow what, and a window's labels do not depend on its company."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.extraction.decoding import LABELS, best_paths

WINDOWS = st.lists(st.integers(1, 9), min_size=1, max_size=5)


def scores(length: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(0, 3, (length, len(LABELS))).astype(np.float32)


def may_follow(before: str, label: str) -> bool:
    return label[0] != "I" or before[2:] == label[2:]


@given(WINDOWS, st.integers(0, 10_000))
def test_windows_decoded_together_are_as_if_alone(lengths: list[int], seed: int) -> None:
    windows = [scores(length, seed + n) for n, length in enumerate(lengths)]
    for window, (path, shares) in zip(windows, best_paths(windows), strict=True):
        [(alone, shares_alone)] = best_paths([window])
        assert path.tolist() == alone.tolist()
        assert shares == pytest.approx(shares_alone, abs=1e-5)


@given(st.integers(1, 40), st.integers(0, 10_000))
def test_nothing_goes_on_that_has_not_begun(length: int, seed: int) -> None:
    [(path, _)] = best_paths([scores(length, seed)])
    labels = ["O", *(LABELS[label] for label in path)]
    assert all(may_follow(*pair) for pair in pairwise(labels))


@given(st.integers(1, 4), st.integers(0, 10_000))
def test_no_allowed_path_scores_higher(length: int, seed: int) -> None:
    window = scores(length, seed)
    [(path, _)] = best_paths([window])
    allowed = [
        labels
        for labels in product(range(len(LABELS)), repeat=length)
        if all(may_follow(*pair) for pair in pairwise(["O", *(LABELS[label] for label in labels)]))
    ]
    best = max(sum(window[at, label] for at, label in enumerate(labels)) for labels in allowed)
    assert sum(window[np.arange(length), path]) == pytest.approx(best, abs=1e-3)


def test_probabilities_are_those_of_the_chosen_labels() -> None:
    window = np.zeros((1, len(LABELS)), dtype=np.float32)
    window[0, LABELS.index("B-cue")] = np.log(4)
    [(path, shares)] = best_paths([window])
    assert (LABELS[path[0]], shares[0]) == ("B-cue", pytest.approx(0.4))
