import hashlib
from concurrent.futures import ThreadPoolExecutor

import pytest

from service.errors import InvalidArticle, Unavailable
from service.intake import take_in
from service.records import Article
from service.store import articles, quotes, speakers, texts
from service.store.conditions import ArticleConditions, QuoteConditions

TEXT = '"We deny it." denied Sergey Lavrov [person, Foreign Minister]. "So do we." said the Kremlin [organisation].'
URL = "https://news.example/2018/08/a-story"
EVERYTHING = QuoteConditions()


def _quotes(pool, **conditions):
    with pool.reading() as connection:
        return quotes.find(connection, QuoteConditions(**conditions), 200).items


def _dump(pool) -> dict[str, list]:
    """Every row of every table that an intake writes."""
    tables = ("articles", "article_revisions", "quotes", "quote_speakers", "speakers", "speaker_names", "speaker_roles")
    with pool.reading() as connection:
        return {
            table: sorted(row["row"] for row in connection.execute(f"SELECT t::text AS row FROM {table} t"))
            for table in tables
        }


def test_a_new_article_is_created_with_its_quotes(pool, store):
    receipt = store(TEXT, url=URL, title="Denied", publisher="Example News", published_at="2018-08-21")
    assert (receipt.outcome, receipt.revision, receipt.reading, receipt.quotes) == ("created", 1, "read", 2)
    with pool.reading() as connection:
        row = articles.get(connection, receipt.article_id)
    assert row["title"] == "Denied"
    assert row["quotes"] == 2
    assert row["characters"] == len(TEXT)
    assert row["published_at"] == "2018-08-21"


@pytest.mark.parametrize(
    "url",
    [
        pytest.param(URL, id="same address"),
        pytest.param(URL.replace("news", "NEWS") + "/?utm_source=x#top", id="same address, spelt otherwise"),
        pytest.param(None, id="no address"),
    ],
)
def test_again_changes_nothing_and_says_so(pool, store, reader, url):
    first = store(TEXT, url=url and URL, title="Denied", published_at="2018")
    before = _dump(pool)
    second = store(TEXT, url=url, title="Denied", published_at="2018")
    assert second.outcome == "unchanged"
    assert (second.article_id, second.revision, second.quotes) == (first.article_id, 1, 2)
    assert _dump(pool) == before
    assert len(reader.read_texts) == 1, "what is stored need not be read again"


def test_a_new_text_supersedes_the_quotes_of_the_old(pool, store):
    first = store(TEXT, url=URL)
    old_id = next(quote["id"] for quote in _quotes(pool, speaker=("Lavrov",)))
    second = store('"We regret it." said Maria Zakharova.', url=URL)
    assert (second.outcome, second.revision, second.quotes) == ("revised", 2, 1)
    assert second.article_id == first.article_id
    assert [quote["text"] for quote in _quotes(pool)] == ["We regret it."]
    with pool.reading() as connection:
        assert quotes.get(connection, old_id)["listed"] is False
        assert speakers.matching(connection, "Lavrov") == []
        assert texts.cut(connection, first.article_id)["text"].startswith('"We regret it."')


def test_a_text_that_comes_back_brings_its_quotes_back(pool, store):
    store(TEXT, url=URL)
    ids = [quote["id"] for quote in _quotes(pool)]
    store('"We regret it." said Maria Zakharova.', url=URL)
    assert store(TEXT, url=URL).revision == 3
    assert [quote["id"] for quote in _quotes(pool)] == ids
    assert {quote["revision"] for quote in _quotes(pool)} == {3}


def test_a_new_description_alone_is_an_update(pool, store, reader):
    store(TEXT, url=URL, title="Denied", published_at="2018-08", publisher="Example")
    receipt = store(TEXT, url=URL, published_at="2018-08-21", publisher="Example News")
    assert (receipt.outcome, receipt.revision, receipt.quotes) == ("updated", 1, 2)
    quote = _quotes(pool, publisher=("example news",), from_="2018-08-21", to="2018-08-21")[0]
    assert quote["article"]["title"] == "Denied", "what the second intake leaves out stays"
    with pool.reading() as connection:
        assert speakers.get(connection, quote["speaker"]["id"])["first_published"] == "2018-08-21"
    assert len(reader.read_texts) == 1


def test_first_reported_and_sample_are_kept(pool, store):
    receipt = store(TEXT, sample=True, first_reported={"publisher": "Example", "year": 2018})
    with pool.reading() as connection:
        row = articles.get(connection, receipt.article_id)
    assert (row["sample"], row["first_reported"]) == (True, {"publisher": "Example", "year": 2018})


def test_a_sample_that_is_taken_in_as_an_article_is_one(pool, store):
    store(TEXT, url=URL, sample=True)
    assert store(TEXT, url=URL).outcome == "updated"
    assert store(TEXT, url=URL, sample=True).outcome == "unchanged"
    with pool.writing() as connection:
        assert articles.remove_samples(connection) == 0


