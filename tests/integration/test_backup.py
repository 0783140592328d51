"""A backup holds one whole state of a store, and restores into any server version: all of it, or nothing."""

import stat
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import psycopg
import pytest
from psycopg.rows import dict_row
from stores import STORY, ask, await_waiting, contents, do, is_unused, stopped_at
from unprivileged import open_folder

from service.errors import BackupError, SchemaMismatch, Unavailable
from service.local_postgres import LocalPostgres
from service.shipped import shipped
from service.store import jobs, quotes
from service.store.backup import backup
from service.store.migrations import migrate
from service.store.pool import open_pool
from service.store.quotes import QuoteConditions
from service.store.restore import restore
from service.store.tables import tables

DEBIAN_15 = Path("/usr/lib/postgresql/15/bin")
NAMES = sorted(path.name for path in shipped("sql/migrations").glob("*.sql"))


@pytest.fixture(scope="module")
def debian_15():
    """The URL of a Postgres 15."""
    if not (DEBIAN_15 / "postgres").is_file():
        pytest.skip(f"Debian's Postgres 15 is not installed in {DEBIAN_15}")
    with pytest.MonkeyPatch.context() as patch, open_folder() as folder:
        patch.setenv("PG_BINDIR", str(DEBIAN_15))
        with LocalPostgres(folder / "data", options={"fsync": "off"}) as server:
            yield server.url


@pytest.fixture(scope="module")
def embedded():
    """The URL of the embedded Postgres of this project's own version."""
    with pytest.MonkeyPatch.context() as patch, open_folder() as folder:
        patch.delenv("PG_BINDIR", raising=False)
        with LocalPostgres(folder / "data", options={"fsync": "off"}) as server:
            yield server.url


def left_beside(path):
    return [found.name for found in path.parent.iterdir() if found != path]


def test_what_was_stored_is_there_again_and_the_counts_agree(filled, other, tmp_path):
    written = backup(filled, tmp_path / "store.backup")
    restored = restore(tmp_path / "store.backup", other)
    assert contents(other) == contents(filled)
    assert written.rows() == restored.rows() == {name: len(rows) for name, rows in contents(other).items()}
    assert {name for name, count in written.rows().items() if count} > {"articles", "tombstones", "quotes", "keys"}
    assert left_beside(tmp_path / "store.backup") == []


@pytest.mark.parametrize(
    ("origin", "target"),
    [
        pytest.param("debian_15", "embedded", id="15 to 18"),
        pytest.param("embedded", "debian_15", id="18 to 15"),
    ],
)
def test_a_backup_of_one_server_version_restores_into_another(origin, target, request, database_on, reader, tmp_path):
    from service.intake import take_in
    from service.records import Article

    servers = [request.getfixturevalue(name) for name in (origin, target)]
    with database_on(servers[0]) as one, database_on(servers[1]) as two:
        assert ask(one, "SHOW server_version") != ask(two, "SHOW server_version")
        migrate(one)
        with closing(open_pool(one, size=1, wait=5, statement_timeout=10)) as pool:
            take_in(pool, reader, Article(STORY, url="https://example.org/1", published_at="2018-08-21T10:00:00.5Z"))
        backup(one, tmp_path / "store.backup")
        restore(tmp_path / "store.backup", two)
        assert contents(two) == contents(one)
        assert not is_unused(two)


def test_the_restored_store_answers_and_takes_in(filled, other, reader, tmp_path):
    from service.intake import take_in
    from service.records import Article

    backup(filled, tmp_path / "store.backup")
    restore(tmp_path / "store.backup", other)
    with closing(open_pool(other, size=1, wait=5, statement_timeout=10)) as pool:
        again = take_in(pool, reader, Article(STORY + " Again.", url="https://example.org/1", publisher="The Post"))
        assert again.outcome == "unchanged"
        with pool.reading() as connection:
            assert quotes.find(connection, QuoteConditions(q="bridge"), 10, None).items


