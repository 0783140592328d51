"""Bulk as an operator sees it: `onrecord work` and the worker of `serve`, ended, killed, and several at once."""

import json
import os
import signal
import subprocess
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import psycopg
import pytest
from psycopg.rows import dict_row
from test_serve import (  # noqa: F401 - an autouse fixture
    _no_settings_of_this_machine,
    await_end,
    command,
    command_line,
    run,
    runs,
    serving,
    web_processes,
)

OUTCOMES = ("created", "revised", "updated", "unchanged", "failed")


@pytest.fixture(autouse=True)
def _store(database_url, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", database_url)


def ask(url, statement):
    with psycopg.connect(url, autocommit=True, row_factory=dict_row) as connection:
        return connection.execute(statement).fetchall()


def do(url, statement):
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)


def line(number):
    return json.dumps({
        "text": f"“We will not sell pier {number},” said Ama Boateng, head of the port.",
        "url": f"https://example.org/{number}",
    })  # fmt: skip


def lines(count):
    return "\n".join(map(line, range(count))).encode()


@pytest.fixture
def key():
    return run("keys", "create", "--scope", "ingest").stdout.strip()


def ask_for(service, path, key, body=None):
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/x-ndjson"}
    with urlopen(Request(service.url + path, body, headers)) as answer:
        return answer.status, json.load(answer), answer.headers


@pytest.fixture
def hand_in(monkeypatch, key):
    """Hands lines in to a service that has no worker."""

    def handed_in(body):
        with monkeypatch.context() as patch:
            patch.setenv("ONRECORD_BULK_WORKERS", "0")
            with serving() as service:
                status, job, _ = ask_for(service, "/articles", key, body)
        assert (status, job["state"]) == (202, "queued")

    return handed_in


@contextmanager
def worker(*words):
    program, options = command("work", *words)
    process = subprocess.Popen(program, stderr=subprocess.PIPE, text=True, **options)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def await_that(holds):
    """Returns once it holds; the test's own time limit is the only one."""
    while not holds():
        signal.sigtimedwait([], 0.05)


def done(url):
    total = " + ".join(OUTCOMES)
    return ask(url, f"SELECT coalesce(sum({total}), 0)::integer AS done FROM job_chunks")[0]["done"]


def counts(url):
    row = ask(url, f"SELECT {', '.join(f'sum({name})::integer AS {name}' for name in OUTCOMES)} FROM job_chunks")[0]
    return {name: count for name, count in row.items() if count}


def stored(url):
    return ask(url, "SELECT count(*)::integer AS articles FROM articles")[0]["articles"]


def time_passes(url):
    """As if those who gave their last sign of life just now had given it long ago."""
    do(url, "UPDATE procrastinate_workers SET last_heartbeat = last_heartbeat - interval '10 minutes'")


def test_once_works_off_what_is_due_and_ends(database_url, hand_in):
    hand_in(lines(12) + b"\n{broken\n")
    ended = run("work", "--once")
    (told,) = map(json.loads, ended.stderr.splitlines())
    assert (ended.returncode, told["event"], told["level"]) == (0, "job finished", "info")
    assert counts(database_url) == {"created": 12, "failed": 1}
    assert stored(database_url) == 12
    again = run("work", "--once")
    assert (again.returncode, counts(database_url)) == (0, {"created": 12, "failed": 1})


def test_killed_half_way_nothing_is_lost_and_two_others_share_the_rest(database_url, hand_in):
    hand_in(lines(45))
    with worker() as first:
        await_that(lambda: done(database_url) >= 5)
        first.kill()
        first.wait()
    before = done(database_url)
    assert stored(database_url) == before < 45, "what is counted is stored, and what is stored is counted"
    time_passes(database_url)
    with worker() as second, worker() as third:
        await_that(lambda: done(database_url) == 45)
        for process in (second, third):
            process.send_signal(signal.SIGTERM)
            assert process.wait() == 0
    assert counts(database_url) == {"created": 45}
    assert stored(database_url) == 45
    assert ask(database_url, "SELECT FROM job_lines") == ask(database_url, "SELECT FROM procrastinate_jobs") == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_after_the_article_at_hand_and_the_rest_is_due_at_once(database_url, hand_in, number):
    hand_in(lines(30))
    with worker() as first:
        await_that(lambda: done(database_url) >= 3)
        first.send_signal(number)
        assert first.wait() == 0
        assert "Traceback" not in first.stderr.read()
    before = done(database_url)
    assert stored(database_url) == before < 30
    assert ask(database_url, "SELECT max(attempts) AS most FROM job_lines") == [{"most": 0}], "none was broken off"
    assert ask(database_url, "SELECT FROM procrastinate_workers") == []
    assert run("work", "--once").returncode == 0
    assert counts(database_url) == {"created": 30}


