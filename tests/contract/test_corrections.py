"""Merging, splitting and naming speakers over HTTP, and taking it back; who may, and what cannot be done."""

import pytest

CURATE = ("/speakers/{}/merge", "/speakers/{}/split")
TEXT = "“We count,” said Ada Berg. “We do not,” said Carl Dahl. “Nobody counts,” said Ada Berg."


@pytest.fixture
def two(writer):
    writer.post("/articles", json={"text": TEXT, "url": "https://example.org/1"})
    writer.post("/articles", json={"text": TEXT + " ", "url": "https://example.org/2"})
    return {each["name"]: each["id"] for each in writer.get("/speakers").json["items"]}


def test_a_merge_and_its_undoing(writer, two):
    one, other = two["Carl Dahl"], two["Ada Berg"]
    made = writer.post(f"/speakers/{one}/merge", json={"into": other, "why": "a pen name"})
    assert made.status_code == 200
    assert {name: made.json[name] for name in ("type", "from", "to", "why")} == {
        "type": "merge", "from": {"id": one}, "to": {"id": other}, "why": "a pen name",
    }  # fmt: skip
    moved = writer.get(f"/speakers/{one}")
    assert (moved.status_code, moved.headers["Location"]) == (308, f"/speakers/{other}")
    assert writer.get(f"/speakers/{other}").json["quotes"] == 6
    assert writer.get("/corrections").json["items"] == [made.json]
    assert writer.delete(f"/corrections/{made.json['id']}").status_code == 204
    assert writer.get(f"/speakers/{one}").json["quotes"] == 2
    assert writer.delete(f"/corrections/{made.json['id']}").status_code == 409


def test_a_split_by_article(writer, two):
    article = writer.get("/articles").json["items"][0]["id"]
    made = writer.post(f"/speakers/{two['Ada Berg']}/split", json={"articles": [article]})
    assert made.status_code == 200
    both = (made.json["to"]["id"], two["Ada Berg"])
    assert [writer.get(f"/speakers/{each}").json["quotes"] for each in both] == [2, 2]
    for name in ("Berg", "Ada Berg"):  # means both by now
        found = writer.get("/quotes", query_string={"speaker": name}).json
        assert {each["id"] for each in found["matched_speakers"]} == set(both)
        assert len(found["items"]) == 4
    writer.delete(f"/corrections/{made.json['id']}")
    assert [each["count"] for each in writer.get("/quotes?speaker=Berg").json["matched_speakers"]] == [4]


def test_a_name_and_an_identity_elsewhere(writer, two):
    path = f"/speakers/{two['Ada Berg']}"
    changed = writer.patch(path, json={"name": "Ada the Elder", "same_as": "Q42"})
    assert (changed.status_code, changed.json["name"], changed.json["same_as"]) == (200, "Ada the Elder", "Q42")
    assert writer.get(path).json["name"] == "Ada the Elder"
    back = writer.patch(path, json={"name": None, "same_as": None}).json
    assert (back["name"], back["same_as"]) == ("Ada Berg", None)


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        pytest.param("/speakers/{}/merge", {"into": "{}"}, 422, id="with itself"),
        pytest.param("/speakers/{}/merge", {"into": "saaaaaaaaaaaaaaaa"}, 422, id="with nobody"),
        pytest.param("/speakers/saaaaaaaaaaaaaaaa/merge", {"into": "{}"}, 404, id="of nobody"),
        pytest.param("/speakers/{}/merge", {}, 422, id="with none named"),
        pytest.param("/speakers/{}/split", {}, 422, id="nothing to split off"),
        pytest.param("/speakers/{}/split", {"forms": ["Ada Berg"], "articles": ["a"]}, 422, id="both ways at once"),
        pytest.param("/speakers/{}/split", {"forms": ["Ada Berg"]}, 422, id="all of it"),
        pytest.param("/speakers/{}/split", {"articles": ["a1"]}, 422, id="an unknown article"),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(writer, two, path, body, status):
    ada = two["Ada Berg"]
    body = {name: value.format(ada) if isinstance(value, str) else value for name, value in body.items()}
    answer = writer.post(path.format(ada), json=body)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert {each["name"]: each["id"] for each in writer.get("/speakers").json["items"]} == two
    assert writer.get("/corrections").json["items"] == []


@pytest.mark.parametrize("same_as", ["Lavrov", "javascript:alert(1)", "Q0", "ftp://example.org"])
def test_an_identity_elsewhere_is_a_wikidata_id_or_an_address(writer, two, same_as):
    assert writer.patch(f"/speakers/{two['Ada Berg']}", json={"same_as": same_as}).status_code == 422


@pytest.mark.parametrize("name", ["", "\U0001f600", "\u202evorvaL", "\x01", "Ada\x7f", "%_", "x" * 301])
def test_a_name_has_letters_and_nothing_unseen(writer, two, name):
    answer = writer.patch(f"/speakers/{two['Ada Berg']}", json={"name": name})
    assert (answer.status_code, answer.json["errors"][0]["pointer"]) == (422, "/name")


def test_it_takes_a_key_of_scope_curate(empty_newsroom, two):
    without, other = empty_newsroom.client(), empty_newsroom.client(empty_newsroom.key_of("ingest"))
    for client, status in ((without, 401), (other, 403)):
        for path in CURATE:
            assert client.post(path.format(two["Ada Berg"]), json={"into": two["Carl Dahl"]}).status_code == status
        assert client.delete("/corrections/c1").status_code == status
