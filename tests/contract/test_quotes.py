"""/quotes: each filter, how they join, what an empty answer says."""

import pytest

from schemas.quotes import QuoteOut


def texts(response):
    assert response.status_code == 200, response.text
    return [item["text"] for item in response.json["items"]]


def test_a_quote_has_every_field_and_its_proof(client, ids):
    quote = client.get(f"/quotes/{ids['quote_id']}").json
    assert list(quote) == list(QuoteOut().dump_fields)
    assert quote["id"].startswith(quote["article_id"])
    assert quote["article"]["id"] == quote["article_id"]
    assert quote["speaker"] == quote["speakers"][0]
    (span,) = quote["spans"]
    assert (quote["selector"]["start"], quote["selector"]["end"]) == (span["start"], span["end"])
    assert quote["context"]["before"].endswith(quote["selector"]["prefix"])


def test_words_stand_at_their_offsets_in_the_text(keyed, ids):
    quote = keyed.get(f"/quotes/{ids['quote_id']}").json
    article = keyed.get(f"/articles/{quote['article_id']}/text").json
    assert article["sha256"] == quote["article_sha256"]
    for span in quote["spans"] + quote["quoted"] + [quote["cue"]]:
        assert article["text"][span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize(
    ("query", "number"),
    [
        pytest.param("", 60, id="all"),
        pytest.param("speaker=Ada+Berg", 10, id="a full name"),
        pytest.param("speaker=berg", 10, id="a surname in small letters"),
        pytest.param("speaker=Berg&speaker=Dahl", 20, id="a filter repeated is or"),
        pytest.param("publisher=Gazette", 20, id="a publisher"),
        pytest.param("publisher=Gazette&publisher=Review", 40, id="publishers repeated"),
        pytest.param("kind=direct", 60, id="a kind"),
        pytest.param("kind=indirect&kind=mixed", 0, id="kinds that none is of"),
        pytest.param("q=nobody", 30, id="a word"),
        pytest.param("q=nobody+-count", 0, id="a word without another"),
        pytest.param('q="count to 7"', 2, id="a phrase"),
        pytest.param("q=%22unbalanced+(%26|!:*", 0, id="marks that to_tsquery would choke on"),
        pytest.param("q=nobody&speaker=Berg", 5, id="different filters are and"),
        pytest.param("from=2018-12", 4, id="from a month on"),
        pytest.param("to=2018-01", 4, id="until the end of a month"),
        pytest.param("from=2018&to=2018", 58, id="a year; undated articles are not in it"),
        pytest.param("from=9999-12-31", 0, id="from the last day"),
        pytest.param("to=0001", 0, id="until the end of the first year"),
    ],
)
def test_filters(query, number, client):
    response = client.get(f"/quotes?{query}&limit=200&count=true")
    assert (len(texts(response)), response.json["count"]) == (number, number)


def test_one_article(client, ids):
    found = client.get("/quotes", query_string={"article": ids["article_id"]}).json["items"]
    assert {item["article_id"] for item in found} == {ids["article_id"]}
    assert len(found) == 2


def test_an_id_names_a_speaker_too(client, ids):
    found = client.get("/quotes", query_string={"speaker": ids["speaker_id"]}).json
    assert {item["speaker"]["id"] for item in found["items"]} == {ids["speaker_id"]}
    assert [match["id"] for match in found["matched_speakers"]] == [ids["speaker_id"]]


def test_whom_a_name_stands_for_is_told(client):
    matched = client.get("/quotes?speaker=Berg&speaker=Dahl&speaker=Ada+Berg").json["matched_speakers"]
    assert [(match["name"], match["count"]) for match in matched] == [("Ada Berg", 10), ("Carl Dahl", 10)]


def test_totals_and_matches_come_only_when_asked_for(client):
    assert set(client.get("/quotes").json) == {"items", "next"}
    assert set(client.get("/quotes?count=false").json) == {"items", "next"}


def test_order(client):
    dates = [[item["article"]["published_at"] for item in client.get(f"/quotes?limit=200&sort={sort}").json["items"]]
             for sort in ("-date", "date")]  # fmt: skip
    newest, oldest = dates
    assert newest[:58] == sorted(newest[:58], reverse=True)
    assert oldest[:58] == sorted(oldest[:58])
    assert newest[58:] == oldest[58:] == [None, None]


def test_relevance_puts_the_better_match_first(client):
    assert "7" in texts(client.get('/quotes?q="count to 7"&sort=relevance'))[0]


@pytest.mark.parametrize(
    ("query", "emptied_by"),
    [
        pytest.param("speaker=Nemo", ["speaker"], id="the only filter"),
        pytest.param("speaker=Nemo&kind=direct", ["speaker"], id="one of two"),
        pytest.param("speaker=Berg&q=unheard", ["q"], id="the other one"),
        pytest.param("from=2019&kind=direct", ["from"], id="by the name that the caller wrote"),
        pytest.param("speaker=Nemo&q=unheard", ["speaker", "q"], id="each of two by itself"),
        pytest.param("speaker=Berg&kind=direct&from=2018-01&to=2018-01&q=nobody", ["speaker", "to", "q"],
                     id="several, any of which would do"),
    ],
)  # fmt: skip
def test_an_empty_answer_says_which_filter_emptied_it(query, emptied_by, client):
    body = client.get(f"/quotes?{query}").json
    assert body["items"] == []
    assert sorted(body["explain"]["emptied_by"]) == sorted(emptied_by)
    assert body["explain"]["detail"]


def test_an_empty_store_needs_no_explanation(empty_newsroom):
    assert empty_newsroom.client().get("/quotes").json == {"items": [], "next": None}


@pytest.mark.parametrize(
    ("query", "named"),
    [
        pytest.param("kind=spoken", "kind", id="no kind"),
        pytest.param("kind=direct&kind=spoken", "kind", id="one kind of two"),
        pytest.param("sort=name", "sort", id="no order"),
        pytest.param("from=2018-13", "from", id="no date"),
        pytest.param("to=soon", "to", id="no date either"),
        pytest.param("q=", "q", id="empty words"),
        pytest.param("speaker=", "speaker", id="empty name"),
        pytest.param("speaker=%00", "speaker", id="NUL"),
        pytest.param("count=yes", "count", id="neither true nor false"),
        pytest.param("q=a&q=b", "q", id="a single one twice"),
        pytest.param("q=" + "a" * 501, "q", id="too long"),
    ],
)
def test_a_wrong_filter_is_named(query, named, client):
    response = client.get(f"/quotes?{query}")
    assert response.status_code == 400
    assert response.json["errors"][0]["parameter"] == named


@pytest.mark.parametrize(("written", "nearest"), [("speakers", "speaker"), ("fron", "from"), ("Kind", "kind")])
def test_the_nearest_parameter_is_named(written, nearest, client):
    assert client.get("/quotes", query_string={written: "x"}).json["errors"] == [
        {"parameter": written, "detail": f"{written} is not a parameter; the nearest known one is {nearest}"}
    ]


def test_a_cursor_is_bound_to_its_filters(client):
    after = client.get("/quotes?speaker=Berg&limit=1").json["next"]
    assert client.get("/quotes", query_string={"speaker": "Berg", "limit": 5, "after": after}).status_code == 200
    refused = client.get("/quotes", query_string={"speaker": "Dahl", "after": after})
    assert (refused.status_code, refused.json["errors"][0]["parameter"]) == (400, "after")


@pytest.mark.parametrize("sort", ["-date", "date", "relevance"])
def test_paging_under_filters_is_complete_in_every_order(sort, client):
    asked = {"q": "count", "speaker": ["Berg", "Dahl"], "sort": sort}
    whole = [item["id"] for item in client.get("/quotes", query_string={**asked, "limit": 200}).json["items"]]
    seen, where = [], client.get("/quotes", query_string={**asked, "limit": 3})
    while where:
        seen += [item["id"] for item in where.json["items"]]
        link = where.headers.get("Link")
        where = client.get(link[1 : link.index(">")]) if link else None
    assert seen == whole
    assert len(set(seen)) == 20


def test_json_is_utf8_as_it_is(client):
    response = client.get("/quotes?limit=1")
    assert "café".encode() in response.data
    assert response.data.endswith(b"\n")
