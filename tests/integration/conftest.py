"""A migrated store and a way to fill it."""

import pytest
from plain_reader import PlainReader

from service.intake import Receipt, take_in
from service.records import Article
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
