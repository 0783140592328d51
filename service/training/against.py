"""Fits the weights that tell whether a sentence stands against a claim, from pairs with a stance."""

import json
from collections.abc import Sequence
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from service.disputes.against import Weights, features

_RIDGE = 5.0
_STEPS = 40
_THRESHOLDS = np.arange(0.2, 0.8, 0.02)

Pair = tuple[str, str, bool]  # claim, sentence, whether the sentence stands against it


def fit(pairs: Sequence[Pair]) -> Weights:
    """Weights of a ridge logistic regression by Newton's steps, the threshold by F1 on the same pairs."""
    matrix = np.stack([features(claim, sentence) for claim, sentence, _ in pairs])
    truth = np.array([float(against) for *_, against in pairs])
    values = np.zeros(matrix.shape[1])
    for _ in range(_STEPS):
        values = values - _step(matrix, truth, values)
    chances = 1 / (1 + np.exp(-matrix @ values))
    return Weights(
        values, max((float(level) for level in _THRESHOLDS), key=lambda level: f1(chances >= level, truth > 0))
    )


def f1(said: NDArray[np.bool_], truth: NDArray[np.bool_]) -> float:
    """F1 of the positive class; 0 where nothing is right."""
    right = float((said & truth).sum())
    return 2 * right / (float(said.sum()) + float(truth.sum())) if right else 0.0


def _step(matrix: NDArray[np.float64], truth: NDArray[np.float64], values: NDArray[np.float64]) -> NDArray[np.float64]:
    chances = 1 / (1 + np.exp(-matrix @ values))
    slope = matrix.T @ (chances - truth) + _RIDGE * values
    curve = (matrix * (chances * (1 - chances))[:, None]).T @ matrix + _RIDGE * np.eye(len(values))
    found: NDArray[np.float64] = np.linalg.solve(curve, slope).astype(np.float64)
    return found


@click.command()
@click.argument("corpus", type=click.Path(exists=True, path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
def main(corpus: Path, out: Path) -> None:
    """Writes the weights fitted on CORPUS (NDJSON with claim, headline, stance) to OUT."""
    rows = [json.loads(line) for line in corpus.read_text("utf-8").splitlines()]
    weights = fit([(row["claim"], row["headline"], row["stance"] == "against") for row in rows])
    stored = {"weights": [round(float(value), 4) for value in weights.values], "threshold": round(weights.threshold, 2)}
    out.write_text(json.dumps(stored) + "\n", "utf-8")


if __name__ == "__main__":
    main()
