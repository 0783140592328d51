"""Gives namings that were stored without them the keys by which they find each other."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from psycopg.types.json import Jsonb

from service.identity.families import keys_of
from service.identity.namings import Naming
from service.store.pool import Connection
from service.store.scopes import naming_of
from service.store.statements import statement

_AT_ONCE = 10_000


def add(connection: Connection, namings: Iterable[Naming]) -> None:
    """Stores the keys of these namings."""
    rows = ({"id": naming.id, "keys": sorted(keys_of(naming))} for naming in namings)
    for some in _parts(row for row in rows if row["keys"]):
        connection.execute(statement("naming_keys_insert"), {"rows": Jsonb(some)})


def add_all(connection: Connection) -> None:
    """Runs within the transaction of the migration that made the keys."""
    add(connection, map(naming_of, connection.execute(statement("namings_stored")).fetchall()))


def _parts(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while some := list(islice(rows, _AT_ONCE)):
        yield some
