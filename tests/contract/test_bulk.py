"""Articles by the thousand over HTTP: 202 once they are stored, and a job that tells what becomes of them."""

import gzip
import json
from dataclasses import replace
from io import BytesIO

import pytest
import yaml

from service import bulk
from service.api import specification
from service.api.parsing import NDJSON
from service.app import create_app

DESCRIBED = yaml.safe_load(specification.text())
LINE = json.dumps({"text": "“We count,” said Ada Berg."}).encode()


def post(client, body, content_type="application/x-ndjson", **headers):
    return client.post("/articles", data=body, content_type=content_type, headers=headers)


def work(newsroom, job_id):
    bulk.take_chunk(newsroom.pool, newsroom.reader, job_id, 0, newsroom.settings.post_limit)


@pytest.mark.parametrize("content_type", [*NDJSON, "application/x-ndjson; charset=utf-8"])
def test_lines_are_stored_and_answered_with_the_place_of_their_job(content_type, writer, empty_newsroom):
    answer = post(writer, LINE + b"\n{\n", content_type)
    assert answer.status_code == 202
    assert answer.headers["Location"] == f"/jobs/{answer.json['id']}"
    assert (answer.json["state"], answer.json["received"]) == ("queued", 2)
    assert writer.get("/articles").json["items"] == []
    work(empty_newsroom, answer.json["id"])
    job = writer.get(answer.headers["Location"]).json
    assert list(job) == list(answer.json)
    assert (job["state"], job["done"], job["created"], job["failed"]) == ("finished", 2, 1, 1)
    assert [error["line"] for error in job["errors"]] == [2]
    assert len(writer.get("/articles").json["items"]) == 1


def test_gzip_is_unpacked(writer):
    assert post(writer, gzip.compress(LINE), Content_Encoding="gzip").json["received"] == 1


@pytest.mark.parametrize("content_type", NDJSON)
def test_the_example_is_taken(content_type, writer, empty_newsroom):
    example = DESCRIBED["paths"]["/articles"]["post"]["requestBody"]["content"][content_type]["example"]
    answer = post(writer, example.encode(), content_type)
    work(empty_newsroom, answer.json["id"])
    assert writer.get(answer.headers["Location"]).json["created"] == 2


@pytest.mark.parametrize(
    ("body", "headers", "status", "told"),
    [
        pytest.param(b"", {}, 400, "holds no lines", id="empty"),
        pytest.param(b"[" + LINE + b"]", {}, 400, "JSON array", id="a JSON array"),
        pytest.param(LINE, {"Content-Encoding": "gzip"}, 400, "not the gzip", id="no gzip"),
        pytest.param(LINE, {"Content-Encoding": "br"}, 415, "not as br", id="another coding"),
        pytest.param(b"\n" * 101, {}, 413, "more than 100 lines", id="too many lines"),
        pytest.param(b" " * 10_001, {}, 413, "limit of 10000 bytes", id="too many bytes"),
        pytest.param(LINE, {"Content-Length": str(10**9)}, 413, "limit of 10000 bytes", id="a gigabyte by its head"),
        pytest.param(LINE, {"Content-Length": "9000"}, 400, "could not be received", id="less than its head says"),
        pytest.param(gzip.compress(b" " * 10**7), {"Content-Encoding": "gzip"}, 413, "10000 bytes", id="a gzip bomb"),
    ],
)
def test_a_body_that_is_none_is_a_problem(body, headers, status, told, empty_newsroom):
    settings = replace(empty_newsroom.settings, bulk_limit=10_000, bulk_lines=100)
    client = create_app(settings, reader=empty_newsroom.reader, pool=empty_newsroom.pool).test_client()
    given = {"Authorization": f"Bearer {empty_newsroom.key}", **headers}
    length = {"CONTENT_LENGTH": given.pop("Content-Length", str(len(body)))}
    stream = {"input_stream": BytesIO(body), "environ_overrides": length}
    answer = client.post("/articles", content_type="application/x-ndjson", headers=given, **stream)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json"), answer.text
    assert told in answer.json["detail"]


def test_a_body_that_tells_no_length_has_a_limit_too(empty_newsroom):
    settings = replace(empty_newsroom.settings, bulk_limit=10_000)
    client = create_app(settings, reader=empty_newsroom.reader, pool=empty_newsroom.pool).test_client()
    stream = {"input_stream": BytesIO(b" " * 200_000), "environ_overrides": {"wsgi.input_terminated": True}}
    headers = {"Authorization": f"Bearer {empty_newsroom.key}"}
    answer = client.post("/articles", content_type="application/x-ndjson", headers=headers, **stream)
    assert (answer.status_code, answer.json["status"]) == (413, 413)


def test_it_needs_a_key_before_anything_is_read(empty_newsroom):
    assert post(empty_newsroom.client(), LINE).status_code == 401
    assert post(empty_newsroom.client(empty_newsroom.key_of("curate")), LINE).status_code == 403


def test_jobs_are_for_those_who_may_hand_in(client, newsroom, ids):
    assert client.get(f"/jobs/{ids['job_id']}").status_code == 401
    assert newsroom.client(newsroom.key_of("text")).get(f"/jobs/{ids['job_id']}").status_code == 403


def test_single_articles_are_taken_in_as_before(writer):
    assert writer.post("/articles", json=json.loads(LINE)).status_code == 201
