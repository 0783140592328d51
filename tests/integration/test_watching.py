"""What a look through a watched folder leaves in the store: each article once, however looks and outages fall."""

import json
import os
from contextlib import ExitStack
from pathlib import Path

import pytest

from service import loading
from service.errors import Unavailable
from service.intake import store
from service.loading import Loading
from service.progress import Progress
from service.store import articles
from service.watching import WatchedFolder, Watching
from service.watching.journal import Journal

LIMIT = 100_000
SAID = "“We never did that,” said Ama Boateng."


class Desk:
    """A watched folder beside a store; every look is of a fresh start where `restart` says so."""

    def __init__(self, home: Path, pool, reader) -> None:
        self.home, self.folder, self.pool, self.reader = home, home / "in", pool, reader
        self.folder.mkdir()
        self._held = ExitStack()
        self.end_after = 1000  # articles
        self.restart()

    def restart(self) -> None:
        self._held.close()
        journal = self._held.enter_context(Journal(self.home / "data", self.folder, "store"))
        self._loading = Loading(self.pool, self.reader, LIMIT, self._held.enter_context(Progress()))
        self._watching = Watching(self._loading, [WatchedFolder(self.folder, journal)], self._ended)

    def _ended(self) -> bool:
        return self._loading.summary.counts.total() >= self.end_after

    def put(self, name: str, content: str) -> Path:
        finished = self.home / "finished"
        finished.write_text(content, encoding="utf-8")
        earlier = finished.stat().st_mtime_ns - 10**9
        os.utime(finished, ns=(earlier, earlier))
        return finished.rename(self.folder / name)

    def look(self) -> dict[str, int]:
        """Looks through the folder once; returns what became of the articles in this look."""
        before = dict(self._loading.summary.counts)
        self._watching.look()
        after = self._loading.summary.counts
        return {end: after[end] - before.get(end, 0) for end in after if after[end] != before.get(end, 0)}

    def stored(self) -> list[dict]:
        with self.pool.reading() as connection:
            return articles.find(connection, articles.ArticleConditions(), 200).items


@pytest.fixture
def desk(tmp_path, pool, reader):
    return Desk(tmp_path, pool, reader)


def rows(*numbers: int) -> str:
    """NDJSON of articles; a number below zero stands for a broken line."""
    return "".join(
        json.dumps({"url": f"https://n.example/{n}", "text": SAID}) + "\n" if n >= 0 else "{broken\n" for n in numbers
    )


def test_each_file_is_taken_in_once(desk, capsys):
    desk.put("a.txt", SAID)
    desk.put("b.jsonl", rows(1, 2))
    assert (desk.look(), desk.look()) == ({"created": 3}, {})
    desk.put("c.jsonl", rows(3))
    assert desk.look() == {"created": 1}
    desk.restart()
    assert desk.look() == {}
    assert len(capsys.readouterr().out.splitlines()) == 4


def test_a_file_that_grows_adds_what_is_new(desk):
    desk.put("a.jsonl", rows(1, 2))
    desk.look()
    desk.put("a.jsonl", rows(1, 2, 3))
    assert desk.look() == {"unchanged": 2, "created": 1}


def test_what_is_broken_is_named_once_until_it_changes(desk, capsys):
    path = desk.put("a.jsonl", rows(1, -1))
    assert (desk.look(), desk.look()) == ({"created": 1, "failed": 1}, {})
    desk.restart()
    assert desk.look() == {}
    assert capsys.readouterr().err.count(f"{path}:2: is not JSON") == 1
    desk.put("a.jsonl", rows(1, 2))
    assert desk.look() == {"unchanged": 1, "created": 1}


def test_a_database_that_is_away_costs_no_file(desk, monkeypatch, capsys):
    desk.put("a.jsonl", rows(-1, 1, 2))
    desk.put("b.txt", SAID)
    calls = []

    def lost_at_the_second(*given):
        calls.append(given)
        if 2 <= len(calls) <= 4:
            raise Unavailable("the database is away")
        return store(*given)

    monkeypatch.setattr(loading, "store", lost_at_the_second)
    looks = [desk.look() for _ in range(5)]
    assert looks == [{"failed": 1, "created": 1}, {}, {}, {"unchanged": 1, "created": 2}, {}]
    assert len(desk.stored()) == 3
    told = capsys.readouterr().err
    assert told.count(":1: is not JSON") == 1
    assert told.count("the database is away; nothing is lost, it is tried again") == 1


def test_what_was_erased_does_not_come_back_by_itself(desk, capsys):
    desk.put("a.jsonl", rows(1))
    desk.look()
    [article] = desk.stored()
    with desk.pool.writing() as connection:
        articles.erase(connection, article["id"])
    path = desk.put("a.jsonl", rows(1, 2))
    assert desk.look() == {"failed": 1, "created": 1}
    assert f"{path}:1: was erased on 20" in capsys.readouterr().err
    assert [found["url"] for found in desk.stored()] == ["https://n.example/2"]


def test_an_end_in_the_midst_of_a_file_finishes_what_is_read_and_loses_none(desk):
    desk.put("a.jsonl", rows(*range(40)))
    desk.end_after = 2
    ended = desk.look()["created"]
    assert 2 <= ended < 40  # those that were read meanwhile are stored too
    desk.end_after = 1000
    desk.restart()
    assert (desk.look(), desk.look()) == ({"unchanged": ended, "created": 40 - ended}, {})


def test_an_article_that_the_database_cannot_take_does_not_hold_up_the_others(desk, monkeypatch):
    desk.put("a.txt", SAID + " It takes too long.")
    desk.put("b.txt", SAID)
    desk.put("c.txt", SAID + " And so on.")

    def too_long(pool, reader, known):
        if "too long" in known.article.text:
            raise Unavailable("the database took too long to answer")
        return store(pool, reader, known)

    monkeypatch.setattr(loading, "store", too_long)
    assert [desk.look() for _ in range(3)] == [{}, {"created": 2}, {}]
    monkeypatch.undo()
    assert desk.look() == {"created": 1}
