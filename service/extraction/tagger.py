"""Runs the network over an article: which words are source, cue and content, and which cue each belongs to."""

from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions

from service.extraction.encoding import (
    CLS,
    MARKS,
    OTHER_SHAPES,
    SEP,
    SHAPES,
    Pieces,
    Window,
    encode,
    load_tokenizer,
    windows,
    without,
)
from service.extraction.marks import Quotation
from service.records import Span

Role = Literal["source", "cue", "content"]
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
BATCH = 4  # windows in one run of the network: sixteen take twice the memory (440 MB) and are no faster

Scores = NDArray[np.float32]

# No I- behind another role: adding this to a step forbids it.
_STEP = np.array(
    [[-1e4 if b[0] == "I" and a[2:] != b[2:] else 0.0 for b in LABELS] for a in LABELS], dtype=np.float32
)  # fmt: skip
_FIRST = np.array([-1e4 if label[0] == "I" else 0.0 for label in LABELS], dtype=np.float32)


@dataclass(slots=True)
class Tagged:
    """One span that the network found. `score` is the mean probability of its tags.

    `cue` is the index (in the list of spans) of the cue it belongs to, with the probability `link`;
    `speech` is the probability that a cue is a verb of saying.
    """

    role: Role
    span: Span
    first: int
    end: int
    score: float
    cue: int | None = None
    link: float = 0.0
    speech: float = 1.0


@dataclass(frozen=True, slots=True)
class _Decoded:
    window: Window
    links: dict[int, Scores]  # of its sources and contents, by their first piece: to each piece of the window


