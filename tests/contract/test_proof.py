"""Whatever is quoted can be checked letter by letter: slices of texts, every selector that is stored, tombstones."""

import hashlib
from dataclasses import replace

import pytest

from service.app import create_app

WORDS = "“We count to ten,” said Ada Berg. “And 😀 to twenty,” said Carl Dahl."
OTHER = "It rained. " + WORDS + " Nobody else did."
URL = "https://example.org/count"


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture
def revised(writer):
    """The path of an article with two revisions, of which only the first begins with the words."""
    made = [writer.post("/articles", json={"text": text, "url": URL}) for text in (WORDS, OTHER)]
    assert [each.status_code for each in made] == [201, 201]
    return made[1].headers["Location"]


def everything(client, path, **query):
    """All items of a list, over its pages."""
    items, after = [], None
    while True:
        page = client.get(path, query_string={"limit": 200, **query, **({"after": after} if after else {})}).json
        items += page["items"]
        after = page["next"]
        if after is None:
            return items


def prove(client, words, spans, revision=None):
    """Every one of the places holds its words, and the selector what it says is beside them."""
    path = f"/articles/{words['article']['id']}/text"
    known = {"revision": revision} if revision else {}
    for span in spans:
        cut = client.get(path, query_string={"start": span["start"], "end": span["end"], **known})
        assert (cut.status_code, cut.json["text"]) == (200, span["text"])
        assert (cut.json["slice_sha256"], cut.json["sha256"]) == (sha256(span["text"]), words["article_sha256"])
    selector = words["selector"]
    whole = client.get(path, query_string=known).json
    start, end = selector["start"], selector["end"]
    assert (whole["sha256"], sha256(whole["text"])) == (words["article_sha256"], words["article_sha256"])
    assert selector["prefix"] == whole["text"][max(0, start - 32) : start]
    assert selector["suffix"] == whole["text"][end : end + 32]


@pytest.mark.parametrize("of", ["newsroom", "samples"])
def test_every_place_of_every_quote_holds_its_words(of, request):
    room = request.getfixturevalue(of)
    client = room.client(room.key)
    found = everything(client, "/quotes", speech="any")
    assert len(found) > 20
    for quote in found:
        prove(client, quote, [*quote["spans"], *quote["quoted"], *filter(None, [quote["cue"]])], quote["revision"])


@pytest.mark.parametrize("of", ["newsroom", "samples"])
def test_every_place_of_every_claim_and_dispute_holds_its_words(of, request):
    room = request.getfixturevalue(of)
    client = room.client(room.key)
    claims = [client.get(f"/claims/{each['id']}").json for each in everything(client, "/claims")]
    told = [words for claim in claims for words in (*claim["statements"], *claim["disputes"])]
    assert len(told) > len(claims) > 10
    for words in told:
        prove(client, words, [*words["spans"], *words.get("signals", ())])


def test_quotes_of_an_older_revision_are_proved_by_that_one(revised, writer, empty_newsroom):
    with empty_newsroom.pool.reading() as connection:
        ids = [row["id"] for row in connection.execute("SELECT id FROM quotes WHERE revision = 1 ORDER BY id")]
    assert len(ids) == 2
    for quote in (writer.get(f"/quotes/{each}").json for each in ids):
        assert quote["listed"] is False
        prove(writer, quote, quote["spans"], quote["revision"])


def test_a_slice_counts_code_points_and_tells_what_it_is_of(revised, writer):
    first = writer.get(f"{revised}/text?start=39&end=40&revision=1").json
    assert first == {
        "id": revised.rpartition("/")[2], "revision": 1, "characters": len(WORDS), "sha256": sha256(WORDS),
        "start": 39, "end": 40, "text": "😀", "slice_sha256": sha256("😀"),
    }  # fmt: skip
    whole = writer.get(f"{revised}/text").json
    assert (whole["revision"], whole["start"], whole["end"], whole["text"]) == (2, 0, len(OTHER), OTHER)
    assert whole["sha256"] == whole["slice_sha256"] == sha256(OTHER)
    assert writer.get(f"{revised}/text?start={len(OTHER) - 1}").json["text"] == "."
    assert writer.get(f"{revised}/text?end=2").json["text"] == "It"


@pytest.mark.parametrize(
    ("query", "named"),
    [
        pytest.param("start=-1", {"start"}, id="negative"),
        pytest.param("start=5&end=5", {"start", "end"}, id="nothing"),
        pytest.param("start=6&end=5", {"start", "end"}, id="reversed"),
        pytest.param("end=0", {"end"}, id="up to the beginning"),
        pytest.param(f"start={len(OTHER)}", {"start"}, id="from the end on"),
        pytest.param(f"end={len(OTHER) + 1}", {"end"}, id="one beyond the end"),
        pytest.param("start=9999999&end=10000000", {"start"}, id="far beyond"),
        pytest.param("start=99999999999999999999", {"start"}, id="beyond every text"),
        pytest.param("start=1e3", {"start"}, id="no plain number"),
        pytest.param("start=%D9%A1", {"start"}, id="digits of another script"),
        pytest.param("revision=0", {"revision"}, id="before the first revision"),
        pytest.param("revision=99999999999", {"revision"}, id="a number that no column holds"),
        pytest.param(f"revision=1&end={len(OTHER)}", {"end"}, id="beyond the older text"),
        pytest.param("start=1&start=2", {"start"}, id="twice"),
    ],
)
def test_what_is_no_slice_is_refused_and_named(query, named, revised, writer):
    answer = writer.get(f"{revised}/text?{query}")
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert {error["parameter"] for error in answer.json["errors"]} == named


def test_a_revision_that_never_was_is_not_there(revised, writer):
    answer = writer.get(f"{revised}/text?revision=3")
    assert (answer.status_code, answer.json["detail"]) == (
        404, f"There is no revision 3 of the article {revised.rpartition('/')[2]}.",
    )  # fmt: skip


def test_a_slice_needs_a_key_too_unless_the_archive_is_ones_own(revised, empty_newsroom):
    path = f"{revised}/text?start=0&end=1"
    assert empty_newsroom.client().get(path).status_code == 401
    assert empty_newsroom.client(empty_newsroom.key_of("ingest")).get(path).status_code == 403
    assert empty_newsroom.client(empty_newsroom.key_of("text")).get(path).status_code == 200
    settings = replace(empty_newsroom.settings, text_public=True)
    own = create_app(settings, reader=empty_newsroom.reader, pool=empty_newsroom.pool)
    assert own.test_client().get(path).status_code == 200


def test_what_was_erased_is_gone_with_a_tombstone_that_holds_no_words(revised, writer):
    quote = writer.get("/quotes").json["items"][0]
    assert writer.delete(revised).status_code == 204
    gone = [revised, f"{revised}/text", f"{revised}/text?start=0&end=4&revision=1", f"{revised}/annotations"]
    for path in [
        *gone,
        f"/quotes/{quote['id']}",
        f"/quotes/{quote['id']}/variants",
        f"/quotes/{quote['article_id']}.never",
    ]:
        answer = writer.get(path)
        assert (answer.status_code, answer.mimetype) == (410, "application/problem+json"), path
        tombstone = answer.json["tombstone"]
        assert tombstone.pop("erased_at").endswith("Z")
        assert tombstone == {"article_id": quote["article_id"], "revision": 2, "quotes": 2}
        assert "count" not in answer.text
    assert writer.post("/articles", json={"text": WORDS, "url": URL}).status_code == 201
    assert writer.get(f"{revised}/text").json["text"] == WORDS
