"""Runs the network over an article: which words are source, cue and content, and which cue each belongs to."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from service.errors import ModelError
from service.extraction.decoding import Scores, best_path
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
# What goes into the network of a model folder, and what comes out of it, in this order.
INPUTS = ("ids", "features")
OUTPUTS = ("tags", "queries", "keys", "nearness", "speech")


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
class _Heard:
    """What the network says of a window, [CLS] and [SEP] left out. Of its own pieces: tags (own, labels), queries
    (own, width), speech (own,); of all: keys (n, width); nearness (2 * far + 1,) is that of any two by their distance.
    """

    tags: Scores
    queries: Scores
    keys: Scores
    nearness: Scores
    speech: Scores


class Tagger:
    """The network of one model folder; safe to share between threads."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        # Here, for it starts a thread, which must not be there yet where processes are forked after this import.
        from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions

        options = SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.graph_optimization_level = GraphOptimizationLevel.ORT_DISABLE_ALL  # done already, by training.export
        self._session = InferenceSession(str(folder / "tagger.onnx"), options, providers=["CPUExecutionProvider"])
        if len(self._session.get_outputs()) != len(OUTPUTS):
            raise ModelError(f"the network in {folder} was made for another version of this program")
        self._tokenizer = load_tokenizer(folder / "tokenizer.json")

    def tag(self, text: str, marked: list[Quotation], skip: list[Span] | None = None) -> list[Tagged]:
        """The spans of one article in text order; `marked` are its quotations, `skip` stretches to read around."""
        pieces = without(encode(self._tokenizer, text, marked), skip or [])
        spans: list[Tagged] = []
        for window in windows(pieces):
            if _has_words(text, pieces, window):
                heard, since = self._heard(pieces, window), len(spans)
                spans += _spans(pieces, window, heard)
                _link(spans, since, window, heard)
        return spans

    def _heard(self, pieces: Pieces, window: Window) -> _Heard:
        inside = slice(window.start, window.end)
        ids = np.concatenate(((CLS,), pieces.ids[inside], (SEP,)))
        features = np.concatenate(((0,), pieces.features[inside], (0,)))
        # One window at a time: padding to the longest of a batch costs a tenth, and nothing is gained by a batch.
        given = dict(zip(INPUTS, (ids, features), strict=True))
        tags, queries, keys, nearness, speech = self._session.run(None, given)
        own = slice(1 + window.own - window.start, len(ids) - 1)
        return _Heard(tags[own], queries[own], keys[1:-1], nearness, speech[own])


def _has_words(text: str, pieces: Pieces, window: Window) -> bool:
    """Whether there is anything to tag: 300,000 quotation marks would otherwise cost five minutes."""
    stretch = text[pieces.starts[window.own] : pieces.ends[window.end - 1]]
    return any(letter.isalnum() for letter in stretch)


def _spans(pieces: Pieces, window: Window, heard: _Heard) -> list[Tagged]:
    """Runs of labels as spans; a B- label, another role, or a new paragraph begins a new one."""
    path, shares = best_path(heard.tags)
    path = _whole_words(pieces, window, path)
    roles = (path + 1) // 2  # 0 outside, 1 source, 2 cue, 3 content
    fresh = pieces.features[window.own : window.end] >= SHAPES * MARKS  # the first piece of a paragraph
    changes = np.diff(roles, prepend=-1) != 0
    begins = (roles > 0) & ((path % 2 == 1) | fresh | changes)
    lows = np.flatnonzero(begins)
    breaks = np.append(np.flatnonzero(begins | changes), len(path))
    highs = breaks[np.searchsorted(breaks, lows, "right")]
    starts, ends = pieces.starts[window.own + lows].tolist(), pieces.ends[window.own + highs - 1].tolist()
    said = (1 / (1 + np.exp(-heard.speech[lows]))).tolist()
    sums = np.cumsum(shares, dtype=np.float64)
    scores = ((sums[highs - 1] - sums[lows] + shares[lows]) / (highs - lows)).tolist()
    return [
        Tagged(
            ("source", "cue", "content")[roles[low] - 1],
            (start, end),
            window.own + low,
            window.own + high,
            score,
            speech=speech,
        )
        for low, high, start, end, score, speech in zip(
            lows.tolist(), highs.tolist(), starts, ends, scores, said, strict=True
        )
    ]


def _whole_words(pieces: Pieces, window: Window, path: NDArray[np.int64]) -> NDArray[np.int64]:
    """The labels, those inside a word set to that of its first piece: a span never begins or ends within a word."""
    own = slice(window.own, window.end)
    letters = pieces.features[own] % SHAPES < OTHER_SHAPES
    glued = np.zeros(len(path), dtype=bool)
    glued[1:] = (pieces.starts[own][1:] == pieces.ends[own][:-1]) & letters[1:] & letters[:-1]
    # Each piece looks at the first of its word; behind it, B- (odd) goes on as I-, I- and O as they are.
    first = np.maximum.accumulate(np.where(glued, 0, np.arange(len(path))))
    whole: NDArray[np.int64] = path[first] + (path[first] % 2) * glued
    return whole


def _link(spans: list[Tagged], since: int, window: Window, heard: _Heard) -> None:
    """Gives the sources and contents of a window, those from `since` on, their most likely cue that it can see."""
    low = since
    while low and spans[low - 1].first >= window.start:
        low -= 1
    cues = [at for at in range(low, len(spans)) if spans[at].role == "cue"]
    tied = [span for span in spans[since:] if span.role != "cue"]
    if not cues or not tied:
        return
    rows, columns = np.array([span.first for span in tied]), np.array([spans[at].first for at in cues])
    far = len(heard.nearness) // 2
    scores = heard.queries[rows - window.own] @ heard.keys[columns - window.start].T
    scores += heard.nearness[np.minimum(np.maximum(columns - rows[:, None], -far), far) + far]
    best = scores.argmax(1)
    links = 1 / np.exp(scores - scores.max(1, keepdims=True)).sum(1)
    for span, column, link in zip(tied, best.tolist(), links.tolist(), strict=True):
        span.cue, span.link = cues[column], link
