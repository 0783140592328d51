"""What is answered when things break: a problem that gives nothing away, a line in the log, and recovery."""

import time
from dataclasses import replace
from urllib.parse import urlsplit

import psycopg
import pytest
from psycopg import sql
from structlog.testing import capture_logs

from service.app import create_app
from service.errors import OnRecordError, ReadingLost
from service.store.pool import open_pool

NOBODY_LISTENS = "postgresql://nobody@127.0.0.1:1/none"


class BrokenReader:
    """Fails as code fails."""

    version = "broken"

    def read(self, text):
        raise ZeroDivisionError("secret of the house")


def broken(newsroom):
    return create_app(newsroom.settings, reader=BrokenReader(), pool=newsroom.pool).test_client()


def test_a_failure_gives_nothing_away_and_is_logged_under_its_request(newsroom):
    client = broken(newsroom)
    with capture_logs() as logs:
        answer = client.post("/extract", json={"text": "a"}, headers={"X-Request-ID": "r1"})
    assert (answer.status_code, answer.mimetype) == (500, "application/problem+json")
    assert "secret" not in answer.text
    assert "ZeroDivision" not in answer.text
    assert (answer.json["request_id"], answer.headers["X-Request-ID"]) == ("r1", "r1")
    assert answer.headers["Cache-Control"] == "no-store"
    (line,) = [line for line in logs if line["event"] != "request"]
    assert (line["request_id"], line["path"], line["log_level"]) == ("r1", "/extract", "error")
    assert isinstance(line["exc_info"], ZeroDivisionError)


def test_a_request_that_is_wrong_is_no_failure_in_the_log(client):
    with capture_logs() as logs:
        assert client.get("/nowhere").status_code == 404
    assert [line["log_level"] for line in logs] == ["info"]


def test_no_such_path(client):
    answer = client.get("/quote")
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")
    assert answer.json["instance"] == "/quote"


@pytest.fixture
def forsaken(newsroom):
    """An application whose database is away from the start."""
    pool = open_pool(NOBODY_LISTENS, size=1, wait=0.1, statement_timeout=1)
    yield create_app(newsroom.settings, reader=newsroom.reader, pool=pool).test_client()
    pool.close()


STORED = ("/quotes", "/quotes/a.b", "/speakers", "/speakers/s", "/articles", "/articles/a", "/articles/a/text")


@pytest.mark.parametrize("path", [*STORED, "/health/ready"])
def test_a_database_that_is_away_is_503_with_retry_after(path, forsaken):
    answer = forsaken.get(path, headers={"Authorization": "Bearer onrecord_x"})
    assert (answer.status_code, answer.mimetype) == (503, "application/problem+json")
    assert int(answer.headers["Retry-After"]) > 0
    assert "127.0.0.1" not in answer.text
    assert "connection" not in answer.text


def test_ready_names_the_database_that_is_away(forsaken):
    answer = forsaken.get("/health/ready")
    assert (answer.status_code, answer.json["detail"]) == (503, "Not right: database, migrations.")


@pytest.mark.parametrize("path", ["/", "/health/live", "/openapi.yaml", "/metrics"])
def test_what_needs_no_database_goes_on(path, forsaken):
    assert forsaken.get(path).status_code == 200


def test_extract_needs_no_database(forsaken):
    assert forsaken.post("/extract", json={"text": "“Yes,” said Ada Berg."}).status_code == 200


def allow_connections(server, url, allowed):
    """Opens or shuts one database; shutting it also ends the connections that it has."""
    name = urlsplit(url).path.lstrip("/")
    with psycopg.connect(server, autocommit=True) as connection:
        statement = sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}")
        connection.execute(statement.format(sql.Identifier(name), sql.Literal(allowed)))
        if not allowed:
            connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])


def test_the_service_recovers_by_itself_when_the_database_is_back(postgres_server, database_url, empty_newsroom):
    client = empty_newsroom.client()
    assert client.get("/quotes").status_code == 200
    allow_connections(postgres_server, database_url, False)
    away = client.get("/quotes")
    assert (away.status_code, "Retry-After" in away.headers) == (503, True)
    allow_connections(postgres_server, database_url, True)
    assert 200 in statuses(client, "/quotes", until=200)


def statuses(client, path, *, until, most=30.0):
    """The statuses seen until one is `until`, or for `most` seconds."""
    seen, end = [], time.monotonic() + most
    while until not in seen and time.monotonic() < end:
        seen.append(client.get(path).status_code)
        time.sleep(0.1)
    return seen


def test_ready_names_migrations_that_are_missing(empty_database_url, newsroom):
    pool = open_pool(empty_database_url, size=1, wait=2, statement_timeout=5)
    client = create_app(newsroom.settings, reader=newsroom.reader, pool=pool).test_client()
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json["detail"]) == (503, "Not right: migrations.")
    assert "0001" in answer.json["errors"][0]["detail"]
    quotes = client.get("/quotes")
    assert (quotes.status_code, "migrate" in quotes.json["detail"]) == (503, True)
    pool.close()


def test_ready_names_a_model_that_is_missing_and_reading_goes_on(newsroom, tmp_path):
    client = create_app(replace(newsroom.settings, model=tmp_path), pool=newsroom.pool).test_client()
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json["detail"]) == (503, "Not right: model.")
    assert client.get("/quotes").status_code == 200
    assert client.post("/extract", json={"text": "a"}).status_code == 503


class KilledReader:
    version = "killed"

    def read(self, text):
        raise ReadingLost("the reading process was killed")


def test_a_reader_that_was_killed_is_told_and_asked_again_later(newsroom):
    client = create_app(newsroom.settings, reader=KilledReader(), pool=newsroom.pool).test_client()
    answer = client.post("/extract", json={"text": "“Yes,” said Ada Berg."})
    assert (answer.status_code, "killed" in answer.json["detail"], "Retry-After" in answer.headers) == (503, True, True)


def test_ready_when_all_is_there(client):
    assert client.get("/health/ready").json == {
        "status": "ready", "checks": {"database": True, "migrations": True, "model": True}
    }  # fmt: skip


def test_without_a_database_there_is_no_application(newsroom):
    with pytest.raises(OnRecordError, match="DATABASE_URL"):
        create_app(replace(newsroom.settings, database_url=None), reader=newsroom.reader)
