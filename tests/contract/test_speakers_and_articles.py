"""/speakers and /articles: what they show, and that whole texts need a key."""

import hashlib
from dataclasses import replace

import pytest

from schemas.articles import ArticleOut
from schemas.speaker_pages import SpeakerWhole
from schemas.speakers import SpeakerOut
from service.app import create_app


def test_a_speaker_has_every_field(client):
    (speaker,) = client.get("/speakers?q=berg").json["items"]
    assert list(speaker) == list(SpeakerOut().dump_fields)
    assert (speaker["name"], speaker["quotes"], speaker["by_kind"]["direct"]) == ("Ada Berg", 10, 10)
    assert speaker["names"] == [{"name": "Ada Berg", "count": 10}]
    assert speaker["roles"] == [{"role": "Minister", "count": 10}]


def test_one_speaker_has_everything_that_is_known(client):
    (speaker,) = client.get("/speakers?q=berg").json["items"]
    whole = client.get(f"/speakers/{speaker['id']}").json
    assert list(whole) == list(SpeakerWhole().dump_fields)
    assert {name: whole[name] for name in speaker if name != "roles"} == {
        name: value for name, value in speaker.items() if name != "roles"
    }
    (role,) = whole["roles"]
    assert (role["role"], role["count"], len(role["articles"])) == ("Minister", 10, 10)
    assert (role["first_published"], role["last_published"]) == ("2018-01", "2018-12")
    assert sum(outlet["count"] for outlet in whole["outlets"]) == whole["quotes"]
    assert whole["first_quote"]["article"]["published_at"] == "2018-01"
    assert whole["last_quote"]["article"]["published_at"] == "2018-12"
    assert whole["parties"] == whole["candidates"] == whole["same_wording"] == []


def test_opponents_name_each_other_and_their_claims(client, newsroom):
    claim = client.get("/claims?status=disputed").json["items"][0]
    claimant, disputer = claim["claimants"][0]["id"], claim["disputes"][0]["disputers"][0]["id"]
    for speaker, side, opponent in ((claimant, "disputed_by", disputer), (disputer, "disputes", claimant)):
        whole = client.get(f"/speakers/{speaker}").json
        (found,) = [each for each in whole[side] if each["speaker"]["id"] == opponent]
        every = client.get(f"/claims?claimant={claimant}&disputer={disputer}&status=disputed&count=true").json
        assert (found["count"], whole[f"{side}_count"]) == (every["count"], len(whole[side]))
        assert set(found["claims"]) <= {each["id"] for each in every["items"]}


def test_a_typing_error_finds_nobody_but_is_answered_with_who_may_be_meant(client):
    for path in ("/quotes?speaker=Ada+Bergg", "/speakers?q=Ada+Bergg"):
        answer = client.get(path).json
        assert answer["items"] == []
        assert [each["name"] for each in answer["explain"]["did_you_mean"]][:1] == ["Ada Berg"]


@pytest.mark.parametrize(
    "name", ["Berg Ada", "BERG", "А. Берг", "Ада Берг", "Minister Berg", "Berg, Ada", "ada berg", "\u200fAda Berg"]
)
def test_a_name_is_found_in_any_order_script_and_case(client, name):
    answer = client.get("/quotes", query_string={"speaker": name}).json
    assert [each["name"] for each in answer["matched_speakers"]] == ["Ada Berg"]


@pytest.mark.parametrize(
    "name", ["x", "🙂", "\u200f", "\x07", "%", "_", "'; DROP TABLE speakers; --", "a" * 300, "' | ' & !", "\\"]
)
@pytest.mark.parametrize("path", ["/quotes?speaker", "/speakers?q"])
def test_a_name_of_any_letters_is_only_a_name(client, path, name):
    where, parameter = path.split("?")
    answer = client.get(where, query_string={parameter: name[:200]})
    assert answer.status_code == 200, answer.text
    assert answer.json["items"] == []


@pytest.mark.parametrize("name", ["", "   ", "\x00", "a" * 10_000])
def test_what_is_no_name_is_refused(client, name):
    assert client.get("/quotes", query_string={"speaker": name}).status_code == 400
    assert client.get("/speakers", query_string={"q": name}).status_code == 400


def test_words_of_a_name_are_searched(client):
    assert [item["name"] for item in client.get("/speakers?q=ho").json["items"]] == ["Gustav Holm"]
    empty = client.get("/speakers?q=nemo").json
    assert (empty["items"], empty["next"], empty["explain"]["emptied_by"]) == ([], None, ["q"])
    assert empty["explain"]["detail"] == "No printed name has these words."


def test_an_article_has_every_field_and_no_text(client, ids):
    article = client.get(f"/articles/{ids['article_id']}").json
    assert list(article) == list(ArticleOut().dump_fields)
    assert (article["quotes"], article["revision"], article["reading"], article["sample"]) == (2, 1, "read", False)
    assert article["taken_in_at"].endswith("Z")
    assert "café day" not in str(article)


@pytest.mark.parametrize(
    ("query", "number"),
    [
        pytest.param("", 30, id="all"),
        pytest.param("publisher=gazette", 10, id="a publisher, folded"),
        pytest.param("publisher=Gazette&publisher=Wire", 20, id="repeated is or"),
        pytest.param("from=2018-12-31", 2, id="a month meets each of its days"),
        pytest.param("to=2018-01", 2, id="until"),
        pytest.param("publisher=Nemo", 0, id="none"),
    ],
)
def test_articles_are_filtered(query, number, client):
    assert len(client.get(f"/articles?{query}&limit=200").json["items"]) == number


def test_an_empty_list_of_articles_is_explained(client):
    assert client.get("/articles?publisher=Nemo&from=2018").json["explain"]["emptied_by"] == ["publisher"]


def test_the_whole_text_needs_a_key_of_scope_text(newsroom, ids):
    path = f"/articles/{ids['article_id']}/text"
    assert newsroom.client().get(path).status_code == 401
    assert newsroom.client(newsroom.key_of("ingest")).get(path).status_code == 403
    answer = newsroom.client(newsroom.key_of("text")).get(path)
    assert answer.json["id"] == ids["article_id"]
    assert hashlib.sha256(answer.json["text"].encode()).hexdigest() == answer.json["sha256"]


def test_a_setting_opens_whole_texts_to_everyone(newsroom, ids):
    app = create_app(replace(newsroom.settings, text_public=True), reader=object(), pool=newsroom.pool)
    assert app.test_client().get(f"/articles/{ids['article_id']}/text").status_code == 200
