import re

import psycopg
import pytest
from psycopg.sql import SQL

from service.store import statements as module
from service.store.pool import open_pool
from service.store.statements import composed, statement, statements

# What is composed into a statement, where a number may not stand for it.
COMPOSED = {
    "table": "quotes", "column": "article_id", "child": "quotes", "parent": "articles", "given": "true", "same": "true",
    "chosen": "SELECT * FROM claims",
}  # fmt: skip
# What is no statement by itself, but composed into others.
PARTS = {"forms_and_roles_add", "namings_held", "namings_new", "speakers_make"}


@pytest.fixture(scope="module")
def shared_pool(shared_database_url):
    """Connections to one database for all statements: none of them is carried out."""
    opened = open_pool(shared_database_url, size=1, wait=5, statement_timeout=10)
    yield opened
    opened.close()


@pytest.mark.parametrize("name", sorted(statements().keys() - PARTS))
def test_every_statement_can_be_prepared(shared_pool, name):
    parts = {part: statement(part).as_string() for part in PARTS}
    whole = re.sub(r"\{(\w+)\}", lambda match: (COMPOSED | parts).get(match[1], "0"), statement(name).as_string())
    positions: dict[str, int] = {}
    text = re.sub(
        r"%\((\w+)\)s", lambda match: f"${positions.setdefault(match[1], len(positions) + 1)}", whole
    ).replace("%%", "%")
    with shared_pool.reading() as connection:
        connection.execute(f"PREPARE checked AS {text}")
        connection.execute("DEALLOCATE checked")


def test_the_check_above_sees_a_wrong_column(shared_pool):
    with shared_pool.reading() as connection, pytest.raises(psycopg.errors.UndefinedColumn):
        connection.execute("PREPARE checked AS SELECT wrong FROM quotes")


def test_unknown_name_is_a_key_error():
    with pytest.raises(KeyError):
        statement("no_such_statement")


@pytest.fixture
def queries(tmp_path, monkeypatch):
    """A folder of queries in place of the shipped one."""
    monkeypatch.setattr(module, "shipped", lambda name: tmp_path)
    for each in (statements, composed):
        each.cache_clear()
    yield tmp_path
    for each in (statements, composed):
        each.cache_clear()


def test_two_statements_of_one_name_are_refused(queries):
    (queries / "a.sql").write_text("-- name: twice\nSELECT 1;\n")
    (queries / "b.sql").write_text("-- name: twice\nSELECT 2;\n")
    with pytest.raises(ValueError, match="twice"):
        statements()


def test_comments_and_the_semicolon_are_no_part_of_a_statement(queries):
    (queries / "a.sql").write_text("-- about this file\n\n-- name: one\n-- why\nSELECT 1;\n\n-- name: two\nSELECT 2;\n")
    assert statements() == {"one": SQL("SELECT 1"), "two": SQL("SELECT 2")}


def test_what_statements_share_stands_where_they_name_it(queries):
    (queries / "a.sql").write_text(
        "-- name: said\none AS (SELECT 1)\n\n-- name: whole\nWITH {said} SELECT '{}' FROM one;\n"
    )
    assert composed("whole") == SQL("WITH one AS (SELECT 1) SELECT '{}' FROM one")
    assert composed("said") == statement("said")
