"""Searches as Atom and JSON Feed: valid, escaped, with ids that stay and times that tell what changed."""

from datetime import datetime

import pytest
from lxml import etree

from service.intake import take_in
from service.records import Article

ATOM, JSON_FEED = "application/atom+xml", "application/feed+json"
NS = {"a": "http://www.w3.org/2005/Atom"}
SEARCHES = ("/quotes", "/claims?status=disputed")


def asked(client, path, form, **headers):
    answer = client.get(path + ("&" if "?" in path else "?") + f"format={form}", headers=headers)
    assert answer.status_code == 200, answer.text
    return answer


def atom(client, path, **headers):
    answer = asked(client, path, "atom", **headers)
    assert answer.mimetype == ATOM
    return etree.fromstring(answer.data)


def texts(element, path):
    return [each if isinstance(each, str) else each.text for each in element.xpath(path, namespaces=NS)]


@pytest.mark.parametrize("path", SEARCHES)
def test_atom_has_what_the_standard_demands(path, client):
    feed = atom(client, path)
    items = client.get(path).json["items"]
    assert texts(feed, "local-name(.)") or etree.QName(feed).text == f"{{{NS['a']}}}feed"
    for element in (feed, *feed.xpath("a:entry", namespaces=NS)):
        for name in ("id", "title", "updated"):
            (text,) = texts(element, f"a:{name}")
            assert text
        assert datetime.fromisoformat(texts(element, "a:updated")[0]).tzinfo
    assert texts(feed, "a:author/a:name")
    assert len(texts(feed, "a:entry/a:id")) == len(set(texts(feed, "a:entry/a:id"))) == len(items)
    assert max(texts(feed, "a:entry/a:updated")) == texts(feed, "a:updated")[0]
    for entry, item in zip(feed.xpath("a:entry", namespaces=NS), items, strict=True):
        assert texts(entry, "a:link[@rel='alternate']/@href") == [item["article"]["url"]]
        assert texts(entry, "a:link[@rel='related']/@href")[0].endswith(item["id"])
        assert item["text"] in texts(entry, "a:content[@type='html']")[0]


@pytest.mark.parametrize("path", SEARCHES)
def test_json_feed_tells_the_same(path, client):
    answer = asked(client, path, "jsonfeed")
    feed, same = answer.json, atom(client, path)
    assert (answer.mimetype, feed["version"]) == (JSON_FEED, "https://jsonfeed.org/version/1.1")
    assert [each["id"] for each in feed["items"]] == texts(same, "a:entry/a:id")
    assert [each["title"] for each in feed["items"]] == texts(same, "a:entry/a:title")
    assert [each["date_modified"] for each in feed["items"]] == texts(same, "a:entry/a:updated")
    assert all(each["content_html"] and each["authors"] for each in feed["items"])
    got = client.get(feed["items"][0]["_onrecord"]["href"].removeprefix("http://localhost"))
    assert got.json["id"] == feed["items"][0]["_onrecord"]["id"]


@pytest.mark.parametrize("path", SEARCHES)
@pytest.mark.parametrize(
    ("accept", "mimetype"),
    [
        pytest.param(ATOM, ATOM, id="atom"),
        pytest.param(JSON_FEED, JSON_FEED, id="json feed"),
        pytest.param(f"{ATOM};q=0.5, application/json", "application/json", id="rather JSON"),
        pytest.param("text/html, */*;q=0.8", "application/json", id="a browser"),
        pytest.param("application/rss+xml", "application/json", id="what there is not"),
    ],
)
def test_accept_asks_for_it_too(path, accept, mimetype, client):
    answer = client.get(path, headers={"Accept": accept})
    assert (answer.mimetype, "Accept" in answer.headers["Vary"]) == (mimetype, True)


def test_a_format_goes_before_accept(client):
    assert client.get("/quotes?format=json", headers={"Accept": ATOM}).mimetype == "application/json"
    assert client.get("/quotes?format=rss").status_code == 400


@pytest.mark.parametrize("form", ["atom", "jsonfeed"])
def test_it_is_the_search_that_was_asked_page_by_page(form, client):
    whole, where, path = client.get("/quotes?kind=direct&limit=200").json["items"], "", "/quotes?kind=direct&limit=25"
    seen = []
    while path:
        answer = asked(client, path, form) if not where else client.get(where)
        if form == "atom":
            feed = etree.fromstring(answer.data)
            seen += [href.rpartition("/")[2] for href in texts(feed, "a:entry/a:link[@rel='related']/@href")]
            after = texts(feed, "a:link[@rel='next']/@href")
        else:
            seen += [each["_onrecord"]["id"] for each in answer.json["items"]]
            after = [answer.json["next_url"]] if "next_url" in answer.json else []
        where = path = after[0] if after else ""
    assert seen == [each["id"] for each in whole]


def test_ids_stay_wherever_the_service_is(client):
    here, there = atom(client, "/quotes"), atom(client, "/quotes", Host="elsewhere.example")
    assert texts(here, "//a:id") == texts(there, "//a:id")


def test_an_empty_search_is_a_feed_too(client):
    feed = atom(client, "/quotes?speaker=Nobody")
    assert texts(feed, "a:entry/a:id") == []
    assert texts(feed, "a:updated") == ["1970-01-01T00:00:00Z"]
    assert asked(client, "/quotes?speaker=Nobody", "jsonfeed").json["items"] == []


def test_what_was_written_to_break_it_is_words(empty_newsroom, writer):
    words = "<script>alert(1)</script> & ]]> \x0b \ufffe café"
    text = f"“{words}” said Ada Berg."
    odd = Article(text, url="https://example.org/?a=1&b=<c>", title="</title> & \x0c", publisher='"Wire" & <b>')
    take_in(empty_newsroom.pool, empty_newsroom.reader, odd)
    feed = atom(writer, "/quotes")
    (content,) = texts(feed, "a:entry/a:content")
    assert "<script>" not in content
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; ]]&gt; \ufffd \ufffd café" in content
    (item,) = asked(writer, "/quotes", "jsonfeed").json["items"]
    assert "<script>" not in item["content_html"]
    assert item["title"].startswith("Ada Berg: “<script>")  # plain text, as JSON Feed has titles
    query = "/quotes?publisher=%3Cb%3E%26%22"
    assert "<b>" in texts(atom(writer, query), "a:title")[0]


def test_a_change_is_told_by_its_time(empty_newsroom, writer):
    empty_newsroom.fill(2)
    before = texts(atom(writer, "/quotes"), "a:entry/a:updated")
    people = {each["name"]: each["id"] for each in writer.get("/speakers").json["items"]}
    one, other, *_ = people.values()
    assert writer.post(f"/speakers/{one}/merge", json={"into": other}).status_code == 200
    after = texts(atom(writer, "/quotes"), "a:entry/a:updated")
    assert any(new > old for new, old in zip(after, before, strict=True))
    assert any(new == old for new, old in zip(after, before, strict=True))


def test_whose_words_they_are_is_said(samples):
    items = asked(samples.client(), "/quotes?limit=200", "jsonfeed").json["items"]
    for item in items:
        kind = item["tags"][0]
        said = {"direct": "The speaker", "mixed": "Partly the reporter", "indirect": "The reporter"}[kind]
        assert f"{said}&#x27;s" in item["content_html"]
    assert {item["tags"][0] for item in items} == {"direct", "mixed", "indirect"}


def test_a_month_is_no_moment(client):
    assert all("date_published" not in item for item in asked(client, "/quotes", "jsonfeed").json["items"])
