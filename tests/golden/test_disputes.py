"""Disputes of the golden set: precision and recall, printed; those of the read sets must not fall."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from service.analysis import analysed
from service.extraction.lines import line
from service.extraction.reader import Reader, load_reader

HERE = Path(__file__).parent
LEAST = 0.3  # of the shorter side, on which two spans must agree
# Measured less a margin. The frozen sets have none and are scored only when SCORE_FROZEN is set: each look wears them
# out.
FLOORS = {
    "open": (0.94, 0.86),
    "more": (0.97, 0.76),
    "later_open": (0.92, 0.72),
    "beats": (0.86, 0.58),
    "desks": (0.90, 0.65),
    "lands": (0.95, 0.68),
    "plain_open": (0.95, 0.83),
    "wide": (0.94, 0.68),
    "street": (0.87, 0.60),
    "wires": (0.88, 0.62),
    "news": (0.91, 0.78),
    "press": (0.94, 0.74),
    "court": (0.94, 0.80),
    "field": (0.95, 0.83),
    "fresh": (0.90, 0.80),
    "round": (0.93, 0.82),
    "bench": (0.94, 0.73),
    "ledger": (0.90, 0.37),
    "columns": (0.90, 0.17),
    "bulletin": (0.80, 0.12),
    "brief": (0.87, 0.53),
    "cable": (0.82, 0.65),
    "courier": (0.76, 0.54),
    "gazette": (0.85, 0.62),
    "herald": (0.80, 0.54),
    "tribune": (0.86, 0.59),
    "digest": (0.77, 0.24),
    "market": (0.85, 0.09),
    "agency": (0.85, 0.06),
    "wharf": (0.85, 0.55),
    "anvil": (0.71, 0.53),
    "saffron": (0.78, 0.62),
    "ticker": (0.84, 0.62),
    "hansard": (0.90, 0.64),
    "harbour": (0.90, 0.24),
    "quarry": (0.85, 0.07),
}
FROZEN = [
    f"{name}frozen"
    for name in ("", "later_", "plain_", "tally_", "watch_", "lantern_", "pages_", "front_", "chronicle_")
]
ASKED = [*FLOORS, *(FROZEN if os.environ.get("SCORE_FROZEN") else [])]
Dispute = dict[str, Any]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_reader()


def chars(spans: list[list[int]]) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def meet(first: list[list[int]], other: list[list[int]]) -> bool:
    one, two = chars(first), chars(other)
    return bool(one and two) and len(one & two) >= LEAST * min(len(one), len(two))


def matches(gold: list[Dispute], found: list[Dispute]) -> int:
    """How many of the gold disputes are found, each by a dispute of its own."""
    left, right = list(found), 0
    for one in gold:
        sides = ("claim_spans", "dispute_spans")
        hit = next((other for other in left if all(meet(one[side], other[side]) for side in sides)), None)
        if hit is not None:
            left.remove(hit)
            right += 1
    return right


@pytest.mark.parametrize("half", ASKED)
def test_disputes_of_the_golden_set(half, reader, capsys):
    cases = [json.loads(row) for row in (HERE / f"disputes_{half}.jsonl").read_text("utf-8").splitlines()]
    right = gold = said = 0
    for case in cases:
        found = line(None, analysed(case["text"], reader.read(case["text"])))["disputes"]
        right, gold, said = right + matches(case["disputes"], found), gold + len(case["disputes"]), said + len(found)
    precision, recall = right / said, right / gold
    with capsys.disabled():
        print(f"\ndisputes, {half}: {right} of {gold} found, {said} said, P {precision:.3f} R {recall:.3f}")
    least = FLOORS.get(half, (0.0, 0.0))
    assert (precision >= least[0], recall >= least[1]) == (True, True)
