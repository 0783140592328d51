"""Says how probably a sentence stands against a claim: what speaks against it, weighed by a fitted table."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

from service.disputes.refuting import refuting

_MODEL = Path(__file__).resolve().parent / "tables" / "against.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """What each observation weighs, by name, and the probability from which on a sentence counts as against."""

    values: Mapping[str, float]
    threshold: float


def against(claim: str, sentence: str, weights: Weights | None = None) -> float:
    """The probability that a sentence denies a claim, 0 to 1; with the shipped weights unless others are given."""
    values = (weights or shipped()).values
    return 1 / (1 + exp(-sum(values.get(name, 0.0) * value for name, value in refuting(claim, sentence).items())))


def stands_against(claim: str, sentence: str, weights: Weights | None = None) -> bool:
    """Whether the probability reaches the threshold of the weights."""
    used = weights or shipped()
    return against(claim, sentence, used) >= used.threshold


@cache
def shipped() -> Weights:
    """The weights beside this module. FileNotFoundError if the installation lacks them."""
    stored = json.loads(_MODEL.read_text("utf-8"))
    return Weights(stored["weights"], stored["threshold"])
