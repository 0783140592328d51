"""Turns PolNeAR articles into windows of labelled word pieces."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from service.extraction.decoding import LABELS
from service.extraction.encoding import Pieces, encode, windows
from service.extraction.marks import quotations

IGNORE = -100
_LABEL = {label: index for index, label in enumerate(LABELS)}

Labels = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """One window: inputs and targets of shape (n,). `links` holds, for the first piece of a source or content,
    the place of its cue in the window; `speech` is 1 or 0 on the first piece of a cue; IGNORE elsewhere."""

    ids: Labels
    features: Labels
    tags: Labels
    links: Labels
    speech: Labels


def read(path: Path) -> list[dict[str, Any]]:
    """Articles of one corpus file, a JSON object a line."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def examples(tokenizer: Tokenizer, article: dict[str, Any]) -> list[Example]:
    """Windows of one article; pieces that a window only reads as context carry no target."""
    text: str = article["text"]
    pieces = encode(tokenizer, text, quotations(text))
    tags, links, speech = _targets(article, pieces)
    found = []
    for window in windows(pieces):
        inside = slice(window.start, window.end)
        context = np.arange(window.start, window.end) < window.own
        cue = links[inside] - window.start
        reachable = (links[inside] >= window.start) & (links[inside] < window.end) & ~context
        found.append(
            Example(
                pieces.ids[inside],
                pieces.features[inside],
                np.where(context, IGNORE, tags[inside]),
                np.where(reachable, cue, IGNORE),
                np.where(context, IGNORE, speech[inside]),
            )
        )
    return found


def _targets(article: dict[str, Any], pieces: Pieces) -> tuple[Labels, Labels, Labels]:
    count = len(pieces.ids)
    tags = np.zeros(count, dtype=np.int64)
    links = np.full(count, IGNORE, dtype=np.int64)
    speech = np.full(count, IGNORE, dtype=np.int64)
    for attribution in article["attributions"]:
        firsts = {role: _tag(tags, pieces, role, attribution[role]) for role in ("source", "cue", "content")}
        if firsts["cue"]:
            cue = firsts["cue"][0]
            speech[cue] = int(attribution["speech_cue"])
            links[firsts["source"] + firsts["content"]] = cue
    return tags, links, speech


def _tag(tags: Labels, pieces: Pieces, role: str, spans: list[list[int]]) -> list[int]:
    """Writes the labels of one role; returns the first piece of each of its spans."""
    firsts = []
    for start, end in spans:
        low = int(np.searchsorted(pieces.ends, start, "right"))
        high = int(np.searchsorted(pieces.starts, end, "left"))
        if low < high:
            tags[low] = _LABEL[f"B-{role}"]
            tags[low + 1 : high] = _LABEL[f"I-{role}"]
            firsts.append(low)
    return firsts
