"""The database is struck while clients write: killed, started anew, cut off, locked, full, or out of connections."""

import os
import signal
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager

import pytest
from desk import LAST_ACT, Server, ask, at_their_last_act, await_that, fresh, held, waiting
from plain_reader import PlainReader
from unprivileged import open_folder

from service.errors import Unavailable
from service.intake import take_in
from service.records import Article
from service.store import pool as pools
from service.store.invariants import check
from service.store.migrations import migrate
from service.store.pool import open_pool


def test_the_server_killed_under_load_and_started_again(desk, server, note):
    job = desk.hand_in(15)
    with desk.writing() as told:
        await_that(lambda: len(told.stored) >= 5)
        server.kill()
        gone = time.monotonic()
        # For longer than the connections are tried anew, and with more clients in vain than may wait.
        await_that(lambda: told.answers[503] >= 20 and time.monotonic() > gone + 4)
        status, problem = desk.ask("GET", "/health/ready")
        assert (status, problem["errors"][0]["detail"]) == (503, "database: away or too slow")
        assert desk.ask("GET", "/health/live")[0] == 200
        told.struck = time.monotonic()
        server.start()
        await_that(lambda: told.recovered > 0)
    assert set(told.answers) <= {0, 201, 503}
    await_that(lambda: desk.is_done(job))
    assert desk.ask("GET", f"/jobs/{job}")[1]["failed"] == 0
    note("server killed under load, started again", *desk.all_is_well(), told.recovered)


def test_the_server_restarted_in_order_under_load(desk, server, note):
    with desk.writing() as told:
        await_that(lambda: len(told.stored) >= 5)
        told.struck = time.monotonic()
        server.stop()
        server.start()
        await_that(lambda: told.recovered > 0)
    assert set(told.answers) <= {0, 201, 503}
    note("server restarted under load", *desk.all_is_well(), told.recovered)


def test_a_process_of_the_server_killed_under_load(desk, note):
    """Then Postgres ends all connections and recovers, as after a crash."""
    with desk.writing() as told:
        await_that(lambda: len(told.stored) >= 5)
        (one,) = ask(desk.url, "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'"
                               " AND pid <> pg_backend_pid() ORDER BY query_start DESC LIMIT 1")  # fmt: skip
        told.struck = time.monotonic()
        os.kill(one["pid"], signal.SIGKILL)
        await_that(lambda: told.recovered > 0)
    assert set(told.answers) <= {0, 201, 503}
    note("process of the server killed under load", *desk.all_is_well(), told.recovered)


def test_connections_cut_in_the_middle_of_a_statement(desk, note):
    before = {item["url"] for item in desk.items("/articles")}
    others = fresh(2)
    with at_their_last_act(desk.url, 2) as stopped, ThreadPoolExecutor(2) as clients:
        sent = [clients.submit(desk.ask, "POST", "/articles", each) for each in others]
        stopped()
        struck = time.monotonic()
        ask(desk.url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
        assert [each.result()[0] for each in sent] == [503, 503]
    assert {item["url"] for item in desk.items("/articles")} == before
    assert [desk.ask("POST", "/articles", each)[0] for each in others] == [201, 201]
    desk.stored |= {each["url"] for each in others}
    seconds = time.monotonic() - struck
    note("connections cut in the middle of a statement", *desk.all_is_well(), seconds)


def test_all_connections_of_the_pool_taken(desk, note):
    with ThreadPoolExecutor(40) as clients:
        with held(desk.url, "LOCK TABLE articles IN ACCESS EXCLUSIVE MODE") as holder:
            documents = fresh(40)
            sent = [clients.submit(desk.ask, "POST", "/articles", each) for each in documents]
            await_that(lambda: sum(each.done() for each in sent) >= 8)
            assert {each.result()[0] for each in sent if each.done()} == {503}
            assert desk.ask("GET", "/health/live")[0] == 200
            struck = time.monotonic()
            holder.rollback()
        told = [each.result()[0] for each in sent]
    assert set(told) <= {201, 503}
    desk.stored |= {each["url"] for each, status in zip(documents, told, strict=True) if status == 201}
    await_that(desk.is_ready)
    seconds = time.monotonic() - struck
    note("pool exhausted", *desk.all_is_well(), seconds)


@contextmanager
def store_on(url):
    with closing(open_pool(url, size=2, wait=2, statement_timeout=5)) as pool:
        yield pool


def test_a_lock_that_is_held_for_too_long(database_url, note, monkeypatch):
    monkeypatch.setattr(pools, "_PATIENT", "SET LOCAL statement_timeout = '300ms'")  # in the product a minute
    with store_on(database_url) as pool:
        with held(database_url, f"SELECT pg_advisory_xact_lock({LAST_ACT})"):
            with pytest.raises(Unavailable, match="took too long"):
                take_in(pool, PlainReader(), Article('"One." said Ann Lee.'))
            assert waiting(database_url) == 0
        struck = time.monotonic()
        assert take_in(pool, PlainReader(), Article('"One." said Ann Lee.')).outcome == "created"
        seconds = time.monotonic() - struck
    assert check(database_url).broken == ()
    note("lock held too long", 1, 1, seconds)


@contextmanager
def small_disk(megabytes):
    """A folder with a file system of so many megabytes. Skips the test where none may be mounted."""
    with open_folder() as folder:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=755", "tmpfs", str(folder)]
        if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
            pytest.skip("a small file system cannot be mounted here")
        try:
            yield folder
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)


def test_a_disk_that_is_full(note):
    with small_disk(160) as folder:
        server = Server(folder / "data", min_wal_size="32MB", max_wal_size="32MB")
        migrate(server.url)
        stored = []
        with store_on(server.url) as pool:
            _fill(folder / "ballast", leave=3)
            with pytest.raises(Unavailable):
                stored.extend(take_in(pool, PlainReader(), long_article(number)).article_id for number in range(10_000))
            (folder / "ballast").unlink()
            struck = time.monotonic()
            # Where it had no room for its log either, Postgres has ended; whoever runs it starts it again.
            if not server.is_running():
                server.stop()
                server.start()
            stored.append(_until_stored(pool, long_article(10_000)))
            seconds = time.monotonic() - struck
            there = {row["id"] for row in ask(server.url, "SELECT id FROM articles")}
        assert set(stored) <= there
        assert check(server.url).broken == ()
        note("disk full", len(stored), len(there & set(stored)), seconds)
        server.stop()


def long_article(number):
    said = " ".join(f'"Pier {number} stays closed for {part} days" said Ann Lee.' for part in range(40))
    return Article(said, url=f"https://example.org/{number}")


def _fill(file, leave):
    """Takes all room of a file system but so many megabytes."""
    state = os.statvfs(file.parent)
    with file.open("wb") as ballast:
        os.posix_fallocate(ballast.fileno(), 0, state.f_bavail * state.f_frsize - leave * 2**20)


def _until_stored(pool, wanted):
    found = []

    def stored():
        try:
            found.append(take_in(pool, PlainReader(), wanted).article_id)
        except Unavailable:
            return False
        return True

    await_that(stored)
    return found[0]
