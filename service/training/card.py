"""Writes the model card: where the weights come from, how well they read, and where they are known to fail."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Template
from typing import Any

from service.errors import ModelError
from service.evaluation import Report
from service.evaluation.reliability import BINS, KINDS
from service.evaluation.report import Measured
from service.evaluation.tables import percent, share_of, span_of
from service.training.provenance import Corpus, provenance_of

CARD = "MODEL_CARD.md"
ABLATIONS = "ablations.json"
_TEXTS = Path(__file__).resolve().parent / "card_texts"
_KNOWN_LICENCES = {"a563d00bd2038acf8d80bc52285a2715f0e78d19d15185aab52c0828ced40377": "polnear.md"}
_FILES = {
    "tagger.onnx": "the network: int8 weights for the encoder, a scale per channel; heads and small tables in fp32",
    "network.onnx": "the graph that is run on a window, over the weights in `tagger.onnx`: each paragraph sees itself "
    "and the 24 pieces before it",
    "links.onnx": "the graph that ties spans to cues",
    "tokenizer.json": "word pieces of the base model, unchanged",
    "reader.json": "the version that is kept with every reading, what `confidence` was measured to be worth, and where "
    "in `tagger.onnx` the vectors of words stand",
}


def write_card(folder: Path, report: Report | None = None, measured_on: str = "") -> Path:
    """Fills the card of a model folder that `onrecord train` made; returns its path.

    `report` are figures of `onrecord evaluate` on articles that the model was not fitted on, `measured_on` their name.
    ModelError where the folder lacks a file, or its ablations.json is no list of rows.
    """
    come_from = provenance_of(folder)
    card = Template(_text("card.md")).substitute(
        version=json.loads((folder / "reader.json").read_text("utf-8"))["version"],
        files="\n".join(_files(folder)),
        base=f"{come_from.base}, sha256 {come_from.base_sha256}",
        corpus=_corpus(come_from.corpus),
        licence=_text(_KNOWN_LICENCES.get(come_from.corpus.sha256, "unknown_licence.md")).rstrip(),
        time=f"{come_from.minutes} minutes on {come_from.cores} cores",
        recipe="\n".join(_recipe(come_from.recipe)),
        figures="\n".join(_figures(report, measured_on)) if report else _not_measured(),
        ablations="\n".join(_ablations(folder / ABLATIONS)),
        failures=_text("known_failures.md").rstrip(),
    )
    (folder / CARD).write_text(card, "utf-8")
    return folder / CARD


def _text(name: str) -> str:
    return (_TEXTS / name).read_text("utf-8")


def _files(folder: Path) -> Iterator[str]:
    for name, what in _FILES.items():
        if not (folder / name).is_file():
            raise ModelError(f"the model folder {folder} lacks {name}")
        yield f"| `{name}` | {what} | {hashlib.sha256((folder / name).read_bytes()).hexdigest()} |"


def _corpus(corpus: Corpus) -> str:
    publishers = ", ".join(f"{name} {count}" for name, count in corpus.publishers.items())
    dates = f", {corpus.first} to {corpus.last}" if corpus.first else ""
    return (
        f"{corpus.articles:,} articles with {corpus.attributions:,} annotated attributions{dates}\n"
        f"  ({publishers}); the file has sha256\n  {corpus.sha256}."
    )


def _recipe(recipe: Mapping[str, Any], of: str = "") -> Iterator[str]:
    for name, value in recipe.items():
        title = f"{of}{name.replace('_', ' ')}"
        if isinstance(value, Mapping):
            yield from _recipe(value, f"{title}: ")
        else:
            yield f"| {title} | {value} |"


def _not_measured() -> str:
    return "Not measured. `onrecord train --dev FILE` measures on annotated articles that were kept apart."


def _figures(report: Report, measured_on: str) -> Iterator[str]:
    yield f"{measured_on} ({report.articles} articles), `onrecord extract` with its rules against the annotation:\n"
    yield "| | F1, or share | 95 % interval by article | precision | recall | right of annotated |"
    yield "|---|---|---|---|---|---|"
    yield from map(_figure, report.tracks)
    yield "\nHow often the speaker is right, by the `confidence` that is served, where the words were found. Measured"
    yield "on the half of the articles by which it was not calibrated:\n"
    yield f"| confidence | {' | '.join(KINDS)} |"
    yield "|---|---|---|---|"
    for least in BINS:
        cells = [share_of(cell) for cell in report.reliability if cell.least == least]
        yield f"| {span_of(least)} | {' | '.join(cells)} |"
    certain = report.certain
    yield (
        f"\nDirect quotations whose speaker is certain: precision {percent(certain.precision)}, "
        f"recall {percent(certain.recall)}."
    )


def _figure(measured: Measured) -> str:
    figure = measured.figure
    between = " to ".join(map(percent, measured.interval)) if measured.interval else ""
    shares = [percent(figure.precision), percent(figure.recall)] if figure.found is not None else ["", ""]
    cells = [percent(figure.value), between, *shares, f"{figure.right} of {figure.wanted}"]
    return f"| {measured.track.title.strip()} | {' | '.join(cells)} |"


def _ablations(path: Path) -> Iterator[str]:
    """The rows of the file as a table: each an object, whose keys are the columns in the order of the first row."""
    if not path.is_file():
        yield "None were made."
        return
    rows = json.loads(path.read_text("utf-8"))
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise ModelError(f"{path} is no list of rows")
    columns = list(dict.fromkeys(key for row in rows for key in row))
    yield f"| {' | '.join(column.replace('_', ' ') for column in columns)} |"
    yield "|---" * len(columns) + "|"
    for row in rows:
        yield f"| {' | '.join(str(row.get(column, '')) for column in columns)} |"
