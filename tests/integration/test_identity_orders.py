"""The same articles in any order, one by one or several at once, end in the same speakers with the same ids."""

import random
from concurrent.futures import ThreadPoolExecutor

import pytest

from service.intake import take_in
from service.records import Article
from service.store import articles
from service.store.migrations import migrate
from service.store.pool import open_pool

SAID = (
    "Ada Vance [person, Czech minister]", "Vance [person, Czech minister]", "Vance", "Ada B. Vance",
    "A. Vance [person, Czech minister]", "Edward Vance [person, baker]", "Ed Vance [person, baker]",
    "Edward Vance [person, Polish general]", "Edward Vance", "Foreign Ministry [organisation]",
    "Russia's Foreign Ministry [organisation]", "Ministry of Foreign Affairs of Russia [organisation]",
    "a diplomat [anonymous]", "Sergei Orlov [person, envoy]", "Sergey Orlov",
)  # fmt: skip
ARTICLES = [Article(f'"Words {at}." said {who}.', url=f"https://example.org/{at}") for at, who in enumerate(SAID)]


def _taken_in(url: str, reader, order: list[Article], at_once: int) -> None:
    pool = open_pool(url, size=at_once, wait=30, statement_timeout=30)
    with ThreadPoolExecutor(at_once) as several:
        list(several.map(lambda article: take_in(pool, reader, article), order))
    pool.close()


def _speakers(url: str) -> dict[str, str]:
    pool = open_pool(url, size=1, wait=5, statement_timeout=10)
    with pool.reading() as connection:
        rows = connection.execute("SELECT article_id, speaker_id FROM quote_speakers").fetchall()
        named = connection.execute("SELECT id, name, quotes, kind FROM speakers").fetchall()
    pool.close()
    return {row["article_id"]: row["speaker_id"] for row in rows} | {row["id"]: str(row) for row in named}


@pytest.mark.parametrize("at_once", [pytest.param(1, id="one by one"), pytest.param(4, id="four at once")])
def test_any_order_gives_the_same_speakers(database_url, other, reader, at_once):
    _taken_in(database_url, reader, ARTICLES, 1)
    expected = _speakers(database_url)
    assert 6 < len({expected[each] for each in expected if each.startswith("a")}) < len(SAID)
    shuffled = random.Random(at_once).sample(ARTICLES, len(ARTICLES))
    migrate(other)
    _taken_in(other, reader, shuffled, at_once)
    assert _speakers(other) == expected


def test_an_article_that_comes_and_goes_leaves_the_speakers_as_they_were(database_url, reader):
    _taken_in(database_url, reader, ARTICLES[1:], 1)
    expected = _speakers(database_url)
    pool = open_pool(database_url, size=1, wait=5, statement_timeout=10)
    taken = take_in(pool, reader, ARTICLES[0])
    assert _speakers(database_url) != expected
    with pool.writing() as connection:
        articles.erase(connection, taken.article_id)
    assert _speakers(database_url) == expected
    pool.close()
