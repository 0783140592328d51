"""Stores with a corpus of each size, each a database of one server."""

from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg.sql import SQL, Identifier, Literal

from service.store.migrations import migrate

from .corpus.filling import fill

SEED = 1
_WHOLE = "whole"
_COMMENT = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"


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
