"""Pages in every order while others write: each quote that is there all the time comes once, none twice."""

import random
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plain_reader import PlainReader
from psycopg.sql import SQL

from service.intake import take_in
from service.records import Article
from service.store import articles, quote_keysets, quotes
from service.store.conditions import QuoteConditions
from service.store.pool import open_pool

SORTS = ("-date", "date", "relevance", "confidence")
NAMES = ("Ann Lee", "Bob Ray", "Cara Fox")


def text_of(number: int) -> str:
    """Three quotes; every third text has an attribution of no one, which is less sure."""
    said = [f'"The treaty {"treaty " * (number % 4)}of {name} {number}." said {name}.' for name in NAMES]
    return " ".join([*said, f'"A treaty {number}." said nobody.' if number % 3 else ""])


def date_of(number: int) -> str | None:
    return (None, "2018", "2018-08", f"2018-08-{1 + number % 28:02}")[number % 4]


@pytest.fixture
def lasting(store, pool):
    """The ids of the quotes of twelve articles that stay."""
    for number in range(12):
        store(text_of(number), url=f"https://news.example/lasting/{number}", published_at=date_of(number))
    with pool.reading() as connection:
        return {quote["id"] for quote in quotes.find(connection, QuoteConditions(), 200).items}


def come_and_go(url: str, writer: int, rounds: int) -> None:
    """Takes in articles like the lasting ones, revises some and erases others."""
    chance, reader = random.Random(writer), PlainReader()
    with closing(open_pool(url, size=1, wait=20, statement_timeout=20)) as pool:
        here: list[str] = []
        for number in range(rounds):
            address = f"https://news.example/{writer}/{number % 5}"
            article = Article(text_of(chance.randrange(100)), url=address, published_at=date_of(number))
            here.append(take_in(pool, reader, article).article_id)
            if chance.random() < 0.5:
                with pool.writing() as connection:
                    articles.erase(connection, here.pop(chance.randrange(len(here))))


def paged(pool, conditions: QuoteConditions, limit: int) -> list[str]:
    seen, after = [], None
    while True:
        with pool.reading() as connection:
            page = quotes.find(connection, conditions, limit, after)
        seen += [quote["id"] for quote in page.items]
        if (after := page.next) is None:
            return seen


def test_each_lasting_quote_comes_once_while_others_write(pool, database_url, lasting):
    asked = [
        QuoteConditions(q="treaty", sort=sort, **more)
        for sort in SORTS
        for more in ({}, {"speaker": ("Lee", "Ray", "Fox")}, {"speaker": ("Ann Lee",), "kind": ("direct",)})
    ]
    expected = [set(paged(pool, each, 200)) for each in asked]
    assert expected[0] == lasting
    with ThreadPoolExecutor(6) as threads:
        writing = [threads.submit(come_and_go, database_url, writer, 25) for writer in range(2)]
        rounds = 0
        while rounds < 2 or any(not each.done() for each in writing):
            pages = [threads.submit(paged, pool, each, 1 + rounds % 7) for each in asked]
            for each, ids in zip(pages, expected, strict=True):
                seen = each.result()
                assert len(seen) == len(set(seen))
                assert ids <= set(seen)
            rounds += 1
        for each in writing:
            each.result()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    limit=st.integers(1, 60),
    sort=st.sampled_from(SORTS),
    speaker=st.sampled_from([(), ("Ann Lee",), ("Lee", "Bob Ray")]),
    q=st.sampled_from([None, "treaty", "trea*", '"treaty treaty" or lee']),
    more=st.sampled_from([{}, {"kind": ("direct",)}, {"attribution": ("likely",)}, {"about": NAMES}]),
    lead=st.sampled_from(["order", "few", "speakers", None]),
)
def test_pages_are_the_whole_in_its_order_whatever_leads(
    pool, lasting, monkeypatch, limit, sort, speaker, q, more, lead
):
    conditions = QuoteConditions(speaker=speaker, q=q, sort=sort, **more)
    whole = paged(pool, conditions, 200)
    with monkeypatch.context() as patch:
        if lead and (speaker or lead != "speakers"):
            patch.setattr(quotes, "lead_of", lambda *_, **__: lead)
        assert paged(pool, conditions, limit) == whole
    assert len(set(whole)) == len(whole) > 0


def test_what_went_between_finding_and_telling_cuts_no_page_short(pool, lasting, monkeypatch):
    conditions = QuoteConditions(q="treaty")
    whole = paged(pool, conditions, 200)
    monkeypatch.setattr(quotes, "lead_of", lambda *_, **__: "few")
    monkeypatch.setattr(quotes, "_THESE", SQL(" WHERE %(found)s::jsonb IS NULL"))
    assert paged(pool, conditions, 5) == whole


def test_what_comes_pushes_nothing_out_of_the_ranked(pool, store, lasting, monkeypatch):
    monkeypatch.setattr(quote_keysets, "MOST_RANKED", 10)
    monkeypatch.setattr(quotes, "MOST_RANKED", 10)
    conditions = QuoteConditions(q="treaty", sort="relevance")
    whole = paged(pool, conditions, 200)
    assert len(whole) == 10
    with pool.reading() as connection:
        first = quotes.find(connection, conditions, 4)
    for number in range(8):
        store('"Treaty this." said Eva Gil.', url=f"https://news.example/new/{number}", published_at="2030")
    with pool.reading() as connection:
        rest = [quote["id"] for quote in quotes.find(connection, conditions, 200, first.next).items]
    assert [quote["id"] for quote in first.items] + [each for each in rest if each in whole] == whole
    assert len(set(rest)) == len(rest)


def test_the_newest_are_ranked(pool, store, monkeypatch):
    for year in range(2001, 2013):
        store(f'"A treaty of {year}." said Ann Lee.', url=f"https://news.example/{year}", published_at=str(year))
    monkeypatch.setattr(quote_keysets, "MOST_RANKED", 5)
    monkeypatch.setattr(quotes, "MOST_RANKED", 5)
    with pool.reading() as connection:
        for speaker in ((), ("Ann Lee",)):
            found = quotes.find(connection, QuoteConditions(q="treaty", sort="relevance", speaker=speaker), 50).items
            assert {quote["article"]["published_at"] for quote in found} == {"2008", "2009", "2010", "2011", "2012"}
