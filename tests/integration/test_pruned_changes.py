"""The feed of changes cut at its old end: what stays, and what whoever comes back with an older place is told."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from service import chores
from service.cli import commands
from service.errors import InvalidCursor, NoLongerKept
from service.settings import read_settings
from service.store import changes, webhooks
from service.store.changes import Change
from service.store.pool import open_pool

NOW = datetime(2026, 1, 1, tzinfo=UTC)
MARK = "00000000"


@pytest.fixture
def feed(pool):
    """Ten changes, the first six of them of long ago."""
    with pool.writing() as connection:
        changes.publish(connection, [Change("article", "added", f"a{number}") for number in range(1, 11)])
        connection.execute("UPDATE changes SET at = at - interval '9 days' WHERE subject_id < 'a7' AND number < 7")
    return pool


def read(pool, after=None):
    with pool.reading() as connection:
        return changes.find(connection, 200, after)


def numbers(pool, after=None):
    return [int(each["id"].split("-")[0]) for each in read(pool, after).items]


def prune(pool, days=7.0):
    with pool.writing() as connection:
        return changes.prune(connection, days)


def hook(pool, after):
    with pool.writing() as connection:
        made = webhooks.create(connection, "https://e.org", "whsec_", kinds=[], events=[], after=after, key_id="k")
    return made["id"]


def test_what_is_older_goes_and_later_places_stay_good(feed):
    places = [each["id"] for each in read(feed).items]
    assert [prune(feed), prune(feed)] == [6, 0]
    assert numbers(feed) == numbers(feed, places[5]) == [7, 8, 9, 10]
    assert numbers(feed, places[7]) == [9, 10]
    for gone in ("0", *places[:5]):
        with pytest.raises(NoLongerKept):
            read(feed, gone)
    with pytest.raises(InvalidCursor):
        read(feed, f"8-{MARK}")


def test_the_newest_stays_so_that_now_is_a_place(feed):
    place = read(feed, "now").next
    assert [prune(feed, days=0), prune(feed, days=0)] == [9, 0]
    assert read(feed, place).items == []
    assert read(feed, "now").next == place
    assert prune(feed, days=0) == 0


def test_an_empty_feed_has_nothing_to_remove(pool):
    assert prune(pool) == 0
    assert read(pool, "0").items == []


def test_whoever_reads_while_it_is_cut_is_told(feed, monkeypatch):
    whole = changes.between

    def cut_meanwhile(*args, **given):
        prune(feed)
        return whole(*args, **given)

    monkeypatch.setattr(changes, "between", cut_meanwhile)
    with pytest.raises(NoLongerKept):
        read(feed, "0")


def test_what_a_webhook_has_still_to_be_told_stays(feed):
    places = [each["id"] for each in read(feed).items]
    made = hook(feed, places[2])
    assert prune(feed) == 3
    with feed.writing() as connection:
        webhooks.make_one(connection, NOW)
        taken = webhooks.take(connection, NOW, NOW)
    assert prune(feed) == 0
    with feed.reading() as connection:
        assert webhooks.content(connection, taken)["after"] == places[2]
        webhooks.end(connection, taken, "dead", NOW)
    assert prune(feed) == 3
    with pytest.raises(NoLongerKept), feed.writing() as connection:
        webhooks.replay(connection, made, taken["id"], NOW)
    with feed.reading() as connection:
        assert webhooks.delivery(connection, made, taken["id"])["status"] == "dead"


def test_no_webhook_begins_where_nothing_is_kept(feed):
    prune(feed)
    with pytest.raises(NoLongerKept):
        hook(feed, "0")


def test_one_at_a_time(feed, database_url):
    other = open_pool(database_url, size=1, wait=5, statement_timeout=10)
    with other.writing() as connection:
        changes.keep(connection)
        assert prune(feed) == 0
    other.close()
    assert prune(feed) == 6


@pytest.mark.parametrize(("days", "left"), [pytest.param(0, 10, id="for good"), pytest.param(7, 4, id="a week")])
def test_a_worker_keeps_what_the_settings_say(days, left, feed):
    chores.forget_old_changes(feed, replace(read_settings(), changes_days=days))
    assert len(numbers(feed)) == left


def test_the_command(feed, database_url, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", database_url)
    done = CliRunner().invoke(commands, ["prune", "--days", "7"])
    assert (done.exit_code, done.output) == (0, "Removed 6 changes.\n")
