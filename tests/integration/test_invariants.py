"""The checker finds nothing in a store that was filled in every way, and each violation that is planted in it."""

from contextlib import closing

import pytest
from claim_reader import ClaimReader
from click.testing import CliRunner
from plain_reader import PlainReader
from stores import STORY, do

from service.bulk import Limits, receive, take_chunk
from service.cli import commands
from service.intake import take_in
from service.records import Article
from service.store import articles, corrections, quote_corrections, speakers
from service.store.invariants import INVARIANTS, check, go_over
from service.store.migrations import connected
from service.store.pool import open_pool

CHARGE = "Corvane accuses Delmar: dumped toxic waste into river Ost."
DENIAL = "Delmar denies: dumped toxic waste into river Ost."
BY = {"why": "so it is", "key_id": "k1"}


@pytest.fixture(scope="module")
def url(postgres_server, database_on, _migrated_template):
    with database_on(postgres_server, _migrated_template) as filled:
        with closing(open_pool(filled, size=2, wait=5, statement_timeout=10)) as pool:
            _fill(pool)
        yield filled


def _fill(pool):
    def store(text, number, reader=None, day="2018-03-01"):
        article = Article(text, url=f"https://example.org/{number}", published_at=day, publisher="The Post")
        return take_in(pool, reader or PlainReader(), article).article_id

    store(STORY, 1)
    store(STORY + " Again.", 1)
    gone = store('"Gone" said Cara Fox [person, mayor].', 2)
    store('"Unknown words" said nobody. "Known words" said Ann Lee and Bob Ray.', 3)
    store(CHARGE, 4, ClaimReader(), "2018-02-27")
    store(CHARGE, 5, ClaimReader(), "2018-02-28")
    store(DENIAL + " Corvane says: toxic waste is a scandal.", 6, ClaimReader())
    lost = store(CHARGE, 7, ClaimReader(), "2018-02-26")
    with pool.writing() as connection:
        ids = {each["name"]: each["id"] for each in speakers.find(connection, None, 50).items}
        corrections.merge(connection, ids["Bob Ray"], ids["Ann Lee"], **BY)
    with pool.writing() as connection:
        for each in (gone, lost):
            assert articles.erase(connection, each)
    with pool.reading() as connection:
        (quote,) = connection.execute("SELECT id FROM quotes WHERE text = 'Known words'").fetchall()
    with pool.writing() as connection:
        quote_corrections.correct(connection, quote["id"], {"kind": "mixed"}, unchanged=lambda _: True, **BY)
    lines = [b'{"text": "\\"Line %d\\" said Eve Fry."}' % number for number in range(3)]
    job = receive(pool, _Body(b"\n".join([*lines, b"{"])), Limits(10_000, 100, 10_000), zipped=False)
    take_chunk(pool, PlainReader(), job, 0, 10_000, iter([False, False, True]).__next__)


class _Body:
    def __init__(self, content):
        self._lines = content.splitlines(keepends=True)

    def readline(self, _size):
        return self._lines.pop(0) if self._lines else b""


def broken(url, *statements):
    """What is found broken with these statements done; nothing of them stays."""
    with connected(url) as connection, connection.transaction(force_rollback=True):
        connection.execute("SET LOCAL session_replication_role = replica")  # else the foreign keys would refuse most
        for statement in statements:
            assert connection.execute(statement).rowcount > 0
        return {each.name: each for each in go_over(connection).broken}


def test_a_store_that_was_filled_in_every_way_holds_together(url):
    checked = check(url)
    assert checked.broken == ()
    empty = {table for table, count in checked.rows.items() if not count}
    assert empty <= {"changes_pruned", "claim_reviews", "dispute_verdicts", "idempotency", "job_errors", "keys",
                     "webhook_deliveries", "webhooks", "speaker_roles", "answer_keys"}  # fmt: skip


