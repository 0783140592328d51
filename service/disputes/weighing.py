"""Says how probably a statement disputes a claim of its article: what is observed, weighed by fitted tables."""

from collections.abc import Mapping
from functools import cache
from itertools import product
from math import exp, log

import numpy as np

from service.disputes.diction import Diction
from service.disputes.observing import DENIAL, WHOLE, at_hand, by_meaning
from service.disputes.pair import Pair
from service.disputes.scaling import REACH
from service.disputes.tables import groups

_COSTLY = (
    "kindred",
    "kindred only",
    "kindred throughout",
    "kindred to what is denied",
    "kindred beyond",
    "stands against",
)


class Weighing:
    """Weighs what is observed of pairs, by weights under their names and by what words weigh."""

    def __init__(self, named: Mapping[str, float], diction: Diction) -> None:
        self._tables, self._diction = parted(named), diction

    def chance(self, pair: Pair, least: float = 0.0) -> float:
        """The probability that the answer disputes the claim, 0 to 1; 0 where it cannot reach `least`."""
        weights, most = self._tables[pair.of_whole, pair.given.answer.oblique]
        odds = _sum(weights, at_hand(pair)) + self._diction.odds(pair)
        if least and odds + most < log(least / (1 - least)):
            return 0.0
        return 1 / (1 + exp(-odds - _sum(weights, by_meaning(pair))))


@cache
def shipped() -> Weighing:
    """By the weights in `tables`."""
    named = {name.replace("_", " "): float(weight) for name, weight in groups("weights")}
    return Weighing(named, Diction(np.array(groups("diction"), np.float32)))


def parted(weights: Mapping[str, float]) -> Mapping[tuple[bool, bool], tuple[Mapping[str, float], float]]:
    """The weights by whole article or not and by other account or denial, under their names within each table.

    In a whole article what is weighed there more is added. Beside each table the most that what is costly can add.
    """
    tables: dict[tuple[bool, bool], dict[str, float]] = {key: {} for key in product((False, True), (False, True))}
    for name, weight in weights.items():
        oblique = not name.removeprefix(WHOLE).startswith(DENIAL)
        own = name.removeprefix(WHOLE).removeprefix(DENIAL)
        for whole in {name.startswith(WHOLE), True}:
            tables[whole, oblique][own] = tables[whole, oblique].get(own, 0.0) + weight
    return {key: (table, _most(table)) for key, table in tables.items()}


def _most(weights: Mapping[str, float]) -> float:
    return REACH * sum(abs(weights.get(name, 0.0)) for name in _COSTLY)


def _sum(weights: Mapping[str, float], seen: Mapping[str, float]) -> float:
    return sum(value * weights.get(name, 0.0) for name, value in seen.items() if value)