def test_another_language_is_stored_without_quotes(pool, store):
    receipt = store('Bonjour. "Non." said Emmanuel Macron.')
    assert (receipt.outcome, receipt.reading, receipt.quotes) == ("created", "unsupported_language", 0)
    with pool.reading() as connection:
        row = articles.get(connection, receipt.article_id)
    assert (row["reading"], row["language"], row["quotes"]) == ("unsupported_language", "fr", 0)


@pytest.mark.parametrize(
    ("article", "field"),
    [
        pytest.param(Article(""), "text", id="empty"),
        pytest.param(Article(" \n\t "), "text", id="only space"),
        pytest.param(Article("a\0b"), "text", id="NUL"),
        pytest.param(Article("a\ud83d b"), "text", id="lone surrogate"),
        pytest.param(Article("é" * 501), "text", id="too long in bytes, not in characters"),
        pytest.param(Article("a", title="\0"), "title", id="NUL in the title"),
        pytest.param(Article("a", title="t" * 5000), "title", id="endless title"),
        pytest.param(Article("a", url="ftp://example.com/a"), "url", id="no web address"),
        pytest.param(Article("a", publisher="\udfff"), "publisher", id="lone surrogate in the publisher"),
        pytest.param(Article("a", published_at="yesterday"), "published_at", id="no date"),
        pytest.param(Article("a", published_at="2018-02-30"), "published_at", id="no such day"),
    ],
)
def test_what_is_no_article_is_refused_by_field(pool, reader, article, field):
    with pytest.raises(InvalidArticle) as refused:
        take_in(pool, reader, article, limit=1000)
    assert refused.value.field == field
    assert _dump(pool)["articles"] == []


def test_a_reader_that_fails_stores_nothing(pool):
    class Broken:
        version = "broken"

        def read(self, text):
            raise RuntimeError("out of order")

    with pytest.raises(RuntimeError, match="out of order"):
        take_in(pool, Broken(), Article(TEXT))
    with pool.reading() as connection:
        assert articles.is_empty(connection)


def test_a_text_erased_between_the_look_and_the_lock_is_read_after_all(pool, store, monkeypatch):
    looks = [hashlib.sha256(TEXT.encode()).hexdigest()]
    really = articles.known_sha256
    monkeypatch.setattr(articles, "known_sha256", lambda *asked: looks.pop() if looks else really(*asked))
    receipt = store(TEXT)
    assert (receipt.outcome, receipt.quotes) == ("created", 2)


def test_every_stored_span_is_the_text_at_its_offsets(pool, store):
    text = "😀 Früher. " + TEXT
    store(text)
    for quote in _quotes(pool):
        for part in [*quote["spans"], *quote["quoted"], quote["cue"]]:
            assert text[part["start"] : part["end"]] == part["text"]
        selector = quote["selector"]
        assert text[: selector["start"]].endswith(selector["prefix"])
        assert text[selector["end"] :].startswith(selector["suffix"])


def test_takers_of_one_article_at_once_create_it_once(pool, store):
    with ThreadPoolExecutor(4) as threads:
        receipts = list(threads.map(lambda _: store(TEXT, url=URL), range(8)))
    assert sorted(receipt.outcome for receipt in receipts) == ["created"] + ["unchanged"] * 7
    with pool.reading() as connection:
        assert quotes.count(connection, EVERYTHING) == 2


def test_takers_of_articles_with_the_same_speakers_neither_block_for_ever_nor_double_them(pool, store):
    names = ["Anna Adams", "Berta Brown", "Carl Clark", "Dora Dunn"]

    def text(number: int) -> str:
        turned = names[number % 4 :] + names[: number % 4]
        return " ".join(f'"Number {number}." said {name}.' for name in (turned if number % 2 else turned[::-1]))

    with ThreadPoolExecutor(4) as threads:
        receipts = list(threads.map(lambda number: store(text(number)), range(24)))
    assert {receipt.outcome for receipt in receipts} == {"created"}
    with pool.reading() as connection:
        found = speakers.find(connection, None, 200).items
    assert sorted((speaker["name"], speaker["quotes"]) for speaker in found) == [(name, 24) for name in names]


def test_taking_in_and_erasing_at_once_keeps_counts_true(pool, store):
    kept = store('"Kept." said Anna Adams.').article_id

    def come_and_go(number: int) -> None:
        receipt = store(f'"Gone {number}." said Berta Brown. "Gone." said Anna Adams.', url=f"{URL}/{number % 3}")
        try:
            with pool.writing() as connection:
                articles.erase(connection, receipt.article_id)
        except Unavailable as error:  # a deadlock would end here
            pytest.fail(str(error))

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(come_and_go, range(24)))
    with pool.reading() as connection:
        found = speakers.find(connection, None, 200).items
        assert [row["id"] for row in articles.find(connection, ArticleConditions(), 200).items] == [kept]
    assert [(speaker["name"], speaker["quotes"]) for speaker in found] == [("Anna Adams", 1)]
    assert found[0]["names"] == [{"name": "Adams", "count": 1}, {"name": "Anna Adams", "count": 1}]
