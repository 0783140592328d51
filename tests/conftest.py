"""Databases for tests: one server for the whole run, and for each test a fresh database of it, dropped afterwards."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg
import pytest
from hypothesis import settings
from psycopg import sql
from unprivileged import open_folder

from service.local_postgres import LocalPostgres
from service.store.migrations import migrate

# A slow machine is no failure: no test is timed.
# The same examples in every run, so that a red run is the fault of what changed; `--hypothesis-profile=explore` looks
# for new ones, and what it finds becomes a case of a table.
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=1_000)
settings.load_profile("repeatable")

# Lost at a power cut, which a test run does not outlive either; saves most of the time of CREATE DATABASE.
UNSAFE_BUT_FAST = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--repetitions", type=int, default=0, help="all faults of tests/faults, each so often")


def with_database(url: str, name: str) -> str:
    """The URL of another database on the same server."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


@contextmanager
def fresh_database(server: str, template: str = "template1") -> Iterator[str]:
    name = f"test_{uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        connection.execute(statement.format(sql.Identifier(name), sql.Identifier(template)))
        try:
            yield with_database(server, name)
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def data_folder() -> Iterator[Path]:
    """A data folder for `--data` that does not exist yet, in a place that an unprivileged server can reach."""
    with open_folder() as folder:
        yield folder / "data"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a server on which databases may be created: TEST_DATABASE_URL, else an embedded one of this run."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield given
        return
    with open_folder() as folder, LocalPostgres(folder / "data", options=UNSAFE_BUT_FAST) as server:
        yield server.url


@pytest.fixture(scope="session")
def _migrated_template(postgres_server: str) -> Iterator[str]:
    with fresh_database(postgres_server) as url:
        migrate(url)
        yield urlsplit(url).path.lstrip("/")


@pytest.fixture
def empty_database_url(postgres_server: str) -> Iterator[str]:
    """The URL of a fresh database without any table."""
    with fresh_database(postgres_server) as url:
        yield url


@pytest.fixture(scope="session")
def database_on() -> Callable[[str], AbstractContextManager[str]]:
    """A context of a fresh database on the server of a URL, for tests that need a second one or another server."""
    return fresh_database


@pytest.fixture
def database_url(postgres_server: str, _migrated_template: str) -> Iterator[str]:
    """The URL of a fresh database with all migrations applied, cloned from a template in a fraction of their time."""
    with fresh_database(postgres_server, _migrated_template) as url:
        yield url


@pytest.fixture(scope="session")
def shared_database_url(postgres_server: str, _migrated_template: str) -> Iterator[str]:
    """The URL of one migrated database for all tests that fill it once and then only read."""
    with fresh_database(postgres_server, _migrated_template) as url:
        yield url
