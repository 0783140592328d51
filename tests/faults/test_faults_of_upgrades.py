"""A store that an older program wrote is upgraded, also where the upgrade is killed in its middle."""

import subprocess
import time
from pathlib import Path

import psycopg
import pytest
from desk import ask, await_that, desk_on, held, waiting
from test_serve import command, run

from service.shipped import shipped
from service.store.invariants import check
from service.store.migrations import migrate

OLD = (Path(__file__).parent / "store_of_0007.sql").read_text("utf-8")
NAMES = sorted(path.name for path in shipped("sql/migrations").glob("*.sql"))
KNOWN = [name for name in NAMES if name[:4] <= "0007"]


@pytest.fixture
def old_store(empty_database_url, monkeypatch):
    migrate(empty_database_url, only=KNOWN)
    with psycopg.connect(empty_database_url) as connection:
        connection.execute(OLD)
    monkeypatch.setenv("DATABASE_URL", empty_database_url)
    return empty_database_url


def ledger(url):
    return [row["name"] for row in ask(url, "SELECT name FROM migrations ORDER BY name")]


def columns_of_quotes(url):
    return ask(url, "SELECT column_name FROM information_schema.columns WHERE table_name = 'quotes' ORDER BY 1")


def test_an_upgrade_killed_in_its_middle(old_store, note):
    words, before = ask(old_store, "SELECT id, text, spans FROM quotes ORDER BY id"), columns_of_quotes(old_store)
    program, options = command("migrate")
    # The migration that adds to the quotes has to wait for whoever reads them.
    with held(old_store, "LOCK TABLE quotes IN ACCESS SHARE MODE"):
        process = subprocess.Popen(program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
        await_that(lambda: waiting(old_store))
        process.kill()
        process.wait()
    await_that(lambda: not ask(old_store, "SELECT FROM pg_locks WHERE locktype = 'advisory'"))
    half = ledger(old_store)
    assert half == [*KNOWN, *(name for name in NAMES if name not in KNOWN)][: len(half)]
    assert len(KNOWN) < len(half) < len(NAMES)
    assert columns_of_quotes(old_store) == before, "whole or not at all"
    struck = time.monotonic()
    assert run("migrate").returncode == 0
    seconds = time.monotonic() - struck
    assert ledger(old_store) == NAMES
    assert ask(old_store, "SELECT id, text, spans FROM quotes ORDER BY id") == words
    assert check(old_store).broken == ()
    note("upgrade killed in its middle, begun again", len(words), len(words), seconds)


@pytest.mark.long_form
def test_a_store_of_the_seventh_migration_is_served(old_store, note, monkeypatch):
    listed = ask(old_store, "SELECT id, text FROM quotes WHERE listed AND speech ORDER BY id")
    struck = time.monotonic()
    with desk_on(old_store, "--workers", "1", patch=monkeypatch) as desk:
        seconds = time.monotonic() - struck
        found = sorted((quote["id"], quote["text"]) for quote in desk.items("/quotes"))
        assert found == [(row["id"], row["text"]) for row in listed]
        (claim,) = desk.items("/claims")
        assert (claim["status"], claim["statement_count"]) == ("disputed", 3)
        merged = [item["name"] for item in desk.items("/speakers")]
        assert "Anna Lee" not in merged
        with desk.writing(1) as told:
            await_that(lambda: told.stored)
        desk.all_is_well()
    note("store of the seventh migration upgraded", len(listed), len(found), seconds)
