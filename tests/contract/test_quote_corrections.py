"""PATCH /quotes/{id} and its history: what a curator sees, preconditions, keys, and what cannot be done."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from schemas.corrections import CorrectionOut

TEXT = (
    "“We count,” said Ada Berg. “We do not,” said Carl Dahl. “Nobody counts,” said Eva Falk."
    " “Carl Dahl hid the toxic barrels near the harbour,” said Ada Berg. Carl Dahl denied hiding the toxic barrels."
)
WHY = "the recording says so"


@pytest.fixture
def quote(writer):
    writer.post("/articles", json={"text": TEXT, "url": "https://example.org/1"})
    return writer.get("/quotes", query_string={"q": '"We count"'}).json["items"][0]


@pytest.fixture
def path(quote):
    return f"/quotes/{quote['id']}"


def tag(client, path):
    return client.get(path).headers["ETag"]


def corrected(client, path, **wanted):
    return client.patch(path, json={"why": WHY, **wanted}, headers={"If-Match": tag(client, path)})


def speakers(client):
    return {each["name"]: each["quotes"] for each in client.get("/speakers").json["items"]}


def test_a_correction_is_answered_with_the_quote_and_its_next_tag(writer, path, quote):
    carl = writer.get("/speakers?q=Dahl").json["items"][0]["id"]
    answer = corrected(writer, path, speaker={"id": carl})
    assert answer.status_code == 200
    assert (answer.json["speaker"]["id"], answer.json["corrected"]) == (carl, ["speaker"])
    now = writer.get(path)
    assert (answer.json, answer.headers["ETag"]) == (now.json, now.headers["ETag"])
    again = writer.patch(path, json={"kind": "indirect", "why": WHY}, headers={"If-Match": answer.headers["ETag"]})
    assert (again.status_code, again.json["wording"]) == (200, "reporter")
    assert speakers(writer) == {"Ada Berg": 1, "Carl Dahl": 2, "Eva Falk": 1}


def test_the_history_tells_who_when_from_to_and_why(writer, path, quote):
    corrected(writer, path, speaker={"name": "Ines Jung"})
    (told,) = writer.get(f"{path}/history").json["items"]
    assert list(told) == [field.data_key or name for name, field in CorrectionOut().dump_fields.items()]
    ada = quote["speaker"]
    assert (told["subject"], told["subject_id"], told["type"]) == ("quote", quote["id"], "speaker")
    assert told["from"] == {"speakers": [{"id": ada["id"], "name": "Ada Berg"}]}
    assert told["to"] == {"speakers": [{"id": None, "name": "Ines Jung"}]}
    assert (told["why"], told["key_label"], told["undone_at"], told["lost"]) == (WHY, "test", None, False)
    assert told["made_at"].endswith("Z")
    assert writer.get("/corrections?subject=quote").json["items"] == [told]
    assert writer.get("/corrections?subject=speaker").json["items"] == []
    assert writer.get("/corrections?lost=true").json["items"] == []


def test_undoing_is_a_correction_too(writer, path, quote):
    corrected(writer, path, rejected=True)
    (told,) = writer.get(f"{path}/history").json["items"]
    assert writer.delete(f"/corrections/{told['id']}").status_code == 204
    back, first = writer.get(f"{path}/history").json["items"]
    assert (back["undoes"], back["from"], back["to"]) == (told["id"], {"rejected": True}, {"rejected": False})
    assert first["undone_at"]
    assert writer.get(path).json == quote
    assert writer.delete(f"/corrections/{told['id']}").status_code == 409


def test_a_rejected_one_is_neither_listed_nor_a_claim(writer):
    before = writer.get("/claims?status=disputed").json["items"]
    assert len(before) == 1
    words = writer.get("/quotes?q=barrels").json["items"][0]
    assert before[0]["quote_id"] == words["id"]
    answer = corrected(writer, f"/quotes/{words['id']}", rejected=True)
    assert (answer.json["listed"], answer.json["corrected"]) == (False, ["rejected"])
    assert writer.get("/quotes?q=barrels").json["items"] == []
    assert [each["quote_id"] for each in writer.get("/claims").json["items"] if each["quote_id"] == words["id"]] == []
    assert writer.get("/claims?status=disputed").json["items"] == []
    (told,) = writer.get(f"/quotes/{words['id']}/history").json["items"]
    writer.delete(f"/corrections/{told['id']}")
    assert writer.get("/claims?status=disputed").json["items"] == before


@pytest.fixture(autouse=True)
def _stored(quote):
    """Every test has the article."""


def test_a_claim_is_of_the_speaker_that_was_set(writer):
    words = writer.get("/quotes?q=barrels").json["items"][0]
    corrected(writer, f"/quotes/{words['id']}", speaker={"name": "Ines Jung"})
    (claim,) = [each for each in writer.get("/claims").json["items"] if each["quote_id"] == words["id"]]
    assert [each["name"] for each in claim["claimants"]] == ["Ines Jung"]


@pytest.mark.parametrize(
    ("header", "status"),
    [
        pytest.param(None, 428, id="none"),
        pytest.param("", 428, id="empty"),
        pytest.param(" ", 428, id="blank"),
        pytest.param('"0123456789abcdef0123456789abcdef"', 412, id="another"),
        pytest.param("W/{}", 412, id="weak, which never matches"),
        pytest.param("{}x", 412, id="nonsense behind"),
        pytest.param(",;\xff", 412, id="nonsense"),
        pytest.param("{}", 200, id="the right one"),
        pytest.param('"a", {}', 200, id="one of several"),
        pytest.param("*", 200, id="whatever it is"),
    ],
)
def test_if_match(header, status, writer, path):
    headers = {} if header is None else {"If-Match": header.format(tag(writer, path))}
    answer = writer.patch(path, json={"kind": "indirect", "why": WHY}, headers=headers)
    assert answer.status_code == status
    if status != 200:
        assert answer.mimetype == "application/problem+json"
        assert writer.get(path).json["kind"] == "direct"


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
def test_the_tag_of_the_compressed_form_does_too(coding, writer, path):
    packed = writer.get(path, headers={"Accept-Encoding": coding})
    assert packed.headers["Content-Encoding"] == coding
    headers = {"If-Match": packed.headers["ETag"]}
    assert writer.patch(path, json={"kind": "indirect", "why": WHY}, headers=headers).status_code == 200


def test_of_two_curators_one_wins(empty_newsroom, writer, path):
    seen = tag(writer, path)
    clients = [empty_newsroom.client(empty_newsroom.key) for _ in range(2)]

    def change(number):
        body = {"speaker": {"name": ("Ines Jung", "Karl Lind")[number]}, "why": WHY}
        return clients[number].patch(path, json=body, headers={"If-Match": seen}).status_code

    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(change, range(2))) == [200, 412]
    assert len(writer.get(f"{path}/history").json["items"]) == 1


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        pytest.param({"why": WHY}, "", id="nothing to set"),
        pytest.param({"kind": "direct"}, "/why", id="no reason"),
        pytest.param({"kind": "direct", "why": " "}, "/why", id="a blank reason"),
        pytest.param({"kind": "direct", "why": None}, "/why", id="null for a reason"),
        pytest.param({"kind": "spoken", "why": WHY}, "/kind", id="no kind"),
        pytest.param({"kind": None, "why": WHY}, "/kind", id="null for a kind"),
        pytest.param({"kind": "mixed", "why": "\ud800"}, "/why", id="half a surrogate pair"),
        pytest.param({"rejected": "yes", "why": WHY}, "/rejected", id="a word for true"),
        pytest.param({"rejected": 1, "why": WHY}, "/rejected", id="a number for true"),
        pytest.param({"speaker": {}, "why": WHY}, "/speaker", id="neither id nor name"),
        pytest.param({"speaker": {"id": "s1", "name": "A"}, "why": WHY}, "/speaker", id="both"),
        pytest.param({"speaker": {"id": "s1", "kind": "person"}, "why": WHY}, "/speaker/kind", id="a kind for an id"),
        pytest.param({"speaker": {"name": "A", "kind": "dog"}, "why": WHY}, "/speaker/kind", id="no such kind"),
        pytest.param({"speaker": {"name": ""}, "why": WHY}, "/speaker/name", id="an empty name"),
        pytest.param({"speaker": {"name": "A\0"}, "why": WHY}, "/speaker/name", id="NUL"),
        pytest.param({"speaker": {"name": "A" * 301}, "why": WHY}, "/speaker/name", id="too long"),
        pytest.param({"speaker": "Ada Berg", "why": WHY}, "/speaker", id="a name where there is an object"),
        pytest.param({"speaker": {"id": "saaaaaaaaaaaaaaaa"}, "why": WHY}, "/speaker/id", id="nobody's id"),
        pytest.param({"speaker": {"id": "' OR 1=1 --"}, "why": WHY}, "/speaker/id", id="SQL"),
        pytest.param({"text": "We lie", "why": WHY}, "/text", id="words are nobody's to change"),
        pytest.param({"speaker": {"name": "A", "role": "king"}, "why": WHY}, "/speaker/role", id="an unknown field"),
    ],
)
def test_what_cannot_be_set_is_named_and_changes_nothing(body, pointer, writer, path, quote):
    sent = {"data": json.dumps(body), "content_type": "application/json"}  # orjson writes no half of a pair
    answer = writer.patch(path, **sent, headers={"If-Match": "*"})
    assert (answer.status_code, answer.mimetype) == (422, "application/problem+json")
    assert {each["pointer"] for each in answer.json["errors"]} == {pointer}
    assert writer.get(path).json == quote
    assert writer.get(f"{path}/history").json == {"items": [], "next": None}


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "'; DROP TABLE quotes; --", "Zoë 👩‍👩‍👧 \u202e Krüger", "中村"]
)
def test_a_name_is_only_a_name(name, writer, path):
    answer = corrected(writer, path, speaker={"name": name})
    assert (answer.status_code, answer.json["speaker"]["name"]) == (200, name)
    assert writer.get(path).headers["Content-Type"] == "application/json"
    assert writer.get(f"/speakers/{answer.json['speaker']['id']}").json["name"] == name


def test_it_takes_a_key_of_scope_curate_and_a_history_none(empty_newsroom, path):
    body, headers = {"kind": "indirect", "why": WHY}, {"If-Match": "*"}
    anyone, other = empty_newsroom.client(), empty_newsroom.client(empty_newsroom.key_of("ingest", "text"))
    assert anyone.patch(path, json=body, headers=headers).status_code == 401
    assert other.patch(path, json=body, headers=headers).status_code == 403
    assert anyone.get(f"{path}/history").status_code == 200


@pytest.mark.parametrize("rest", ["", "/history"])
def test_what_never_was_and_what_was_erased(rest, writer, path, quote):
    def ask(where):
        headers = {"If-Match": "*"}
        if rest:
            return writer.get(where + rest)
        return writer.patch(where, json={"kind": "indirect", "why": WHY}, headers=headers)

    assert ask("/quotes/a1.never").status_code == 404
    assert ask(path + "x").status_code == 404
    writer.delete(f"/articles/{quote['article_id']}")
    gone = ask(path)
    assert (gone.status_code, gone.json["tombstone"]["article_id"]) == (410, quote["article_id"])


def test_what_is_listed_no_more_is_not_corrected(writer, path):
    writer.post("/articles", json={"text": "“Never,” said Ada Berg.", "url": "https://example.org/1"})
    answer = writer.patch(path, json={"kind": "indirect", "why": WHY}, headers={"If-Match": tag(writer, path)})
    assert (answer.status_code, answer.mimetype) == (409, "application/problem+json")


def test_a_lost_correction_is_listed_with_its_quote(writer, path, quote):
    corrected(writer, path, kind="indirect")
    writer.post("/articles", json={"text": "“Never,” said Ada Berg.", "url": "https://example.org/1"})
    (told,) = writer.get("/corrections?lost=true").json["items"]
    assert (told["subject_id"], told["lost"]) == (quote["id"], True)
    assert writer.get(f"{path}/history").json["items"] == [told]


def test_paging_a_history_is_complete(writer, path):
    for kind in ("indirect", "direct", "indirect", "direct", "indirect"):
        assert corrected(writer, path, kind=kind).status_code == 200
    whole = [each["id"] for each in writer.get(f"{path}/history?limit=200").json["items"]]
    seen, where = [], f"{path}/history?limit=2"
    while where:
        answer = writer.get(where)
        seen += [each["id"] for each in answer.json["items"]]
        link = answer.headers.get("Link")
        where = link[1 : link.index(">")] if link else None
    assert seen == whole
    assert len(set(seen)) == 5
    after = writer.get(f"{path}/history?limit=2").json["next"]
    assert writer.get(f"/corrections?after={after}").status_code == 400
