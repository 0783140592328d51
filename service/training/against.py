"""Fits the weights that tell whether a sentence stands against a claim, from pairs with a stance."""

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from service.disputes.against import Weights
from service.disputes.refuting import refuting

_FOLDS = 5
_RIDGES = (20.0, 10.0, 5.0, 2.0)
_STEPS = 20
_THRESHOLDS = np.arange(0.1, 0.8, 0.02)

Pair = tuple[str, str, bool]  # claim, sentence, whether the sentence stands against it
Floats = NDArray[np.float64]


def fit(pairs: Sequence[Pair]) -> Weights:
    """Weights of a ridge logistic regression; ridge and threshold are those best by F1 in five folds by claim."""
    names = sorted(refuting(*pairs[0][:2]))
    seen = [refuting(claim, sentence) for claim, sentence, _ in pairs]
    matrix, truth = np.array([[one[name] for name in names] for one in seen]), np.array([pair[2] for pair in pairs])
    fold = np.array([_fold(claim) for claim, *_ in pairs])
    _, ridge, threshold = max(_tried(matrix, truth, fold, ridge) for ridge in _RIDGES)
    return Weights(dict(zip(names, map(float, _fitted(matrix, truth, ridge)), strict=True)), threshold)


def f1(said: NDArray[np.bool_], truth: NDArray[np.bool_]) -> float:
    """F1 of the positive class; 0 where nothing is right."""
    right = float((said & truth).sum())
    return 2 * right / (float(said.sum()) + float(truth.sum())) if right else 0.0


def _tried(matrix: Floats, truth: NDArray[np.bool_], fold: NDArray[np.int64], ridge: float) -> tuple[float, ...]:
    """The best F1 on rows whose claims were left out of the fit, with the ridge and the threshold that gave it."""
    chances = np.zeros(len(truth))
    for number in range(_FOLDS):
        held = fold == number
        chances[held] = _chances(matrix[held], _fitted(matrix[~held], truth[~held], ridge))
    return max((f1(chances >= level, truth), ridge, float(level)) for level in _THRESHOLDS)


def _fold(claim: str) -> int:
    return sha256(claim.encode()).digest()[0] % _FOLDS


def _fitted(matrix: Floats, truth: NDArray[np.bool_], ridge: float) -> Floats:
    values = np.zeros(matrix.shape[1])
    for _ in range(_STEPS):
        chances = _chances(matrix, values)
        slope = matrix.T @ (chances - truth) + ridge * values
        curve = (matrix * (chances * (1 - chances))[:, None]).T @ matrix + ridge * np.eye(len(values))
        values = values - np.linalg.solve(curve, slope)
    return values


def _chances(matrix: Floats, values: Floats) -> Floats:
    found: Floats = 1 / (1 + np.exp(-matrix @ values))
    return found


@click.command()
@click.argument("corpus", type=click.Path(exists=True, path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
def main(corpus: Path, out: Path) -> None:
    """Writes the weights fitted on CORPUS (NDJSON with claim, headline, stance) to OUT."""
    rows = [json.loads(line) for line in corpus.read_text("utf-8").splitlines()]
    weights = fit([(row["claim"], row["headline"], row["stance"] == "against") for row in rows])
    values = {name: round(value, 3) for name, value in weights.values.items()}
    out.write_text(json.dumps({"threshold": round(weights.threshold, 2), "weights": values}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
