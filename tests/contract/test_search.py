"""What may be asked of /quotes beyond its first filters: each parameter, what comes with quotes, why there are none."""

from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest

from schemas import quotes as schemas
from service.records import Stance
from service.store import facets, including

LONG = "x" * 10_000
LISTS = ("/quotes", "/claims", "/articles", "/speakers")


def items(client, query):
    answer = client.get(f"/quotes?{query}")
    assert answer.status_code == 200, answer.text
    return answer.json["items"]


def test_the_words_of_the_schemas_are_those_of_the_service():
    assert get_args(Stance) == schemas.STANCES
    assert tuple(including.INCLUDES) == schemas.INCLUDES
    assert schemas.QUOTE_FACETS == ("speaker", "party", "publisher", "kind", "stance", "month")
    assert set(schemas.QUOTE_FACETS) == set(facets.FACETS)


@pytest.mark.parametrize(
    ("query", "number"),
    [
        pytest.param("role=minister", 60, id="a role"),
        pytest.param("role=MINISTER&role=king", 60, id="either role"),
        pytest.param("role=prime+minister", 0, id="a role that nobody has"),
        pytest.param("stance=assert", 60, id="a stance"),
        pytest.param("stance=assert&kind=mixed", 0, id="a stance and a kind"),
        pytest.param("attribution=certain", 60, id="certain"),
        pytest.param("party=Norway", 0, id="a party that nobody answers for"),
        pytest.param("about=Nobody", 0, id="a small word at the beginning of a sentence is no name"),
        pytest.param("q=cou*", 60, id="a beginning"),
        pytest.param("q=cou*+-nob*", 30, id="a beginning without another"),
        pytest.param("speech=false", 0, id="no attitudes"),
        pytest.param("sort=confidence", 60, id="the surest first"),
    ],
)
def test_filters(query, number, client):
    body = client.get(f"/quotes?{query}&limit=200&count=true").json
    assert (len(body["items"]), body["count"]) == (number, number)


def test_as_of_tells_what_was_known_then(empty_newsroom):
    client = empty_newsroom.client()
    before = datetime.now(UTC).isoformat()
    empty_newsroom.fill(2)
    after = datetime.now(UTC).isoformat()
    told = client.get("/quotes", query_string={"as_of": before}).json
    assert (told["items"], told["explain"]["emptied_by"]) == ([], ["as_of"])
    assert len(client.get("/quotes", query_string={"as_of": after}).json["items"]) == 4
    soon = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    refused = client.get("/quotes", query_string={"as_of": soon})
    assert refused.status_code == 400
    assert "future" in refused.json["errors"][0]["detail"]


@pytest.mark.parametrize(
    ("q", "marked"),
    [
        pytest.param("count", {"counts", "count"}, id="in any ending"),
        pytest.param("NOBODY", {"Nobody"}, id="in any case"),
        pytest.param('"count to 7"', {"count to 7", "counts to 7"}, id="a phrase as a whole"),
        pytest.param("cou*", {"counts", "count"}, id="a beginning"),
        pytest.param("nobody or 7", {"Nobody", "7"}, id="either"),
        pytest.param("nobody -7", {"Nobody"}, id="not what must not be there"),
    ],
)
def test_highlights_are_places_in_the_text(q, marked, client):
    found = client.get("/quotes", query_string={"q": q, "highlight": "true", "limit": 200}).json["items"]
    assert found
    for quote in found:
        assert quote["highlights"]
    words = {quote["text"][each["start"] : each["end"]] for quote in found for each in quote["highlights"]}
    assert words == marked


def test_without_q_nothing_is_marked(client):
    assert {str(quote["highlights"]) for quote in items(client, "highlight=true")} == {"[]"}
    assert all("highlights" not in quote for quote in items(client, "q=count"))


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        pytest.param("fields=text", ["id", "text"], id="one"),
        pytest.param("fields=text&fields=kind", ["id", "text", "kind"], id="repeated"),
        pytest.param("fields=text,kind,text", ["id", "text", "kind"], id="with commas"),
        pytest.param("fields=id", ["id"], id="the id alone"),
        pytest.param("fields=highlights&highlight=true", ["id", "highlights"], id="of what was asked for beside it"),
    ],
)
def test_only_the_fields_that_are_asked_for(query, fields, client):
    assert {tuple(sorted(quote)) for quote in items(client, query)} == {tuple(sorted(fields))}


