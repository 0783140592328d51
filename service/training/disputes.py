"""Fits the weights by which statements are held to dispute claims, from cases and articles with marked disputes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from service.disputes.diction import PARTS, Diction, means
from service.disputes.observing import WHOLE, observed
from service.disputes.weighing import Weighing
from service.training.dispute_cases import CASES, CORPUS, LIGHT, Case, read_cases

# What keeps a weight small, chosen by asking cases with weights fitted without them: in whole articles, of which few
# are marked, a weight differs from that in short cases only where many pairs ask for it.
_RIDGE, _RIDGE_OF_WHOLE, _RIDGE_OF_DICTION = 1.0, 5.0, 0.4
_STEPS = 30
_STILL = 2e-4  # a step of which hardly a weight that is written changes
_AT_ONCE = 20_000  # examples of which the matrix is multiplied at a time

Floats = NDArray[np.float64]
Single = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Example:
    """What is observed of a pair, the means of its words (`PARTS`, width), and whether it is a dispute."""

    seen: dict[str, float]
    means: NDArray[np.float32]
    disputes: bool
    worth: float = 1.0  # of how many examples it counts


@dataclass(frozen=True, slots=True)
class Weights:
    """What each observation weighs, by name, and each dimension of the words' vectors in each of `PARTS`."""

    named: dict[str, float]
    diction: Floats

    def weighing(self) -> Weighing:
        """What weighs pairs by them."""
        return Weighing(self.named, Diction(self.diction.astype(np.float32)))


def fit(examples: Sequence[Example]) -> Weights:
    """The weights of a ridge logistic regression by Newton's steps."""
    names = sorted({name for example in examples for name in example.seen})
    matrix = _matrix(examples, names)
    truth = np.array([example.disputes for example in examples], np.float32)
    worth = np.array([example.worth for example in examples], np.float32)
    ridge = np.full(matrix.shape[1], _RIDGE)
    ridge[len(names) :] = _RIDGE_OF_DICTION
    ridge[[at for at, name in enumerate(names) if name.startswith(WHOLE)]] = _RIDGE_OF_WHOLE
    values = np.zeros(matrix.shape[1])
    for _ in range(_STEPS):
        values = values - (step := _step(matrix, truth, worth, ridge, values))
        if np.abs(step).max() < _STILL:
            break
    by_name = dict(zip(names, map(float, values), strict=False))
    return Weights(by_name, values[len(names) :].reshape(len(PARTS), -1))


def examples_of(case: Case) -> Iterator[Example]:
    """What is observed of the pairs of a case."""
    return (Example(observed(pair), means(pair), right, case.worth) for pair, right in case.pairs())


def _matrix(examples: Sequence[Example], names: Sequence[str]) -> Single:
    """A row an example: what is observed under each name, and the means of its words behind."""
    columns = {name: at for at, name in enumerate(names)}
    found = np.zeros((len(examples), len(names) + examples[0].means.size), np.float32)
    for row, example in zip(found, examples, strict=True):
        for name, value in example.seen.items():
            row[columns[name]] = value
        row[len(names) :] = example.means.ravel()
    return found


def _step(matrix: Single, truth: Single, worth: Single, ridge: Floats, values: Floats) -> Floats:
    chances = 1 / (1 + np.exp(-matrix @ values.astype(np.float32)))
    slope = matrix.T @ (worth * (chances - truth)) + ridge * values
    bend = np.sqrt(worth * chances * (1 - chances))
    curve = np.diag(ridge)
    for start in range(0, len(matrix), _AT_ONCE):
        part = matrix[start : start + _AT_ONCE] * bend[start : start + _AT_ONCE, None]
        curve += part.T @ part
    found: Floats = np.linalg.solve(curve, slope).astype(np.float64)
    return found


@click.command()
@CASES
@LIGHT
@CORPUS
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder to write in.")
def main(cases: tuple[Path, ...], light: tuple[Path, ...], corpus: Path, out: Path) -> None:
    """Writes weights.txt and diction.txt, fitted on CASES: NDJSON with `disputes` and `text`, or the `id` of a corpus
    article.
    """
    weights = fit([example for case in read_cases(cases, light, corpus) for example in examples_of(case)])
    named = [f"{name.replace(' ', '_')} {weight:+.3f}" for name, weight in sorted(weights.named.items())]
    _write(out / "weights.txt", "What each observation of a pair weighs, fitted.", named)
    rows = [" ".join(f"{weight:.3f}" for weight in row) for row in weights.diction]
    _write(out / "diction.txt", f"What each dimension of the mean of words weighs, fitted: {', '.join(PARTS)}.", rows)


def _write(path: Path, head: str, lines: Sequence[str]) -> None:
    path.write_text("\n".join((f"# {head}", *lines)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
