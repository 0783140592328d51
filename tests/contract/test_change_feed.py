"""/changes over HTTP: pages in one order, a place that is always there, and who comes again with it."""

import re

import pytest

from schemas.changes import TOLD, ChangeOut
from service.store import changes


@pytest.fixture
def whole(client):
    """All changes of the newsroom."""
    found, after = [], "0"
    while items := (page := client.get(f"/changes?limit=200&after={after}").json)["items"]:
        found, after = found + items, page["next"]
    return found


def test_what_can_be_asked_for_is_what_is_told(whole):
    assert changes.EVENTS == TOLD
    assert {field for each in whole for field in each} <= {
        field.data_key or name for name, field in ChangeOut().dump_fields.items()
    }


@pytest.mark.parametrize("limit", [1, 7, 50])
def test_pages_hold_each_change_once_and_say_where_to_go_on(limit, client, whole):
    seen, where = [], f"/changes?limit={limit}"
    for _ in range(3):
        answer = client.get(where)
        seen += answer.json["items"]
        assert answer.json["next"] == seen[-1]["id"]
        where = re.fullmatch('<(.+)>; rel="next"', answer.headers["Link"])[1]
    assert seen == whole[: 3 * limit]


def test_at_the_end_there_is_a_place_and_no_link(client, whole):
    last = client.get(f"/changes?after={whole[-1]['id']}")
    assert last.json == {"items": [], "next": whole[-1]["id"]}
    assert "Link" not in last.headers
    assert client.get("/changes?after=now").json == last.json


def test_whoever_comes_again_gets_what_is_new(empty_newsroom, writer):
    assert writer.get("/changes").json == {"items": [], "next": "0"}
    empty_newsroom.fill(2)
    before = writer.get("/changes?limit=200").json
    quote = next(each["quote"] for each in before["items"] if each["kind"] == "quote")
    article = writer.get(f"/quotes/{quote}").json["article_id"]
    assert writer.delete(f"/articles/{article}").status_code == 204
    after = writer.get(f"/changes?after={before['next']}").json["items"]
    assert {(each["kind"], each["event"]) for each in after} >= {("article", "erased"), ("quote", "erased")}
    # A claim of the other article may have been told in this one too.
    assert {each["article"] for each in after if each["kind"] in ("article", "quote")} == {article}


@pytest.mark.parametrize(
    "after",
    [
        pytest.param("1-00000000", id="forged"),
        pytest.param("99999999", id="a bare number"),
        pytest.param("WzEs", id="of another list"),
        pytest.param("%00", id="NUL"),
        pytest.param("-1", id="before the beginning"),
        pytest.param("9" * 400, id="a long number"),
        pytest.param("%D9%A1-00000000", id="a digit of another script"),
    ],
)
def test_what_is_no_place_is_refused(after, client):
    answer = client.get(f"/changes?after={after}")
    assert (answer.status_code, answer.json["errors"][0]["parameter"]) == (400, "after")


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        pytest.param("kind=quote&event=opened", 400, id="quotes are not opened"),
        pytest.param("kind=quote&kind=speaker&event=opened&event=closed", 400, id="several of both"),
        pytest.param("kind=quote&kind=claim&event=opened", 200, id="claims are"),
        pytest.param("kind=quote&event=opened&event=added", 200, id="quotes are added"),
        pytest.param("event=opened", 200, id="of any kind"),
    ],
)
def test_what_can_never_match_is_refused(asked, status, client):
    answer = client.get(f"/changes?{asked}")
    assert answer.status_code == status
    errors = answer.json.get("errors", [])
    assert [each["parameter"] for each in errors] == (["kind", "event"] if status == 400 else [])
    assert all("of quote: added, reattributed" in each["detail"] for each in errors)


def test_the_cursor_of_another_list_is_refused(client):
    other = client.get("/quotes?limit=1").json["next"]
    assert client.get(f"/changes?after={other}").status_code == 400


def test_a_place_that_is_kept_no_more_is_told(empty_newsroom, writer):
    empty_newsroom.fill(2)
    first = writer.get("/changes?limit=1").json["next"]
    with empty_newsroom.pool.writing() as connection:
        assert changes.prune(connection, 0)
    for after in ("0", first):
        answer = writer.get(f"/changes?after={after}")
        assert (answer.status_code, answer.json["errors"][0]["parameter"]) == (410, "after")
        assert "after=now" in answer.json["detail"]
    refused = writer.post("/webhooks", json={"url": "https://example.org/", "after": first})
    assert (refused.status_code, refused.json["errors"][0]["pointer"]) == (422, "/after")
    assert len(writer.get("/changes").json["items"]) == 1
