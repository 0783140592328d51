"""Measures a model folder on annotated articles that were kept apart from its training."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from service.evaluation import Report, evaluate
from service.evaluation.annotations import Annotated, Found, annotated, found_quotes
from service.evaluation.reliability import judged
from service.evaluation.report import compared
from service.extraction.lines import line
from service.extraction.reader import FACTS, load_reader
from service.training.calibrating import calibration


def kept_apart(path: Path) -> list[Annotated]:
    """The articles of a file. InvalidArticle names the line that is none."""
    with path.open(encoding="utf-8") as lines:
        return annotated(lines, str(path))


def calibrate(folder: Path, articles: Sequence[Annotated]) -> None:
    """Finds out on every second of the articles what a tie to a speaker is worth, and keeps that in reader.json."""
    facts = json.loads((folder / FACTS).read_text("utf-8"))
    _keep(folder, facts | {"calibration": {}})  # an older one would be measured instead of the ties
    seen = articles[::2]
    found = _found(folder, seen)
    cases = [case for article in seen for case in judged(compared(article, found[article.id]))]
    marked = [(quote.confidence, right) for quote, right in cases if quote.kind != "indirect"]
    plain = [(quote.confidence, right) for quote, right in cases if quote.kind == "indirect"]
    _keep(folder, facts | {"calibration": calibration(marked, plain).as_facts()})


def measured(folder: Path, articles: Sequence[Annotated]) -> Report:
    """What the reader of `folder` finds in the articles, against their annotation. How far its confidence can be
    believed is measured on those that `calibrate` did not see.
    """
    found = _found(folder, articles)
    unseen = evaluate(articles[1::2], {article.id: found[article.id] for article in articles[1::2]})
    return replace(evaluate(articles, found), certain=unseen.certain, reliability=unseen.reliability)


def _keep(folder: Path, facts: dict[str, Any]) -> None:
    (folder / FACTS).write_text(json.dumps(facts, indent=2) + "\n", "utf-8")


def _found(folder: Path, articles: Sequence[Annotated]) -> dict[str, tuple[Found, ...]]:
    reader = load_reader(folder)
    return dict(found_quotes((json.dumps(line(a.id, reader.read(a.text))) for a in articles), str(folder)))
