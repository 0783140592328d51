"""Stores with a corpus of each size, on one throw-away server; a data folder keeps them for the next run."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg.sql import SQL, Identifier, Literal

from service.local_postgres import LocalPostgres
from service.store.migrations import migrate

from .corpus.filling import THROW_AWAY, fill

SEED = 1
_WHOLE = "whole"
_COMMENT = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"


@contextmanager
def server(data: Path | None) -> Iterator[str]:
    """The URL of the server of a data folder, or of one that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as name:
        Path(name).chmod(0o755)  # a server started by root runs as another user, who must be able to enter
        with LocalPostgres(data or Path(name) / "data", options=THROW_AWAY) as running:
            yield running.url


def database(url: str, name: str) -> str:
    """The URL of another database of a server."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def empty(url: str, name: str) -> str:
    """The URL of a new, migrated store in the place of one of this name."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(name)))
        connection.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
    migrate(made := database(url, name))
    return made


def corpus(url: str, quotes: int) -> str:
    """The URL of the store with the corpus of this size; it is filled unless an earlier run has done so."""
    name = f"corpus_{quotes}"
    with psycopg.connect(url, autocommit=True) as connection:
        row = connection.execute(_COMMENT, [name]).fetchone()
        if row == (_WHOLE,):
            migrate(database(url, name))
            return database(url, name)
        made = empty(url, name)
        fill(made, SEED, quotes, told=lambda text: print(f"  {text}", flush=True))
        connection.execute(SQL("COMMENT ON DATABASE {} IS {}").format(Identifier(name), Literal(_WHOLE)))
        connection.execute("CHECKPOINT")
    return made
