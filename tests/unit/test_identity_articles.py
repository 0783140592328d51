import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.errors import InvalidArticle
from service.identity import article_id, canonical_url


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        pytest.param("HTTPS://News.Example/A", "https://news.example/A", id="case of scheme and host, not of the path"),
        pytest.param("http://news.example:80/a", "http://news.example/a", id="default port"),
        pytest.param("https://news.example:8443/a", "https://news.example:8443/a", id="another port"),
        pytest.param("https://news.example./a", "https://news.example/a", id="dot of the root domain"),
        pytest.param("https://news.example/a#comments", "https://news.example/a", id="fragment"),
        pytest.param("https://news.example/a/", "https://news.example/a", id="slash at the end"),
        pytest.param("https://news.example", "https://news.example/", id="no path"),
        pytest.param("https://news.example/?", "https://news.example/", id="empty query"),
        pytest.param("https://news.example/a?utm_source=x&id=7&fbclid=y", "https://news.example/a?id=7", id="tracking"),
        pytest.param("https://news.example/a?b=2&a=1", "https://news.example/a?b=2&a=1", id="order may matter"),
        pytest.param("https://news.example/a?at=1", "https://news.example/a?at=1", id="looks like tracking only"),
        pytest.param("https://news.example/%7efoo%2fbar", "https://news.example/~foo%2Fbar", id="escapes"),
        pytest.param("https://news.example/für", "https://news.example/f%C3%BCr", id="letters that must be escaped"),
        pytest.param("https://me:secret@news.example/a", "https://news.example/a", id="user and password"),
        pytest.param("https://[::1]:443/a", "https://[::1]/a", id="IPv6"),
        pytest.param("  https://news.example/a\n", "https://news.example/a", id="space around"),
    ],
)
def test_canonical_url(url, canonical):
    assert canonical_url(url) == canonical


@pytest.mark.parametrize(
    "url",
    ["", "news.example/a", "/a", "ftp://news.example/a", "https://", "https://./", "https:///a", "http://a:99999/",
     "http://a:b/", "http://[::1/", "http://a b/", "javascript:alert(1)", "http://a:0/"],
)  # fmt: skip
def test_no_address(url):
    with pytest.raises(InvalidArticle) as refused:
        canonical_url(url)
    assert refused.value.field == "url"


_PARTS = st.text("aZ0/%2fäü ?&=#;:utm_x+~.-", max_size=30)


@given(host=st.from_regex(r"[a-zA-Z]{1,8}(\.[a-zA-Z]{2,5}){0,2}", fullmatch=True), rest=_PARTS)
def test_a_canonical_url_is_its_own(host, rest):
    once = canonical_url(f"https://{host}/{rest}")
    assert canonical_url(once) == once


def test_an_article_is_its_address_else_its_text():
    assert article_id("https://a.example/1", "x") == article_id("HTTPS://A.example/1/?utm_source=y", "z")
    assert article_id("https://a.example/1", "x") != article_id("https://a.example/2", "x")
    assert article_id(None, "x") == article_id(None, "x")
    assert article_id(None, "x") != article_id(None, "x ")
