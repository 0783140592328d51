"""Says how probably a statement disputes a claim of its article: what is observed, weighed by a fitted table."""

from collections.abc import Mapping
from functools import cache
from math import exp, log

from service.disputes.observing import DENIAL, REACH, Pair, at_hand, by_meaning
from service.disputes.tables import groups

_COSTLY = ("kindred", "kindred only", "kindred throughout", "kindred to what is denied", "stands against")


def chance(pair: Pair, least: float = 0.0) -> float:
    """The probability that the answer disputes the claim, 0 to 1; 0 where it cannot reach `least`."""
    weights, most = _tables()[pair.given.answer.oblique]
    odds = _sum(weights, at_hand(pair))
    if least and odds + most < log(least / (1 - least)):
        return 0.0
    return 1 / (1 + exp(-odds - _sum(weights, by_meaning(pair))))


def _sum(weights: Mapping[str, float], seen: Mapping[str, float]) -> float:
    return sum(value * weights.get(name, 0.0) for name, value in seen.items() if value)


@cache
def _tables() -> tuple[tuple[Mapping[str, float], float], ...]:
    """The weights of words that plainly deny and of others, each with the most that what is costly can add."""
    weights = {name.replace("_", " "): float(weight) for name, weight in groups("weights")}
    denials = {name.removeprefix(DENIAL): weight for name, weight in weights.items() if name.startswith(DENIAL)}
    return (denials, _most(denials)), (weights, _most(weights))


def _most(weights: Mapping[str, float]) -> float:
    return REACH * sum(abs(weights.get(name, 0.0)) for name in _COSTLY)
