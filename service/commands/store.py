"""The store that a command works on: its option --data, its settings, its URL and its pool."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from service.errors import NotFound
from service.settings import Settings, read_settings

if TYPE_CHECKING:
    from service.store.pool import Pool

_LONG_STATEMENT = 60.0


def data_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command the option --data."""
    explained = "Folder of the embedded store [ONRECORD_DATA]. Of no effect with DATABASE_URL."
    return click.option("--data", type=click.Path(path_type=Path), help=explained)(command)


def settings_with(**given: Path | str | int | None) -> Settings:
    """The settings of the environment, with the options that were given on the command line in their place."""
    changes: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    return replace(read_settings(), **changes)


def require_store(settings: Settings) -> None:
    """Raise NotFound where there is no store: one that is only to be read must not be made for that."""
    if settings.database_url is None and not os.path.isdir(os.path.expanduser(settings.data / "postgres")):
        raise NotFound(f"there is no store in {settings.data}: name its folder with --data, or set DATABASE_URL")


@contextmanager
def url_as_it_is(settings: Settings) -> Iterator[str]:
    """The URL of the store, of whatever schema: DATABASE_URL, or the embedded server, running or owned meanwhile."""
    from service.local_postgres import found_or_owned

    if settings.database_url is not None:
        yield settings.database_url
        return
    with found_or_owned(settings.data, postgres_user=settings.postgres_user) as url:
        yield url


@contextmanager
def newest_url(settings: Settings) -> Iterator[str]:
    """The URL of the store, its schema the newest."""
    from service.store.migrations import migrate

    with url_as_it_is(settings) as url:
        migrate(url)
        yield url


@contextmanager
def pool_of(settings: Settings) -> "Iterator[Pool]":
    """Connections to the store, its schema the newest: one to store with, one to look meanwhile."""
    from service.store.pool import open_pool

    with (
        newest_url(settings) as url,
        closing(open_pool(url, size=2, wait=10.0, statement_timeout=_LONG_STATEMENT)) as pool,
    ):
        yield pool
