"""The schema keeps to what lets its tables be spread over machines by article (DESIGN "Data"), as the catalogue has it.

Spread: what articles, quotes and claims consist of. On every machine, copied: the speakers that they refer to. On one
machine: who is who, the curators' words, the feed, the queue, keys. A new table has no place until it gets one here.
"""

import psycopg
import pytest
from psycopg.rows import dict_row
from stores import ask

# By the column that says on which machine a row is.
SPREAD = {
    "articles": "id", "article_revisions": "article_id", "tombstones": "article_id",
    "quotes": "article_id", "quote_speakers": "article_id", "quote_prints": "article_id",
    "disputed_quotes": "article_id",
    "claims": "article_id", "claim_statements": "article_id", "claim_answers": "article_id", "claim_keys": "article_id",
    "answer_keys": "article_id", "claim_sides": "article_id", "disputes": "article_id",
}  # fmt: skip
COPIED = {"speakers"}
# Found by what they have in common with others, and withdrawn by their articles: no row is asked for by itself.
WITHOUT_KEY = {"claim_keys", "answer_keys"}
# Ids of claims that became part of others, and what curators said of claims and disputes, are no rows of an article:
# they outlive its readings and move from one claim to another. They are few, and no row of the others refers to them.
ON_ONE = {
    "speaker_names", "speaker_roles", "speaker_redirects", "namings", "naming_keys",
    "corrections", "claim_redirects", "claim_reviews", "dispute_verdicts",
    "changes", "changes_pruned", "webhooks", "webhook_deliveries",
    "keys", "idempotency", "jobs", "job_chunks", "job_lines", "job_errors", "migrations",
}  # fmt: skip

TABLES = """
SELECT c.relname::text AS "table" FROM pg_class c
WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
  AND c.relname NOT LIKE 'procrastinate%'
"""
INDEXES = """
SELECT i.indrelid::regclass::text AS "table", i.indexrelid::regclass::text AS name, i.indisunique AS is_key,
       (SELECT array_agg(a.attname::text ORDER BY k.place) FROM unnest(i.indkey) WITH ORDINALITY AS k (number, place)
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number) AS columns
FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
WHERE c.relnamespace = current_schema()::regnamespace
"""
REFERENCES = """
SELECT k.conrelid::regclass::text AS "table", k.confrelid::regclass::text AS other, k.conname::text AS name,
       (SELECT array_agg(f.attname || '=' || t.attname) FROM unnest(k.conkey, k.confkey) AS p (own, theirs)
        JOIN pg_attribute f ON f.attrelid = k.conrelid AND f.attnum = p.own
        JOIN pg_attribute t ON t.attrelid = k.confrelid AND t.attnum = p.theirs) AS pairs
FROM pg_constraint k WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace
"""
FORBIDDEN = {
    "an exclusion constraint": "SELECT conname AS name, conrelid AS of FROM pg_constraint WHERE contype = 'x'",
    "a deferrable constraint": "SELECT conname AS name, conrelid AS of FROM pg_constraint WHERE condeferrable",
    "a GiST index": "SELECT i.indexrelid::regclass AS name, i.indrelid AS of FROM pg_index i "
    "JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam WHERE m.amname IN ('gist', 'spgist')",
    "a trigger": "SELECT tgname AS name, tgrelid AS of FROM pg_trigger WHERE NOT tgisinternal",
    "a rule": "SELECT rulename AS name, ev_class AS of FROM pg_rewrite",
    "a number counted up on one machine": "SELECT attname AS name, attrelid AS of FROM pg_attribute "
    "WHERE NOT attisdropped AND (attidentity <> '' OR pg_get_serial_sequence(attrelid::regclass::text, attname) <> '')",
    "an inherited table": "SELECT inhparent::regclass AS name, inhrelid AS of FROM pg_inherits",
}
FOUND = 'SELECT f.name::text, f.of::regclass::text AS "table" FROM ({}) AS f'


@pytest.fixture(scope="module")
def url(shared_database_url):
    return shared_database_url


def test_every_table_has_its_place(url):
    places = [*SPREAD, *COPIED, *ON_ONE]
    assert sorted(row["table"] for row in ask(url, TABLES)) == sorted(places)


def test_every_key_of_what_is_spread_begins_with_its_article(url):
    keys = [row for row in ask(url, INDEXES) if row["table"] in SPREAD and row["is_key"]]
    assert {row["table"] for row in keys} == SPREAD.keys() - WITHOUT_KEY
    assert [row for row in keys if row["columns"][0] != SPREAD[row["table"]]] == []


@pytest.mark.parametrize("table", sorted(WITHOUT_KEY))
def test_what_has_no_key_is_found_by_its_article(table, url):
    assert ["article_id"] in [row["columns"] for row in ask(url, INDEXES) if row["table"] == table]


def test_rows_refer_to_rows_of_their_own_machine_alone(url):
    for row in ask(url, REFERENCES):
        table, other = row["table"], row["other"]
        if table in SPREAD and other in SPREAD:
            assert f"{SPREAD[table]}={SPREAD[other]}" in row["pairs"], row["name"]
        elif table in SPREAD:
            assert other in COPIED, row["name"]
        else:
            assert other not in SPREAD, row["name"]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_what_is_spread_has_none_of_what_holds_on_one_machine_only(what, url):
    found = ask(url, FOUND.format(FORBIDDEN[what]))
    assert [row for row in found if row["table"] in {*SPREAD, *COPIED}] == []


@pytest.mark.parametrize(
    ("broken", "what"),
    [
        pytest.param("CREATE INDEX broken ON quotes USING gist (words)", "a GiST index", id="GiST"),
        pytest.param("ALTER TABLE claims ADD EXCLUDE (id WITH =)", "an exclusion constraint", id="exclusion"),
        pytest.param("ALTER TABLE quote_speakers ALTER CONSTRAINT quote_speakers_speaker_id_fkey DEFERRABLE",
                     "a deferrable constraint", id="deferrable"),
        pytest.param("CREATE TRIGGER broken BEFORE UPDATE ON quotes FOR EACH ROW "
                     "EXECUTE FUNCTION suppress_redundant_updates_trigger()", "a trigger", id="trigger"),
        pytest.param("ALTER TABLE disputes ADD COLUMN broken bigint GENERATED ALWAYS AS IDENTITY",
                     "a number counted up on one machine", id="identity"),
    ],
)  # fmt: skip
def test_what_breaks_a_rule_would_be_seen(broken, what, url):
    with psycopg.connect(url, row_factory=dict_row) as connection:
        connection.execute(broken)
        assert [row for row in connection.execute(FOUND.format(FORBIDDEN[what])).fetchall() if row["table"] in SPREAD]
        connection.rollback()
