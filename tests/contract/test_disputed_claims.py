"""/claims: both sides with their proof, the other forms, matching, reviews and verdicts."""

import pytest

from schemas.claims import ClaimOut, ClaimWhole, DisputeOut

LINKED_DATA = "application/ld+json"
CHARGE = "Ada Berg accused Carl Dahl of hiding toxic barrels near the harbour."
DENIAL = "Carl Dahl denied hiding toxic barrels near the harbour."


@pytest.fixture
def disputed(writer):
    """The address of a claim that another article disputes, and the address of the dispute."""
    for number, text in enumerate((CHARGE, DENIAL)):
        document = {"text": text, "url": f"https://example.org/{number}", "published_at": "2018-03-01"}
        assert writer.post("/articles", json=document).status_code == 201
    (claim,) = writer.get("/claims?status=disputed").json["items"]
    return f"/claims/{claim['id']}", f"/claims/{claim['id']}/disputes/{claim['disputes'][0]['id']}"


def test_a_claim_has_every_field_and_its_proof(keyed, ids):
    claim = keyed.get(f"/claims/{ids['claim_id']}").json
    assert list(claim) == list(ClaimWhole().dump_fields)
    assert list(claim["disputes"][0]) == list(DisputeOut().dump_fields)
    for words in (claim, *claim["statements"], *claim["disputes"]):
        article = keyed.get(f"/articles/{words['article']['id']}/text").json
        assert article["sha256"] == words["article_sha256"]
        for span in (*words["spans"], *words.get("signals", ())):
            assert article["text"][span["start"] : span["end"]] == span["text"]
        selector = words["selector"]
        assert article["text"][: selector["start"]].endswith(selector["prefix"])


def test_a_claim_in_a_list_has_its_disputes_beside_it(client):
    (claim,) = client.get("/claims?status=disputed&limit=1").json["items"]
    assert list(claim) == list(ClaimOut().dump_fields)
    assert claim["dispute_count"] == len(claim["disputes"]) > 0


def test_facets_and_count_only_where_asked_for(client):
    assert set(client.get("/claims").json) == {"items", "next"}
    body = client.get("/claims?facets=true&count=true&limit=1").json
    assert sum(each["count"] for each in body["facets"]["status"]) == body["count"]


def test_an_empty_answer_tells_what_emptied_it(client):
    assert client.get("/claims?status=disputed&q=harbour").json["explain"]["emptied_by"] == ["q"]


def test_as_linked_data_it_is_a_claim_and_quotations_and_no_review(client, ids):
    answer = client.get(f"/claims/{ids['claim_id']}", headers={"Accept": LINKED_DATA})
    assert (answer.mimetype, "Accept" in answer.headers["Vary"]) == (LINKED_DATA, True)
    claim, *answers = answer.json["@graph"]
    assert (claim["@type"], {each["@type"] for each in answers}) == ("Claim", {"Quotation"})
    assert claim["@id"].endswith(f"/claims/{ids['claim_id']}")
    assert "ClaimReview" not in answer.text
    again = client.get(
        f"/claims/{ids['claim_id']}", headers={"Accept": LINKED_DATA, "If-None-Match": answer.headers["ETag"]}
    )
    assert again.status_code == 304


def test_the_draft_of_a_review_asserts_nothing(client, ids):
    draft = client.get(f"/claims/{ids['claim_id']}/claimreview").json
    assert (draft["@type"], draft["itemReviewed"]["@type"]) == ("ClaimReview", "Claim")
    assert draft["claimReviewed"] == client.get(f"/claims/{ids['claim_id']}").json["text"]
    assert not any(value for name, value in draft["reviewRating"].items() if name != "@type")
    assert draft["author"]["name"] == draft["url"] == ""


def test_a_merged_id_leads_to_the_claim(disputed, writer):
    claim, _ = disputed
    earlier = {"text": CHARGE + " So it was.", "url": "https://example.org/9", "published_at": "2018-02-27"}
    writer.post("/articles", json=earlier)
    (now,) = writer.get("/claims?status=disputed").json["items"]
    for rest in ("", "/claimreview"):
        moved = writer.get(claim + rest)
        assert (moved.status_code, moved.headers["Location"]) == (308, f"/claims/{now['id']}{rest}")
    assert writer.get(claim, follow_redirects=True).json["id"] == now["id"]


def test_the_nearest_claims_come_first_with_their_disputes(disputed, writer):
    near = writer.post("/claims/match", json={"text": "The toxic barrels were hidden near the harbour."}).json["items"]
    assert 0 < near[0]["score"] <= 1
    assert near[0]["disputes"][0]["text"]
    assert writer.post("/claims/match", json={"text": "Of what was the to and it."}).json == {"items": []}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("", 422, id="empty"),
        pytest.param(" \n", 422, id="blank"),
        pytest.param("word " * 500, 413, id="huge"),
        pytest.param("Le ministre a dit que les produits ne sont pas dans la rivière.", 422, id="French"),
    ],
)  # fmt: skip
def test_what_cannot_be_matched_is_a_clear_problem(text, status, client):
    answer = client.post("/claims/match", json={"text": text})
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert answer.json["errors"][0]["pointer"] == "/text"


def test_reviews_are_put_changed_shown_and_taken_back(disputed, writer):
    claim, _ = disputed
    review = {"url": "https://example.org/check?a=1", "publisher": "Desk", "rating": "False"}
    for rating in ("False", "Mostly true"):
        answer = writer.put(f"{claim}/reviews", json=review | {"rating": rating})
        assert (answer.status_code, [each["rating"] for each in answer.json["items"]]) == (200, [rating])
    shown = writer.get(claim).json
    assert (shown["status"], shown["reviews"]) == ("disputed", writer.get(f"{claim}/reviews").json["items"])
    assert writer.delete(f"{claim}/reviews", query_string={"url": review["url"]}).status_code == 204
    assert writer.delete(f"{claim}/reviews", query_string={"url": review["url"]}).status_code == 404
    assert writer.delete(f"{claim}/reviews").status_code == 400
    assert writer.get(f"{claim}/reviews").json == {"items": []}


def test_a_verdict_decides_whether_a_dispute_counts(disputed, writer):
    claim, dispute = disputed
    refuted = writer.patch(dispute, json={"verdict": "refuted", "reason": "another barrel"})
    assert (refuted.status_code, refuted.json["verdict"]) == (200, "refuted")
    assert (writer.get(claim).json["status"], len(writer.get(claim).json["disputes"])) == ("open", 1)
    assert writer.get("/claims?status=disputed").json["items"] == []
    assert writer.patch(dispute, json={"verdict": "confirmed"}).json == writer.get(dispute).json
    assert len(writer.get("/claims?reviewed=true").json["items"]) == 1
    assert writer.patch(dispute, json={"verdict": "perhaps"}).status_code == 422


@pytest.mark.parametrize(
    ("method", "of_dispute", "body", "scope"),
    [
        pytest.param(
            "PUT", False, {"url": "https://example.org", "publisher": "D", "rating": "x"}, "review", id="review"
        ),
        pytest.param("PATCH", True, {"verdict": "refuted"}, "curate", id="verdict"),
    ],
)
def test_writing_needs_its_scope(method, of_dispute, body, scope, disputed, empty_newsroom):
    address = disputed[1] if of_dispute else f"{disputed[0]}/reviews"
    others = [each for each in ("ingest", "curate", "review", "text", "admin") if each != scope]
    for key, status in ((None, 401), (empty_newsroom.key_of(*others), 403), (empty_newsroom.key_of(scope), 200)):
        assert empty_newsroom.client(key).open(address, method=method, json=body).status_code == status
