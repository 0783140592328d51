"""How fast articles are taken in: by `load`, by POST, by workers of the queue, beside bare `extract`.

Each way is held against `extract --processes N` with as many processes as read at once in it: a `load` and each worker
of the queue have one, and so has each web process. What else they start, and Postgres, works beside them on the same
cores, and is counted: of N cores for N who read, nothing is left for it.
"""

import json
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from service.settings import read_settings
from service.shipped import shipped
from service.store import articles, keys
from service.store.jobs import LINES_OF_CHUNK
from service.store.pool import Pool, open_pool

from . import programs
from .cpu import of_server, spent
from .peers import rows_of
from .serving import service
from .stores import empty
from .tables import table

_HOST = "https://bench.invalid"
_GOLDEN = Path(__file__).parents[1] / "golden"
_SINCE = """
    SELECT extract(epoch FROM max(taken_in_at) - min(taken_in_at)) AS seconds, count(*) AS number FROM articles
    WHERE publisher LIKE 'Bench queue%%' AND taken_in_at > clock_timestamp() - make_interval(secs => %s)
"""
_TIMES = 3  # that all texts are taken in, each time with other words at the end
# Articles for each process that reads, with which all is loaded and prepared, the tables too that the first rare name
# asks for; of fewer than a chunk for each worker one worker would get all, and the other would not begin.
_START = LINES_OF_CHUNK
_FOR_BULK = "application/x-ndjson"
Article = Mapping[str, str]
Way = Callable[[str, Path], programs.Run]


def texts() -> list[str]:
    """Some articles as news has them: those of the sample newsroom and the open golden ones, short and long."""
    files = [shipped("seeds/newsroom.jsonl"), _GOLDEN / "open.jsonl", _GOLDEN / "long_open.jsonl"]
    return [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]


@dataclass(frozen=True, slots=True)
class Cost:
    """What some articles took: seconds by the clock, of CPU, and of that of Postgres."""

    seconds: float
    cpu: float
    server: float = 0.0

    def __sub__(self, start: "Cost") -> "Cost":
        return Cost(self.seconds - start.seconds, self.cpu - start.cpu, self.server - start.server)


def measure(server: str, stores: Mapping[int, str], rounds: int, ways: Sequence[str]) -> None:
    """Prints articles a second of each way into an empty store and into each of these, beside those of `extract` with
    as many processes; and how much of the processor's time reading is, with that of Postgres and without. Each round,
    half a minute, is told by a line.
    """
    targets = {"empty": empty(server, "bench_writing")} | {f"{size:,}": url for size, url in stores.items()}
    rows = []
    for name, url in targets.items():
        for way in ways:
            pace = [_told_paces(url, name, way, turn) for turn in range(rounds)]
            bare, mine, *of_cpu = (statistics.median(each) for each in zip(*pace, strict=True))
            figures = (
                str(WAYS[way][1]),
                f"{mine:.1f}",
                f"{bare:.1f}",
                f"{mine / bare:.2f}",
                *(f"{each:.2f}" for each in of_cpu),
            )
            rows.append([name, way, *figures])
            _erase(url)
    heads = [
        "quotes stored", "way in", "processes that read", "articles a second", "extract with as many", "ratio",
        "ratio of CPU", "Postgres not counted",
    ]  # fmt: skip
    print(table(heads, rows), flush=True)


def _told_paces(url: str, name: str, way: str, turn: int) -> tuple[float, ...]:
    with tempfile.TemporaryDirectory() as folder:
        bare, mine, of_cpu, without = paces = _paces(url, way, turn, Path(folder))
    print(f"  {name}, {way}: {mine:.1f} of {bare:.1f} a second; by CPU {of_cpu:.2f}, {without:.2f}", flush=True)
    return paces


def _paces(url: str, way: str, turn: int, folder: Path) -> tuple[float, float, float, float]:
    """Articles a second of `extract` and of this way in, in turn; the ratio of their CPU, with Postgres and without.

    What the first articles take is taken off, as it is for all of them but once.
    """
    taken_in, processes = WAYS[way]
    found = texts() * _TIMES
    first = found[: _START * processes]
    bare = _extracted(folder, found, processes) - _extracted(folder, first, processes)
    mine = _cost(url, taken_in, folder, _told(way, turn, found))
    mine -= _cost(url, taken_in, folder, _told(f"{way}, start", turn, first))
    number = len(found) - len(first)
    return number / bare.seconds, number / mine.seconds, bare.cpu / (mine.cpu + mine.server), bare.cpu / mine.cpu