@pytest.mark.parametrize("path", LISTS)
def test_every_list_can_be_sparse(path, client):
    body = client.get(f"{path}?fields=id&limit=3").json
    assert [list(item) for item in body["items"]] == [["id"]] * 3
    refused = client.get(f"{path}?fields=idd")
    assert (refused.status_code, refused.json["errors"][0]["parameter"]) == (400, "fields")
    assert "the nearest is id" in refused.json["errors"][0]["detail"]


def test_include_tells_who_else_prints_a_statement(client):
    [quote] = items(client, "include=variants&limit=1")
    told = quote["variants"]
    assert told["count"] == len(told["items"]) >= 1
    assert told["earliest"] in [each["quote"]["id"] for each in told["items"]]


def test_include_tells_all_of_article_and_speaker(client):
    [quote] = items(client, "include=article,speaker&limit=1")
    assert quote["article"] == client.get(f"/articles/{quote['article_id']}").json
    whole = client.get(f"/speakers/{quote['speaker']['id']}").json
    profile = quote["speaker"]["profile"]
    assert profile | {"roles": whole["roles"]} == {name: whole[name] for name in profile}
    assert quote["speaker"] == quote["speakers"][0]
    [brief] = items(client, "limit=1")
    assert brief["article"].keys() < quote["article"].keys()
    assert "profile" not in brief["speaker"]


def test_a_quote_of_a_dispute_shows_its_other_side(samples):
    client = samples.client()
    sides = {"claim": "dispute", "dispute": "claim"}
    found = items(client, "has=disputes&include=disputes&limit=200&speech=any")
    known = {quote["id"]: quote for quote in found}
    assert found
    for quote in found:
        for dispute in quote["disputes"]:
            claim = client.get(f"/claims/{dispute['claim_id']}").json
            assert claim["status"] == "disputed"
            assert dispute["dispute_id"] in {each["id"] for each in claim["disputes"]}
            other = known.get(dispute["other"]["quote_id"])
            if other:
                assert sides[dispute["side"]] in {each["side"] for each in other["disputes"]}
    assert all(quote["disputes"] == [] for quote in items(client, "include=disputes&kind=indirect&q=Brexit"))


def test_a_refuted_dispute_is_none_of_a_quotes(own_samples):
    client = own_samples.client(own_samples.key)
    found = items(client, "has=disputes&include=disputes&limit=200&speech=any")
    for dispute in {each["dispute_id"]: each for quote in found for each in quote["disputes"]}.values():
        path = f"/claims/{dispute['claim_id']}/disputes/{dispute['dispute_id']}"
        assert client.patch(path, json={"verdict": "refuted"}).status_code == 200
    assert items(client, "has=disputes&speech=any") == []
    assert client.get("/quotes?has=disputes").json["explain"]["emptied_by"] == ["has"]
    one = found[0]["disputes"][0]
    client.patch(f"/claims/{one['claim_id']}/disputes/{one['dispute_id']}", json={"verdict": "confirmed"})
    again = items(client, "has=disputes&include=disputes&speech=any")
    assert {each["dispute_id"] for quote in again for each in quote["disputes"]} == {one["dispute_id"]}
    for article in {quote["article_id"] for quote in again}:
        assert client.delete(f"/articles/{article}").status_code == 204
    assert items(client, "has=disputes&speech=any") == []


def test_facets_count_what_was_found(client):
    body = client.get("/quotes?facets=true&q=nobody&limit=1").json
    assert list(body["facets"]) == ["speaker", "party", "publisher", "kind", "stance", "month"]
    assert body["faceted"] == {"quotes": 30, "all": True}
    assert body["facets"]["kind"] == [{"value": "direct", "count": 30}]
    assert {each["value"]: each["count"] for each in body["facets"]["publisher"]} == {
        "Gazette": 10, "Review": 10, "Wire": 10,
    }  # fmt: skip
    assert sum(each["count"] for each in body["facets"]["speaker"]) == 30
    assert body["facets"]["month"][0]["value"] == "2018-12"
    assert sum(each["count"] for each in body["facets"]["month"]) == 29  # one has no date


