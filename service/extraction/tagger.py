"""Runs the network over an article: which words are source, cue and content, and which cue each belongs to."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from service.extraction.ahead import Helpers
from service.extraction.decoding import Scores, best_path
from service.extraction.encoding import (
    MARKS,
    OTHER_SHAPES,
    SHAPES,
    Pieces,
    Window,
    encode,
    load_tokenizer,
    windows,
    without,
)
from service.extraction.marks import Quotation
from service.extraction.model_folder import LINKS, NETWORK, TOKENIZER
from service.extraction.sequences import sequence
from service.records import Span

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Role = Literal["source", "cue", "content"]
# What goes into the two graphs of a model folder (of a sequence; of what was heard), and what comes out, in this order.
READ = ("ids", "features", "positions", "cut", "high", "low", "upper", "lower")
HEARD = ("tags", "hidden", "speech")
LINKED = ("queries", "keys", "nearness")


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
    """What the network says of a window's pieces, those of its context as well: tags (n, labels), speech (n,), and the
    states behind both, hidden (1, m, width), in which the pieces have `places` (n,).
    """

    tags: Scores
    speech: Scores
    hidden: Scores
    places: NDArray[np.int64]


class Tagger:
    """The network of one model folder; safe to share between threads."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        """`threads`: so many windows of an article are heard at once. What is found does not depend on it."""
        self._network, self._links = (_session(folder / name) for name in (NETWORK, LINKS))
        self._tokenizer = load_tokenizer(folder / TOKENIZER)
        self._helpers = Helpers(threads)

    def tag(self, text: str, marked: list[Quotation], skip: list[Span] | None = None) -> list[Tagged]:
        """The spans of one article in text order; `marked` are its quotations, `skip` stretches to read around."""
        pieces = without(encode(self._tokenizer, text, marked), skip or [])
        told = [window for window in windows(pieces) if _has_words(text, pieces, window)]
        spans: list[Tagged] = []
        for window, heard in zip(told, self._helpers.in_order(partial(self._heard, pieces), told), strict=True):
            since = len(spans)
            spans += _spans(pieces, window, heard)
            self._link(spans, since, window, heard)
        return spans

    def _heard(self, pieces: Pieces, window: Window) -> _Heard:
        # One window at a time: padding to the longest of a batch costs a tenth, and nothing is gained by a batch.
        laid = sequence(pieces, window)
        tags, hidden, speech = self._network.run(HEARD, {name: getattr(laid, name) for name in READ})
        return _Heard(tags[laid.places], speech[laid.places], hidden, laid.places)

    def _link(self, spans: list[Tagged], since: int, window: Window, heard: _Heard) -> None:
        """Gives the sources and contents of a window, those from `since` on, their most likely cue that it can see."""
        low = since
        while low and spans[low - 1].first >= window.start:
            low -= 1
        cues = [at for at in range(low, len(spans)) if spans[at].role == "cue"]
        tied = [span for span in spans[since:] if span.role != "cue"]
        if not cues or not tied:
            return
        rows, columns = np.array([span.first for span in tied]), np.array([spans[at].first for at in cues])
        asked = np.concatenate((rows, columns)) - window.start
        queries, keys, nearness = self._links.run(LINKED, {"hidden": heard.hidden[:, heard.places[asked]]})
        far = len(nearness) // 2
        scores = queries[: len(rows)] @ keys[len(rows) :].T
        scores += nearness[np.minimum(np.maximum(columns - rows[:, None], -far), far) + far]
        best = scores.argmax(1)
        links = 1 / np.exp(scores - scores.max(1, keepdims=True)).sum(1)
        for span, column, link in zip(tied, best.tolist(), links.tolist(), strict=True):
            span.cue, span.link = cues[column], link


def _session(path: Path) -> "InferenceSession":
    # Here, for it starts a thread, which must not be there yet where processes are forked after this import.
    from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = 1  # windows are heard at once, each alone: how they are split changes no figure
    options.inter_op_num_threads = 1
    options.graph_optimization_level = GraphOptimizationLevel.ORT_DISABLE_ALL  # done already, by training.export
    return InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _has_words(text: str, pieces: Pieces, window: Window) -> bool:
    """Whether there is anything to tag: 300,000 quotation marks would otherwise cost five minutes."""
    stretch = text[pieces.starts[window.own] : pieces.ends[window.end - 1]]
    return any(letter.isalnum() for letter in stretch)


def _spans(pieces: Pieces, window: Window, heard: _Heard) -> list[Tagged]:
    """Runs of labels as spans; a B- label, another role, or a new paragraph begins a new one."""
    own = window.own - window.start
    path, shares = best_path(heard.tags[own:])
    path = _whole_words(pieces, window, path)
    roles = (path + 1) // 2  # 0 outside, 1 source, 2 cue, 3 content
    fresh = pieces.features[window.own : window.end] >= SHAPES * MARKS  # the first piece of a paragraph
    changes = np.ones(len(path) + 1, dtype=bool)  # and one more behind the last
    np.not_equal(roles[1:], roles[:-1], out=changes[1:-1])
    begins = (roles > 0) & ((path % 2 == 1) | fresh | changes[:-1])
    lows = begins.nonzero()[0]
    changes[:-1] |= begins
    breaks = changes.nonzero()[0]
    highs = breaks[breaks.searchsorted(lows, "right")]
    starts, ends = pieces.starts[window.own + lows].tolist(), pieces.ends[window.own + highs - 1].tolist()
    said = (1 / (1 + np.exp(-heard.speech[own:][lows]))).tolist()
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
