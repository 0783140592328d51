import multiprocessing
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from psycopg.rows import dict_row

from service.errors import SchemaMismatch, Unavailable
from service.shipped import shipped
from service.store.migrations import migrate, pending

NAMES = sorted(path.name for path in shipped("sql/migrations").glob("*.sql"))


def _pending(url: str) -> list[str]:
    with psycopg.connect(url, row_factory=dict_row) as connection:
        return pending(connection)


def test_an_empty_store_gets_all_of_them_once(empty_database_url):
    assert _pending(empty_database_url) == NAMES
    assert migrate(empty_database_url) == NAMES
    assert migrate(empty_database_url) == []
    assert _pending(empty_database_url) == []


def test_racing_threads_apply_each_file_once(empty_database_url):
    with ThreadPoolExecutor(6) as threads:
        applied = list(threads.map(migrate, [empty_database_url] * 6))
    assert sorted(name for names in applied for name in names) == NAMES


def test_racing_processes_apply_each_file_once(empty_database_url):
    with multiprocessing.get_context("spawn").Pool(3) as processes:
        applied = processes.map(migrate, [empty_database_url] * 3)
    assert sorted(name for names in applied for name in names) == NAMES


def test_a_new_file_is_applied_to_an_older_store(files, empty_database_url):
    migrate(empty_database_url)
    (files / "9000_more.sql").write_text("CREATE TABLE more (id int);")
    assert _pending(empty_database_url) == ["9000_more.sql"]
    assert migrate(empty_database_url) == ["9000_more.sql"]


def test_an_edited_file_is_refused(files, empty_database_url):
    migrate(empty_database_url)
    with (files / NAMES[0]).open("a") as file:
        file.write("-- a harmless comment\n")
    with pytest.raises(SchemaMismatch, match=f"{NAMES[0]} was edited"):
        migrate(empty_database_url)


def test_a_store_newer_than_the_code_is_refused(files, empty_database_url):
    (files / "9000_more.sql").write_text("CREATE TABLE more (id int);")
    migrate(empty_database_url)
    (files / "9000_more.sql").unlink()
    with pytest.raises(SchemaMismatch, match=r"newer.*9000_more\.sql"):
        _pending(empty_database_url)


def test_a_broken_file_leaves_nothing_of_itself(files, empty_database_url):
    (files / "9000_broken.sql").write_text("CREATE TABLE half (id int); SELECT 1/0;")
    with pytest.raises(SchemaMismatch, match=r"9000_broken\.sql.*division by zero"):
        migrate(empty_database_url)
    assert _pending(empty_database_url) == ["9000_broken.sql"]
    with psycopg.connect(empty_database_url) as connection:
        assert connection.execute("SELECT to_regclass('half')").fetchone() == (None,)


def test_an_upgrade_takes_longer_than_the_role_allows_a_question(files, empty_database_url):
    database = empty_database_url.rpartition("/")[2].partition("?")[0]
    with psycopg.connect(empty_database_url, autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {database} SET statement_timeout = '1ms'")
    (files / "9000_slow.sql").write_text("SELECT pg_sleep(0.1);")
    assert migrate(empty_database_url)[-1] == "9000_slow.sql"


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("postgresql://nobody@127.0.0.1:1/none", id="nothing listens there"),
        pytest.param("mysql:/nonsense", id="no address of a Postgres"),
    ],
)
def test_no_database_is_unavailable(url):
    with pytest.raises(Unavailable):
        migrate(url)