@pytest.mark.parametrize("facet", schemas.QUOTE_FACETS)
def test_a_value_of_a_facet_finds_as_many_as_it_says(facet, samples):
    client = samples.client()
    body = client.get(f"/quotes?facets={facet}&speech=any&count=true").json
    assert list(body["facets"]) == [facet]
    assert body["faceted"] == {"quotes": body["count"], "all": True}
    assert body["facets"][facet]
    for each in body["facets"][facet]:
        value = each.get("id", each["value"])
        asked = {"from": value, "to": value} if facet == "month" else {facet: value}
        assert (
            client.get("/quotes", query_string=asked | {"speech": "any", "count": "true"}).json["count"]
            >= each["count"]
        )
        if facet != "month":  # an article of a year may be of any month of it
            assert (
                client.get("/quotes", query_string=asked | {"speech": "any", "count": "true"}).json["count"]
                == each["count"]
            )


def test_an_empty_list_tells_what_there_is_without_each_filter(client):
    told = client.get("/quotes?speaker=Berg&q=nobody&kind=mixed").json["explain"]
    assert told["emptied_by"] == ["kind"]
    assert told["without"] == [
        {"filter": "speaker", "count": 0, "or_more": False},
        {"filter": "q", "count": 0, "or_more": False},
        {"filter": "kind", "count": 5, "or_more": False},
    ]


def test_what_was_perhaps_meant(client):
    told = client.get("/quotes?speaker=Ada+Burg&publisher=Gazzete").json["explain"]
    assert [each["name"] for each in told["did_you_mean"]] == ["Ada Berg"]
    assert told["did_you_mean_publisher"] == ["Gazette"]
    for name in ("about", "q"):
        told = client.get("/quotes", query_string={name: "Ada Burg"}).json["explain"]
        assert [each["name"] for each in told["did_you_mean"]] == ["Ada Berg"]
    told = client.get("/speakers?q=Ada+Burg").json["explain"]
    assert told["without"] == [{"filter": "q", "count": 6, "or_more": False}]
    assert [each["name"] for each in told["did_you_mean"]] == ["Ada Berg"]


def test_a_publisher_by_a_part_of_the_name(empty_newsroom, writer):
    writer.post("/articles", json={"text": "“We moored at dawn,” said Ada Berg.", "publisher": "The Harbour Post"})
    told = empty_newsroom.client().get("/quotes?publisher=harbour").json["explain"]
    assert told["did_you_mean_publisher"] == ["The Harbour Post"]


@pytest.mark.parametrize("path", ["/quotes", "/claims"])
@pytest.mark.parametrize("q", ["-", "*", "OR", '"', "- - or *", "&|!():<->", "😀", "''"])
def test_marks_alone_find_nothing_and_that_is_told(path, q, client):
    for sort in ("date", "-date"):
        body = client.get(path, query_string={"q": q, "sort": sort}).json
        assert (body["items"], body["explain"]["emptied_by"]) == ([], ["q"])
        assert body["explain"]["detail"] == "There is no word in q that could be looked for."
    assert "too common" in client.get(path, query_string={"q": "the"}).json["explain"]["detail"]


@pytest.mark.parametrize("name", ["q", "about", "party", "role", "speaker", "publisher", "article"])
@pytest.mark.parametrize(
    "value", ["-", "*", "OR", '"', "😀", "’", "%", "\\", "\ud7ff\uffff", "'; DROP TABLE quotes", "{}", "a" * 80]
)
def test_odd_values_are_answered(name, value, client):
    for more in (
        {},
        {"sort": "relevance"},
        {"sort": "confidence", "highlight": "true"},
        {"facets": "true", "count": "true"},
    ):
        assert client.get("/quotes", query_string={name: value, **more}).status_code == 200


