"""Runs the network over an article: which words are source, cue and content, and which cue each belongs to."""

from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions

from service.extraction.decoding import BestPath, Scores, best_paths
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
BATCH = 16  # windows that are decoded together


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
        spans: list[Tagged] = []
        decoded: list[_Decoded] = []
        for i in range(0, len(worded), BATCH):
            for window, path, links, speech in self._run(pieces, worded[i : i + BATCH]):
                found = _spans(pieces, window, path, speech)
                spans += found
                # Only their rows: of a text that fills the limit, all links together are a gigabyte.
                rows = {span.first: links[span.first - window.own].copy() for span in found if span.role != "cue"}
                decoded.append(_Decoded(window, rows))
        firsts = [span.first for span in spans]
        for one in decoded:
            window = one.window
            _link(spans, one, bisect_left(firsts, window.start), bisect_left(firsts, window.end))
        return spans

    def _run(self, pieces: Pieces, batch: list[Window]) -> list[tuple[Window, BestPath, Scores, Scores]]:
        found = [self._scores(pieces, window) for window in batch]
        paths = best_paths([tags for tags, _, _ in found])
        return [
            (window, path, links, speech) for window, path, (_, links, speech) in zip(batch, paths, found, strict=True)
        ]

    def _scores(self, pieces: Pieces, window: Window) -> tuple[Scores, Scores, Scores]:
        """Of the pieces that are the window's own: tags (own, labels), links to all pieces (own, n), speech (own,)."""
        inside = slice(window.start, window.end)
        ids = np.r_[CLS, pieces.ids[inside], SEP][None]
        features = np.r_[0, pieces.features[inside], 0][None]
        # One window at a time: padding to the longest of a batch costs a tenth, and nothing is gained by a batch.
        tags, links, speech = self._session.run(None, {"ids": ids, "features": features})
        own = slice(1 + window.own - window.start, ids.shape[1] - 1)
        return tags[0, own], links[0, own, 1:-1], speech[0, own]


def _has_words(text: str, pieces: Pieces, window: Window) -> bool:
    """Whether there is anything to tag: 300,000 quotation marks would otherwise cost five minutes."""
    stretch = text[pieces.starts[window.own] : pieces.ends[window.end - 1]]
    return any(letter.isalnum() for letter in stretch)


def _spans(pieces: Pieces, window: Window, tags: BestPath, speech: Scores) -> list[Tagged]:
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
