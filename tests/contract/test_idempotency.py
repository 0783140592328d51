"""Idempotency-Key on every POST that writes: sent twice, done once and answered twice, whatever happens between."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event

import pytest
import yaml
from psycopg import OperationalError

from service.api import examples, specification
from service.api.idempotency import HEADER, REPLAYED
from service.app import create_app
from service.store import idempotency

DESCRIBED = yaml.safe_load(specification.text())
WRITING = [path for path, methods in DESCRIBED["paths"].items() if "security" in methods.get("post", {})]
TEXT = {"text": "“We count,” said Ada Berg."}
OTHER = {"text": "“They count,” said Carl Dahl."}
LINES = b'{"text": "a"}\n{"text": "b"}\n'


def post(client, document, name="one", path="/articles", **headers):
    return client.post(path, json=document, headers={HEADER: name, **headers})


def rows(newsroom, query="SELECT name, status FROM idempotency"):
    with newsroom.pool.reading() as connection:
        return connection.execute(query).fetchall()


def test_every_write_by_post_is_described_with_it():
    assert {"/articles", "/speakers/{speaker_id}/merge"} <= set(WRITING)
    for path in WRITING:
        names = [each["name"] for each in DESCRIBED["paths"][path]["post"]["parameters"]]
        assert HEADER in names


def test_the_same_again_is_answered_as_the_first_time(writer):
    first, again = post(writer, TEXT), post(writer, TEXT)
    assert (first.status_code, again.status_code) == (201, 201), "without it, the second would be 200"
    assert (again.data, again.mimetype) == (first.data, first.mimetype)
    assert again.headers["Location"] == first.headers["Location"]
    assert (again.headers[REPLAYED], REPLAYED in first.headers) == ("true", False)
    assert again.headers["X-Request-ID"] != first.headers["X-Request-ID"]


def test_without_it_nothing_is_kept(writer, empty_newsroom):
    assert writer.post("/articles", json=TEXT).status_code == 201
    assert writer.post("/articles", json=TEXT).status_code == 200
    assert rows(empty_newsroom) == []


@pytest.mark.parametrize(
    ("path", "document"),
    [
        pytest.param("/articles", OTHER, id="another body"),
        pytest.param("/speakers/s1/merge", TEXT, id="another place"),
        pytest.param("/articles?x=1", TEXT, id="another query"),
    ],
)
def test_something_else_under_the_same_name_is_refused(path, document, writer):
    post(writer, TEXT)
    answer = post(writer, document, path=path)
    if "?" in path:
        assert answer.status_code == 400, "what is wrong with the request itself comes first"
        return
    assert (answer.status_code, answer.mimetype) == (422, "application/problem+json")
    assert answer.json["errors"] == [{"parameter": HEADER, "detail": "was given to another request before"}]
    assert len(writer.get("/articles").json["items"]) == 1


def test_what_was_refused_may_be_sent_again_mended(writer, empty_newsroom):
    assert post(writer, {"text": " "}).status_code == 422
    assert rows(empty_newsroom) == []
    assert post(writer, TEXT).status_code == 201
    assert post(writer, {"text": " "}).status_code == 422


def test_what_failed_is_tried_again(empty_newsroom):
    class Failing:
        version = "failing"

        def read(self, text):
            raise OperationalError("gone")

    failing = create_app(empty_newsroom.settings, reader=Failing(), pool=empty_newsroom.pool).test_client()
    failing.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {empty_newsroom.key}"
    assert post(failing, TEXT).status_code == 500
    assert post(empty_newsroom.client(empty_newsroom.key), TEXT).status_code == 201


def test_each_key_has_names_of_its_own(empty_newsroom):
    first, second = (empty_newsroom.client(empty_newsroom.key_of("ingest")) for _ in range(2))
    assert post(first, TEXT).status_code == 201
    assert post(second, OTHER).status_code == 201


def test_a_key_that_was_revoked_is_told_nothing(empty_newsroom):
    client = empty_newsroom.client(empty_newsroom.key_of("ingest"))
    post(client, TEXT)
    with empty_newsroom.pool.writing() as connection:
        connection.execute("UPDATE keys SET revoked_at = now()")
    assert post(client, TEXT).status_code == 401


def test_reading_does_not_ask_for_it(client):
    assert post(client, examples.EXTRACT, path="/extract").status_code == 200
    assert post(client, {"id": "other", "text": "b"}, path="/extract").status_code == 200


@pytest.mark.parametrize("name", ["", " ", "a b", "ä", "x" * 256, "\x7f"])
def test_a_name_that_is_none_is_named(name, writer):
    answer = post(writer, TEXT, name.encode().decode("latin-1"))
    assert (answer.status_code, answer.json["errors"][0]["parameter"]) == (400, HEADER)


@pytest.mark.parametrize(
    "name", ["x", "x" * 255, "8e03978e-40d5-43e8-bc93-6894a57f9324", "'); DROP TABLE keys; --".replace(" ", "")]
)
def test_any_visible_characters_are_a_name(name, writer):
    assert post(writer, TEXT, name).status_code == 201
    assert post(writer, TEXT, name).headers[REPLAYED] == "true"


def test_many_lines_become_one_job(writer, empty_newsroom):
    headers = {HEADER: "bulk"}
    first, again = (
        writer.post("/articles", data=LINES, content_type="application/x-ndjson", headers=headers) for _ in range(2)
    )
    assert (first.status_code, again.status_code, again.headers[REPLAYED]) == (202, 202, "true")
    assert (again.json, again.headers["Location"]) == (first.json, first.headers["Location"])
    assert [row["id"] for row in rows(empty_newsroom, "SELECT id FROM jobs")] == [first.json["id"]]
    other = writer.post("/articles", data=LINES[:-1], content_type="application/x-ndjson", headers=headers)
    assert other.status_code == 422


class Waiting:
    """Reads once it may."""

    version = "waiting"

    def __init__(self, reader):
        self.reader, self.begun, self.may = reader, Event(), Event()

    def read(self, text):
        self.begun.set()
        self.may.wait()
        return self.reader.read(text)


def test_of_two_at_once_one_is_done_and_the_other_told_to_ask_again(empty_newsroom):
    reader = Waiting(empty_newsroom.reader)
    app = create_app(empty_newsroom.settings, reader=reader, pool=empty_newsroom.pool)
    headers = {"Authorization": f"Bearer {empty_newsroom.key}"}
    with ThreadPoolExecutor(1) as thread:
        first = thread.submit(lambda: post(app.test_client(), TEXT, **headers))
        reader.begun.wait()
        second = post(app.test_client(), TEXT, **headers)
        other = post(app.test_client(), OTHER, **headers)
        reader.may.set()
        assert first.result().status_code == 201
    assert (second.status_code, second.headers["Retry-After"], other.status_code) == (409, "2", 422)
    third = post(app.test_client(), TEXT, **headers)
    assert (third.status_code, third.headers[REPLAYED]) == (201, "true")


class TestBrokenOff:
    """A process was killed after it had begun, or even stored, what was sent: there is no answer to give again."""

    @pytest.fixture(autouse=True)
    def _killed(self, empty_newsroom, writer):
        post(writer, TEXT)
        self.do(empty_newsroom, "UPDATE idempotency SET status = NULL, headers = NULL, body = NULL")

    def do(self, newsroom, statement):
        with newsroom.pool.writing() as connection:
            connection.execute(statement)

    def test_for_a_while_it_may_be_at_work(self, writer):
        assert post(writer, TEXT).status_code == 409

    def test_then_it_is_done_again(self, writer, empty_newsroom):
        self.do(empty_newsroom, f"UPDATE idempotency SET begun_at = now() - interval '{idempotency.PATIENCE + 1} s'")
        assert post(writer, OTHER).status_code == 422, "it is still the name of the first"
        again = post(writer, TEXT)
        assert (again.status_code, again.json["outcome"], REPLAYED in again.headers) == (200, "unchanged", False)
        assert post(writer, TEXT).headers[REPLAYED] == "true"

    def test_an_answer_that_comes_after_all_does_not_replace_a_newer_one(self, empty_newsroom):
        request = idempotency.Request("k1", "late", "f", "run-1")
        later = replace(request, run="run-2")
        with empty_newsroom.pool.writing() as connection:
            assert idempotency.begin(connection, request, 60) is None
            connection.execute("UPDATE idempotency SET begun_at = now() - interval '1 hour'")
            assert idempotency.begin(connection, later, 86400) is None
            idempotency.end(connection, request, idempotency.Kept(500, {}, b"old"))
            idempotency.forget(connection, request)
            idempotency.end(connection, later, idempotency.Kept(201, {}, b"new"))
            assert idempotency.begin(connection, request, 86400) == idempotency.Kept(201, {}, b"new")


def test_after_a_day_the_name_is_free_again(writer, empty_newsroom):
    post(writer, TEXT)
    with empty_newsroom.pool.writing() as connection:
        connection.execute("UPDATE idempotency SET begun_at = now() - interval '25 hours'")
    assert post(writer, OTHER).status_code == 201
    assert [row["status"] for row in rows(empty_newsroom)] == [201]


def test_what_is_past_its_time_is_forgotten(writer, empty_newsroom):
    post(writer, TEXT)
    with empty_newsroom.pool.writing() as connection:
        idempotency.prune(connection, 86400)
        assert rows(empty_newsroom) != []
        connection.execute("UPDATE idempotency SET begun_at = now() - interval '25 hours'")
        idempotency.prune(connection, 86400)
    assert rows(empty_newsroom) == []


def test_an_answer_goes_with_the_words_of_the_article_that_was_erased(writer, empty_newsroom):
    place = post(writer, TEXT).headers["Location"]
    post(writer, OTHER, "two")
    assert writer.delete(place).status_code == 204
    assert [row["name"] for row in rows(empty_newsroom)] == ["two"]
    assert post(writer, TEXT).status_code == 201, "asked for anew, it is taken in anew"


def test_an_answer_is_not_kept_where_its_article_was_erased_meanwhile(writer, empty_newsroom, monkeypatch):
    end = idempotency.end

    def erased_before(connection, request, answer):
        assert writer.delete(answer.headers["Location"]).status_code == 204
        end(connection, request, answer)

    monkeypatch.setattr(idempotency, "end", erased_before)
    assert post(writer, TEXT).status_code == 201
    assert rows(empty_newsroom) == []