def test_an_article_that_takes_long_is_ended_too_and_the_rest_is_due_at_once(database_url, hand_in):
    long = json.dumps({"text": " ".join(json.loads(line(number))["text"] for number in range(300))}).encode()
    hand_in(long + b"\n" + lines(15))
    with worker() as first:
        await_that(lambda: ask(database_url, "SELECT FROM job_lines WHERE attempts = 1") != [])
        first.send_signal(signal.SIGTERM)
        assert (first.wait(), first.stderr.read()) == (0, "")
    # With those that were handed to the reading process behind it by then.
    assert 1 <= counts(database_url)["created"] <= 6
    assert ask(database_url, "SELECT max(attempts) AS most FROM job_lines") == [{"most": 0}], "none was broken off"
    assert stored(database_url) == done(database_url)
    assert ask(database_url, "SELECT status FROM procrastinate_jobs") == [{"status": "todo"}]
    assert ask(database_url, "SELECT FROM procrastinate_workers") == []


def test_serve_works_off_what_it_takes_and_replaces_a_worker_that_is_killed(database_url, key):
    with serving() as service:
        os.kill(next(pid for pid in service.family if "service.working" in command_line(pid)), signal.SIGKILL)
        status, job, headers = ask_for(service, "/articles", key, lines(12))
        assert (status, headers["Location"]) == (202, f"/jobs/{job['id']}")
        # Not asked of the service: each question is a line of a log that nobody reads, and it waits once that is full.
        await_that(lambda: done(database_url) == 12)
        found = ask_for(service, headers["Location"], key)[1]
        assert (found["state"], found["created"], found["errors"]) == ("finished", 12, [])
        assert len(service.get("/articles?limit=200")["items"]) == 12
        service.process.terminate()
        assert service.process.wait() == 0
        assert (
            ask(database_url, "SELECT FROM procrastinate_workers WHERE last_heartbeat > now() - interval '5 s'") == []
        )


def test_a_worker_ends_with_the_service_that_started_it():
    with serving() as service:
        service.process.kill()
        await_end(service.family)
        assert not any(map(runs, service.family))


def test_a_worker_waits_for_a_database_that_went_away(database_url, hand_in):
    hand_in(lines(20))
    with worker() as process:
        await_that(lambda: done(database_url) >= 3)
        do(database_url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                         " AND datname = current_database()")  # fmt: skip
        await_that(lambda: done(database_url) == 20)
        assert process.poll() is None
    assert counts(database_url) == {"created": 20}


def test_a_database_that_is_away_is_one_line(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    ended = run("work", "--once")
    assert ended.returncode == 1
    assert "the database cannot be used just now" in ended.stderr.splitlines()[-1]


def test_a_write_whose_web_process_was_killed_is_done_again_under_its_name(database_url, key):
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json", "Idempotency-Key": "killed"}
    long = json.dumps({"text": " ".join(json.loads(line(number))["text"] for number in range(600))}).encode()

    def post(service):
        try:
            with urlopen(Request(f"{service.url}/articles", long, headers)) as answer:
                return answer.status, answer.headers["Idempotent-Replayed"]
        except HTTPError as error:
            return error.code, error.headers["Retry-After"]

    with serving() as service, ThreadPoolExecutor(1) as thread:
        first = thread.submit(post, service)
        await_that(lambda: ask(database_url, "SELECT FROM idempotency") != [])
        for pid in web_processes(service.child("service.web")):
            os.kill(pid, signal.SIGKILL)
        assert isinstance(first.exception(), OSError)
        await_that(lambda: service.get("/health/ready")["status"] == "ready")
        assert post(service) == (409, "2")
        do(database_url, "UPDATE idempotency SET begun_at = now() - interval '10 minutes'")
        assert post(service) == (201, None)
        assert post(service) == (201, "true")
    assert stored(database_url) == 1
