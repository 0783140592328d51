"""POST and DELETE of articles, and the keys that they need."""

from base64 import b64encode
from dataclasses import replace

import pytest

from service.app import create_app
from service.store import keys

TEXT = "“We count,” said Ada Berg. “Nobody counts,” said Carl Dahl."


def test_an_article_is_created_with_its_quotes(writer):
    document = {"text": TEXT, "title": "T", "url": "https://example.org/a", "publisher": "P", "published_at": "2018"}
    answer = writer.post("/articles", json=document)
    assert answer.status_code == 201
    body = answer.json
    assert (body["outcome"], body["revision"], body["reading"], body["count"], body["next"]) == (
        "created", 1, "read", 2, None,
    )  # fmt: skip
    assert {quote["text"] for quote in body["quotes"]} == {"We count,", "Nobody counts,"}
    stored = writer.get(answer.headers["Location"]).json
    assert {name: stored[name] for name in document if name != "text"} == {
        name: value for name, value in document.items() if name != "text"
    }
    assert body["quotes"] == writer.get("/quotes", query_string={"article": body["article_id"]}).json["items"]


def test_the_same_again_changes_nothing(writer):
    first = writer.post("/articles", json={"text": TEXT})
    again = writer.post("/articles", json={"text": TEXT})
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json == first.json | {"outcome": "unchanged"}
    assert len(writer.get("/articles").json["items"]) == 1


def test_new_text_under_a_known_url_is_a_revision(writer):
    url = "https://example.org/a"
    first = writer.post("/articles", json={"text": TEXT, "url": url})
    second = writer.post("/articles", json={"text": TEXT.replace("We", "They"), "url": url})
    assert (second.status_code, second.json["outcome"], second.json["revision"]) == (201, "revised", 2)
    assert second.json["article_id"] == first.json["article_id"]
    assert {quote["text"] for quote in writer.get("/quotes").json["items"]} == {"They count,", "Nobody counts,"}
    old = writer.get(f"/quotes/{first.json['quotes'][0]['id']}").json
    assert old["listed"] is False


def test_a_new_title_alone_is_no_revision(writer):
    writer.post("/articles", json={"text": TEXT, "title": "Old"})
    answer = writer.post("/articles", json={"text": TEXT, "title": "New"})
    assert (answer.status_code, answer.json["outcome"], answer.json["revision"]) == (200, "updated", 1)


def test_another_language_is_stored_without_quotes(writer):
    answer = writer.post("/articles", json={"text": "“Oui,” said Ada Berg, en français."})
    assert (answer.status_code, answer.json["reading"], answer.json["quotes"]) == (201, "unsupported_language", [])


def test_more_quotes_than_a_page_go_on_under_quotes(empty_newsroom):
    app = create_app(
        replace(empty_newsroom.settings, post_limit=50_000), reader=empty_newsroom.reader, pool=empty_newsroom.pool
    )
    text = " ".join(f"“Number {number},” said Ada Berg." for number in range(250))
    headers = {"Authorization": f"Bearer {empty_newsroom.key}"}
    answer = app.test_client().post("/articles", json={"text": text}, headers=headers)
    assert (answer.json["count"], len(answer.json["quotes"])) == (250, 200)
    link = answer.headers["Link"]
    rest = app.test_client().get(link[1 : link.index(">")]).json
    seen = [quote["id"] for quote in answer.json["quotes"] + rest["items"]]
    assert len(set(seen)) == len(seen) == 250
    assert rest["next"] is None


def test_a_page_of_html_is_taken_in(writer):
    said = "<p>“We count on every single vote,” said Ada Berg in a long interview at the old city hall.</p>"
    html = f"<html><body><article><h1>Day</h1>{said * 5}</article></body></html>"
    answer = writer.post("/articles", json={"html": html})
    assert answer.status_code == 201
    assert answer.json["quotes"][0]["text"] == "We count on every single vote,"


@pytest.mark.parametrize(
    ("document", "pointer"),
    [
        pytest.param({}, "/text", id="nothing"),
        pytest.param({"text": ""}, "/text", id="empty"),
        pytest.param({"text": TEXT, "html": TEXT}, "/html", id="both"),
        pytest.param({"html": "<html></html>"}, "/html", id="HTML without an article"),
        pytest.param({"text": TEXT, "published_at": "2018-02-30"}, "/published_at", id="no date"),
        pytest.param({"text": TEXT, "url": "example.org"}, "/url", id="no URL"),
        pytest.param({"text": TEXT, "author": "N. N."}, "/author", id="unknown field"),
        pytest.param({"text": TEXT, "sample": True}, "/sample", id="not for the caller to say"),
    ],
)
def test_a_wrong_document_is_named_and_not_stored(document, pointer, writer):
    answer = writer.post("/articles", json=document)
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json["errors"]] == [pointer]
    assert writer.get("/articles").json["items"] == []


def test_all_that_is_wrong_is_told_at_once(writer):
    answer = writer.post("/articles", json={"text": TEXT, "url": "x", "published_at": "x", "colour": 1})
    assert {error["pointer"] for error in answer.json["errors"]} == {"/url", "/published_at", "/colour"}


def test_an_erased_article_is_gone_everywhere(writer):
    body = writer.post("/articles", json={"text": TEXT}).json
    path = f"/articles/{body['article_id']}"
    answer = writer.delete(path)
    assert (answer.status_code, answer.data) == (204, b"")
    for gone in (path, f"{path}/text", f"/quotes/{body['quotes'][0]['id']}"):
        assert writer.get(gone).status_code == 410
    assert writer.get("/quotes").json["items"] == writer.get("/speakers").json["items"] == []
    assert writer.delete(path).status_code == 404


@pytest.mark.parametrize(("method", "path"), [("POST", "/articles"), ("DELETE", "/articles/a1")])
class TestKeys:
    """Keys come before everything else: who has none learns nothing of the body's faults."""

    @pytest.mark.parametrize(
        "given",
        [
            pytest.param(None, id="none"),
            pytest.param("Bearer", id="no secret"),
            pytest.param("Bearer ", id="a blank secret"),
            pytest.param("Bearer onrecord_wrong", id="unknown"),
            pytest.param("Bearer \x80", id="bytes"),
            pytest.param("Basic " + b64encode(b"a:b").decode(), id="another way"),
        ],
    )
    def test_without_a_key_in_force_401(self, method, path, given, empty_newsroom):
        headers = {"Authorization": given} if given else {}
        answer = empty_newsroom.client().open(path, method=method, headers=headers)
        assert answer.status_code == 401
        assert answer.headers["WWW-Authenticate"].startswith('Bearer realm="onrecord"')
        assert answer.json["status"] == 401

    def test_a_key_without_the_scope_403(self, method, path, empty_newsroom):
        key = empty_newsroom.key_of("text", "admin")
        answer = empty_newsroom.client(key).open(path, method=method)
        assert answer.status_code == 403
        assert 'scope="ingest"' in answer.headers["WWW-Authenticate"]

    def test_a_revoked_key_401(self, method, path, empty_newsroom):
        with empty_newsroom.pool.writing() as connection:
            key_id, secret = keys.create(connection, "gone", ["ingest"])
            keys.revoke(connection, key_id)
        assert empty_newsroom.client(secret).open(path, method=method).status_code == 401

    def test_the_word_bearer_in_any_letters(self, method, path, empty_newsroom):
        headers = {"Authorization": f"bearer {empty_newsroom.key}"}
        answer = empty_newsroom.client().open(path, method=method, headers=headers)
        assert answer.status_code in (404, 415)
