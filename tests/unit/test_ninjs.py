"""ninjs of both generations: what becomes an article, and what is named because it must not or cannot."""

import hashlib
import json

import pytest

from service.records import Article
from service.sources import BrokenSource, articles_in

LIMIT = 100_000
SAID = "“We never did that,” said Ama Boateng."
HTML = f'<section class="main"><p>{SAID}</p><p>It was a long day.</p></section>'
ONE = {
    "uri": "https://n.example/1",
    "type": "text",
    "versioncreated": "2018-08-21T10:00:00Z",
    "byline": "N. N.",
    "headline": "Port safe",
    "body_text": f" {SAID}\r\n",
    "body_xhtml": HTML,
    "infosource": [{"name": "Harbour News Agency"}],
}
TWO = {
    "uri": "urn:newsml:agency.example:2018:1",
    "standard": {"name": "ninjs", "version": "2.0"},
    "contentcreated": "2018-08-21T10:00:00+0200",
    "headlines": [{"role": "short", "value": "Safe"}, {"role": "main", "value": "Port safe"}],
    "bodies": [{"role": "main", "contenttype": "text/html", "value": HTML}],
    "infosources": [{"role": "originator", "name": "Harbour News Agency"}],
    "by": "N. N.",
}


def taken(folder, document):
    """The article of each item, or the message of one that is none, without the path."""
    path = folder / "news.json"
    path.write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8")
    found = list(articles_in(path, LIMIT))
    return [str(each).removeprefix(str(path)) if isinstance(each, BrokenSource) else each.article for each in found]


def test_one_x_text_is_kept_as_received(tmp_path):
    fields = {"title": "Port safe", "url": "https://n.example/1", "publisher": "Harbour News Agency"}
    assert taken(tmp_path, ONE) == [Article(f" {SAID}\r\n", published_at="2018-08-21T10:00:00Z", **fields)]


def test_two_x_html_goes_through_the_extractor(tmp_path):
    [article] = taken(tmp_path, TWO)
    assert article.text == f"{SAID}\nIt was a long day."
    assert article.html_sha256 == hashlib.sha256(HTML.encode()).hexdigest()
    assert (article.title, article.url, article.publisher) == ("Port safe", None, "Harbour News Agency")
    assert article.published_at == "2018-08-21T10:00:00+02:00"


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        pytest.param({"bodies": [{"contenttype": "text/plain", "value": "Plain."}, *TWO["bodies"]]}, "Plain.",
            id="text",
        ),
        pytest.param({"bodies": [{"value": "Plain &amp; bare."}]}, "Plain & bare.", id="no type, no tag"),
        pytest.param({"bodies": [{"value": f"<p>{SAID}</p>"}]}, SAID, id="no type, but a tag"),
        pytest.param({"bodies": [], "body_html": f"<p>{SAID}</p>"}, SAID, id="body_html"),
        pytest.param({"embargoed": "2018-08-21T10:00:00Z"}, f"{SAID}\nIt was a long day.",
            id="an embargo that is over",
        ),
        pytest.param({"pubstatus": "usable"}, f"{SAID}\nIt was a long day.", id="usable"),
    ],
)  # fmt: skip
def test_which_body_is_taken(tmp_path, changes, text):
    [article] = taken(tmp_path, TWO | changes)
    assert article.text == text


@pytest.mark.parametrize(
    ("document", "says"),
    [
        pytest.param(TWO | {"bodies": []}, ": has no body", id="a picture"),
        pytest.param(TWO | {"bodies": [{"contenttype": "application/nitf+xml", "value": "<nitf/>"}]}, "no body",
            id="NITF",
        ),
        pytest.param(TWO | {"bodies": "text"}, ": has no body", id="bodies of another shape"),
        pytest.param(TWO | {"bodies": [7, {"value": 7}]}, ": has no body", id="bodies that are no objects"),
        pytest.param(TWO | {"pubstatus": "canceled"}, ": is canceled by its publisher", id="withdrawn"),
        pytest.param(TWO | {"embargoed": "9999-01-01T00:00:00Z"}, ": is embargoed until 9999", id="an embargo"),
        pytest.param(TWO | {"embargoed": "noon"}, ": is embargoed until noon", id="an embargo nobody understands"),
        pytest.param(ONE | {"versioncreated": "noon"}, "published_at: ", id="a date that is none"),
        pytest.param(ONE | {"body_text": "a\0b"}, "U+0000", id="NUL"),
        pytest.param({}, ": has no body", id="an empty object"),
        pytest.param("7", ": is not a JSON object", id="a number"),
        pytest.param("[]", ": holds no articles", id="an empty list"),
        pytest.param('{"body_text": ', ": is not JSON: ", id="cut short"),
        pytest.param("[" * 100_000, ": is not JSON: ", id="without bottom"),
        pytest.param({"text": SAID, "txt": 1}, ": txt: ", id="a document of our own with an unknown field"),
    ],
)  # fmt: skip
def test_what_is_no_article_is_named(tmp_path, document, says):
    [broken] = taken(tmp_path, document)
    assert says in broken


@pytest.mark.parametrize("wrap", [lambda items: items, lambda items: {"items": items}], ids=["list", "items"])
def test_broken_items_cost_only_themselves(tmp_path, wrap):
    first, second, third, last = taken(tmp_path, wrap([ONE, {"uri": "x"}, 7, {"text": SAID, "title": "Own"}]))
    assert (first.title, last) == ("Port safe", Article(SAID, title="Own"))
    assert second.startswith(", item 2: has no body")
    assert third == ", item 3: is not a JSON object"