A_DISPUTE = "UPDATE disputes SET "
A_QUOTE = "WHERE text = 'Known words'"
PLANTED = {
    "texts": [
        pytest.param("UPDATE article_revisions SET text = text || ' ' WHERE revision = 2", id="a longer text"),
        pytest.param("UPDATE articles SET characters = characters + 1", id="another length"),
        pytest.param(f"UPDATE quotes SET article_sha256 = 'ab' {A_QUOTE}", id="a quote of another text"),
        pytest.param(f"UPDATE quotes SET revision = 7 {A_QUOTE}", id="a quote of no text"),
    ],
    "words": [
        pytest.param(f"UPDATE quotes SET text = 'Other words' {A_QUOTE}", id="other words"),
        pytest.param(f"UPDATE quotes SET extent_end = extent_end + 1 {A_QUOTE}", id="another extent"),
        pytest.param("UPDATE quotes SET spans = jsonb_set(spans, '{0,start}', '0')", id="another place"),
        pytest.param("UPDATE quotes SET spans = '[]'", id="no words"),
        pytest.param("UPDATE claim_statements SET text = upper(text)", id="of a claim"),
        pytest.param("UPDATE claim_answers SET spans = jsonb_set(spans, '{0,end}', '9999')", id="beyond the end"),
    ],
    "parts": [
        pytest.param("UPDATE quotes SET cue = jsonb_set(cue, '{text}', '\"sang\"')", id="another cue"),
        pytest.param("UPDATE quotes SET quoted = jsonb_set(quoted, '{0,text}', '\"no\"')", id="quoted otherwise"),
        pytest.param("UPDATE quote_speakers SET span_end = 9999", id="a speaker beyond the end"),
        pytest.param("UPDATE disputes SET signals = jsonb_set(signals, '{0,text}', '\"no\"')", id="another signal"),
        pytest.param(
            """UPDATE claim_statements SET facts = facts || '{"replies": [{"spans": [{"start": 0, "end": 1,
            "text": "¤"}]}]}'""",
            id="another reply",
        ),
    ],
    "quoted": [
        pytest.param(
            f"UPDATE quotes SET quoted = jsonb_build_array(cue) {A_QUOTE}", id="what the article says is no quotation"
        ),
    ],
    "surroundings": [pytest.param("UPDATE quotes SET before = 'x' || before", id="before")],
    "ids": [pytest.param("UPDATE quotes SET id = 'aother.' || id", id="of another article")],
    "revisions_numbered": [
        pytest.param("DELETE FROM article_revisions WHERE revision = 1", id="a lost revision"),
        pytest.param("UPDATE articles SET revision = revision + 1", id="one ahead"),
    ],
    "articles_current": [pytest.param("UPDATE articles SET reader = 'other'", id="another reader")],
    "quotes_listed": [
        pytest.param("UPDATE quotes SET listed = true, known_until = NULL WHERE NOT listed", id="an old one"),
        pytest.param("UPDATE quotes SET known_until = NULL WHERE NOT listed", id="without an end"),
    ],
    "quotes_dated": [
        pytest.param("UPDATE articles SET publisher_key = 'other'", id="another publisher"),
        pytest.param("UPDATE quote_speakers SET listed = NOT listed", id="listed by half"),
        pytest.param("UPDATE quote_prints SET time_order = 1", id="a print of another day"),
    ],
    "attributed": [pytest.param("DELETE FROM quote_speakers", id="nobody")],
    "unknown": [pytest.param("UPDATE quotes SET attribution = 'unattributed'", id="somebody")],
    "ambiguous": [pytest.param("UPDATE quotes SET attribution = 'ambiguous'", id="no candidates")],
    "speakers_known": [
        pytest.param("UPDATE quote_speakers SET speaker_id = NULL", id="nobody"),
        pytest.param("DELETE FROM namings", id="no naming"),
    ],
    "counts_of_articles": [pytest.param("UPDATE articles SET quotes = quotes + 1", id="one more")],
    "counts_of_speakers": [
        pytest.param("UPDATE speakers SET quotes = quotes - 1", id="one less"),
        pytest.param("UPDATE speakers SET direct = direct + 1", id="of another kind"),
    ],
    "counts_of_names": [
        pytest.param("UPDATE speaker_names SET count = 0", id="not printed"),
        pytest.param("DELETE FROM speaker_names", id="forgotten"),
        pytest.param("UPDATE speaker_names SET fullest = 9", id="the fullest"),
    ],
    "counts_of_roles": [pytest.param("DELETE FROM speaker_roles", id="forgotten")],
    "counts_of_namings": [pytest.param("UPDATE namings SET articles = 9", id="too many")],
    "names": [pytest.param("UPDATE speakers SET name = 'Cara Fox'", id="of an erased article")],
    "speakers_without_quotes": [
        pytest.param("INSERT INTO speakers (id, kind) VALUES ('s1', 'person')", id="a speaker"),
        pytest.param("UPDATE namings SET id = id || 'x'", id="a name"),
        pytest.param("UPDATE namings SET speaker_id = 'sgone'", id="a name of nobody"),
    ],
    "statements": [
        pytest.param("UPDATE claim_statements SET article_sha256 = 'ab'", id="of another text"),
        pytest.param("UPDATE claim_statements SET quote_id = 'a.1'", id="of no quote"),
        pytest.param("UPDATE claim_answers SET names = '{}'", id="by nobody"),
        pytest.param("UPDATE claim_keys SET id = article_id || '.cgone'", id="found where it is not"),
        pytest.param("INSERT INTO answer_keys SELECT article_id, id, 1, 1 FROM claim_statements", id="no answer"),
    ],
    "claims": [
        pytest.param("DELETE FROM claims", id="untold"),
        pytest.param("UPDATE claim_statements SET claim_id = 'a.1'", id="of no claim"),
        pytest.param("DELETE FROM claim_statements", id="by nobody"),
        pytest.param(
            "INSERT INTO claims (article_id, id, status, flags, nature, statements, disputes, parties, party_keys,"
            " time_order) SELECT article_id, id || '0', 'open', '{}', 'fact', 0, 0, '{}', '{}', 0 FROM claims",
            id="without a statement",
        ),
    ],
    "counts_of_claims": [
        pytest.param("UPDATE claims SET statements = 7", id="statements"),
        pytest.param("UPDATE claims SET disputes = 7", id="disputes"),
        pytest.param("UPDATE claims SET status = 'open'", id="status"),
    ],
    "disputes": [
        pytest.param("DELETE FROM claim_answers", id="no answer"),
        pytest.param("UPDATE claim_statements SET text = ''", id="no words of one side"),
        pytest.param("UPDATE claim_answers SET names = '{}'", id="no names of the other side"),
        pytest.param("UPDATE disputes SET claim_id = 'a.1'", id="of another claim"),
        pytest.param(
            "UPDATE claim_answers SET facts = jsonb_set(facts, '{parties}', '[\"Corvane\"]')", id="of one party"
        ),
    ],
    "disputes_foremost": [pytest.param("UPDATE disputes SET foremost = false", id="none")],
    "sides": [pytest.param("UPDATE claim_sides SET speaker_id = 'sgone'", id="nobody")],
    "disputed_quotes": [
        pytest.param("UPDATE quotes SET disputed = true", id="all"),
        pytest.param(
            "INSERT INTO disputed_quotes (article_id, quote_id, claim_id, side)"
            " SELECT article_id, id, 'a.1', 'claim' FROM quotes", id="of no claim",
        ),
    ],
    "prints": [
        pytest.param("DELETE FROM quote_prints", id="none"),
        pytest.param(
            "INSERT INTO quote_prints (article_id, id, keys, time_order)"
            " SELECT article_id, id || '0', '{}', 0 FROM quote_prints", id="of no quote",
        ),
        pytest.param("UPDATE quote_prints SET statement_id = 'a.1' WHERE statement_id IS NOT NULL", id="another id"),
    ],
    "judgements": [
        pytest.param("UPDATE corrections SET subject_id = 'agone.1' WHERE subject = 'quote'", id="a correction"),
        pytest.param(
            "INSERT INTO claim_reviews (statement_id, url, publisher, rating, key_id)"
            " VALUES ('agone.c1', 'u', 'p', 'r', 'k')", id="a review",
        ),
        pytest.param(
            "INSERT INTO dispute_verdicts (statement_id, answer_id, verdict, key_id)"
            " VALUES ('agone.c1', 'agone.a1', 'refuted', 'k')", id="a verdict",
        ),
    ],
    "corrected": [pytest.param("UPDATE corrections SET undone_at = now()", id="undone")],
    "speaker_redirects": [
        pytest.param("UPDATE speaker_redirects SET speaker_id = 'sgone'", id="to nobody"),
        pytest.param("UPDATE speaker_redirects SET speaker_id = id", id="in a circle"),
    ],
    "claim_redirects": [
        pytest.param("UPDATE claim_redirects SET statement_id = 'agone.c1'", id="to nothing"),
        pytest.param("UPDATE claim_redirects SET statement_id = id", id="in a circle"),
    ],
    "erased": [
        pytest.param("INSERT INTO tombstones SELECT id, 1, 1 FROM articles", id="the article itself"),
        pytest.param(
            "INSERT INTO naming_keys (key, naming_id) VALUES ('k', 'n');"
            "UPDATE namings SET article_id = (SELECT article_id FROM tombstones LIMIT 1)", id="a name",
        ),
        pytest.param(
            "INSERT INTO idempotency (key_id, name, fingerprint, run, status, headers, body)"
            " SELECT 'k', article_id, 'f', 'r', 201, jsonb_build_object('Location', '/articles/' || article_id), 'w'"
            " FROM tombstones", id="an answer that is kept",
        ),
    ],
    "changes_numbered": [
        pytest.param("SELECT setval('changes_number_seq', 1)", id="a number that comes again"),
        pytest.param(
            "INSERT INTO changes_pruned (number, at) SELECT number, at FROM changes ORDER BY number LIMIT 1",
            id="one that was cut off",
        ),
    ],
    "changes_told": [
        pytest.param("DELETE FROM changes WHERE kind = 'quote' AND event = 'added'", id="quotes untold"),
        pytest.param("DELETE FROM changes WHERE event = 'erased'", id="an erasing untold"),
        pytest.param("DELETE FROM changes WHERE event = 'merged'", id="a merge untold"),
        pytest.param("UPDATE changes SET event = 'closed' WHERE event = 'opened'", id="claims that were not closed"),
    ],
    "deliveries": [
        pytest.param(
            "INSERT INTO webhooks (id, url, kinds, events, secret, position, key_id)"
            " VALUES ('w', 'u', '{}', '{}', 's', 99999, 'k')", id="told what never was",
        ),
    ],
    "jobs": [
        pytest.param("DELETE FROM job_lines", id="lost lines"),
        pytest.param("UPDATE job_chunks SET created = created + 1", id="counted twice"),
        pytest.param("UPDATE jobs SET finished_at = now()", id="ended too early"),
    ],
    "references": [pytest.param("DELETE FROM speakers", id="of no speaker")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "statement"),
    [pytest.param(name, case.values[0], id=f"{name}: {case.id}") for name, cases in PLANTED.items() for case in cases],
)
def test_each_violation_is_found_with_ids(name, statement, url):
    found = broken(url, *statement.split(";"))
    assert name in found
    assert found[name].count >= len(found[name].ids) > 0
    assert all(found[name].ids)


