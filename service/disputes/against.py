"""Says how probably a sentence stands against a claim: a small linear model over words that deny."""

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from service.disputes.tables import groups
from service.disputes.words import opposed, shared, terms

_MODEL = Path(__file__).resolve().parent / "tables" / "against.json"
_WORD = re.compile(r"[a-z0-9]+(?:['-][a-z0-9]+)*")
_NEGATIVE = ("no", "nt")
_CALLING_FALSE = ("deny", "debunk", "false", "joke", "doctored", "evidence", "wrongly")


@dataclass(frozen=True, slots=True)
class Weights:
    """One weight for each feature, and the probability from which on a sentence counts as against."""

    values: NDArray[np.float64]
    threshold: float


def against(claim: str, sentence: str, weights: Weights | None = None) -> float:
    """The probability that a sentence denies a claim, 0 to 1; with the shipped weights unless others are given."""
    used = weights or shipped()
    return float(1 / (1 + np.exp(-features(claim, sentence) @ used.values)))


def stands_against(claim: str, sentence: str, weights: Weights | None = None) -> bool:
    """Whether the probability reaches the threshold of the weights."""
    used = weights or shipped()
    return against(claim, sentence, used) >= used.threshold


@cache
def shipped() -> Weights:
    """The weights beside this module. FileNotFoundError if the installation lacks them."""
    stored = json.loads(_MODEL.read_text("utf-8"))
    return Weights(np.array(stored["weights"], dtype=np.float64), stored["threshold"])


@lru_cache(maxsize=10_000)
def features(claim: str, sentence: str) -> NDArray[np.float64]:
    """What the model knows of a pair: which groups of words the sentence has beyond the claim, and what they share."""
    theirs, own = _groups_in(claim), _groups_in(sentence)
    new = [float(name in own and name not in theirs) for name in _names()]
    kept = [float(name in own and name in theirs) for name in _names()]
    lost = [float(name in theirs and name not in own) for name in _names()]
    fresh = _said(sentence) - _said(claim)
    words = [float(word in fresh) for word in _listed()]
    return np.array([1.0, *new, *kept, *lost, *words, *_together(claim, sentence, theirs, own)])


def _together(claim: str, sentence: str, theirs: frozenset[str], own: frozenset[str]) -> list[float]:
    one, two = terms(claim), terms(sentence)
    alike = shared(one, two)
    untrue = bool(own & set(_CALLING_FALSE)) != bool(theirs & set(_CALLING_FALSE))
    negated = bool(own & set(_NEGATIVE)) != bool(theirs & set(_NEGATIVE))
    question = sentence.rstrip().endswith("?")
    return [
        alike, untrue, negated, untrue and negated, alike * negated, alike * untrue, question, question and untrue,
        opposed(one, two), len(two) / 10, sentence.lstrip("'\"‘“").lower().startswith(("no,", "no ", "sorry", "nope")),
    ]  # fmt: skip


@cache
def _listed() -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for line in groups("against") for word in line[1:]))


def _groups_in(text: str) -> frozenset[str]:
    said = _said(text)
    return frozenset(name for name, listed in _lists() if said & listed)


def _said(text: str) -> set[str]:
    """The words of a text, and its runs of two and three, joined by "_"."""
    words = _WORD.findall(text.lower().replace("’", "'"))
    said = set(words) | {"_".join(pair) for pair in pairwise(words)}
    said |= {"_".join(three) for three in zip(words, words[1:], words[2:], strict=False)}
    return said


@cache
def _lists() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((line[0], frozenset(line[1:])) for line in groups("against"))


def _names() -> tuple[str, ...]:
    return tuple(name for name, _ in _lists())
