"""A body of many lines becomes a job, and each of its lines one article or one reason why not, counted once."""

import gzip
import json
import os
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from plain_reader import PlainReader
from stores import ask, do
from structlog.testing import capture_logs

from service import bulk
from service.bulk import Limits
from service.errors import BulkTooLarge, InvalidBulk, OnRecordError
from service.reading_process import ReadingProcess
from service.store import jobs

LIMITS = Limits(size=100_000, lines=1000, text=5_000)
COUNTS = ("created", "revised", "updated", "unchanged", "failed")


def line(number, **fields):
    return json.dumps({"text": f'"Number {number}" said Ann Lee.', "url": f"https://example.org/{number}"} | fields)


def body(*lines):
    return "\n".join(lines).encode()


@pytest.fixture
def receive(pool):
    def received(content, *, limits=LIMITS, zipped=False):
        return bulk.receive(pool, BytesIO(content), limits, zipped=zipped)

    return received


@pytest.fixture
def work(pool, reader, database_url):
    """Works off all chunks of a job, as one worker would."""

    def worked(job_id, reader=reader):
        for row in ask(database_url, f"SELECT chunk FROM job_chunks WHERE job_id = '{job_id}' ORDER BY chunk"):
            bulk.take_chunk(pool, reader, job_id, row["chunk"], LIMITS.text)
        return job(pool, job_id)

    return worked


def job(pool, job_id):
    with pool.reading() as connection:
        return jobs.get(connection, job_id)


def counts(found):
    return {name: found[name] for name in COUNTS if found[name]}


def test_every_line_becomes_an_article_and_its_text_leaves_the_job(receive, work, pool, database_url):
    job_id = receive(body(*(line(number) for number in range(45))))
    before = job(pool, job_id)
    assert (before["state"], before["received"], before["done"], counts(before)) == ("queued", 45, 0, {})
    assert len(ask(database_url, "SELECT FROM procrastinate_jobs WHERE status = 'todo'")) == 3
    after = work(job_id)
    assert (after["state"], after["done"], counts(after), after["errors"]) == ("finished", 45, {"created": 45}, [])
    assert after["finished_at"] is not None
    assert len(ask(database_url, "SELECT FROM articles")) == 45
    assert ask(database_url, "SELECT FROM job_lines") == []


def test_outcomes_are_told_apart(receive, work):
    first = work(receive(body(line(1), line(2), line(3))))
    assert counts(first) == {"created": 3}
    second = work(receive(body(line(1), line(2, title="New"), line(3, text='"Other" said Ann Lee.'), line(4))))
    assert counts(second) == {"unchanged": 1, "updated": 1, "revised": 1, "created": 1}


@pytest.mark.parametrize(
    ("broken", "pointer", "told"),
    [
        pytest.param(b"{", None, "is not JSON", id="broken JSON"),
        pytest.param(b"[]", None, "is not a JSON object", id="an array"),
        pytest.param(b"null", None, "is not a JSON object", id="null"),
        pytest.param(b'{"text": NaN}', None, "is not JSON", id="NaN is no JSON"),
        pytest.param(b'{"text": "\xe9t\xe9"}', None, "is not UTF-8", id="Latin-1"),
        pytest.param(b'{"text": "\\ud800"}', None, "is not JSON", id="half a surrogate pair"),
        pytest.param(b'{"text": "a\\u0000"}', "/text", "U+0000", id="NUL"),
        pytest.param(b"{}", "/text", "", id="no text"),
        pytest.param(b'{"text": "a", "colour": 1}', "/colour", "Unknown", id="an unknown field"),
        pytest.param(b'{"text": "a", "published_at": "2018-13"}', "/published_at", "", id="no date"),
        pytest.param(b'{"text": "' + b"a" * 5_001 + b'"}', "/text", "the limit is 5000", id="a text over its limit"),
        pytest.param(b'{"html": "<p></p>"}', "/html", "", id="HTML without an article"),
    ],
)
def test_a_broken_line_costs_that_line_only_and_is_told(broken, pointer, told, receive, work):
    found = work(receive(b"\n".join([line(1).encode(), b"", broken, line(2).encode()])))
    assert counts(found) == {"created": 2, "failed": 1}
    (error,) = found["errors"]
    assert (error["line"], error["status"], error["pointer"]) == (3, 422, pointer)
    assert told in error["detail"]


