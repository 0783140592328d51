"""Writes a whole store into one file: one state of it, whatever is written meanwhile, for any server version."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO

from psycopg.sql import SQL

from service.errors import BackupError
from service.store.backup_file import BackupWriter, Manifest, Part
from service.store.migrations import applied, connected, text_of
from service.store.pool import Connection, translated_errors
from service.store.tables import Table, counters, tables

# Texts of values as every server version reads them back.
_SESSION = (
    "SET client_encoding = 'UTF8'",
    "SET DateStyle = 'ISO'",
    "SET IntervalStyle = 'postgres'",
    "SET TIME ZONE 'UTC'",
    "SET extra_float_digits = 3",
)


def backup(url: str, path: Path, *, overwrite: bool = False) -> Manifest:
    """Write the store of this URL, keys included, into the file `path`, which appears whole or not at all.

    BackupError: the file is there already and may not be overwritten, cannot be written, or there is no store.
    """
    # os.path: a folder that may not be entered is for the writing to report.
    if os.path.exists(path) and not overwrite:
        raise BackupError(f"{path} exists already: name another file, or say --force to overwrite it")
    with _written_whole(path) as file, translated_errors(), copying(url) as connection:
        connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        return _write(connection, file)


@contextmanager
def copying(url: str) -> Iterator[Connection]:
    """A connection of its own in autocommit, whose values have one form under every server version and setting."""
    with connected(url) as connection:
        for setting in _SESSION:
            connection.execute(setting)
        yield connection


def _write(connection: Connection, file: BinaryIO) -> Manifest:
    migrations = applied(connection)
    if not migrations:
        raise BackupError("there is nothing to back up: this database holds no store of onrecord")
    found = tables(connection, map(text_of, migrations))
    counted = counters(connection, found)
    writer = BackupWriter(file)
    manifest = Manifest(
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        program=version("onrecord"),
        server=connection.info.parameter_status("server_version") or "",
        migrations=migrations,
        parts=tuple(_copied(connection, writer, table) for table in found),
        counters=tuple(counted),
    )
    writer.finish(manifest)
    return manifest


def _copied(connection: Connection, writer: BackupWriter, table: Table) -> Part:
    # A query, since a partitioned table cannot be copied by its name.
    query = SQL("COPY (SELECT {} FROM {}) TO STDOUT").format(table.listed_columns, table.named)
    with connection.cursor() as cursor, cursor.copy(query) as rows:
        return writer.add(table, rows)


@contextmanager
def _written_whole(path: Path) -> Iterator[BinaryIO]:
    # Only its owner may read it (0600): it holds whole texts and the digests of keys.
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.", suffix=".partial")
        try:
            with open(descriptor, "wb") as file:
                yield file
                file.flush()
                os.fsync(descriptor)
            Path(name).replace(path)
        finally:
            with suppress(FileNotFoundError):
                Path(name).unlink()
    except OSError as error:
        raise BackupError(f"{path} cannot be written: {error.strerror or error}") from error
