"""How fast a store is read: through gunicorn at 1, 8 and 32 connections, beside its own statements and Datasette."""

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
_AT = 8  # connections of what stands beside


@dataclass(frozen=True, slots=True)
class How:
    """Of each measurement the seconds and the rounds, of which the middle one is told; Datasette's program, if any."""

    seconds: float = 5
    rounds: int = 3
    datasette: Path | None = None


def measure(url: str, plan: Plan, how: How) -> dict[str, float]:
    """Prints all that is measured of reading a store; returns the medians at one connection, in milliseconds."""
    asked = questions(url, plan)
    with tempfile.TemporaryDirectory() as folder, service(url) as (address, web):
        found = _over_http(address, asked, how)
        _beside(url, address, clock(url, web), asked, how, Path(folder))
        if how.datasette:
            _datasette(url, address, asked, how, Path(folder))
    return found


def _over_http(address: str, asked: Sequence[Question], how: How) -> dict[str, float]:
    rows, medians = [], {}
    for question in asked:
        ask(address, question.asked, 8, 1)  # the first requests prepare statements and fill caches
        for connections in CONNECTIONS:
            one = _middle([ask(address, question.asked, connections, how.seconds) for _ in range(how.rounds)])
            if connections == 1:
                medians[question.name] = one.p50
            spread = [f"{one.p99 / one.p50:.1f}", f"{one.errors:.1%}"]
            rows.append([question.name, connections, f"{one.rate:.0f}", *_times(one), *spread])
    print(
        table(["question", "connections", "a second", "p50 ms", "p95 ms", "p99 ms", "p99 / p50", "errors"], rows),
        flush=True,
    )
    return medians


def _beside(url: str, address: str, spent: Spent, asked: Sequence[Question], how: How, folder: Path) -> None:
    rows = []
    for number, question in enumerate(each for each in asked if each.works):
        (files := folder / str(number)).mkdir()
        made = scripts(url, files, question.works)
        rows.append([question.name, *_beside_one_another(_rounds(url, address, spent, question, made, how))])
    heads = [
        "at 8 connections",
        "over HTTP",
        "ms of CPU",
        "pgbench",
        "ratio",
        "by CPU",
        "from memory",
        "ratio",
        "by CPU",
    ]
    print(table(heads, rows), flush=True)
    _unchanged(address, spent, asked[0], how)


def _rounds(
    url: str, address: str, spent: Spent, question: Question, made: Sequence[Path], how: How
) -> list[tuple[Taken, ...]]:
    memory = remembered(question)
    ask(address, memory.asked, _AT, 1)
    # In turn, so that a busy moment of the machine meets all.
    return [
        (
            _taken(spent, lambda: ask(address, question.asked, _AT, how.seconds).rate, how),
            _taken(spent, lambda: pgbench(url, made, _AT, how.seconds), how),
            _taken(spent, lambda: ask(address, memory.asked, _AT, how.seconds).rate, how),
        )
        for _ in range(how.rounds)
    ]


def _taken(spent: Spent, work: Callable[[], float], how: How) -> Taken:
    """How many a second, and the milliseconds of CPU of each."""
    begun = spent()
    rate = work()
    return rate, (spent() - begun) / (rate * how.seconds) * 1000


def _beside_one_another(rounds: Sequence[tuple[Taken, ...]]) -> list[str]:
    """The middle rates, those of the first against each of the others, by the clock and by CPU."""
    rates = [statistics.median(rate for rate, _ in each) for each in zip(*rounds, strict=True)]
    costs = [statistics.median(cost for _, cost in each) for each in zip(*rounds, strict=True)]
    found = [f"{rates[0]:.0f}", f"{costs[0]:.1f}"]
    for rate, cost in zip(rates[1:], costs[1:], strict=True):
        found += [f"{rate:.0f}", f"{rates[0] / rate:.2f}", f"{cost / costs[0]:.2f}"]
    return found


def _unchanged(address: str, spent: Spent, question: Question, how: How) -> None:
    tags = [urlopen(address + each.path).headers["ETag"] for each in question.asked]
    again, memory = unchanged(question, tags), remembered(question)
    rounds = [
        (
            _taken(spent, lambda: ask(address, again.asked, _AT, how.seconds).rate, how),
            _taken(spent, lambda: ask(address, memory.asked, _AT, how.seconds).rate, how),
        )
        for _ in range(how.rounds)
    ]
    first, _, second, ratio, by_cpu = _beside_one_another(rounds)
    print(f"304 of {question.name}: {first} a second; from memory: {second}; ratio {ratio}, by CPU {by_cpu}\n")


def _datasette(url: str, address: str, asked: Sequence[Question], how: How, folder: Path) -> None:
    assert how.datasette
    sqlite_copy(url, file := folder / "corpus.db")
    rows = []
    with datasette(how.datasette, file) as other:
        for question in asked:
            for kind, paths in (("table JSON", question.tables), ("SQL", question.queries)):
                if paths:
                    there = [Request(path) for path in paths]
                    for path in paths:
                        urlopen(other + path).read()
                    rates = [
                        (ask(address, question.asked, _AT, how.seconds).rate, ask(other, there, _AT, how.seconds).rate)
                        for _ in range(how.rounds)
                    ]
                    mine, theirs = (statistics.median(each) for each in zip(*rates, strict=True))
                    rows.append([question.name, kind, f"{mine:.0f}", f"{theirs:.0f}", f"{mine / theirs:.1f}"])
    print(table(["at 8 connections", "Datasette's", "here", "Datasette", "ratio"], rows), flush=True)


def _middle(found: Sequence[Answered]) -> Answered:
    return sorted(found, key=lambda each: each.rate)[len(found) // 2]


def _times(one: Answered) -> list[str]:
    return [f"{each:.1f}" for each in (one.p50, one.p95, one.p99)]
