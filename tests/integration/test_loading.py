"""Files into a real store: every outcome told, broken articles left out, the same again changes nothing."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from service import loading
from service.errors import InvalidArticle, Unavailable
from service.loading import load, load_samples
from service.records import Mention, Quote, Reading
from service.store import articles, quotes
from service.store.pool import open_pool

LIMIT = 100_000


class WholeText:
    """Takes every text for one direct quote of Sergei Lavrov, and texts with "nicht" for German."""

    version = "fake"

    def read(self, text: str) -> Reading:
        if "nicht" in text:
            return Reading("unsupported_language", "de", "fake")
        spans = ((0, len(text)),)
        speakers = (Mention("Sergei Lavrov", None, "person", None, ("Sergei Lavrov",)),)
        quote = Quote(spans, spans, None, speakers, None, "direct", "assert", True, "attributed", "cue", (), 0.9)
        return Reading("read", "en", "fake", (quote,))


@pytest.fixture
def pool(database_url):
    with closing(open_pool(database_url, size=2, wait=5.0, statement_timeout=10.0)) as opened:
        yield opened


def rows(path: Path, *documents: dict) -> Path:
    path.write_text("".join(json.dumps(document) + "\n" for document in documents), encoding="utf-8")
    return path


def article(number: int, text: str = "“We never did that.”") -> dict:
    return {"url": f"https://n.example/{number}", "title": f"Title {number}", "text": text}


def test_outcomes_are_told_and_counted(pool, tmp_path, capsys):
    path = rows(tmp_path / "news.jsonl", article(1), article(2, text=""), article(3, text="Das war ich nicht."))
    summary = load(pool, WholeText(), [path], LIMIT)
    assert (str(summary), summary.status) == ("2 created, 0 revised, 0 updated, 0 unchanged, 1 failed", 1)
    told = capsys.readouterr()
    first, third = told.out.splitlines()
    assert first.startswith("created a")
    assert first.endswith(f" (1 quotes): {path}:1")
    assert third.endswith(f" (not English, so not read): {path}:3")
    assert told.err.startswith(f"{path}:2: text: ")


def test_loading_again_changes_nothing_and_says_so(pool, tmp_path):
    path = rows(tmp_path / "news.jsonl", article(1), article(2))
    load(pool, WholeText(), [path], LIMIT)
    again = load(pool, WholeText(), [path], LIMIT)
    assert (str(again), again.status) == ("0 created, 0 revised, 0 updated, 2 unchanged, 0 failed", 0)


def test_new_text_under_a_known_url_is_a_revision(pool, tmp_path):
    load(pool, WholeText(), [rows(tmp_path / "news.jsonl", article(1))], LIMIT)
    summary = load(pool, WholeText(), [rows(tmp_path / "news.jsonl", article(1, "“Other words.”"))], LIMIT)
    assert str(summary) == "0 created, 1 revised, 0 updated, 0 unchanged, 0 failed"


def test_an_article_that_the_store_refuses_is_named(pool, tmp_path, monkeypatch, capsys):
    def refuse(*_: object, **__: object) -> None:
        raise InvalidArticle("cannot be kept", "title")

    monkeypatch.setattr(loading, "begin", refuse)
    story = tmp_path / "story.txt"
    story.write_text("So.")
    assert load(pool, WholeText(), [tmp_path], LIMIT).status == 1
    assert capsys.readouterr().err == f"{story}: cannot be kept\n"


def test_a_database_that_goes_away_tells_how_far_it_came(pool, tmp_path, monkeypatch):
    real, calls = loading.store, []

    def lost_at_the_second(*given: object, **options: object) -> object:
        calls.append(given)
        if len(calls) == 2:
            raise Unavailable("the database is away")
        return real(*given, **options)

    monkeypatch.setattr(loading, "store", lost_at_the_second)
    with pytest.raises(Unavailable, match=r"the database is away \(until then: 1 created"):
        load(pool, WholeText(), [rows(tmp_path / "news.jsonl", article(1), article(2))], LIMIT)


def test_samples_are_flagged(pool, capsys):
    summary = load_samples(pool, WholeText())
    assert summary.counts["created"] >= 10
    assert capsys.readouterr() == ("", "")
    with pool.reading() as connection:
        found = articles.find(connection, articles.ArticleConditions(), 200).items
    assert len(found) == summary.counts["created"]
    assert all(each["sample"] and each["first_reported"] for each in found)
    assert load_samples(pool, WholeText()).counts == {"unchanged": len(found)}


def test_what_was_loaded_can_be_asked_for(pool, tmp_path):
    load(pool, WholeText(), [rows(tmp_path / "news.jsonl", article(1))], LIMIT)
    with pool.reading() as connection:
        [found] = quotes.find(connection, quotes.QuoteConditions(speaker=("Lavrov",)), 10).items
    assert found["text"] == "“We never did that.”"
