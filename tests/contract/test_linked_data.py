"""Quotes and lists of quotes as schema.org Quotations, for whoever prefers JSON-LD; JSON for everyone else."""

import pytest

LINKED_DATA = "application/ld+json"
PATHS = ("/quotes", "/quotes/{quote_id}", "/claims/{claim_id}")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "accept",
    [
        "application/ld+json",
        "application/LD+JSON",
        'application/ld+json; profile="http://www.w3.org/ns/json-ld#compacted"',
        "application/json;q=0.5, application/ld+json",
        "application/ld+json;q=0.9, */*;q=0.1",
        "text/html, application/ld+json;q=0.2",
    ],
)
def test_who_prefers_linked_data_gets_it(path, accept, client, ids):
    answer = client.get(path.format(**ids), headers={"Accept": accept})
    assert (answer.status_code, answer.mimetype) == (200, LINKED_DATA)
    assert "Accept" in answer.headers["Vary"]
    assert answer.json["@context"] == "https://schema.org"


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "accept",
    [
        None,
        "",
        "*/*",
        "application/json, application/ld+json",
        "application/json, application/ld+json;q=0.9",
        "application/*, application/ld+json",
        "application/ld+json;q=0",
        "application/ld+json;q=x, */*",
        "application/ld+jsonp",
        "text/html;q=1, */*;q=0",
        "\xff;;,",
        "," * 5_000,
    ],
)
def test_everyone_else_gets_json(path, accept, client, ids):
    answer = client.get(path.format(**ids), headers={} if accept is None else {"Accept": accept})
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    assert "Accept" in answer.headers["Vary"]


def test_a_quote_is_a_quotation_of_its_speaker_in_its_article(client, ids):
    quote = client.get(f"/quotes/{ids['quote_id']}").json
    document = client.get(f"/quotes/{ids['quote_id']}", headers={"Accept": LINKED_DATA}).json
    speaker = quote["speaker"]
    assert document == {
        "@context": "https://schema.org",
        "@id": f"http://localhost/quotes/{quote['id']}",
        "@type": "Quotation",
        "identifier": quote["id"],
        "text": quote["text"],
        "description": "The words are the speaker's own.",
        "creator": [{"@type": "Person", "name": speaker["name"], "@id": f"http://localhost/speakers/{speaker['id']}"}],
        "isPartOf": {
            "@type": "NewsArticle",
            "identifier": quote["article_id"],
            "headline": quote["article"]["title"],
            "url": quote["article"]["url"],
            "datePublished": quote["article"]["published_at"],
            "publisher": {"@type": "Organization", "name": quote["article"]["publisher"]},
        },
    }


def test_whose_words_they_are_is_told_and_nobody_is_made_up(samples):
    client = samples.client()
    quotes = {each["id"]: each for each in client.get("/quotes?limit=200").json["items"]}
    listed = client.get("/quotes?limit=200", headers={"Accept": LINKED_DATA}).json["itemListElement"]
    assert [each["identifier"] for each in listed] == list(quotes)
    whose = {(quotes[each["identifier"]]["wording"], each["description"]) for each in listed}
    assert len(whose) == len({wording for wording, _ in whose}) == 3
    for each in listed:
        assert [one["name"] for one in each.get("creator", [])] == [
            one["name"] for one in quotes[each["identifier"]]["speakers"]
        ]


def test_a_list_keeps_its_filters_its_total_and_the_way_on(client):
    answer = client.get("/quotes?speaker=Berg&limit=2&count=true", headers={"Accept": LINKED_DATA})
    assert (answer.json["@type"], answer.json["numberOfItems"], len(answer.json["itemListElement"])) == (
        "ItemList",
        10,
        2,
    )
    plain = client.get("/quotes?speaker=Berg&limit=2&count=true")
    assert answer.headers["Link"] == plain.headers["Link"]
    assert answer.headers["ETag"] != plain.headers["ETag"]


def test_a_form_has_a_tag_of_its_own(client, ids):
    path = f"/quotes/{ids['quote_id']}"
    tag = client.get(path, headers={"Accept": LINKED_DATA}).headers["ETag"]
    assert client.get(path, headers={"Accept": LINKED_DATA, "If-None-Match": tag}).status_code == 304
    assert client.get(path, headers={"If-None-Match": tag}).status_code == 200


def test_a_problem_is_a_problem_in_every_form(client):
    for path in ("/quotes/a1.none", "/quotes?limit=0"):
        assert client.get(path, headers={"Accept": LINKED_DATA}).mimetype == "application/problem+json"