def test_a_line_that_is_far_too_long_is_not_kept(receive, work, database_url):
    limits = Limits(size=10_000_000, lines=10, text=5_000)
    job_id = receive(b'{"text": "' + b"a" * 2_000_000 + b'"}\n' + line(1).encode(), limits=limits)
    assert [row["body"] is None for row in ask(database_url, "SELECT body FROM job_lines ORDER BY line")] == [
        True,
        False,
    ]
    found = work(job_id)
    assert counts(found) == {"created": 1, "failed": 1}
    assert "bytes long" in found["errors"][0]["detail"]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(body(line(1), line(2)), id="no newline at the end"),
        pytest.param(b"\xef\xbb\xbf" + body(line(1), line(2), ""), id="a byte order mark"),
        pytest.param(body(line(1), line(2)).replace(b"\n", b"\r\n"), id="CRLF"),
        pytest.param(b"\n\n \t\n" + body(line(1), "", "", line(2), "", ""), id="blank lines"),
    ],
)
def test_what_stands_around_the_lines_is_no_matter(content, receive, work):
    assert counts(work(receive(content))) == {"created": 2}


@pytest.mark.parametrize(
    ("content", "zipped", "error", "told"),
    [
        pytest.param(b"", False, InvalidBulk, "no lines", id="empty"),
        pytest.param(b" \n\n", False, InvalidBulk, "no lines", id="blank"),
        pytest.param(b'[{"text": "a"}]', False, InvalidBulk, "JSON array", id="a JSON array"),
        pytest.param(b'\xef\xbb\xbf\n [\n{"text": "a"}\n]', False, InvalidBulk, "JSON array", id="one over many lines"),
        pytest.param(b"{}\n" * 1001, False, BulkTooLarge, "more than 1000 lines", id="too many lines"),
        pytest.param(b"\n" * 1001, False, BulkTooLarge, "more than 1000 lines", id="blank lines count too"),
        pytest.param(b" " * 100_001, False, BulkTooLarge, "limit of 100000 bytes", id="too many bytes"),
        pytest.param(b"{}\n", True, InvalidBulk, "gzip", id="no gzip"),
        pytest.param(b"", True, InvalidBulk, "no lines", id="nothing instead of gzip"),
        pytest.param(gzip.compress(b"{}\n" * 500)[:-9], True, InvalidBulk, "gzip", id="gzip that breaks off"),
        pytest.param(gzip.compress(b"{}\n") + b"more", True, InvalidBulk, "gzip", id="something behind gzip"),
        pytest.param(gzip.compress(b" " * 50_000_000), True, BulkTooLarge, "limit of 100000 bytes", id="a bomb"),
        pytest.param(gzip.compress(b"\n" * 9_000_000), True, BulkTooLarge, "1000 lines", id="a bomb of lines"),
    ],
)
def test_a_body_that_is_none_is_refused_and_nothing_of_it_kept(content, zipped, error, told, receive, database_url):
    with pytest.raises(error, match=told):
        receive(content, zipped=zipped)
    for table in ("jobs", "job_lines", "job_chunks", "procrastinate_jobs"):
        assert ask(database_url, f"SELECT FROM {table}") == []


def test_gzip_in_several_members_is_one_body(receive, work):
    packed = gzip.compress(body(line(1), "")) + gzip.compress(body(line(2)))
    assert counts(work(receive(packed, zipped=True))) == {"created": 2}


def test_two_workers_at_the_same_chunk_count_each_line_once(receive, work, pool, database_url):
    job_id = receive(body(*(line(number) for number in range(10))))
    with ThreadPoolExecutor(4) as threads:
        assert all(list(threads.map(lambda _: work(job_id, PlainReader())["state"], range(4))))
    found = job(pool, job_id)
    assert (counts(found), found["received"]) == ({"created": 10}, 10)
    assert len(ask(database_url, "SELECT FROM articles")) == 10


class Killed(BaseException):
    """As by a signal: nothing is tidied up, for the process is gone."""


