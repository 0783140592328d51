"""Brings a store to the newest schema: plain SQL files, forward only, each applied once and never edited after."""

import hashlib
from typing import Any, LiteralString

import psycopg
from psycopg.rows import dict_row

from service.errors import SchemaMismatch, Unavailable
from service.shipped import shipped
from service.store.pool import translated_errors

# Not OperationalError: a server that goes away meanwhile is Unavailable.
_REFUSED = (psycopg.ProgrammingError, psycopg.DataError, psycopg.IntegrityError, psycopg.NotSupportedError)
_LOCK = 7_306_001  # any number, as long as nothing else takes it in this database
_LEDGER: LiteralString = """CREATE TABLE IF NOT EXISTS migrations (
    name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())"""


def migrate(url: str) -> list[str]:
    """Applies what is missing and returns its names. Any number of processes may do so at once."""
    with translated_errors(), _connected(url) as connection:
        # Held by the connection: killing the migrator releases it, whatever it was doing.
        connection.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        connection.execute(_LEDGER)
        return [_apply(connection, name) for name in pending(connection)]


def pending(connection: psycopg.Connection[Any]) -> list[str]:
    """The names still to apply. SchemaMismatch: an applied file was edited, or is unknown to this code."""
    files, applied = _files(), _applied(connection)
    for name, sha256 in applied.items():
        if name not in files:
            raise SchemaMismatch(f"the store is newer than this program: it holds {name}; use a newer onrecord")
        if sha256 != _sha256(files[name]):
            raise SchemaMismatch(f"{name} was edited after it was applied; restore it and write a new migration")
    return [name for name in files if name not in applied]


def _connected(url: str) -> psycopg.Connection[Any]:
    try:
        return psycopg.connect(url, autocommit=True, row_factory=dict_row, connect_timeout=10)
    except psycopg.ProgrammingError as error:
        raise Unavailable(f"DATABASE_URL is no address of a Postgres: {str(error).strip()}") from error


def _apply(connection: psycopg.Connection[Any], name: str) -> str:
    text = _files()[name]
    try:
        with connection.transaction():
            connection.execute(text)
            connection.execute("INSERT INTO migrations (name, sha256) VALUES (%s, %s)", [name, _sha256(text)])
    except _REFUSED as error:
        raise SchemaMismatch(f"{name} cannot be applied to this store: {str(error).splitlines()[0]}") from error
    return name


def _files() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(shipped("sql/migrations").glob("*.sql"))}


def _applied(connection: psycopg.Connection[Any]) -> dict[str, str]:
    found = connection.execute("SELECT to_regclass('migrations') IS NOT NULL AS found").fetchone()
    if not found or not found["found"]:
        return {}
    rows = connection.execute("SELECT name, sha256 FROM migrations ORDER BY name").fetchall()
    return {row["name"]: row["sha256"] for row in rows}


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
