"""Documents as handed in: what becomes an article, and which field is named where it does not."""

import pytest

from service import submission
from service.errors import ArticleTooLarge, InvalidArticle
from service.submission import load_article, load_sample
from service.webpage import Extracted

TEXT = "“We did,” she said."


def test_a_full_document_becomes_an_article_word_for_word():
    document = {
        "text": f"  {TEXT}\r\n",
        "title": "Title",
        "url": "https://example.org/a",
        "publisher": "Gazette",
        "published_at": "2018-08",
    }
    article = load_article(document, 100)
    assert {name: getattr(article, name) for name in document} == document
    assert (article.sample, article.first_reported, article.html_sha256) == (False, None, None)


@pytest.mark.parametrize(
    ("document", "field"),
    [
        pytest.param({}, "text", id="neither text nor html"),
        pytest.param({"text": TEXT, "html": TEXT}, "html", id="both text and html"),
        pytest.param({"text": ""}, "text", id="empty text"),
        pytest.param({"text": " \n"}, "text", id="blank text"),
        pytest.param({"text": "a\x00"}, "text", id="NUL"),
        pytest.param({"text": "a\udfff"}, "text", id="a lone surrogate"),
        pytest.param({"html": "<p>\ud800</p>"}, "html", id="a lone surrogate in HTML"),
        pytest.param({"text": None}, "text", id="null"),
        pytest.param({"text": TEXT, "title": "\x00"}, "title", id="NUL in the title"),
        pytest.param({"text": TEXT, "url": "example.org"}, "url", id="no URL"),
        pytest.param({"text": TEXT, "published_at": "2018-02-30"}, "published_at", id="no date"),
        pytest.param({"text": TEXT, "author": "N. N."}, "author", id="unknown field"),
        pytest.param({"text": TEXT, "sample": True}, "sample", id="only the sample newsroom is a sample"),
        pytest.param([TEXT], None, id="not an object"),
    ],
)
def test_what_is_wrong_is_named(document, field):
    with pytest.raises(InvalidArticle) as caught:
        load_article(document, 100)
    assert caught.value.field == field
    assert str(caught.value).startswith(f"{field}: " if field else "Invalid")
    assert "\n" not in str(caught.value)


def test_the_limit_counts_bytes_of_utf8():
    assert load_article({"text": "ä" * 5}, 10).text == "ä" * 5
    with pytest.raises(ArticleTooLarge, match=r"11 bytes of UTF-8, the limit is 10") as caught:
        load_article({"text": "ä" * 5 + "a"}, 10)
    assert caught.value.field == "text"


@pytest.fixture
def page(monkeypatch):
    """Stands in for the extractor, which has tests of its own."""

    def extracted(text):
        said = {"title": "Of the page", "url": "https://example.org/p", "published_at": "2018"}
        page = Extracted(text, "5ha", "extractor 1", **said)
        monkeypatch.setattr(submission, "article_text", lambda html: page)

    return extracted


def test_html_gives_text_and_what_the_document_itself_does_not_say(page):
    page(TEXT)
    article = load_article({"html": "<p>", "title": "Given"}, 100)
    assert (article.text, article.title, article.url, article.published_at) == (
        TEXT, "Given", "https://example.org/p", "2018",
    )  # fmt: skip
    assert (article.html_sha256, article.extractor) == ("5ha", "extractor 1")


def test_the_limit_holds_for_extracted_text(page):
    page(TEXT * 10)
    with pytest.raises(ArticleTooLarge):
        load_article({"html": "<p>"}, 100)


def test_extracted_text_must_be_storable_too(page):
    page("a\x00b")
    with pytest.raises(InvalidArticle, match="U\\+0000") as caught:
        load_article({"html": "<p>"}, 100)
    assert caught.value.field == "html"


def test_html_without_an_article_is_refused():
    with pytest.raises(InvalidArticle) as caught:
        load_article({"html": "<html><body></body></html>"}, 100)
    assert caught.value.field == "html"


def test_a_sample_is_flagged_and_says_where_it_was_first_reported():
    sample = load_sample({"text": TEXT, "first_reported": {"outlet": "Gazette"}}, 100)
    assert (sample.sample, sample.first_reported) == (True, {"outlet": "Gazette"})


def test_a_sample_must_say_where_it_was_first_reported():
    with pytest.raises(InvalidArticle) as caught:
        load_sample({"text": TEXT}, 100)
    assert caught.value.field == "first_reported"