def test_every_table_that_migrations_make_is_in_a_backup(database_url):
    with psycopg.connect(database_url, row_factory=dict_row) as connection:
        found = tables(connection, [path.read_text("utf-8") for path in shipped("sql/migrations").glob("*.sql")])
    made = ask(database_url, "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public'")
    queue = {row["name"] for row in made if row["name"].startswith("procrastinate_")}
    assert {table.name for table in found} == {row["name"] for row in made} - {"migrations"} - queue
    assert queue


def test_what_is_left_of_a_job_is_queued_anew_in_a_restored_store(filled, pool, other, tmp_path):
    with pool.writing() as connection:
        jobs.create(connection, "j1", [(1, b"{}"), (2, b"[]"), (3, None)])
    backup(filled, tmp_path / "store.backup")
    restore(tmp_path / "store.backup", other)
    assert ask(other, "SELECT line, body FROM job_lines") == ask(filled, "SELECT line, body FROM job_lines")
    assert ask(other, "SELECT id FROM procrastinate_jobs") == []
    with closing(open_pool(other, size=1, wait=5, statement_timeout=10)) as restored, restored.writing() as connection:
        assert jobs.queue_idle(connection, idle=-1) == 1
        assert jobs.queue_idle(connection, idle=-1) == 0
    assert ask(other, "SELECT args FROM procrastinate_jobs") == [{"args": {"job": "j1", "chunk": 0}}]


def test_tables_of_other_programs_stay_out(filled, other, tmp_path):
    do(filled, "CREATE TABLE strangers (id int)", "INSERT INTO strangers VALUES (1)")
    backup(filled, tmp_path / "store.backup")
    restore(tmp_path / "store.backup", other)
    assert ask(other, "SELECT to_regclass('strangers') AS found") == [{"found": None}]


def test_generated_columns_numbers_and_triggers_are_as_before(files, database_url, other, tmp_path):
    (files / "9000_more.sql").write_text("""
CREATE TABLE numbered (
    id bigint GENERATED ALWAYS AS IDENTITY, word text, length int GENERATED ALWAYS AS (length(word)) STORED);
CREATE TABLE seen (id bigserial, word text);
CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS
    $$BEGIN INSERT INTO seen (word) VALUES (NEW.word); RETURN NEW; END$$;
CREATE TRIGGER see AFTER INSERT ON numbered FOR EACH ROW EXECUTE FUNCTION see();
""")
    migrate(database_url)
    do(database_url, "INSERT INTO numbered (word) VALUES ('said'), ('told')")
    backup(database_url, tmp_path / "store.backup")
    restore(tmp_path / "store.backup", other)
    do(other, "INSERT INTO numbered (word) VALUES ('wrote')")
    assert [tuple(row.values()) for row in ask(other, "SELECT id, word, length FROM numbered ORDER BY id")] == [
        (1, "said", 4),
        (2, "told", 4),
        (3, "wrote", 5),
    ]
    assert [tuple(row.values()) for row in ask(other, "SELECT id, word FROM seen ORDER BY id")] == [
        (1, "said"),
        (2, "told"),
        (3, "wrote"),
    ]


def test_a_backup_of_an_older_schema_is_upgraded(files, other, postgres_server, filled, tmp_path):
    backup(filled, tmp_path / "store.backup")
    (files / "9000_more.sql").write_text("ALTER TABLE articles ADD COLUMN newer int NOT NULL DEFAULT 7;")
    restore(tmp_path / "store.backup", other)
    found = ask(other, "SELECT newer FROM articles")
    assert len(found) == len(contents(filled)["articles"])
    assert {row["newer"] for row in found} == {7}


def test_an_older_store_is_backed_up_as_it_is(files, filled, tmp_path):
    (files / "9000_more.sql").write_text("CREATE TABLE more (id int);")
    written = backup(filled, tmp_path / "store.backup")
    assert list(written.migrations) == NAMES
    assert ask(filled, "SELECT to_regclass('more') AS found") == [{"found": None}]


def test_a_backup_newer_than_the_program_is_refused(files, database_url, other, tmp_path):
    (files / "9000_more.sql").write_text("CREATE TABLE more (id int);")
    migrate(database_url)
    backup(database_url, tmp_path / "store.backup")
    (files / "9000_more.sql").unlink()
    with pytest.raises(SchemaMismatch, match=r"the backup is newer than this program: it holds 9000_more\.sql"):
        restore(tmp_path / "store.backup", other)
    assert ask(other, "SELECT to_regclass('articles') AS found") == [{"found": None}]


