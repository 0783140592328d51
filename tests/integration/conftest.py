"""A migrated store and a way to fill it."""

import shutil

import pytest
from plain_reader import PlainReader
from stores import STORY

from service.intake import Receipt, take_in
from service.records import Article
from service.shipped import shipped
from service.store import articles, keys, migrations
from service.store.pool import open_pool


@pytest.fixture
def pool(database_url):
    opened = open_pool(database_url, size=4, wait=5, statement_timeout=10)
    yield opened
    opened.close()


@pytest.fixture
def reader():
    return PlainReader()


@pytest.fixture
def store(pool, reader):
    """Takes articles in: store(text, url=..., published_at=...) -> Receipt."""

    def taken_in(text: str, **fields) -> Receipt:
        return take_in(pool, reader, Article(text, **fields))

    return taken_in


@pytest.fixture
def filled(store, pool, database_url):
    """The URL of a store with a revised article, an erased one, one without quotes, and a key."""
    store(STORY, url="https://example.org/1", published_at="2018-08", publisher="The Post")
    store(STORY + " Again.", url="https://example.org/1", published_at="2018-08", publisher="The Post")
    erased = store('"Gone" said Cara Fox.', url="https://example.org/2")
    store("Nobody said anything.", first_reported={"file": "000"})
    with pool.writing() as connection:
        articles.erase(connection, erased.article_id)
        keys.create(connection, "desk", ["ingest"])
    return database_url


@pytest.fixture
def other(postgres_server, database_on):
    """The URL of another database, without any table."""
    with database_on(postgres_server) as url:
        yield url


@pytest.fixture
def files(tmp_path, monkeypatch):
    """A copy of the migrations that a test may change."""
    shutil.copytree(shipped("sql/migrations"), tmp_path / "migrations")
    monkeypatch.setattr(migrations, "shipped", lambda name: tmp_path / "migrations")
    return tmp_path / "migrations"
