"""Finds the best labels of a window's word pieces: what the network scores alone, with what may follow what."""

import numpy as np
from numpy.typing import NDArray

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")

Scores = NDArray[np.float32]
BestPath = tuple[NDArray[np.int64], Scores]  # labels and their probabilities, one for each piece

# No I- behind another role: adding this to a step forbids it.
_STEP = np.array(
    [[-1e4 if b[0] == "I" and a[2:] != b[2:] else 0.0 for b in LABELS] for a in LABELS], dtype=np.float32
)  # fmt: skip
_FIRST = np.array([-1e4 if label[0] == "I" else 0.0 for label in LABELS], dtype=np.float32)


def best_paths(scores: list[Scores]) -> list[BestPath]:
    """Viterbi over several windows at once, scores (n, labels) of each: its best allowed labels and their
    probabilities, both (n,).
    """
    logs = np.full((len(scores), max(map(len, scores)), len(LABELS)), -1e4, dtype=np.float32)
    logs[..., 0] = 0.0  # behind the end of a window there is nothing
    for row, one in enumerate(scores):
        logs[row, : len(one)] = one - _log_sum(one)[:, None]
    back = np.zeros(logs.shape, dtype=np.int8)
    best = logs[:, 0] + _FIRST
    for at in range(1, logs.shape[1]):
        step = best[:, :, None] + _STEP
        back[:, at] = step.argmax(1)
        best = step.max(1) + logs[:, at]
    path = np.zeros(logs.shape[:2], dtype=np.int64)
    path[:, -1] = best.argmax(1)
    rows = np.arange(len(scores))
    for at in range(logs.shape[1] - 1, 0, -1):
        path[:, at - 1] = back[rows, at, path[:, at]]
    shares = np.exp(np.take_along_axis(logs, path[..., None], 2)[..., 0])
    return [(path[row, : len(one)], shares[row, : len(one)]) for row, one in enumerate(scores)]


def _log_sum(scores: Scores) -> Scores:
    top: Scores = scores.max(-1)
    return np.asarray(top + np.log(np.exp(scores - top[..., None]).sum(-1)), dtype=np.float32)