def test_a_store_newer_than_the_backup_is_refused(files, filled, other, tmp_path):
    backup(filled, tmp_path / "store.backup")
    (files / "9000_more.sql").write_text("CREATE TABLE more (id int);")
    migrate(other)
    with pytest.raises(BackupError, match=r"newer than the backup \(it has 9000_more\.sql\)"):
        restore(tmp_path / "store.backup", other)


def test_a_store_that_is_not_empty_is_refused_and_keeps_what_it_has(filled, tmp_path):
    backup(filled, tmp_path / "store.backup")
    before = contents(filled)
    with pytest.raises(BackupError, match="not empty"):
        restore(tmp_path / "store.backup", filled)
    assert contents(filled) == before


def test_of_two_restores_at_once_one_wins(filled, other, tmp_path):
    backup(filled, tmp_path / "store.backup")

    def attempt(_):
        try:
            return bool(restore(tmp_path / "store.backup", other))
        except BackupError as error:
            return str(error)

    with ThreadPoolExecutor(2) as threads:
        outcomes = list(threads.map(attempt, range(2)))
    assert outcomes.count(True) == 1
    assert "not empty" in next(outcome for outcome in outcomes if outcome is not True)
    assert contents(other) == contents(filled)


def test_an_existing_file_is_kept_unless_it_may_be_overwritten(filled, tmp_path):
    path = tmp_path / "store.backup"
    path.write_text("precious")
    with pytest.raises(BackupError, match="exists already"):
        backup(filled, path)
    assert path.read_text() == "precious"
    backup(filled, path, overwrite=True)
    assert ZipFile(path).testzip() is None


def test_only_the_owner_may_read_it(filled, tmp_path):
    backup(filled, tmp_path / "store.backup")
    assert stat.S_IMODE((tmp_path / "store.backup").stat().st_mode) == 0o600


@pytest.mark.parametrize("place", ["missing/store.backup", "file/store.backup"])
def test_a_place_that_cannot_be_written_is_said(filled, tmp_path, place):
    (tmp_path / "file").write_text("")
    with pytest.raises(BackupError, match="cannot be written"):
        backup(filled, tmp_path / place)


def test_a_database_without_a_store_is_said_and_leaves_no_file(empty_database_url, tmp_path):
    with pytest.raises(BackupError, match="no store of onrecord"):
        backup(empty_database_url, tmp_path / "store.backup")
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_is_away_is_said(tmp_path):
    with pytest.raises(Unavailable):
        backup("postgresql://nobody@127.0.0.1:1/none", tmp_path / "store.backup")
    assert list(tmp_path.iterdir()) == []


def test_it_holds_one_state_while_articles_come_in(filled, store, other, tmp_path):
    before = contents(filled)
    with ThreadPoolExecutor(1) as thread:
        with stopped_at(filled, "keys"):
            # The state is that of the backup's first look at a table, here before it waits for its last one.
            writing = thread.submit(backup, filled, tmp_path / "store.backup")
            await_waiting(filled)
            store('"Later" said Cara Fox.', url="https://example.org/later")
        writing.result()
    restore(tmp_path / "store.backup", other)
    assert contents(other) == before
    assert contents(filled) != before


def test_neither_way_holds_more_than_a_few_articles_in_memory(pool, database_url, other, tmp_path):
    with pool.writing() as connection:
        connection.execute("INSERT INTO articles (id) SELECT 'a' || n FROM generate_series(1, 200) n")
        connection.execute(
            "INSERT INTO article_revisions SELECT id, 1, (SELECT string_agg(md5(id || n), '') "
            "FROM generate_series(1, 4000) n), '', NULL, NULL, 'en', 'read', '' FROM articles"
        )
    tracemalloc.start()
    backup(database_url, tmp_path / "store.backup")
    restore(tmp_path / "store.backup", other)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    stored = ask(other, "SELECT sum(length(text)) AS length FROM article_revisions")[0]["length"]
    assert stored == 200 * 4000 * 32
    assert peak < stored / 5
