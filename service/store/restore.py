"""Fills an empty store from a backup, in one transaction: all of it is there afterwards, or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg.sql import SQL

from service.errors import BackupError
from service.store.backup import copying
from service.store.backup_file import BackupReader, Manifest, Part
from service.store.migrations import applied, migrate, require_known, text_of
from service.store.pool import Connection, translated_errors
from service.store.tables import Table, set_counter, tables


def restore(path: Path, url: str) -> Manifest:
    """Fill the empty store of this URL with the backup `path`, and bring it to the newest schema.

    BackupError: the file is none or broken, or the store is not empty. SchemaMismatch: the backup is newer than
    this program. Nothing is stored then.
    """
    with BackupReader(path) as reader:
        require_known(reader.manifest.migrations, "the backup")
        # Rows go into the schema that they come from; what is newer changes them as it changes every store's.
        migrate(url, reader.manifest.migrations)
        with translated_errors(), copying(url) as connection, connection.transaction():
            _fill(connection, reader)
    migrate(url)
    return reader.manifest


def _fill(connection: Connection, reader: BackupReader) -> None:
    _require_same_schema(connection, reader.manifest)
    found = tables(connection, map(text_of, reader.manifest.migrations))
    parts = {part.table: part for part in reader.manifest.parts}
    if {table.name: table.columns for table in found} != {name: part.columns for name, part in parts.items()}:
        raise reader.broken("its tables are not those of its schema")
    _lock(connection, found)
    for table in found:
        _require_empty(connection, table)
    for table in found:
        _copy(connection, reader, table, parts[table.name])
    for counter in reader.manifest.counters:
        set_counter(connection, counter)


def _require_same_schema(connection: Connection, manifest: Manifest) -> None:
    if newer := sorted(set(applied(connection)) - set(manifest.migrations)):
        raise BackupError(f"the store is newer than the backup (it has {newer[0]}): restore into a new, unused store")


def _lock(connection: Connection, found: list[Table]) -> None:
    # Nobody writes between the look whether it is empty and the commit; reading goes on.
    names = SQL(", ").join(table.named for table in found)
    connection.execute("SET LOCAL lock_timeout = '10s'")
    connection.execute(SQL("LOCK TABLE {} IN SHARE ROW EXCLUSIVE MODE").format(names))


def _require_empty(connection: Connection, table: Table) -> None:
    if connection.execute(SQL("SELECT 1 FROM {} LIMIT 1").format(table.named)).fetchone():
        raise BackupError(
            f"the store is not empty (it has {table.name}): restore into a new one, "
            "of another --data folder or DATABASE_URL"
        )


def _copy(connection: Connection, reader: BackupReader, table: Table, part: Part) -> None:
    # What triggers would write is in the backup already.
    connection.execute(SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(table.named))
    query = SQL("COPY {} ({}) FROM STDIN").format(table.named, table.listed_columns)
    with _refused(reader, table), connection.cursor() as cursor:
        with cursor.copy(query) as rows:
            for chunk in reader.chunks(part):
                rows.write(chunk)
        if cursor.rowcount != part.rows:
            raise reader.broken(f"{table.name} has {cursor.rowcount} rows, not {part.rows}")
    connection.execute(SQL("ALTER TABLE {} ENABLE TRIGGER USER").format(table.named))
    connection.execute(SQL("ANALYZE {}").format(table.named))


@contextmanager
def _refused(reader: BackupReader, table: Table) -> Iterator[None]:
    try:
        yield
    except (psycopg.DataError, psycopg.IntegrityError) as error:
        raise reader.broken(f"rows of {table.name} are refused: {str(error).splitlines()[0]}") from error
