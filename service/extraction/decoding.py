"""Finds the best labels of a window's word pieces: what the network scores alone, with what may follow what."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")

Scores = NDArray[np.float32]
BestPath = tuple[NDArray[np.int64], Scores]  # labels and their probabilities, one for each piece

_GOING_ON = tuple(range(2, len(LABELS), 2))  # the I- labels; each may follow itself and the B- before it only
_NEVER = float("-inf")


def best_path(scores: Scores) -> BestPath:
    """The best allowed labels of a window with scores (n, labels), and their probabilities, both (n,).

    Most pieces keep their own best label. Only stretches where that is not allowed are searched (Viterbi), each from
    a piece to a piece that may follow anything, so that what stands around it cannot be better otherwise.
    """
    logs = scores - _log_sum(scores)[:, None]
    path = logs.argmax(1)
    opens = (path % 2 == 1) | (path == 0)  # O and B- may follow anything
    roles = (path + 1) // 2
    wrong = ~opens
    wrong[1:] &= roles[1:] != roles[:-1]
    if len(wrong := wrong.nonzero()[0]):
        for low, labels in _allowed(logs, opens.nonzero()[0].tolist(), wrong.tolist()):
            path[low : low + len(labels)] = labels
    return path, np.exp(logs[np.arange(len(path)), path])


def _allowed(logs: Scores, opens: list[int], wrong: list[int]) -> Iterator[tuple[int, list[int]]]:
    """(first piece, labels) of each stretch around the pieces `wrong`; a later one may cover an earlier one."""
    end, before = 0, 0  # how many of `opens` lie before the stretch, and where the last stretch ended
    for at in wrong:
        if at < end:
            continue
        while before < len(opens) and opens[before] < at:
            before += 1
        end = opens[before] if before < len(opens) else len(logs)
        for start in (*reversed(opens[:before]), 0):
            labels = _searched(logs[start:end].tolist(), free=start > 0)
            if start == 0 or labels[0] not in _GOING_ON:
                yield start, labels
                break


def _searched(logs: list[list[float]], *, free: bool) -> list[int]:
    """Viterbi. `free`: the first may be an I- label too, as the end of something that began before."""
    best = list(logs[0])
    if not free:
        for label in _GOING_ON:
            best[label] = _NEVER
    back: list[list[int]] = []
    for row in logs[1:]:
        highest = max(best)
        froms = [best.index(highest)] * len(LABELS)
        reached = [highest + log for log in row]
        for label in _GOING_ON:
            froms[label] = last = label - 1 if best[label - 1] >= best[label] else label
            reached[label] = best[last] + row[label]
        best = reached
        back.append(froms)
    labels = [best.index(max(best))]
    for froms in reversed(back):
        labels.append(froms[labels[-1]])
    return labels[::-1]


def _log_sum(scores: Scores) -> Scores:
    top: Scores = np.maximum.reduce(scores, axis=-1)
    return np.asarray(top + np.log(np.add.reduce(np.exp(scores - top[..., None]), axis=-1)), dtype=np.float32)
