"""The best labels keep to what may follow what."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.extraction.decoding import LABELS, best_path


def scores(length: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(0, 3, (length, len(LABELS))).astype(np.float32)


def may_follow(before: str, label: str) -> bool:
    return label[0] != "I" or before[2:] == label[2:]


@given(st.integers(1, 40), st.integers(0, 10_000))
def test_nothing_goes_on_that_has_not_begun(length: int, seed: int) -> None:
    path, _ = best_path(scores(length, seed))
    labels = ["O", *(LABELS[label] for label in path)]
    assert all(may_follow(*pair) for pair in pairwise(labels))


@given(st.integers(1, 5), st.integers(0, 10_000))
def test_no_allowed_path_scores_higher(length: int, seed: int) -> None:
    window = scores(length, seed)
    path, _ = best_path(window)
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
    path, shares = best_path(window)
    assert (LABELS[path[0]], shares[0]) == ("B-cue", pytest.approx(0.4))


@given(st.integers(1, 60), st.integers(0, 10_000))
def test_no_allowed_path_of_a_long_window_scores_higher(length: int, seed: int) -> None:
    window = scores(length, seed)
    path, _ = best_path(window)
    best = {label: window[0, at] for at, label in enumerate(LABELS) if label[0] != "I"}
    for row in window[1:]:
        best = {
            label: row[at] + max(score for before, score in best.items() if may_follow(before, label))
            for at, label in enumerate(LABELS)
            if any(may_follow(before, label) for before in best)
        }
    assert sum(window[np.arange(length), path]) == pytest.approx(max(best.values()), abs=1e-2)
