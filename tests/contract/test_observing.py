"""What is written and counted of each request: nothing that the caller chose becomes a label, nor his key a line."""

import re

import pytest
from prometheus_client.parser import text_string_to_metric_families
from structlog.testing import capture_logs


def samples(client):
    families = text_string_to_metric_families(client.get("/metrics").text)
    return {(s.name, *(s.labels[label] for label in sorted(s.labels))): s.value for f in families for s in f.samples}


def test_metrics_are_text_that_is_kept_by_nobody(client):
    answer = client.get("/metrics")
    assert (answer.status_code, answer.mimetype) == (200, "text/plain")
    assert answer.headers["Cache-Control"] == "no-store"


def test_metrics_take_no_parameters(client):
    answer = client.get("/metrics?name=x")
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")


@pytest.mark.parametrize(
    ("method", "path", "labels"),
    [
        pytest.param("GET", "/quotes?limit=1", ("GET", "/quotes", "200"), id="parameters are left out"),
        pytest.param("GET", "/quotes/a.b", ("GET", "/quotes/{quote_id}", "404"), id="the template of the path"),
        pytest.param("GET", "/wp-login.php", ("GET", "(none)", "404"), id="any path that is none"),
        pytest.param("BREW", "/quotes", ("(other)", "(none)", "405"), id="any method that is none"),
        pytest.param("GET", "/docs/index.css", ("GET", "/docs/{path}", "200"), id="a file of the documentation"),
    ],
)
def test_a_request_is_counted_by_what_takes_few_values(method, path, labels, client):
    before = samples(client)
    client.open(path, method=method)
    after = samples(client)
    assert after["onrecord_requests_total", *labels] - before.get(("onrecord_requests_total", *labels), 0) == 1
    timed = ("onrecord_request_seconds_count", *labels[:2])
    assert after[timed] - before.get(timed, 0) == 1


def test_the_pool_and_the_reader_are_counted(newsroom, client):
    before = samples(client)
    with newsroom.pool.reading():
        assert samples(client)["onrecord_pool_taken",] - before["onrecord_pool_taken",] == 1
    assert client.post("/extract", json={"text": "“Yes,” said Ada Berg."}).status_code == 200
    assert client.post("/extract", json={"text": "Oui, en français."}).status_code == 200
    after = samples(client)
    assert after["onrecord_pool_taken",] == before["onrecord_pool_taken",]
    assert after["onrecord_pool_size",] >= 2
    assert after["onrecord_reader_words_total",] - before["onrecord_reader_words_total",] == 7
    for status in ("read", "unsupported_language"):
        read = ("onrecord_reader_articles_total", status)
        assert after[read] - before.get(read, 0) == 1


def line_of(client, path, **request):
    with capture_logs() as logs:
        client.get(path, **request)
    (line,) = [line for line in logs if line["event"] == "request"]
    return line


def test_a_line_of_the_log_has_method_path_status_time_and_id(client):
    line = line_of(client, "/speakers", headers={"X-Request-ID": "r7"})
    assert (line["method"], line["path"], line["status"], line["request_id"]) == ("GET", "/speakers", 200, "r7")
    assert line["ms"] > 0
    assert line["log_level"] == "info"


def test_a_line_of_the_log_never_has_a_key(newsroom):
    line = line_of(newsroom.client(newsroom.key), f"/quotes?key={newsroom.key}&q=private")
    assert not re.search(f"{newsroom.key}|private", repr(line))


@pytest.mark.parametrize("path", ["/health/live", "/health/ready", "/metrics"])
def test_whoever_watches_fills_no_log(path, client):
    with capture_logs() as logs:
        assert client.get(path).status_code == 200
    assert [line for line in logs if line["log_level"] != "debug"] == []
