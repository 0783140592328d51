"""How fast articles are taken in: by `load`, by POST, by one worker of the queue and by two, beside bare `extract`."""

import json
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from service.settings import read_settings
from service.shipped import shipped
from service.store import articles, keys
from service.store.pool import Pool, open_pool

from . import programs
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
Article = Mapping[str, str]
Way = Callable[[str, Path], programs.Run]


def texts() -> list[str]:
    """Some articles as news has them: those of the sample newsroom and the open golden ones, short and long."""
    files = [shipped("seeds/newsroom.jsonl"), _GOLDEN / "open.jsonl", _GOLDEN / "long_open.jsonl"]
    return [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def measure(server: str, stores: Mapping[int, str], rounds: int = 3) -> None:
    """Prints articles a second of each way into an empty store and into each of these, and what `extract` makes."""
    targets = {"empty": empty(server, "bench_writing")} | {f"{size:,}": url for size, url in stores.items()}
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        start = _extracted(Path(folder) / "one.ndjson", texts()[:1])
        for name, url in targets.items():
            for way, taken_in in _WAYS.items():
                pace = [_paces(url, way, taken_in, turn, Path(folder), start) for turn in range(rounds)]
                bare, mine, of_cpu = (statistics.median(each) for each in zip(*pace, strict=True))
                ratio = "" if way == "POST" else f"{of_cpu:.2f}"
                rows.append([name, way, f"{mine:.1f}", f"{bare:.1f}", f"{mine / bare:.2f}", ratio])
                _erase(url)
    heads = ["quotes stored", "way in", "articles a second", "extract", "ratio", "ratio of CPU, Postgres not counted"]
    print(table(heads, rows), flush=True)


def _paces(
    url: str, way: str, taken_in: Way, turn: int, folder: Path, start: programs.Run
) -> tuple[float, float, float]:
    """Articles a second of `extract` and of this way in, in turn, starts not counted; and the ratio of their CPU."""
    found = texts()
    file = folder / f"{turn}.ndjson"
    file.write_text("".join(json.dumps(each) + "\n" for each in _told(way, turn, found)), encoding="utf-8")
    bare, mine = _extracted(folder / "bare.ndjson", found), taken_in(url, file)
    first = bare.seconds - start.seconds
    second = mine.seconds - (start.seconds if way == "load" else 0.0)
    return len(found) / first, len(found) / second, (bare.cpu - start.cpu) / max(mine.cpu - start.cpu, 1e-9)


def _extracted(file: Path, found: Sequence[str]) -> programs.Run:
    file.write_text("".join(json.dumps({"id": str(number), "text": text}) + "\n" for number, text in enumerate(found)))
    return programs.run(["extract", str(file)])


def _told(way: str, turn: int, found: Sequence[str]) -> Iterator[Article]:
    for number, text in enumerate(found):
        # Another outlet with another last line each time: none of them is known already.
        yield {
            "text": f"{text}\n\nIssue {turn}, {way}.", "url": f"{_HOST}/{way.replace(' ', '-')}/{turn}/{number}",
            "publisher": f"Bench {way} {turn}", "published_at": f"20{10 + turn}-{1 + number % 12:02}-07",
        }  # fmt: skip


def _loaded(url: str, file: Path) -> programs.Run:
    return programs.run(["load", str(file)], url)


def _posted(url: str, file: Path) -> programs.Run:
    headers = {"Authorization": f"Bearer {_key(url)}", "Content-Type": "application/json"}
    lines = file.read_bytes().splitlines()
    with (
        service(url, workers=1) as (address, _),
        closing(HTTPConnection(urlsplit(address).netloc, timeout=300)) as asked,
    ):
        begun = time.perf_counter()
        for line in lines:
            asked.request("POST", "/articles", line, headers)
            answer = asked.getresponse()
            answer.read()
            if answer.status != 201:
                raise SystemExit(f"POST /articles answered {answer.status}")
        return programs.Run(time.perf_counter() - begun, 0.0, 0, len(lines))


def _queued(workers: int) -> Way:
    def taken_in(url: str, file: Path) -> programs.Run:
        headers = {"Authorization": f"Bearer {_key(url)}", "Content-Type": "application/x-ndjson"}
        with service(url, workers=1) as (address, _), closing(HTTPConnection(urlsplit(address).netloc)) as asked:
            asked.request("POST", "/articles", file.read_bytes(), headers)
            if (answer := asked.getresponse()).status != 202:
                raise SystemExit(f"POST of many articles answered {answer.status}: {answer.read(300)!r}")
        return _worked(url, workers)

    return taken_in


def _worked(url: str, workers: int) -> programs.Run:
    """From the first commit to the last: what starts the workers is not counted."""
    command = [str(programs.COMMAND), "work", "--once"]
    environment = programs.os.environ | {"DATABASE_URL": url}
    running = [subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) for _ in range(workers)]
    begun, ends = time.perf_counter(), []
    for each in running:
        _, status, usage = programs.os.wait4(each.pid, 0)
        each.returncode = programs.os.waitstatus_to_exitcode(status)
        ends.append(usage.ru_utime + usage.ru_stime)
    (row,) = rows_of(url, _SINCE, [time.perf_counter() - begun])
    return programs.Run(float(row["seconds"] or 1), sum(ends), 0, row["number"])


_WAYS: Mapping[str, Way] = {
    "load": _loaded, "POST": _posted, "queue, 1 worker": _queued(1), "queue, 2 workers": _queued(2),
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
