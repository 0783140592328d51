"""Stores from before there were search keys get the same keys that newly taken in quotes get."""

import pytest
from stores import ask, contents, do

from service.analysis import load_analyst
from service.loading import load_samples
from service.store.filling import fill
from service.store.migrations import migrate

CLEARED = (
    "UPDATE quotes SET about_keys = '{}', role_keys = '{}', party_keys = '{}', disputed = false, words = ''",
    "UPDATE claim_statements SET words = ''",
    "DELETE FROM disputed_quotes",
)
OLD_FILES = ("0001_newsroom.sql", "0002_keys.sql", "0003_identity.sql", "0007_claims.sql")
OLD_ROWS = """
INSERT INTO articles (id, revision, url, taken_in_at) VALUES ('aold', 2, 'https://news.example/a', '2020-01-01Z');
INSERT INTO article_revisions (article_id, revision, text, sha256, language, reading, reader, taken_in_at)
VALUES ('aold', 1, '', '', 'en', 'read', 'x', '2020-01-01Z'), ('aold', 2, '', '', 'en', 'read', 'x', '2020-02-02Z');
INSERT INTO quotes (article_id, id, revision, listed, article_sha256, extent_start, extent_end, text, spans, quoted,
    kind, speech, stance, attribution, reason, candidates, confidence, before, after, words, time_order)
SELECT 'aold', 'aold.' || number, revision, listed, '', 0, 1, 'Elections in Moscow', '[]', '[]', 'direct', true,
    'assert', 'unattributed', '', '[]', 0, '', '', '', 0
FROM (VALUES (1, 1, false), (2, 2, true), (3, 2, false)) AS v (number, revision, listed);
"""


@pytest.fixture
def samples(pool, database_url):
    load_samples(pool, load_analyst())
    return database_url


def test_filling_gives_what_intake_gives(samples, pool):
    before = contents(samples)
    assert any("~" in row or "moscow" in row for row in before["quotes"])
    assert before["disputed_quotes"]
    do(samples, *CLEARED)
    assert contents(samples) != before
    with pool.writing() as connection:
        fill(connection)
    assert contents(samples) == before


def test_an_older_store_knows_from_when_until_when(empty_database_url):
    migrate(empty_database_url, only=OLD_FILES)
    do(empty_database_url, OLD_ROWS)
    assert "0010_search.sql" in migrate(empty_database_url)
    with_keys = "SELECT array_agg(id ORDER BY id) FROM quotes WHERE about_keys @> '{moscow}' AND words @@ '=electi:*'"
    times = "SELECT known_from::date::text AS since, known_until::date::text AS until FROM quotes ORDER BY id"
    assert ask(empty_database_url, with_keys) == [{"array_agg": ["aold.1", "aold.2", "aold.3"]}]
    first, second, third = ask(empty_database_url, times)
    assert first == {"since": "2020-01-01", "until": "2020-02-02"}
    assert second == {"since": "2020-02-02", "until": None}
    assert third["since"] == "2020-02-02"
    assert third["until"] > "2020-02-02"
