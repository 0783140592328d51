"""Keys: until when they hold, when they were last used, and reading that is not open to everyone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from test_every_endpoint import GETS

from service.app import create_app
from service.store import keys

OPEN = {"/", "/health/live", "/health/ready", "/metrics", "/openapi.yaml"}
READS_BY_POST = ["/extract", "/claims/match"]


@pytest.fixture(scope="module")
def closed(newsroom):
    """An application whose answers are for those who have a key."""
    return create_app(replace(newsroom.settings, reads_public=False), reader=newsroom.reader, pool=newsroom.pool)


def asked(app, path, key=None, method="GET"):
    return app.test_client().open(path, method=method, headers={"Authorization": f"Bearer {key}"} if key else {})


@pytest.mark.parametrize("path", [path for path in GETS if path not in OPEN])
def test_closed_reading_takes_a_key_of_any_scope_or_none(path, closed, newsroom, ids):
    where = path.format(**ids)
    answer = asked(closed, where)
    assert (answer.status_code, answer.mimetype) == (401, "application/problem+json")
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert asked(closed, where, method="HEAD").status_code == 401
    assert asked(closed, where + "?nonsense=1").status_code == 401, "who has no key learns nothing of the parameters"
    assert asked(closed, where, newsroom.key_of()).status_code in (200, 403)
    assert asked(closed, where, newsroom.key).status_code == 200


@pytest.mark.parametrize("path", READS_BY_POST)
def test_so_does_reading_by_post(path, closed):
    assert closed.test_client().post(path, json={"id": "a", "text": "b"}).status_code == 401


@pytest.mark.parametrize("path", sorted(OPEN))
def test_where_things_are_and_how_the_service_is_stays_open(path, closed):
    assert asked(closed, path).status_code == 200


def test_a_browser_may_ask_whether_it_may_ask(closed):
    headers = {"Origin": "https://example.org", "Access-Control-Request-Method": "GET"}
    assert closed.test_client().options("/quotes", headers=headers).status_code == 200


def test_reading_is_open_unless_it_is_closed(client):
    assert client.get("/quotes").status_code == 200


def made(newsroom, **changed):
    with newsroom.pool.writing() as connection:
        return keys.create(connection, "test", ["ingest"], **changed)


def listed(newsroom, key_id):
    with newsroom.pool.reading() as connection:
        return next(row for row in keys.listed(connection) if row["id"] == key_id)


def test_a_key_past_its_time_opens_nothing(empty_newsroom):
    now = datetime.now(UTC)
    (_, past), (_, future) = (made(empty_newsroom, expires_at=now + timedelta(hours=hours)) for hours in (-1, 1))
    assert asked(empty_newsroom.app, "/jobs/j1", past).status_code == 401
    assert asked(empty_newsroom.app, "/jobs/j1", future).status_code == 404


def test_it_is_noted_to_the_hour_that_a_key_was_used(empty_newsroom):
    key_id, secret = made(empty_newsroom)
    assert listed(empty_newsroom, key_id)["last_used_at"] is None
    asked(empty_newsroom.app, "/jobs/j1", secret)
    first = listed(empty_newsroom, key_id)["last_used_at"]
    assert first is not None
    asked(empty_newsroom.app, "/jobs/j1", secret)
    assert listed(empty_newsroom, key_id)["last_used_at"] == first, "not every request writes"
    with empty_newsroom.pool.writing() as connection:
        connection.execute("UPDATE keys SET last_used_at = now() - interval '2 hours'")
    asked(empty_newsroom.app, "/jobs/j1", secret)
    assert listed(empty_newsroom, key_id)["last_used_at"] >= first
