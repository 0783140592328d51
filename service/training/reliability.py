"""Says how often pairs held to be disputes with some probability are, each asked with weights fitted without its case.

`python -m service.training.reliability CASES [--light CASES] --corpus FILE` prints it for short cases and for whole
articles; those that count for half teach, and are not asked.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import pairwise
from math import exp
from pathlib import Path

import click

from service.disputes.observing import WHOLE
from service.training.disputes import CASES, CORPUS, LIGHT, Example, Weights, fit, learned

_FOLDS = 6
_EDGES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)

Asked = tuple[float, bool, bool]  # how probably a pair is a dispute, whether it is, whether it is of a whole article


def asked(examples: Sequence[tuple[str, Example]]) -> Iterator[Asked]:
    """Each example, beside the id of its case, by weights fitted on those of cases in other folds."""
    for number in range(_FOLDS):
        weights = fit([example for case, example in examples if _fold(case) != number])
        for case, example in examples:
            if _fold(case) == number and example.worth == 1:
                whole = any(name.startswith(WHOLE) for name in example.seen)
                yield _chance(weights, example), example.disputes, whole


def table(found: Sequence[Asked]) -> Iterator[str]:
    """A line for each tenth of probability that has pairs: how many there are, how many of them are disputes."""
    for low, high in pairwise(_EDGES):
        truth = [disputes for chance, disputes, _ in found if low <= chance < high]
        if truth:
            yield f"{low:.1f} to {high:.1f}: {sum(truth)} of {len(truth)}"


def _chance(weights: Weights, example: Example) -> float:
    odds = sum(value * weights.named.get(name, 0.0) for name, value in example.seen.items())
    return 1 / (1 + exp(-odds - float((weights.diction * example.means).sum())))


def _fold(case: str) -> int:
    return sha256(case.encode()).digest()[0] % _FOLDS


@click.command()
@CASES
@LIGHT
@CORPUS
def main(cases: tuple[Path, ...], light: tuple[Path, ...], corpus: Path) -> None:
    """Prints how often pairs of CASES are disputes, by how probably they were held to be."""
    found = list(asked(list(learned(cases, light, corpus))))
    for name, whole in (("short", False), ("whole", True)):
        click.echo("\n".join((f"{name}:", *table([one for one in found if one[2] is whole]))))


if __name__ == "__main__":
    main()
