"""Quotes to verify: the table of what is right by kind of case, printed; the reach holds for the read half."""

import json
import os
from collections import Counter
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from verify_corpus_reader import CorpusReader

from service.intake import take_in
from service.store import verifying
from service.store.pool import open_pool
from service.store.verifying import Question

HERE = Path(__file__).parent
REACH = 0.95
# The frozen half is scored only when SCORE_FROZEN is set: each look wears it out.
ASKED = ["open", *(["frozen"] if os.environ.get("SCORE_FROZEN") else [])]
INVENTED = ("invented", "paraphrase", "language")
Record = dict[str, Any]


def load(name: str) -> list[Record]:
    return [json.loads(line) for line in (HERE / f"verify_{name}.jsonl").read_text("utf-8").splitlines()]


def kind(case: Record) -> str:
    return case["why"].partition(":")[0]


@pytest.fixture(scope="module")
def pool(postgres_server, database_on, _migrated_template):
    """A store with the corpus."""
    reader = CorpusReader()
    with database_on(postgres_server, _migrated_template) as url:
        opened = open_pool(url, size=2, wait=5, statement_timeout=60)
        for name, statements in groupby(load("corpus"), lambda one: one["id"].rpartition("-")[0]):
            take_in(opened, reader, reader.article(name, list(statements)))
        yield opened
        opened.close()


def verdicts(pool, cases: list[Record]) -> list[str]:
    questions = [Question(case["text"], case.get("speaker"), case.get("before")) for case in cases]
    with pool.reading() as connection:
        return [
            row["verdict"]
            for at in range(0, len(cases), 100)
            for row in verifying.verify(connection, questions[at : at + 100])
        ]


@pytest.mark.parametrize("half", ASKED)
def test_quotes_of_the_golden_set(half, pool, capsys):
    cases = load(half)
    found = list(zip(cases, verdicts(pool, cases), strict=True))
    right = Counter(kind(case) for case, verdict in found if verdict == case["expected"])
    every = Counter(kind(case) for case in cases)
    with capsys.disabled():
        print(f"\nverify, {half}: {right.total()} of {len(cases)} right, {right.total() / len(cases):.1%}")
        for name, count in every.items():
            print(f"  {name:40} {right[name]:3} of {count:3}")
    assert right.total() >= REACH * len(cases)
    assert not [case["id"] for case, verdict in found if verdict == "verbatim" and kind(case).startswith(INVENTED)]
    assert not [case["id"] for case, verdict in found if verdict == "verbatim" and case["expected"] == "not_found"]
