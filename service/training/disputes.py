"""Fits the weights by which statements are held to dispute claims, from cases and articles with marked disputes."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click
import numpy as np
from numpy.typing import NDArray

from service.disputes.article import paired
from service.disputes.diction import PARTS, means
from service.disputes.observing import WHOLE, observed
from service.disputes.pair import Pair
from service.extraction.boilerplate import boilerplate
from service.extraction.reader import Reader, load_reader
from service.training.corpus import read

# What keeps a weight small, chosen by asking cases with weights fitted without them: in whole articles, of which few
# are marked, a weight differs from that in short cases only where many pairs ask for it.
_RIDGE, _RIDGE_OF_WHOLE, _RIDGE_OF_DICTION = 1.0, 5.0, 0.4
_STEPS = 30
_STILL = 2e-4  # a step of which hardly a weight that is written changes
_AT_ONCE = 20_000  # examples of which the matrix is multiplied at a time
_LIGHT = 0.5  # what an example of two sentences alone is worth, beside one of news
_BESIDE = 80  # characters between further words of an answer and those that are marked
_LEAST = 0.3  # of the shorter side, on which two spans must agree

Spans = Sequence[Sequence[int]]
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


def examples_of(case: dict[str, Any], reader: Reader) -> Iterator[Example]:
    """The pairs of a case of the golden form but the doubtful; in whole articles but other words of a marked answer."""
    for pair in paired(case["text"], reader.read(case["text"]).quotes, boilerplate(case["text"])):
        right = any(_marks(one, pair) for one in case["disputes"])
        if right or not (
            any(_marks(one, pair) for one in case.get("doubtful", ()))
            or (pair.of_whole and any(_goes_on(one, pair) for one in case["disputes"]))
        ):
            yield Example(observed(pair), means(pair), right)


def _marks(one: dict[str, Any], pair: Pair) -> bool:
    """Whether a marked dispute is the one of these two; `also` are other tellings of its claim."""
    told = (one["claim_spans"], *one.get("also", ()))
    answered = _meet(one["dispute_spans"], pair.answer.spans)
    return answered and any(_meet(spans, pair.placed.claim.spans) for spans in told)


def _goes_on(one: dict[str, Any], pair: Pair) -> bool:
    """Whether a pair is of the claim of a marked dispute and of further words of the same side, beside the marked."""
    told = (one["claim_spans"], *one.get("also", ()))
    if not any(_meet(spans, pair.placed.claim.spans) for spans in told):
        return False
    first, last = one["dispute_spans"][0][0], one["dispute_spans"][-1][1]
    beside = pair.given.start - _BESIDE < last and first < pair.answer.spans[-1][1] + _BESIDE
    named = {mention.name for mention in pair.answer.disputers}
    return beside and any(own in name or name in own for own in named for name in one.get("disputers", ()))


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


def _meet(first: Spans, other: Spans) -> bool:
    one, two = _places(first), _places(other)
    return bool(one and two) and len(one & two) >= _LEAST * min(len(one), len(two))


def _places(spans: Spans) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def cases_of(paths: Iterable[Path], corpus: Path) -> list[dict[str, Any]]:
    """The cases of files of NDJSON; one without a text is the corpus's article of its id. KeyError if it has none."""
    texts = {article["id"]: article["text"] for article in read(corpus)}
    cases = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
    return [case if "text" in case else {**case, "text": texts[case["id"]]} for case in cases]


def learned(cases: Iterable[Path], light: Iterable[Path], corpus: Path) -> Iterator[tuple[str, Example]]:
    """Each example of files of cases, beside the id of its case; those of `light` count for half as much."""
    reader = load_reader()
    for paths, worth in ((cases, 1.0), (light, _LIGHT)):
        for case in cases_of(paths, corpus):
            yield from ((case["id"], replace(example, worth=worth)) for example in examples_of(case, reader))


_FILE = click.Path(exists=True, path_type=Path)
CASES = click.argument("cases", nargs=-1, required=True, type=_FILE)
LIGHT = click.option("--light", multiple=True, type=_FILE, help="CASES that count for half as much.")
CORPUS = click.option("--corpus", required=True, type=_FILE, help="PolNeAR's train.jsonl.")


@click.command()
@CASES
@LIGHT
@CORPUS
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder to write in.")
def main(cases: tuple[Path, ...], light: tuple[Path, ...], corpus: Path, out: Path) -> None:
    """Writes weights.txt and diction.txt, fitted on CASES: NDJSON with `disputes` and `text`, or the `id` of a corpus
    article.
    """
    weights = fit([example for _, example in learned(cases, light, corpus)])
    named = [f"{name.replace(' ', '_')} {weight:+.3f}" for name, weight in sorted(weights.named.items())]
    _write(out / "weights.txt", "What each observation of a pair weighs, fitted.", named)
    rows = [" ".join(f"{weight:.3f}" for weight in row) for row in weights.diction]
    _write(out / "diction.txt", f"What each dimension of the mean of words weighs, fitted: {', '.join(PARTS)}.", rows)


def _write(path: Path, head: str, lines: Sequence[str]) -> None:
    path.write_text("\n".join((f"# {head}", *lines)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