class Fatal(PlainReader):
    """Dies of one text."""

    def __init__(self, error):
        super().__init__()
        self.error = error

    def read(self, text):
        if "Number 3" in text:
            raise self.error
        return super().read(text)


@pytest.mark.parametrize("error", [Killed(), ZeroDivisionError("secret")])
def test_a_line_that_kills_its_workers_is_given_up_and_holds_up_no_other(error, receive, work, pool):
    job_id, died = receive(body(*(line(number) for number in range(5)))), 0
    with capture_logs() as logs:
        while job(pool, job_id)["state"] != "finished":
            try:
                work(job_id, Fatal(error))
            except (Killed, ZeroDivisionError):
                died += 1
                if died == 1:
                    assert counts(job(pool, job_id)) == {"created": 3}
                if died == 3:  # the line behind it was begun ahead with it: this time it is the first, and by itself
                    assert counts(job(pool, job_id)) == {"created": 4}
    found = job(pool, job_id)
    assert (counts(found), died) == ({"created": 4, "failed": 1}, bulk.MOST_ATTEMPTS)
    assert found["errors"][0]["line"] == 4
    assert "given up" in found["errors"][0]["detail"]
    assert len(logs) == (bulk.MOST_ATTEMPTS if isinstance(error, Exception) else 0)


class Mortal(PlainReader):
    """Takes its process along with one text."""

    def read(self, text):
        if "Number 3" in text:
            os._exit(1)
        return super().read(text)


def load_mortal(model):
    return Mortal()


def test_a_line_that_kills_the_reading_process_is_given_up_and_each_other_stored_with_its_own_reading(
    receive, work, pool, database_url
):
    job_id, died = receive(body(*(line(number) for number in range(10)))), 0
    with ReadingProcess(load_mortal, None) as reader:
        while job(pool, job_id)["state"] != "finished":
            try:
                work(job_id, reader)
            except OnRecordError:
                died += 1
    assert (counts(job(pool, job_id)), died) == ({"created": 9, "failed": 1}, bulk.MOST_ATTEMPTS)
    told = ask(database_url, "SELECT a.url, q.text FROM quotes q JOIN articles a ON a.id = q.article_id")
    assert {row["url"].rpartition("/")[2]: row["text"] for row in told} == {
        str(number): f"Number {number}" for number in range(10) if number != 3
    }


def test_errors_are_told_of_the_first_lines_and_counted_of_all(receive, work):
    limits = Limits(size=10_000_000, lines=1000, text=5_000)
    found = work(receive(b"{\n" * 300, limits=limits))
    assert (found["failed"], len(found["errors"])) == (300, jobs.MOST_ERRORS)


def test_what_is_told_of_an_error_is_short(receive, work):
    found = work(receive(json.dumps({"text": "a", "x" * 4_000: 1}).encode()))
    assert len(found["errors"][0]["detail"]) <= 500


def test_chunks_whose_task_was_lost_become_due_again(receive, work, pool, database_url):
    job_id = receive(body(line(1)))
    do(database_url, "TRUNCATE procrastinate_jobs CASCADE")
    with pool.writing() as connection:
        assert jobs.queue_idle(connection, 900) == 0, "somebody may be about it"
        connection.execute("UPDATE job_chunks SET touched_at = now() - interval '1 day'")
        assert jobs.queue_idle(connection, 900) == 1
        assert jobs.queue_idle(connection, 900) == 0, "it waits already"
    work(job_id)
    do(database_url, "TRUNCATE procrastinate_jobs CASCADE")
    with pool.writing() as connection:
        assert jobs.queue_idle(connection, -1) == 0, "nothing is left of it"


def test_a_finished_job_is_forgotten_after_a_while(receive, work, pool, database_url):
    done, waiting = receive(body("{}")), receive(body("{}"))
    work(done)
    with pool.writing() as connection:
        jobs.finish(connection)
        connection.execute("UPDATE jobs SET finished_at = finished_at - interval '31 days'")
        jobs.prune(connection, 30)
    assert job(pool, done) is None
    assert job(pool, waiting)["state"] == "queued"
    assert ask(database_url, "SELECT FROM job_errors") == []