def test_every_invariant_was_seen_broken():
    assert PLANTED.keys() == INVARIANTS.keys()


def test_of_many_violations_ten_are_named(url):
    numbers = "INSERT INTO speakers (id, kind) SELECT 's' || n, 'person' FROM generate_series(1, 1000) AS n"
    found = broken(url, numbers)["speakers_without_quotes"]
    assert (found.count, len(found.ids)) == (1000, 10)


def run(*words):
    return CliRunner().invoke(commands, words)


def test_the_command_says_what_holds_and_fails_where_something_does_not(database_url, monkeypatch, tmp_path):
    none = run("check", "--data", str(tmp_path))
    assert (none.exit_code, "there is no store in" in none.output) == (1, True)
    monkeypatch.setenv("DATABASE_URL", database_url)
    all_ = len(INVARIANTS)
    done = run("check")
    assert (done.exit_code, done.output.split(" over ")[0]) == (0, f"{all_} of {all_} invariants hold")
    do(database_url, "INSERT INTO speakers (id, kind) VALUES ('salone', 'person')")
    done = run("check", "--verbose")
    assert done.exit_code == 1
    (broken,) = [line for line in done.output.splitlines() if line.startswith("BROKEN")]
    assert broken.startswith("BROKEN speakers_without_quotes")
    assert broken.endswith(": 1: salone")
    assert f"{all_ - 1} of {all_} invariants hold" in done.output
    do(database_url, "DELETE FROM migrations WHERE name LIKE '0017%'")
    old = run("check")
    assert (old.exit_code, "onrecord migrate" in old.output) == (1, True)
