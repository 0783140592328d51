"""What the tables of a store are, in the order in which rows can be put in, and which numbers they count with."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from graphlib import TopologicalSorter

from psycopg.sql import SQL, Composed, Identifier

from service.regex import regex
from service.store.pool import Connection
from service.store.statements import statement

_CREATED = regex(r"^\s*CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?\"?(\w+)", re.MULTILINE | re.IGNORECASE)
# What is due is asked of the jobs; which worker was about what when a backup was made, nobody needs to know.
_QUEUE = "procrastinate_"


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the store, with the columns that are written; generated ones are left out."""

    name: str
    columns: tuple[str, ...]

    @property
    def named(self) -> Identifier:
        """Its name as part of a statement."""
        return Identifier(self.name)

    @property
    def listed_columns(self) -> Composed:
        """Its columns as part of a statement."""
        return SQL(", ").join(map(Identifier, self.columns))


@dataclass(frozen=True, slots=True)
class Counter:
    """How far a sequence has counted; `called` is false where `value` was not given out yet."""

    name: str
    value: int
    called: bool


def tables(connection: Connection, migrations: Iterable[str]) -> list[Table]:
    """The tables that migrations of these texts have made, those that others refer to first.

    Other programs' tables in the same database are none of the store's, and the queue's stay out: what is due is
    queued anew from the jobs.
    """
    made = (name for text in migrations for name in _CREATED.findall(text))
    values = {"tables": [name for name in made if not name.startswith(_QUEUE)]}
    rows = connection.execute(statement("store_columns"), values).fetchall()
    found = {row["table"]: Table(row["table"], tuple(row["columns"])) for row in rows}
    parents: dict[str, set[str]] = {name: set() for name in found}
    for row in connection.execute(statement("store_references"), values):
        parents[row["child"]].add(row["parent"])
    return [found[name] for name in TopologicalSorter(parents).static_order()]


def counters(connection: Connection, of: Iterable[Table]) -> list[Counter]:
    """How far the sequences of these tables have counted."""
    rows = connection.execute(statement("store_sequences"), {"tables": [table.name for table in of]}).fetchall()
    return [_counter(connection, row["name"]) for row in rows]


def set_counter(connection: Connection, counter: Counter) -> None:
    """Let a sequence go on from where another has counted to."""
    values = {"name": counter.name, "value": counter.value, "called": counter.called}
    connection.execute(statement("sequence_set"), values)


def _counter(connection: Connection, name: str) -> Counter:
    row = connection.execute(SQL("SELECT last_value, is_called FROM {}").format(Identifier(name))).fetchone()
    if row is None:
        raise LookupError(name)
    return Counter(name, row["last_value"], row["is_called"])
