"""Grave labels on their own cases: how often each is given, and how often rightly; printed, and held where shown."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from service.analysis import analysed
from service.disputes.status import SHOWN
from service.extraction.reader import Reader, load_reader

HERE = Path(__file__).parent
HALVES = ("open", *(["frozen"] if os.environ.get("SCORE_FROZEN") else []))
PRECISION = 0.95
LEAST = {"open": 4, "frozen": 1}  # cases in which a label that is shown is found


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_reader()


def cases(half: str, label: str) -> list[dict[str, Any]]:
    rows = map(json.loads, (HERE / f"grave_{half}.jsonl").read_text("utf-8").splitlines())
    return [row for row in rows if row["label"] == label]


def is_retracted(case: dict[str, Any], reader: Reader) -> bool:
    """Whether a claim of some article of the case is found to be taken back there."""
    read = (analysed(article["text"], reader.read(article["text"])) for article in case["articles"])
    return any(reply.kind == "retracts" for found in read for claim in found.claims for reply in claim.replies)


FOUND = {"retracted": is_retracted}


@pytest.mark.parametrize("label", FOUND)
@pytest.mark.parametrize("half", HALVES)
def test_a_label_that_is_shown_is_right(half, label, reader, capsys):
    said = [case["expected"] for case in cases(half, label) if FOUND[label](case, reader)]
    there = sum(case["expected"] for case in cases(half, label))
    with capsys.disabled():
        print(f"\n{label}, {half}: given {len(said)} times, {sum(said)} rightly, of {there}")
    assert SHOWN[label]
    assert len(said) >= LEAST[half]
    assert sum(said) >= PRECISION * len(said)


def test_every_label_that_is_shown_is_scored_here():
    assert {label for label, shown in SHOWN.items() if shown} == set(FOUND)
