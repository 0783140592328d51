"""Brings a store to the newest schema: plain SQL files, forward only, each applied once and never edited after."""

import hashlib
from collections.abc import Collection, Mapping
from typing import LiteralString

import psycopg
from psycopg.rows import dict_row

from service.errors import SchemaMismatch, Unavailable
from service.shipped import shipped
from service.store.pool import Connection, translated_errors

# Not OperationalError: a server that goes away meanwhile is Unavailable.
_REFUSED = (psycopg.ProgrammingError, psycopg.DataError, psycopg.IntegrityError, psycopg.NotSupportedError)
_LOCK = 7_306_001  # any number, as long as nothing else takes it in this database
_LEDGER: LiteralString = """CREATE TABLE IF NOT EXISTS migrations (
    name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())"""


def migrate(url: str, only: Collection[str] | None = None) -> list[str]:
    """Applies what is missing, or what of `only` is, and returns its names. Any number of processes may do so at once.

    Each file is applied whole or not at all, with all rows of the store as they are; what one needs
    beforehand in parts goes on from where it was cut short.
    """
    with translated_errors(), connected(url) as connection:
        # Held by the connection: killing the migrator releases it, whatever it was doing.
        connection.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        connection.execute(_LEDGER)
        return [_apply(connection, name) for name in pending(connection) if only is None or name in only]


def pending(connection: Connection) -> list[str]:
    """The names still to apply. SchemaMismatch: an applied file was edited, or is unknown to this code."""
    known = applied(connection)
    require_known(known, "the store")
    return [name for name in _files() if name not in known]


def applied(connection: Connection) -> dict[str, str]:
    """The name and sha256 of each migration that this store has; none where it was never migrated."""
    found = connection.execute("SELECT to_regclass('migrations') IS NOT NULL AS found").fetchone()
    if not found or not found["found"]:
        return {}
    rows = connection.execute("SELECT name, sha256 FROM migrations ORDER BY name").fetchall()
    return {row["name"]: row["sha256"] for row in rows}


def require_known(migrations: Mapping[str, str], whose: str) -> None:
    """Raise SchemaMismatch, with `whose` they are, unless this code has every one of these migrations unedited."""
    files = _files()
    for name, sha256 in migrations.items():
        if name not in files:
            raise SchemaMismatch(f"{whose} is newer than this program: it holds {name}; use a newer onrecord")
        if sha256 != _sha256(files[name]):
            raise SchemaMismatch(f"{name} was edited after it was applied; restore it and write a new migration")


def text_of(name: str) -> str:
    """The SQL of a migration. KeyError: this code has none of this name."""
    return _files()[name]


def connected(url: str) -> Connection:
    """A connection in autocommit for work on the whole store, which takes its time. Unavailable: the URL is none."""
    try:
        connection = psycopg.connect(url, autocommit=True, row_factory=dict_row, connect_timeout=10)
    except psycopg.ProgrammingError as error:
        raise Unavailable(f"DATABASE_URL is no address of a Postgres: {str(error).strip()}") from error
    # A role may have a limit of its own, meant for questions, that would forbid a large store its upgrade for ever.
    connection.execute("SET statement_timeout = 0")
    connection.execute("SET idle_in_transaction_session_timeout = 0")
    return connection


def _apply(connection: Connection, name: str) -> str:
    # Here, for importing it takes longer than to find that nothing is missing.
    from service.store.steps import BEFORE, STEPS

    text = text_of(name)
    try:
        BEFORE.get(name, _nothing)(connection)
        with connection.transaction():
            connection.execute(text)
            STEPS.get(name, _nothing)(connection)
            connection.execute("INSERT INTO migrations (name, sha256) VALUES (%s, %s)", [name, _sha256(text)])
    except _REFUSED as error:
        raise SchemaMismatch(f"{name} cannot be applied to this store: {str(error).splitlines()[0]}") from error
    return name


def _nothing(_: Connection) -> None:
    """Most migrations are SQL alone."""


def _files() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(shipped("sql/migrations").glob("*.sql"))}


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
