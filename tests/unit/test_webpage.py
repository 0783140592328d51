"""What is taken from a page of HTML, and what is left out because the page does not really say it."""

import hashlib

import pytest

from service.errors import InvalidArticle
from service.webpage import article_text

PROSE = "".join(
    f"<p>“We never did that in year {year},” said Sergei Lavrov, the foreign minister, in Moscow. It was long.</p>"
    for year in range(5)
)


def page(head: str = "") -> str:
    return f"<html><head>{head}</head><body><article>{PROSE}</article><nav>Imprint</nav></body></html>"


def test_text_is_the_article_alone():
    found = article_text(page())
    assert all(f"“We never did that in year {year},” said" in found.text for year in range(5))
    assert "Imprint" not in found.text


def test_the_page_is_pinned_by_its_digest():
    html = page("<title>Ünïcode</title>")
    assert article_text(html).html_sha256 == hashlib.sha256(html.encode()).hexdigest()


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        pytest.param("<title>He denies it</title>", "title", "He denies it", id="title"),
        pytest.param('<meta property="og:site_name" content="The Wire">', "publisher", "The Wire", id="site"),
        pytest.param('<link rel="canonical" href="https://n.example/a/b">', "url", "https://n.example/a/b", id="url"),
        pytest.param('<link rel="canonical" href="https://n.example/">', "url", None, id="the front page is none"),
        pytest.param('<link rel="canonical" href="/a/b">', "url", None, id="a path without a site is no address"),
        pytest.param('<meta name="date" content="2018-08-21">', "published_at", "2018-08-21", id="a day"),
        pytest.param(
            '<meta property="article:published_time" content="2018-08-21T12:00:00Z">',
            "published_at",
            "2018-08-21",
            id="instant",
        ),
        pytest.param(
            '<meta property="article:published_time" content="2018-08">', "published_at", None, id="no day is made up"
        ),
        pytest.param("", "published_at", None, id="a page without a date"),
        pytest.param("", "title", None, id="a page without a title"),
    ],
)
def test_what_the_page_says_of_itself(head, field, value):
    assert getattr(article_text(page(head)), field) == value


def test_a_fragment_is_all_article():
    fragment = "<p>“We did,” said Ama Boateng.</p><h2>Later</h2><ul><li>One point</li></ul><p>It was long.</p>"
    found = article_text(fragment)
    assert all(words in found.text for words in ("“We did,” said", "Later", "One point", "It was long."))
    assert found.html_sha256 == hashlib.sha256(fragment.encode()).hexdigest()


@pytest.mark.parametrize("printed", ["August 21, 2018", "21 August 2018", "Aug 21, 2018", "2018/08/21"])
def test_a_day_in_other_forms_is_a_printed_day(printed):
    html = page(head=f'<meta name="date" content="{printed}">')
    assert article_text(html).published_at == "2018-08-21"


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<html><body></body></html>", id="an empty page"),
        pytest.param("He said so.", id="no HTML at all"),
        pytest.param("<html><script>var a = 1</script></html>", id="only a script"),
    ],
)
def test_a_page_without_an_article_is_refused(html):
    with pytest.raises(InvalidArticle, match="no article") as refusal:
        article_text(html)
    assert refusal.value.field == "html"


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<html><body><form>Sign in</form></body></html>", id="sign-in form"),
        pytest.param("<html><body><h1>Page not found</h1><p>Sorry.</p></body></html>", id="error page"),
        pytest.param("<html><body><nav>Home Sport</nav><p>We use cookies. Accept</p></body></html>", id="banner"),
    ],
)
def test_a_page_with_a_few_words_is_no_article(page):
    with pytest.raises(InvalidArticle):
        article_text(page)
