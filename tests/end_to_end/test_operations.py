"""The running service as its operator sees it: its counts, its log, and what it does when asked too much or to stop."""

import json
import os
import signal
import socket
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import psycopg
import pytest
from prometheus_client.parser import text_string_to_metric_families
from test_serve import _no_settings_of_this_machine, runs, serving, web_processes  # noqa: F401 - an autouse fixture

from service.store.pool import WAITING_PER_CONNECTION


@pytest.fixture(autouse=True)
def _store(database_url, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", database_url)


def counted(service):
    """The value of each sample of /metrics, by its name and the values of its labels in the order of their names."""
    with urlopen(f"{service.url}/metrics") as answer:
        families = text_string_to_metric_families(answer.read().decode())
        return {
            (s.name, *(s.labels[label] for label in sorted(s.labels))): s.value
            for family in families
            for s in family.samples
        }


def pool(service):
    found = counted(service)
    return tuple(found[f"onrecord_pool_{name}",] for name in ("size", "taken", "waiting"))


def processes_of(service):
    return web_processes(service.child("service.web"))


def await_that(holds):
    """Returns once it holds; the test's own time limit is the only one."""
    while not holds():
        signal.sigtimedwait([], 0.05)


def stands_still(pid):
    """Whether all threads of a process have stopped. Until then a later SIGTERM, of lower number, comes first."""
    return all(
        task.joinpath("stat").read_text().rpartition(")")[2].split()[0] == "T"
        for task in Path(f"/proc/{pid}/task").iterdir()
    )


@contextmanager
def stopped(pid):
    os.kill(pid, signal.SIGSTOP)
    try:
        await_that(lambda: stands_still(pid))
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


def status(service, path, **headers):
    try:
        with urlopen(Request(service.url + path, headers=headers)) as answer:
            return answer.status
    except HTTPError as error:
        return error.code


def test_counts_are_the_sums_over_all_web_processes():
    with serving("--workers", 2) as service:
        await_that(lambda: pool(service)[0] == 8)  # both are there
        for idle in processes_of(service):
            with stopped(idle):
                assert [status(service, "/quotes") for _ in range(5)] == [200] * 5
                assert status(service, "/quotes?limit=0") == 400
                assert status(service, "/nowhere/7") == 404
        found = counted(service)
        assert found["onrecord_requests_total", "GET", "/quotes", "200"] == 10
        assert found["onrecord_requests_total", "GET", "/quotes", "400"] == 2
        assert found["onrecord_requests_total", "GET", "(none)", "404"] == 2
        assert found["onrecord_request_seconds_count", "GET", "/quotes"] == 12


def test_a_process_that_was_killed_leaves_its_counts_and_takes_its_connections():
    with serving("--workers", 2) as service:
        await_that(lambda: pool(service)[0] == 8)  # both are there
        lost, kept = processes_of(service)
        with stopped(kept):
            assert status(service, "/speakers") == 200
        assert pool(service) == (8, 0, 0)
        os.kill(lost, signal.SIGKILL)
        await_that(lambda: len(now := processes_of(service)) == 2 and lost not in now)
        await_that(lambda: pool(service)[0] >= 8)
        assert pool(service) == (8, 0, 0)
        assert counted(service)["onrecord_requests_total", "GET", "/speakers", "200"] == 1


def test_what_was_read_is_counted():
    with serving() as service:
        text = "The mayor, Ann Lee, said that the bridge is safe."
        body = json.dumps({"text": text}).encode()
        with urlopen(Request(f"{service.url}/extract", body, {"Content-Type": "application/json"})) as answer:
            assert answer.status == 200
        found = counted(service)
        assert found["onrecord_reader_articles_total", "read"] == 1
        assert found["onrecord_reader_words_total",] == len(text.split())
        assert found["onrecord_reader_seconds_total",] > 0


@contextmanager
def slow_database(url):
    """Within, whoever reads quotes or articles waits; with the end of the block all go on."""
    with psycopg.connect(url) as connection:
        connection.execute("LOCK TABLE articles, quotes IN ACCESS EXCLUSIVE MODE")
        yield


@pytest.fixture
def _patient(monkeypatch):
    monkeypatch.setenv("ONRECORD_THREADS", "1")
    monkeypatch.setenv("ONRECORD_POOL_TIMEOUT", "60")
    monkeypatch.setenv("ONRECORD_STATEMENT_TIMEOUT", "600")


@pytest.mark.usefixtures("_patient")
def test_beyond_a_short_line_the_answer_is_503_at_once(database_url):
    with serving() as service, ThreadPoolExecutor(1 + WAITING_PER_CONNECTION) as clients:
        with slow_database(database_url):
            early = [clients.submit(status, service, "/quotes") for _ in range(1 + WAITING_PER_CONNECTION)]
            await_that(lambda: pool(service) == (1, 1, WAITING_PER_CONNECTION))
            with pytest.raises(HTTPError, match="503") as refused:
                urlopen(f"{service.url}/quotes")
            assert int(refused.value.headers["Retry-After"]) > 0
            assert refused.value.headers["Content-Type"] == "application/problem+json"
            assert status(service, "/health/live") == 200
            assert not any(answer.done() for answer in early)
        assert [answer.result() for answer in early] == [200] * (1 + WAITING_PER_CONNECTION)
        assert pool(service) == (1, 0, 0)


def test_a_slow_database_is_503_once_its_time_is_over(database_url, monkeypatch):
    monkeypatch.setenv("ONRECORD_STATEMENT_TIMEOUT", "0.2")
    with serving() as service, slow_database(database_url):
        with pytest.raises(HTTPError, match="503") as refused:
            urlopen(f"{service.url}/quotes")
        assert int(refused.value.headers["Retry-After"]) > 0


def refused(service):
    try:
        socket.create_connection(("127.0.0.1", service.port), timeout=1).close()
    except ConnectionRefusedError:
        return True
    return False


@pytest.mark.usefixtures("_patient")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_requests_in_work_are_answered_before_the_service_stops(database_url, number):
    with serving() as service, ThreadPoolExecutor() as clients:
        with slow_database(database_url):
            early = [clients.submit(status, service, path) for path in ("/quotes", "/articles", "/quotes?q=bridge")]
            await_that(lambda: pool(service) == (1, 1, 2))
            service.process.send_signal(number)
            await_that(lambda: refused(service))
            assert not any(answer.done() for answer in early)
        assert [answer.result() for answer in early] == [200] * 3
        assert service.process.wait() == 0
        assert [pid for pid in service.family if runs(pid)] == []


def is_to_end(pid):
    """Whether SIGTERM waits for a process that is stopped."""
    told = dict(line.split(":\t") for line in Path(f"/proc/{pid}/status").read_text().splitlines())
    return bool(int(told["ShdPnd"], 16) >> (signal.SIGTERM - 1) & 1)


def test_a_request_that_nobody_has_taken_yet_is_answered_before_the_service_stops():
    with serving() as service:
        (worker,) = processes_of(service)
        with stopped(worker):
            connection = HTTPConnection("127.0.0.1", service.port)
            connection.request("GET", "/speakers")
            service.process.terminate()
            await_that(lambda: is_to_end(worker))
        assert connection.getresponse().status == 200
        connection.close()
        assert service.process.wait() == 0


def test_the_log_has_a_line_for_each_request_and_never_a_key():
    with serving() as service:
        key = "onrecord_this-is-secret"
        headers = {"X-Request-ID": "news-1", "Authorization": f"Bearer {key}"}
        assert status(service, f"/articles/a/text?key={key}", **headers) == 400
        assert status(service, "/articles/a/text", **headers) == 401
        connection = HTTPConnection("127.0.0.1", service.port)
        connection.request("GET", "/speakers")
        given = connection.getresponse().headers["X-Request-ID"]
        connection.close()
        service.process.terminate()
        written = service.process.stderr.read()
    lines = [line for line in map(json.loads, written.splitlines()) if line["event"] == "request"]
    shown = [(line["method"], line["path"], line["status"], line["request_id"]) for line in lines]
    assert shown == [
        ("GET", "/articles/a/text", 400, "news-1"),
        ("GET", "/articles/a/text", 401, "news-1"),
        ("GET", "/speakers", 200, given),
    ]
    assert all(line["ms"] > 0 and line["level"] == "info" and line["timestamp"].endswith("Z") for line in lines)
    assert "secret" not in written
