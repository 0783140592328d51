"""/articles/{id}/annotations: what the Web Annotation Data Model asks for, and that every selector is true."""

from urllib.parse import urlsplit

import pytest

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
LONGEST_BESIDE = 300  # characters of a text that anyone may see beside the words
TEXT = "“We count <b>five</b>,” said Ada Berg. “Nobody counts,” said Carl Dahl. “It is late,” said Eva Falk."


@pytest.fixture
def article_id(writer):
    return writer.post("/articles", json={"text": TEXT, "url": "https://example.org/c", "title": "T"}).json[
        "article_id"
    ]


def local(address):
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}"


def pages(client, path, **query):
    """The collection, and its pages with the first."""
    collection = client.get(path, query_string=query).json
    found = [collection["first"]]
    while "next" in found[-1]:
        found.append(client.get(local(found[-1]["next"])).json)
    return collection, found


def test_it_is_a_collection_with_its_first_page(article_id, writer):
    answer = writer.get(f"/articles/{article_id}/annotations")
    assert answer.headers["Content-Type"] == f'application/ld+json; profile="{CONTEXT}"'
    body = answer.json
    own = f"http://localhost/articles/{article_id}/annotations"
    assert {name: value for name, value in body.items() if name != "first"} == {
        "@context": CONTEXT, "id": own, "type": "AnnotationCollection", "label": "Who said what in: T", "total": 3,
    }  # fmt: skip
    assert {name: value for name, value in body["first"].items() if name != "items"} == {
        "id": f"{own}#first", "type": "AnnotationPage", "partOf": own,
    }  # fmt: skip


def test_an_annotation_says_who_and_points_at_the_words_twice(article_id, writer):
    quote = writer.get("/quotes?q=five").json["items"][0]
    first = writer.get(f"/articles/{article_id}/annotations").json["first"]["items"][0]
    assert first["id"] == f"http://localhost/quotes/{quote['id']}#annotation"
    assert (first["type"], first["motivation"]) == ("Annotation", "identifying")
    speaker, *tags = first["body"]
    assert speaker == {
        "type": "SpecificResource", "purpose": "identifying",
        "source": {"id": f"http://localhost/speakers/{quote['speaker']['id']}", "type": "Person", "name": "Ada Berg"},
    }  # fmt: skip
    assert [(each["type"], each["purpose"], each["value"]) for each in tags] == [
        ("TextualBody", "tagging", value) for value in ("direct", "assert", "attributed")
    ]
    (target,) = first["target"]
    assert (target["source"], target["scope"]) == (
        f"http://localhost/articles/{article_id}/text?revision=1", "https://example.org/c",
    )  # fmt: skip
    assert target["selector"] == [
        {
            "type": "TextQuoteSelector", "exact": "We count <b>five</b>,", "prefix": "“",
            "suffix": "” said Ada Berg. “Nobody counts,”"[:32],
        },
        {"type": "TextPositionSelector", "start": 1, "end": 22},
    ]  # fmt: skip


@pytest.mark.parametrize("limit", [1, 2, 3, 200])
def test_paging_is_complete_in_the_order_of_the_text(limit, article_id, writer):
    path = f"/articles/{article_id}/annotations"
    collection, found = pages(writer, path, limit=limit)
    items = [item for page in found for item in page["items"]]
    assert len(items) == len({item["id"] for item in items}) == collection["total"] == 3
    starts = [item["target"][0]["selector"][1]["start"] for item in items]
    assert starts == sorted(starts)
    assert [page["id"] for page in found[1:]] == [page["next"] for page in found[:-1]]
    assert all(page["@context"] == CONTEXT and page["partOf"] == collection["id"] for page in found[1:])


def test_the_link_header_leads_to_the_next_page_too(article_id, writer):
    answer = writer.get(f"/articles/{article_id}/annotations?limit=2")
    link = answer.headers["Link"]
    assert local(answer.json["first"]["next"]) in link
    assert link.endswith('; rel="next"')


def test_every_selector_of_the_samples_is_true_and_tells_no_more_than_anyone_may_see(samples):
    client = samples.client(samples.key)
    spans = 0
    for article in client.get("/articles?limit=200").json["items"]:
        collection, found = pages(client, f"/articles/{article['id']}/annotations", limit=3)
        annotations = [item for page in found for item in page["items"]]
        assert len(annotations) == collection["total"] == article["quotes"]
        for target in (target for annotation in annotations for target in annotation["target"]):
            words, place = target["selector"]
            text = client.get(local(target["source"])).json["text"]
            start, end = place["start"], place["end"]
            assert text[start:end] == words["exact"]
            assert text[max(0, start - 32) : start] == words["prefix"]
            assert text[end : end + 32] == words["suffix"]
            assert len(words["prefix"]) + len(words["suffix"]) < LONGEST_BESIDE
            spans += 1
    assert spans > len(client.get("/quotes?limit=200").json["items"])  # some are of several spans


def test_a_statement_of_nobody_known_is_highlighted_only(samples):
    client = samples.client()
    alone = next(each for each in client.get("/quotes?limit=200").json["items"] if not each["speakers"])
    _, found = pages(client, f"/articles/{alone['article_id']}/annotations", limit=200)
    annotation = next(item for item in found[0]["items"] if item["id"].endswith(f"/quotes/{alone['id']}#annotation"))
    assert annotation["motivation"] == "highlighting"
    assert [each["value"] for each in annotation["body"]][-1] == alone["attribution"] != "attributed"


def test_an_article_without_quotes_has_an_empty_collection(writer):
    article_id = writer.post("/articles", json={"text": "Nobody said anything."}).json["article_id"]
    body = writer.get(f"/articles/{article_id}/annotations").json
    assert (body["total"], body["first"]["items"], body["label"]) == (0, [], f"Who said what in: {article_id}")


@pytest.mark.parametrize("limit", ["0", "201", "ten"])
def test_a_wrong_limit_is_named(limit, article_id, writer):
    answer = writer.get(f"/articles/{article_id}/annotations?limit={limit}")
    assert (answer.status_code, answer.json["errors"][0]["parameter"]) == (400, "limit")


def test_a_cursor_of_another_article_is_refused(article_id, writer):
    other = writer.post("/articles", json={"text": TEXT + " "}).json["article_id"]
    following = writer.get(f"/articles/{article_id}/annotations?limit=1").json["first"]["next"]
    answer = writer.get(local(following).replace(article_id, other, 1))
    assert (answer.status_code, answer.json["errors"][0]["parameter"]) == (400, "after")
