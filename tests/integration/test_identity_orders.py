"""The same articles in any order, one by one or several at once, end in the same speakers with the same ids."""

import random
from concurrent.futures import ThreadPoolExecutor

import pytest

from service.identity import partition
from service.intake import take_in
from service.records import Article
from service.store import articles
from service.store.migrations import migrate
from service.store.pool import open_pool
from service.store.scopes import naming_of

SAID = (
    "Ada Vance [person, Czech minister]", "Vance [person, Czech minister]", "Vance", "Ada B. Vance",
    "A. Vance [person, Czech minister]", "Edward Vance [person, baker]", "Ed Vance [person, baker]",
    "Edward Vance [person, Polish general]", "Edward Vance", "Foreign Ministry [organisation]",
    "Russia's Foreign Ministry [organisation]", "Ministry of Foreign Affairs of Russia [organisation]",
    "a diplomat [anonymous]", "Sergei Orlov [person, envoy]", "Sergey Orlov",
    "Northern Radio Operators' Union (NROU) [organisation]", "NROU [organisation]",
    "Mahmoud Sinwar [person, mayor]", "محمود سنوار", "Tsai Ing-wen [person, envoy]", "蔡英文",
    "Omar bin Said [person, king of Oman]", "King Omar [person, king of Oman]",
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


FIRST = (
    "Alex",
    "Alexander",
    "Sasha",
    "Bill",
    "William",
    "J. K.",
    "Joan K.",
    "J.",
    "Jon",
    "John",
    "Hasan",
    "Hassan",
    "Mr. Kim",
    "Ms. Kim",
    "Kim",
    "Luis",
    "",
)
LAST = ("Vance", "Wanz", "Qadri", "Kadri", "Garcia", "Garcia Vance", "Wanz-Garcia")
ROLE = ("", "Czech minister", "Polish minister", "CEO of Norholm", "Norholm spokesman", "baker", "Treasury Secretary")
OTHERS = (
    "Foreign Ministry", "Russia's Foreign Ministry", "US Treasury", "Treasury", "NROU",
    "Norholm Union of Rail Owners (NROU)", "Northern Radio Operators' Union (NROU)",
)  # fmt: skip


def _drawn(chance: random.Random) -> str:
    if chance.random() < 0.2:
        return f"{chance.choice(OTHERS)} [organisation]"
    # Of one of them nobody prints more than the surname.
    who = f"{chance.choice(FIRST)} {chance.choice(LAST)}".strip() if chance.random() < 0.8 else "Kestrel"
    return f"{who} [person, {role}]" if (role := chance.choice(ROLE)) else f"{who} [person]"


def _as_a_whole(pool) -> tuple[dict[str, str | None], dict[str, str | None]]:
    """Whom each stored naming means, as decided bit by bit, and as a decision on all of them at once has it."""
    with pool.reading() as connection:
        rows = connection.execute("SELECT *, facts::text AS facts FROM namings WHERE articles > 0").fetchall()
    said = partition({naming_of(row): row["articles"] for row in rows})
    return {row["id"]: row["speaker_id"] for row in rows}, {each: meant.speaker for each, meant in said.items()}


@pytest.mark.parametrize("seed", range(4))
def test_what_is_decided_bit_by_bit_is_what_is_decided_as_a_whole(pool, store, seed):
    chance, taken = random.Random(seed), []
    for number in range(60):
        spoken = " ".join(f'"Words {number} {at}." said {_drawn(chance)}.' for at in range(3))
        taken.append(store(spoken, url=f"https://example.org/{chance.randrange(50)}").article_id)
        if chance.random() < 0.2:
            with pool.writing() as connection:
                articles.erase(connection, chance.choice(taken))
        if number % 6 == 5:
            bit_by_bit, whole = _as_a_whole(pool)
            assert bit_by_bit == whole
    assert any(bit_by_bit.values())
    assert not all(bit_by_bit.values())
