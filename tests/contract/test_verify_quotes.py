"""POST /quotes/verify: one text or many, an answer for each; every error names its item."""

from dataclasses import replace

import pytest

from service.app import create_app

COUNT, MANY = "We count to 7 here,", "Nobody counts to 7 there,"


def verify(client, body, status=200):
    answer = client.post("/quotes/verify", json=body)
    assert answer.status_code == status, answer.text
    return answer.json["items"] if status == 200 else answer.json


def test_a_text_with_its_proof(client):
    (found,) = verify(client, {"text": "“we COUNT to 7, here”"})
    nearest = found["nearest"][0]
    quote = nearest["quote"]
    assert (found["verdict"], found["score"], found["superseded"], found["reasons"]) == ("verbatim", 1.0, False, [])
    assert [each["text"] for each in found["compared"]] == ["we COUNT to 7, here"]
    assert (quote["text"], quote["speaker"]["name"], quote["wording"]) == (COUNT, "Carl Dahl", "speaker")
    whole = client.get(f"/quotes/{quote['id']}").json
    assert {name: whole[name] for name in quote} == quote
    assert nearest["part"] == [
        {"start": quote["selector"]["start"], "end": quote["selector"]["end"] - 1, "text": COUNT[:-1]}
    ]


def test_the_part_stands_in_the_article_where_it_says(newsroom):
    (found,) = verify(newsroom.client(), {"text": "counts to 7 there"})
    nearest = found["nearest"][0]
    text = newsroom.client(newsroom.key).get(f"/articles/{nearest['quote']['article_id']}/text").json["text"]
    assert [text[part["start"] : part["end"]] for part in nearest["part"]] == ["counts to 7 there"]
    assert (found["verdict"], nearest["before"], nearest["cautions"]) == ("verbatim", "Nobody ", ["negation_cut"])


def test_many_at_once_each_with_its_answer(client):
    items = [{"text": MANY}, {"text": "We count to 7 there"}, {"text": "The harbour froze over in the night"}]
    found = verify(client, {"items": items})
    assert [each["verdict"] for each in found] == ["verbatim", "altered", "not_found"]
    assert "words_changed" in found[1]["reasons"]
    assert found[1]["nearest"][0]["differences"][1] == {"operation": "changed", "asked": "there", "printed": "here"}
    assert found == [one for item in items for one in verify(client, item)]


def test_a_hundred_at_once(client):
    items = [{"text": f"We count to {number} here"} for number in range(100)]
    assert [each["verdict"] for each in verify(client, {"items": items})].count("verbatim") == 30


@pytest.mark.parametrize(
    ("speaker", "verdict", "matched"),
    [
        pytest.param("Carl Dahl", "verbatim", 1, id="a name"),
        pytest.param("dahl", "verbatim", 1, id="a surname"),
        pytest.param("Eva Falk", "other_speaker", 1, id="another"),
        pytest.param("Carl Dahk", "other_speaker", 0, id="nobody"),
    ],
)
def test_a_speaker(speaker, verdict, matched, client):
    (found,) = verify(client, {"text": COUNT, "speaker": speaker})
    assert (found["verdict"], len(found["matched_speakers"])) == (verdict, matched)
    assert [each["name"] for each in found.get("did_you_mean", [])] == ([] if matched else ["Carl Dahl"])


def test_a_speaker_by_id(client):
    speaker = client.get("/speakers?q=Dahl").json["items"][0]["id"]
    assert verify(client, {"text": COUNT, "speaker": speaker})[0]["verdict"] == "verbatim"


@pytest.mark.parametrize(
    ("before", "verdict"),
    [
        pytest.param("2018-09", "verbatim", id="the month after"),
        pytest.param("2018-08", "altered", id="its own month: it may have been later"),
        pytest.param("2018-09-01T00:00:00Z", "verbatim", id="the end of its month"),
        pytest.param("2018-08-31T23:59:59Z", "altered", id="a second earlier"),
        pytest.param("2018", "not_found", id="the year"),
    ],
)
def test_before(before, verdict, client):
    # In the months before it somebody counts to other numbers.
    assert verify(client, {"text": "We count to 7 here", "before": before})[0]["verdict"] == verdict


