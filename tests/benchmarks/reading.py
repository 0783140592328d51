"""How fast a store is read: through gunicorn at 1, 8 and 32 connections, beside its own statements and Datasette.

Each answer is worked out anew, but where the tables say that it was asked for again in an unchanged store.
"""

import re
import statistics
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from .corpus.drafts import Plan
from .cpu import clock
from .load import Answered, Request, ask
from .peers import datasette, pgbench, scripts, sqlite_copy
from .questions import Question, questions, remembered, unchanged
from .serving import service
from .tables import table

CONNECTIONS = (1, 8, 32)
Spent = Callable[[], float]
Taken = tuple[float, float]
_REFUSED = re.compile(r'^onrecord_requests_total\{.*status="503".*\} ([\d.]+)$', re.MULTILINE)
_AT = 8  # connections of what stands beside


@dataclass(frozen=True, slots=True)
class How:
    """Of each measurement the seconds and the rounds, of which the middle one is told; Datasette's program, if any.

    `named`: of the questions those whose names hold one of these.
    """

    seconds: float = 5
    rounds: int = 3
    datasette: Path | None = None
    named: Sequence[str] = ("",)


@dataclass(frozen=True, slots=True)
class Served:
    """Two services on one store: where they are, the one that works each answer out anew, and the one that remembers;
    and what tells the CPU that each of them, with the store, has spent.
    """

    anew: str
    again: str
    spent_anew: Spent
    spent_again: Spent


def measure(url: str, plan: Plan, how: How) -> dict[str, float]:
    """Prints all that is measured of reading a store; returns the medians at one connection, in milliseconds."""
    asked = [each for each in questions(url, plan) if any(part in each.name for part in how.named)]
    with (
        tempfile.TemporaryDirectory() as folder,
        service(url, remembers=False) as (anew, forgetful),
        service(url) as (again, mindful),
    ):
        found = _over_http(anew, asked, how)
        served = Served(anew, again, clock(url, forgetful), clock(url, mindful))
        _beside(url, served, asked, how, Path(folder))
        if how.datasette:
            _datasette(url, served, asked, how, Path(folder))
    return found


def _over_http(address: str, asked: Sequence[Question], how: How) -> dict[str, float]:
    rows, medians = [], {}
    for question in asked:
        ask(address, question.asked, 8, 1)  # the first requests prepare statements and fill caches
        for connections in CONNECTIONS:
            refused = _refused(address)
            one = _middle([ask(address, question.asked, connections, how.seconds) for _ in range(how.rounds)])
            if connections == 1:
                medians[question.name] = one.p50
            spread = [f"{one.p99 / one.p50:.1f}", f"{one.errors:.1%}", _refused(address) - refused]
            rows.append([question.name, connections, f"{one.rate:.0f}", *_times(one), *spread])
    print(
        table(
            ["question", "connections", "a second", "p50 ms", "p95 ms", "p99 ms", "p99 / p50", "errors", "503"], rows
        ),
        flush=True,
    )
    if any(row[-1] for row in rows):
        print("503 is what a request gets that waited for a connection of the store for ONRECORD_POOL_TIMEOUT.\n")
    return medians


def _refused(address: str) -> int:
    """How many requests were answered with 503 so far, in all rounds."""
    with urlopen(f"{address}/metrics") as answer:
        counted = re.findall(
            r'^onrecord_requests_total\{.*status="503".*\} ([\d.]+)$', answer.read().decode(), re.MULTILINE
        )
    return round(sum(map(float, counted)))


def _beside(url: str, served: Served, asked: Sequence[Question], how: How, folder: Path) -> None:
    rows = []
    pages = [each for each in asked if each.works]
    for number, question in enumerate(pages):
        (files := folder / str(number)).mkdir()
        rows += _rows(question.name, _rounds(url, served, question, scripts(url, files, question.works), how))
    heads = ["at 8 connections", "", "a second", "ms of CPU", "/ pgbench", "by CPU", "/ memory", "by CPU"]
    if pages:
        print(table(heads, rows), flush=True)
        _unchanged(served, pages[0], how)


