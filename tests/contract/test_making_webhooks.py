"""/webhooks over HTTP: made, shown, tested, replayed and removed, by keys of scope admin alone."""

import json
from dataclasses import replace

import pytest

from service.api import examples
from service.webhooks import deliver_due

URL = "https://example.org/hook"


@pytest.fixture
def made(writer):
    answer = writer.post("/webhooks", json={"url": URL, "kind": ["quote"]})
    assert answer.status_code == 201
    assert answer.headers["Location"] == f"/webhooks/{answer.json['id']}"
    return answer.json


def test_the_secret_is_shown_once(made, writer):
    assert made["secret"].startswith("whsec_")
    shown = writer.get(f"/webhooks/{made['id']}")
    assert {**shown.json, "secret": made["secret"]} == made
    assert (made["url"], made["kind"], made["event"], made["place"]) == (URL, ["quote"], [], "0")
    assert writer.get("/webhooks").json == {"items": [shown.json]}
    assert "whsec_" not in shown.text + writer.get("/webhooks").text


def test_it_begins_where_the_feed_is(empty_newsroom, writer):
    empty_newsroom.fill(1)
    now = writer.get("/changes?after=now").json["next"]
    assert writer.post("/webhooks", json={"url": URL}).json["place"] == now
    assert writer.post("/webhooks", json={"url": URL, "after": "0"}).json["place"] == "0"
    first = writer.get("/changes?limit=1").json["next"]
    assert writer.post("/webhooks", json={"url": URL, "after": first}).json["place"] == first


@pytest.mark.parametrize(
    ("body", "field"),
    [
        pytest.param({}, "url", id="no address"),
        pytest.param({"url": "example.org"}, "url", id="no web address"),
        pytest.param({"url": "https://user:secret@example.org/"}, "url", id="with a password"),
        pytest.param({"url": "http://127.0.0.1:8000/"}, "url", id="of this host"),
        pytest.param({"url": "http://[::ffff:192.168.0.1]/"}, "url", id="of a private network, wrapped"),
        pytest.param({"url": "http://169.254.169.254/"}, "url", id="of a cloud's metadata"),
        pytest.param({"url": "https://example.org:22/"}, "url", id="an odd port"),
        pytest.param({"url": URL, "kind": ["quotes"]}, "kind/0", id="no kind"),
        pytest.param({"url": URL, "event": "added"}, "event", id="no list"),
        pytest.param({"url": URL, "kind": ["quote"], "event": ["opened"]}, "kind", id="what never comes"),
        pytest.param({"url": URL, "after": "5-00000000"}, "after", id="no place of the feed"),
        pytest.param({"url": URL, "secret": "mine"}, "secret", id="a secret of one's own"),
    ],
)
def test_what_is_none_is_refused_with_its_place(body, field, writer):
    answer = writer.post("/webhooks", json=body)
    assert (answer.status_code, answer.json["errors"][0]["pointer"]) == (422, f"/{field}")
    assert "secret@" not in answer.text
    assert writer.get("/webhooks").json == {"items": []}


def test_the_setting_opens_private_addresses(empty_newsroom, writer):
    resources = empty_newsroom.app.extensions["onrecord"]
    opened = replace(resources.settings, webhooks_private=True)
    empty_newsroom.app.extensions["onrecord"] = replace(resources, settings=opened)
    assert writer.post("/webhooks", json={"url": "http://127.0.0.1:8000/"}).status_code == 201


def test_a_test_and_a_replay_are_made_due_and_worked_off(made, empty_newsroom, writer):
    sent = []

    def send(message):
        sent.append(json.loads(message.body))
        return 500 if len(sent) == 1 else 204

    where = f"/webhooks/{made['id']}/deliveries"
    asked = writer.post(where, json={"type": "test"})
    assert (asked.status_code, asked.json["status"], asked.json["changes"]) == (202, "due", 0)
    deliver_due(empty_newsroom.pool, empty_newsroom.settings, send=send)
    (dead,) = writer.get(f"{where}?status=dead").json["items"]
    assert (dead["id"], dead["answer"], dead["due_at"]) == (asked.json["id"], 500, None)
    empty_newsroom.fill(1)
    deliver_due(empty_newsroom.pool, empty_newsroom.settings, send=send)
    delivered = writer.get(f"{where}?status=delivered").json["items"][0]
    again = writer.post(where, json={"type": "replay", "delivery": delivered["id"]})
    assert (again.status_code, again.json["status"]) == (202, "due")
    deliver_due(empty_newsroom.pool, empty_newsroom.settings, send=send)
    assert sent[1] == sent[2]
    assert sent[1]["items"] == writer.get("/changes?kind=quote").json["items"]
    assert sent[1]["next"] == sent[1]["items"][-1]["id"]
    assert writer.get(f"/webhooks/{made['id']}").json["place"] == writer.get("/changes?after=now").json["next"]


def test_deliveries_are_listed_page_by_page_the_newest_first(made, writer):
    where = f"/webhooks/{made['id']}/deliveries"
    ids = [writer.post(where, json={"type": "test"}).json["id"] for _ in range(5)]
    seen, after = [], None
    while True:
        page = writer.get(where, query_string={"limit": 2} | ({"after": after} if after else {})).json
        seen += [each["id"] for each in page["items"]]
        if not (after := page["next"]):
            break
    assert seen == ids[::-1]
    first = writer.get(f"{where}?limit=2").json["next"]
    other = writer.post("/webhooks", json={"url": URL}).json["id"]
    assert writer.get(f"/webhooks/{other}/deliveries?after={first}").status_code == 400


@pytest.mark.parametrize(
    ("body", "status"),
    [
        pytest.param({"type": "replay"}, 422, id="a replay of nothing"),
        pytest.param({"type": "test", "delivery": "d1"}, 422, id="a test of something"),
        pytest.param({"type": "replay", "delivery": "d1"}, 404, id="a replay of what is not there"),
        pytest.param({"type": "changes"}, 422, id="what only the feed makes"),
    ],
)
def test_what_cannot_be_delivered(body, status, made, writer):
    assert writer.post(f"/webhooks/{made['id']}/deliveries", json=body).status_code == status


def test_a_removed_one_is_gone(made, writer):
    where = f"/webhooks/{made['id']}"
    writer.post(f"{where}/deliveries", json={"type": "test"})
    assert writer.delete(where).status_code == 204
    for answer in (writer.get(where), writer.get(f"{where}/deliveries"), writer.delete(where)):
        assert answer.status_code == 404


def test_all_of_it_takes_a_key_of_scope_admin(made, empty_newsroom):
    others = empty_newsroom.key_of("ingest", "curate", "review", "text")
    where = f"/webhooks/{made['id']}"
    for key, status in ((None, 401), (others, 403)):
        client = empty_newsroom.client(key)
        for method, path, body in (
            ("GET", "/webhooks", None), ("POST", "/webhooks", examples.WEBHOOK), ("GET", where, None),
            ("DELETE", where, None), ("GET", f"{where}/deliveries", None),
            ("POST", f"{where}/deliveries", examples.DELIVERY),
        ):  # fmt: skip
            assert client.open(path, method=method, json=body).status_code == status, (method, path)
