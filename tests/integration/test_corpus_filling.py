"""A corpus that COPY fills is, row by row, what an intake of the same articles writes."""

import pytest
from benchmarks.corpus.drafts import block
from benchmarks.corpus.filling import fill
from stores import ask, contents

from service.intake import take_in
from service.store.migrations import migrate
from service.store.pool import open_pool

# When a row was written, and its number in the feed: the corpus tells what is new of speakers before all else.
OWN = ("taken_in_at", "known_from", "at", "number")
SEED, QUOTES = 8, 300


class Reader:
    """Finds in each text what it was made with."""

    version = "made up"

    def __init__(self, drafts):
        self._readings = {draft.article.text: draft.reading for draft in drafts}

    def read(self, text):
        return self._readings[text]


def rows(url: str, table: str) -> list[str]:
    return sorted(
        row["row"]
        for row in ask(url, f"SELECT (to_jsonb(r) - '{{{','.join(OWN)}}}'::text[])::text AS row FROM {table} r")
    )


@pytest.fixture
def taken_in(other):
    """The URL of a second store, whose articles came through the intake."""
    migrate(other)
    return other


def test_the_rows_are_those_of_an_intake(database_url, taken_in):
    corpus = fill(database_url, SEED, QUOTES, processes=1)
    drafts = [draft for number in range(corpus.blocks) for draft in block(corpus, number)]
    assert all(draft.article.published_at for draft in drafts), "the place of an undated one is when it was taken in"
    assert any(draft.reading.disputes for draft in drafts)
    pool = open_pool(taken_in, size=1, wait=5, statement_timeout=30)
    for draft in drafts:
        take_in(pool, Reader(drafts), draft.article)
    pool.close()
    filled = [table for table, stored in contents(taken_in).items() if stored]
    assert {"quotes", "speakers", "disputes", "changes"} < set(filled)
    for table in contents(database_url):
        assert rows(database_url, table) == rows(taken_in, table), table