@pytest.mark.parametrize(
    ("query", "named", "told"),
    [
        pytest.param("stance=asert", "stance", "assert", id="a stance"),
        pytest.param("attribution=sure", "attribution", "certain", id="a certainty"),
        pytest.param("has=dispute", "has", "disputes", id="what it has"),
        pytest.param("sort=confidant", "sort", "confidence", id="an order"),
        pytest.param("include=articles", "include", "article", id="what to include"),
        pytest.param("facets=months", "facets", "month", id="a facet"),
        pytest.param("as_of=2018", "as_of", "2018-08-21T10:00:00Z", id="no instant"),
        pytest.param("as_of=2018-13-01T00:00:00Z", "as_of", "No such date", id="no such instant"),
        pytest.param("as_of=0001-01-01T00:00:00%2B14:00", "as_of", "No such date", id="an instant before all time"),
        pytest.param(f"about={LONG}", "about", "between 1 and 300", id="too long a name"),
        pytest.param("role=%00", "role", "U+0000", id="NUL"),
        pytest.param("highlight=yes", "highlight", "boolean", id="neither true nor false"),
    ],
)
def test_a_wrong_value_is_told_the_nearest(query, named, told, client):
    answer = client.get(f"/quotes?{query}")
    assert answer.status_code == 400
    [error] = answer.json["errors"]
    assert error["parameter"] == named
    assert told in error["detail"]


def test_instants_before_1900_are_answered(client):
    assert client.get("/quotes?as_of=1815-06-18T20:00:00Z").json["items"] == []
    assert client.get("/quotes?from=1066&to=1815-06-18").json["items"] == []


@pytest.mark.parametrize("sort", ["-date", "date", "relevance", "confidence"])
def test_a_cursor_is_bound_to_every_filter(sort, client):
    asked = {"q": "count", "sort": sort, "limit": 3}
    after = client.get("/quotes", query_string=asked).json["next"]
    assert client.get("/quotes", query_string=asked | {"after": after}).status_code == 200
    for more in ({"about": "Berg"}, {"stance": "assert"}, {"has": "disputes"}, {"sort": "-sort"}, {"q": "nobody"}):
        assert client.get("/quotes", query_string=asked | {"after": after} | more).status_code == 400


def test_claims_are_asked_alike(client):
    body = client.get("/claims?facets=status,party&q=hid*&limit=1").json
    assert list(body["facets"]) == ["status", "party"]
    assert len(body["items"]) == 1
    told = client.get("/claims?q=hid*&nature=opinion").json["explain"]
    assert told["without"][0]["filter"] in ("nature", "q")


def test_an_export_is_the_whole_search(client):
    lines = client.get("/quotes?q=cou*&role=minister&sort=confidence", headers={"Accept": "application/x-ndjson"}).text
    assert len(lines.splitlines()) == 60


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        pytest.param({"q": "cuont"}, {"q": ["count"]}, id="a word of q"),
        pytest.param({"q": '"Nobdy cuonts" -xyz'}, {"q": ['"Nobody counts" -xyz']}, id="words of a phrase"),
        pytest.param({"q": "count nobodx -cuonts"}, {"q": ["count nobody -cuonts"]}, id="not what is left out"),
        pytest.param({"q": "zzzz"}, {}, id="nothing is near"),
        pytest.param({"q": "the"}, {}, id="no word that is looked for"),
        pytest.param({"role": "minster"}, {"role": ["minister"]}, id="a role"),
        pytest.param({"role": "minister", "stance": "deny"}, {}, id="the role is there"),
        pytest.param({"about": "Nobdy"}, {}, id="a small word is no name"),
        pytest.param({"party": "Norwya"}, {}, id="a party that nobody answers for"),
    ],
)
def test_words_that_were_perhaps_meant(query, meant, client):
    told = client.get("/quotes", query_string=query).json["explain"]
    assert {name: told.get(f"did_you_mean_{name}") for name in ("q", "role", "about", "party")} == (
        dict.fromkeys(("q", "role", "about", "party")) | meant
    )


def test_filters_that_find_nothing_even_alone_are_told(client):
    told = client.get("/quotes?stance=deny&kind=mixed&speaker=Berg").json["explain"]
    assert (told["emptied_by"], {each["count"] for each in told["without"]}) == (["kind", "stance"], {0})
    assert told["detail"] == "There is nothing with kind, nor with stance, even alone."