def test_an_undated_article_is_before_nothing(client):
    assert verify(client, {"text": "We count to 0 here"})[0]["verdict"] == "verbatim"
    assert verify(client, {"text": "We count to 0 here", "before": "2017"})[0]["verdict"] == "not_found"


def test_what_was_replaced_is_evidence_only_as_such(empty_newsroom):
    client = empty_newsroom.client(empty_newsroom.key)
    for word in ("seven", "eleven"):
        article = {"text": f"“We moored {word} ships at dawn,” said Ada Berg.", "url": "https://example.org/1"}
        assert client.post("/articles", json=article).status_code in (200, 201)
    (found,) = verify(client, {"text": "We moored seven ships at dawn"})
    assert (found["verdict"], found["superseded"], found["nearest"][0]["quote"]["listed"]) == ("verbatim", True, False)
    (found,) = verify(client, {"text": "We moored eleven ships at dawn"})
    assert (found["verdict"], found["superseded"]) == ("verbatim", False)


def test_what_was_erased_is_not_found(empty_newsroom):
    client = empty_newsroom.client(empty_newsroom.key)
    created = client.post("/articles", json={"text": "“We moored seven ships at dawn,” said Ada Berg."})
    client.delete(created.headers["Location"])
    (found,) = verify(client, {"text": "We moored seven ships at dawn"})
    assert (found["verdict"], found["nearest"]) == ("not_found", [])


@pytest.mark.parametrize(
    ("body", "status", "pointer"),
    [
        pytest.param({}, 422, "/text", id="nothing"),
        pytest.param({"text": ""}, 422, "/text", id="empty"),
        pytest.param({"text": "… — “”?!"}, 422, "/text", id="only punctuation"),
        pytest.param({"text": "a" * 10_000}, 413, "/text", id="too many letters"),
        pytest.param({"text": "We count\0"}, 422, "/text", id="NUL"),
        pytest.param({"text": "We count", "speaker": ""}, 422, "/speaker", id="an empty name"),
        pytest.param({"text": "We count", "before": "soon"}, 422, "/before", id="no date"),
        pytest.param({"text": "We count", "items": [{"text": "We count"}]}, 422, "/items", id="both forms"),
        pytest.param({"items": [{"text": "We count"}], "speaker": "Dahl"}, 422, "/speaker", id="a speaker for all"),
        pytest.param({"items": []}, 422, "/items", id="no items"),
        pytest.param({"items": [{"text": "We count"}] * 101}, 422, "/items", id="101 items"),
        pytest.param({"items": [{"text": "a"}, {"speaker": "Dahl"}]}, 422, "/items/1/text", id="an item without text"),
        pytest.param({"items": [{"text": "a"}, {"text": "?"}]}, 422, "/items/1/text", id="an item without words"),
        pytest.param({"items": [{"text": "a"}, {"text": "b", "c": 1}]}, 422, "/items/1/c", id="an unknown field"),
        pytest.param({"items": ["We count"]}, 422, "/items/0", id="no object"),
    ],
)
def test_what_is_refused(body, status, pointer, client):
    assert verify(client, body, status)["errors"][0]["pointer"].startswith(pointer)


def test_all_wrong_items_are_named_at_once(client):
    body = {"items": [{"text": "?"}, {"text": "We count"}, {"text": "!"}]}
    assert [error["pointer"] for error in verify(client, body, 422)["errors"]] == ["/items/0/text", "/items/2/text"]


def test_all_texts_together_have_a_limit(newsroom):
    settings = replace(newsroom.settings, post_limit=300_000)
    client = create_app(settings, reader=newsroom.reader, pool=newsroom.pool).test_client()
    assert "together" in verify(client, {"items": [{"text": "word " * 1_500}] * 14}, 413)["detail"]
    assert "100000 bytes" in verify(client, {"text": "a" * 100_000}, 413)["detail"]


@pytest.mark.parametrize(
    "text", ["We", "Привет, мир", "家にいろ", "مرحبا بالعالم", "a" * 4_000, "we " * 1_600, "' OR 1=1 --"]
)
def test_odd_texts_are_answered(text, client):
    (found,) = verify(client, {"text": text})
    assert found["verdict"] == "not_found"


def test_there_is_no_quote_of_that_name(client):
    answer = client.get("/quotes/verify")
    assert (answer.status_code, set(answer.headers["Allow"].split(", "))) == (405, {"POST", "OPTIONS"})
