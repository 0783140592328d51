import pytest

from service.errors import InvalidCursor, NotFound
from service.store import articles, quotes, speakers, texts
from service.store.conditions import ArticleConditions, QuoteConditions

WORDS = "Xylophonic utterances"
TEXT = f'"{WORDS}." said Quentin Quirk [person, Head of Quirks]. "And more." said Anna Adams.'


def _every_row_of_every_table(connection) -> str:
    tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
    rows = [
        row["row"]
        for table in tables
        for row in connection.execute(f"SELECT t::text AS row FROM {table['tablename']} t").fetchall()
    ]
    return "\n".join(rows)


def test_erasing_removes_the_words_everywhere_and_leaves_a_tombstone(pool, store):
    gone = store(TEXT, url="https://example.com/gone", title="Quirky title").article_id
    store(TEXT.replace("more", "much more"), url="https://example.com/gone")
    store('"I stay." said Anna Adams.')
    with pool.writing() as connection:
        assert articles.erase(connection, gone)
    with pool.reading() as connection:
        stored = _every_row_of_every_table(connection)
        assert not [word for word in ("Xylophon", "xylophon", "Quirk", "quirk", "much more") if word in stored]
        assert gone in stored
        assert articles.get(connection, gone) is None
        assert articles.erased_at(connection, gone) is not None
        anna = speakers.find(connection, "anna", 10).items[0]
        assert (anna["quotes"], anna["by_kind"]["direct"], anna["names"][0]["count"]) == (1, 1, 1)


def test_erasing_what_is_not_there_is_false(pool):
    with pool.writing() as connection:
        assert not articles.erase(connection, "aaaaaaaaaaaaaaaaa")
        assert not articles.erase(connection, "\0\ud800")


def test_an_erased_article_can_be_taken_in_anew(pool, store):
    first = store(TEXT).article_id
    with pool.writing() as connection:
        articles.erase(connection, first)
    receipt = store(TEXT)
    assert (receipt.article_id, receipt.outcome, receipt.revision) == (first, "created", 1)
    with pool.reading() as connection:
        assert articles.erased_at(connection, first) is None


def test_removing_samples_leaves_the_rest(pool, store):
    store('"One." said Anna Adams.', sample=True)
    store('"Two." said Anna Adams. "Three." said Berta Brown.', sample=True)
    kept = store('"Four." said Anna Adams.').article_id
    with pool.writing() as connection:
        assert articles.remove_samples(connection) == 2
        assert articles.remove_samples(connection) == 0
    with pool.reading() as connection:
        assert [row["id"] for row in articles.find(connection, ArticleConditions(), 10).items] == [kept]
        assert [row["name"] for row in speakers.find(connection, None, 10).items] == ["Anna Adams"]


def test_empty_until_the_first_article(pool, store):
    with pool.reading() as connection:
        assert articles.is_empty(connection)
    store("No quotes here.")
    with pool.reading() as connection:
        assert not articles.is_empty(connection)


def test_the_text_is_as_received(pool, store):
    text = "A\r\nb\u2028c \u00a0 “d” e\u0301 😀\n"
    with pool.reading() as connection:
        assert texts.cut(connection, store(text).article_id)["text"] == text
        with pytest.raises(NotFound, match="no article unknown"):
            texts.cut(connection, "unknown")


DATES = {"y": "2018", "m": "2018-08", "d": "2018-08-21", "i": "2018-08-21T10:00:00+02:00", "n": None, "z": "2019-01-01"}


@pytest.fixture
def dated(store):
    """One article of each date, by a letter; each with one quote of this letter."""
    for letter, date in DATES.items():
        store(
            f'"{letter}" said Anna Adams.', title=letter, published_at=date, publisher="Zeitung" if date else "Étoile"
        )


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        pytest.param("-date", "zidmyn", id="newest first by the earliest instant of each, undated last"),
        pytest.param("date", "ymdizn", id="oldest first, undated last too"),
    ],
)
@pytest.mark.parametrize("limit", [1, 2, 5, 6, 7])
def test_pages_in_order_of_time(pool, dated, sort, order, limit):
    for find, conditions, letter_of in (
        (articles.find, ArticleConditions(sort=sort), lambda row: row["title"]),
        (quotes.find, QuoteConditions(sort=sort), lambda row: row["text"]),
        (quotes.find, QuoteConditions(sort=sort, speaker=("Adams",)), lambda row: row["text"]),
    ):
        assert "".join(map(letter_of, _all_pages(pool, find, conditions, limit))) == order


def _all_pages(pool, find, conditions, limit):
    after, items = None, []
    while True:
        with pool.reading() as connection:
            page = find(connection, conditions, limit, after)
        items += page.items
        assert len(page.items) == limit or page.next is None
        if page.next is None:
            return items
        after = page.next


@pytest.mark.parametrize(
    ("from_", "to", "letters"),
    [
        pytest.param("2018-08-21", "2018-08-21", "idmy", id="each that may be of this day"),
        pytest.param("2018-08-22", None, "zmy", id="an open end"),
        pytest.param(None, "2018-07", "y", id="an open beginning"),
        pytest.param("2018-08-21T08:00:00Z", "2018-08-21T08:00:00Z", "idmy", id="an instant, in another zone"),
        pytest.param("2018-08-21T08:00:01Z", "2018-08-21T09:00:00Z", "dmy", id="after the instant, within the day"),
        pytest.param("2020", None, "", id="after all"),
        pytest.param("2019", "2018", "y"[:0], id="an empty period"),
    ],
)
def test_periods_that_meet(pool, dated, from_, to, letters):
    with pool.reading() as connection:
        found = articles.find(connection, ArticleConditions(from_=from_, to=to), 10).items
        quoted = quotes.find(connection, QuoteConditions(from_=from_, to=to), 10).items
    assert "".join(row["title"] for row in found) == letters
    assert "".join(row["text"] for row in quoted) == letters


@pytest.mark.parametrize(
    ("publisher", "number"),
    [(("zeitung",), 5), (("ETOILE",), 1), (("zeitung", "étoile"), 6), (("Zeit",), 0), (("\0",), 0)],
)
def test_publishers_are_compared_folded(pool, dated, publisher, number):
    with pool.reading() as connection:
        assert len(articles.find(connection, ArticleConditions(publisher=publisher), 10).items) == number
        assert quotes.count(connection, QuoteConditions(publisher=publisher)) == number


def test_a_cursor_of_another_list_is_invalid(pool, dated):
    with pool.reading() as connection:
        cursor = articles.find(connection, ArticleConditions(), 2).next
        with pytest.raises(InvalidCursor):
            articles.find(connection, ArticleConditions(sort="date"), 2, cursor)
        with pytest.raises(InvalidCursor):
            quotes.find(connection, QuoteConditions(), 2, cursor)