def _extracted(folder: Path, found: Sequence[str], processes: int) -> Cost:
    file = folder / "bare.ndjson"
    file.write_text("".join(json.dumps({"id": str(number), "text": text}) + "\n" for number, text in enumerate(found)))
    run = programs.run(["extract", "--processes", str(processes), str(file)])
    return Cost(run.seconds, run.cpu)


def _cost(url: str, taken_in: Way, folder: Path, told: Iterable[Article]) -> Cost:
    file, server = folder / "articles.ndjson", of_server(url)
    file.write_text("".join(json.dumps(each) + "\n" for each in told), encoding="utf-8")
    begun = server()
    run = taken_in(url, file)
    return Cost(run.seconds, run.cpu, server() - begun)


def _told(way: str, turn: int, found: Sequence[str]) -> Iterator[Article]:
    for number, text in enumerate(found):
        # Another outlet with another last line each time: none of them is known already.
        yield {
            "text": f"{text}\n\nIssue {turn}, {way}, {number}.",
            "url": f"{_HOST}/{way.replace(' ', '-')}/{turn}/{number}",
            "publisher": f"Bench {way} {turn}", "published_at": f"20{10 + turn}-{1 + number % 12:02}-07",
        }  # fmt: skip


def _loaded(url: str, file: Path) -> programs.Run:
    return programs.run(["load", str(file)], url)


def _posted(clients: int, processes: int) -> Way:
    """By clients each of whom waits for an answer before the next, to so many web processes."""

    def taken_in(url: str, file: Path) -> programs.Run:
        headers = {"Authorization": f"Bearer {_key(url)}", "Content-Type": "application/json"}
        lines = file.read_bytes().splitlines()
        with service(url, workers=processes) as (address, web), ThreadPoolExecutor(clients) as threads:
            post = partial(_post, urlsplit(address).netloc, headers)
            begun, cpu = time.perf_counter(), spent(web)
            list(threads.map(post, (lines[client::clients] for client in range(clients))))
            return programs.Run(time.perf_counter() - begun, spent(web) - cpu, 0, len(lines))

    return taken_in


def _post(host: str, headers: Mapping[str, str], lines: Sequence[bytes]) -> None:
    with closing(HTTPConnection(host, timeout=300)) as asked:
        for line in lines:
            asked.request("POST", "/articles", line, headers)
            answer = asked.getresponse()
            answer.read()
            if answer.status != 201:
                raise SystemExit(f"POST /articles answered {answer.status}")


def _queued(workers: int) -> Way:
    def taken_in(url: str, file: Path) -> programs.Run:
        headers = {"Authorization": f"Bearer {_key(url)}", "Content-Type": _FOR_BULK}
        with service(url, workers=1) as (address, _), closing(HTTPConnection(urlsplit(address).netloc)) as asked:
            asked.request("POST", "/articles", file.read_bytes(), headers)
            if (answer := asked.getresponse()).status != 202:
                raise SystemExit(f"POST of many articles answered {answer.status}: {answer.read(300)!r}")
        return _worked(url, workers)

    return taken_in


def _worked(url: str, workers: int) -> programs.Run:
    """From the first commit to the last: what starts the workers is not counted."""
    command = [str(programs.COMMAND), "work", "--once"]
    environment = os.environ | {"DATABASE_URL": url}
    running = [subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) for _ in range(workers)]
    begun, ends = time.perf_counter(), []
    for each in running:
        _, status, usage = os.wait4(each.pid, 0)
        each.returncode = os.waitstatus_to_exitcode(status)
        ends.append(usage.ru_utime + usage.ru_stime)
    (row,) = rows_of(url, _SINCE, [time.perf_counter() - begun])
    return programs.Run(float(row["seconds"]), sum(ends), 0, row["number"])


# Each with as many processes as read at once, so that it is held against as many of `extract`.
WAYS: Mapping[str, tuple[Way, int]] = {
    "load": (_loaded, 1), "POST, 1 client": (_posted(1, 1), 1),
    # More clients than processes, so that none of these has nothing to do.
    "POST, 4 clients": (_posted(4, 2), 2),
    "queue, 1 worker": (_queued(1), 1), "queue, 2 workers": (_queued(2), 2),
}  # fmt: skip


def _key(url: str) -> str:
    with closing(_pool(url)) as pool, pool.writing() as connection:
        return keys.create(connection, "bench", ["ingest"])[1]


def _erase(url: str) -> None:
    """Takes what was taken in out again, so that the store is the same for the next."""
    with closing(_pool(url)) as pool:
        for row in rows_of(url, "SELECT id FROM articles WHERE url LIKE %s", [f"{_HOST}/%"]):
            with pool.writing() as connection:
                articles.erase(connection, row["id"])


def _pool(url: str) -> Pool:
    return open_pool(url, size=1, wait=10.0, statement_timeout=read_settings().statement_timeout * 10)
