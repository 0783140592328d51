"""What tests of whole stores ask of them: all that they hold, and to keep a reader waiting at a table."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg.rows import dict_row

from service.shipped import shipped
from service.store.tables import tables

STORY = '"The bridge, déjà vu\t\\N, is safe — 100 %" said Ann Lee [person, mayor].\r\n"No 🙂" said Bob Ray.'


def ask(url: str, statement: str) -> list[dict[str, Any]]:
    with psycopg.connect(url, autocommit=True, row_factory=dict_row) as connection:
        return connection.execute(statement).fetchall()


def contents(url: str) -> dict[str, list[str]]:
    """Every row of every table of a store, migrations and their times left out."""
    with psycopg.connect(url, row_factory=dict_row) as connection:
        connection.execute("SET TIME ZONE 'UTC'")
        found = tables(connection, [path.read_text("utf-8") for path in shipped("sql/migrations").glob("*.sql")])
        return {
            table.name: sorted(
                row["row"] for row in connection.execute(f'SELECT r::text AS row FROM "{table.name}" r').fetchall()
            )
            for table in found
        }


def is_unused(url: str) -> bool:
    """Whether nothing was stored; the tables may be there."""
    return not any(contents(url).values())


def do(url: str, *statements: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


@contextmanager
def stopped_at(url: str, table: str, mode: str = "ACCESS EXCLUSIVE") -> Iterator[None]:
    """Whoever reads this table, or in mode SHARE writes to it, waits for as long as the context lasts."""
    with psycopg.connect(url) as connection:
        connection.execute(f"LOCK TABLE {table} IN {mode} MODE")
        yield


def await_waiting(url: str) -> None:
    """Returns once somebody waits for a lock in this database."""
    query = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    while not ask(url, query):
        signal.sigtimedwait([], 0.05)