class Tagger:
    """The network of one model folder; safe to share between threads."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        options = SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # the arena keeps the memory of the longest article for good
        self._session = InferenceSession(str(folder / "tagger.onnx"), options, providers=["CPUExecutionProvider"])
        self._tokenizer = load_tokenizer(folder / "tokenizer.json")

    def tag(self, text: str, marked: list[Quotation], skip: list[Span] | None = None) -> list[Tagged]:
        """The spans of one article in text order; `marked` are its quotations, `skip` stretches to read around."""
        pieces = without(encode(self._tokenizer, text, marked), skip or [])
        worded = [window for window in windows(pieces) if _has_words(text, pieces, window)]
        order = sorted(worded, key=lambda window: window.end - window.start)
        spans: list[Tagged] = []
        decoded: list[_Decoded] = []
        for i in range(0, len(order), BATCH):
            for window, tags, links, speech in self._run(pieces, order[i : i + BATCH]):
                found = _spans(pieces, window, tags, speech)
                spans += found
                # Only their rows: of a text that fills the limit, all links together are a gigabyte.
                rows = {span.first: links[span.first - window.own].copy() for span in found if span.role != "cue"}
                decoded.append(_Decoded(window, rows))
        spans.sort(key=lambda span: span.first)
        firsts = [span.first for span in spans]
        for one in decoded:
            window = one.window
            _link(spans, one, bisect_left(firsts, window.start), bisect_left(firsts, window.end))
        return spans

    def _run(
        self, pieces: Pieces, batch: list[Window]
    ) -> list[tuple[Window, tuple[NDArray[np.int64], Scores], Scores, Scores]]:
        width = max(window.end - window.start for window in batch) + 2
        ids, features, mask = (np.zeros((len(batch), width), dtype=np.int64) for _ in range(3))
        for row, window in enumerate(batch):
            size = window.end - window.start
            ids[row, 0], ids[row, size + 1] = CLS, SEP
            ids[row, 1 : size + 1] = pieces.ids[window.start : window.end]
            features[row, 1 : size + 1] = pieces.features[window.start : window.end]
            mask[row, : size + 2] = 1
        tags, links, speech = self._session.run(None, {"ids": ids, "features": features, "mask": mask})
        paths, shares = _best_paths(tags)
        found = []
        for row, window in enumerate(batch):
            size, own = window.end - window.start, window.own - window.start
            inside = slice(own + 1, size + 1)
            rows = links[row, inside, 1 : size + 1]
            found.append((window, (paths[row, inside], shares[row, inside]), rows, speech[row, inside]))
        return found


def _has_words(text: str, pieces: Pieces, window: Window) -> bool:
    """Whether there is anything to tag: 300,000 quotation marks would otherwise cost five minutes."""
    stretch = text[pieces.starts[window.own] : pieces.ends[window.end - 1]]
    return any(letter.isalnum() for letter in stretch)


def _best_paths(scores: Scores) -> tuple[NDArray[np.int64], Scores]:
    """Viterbi over a batch, scores (b, n, labels): the best allowed labels and their probabilities, both (b, n)."""
    logs = scores - _log_sum(scores)[..., None]
    rows, length, _ = logs.shape
    back = np.zeros(logs.shape, dtype=np.int8)
    best = logs[:, 0] + _FIRST
    for at in range(1, length):
        step = best[:, :, None] + _STEP
        back[:, at] = step.argmax(1)
        best = step.max(1) + logs[:, at]
    path = np.zeros((rows, length), dtype=np.int64)
    path[:, -1] = best.argmax(1)
    for at in range(length - 1, 0, -1):
        path[:, at - 1] = back[np.arange(rows), at, path[:, at]]
    return path, np.exp(np.take_along_axis(logs, path[..., None], 2)[..., 0])


def _log_sum(scores: Scores) -> Scores:
    top: Scores = scores.max(-1)
    return np.asarray(top + np.log(np.exp(scores - top[..., None]).sum(-1)), dtype=np.float32)


def _spans(pieces: Pieces, window: Window, tags: tuple[NDArray[np.int64], Scores], speech: Scores) -> list[Tagged]:
    """Runs of labels as spans; a B- label, another role, or a new paragraph begins a new one."""
    path, shares = tags
    path = _whole_words(pieces, window, path)
    roles = (path + 1) // 2  # 0 outside, 1 source, 2 cue, 3 content
    fresh = pieces.features[window.own : window.end] >= SHAPES * MARKS  # the first piece of a paragraph
    begins = (roles > 0) & ((path % 2 == 1) | fresh | np.r_[True, roles[1:] != roles[:-1]])
    found = []
    for low in np.flatnonzero(begins):
        after = np.flatnonzero(begins[low + 1 :] | (roles[low + 1 :] != roles[low]))
        high = low + 1 + (int(after[0]) if len(after) else len(path) - low - 1)
        first, end = window.own + int(low), window.own + int(high)
        found.append(
            Tagged(
                ("source", "cue", "content")[roles[low] - 1],
                (int(pieces.starts[first]), int(pieces.ends[end - 1])),
                first,
                end,
                float(shares[low:high].mean()),
                speech=float(1 / (1 + np.exp(-speech[low]))),
            )
        )
    return found


def _whole_words(pieces: Pieces, window: Window, path: NDArray[np.int64]) -> NDArray[np.int64]:
    """The labels, those inside a word set to that of its first piece: a span never begins or ends within a word."""
    own = slice(window.own, window.end)
    letters = pieces.features[own] % SHAPES < OTHER_SHAPES
    glued = np.r_[False, (pieces.starts[own][1:] == pieces.ends[own][:-1]) & letters[1:] & letters[:-1]]
    whole = path.copy()
    for at in np.flatnonzero(glued):
        whole[at] = whole[at - 1] + (whole[at - 1] % 2)  # B- (odd) goes on as I-, I- and O as they are
    return whole


def _link(spans: list[Tagged], decoded: _Decoded, low: int, high: int) -> None:
    """Gives the sources and contents of one window their most likely cue among the spans [low, high) it can see."""
    window = decoded.window
    cues = [i for i in range(low, high) if spans[i].role == "cue"]
    if not cues:
        return
    columns = [spans[i].first - window.start for i in cues]
    for span in spans[low:high]:
        if span.role != "cue" and span.first >= window.own:
            scores = decoded.links[span.first][columns]
            best = int(scores.argmax())
            span.cue = cues[best]
            span.link = float(1 / np.exp(scores - scores[best]).sum())