def _rounds(
    url: str, served: Served, question: Question, made: Sequence[Path], how: How
) -> list[tuple[Taken, ...]]:  # fmt: skip
    memory = remembered(question)
    for each in (question, memory):  # what is asked for the third time is remembered
        ask(served.again, each.asked, _AT, 1)
    # In turn, so that a busy moment of the machine meets all.
    return [
        (
            _taken(served.spent_anew, lambda: ask(served.anew, question.asked, _AT, how.seconds).rate, how),
            _taken(served.spent_again, lambda: ask(served.again, question.asked, _AT, how.seconds).rate, how),
            _taken(served.spent_anew, lambda: pgbench(url, made, _AT, how.seconds), how),
            _taken(served.spent_again, lambda: ask(served.again, memory.asked, _AT, how.seconds).rate, how),
        )
        for _ in range(how.rounds)
    ]


def _rows(name: str, rounds: Sequence[tuple[Taken, ...]]) -> list[list[str]]:
    """Of pgbench and of the page out of memory what is told is how many times as fast as they are."""
    rates, costs = _middles(rounds)
    return [
        [
            name, way, f"{rates[at]:.0f}", f"{costs[at]:.2f}", f"{rates[at] / rates[2]:.2f}",
            f"{costs[2] / costs[at]:.2f}", f"{rates[at] / rates[3]:.2f}", f"{costs[3] / costs[at]:.2f}",
        ]
        for at, way in enumerate(("worked out anew", "asked again"))
    ]  # fmt: skip


def _taken(spent: Spent, work: Callable[[], float], how: How) -> Taken:
    """How many a second, and the milliseconds of CPU of each."""
    begun = spent()
    rate = work()
    return rate, (spent() - begun) / (rate * how.seconds) * 1000


def _middles(rounds: Sequence[tuple[Taken, ...]]) -> tuple[list[float], list[float]]:
    """The middle rates and costs of all rounds."""
    rates = [statistics.median(rate for rate, _ in each) for each in zip(*rounds, strict=True)]
    costs = [statistics.median(cost for _, cost in each) for each in zip(*rounds, strict=True)]
    return rates, costs


def _unchanged(served: Served, question: Question, how: How) -> None:
    tags = [urlopen(served.again + each.path).headers["ETag"] for each in question.asked]
    again, memory = unchanged(question, tags), remembered(question)
    rounds = [
        (
            _taken(served.spent_again, lambda: ask(served.again, again.asked, _AT, how.seconds).rate, how),
            _taken(served.spent_again, lambda: ask(served.again, memory.asked, _AT, how.seconds).rate, how),
        )
        for _ in range(how.rounds)
    ]
    (rate, other), (cost, other_cost) = _middles(rounds)
    print(f"304 of {question.name}: {rate:.0f} a second; from memory: {other:.0f}; ratio {rate / other:.2f},", end=" ")
    print(f"by CPU {other_cost / cost:.2f}\n", flush=True)


def _datasette(url: str, served: Served, asked: Sequence[Question], how: How, folder: Path) -> None:
    assert how.datasette
    sqlite_copy(url, file := folder / "corpus.db")
    rows = []
    with datasette(how.datasette, file) as other:
        for question in asked:
            for kind, paths in (("table JSON", question.tables), ("SQL", question.queries)):
                if paths:
                    rows.append([question.name, kind, *_beside_datasette(served, other, question, paths, how)])
    heads = ["at 8 connections", "Datasette's", "Datasette", "worked out anew", "ratio", "asked again", "ratio"]
    print(table(heads, rows), flush=True)


def _beside_datasette(
    served: Served, other: str, question: Question, paths: Sequence[str], how: How
) -> list[str]:  # fmt: skip
    there = [Request(path) for path in paths]
    for path in paths:
        urlopen(other + path).read()
    ask(served.again, question.asked, _AT, 1)
    asked = ((other, there), (served.anew, question.asked), (served.again, question.asked))
    rounds = [[ask(address, each, _AT, how.seconds).rate for address, each in asked] for _ in range(how.rounds)]
    theirs, anew, again = (statistics.median(each) for each in zip(*rounds, strict=True))
    return [f"{theirs:.0f}", f"{anew:.0f}", f"{anew / theirs:.1f}", f"{again:.0f}", f"{again / theirs:.1f}"]


def _middle(found: Sequence[Answered]) -> Answered:
    return sorted(found, key=lambda each: each.rate)[len(found) // 2]


def _times(one: Answered) -> list[str]:
    return [f"{each:.1f}" for each in (one.p50, one.p95, one.p99)]
