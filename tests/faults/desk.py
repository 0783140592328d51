"""What fault tests work on: a running service on a server that can be struck, clients that note what they were told is
stored, and what must hold once the fault is over.
"""

import json
import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import psycopg
from psycopg.rows import dict_row
from test_serve import await_end, children_of, command_line, run, runs, serving, web_processes

from service.local_postgres import LocalPostgres
from service.store.invariants import check

LAST_ACT = 7306007  # the lock that every writing transaction takes right before its end
_NAMES = ("Ama Boateng", "Per Lind", "Oda Holm", "Ines Duarte", "Tomas Rehak")
_numbers = count(1)
_IN_A_ROW = 8  # answers by which each web process has most likely been asked


PATIENCE = 120.0  # seconds: what has not recovered by then needs a hand


def await_that(holds) -> None:
    """Returns once it holds. Fails where it does not come to hold by itself."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, "it did not recover by itself"
        signal.sigtimedwait([], 0.02)


def ask(url: str, statement: str) -> list[dict[str, Any]]:
    with psycopg.connect(url, autocommit=True, row_factory=dict_row) as connection:
        return connection.execute(statement).fetchall()


def article(number: int, length: int = 1) -> dict[str, str]:
    """An article of its own address with a quote for each of its sentences."""
    name = _NAMES[number % len(_NAMES)]
    said = " ".join(f"“Pier {number}.{part} stays closed,” said {name}, head of the port." for part in range(length))
    return {"url": f"https://example.org/{number}", "title": f"Pier {number}", "publisher": "The Harbour Post",
            "published_at": "2018-03-01", "text": said}  # fmt: skip


def fresh(count: int) -> list[dict[str, str]]:
    """So many articles that nobody has sent yet."""
    return [article(next(_numbers)) for _ in range(count)]


class Server:
    """A Postgres of its own that can be killed and started again, as whoever runs it would."""

    def __init__(self, data: Path, **options: str) -> None:
        self._data, self._options = data, options
        self._held = ExitStack()
        self.start()

    def start(self) -> None:
        self._server = self._held.enter_context(LocalPostgres(self._data, options=self._options))
        self.url = self._server.url

    @property
    def pid(self) -> int:
        return int((self._data / "postgres" / "postmaster.pid").read_text().split()[0])

    def kill(self) -> None:
        family = [self.pid, *children_of(self.pid)]
        os.kill(self.pid, signal.SIGKILL)
        await_end(family)
        self._held.close()

    def is_running(self) -> bool:
        """Whether it still runs, or recovers by itself; a while passes before it would end."""
        with suppress(psycopg.OperationalError), psycopg.connect(self.url, connect_timeout=5):
            return True
        try:
            return runs(self.pid)
        except FileNotFoundError:
            return False

    def stop(self) -> None:
        self._held.close()


@dataclass
class Told:
    """What clients were told: the articles that are stored, when they were told so, and how else they were answered."""

    stored: dict[str, float] = field(default_factory=dict)
    answers: Counter[int] = field(default_factory=Counter)
    struck: float = 0.0
    over: float = 0.0  # where what was struck goes on for a moment
    stop: Callable[[], None] = lambda: None

    @property
    def recovered(self) -> float:
        """Seconds from the fault to the first article after it that was acknowledged; below 0 as long as none was."""
        after = [when for when in list(self.stored.values()) if when > max(self.struck, self.over)]
        return min(after) - self.struck if after and self.struck else -1.0


class Desk:
    """A running service, and its clients."""

    def __init__(self, service, url: str) -> None:
        self.service, self.url = service, url
        made = run("keys", "create", "--scope", "ingest", "--scope", "curate")
        assert made.returncode == 0, made.stderr
        self.key = made.stdout.strip()
        self.stored: set[str] = set()
        self._seen: set[str] = set()

    def ask(self, method: str, path: str, document: Any = None, **headers: str) -> tuple[int, Any]:
        """Status and document of the answer; 0 where there was none."""
        body = document if isinstance(document, bytes) or document is None else json.dumps(document).encode()
        known = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json"} | headers
        with closing(HTTPConnection("127.0.0.1", self.service.port, timeout=120)) as connection:
            try:
                connection.request(method, path, body, known)
                answer = connection.getresponse()
                content = answer.read()
                return answer.status, json.loads(content) if content else None
            except (OSError, HTTPException):
                return 0, None

    def items(self, path: str, **asked: str):
        """All items of all pages."""
        after: dict[str, str] = {}
        while True:
            status, page = self.ask("GET", f"{path}?{urlencode({'limit': '200', **asked, **after})}")
            assert status == 200, page
            yield from page["items"]
            if not page.get("next"):
                return
            after = {"after": page["next"]}

    def web(self) -> list[int]:
        """The web processes, without the one that watches them."""
        return next((web_processes(pid) for pid in self._programs("service.web")), [])

    def worker(self) -> int | None:
        """The process that takes in what comes in bulk."""
        return next(iter(self._programs("service.working")), None)

    def _programs(self, word: str) -> list[int]:
        """The processes of the service that run now and whose command line holds a word; its own children first."""
        found = []
        for pid in children_of(self.service.process.pid):
            with suppress(FileNotFoundError, ProcessLookupError):  # ended meanwhile
                if runs(pid) and word in command_line(pid):
                    found.append(pid)
        return found

    def is_ready(self) -> bool:
        return self.ask("GET", "/health/ready")[0] == 200

    @contextmanager
    def writing(self, writers: int = 3, length: int = 1):
        """Clients that send one article after the other; what they are told."""
        told, ended = Told(), threading.Event()
        threads = [threading.Thread(target=self._write, args=(told, ended, length)) for _ in range(writers)]

        def stop() -> None:
            ended.set()
            for thread in threads:
                thread.join()
            self.stored |= told.stored.keys()

        told.stop = stop
        for thread in threads:
            thread.start()
        try:
            yield told
        finally:
            stop()

    def _write(self, told: Told, ended: threading.Event, length: int) -> None:
        while not ended.is_set():
            document = article(next(_numbers), length)
            status, _ = self.ask("POST", "/articles", document)
            told.answers[status] += 1
            if status == 201:
                told.stored[document["url"]] = time.monotonic()
            elif status:
                ended.wait(0.1)
            else:
                ended.wait(0.02)

    def hand_in(self, lines: int) -> str:
        """Hands articles in to be taken in later; the job."""
        documents = fresh(lines)
        body = "\n".join(map(json.dumps, documents)).encode()
        status, job = self.ask("POST", "/articles", body, **{"Content-Type": "application/x-ndjson"})
        assert status == 202, job
        self.stored |= {document["url"] for document in documents}
        return job["id"]

    def is_done(self, job: str) -> bool:
        status, found = self.ask("GET", f"/jobs/{job}")
        return status == 200 and found["state"] == "finished"

    def all_is_well(self) -> tuple[int, int]:
        """Asserts that what was acknowledged is stored, readable and counted, and every row holds together.

        Returns how many articles were acknowledged since it was asked last, and how many of them are found.
        """
        # Several in a row: each web process may have connections that died, and says so once.
        await_that(lambda: all(self.is_ready() for _ in range(_IN_A_ROW)))
        there = {item["url"]: item for item in self.items("/articles")}
        assert self.stored <= there.keys(), sorted(self.stored - there.keys())
        words = Counter(quote["article"]["url"] for quote in self.items("/quotes", fields="article"))
        assert all(words[url] == item["quotes"] > 0 for url, item in there.items() if url in self.stored)
        status, counted = self.ask("GET", "/quotes?limit=1&count=true")
        assert (status, counted["count"]) == (200, words.total())
        assert check(self.url).broken == ()
        new, self._seen = self.stored - self._seen, set(self.stored)
        return len(new), len(new & there.keys())


def drained(service, log: Path = Path(os.devnull)):
    """The same service; its log is read, into a file if one is named, or it would wait for ever with the pipe full."""
    source = os.dup(service.process.stderr.fileno())

    def read() -> None:
        with open(source, "rb", buffering=0) as lines, log.open("ab") as kept:
            while some := lines.read(65_536):
                kept.write(some)
                kept.flush()

    threading.Thread(target=read, daemon=True).start()
    return service


@contextmanager
def desk_on(url: str, *words: str, patch, log: Path = Path(os.devnull)):
    """A service with the database of a URL."""
    patch.setenv("DATABASE_URL", url)
    patch.setenv("ONRECORD_RATE_LIMIT", "off")
    with serving(*words) as service:
        yield Desk(drained(service, log), url)


@contextmanager
def held(url: str, statement: str):
    """A transaction of somebody else that has done a statement and does not end."""
    with psycopg.connect(url) as connection:
        connection.execute(statement)
        yield connection


def waiting(url: str) -> int:
    """How many wait for a lock in this database."""
    query = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    return len(ask(url, query))


@contextmanager
def at_their_last_act(url: str, writers: int = 1):
    """Whoever writes is stopped when all is done but the end of the transaction; once so many wait, the block runs."""
    with held(url, f"SELECT pg_advisory_xact_lock({LAST_ACT})") as connection:

        def stopped() -> None:
            await_that(lambda: waiting(url) >= writers)

        yield stopped
        connection.rollback()
