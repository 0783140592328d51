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
    "open": (0.92, 0.91),
    "more": (0.95, 0.69),
    "later_open": (0.89, 0.73),
    "beats": (0.87, 0.62),
    "desks": (0.93, 0.69),
    "lands": (0.94, 0.77),
    "plain_open": (0.96, 0.83),
    "wide": (0.94, 0.64),
    "street": (0.93, 0.58),
    "wires": (0.96, 0.65),
    "news": (0.89, 0.79),
    "press": (0.89, 0.70),
    "court": (0.93, 0.83),
    "field": (0.97, 0.84),
    "fresh": (0.95, 0.87),
    "round": (0.94, 0.81),
    "bench": (0.94, 0.76),
    "ledger": (0.94, 0.40),
    "columns": (0.95, 0.22),
    "bulletin": (0.85, 0.18),
    "brief": (0.88, 0.50),
    "cable": (0.88, 0.67),
    "courier": (0.82, 0.63),
    "gazette": (0.88, 0.67),
    "herald": (0.83, 0.60),
    "tribune": (0.90, 0.60),
    "digest": (0.78, 0.35),
    "market": (0.93, 0.17),
    "agency": (0.90, 0.08),
    "wharf": (0.86, 0.51),
    "anvil": (0.79, 0.61),
    "saffron": (0.82, 0.64),
    "ticker": (0.84, 0.65),
    "hansard": (0.91, 0.64),
    "harbour": (0.95, 0.29),
    "quarry": (0.91, 0.15),
    "compass": (0.85, 0.44),
    "orchard": (0.76, 0.45),
    "beacon": (0.68, 0.41),
    "semaphore": (0.82, 0.48),
    "garnet": (0.78, 0.63),
    "basin": (0.77, 0.53),
    "viaduct": (0.81, 0.12),
}
FROZEN_OF = " later_ plain_ tally_ watch_ lantern_ heron_ pages_ front_ chronicle_ ibis_"
FROZEN = [f"{name}frozen" for name in FROZEN_OF.split(" ")]
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
