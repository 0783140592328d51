"""Jobs: articles handed in by the thousand, line by line, and what became of each line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from psycopg import Cursor
from psycopg.rows import DictRow
from psycopg.sql import SQL

from service.store import queue
from service.store.conditions import storable
from service.store.pool import Connection
from service.store.statements import statement

Outcome = Literal["created", "revised", "updated", "unchanged", "failed"]

# Few, so that two workers share a short job as well. At the end of each a worker waits until all of it is stored.
LINES_OF_CHUNK = 20
MOST_ERRORS = 200  # told of one job; the others are counted
_LONGEST_DETAIL = 500
_COPY = SQL("COPY job_lines (job_id, chunk, line, body) FROM STDIN (FORMAT binary)")
_MOST_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is due. `attempts`: how often it was begun, this time too. No `body`: it was too long to be kept."""

    job: str
    chunk: int
    number: int
    attempts: int
    body: bytes | None

    @property
    def _place(self) -> dict[str, Any]:
        return {"job": self.job, "chunk": self.chunk, "line": self.number}


def create(connection: Connection, job_id: str, lines: Iterable[tuple[int, bytes | None]]) -> int:
    """Stores a job with its numbered lines and queues it; returns how many lines there are."""
    connection.execute(statement("job_insert"), {"id": job_id})
    received = 0
    with connection.cursor() as cursor, cursor.copy(_COPY) as rows:
        rows.set_types(["text", "int4", "int4", "bytea"])
        for number, body in lines:
            rows.write_row((job_id, received // LINES_OF_CHUNK, number, body))
            received += 1
    connection.execute(statement("job_received"), {"id": job_id, "received": received})
    chunks = connection.execute(statement("job_chunks_insert"), {"id": job_id}).fetchall()
    queue.defer(connection, sorted((job_id, row["chunk"]) for row in chunks))
    return received


def get(connection: Connection, job_id: str) -> dict[str, Any] | None:
    """The job with its counts and the first errors; None where there is none."""
    values = {"id": storable(job_id)}
    row = connection.execute(statement("job_row"), values).fetchone()
    if row is None:
        return None
    errors = connection.execute(statement("job_error_rows"), values).fetchall()
    done = row["received"] - row["lines_left"]
    # The mark of the end is set a moment after the last line.
    ended = row["finished_at"] or row["touched_at"] if not row["lines_left"] else None
    state = "finished" if not row["lines_left"] else "working" if done else "queued"
    return row | {"state": state, "done": done, "finished_at": ended, "errors": errors}


def begin_line(connection: Connection, job: str, chunk: int, *, but: Sequence[int] = ()) -> Line | None:
    """The next line of a chunk that is due, its attempt counted; `but` for some, about which the caller is already.
    None where all are done.
    """
    place = {"job": job, "chunk": chunk}
    row = connection.execute(statement("job_line_begin"), place | {"but": list(but)}).fetchone()
    return Line(job, chunk, row["line"], row["attempts"], row["body"]) if row else None


def end_line(connection: Connection, line: Line, outcome: Outcome) -> None:
    """Counts a line and drops its text; nothing is counted where another has done so."""
    _end_line(connection, line, outcome)


def fail_line(connection: Connection, line: Line, status: int, detail: str, pointer: str | None = None) -> None:
    """Counts a line that gave no article, and keeps why for the first of them."""
    if _end_line(connection, line, "failed").rowcount:
        told = {"status": status, "pointer": pointer, "detail": storable(detail)[:_LONGEST_DETAIL]}
        connection.execute(statement("job_error_insert"), line._place | told | {"most": MOST_ERRORS})


def finish(connection: Connection) -> list[str]:
    """Marks the jobs whose lines are all done; returns their ids."""
    return [row["id"] for row in connection.execute(statement("jobs_finish")).fetchall()]


def queue_idle(connection: Connection, idle: float) -> int:
    """Queues again chunks that no task waits for and nobody has touched for `idle` seconds; returns how many."""
    locked = connection.execute(statement("job_chunks_idle_lock")).fetchone()
    if not locked or not locked["mine"]:
        return 0  # another is about it
    rows = connection.execute(statement("job_chunks_idle"), {"idle": idle, "most": _MOST_AT_ONCE}).fetchall()
    queue.defer(connection, [(row["job_id"], row["chunk"]) for row in rows])
    return len(rows)


def prune(connection: Connection, days: int) -> None:
    """Forgets jobs that were finished so many days ago."""
    connection.execute(statement("jobs_prune"), {"days": days})


def _end_line(connection: Connection, line: Line, outcome: Outcome) -> Cursor[DictRow]:
    return connection.execute(statement("job_line_end"), line._place | {"outcome": outcome})
