"""Stance alone: does a sentence stand against a claim? Five folds by claim beside a list of negations.

    python -m tests.benchmarks.stance FOLDER

FOLDER holds emergent_train.jsonl (claim, headline, stance) and claimdiff_train.jsonl (claim_a, claim_b, weaken).
"""

import argparse
import json
import re
from pathlib import Path
from typing import Any

import numpy as np

from service.disputes.against import shipped, stands_against
from service.training.against import f1, fit

FOLDS = 5
MODULI = (1_000_003, 999_983, 999_979)  # one for each way of dealing the claims to the folds
# Thirty-five patterns, any of which in the sentence counts as a denial.
NEGATIONS = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|neither|cannot|without|n['’]t|isn['’]t|wasn['’]t|aren['’]t|didn['’]t|doesn['’]t|"
    r"won['’]t|fake\w*|false\w*|hoax\w*|untrue|bogus|myth|den(?:y|ies|ied)|refut\w+|reject\w*|dismiss\w*|debunk\w*|disprov\w+|"
    r"quash\w*|prank\w*|satir\w+|spoof|fabricat\w+|made up|wrong|unfounded)\b|n['’]t\b",
    re.I,
)


def folds(claims: list[str], deal: int) -> np.ndarray:
    """The fold of each row: all rows of a claim are in one."""
    order = {claim: at % FOLDS for at, claim in enumerate(sorted(set(claims), key=lambda one: hash_of(one, deal)))}
    return np.array([order[claim] for claim in claims])


def hash_of(claim: str, deal: int) -> int:
    """A number of the claim that stays from run to run, so that neighbours in the alphabet are dealt apart."""
    return int.from_bytes(claim.encode()[:64], "big") % MODULI[deal]


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The rows of an NDJSON file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def told(name: str, values: list[float]) -> None:
    """One line of the table."""
    print(f"{name:34} F1(against) {np.mean(values):.3f} ± {np.std(values):.3f}")


def emergent(path: Path) -> None:
    """Both rows of the table, in the same folds, for each deal; all is chosen inside the four folds that are read."""
    rows = rows_of(path)
    pairs = [(row["claim"], row["headline"], row["stance"] == "against") for row in rows]
    truth = np.array([pair[2] for pair in pairs])
    listed = np.array([bool(NEGATIONS.search(pair[1])) for pair in pairs])
    for deal in range(len(MODULI)):
        fold = folds([row["claim"] for row in rows], deal)
        ours, theirs = [], []
        for number in range(FOLDS):
            held = np.flatnonzero(fold == number)
            weights = fit([pairs[at] for at in np.flatnonzero(fold != number)])
            said = np.array([stands_against(pairs[at][0], pairs[at][1], weights) for at in held])
            ours.append(f1(said, truth[held]))
            theirs.append(f1(listed[held], truth[held]))
        told(f"list of 35 negations, deal {deal + 1}", theirs)
        told(f"words by kind and place, deal {deal + 1}", ours)
        gain = np.subtract(ours, theirs)
        print(f"{'gain':34}             {np.mean(gain):+.3f} ± {np.std(gain):.3f}")


def claimdiff(path: Path) -> None:
    """F1 of `weaken` at the corpus's own rate, with the shipped weights."""
    rows = rows_of(path)
    truth = np.array([bool(row["weaken"]) for row in rows])
    said = np.array([stands_against(row["claim_a"], row["claim_b"], shipped()) for row in rows])
    print(f"claimdiff: weaken in {truth.mean():.1%} of {len(rows)} pairs, F1(weaken) {f1(said, truth):.3f}")
    print(f"claimdiff: F1(weaken) of always saying so {f1(np.ones_like(truth), truth):.3f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="with emergent_train.jsonl and claimdiff_train.jsonl")
    folder = parser.parse_args().folder
    emergent(folder / "emergent_train.jsonl")
    claimdiff(folder / "claimdiff_train.jsonl")
