"""Takes in what was handed in by the thousand: a body of lines becomes a job, and a chunk of a job stored articles."""

import gzip
import secrets
import zlib
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import IO

import structlog

from service.errors import BulkTooLarge, InvalidArticle, InvalidBulk, OnRecordError
from service.intake import Read, Reader, Receipt, begin, store
from service.overlapping import ahead, overlapped
from service.sources.broken import Unreadable
from service.sources.ndjson import Stream, lines_in, longest_line, object_of
from service.store import jobs
from service.store.jobs import Line
from service.store.pool import Connection, Pool
from service.submission import load_article

# How often a line may be begun: each time but the last, who had begun it was killed, or failed as nobody foresaw.
MOST_ATTEMPTS = 10
_log = structlog.get_logger("onrecord.bulk")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one body may hold: bytes once unpacked, lines, and bytes of UTF-8 of each text."""

    size: int
    lines: int
    text: int


def receive(pool: Pool, body: IO[bytes], limits: Limits, *, zipped: bool) -> str:
    """Stores the lines of a body of NDJSON, or gzip of that, to be worked off later; returns the id of their job.

    Once it returns they are kept, whatever happens.

    Lines are only told apart here; what is wrong with one is found when its turn comes. InvalidBulk: the body holds no
    lines, one JSON array, or no gzip; BulkTooLarge: more than the limits allow. Nothing is stored then.
    """
    counted = _Counted(gzip.GzipFile(fileobj=body, mode="rb") if zipped else body, limits)
    job_id = f"j{secrets.token_hex(10)}"
    with pool.writing() as connection:
        jobs.create(connection, job_id, _lines(counted, longest_line(limits.text)))
    return job_id


def take_chunk(
    pool: Pool, reader: Reader, job: str, chunk: int, limit: int, ended: Callable[[], bool] = lambda: False
) -> None:
    """Works off what is left of a chunk, or until it has `ended`, which is asked between two lines; the next lines are
    read while one is stored. `limit` is that of each text.

    Unavailable: the database went away, and what is not stored is still due.
    """
    due = _due(pool, (job, chunk), ended)
    with closing(overlapped(ahead(due, partial(_begin, pool, reader, limit), _size))) as taken:
        for _ in taken:
            pass


def _due(pool: Pool, of: tuple[str, int], ended: Callable[[], bool]) -> Iterator[Line | None]:
    """The lines of a chunk, each begun when it is asked for; around None one is read and stored by itself."""
    begun: list[int] = []
    while not ended():
        with pool.writing(ahead=True) as connection:
            line = jobs.begin_line(connection, *of, but=begun)
        if line is None:
            return
        begun.append(line.number)
        # One that may be what killed its worker is read by itself, or it would take others along.
        again = [None] if line.attempts > 1 else []
        yield from again
        yield line
        yield from again


def _size(line: Line | None) -> int:
    return len(line.body) if line and line.body else 0


def _begin(pool: Pool, reader: Reader, limit: int, line: Line | None) -> Callable[[], Callable[[], object]] | None:
    """What waits until the line is read, and then gives what is left to be done with it."""
    if line is None:
        return None
    try:
        if line.attempts > MOST_ATTEMPTS:
            raise Unreadable(f"was given up: reading or storing it broke off {MOST_ATTEMPTS} times")
        article = load_article(object_of(line.body, longest_line(limit)), limit)
        with _Told(line):
            return partial(_read, pool, reader, line, begin(pool, reader, article, limit=limit))
    except (Unreadable, InvalidArticle) as error:
        failed = partial(_fail, pool, line, error)
        return lambda: failed


def _read(pool: Pool, reader: Reader, line: Line, reading: Callable[[], Read]) -> Callable[[], object]:
    with _Told(line):
        return partial(_store, pool, reader, line, reading())


def _store(pool: Pool, reader: Reader, line: Line, found: Read) -> None:
    def count(connection: Connection, receipt: Receipt) -> None:
        jobs.end_line(connection, line, receipt.outcome)

    with _Told(line):
        store(pool, reader, found, noted=count)


def _fail(pool: Pool, line: Line, error: Unreadable | InvalidArticle) -> None:
    pointer = f"/{error.field}" if isinstance(error, InvalidArticle) and error.field else None
    with pool.writing() as connection:
        jobs.fail_line(connection, line, 422, str(error), pointer)


class _Told:
    """Writes to the log which line it was that failed as nobody foresaw; the queue begins its chunk again."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def __enter__(self) -> None:
        """Nothing yet."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        """Tell of what is no known error."""
        if error is not None and isinstance(error, Exception) and not isinstance(error, OnRecordError):
            _log.error("line failed", job=self._line.job, line=self._line.number, exc_info=error)


class _Counted:
    """A stream that ends with an error at the first byte or line beyond the limits, before more of it is unpacked."""

    def __init__(self, stream: Stream, limits: Limits) -> None:
        self._stream, self._limits = stream, limits
        self._size = self._lines = 0

    def readline(self, size: int, /) -> bytes:
        """At most `size` bytes of the line. BulkTooLarge, and InvalidBulk for what is no gzip."""
        try:
            line = self._stream.readline(size)
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise InvalidBulk(f"the body is not the gzip that Content-Encoding says: {error}") from error
        if line and self._lines == self._limits.lines:
            raise BulkTooLarge(f"the body has more than {self._lines} lines, which is the limit; send it in parts")
        if not self._size:
            line = line.removeprefix(BOM_UTF8)
        self._size += len(line)
        self._lines += line.endswith(b"\n")
        if self._size > self._limits.size:
            raise BulkTooLarge(f"the body is larger than the limit of {self._limits.size} bytes; send it in parts")
        return line


def _lines(stream: Stream, longest: int) -> Iterator[tuple[int, bytes | None]]:
    lines = lines_in(stream, longest)
    first = next(lines, None)
    if first is None:
        raise InvalidBulk("the body holds no lines")
    if first[1] is not None and first[1].lstrip().startswith(b"["):
        raise InvalidBulk("the body is a JSON array; NDJSON has one article, a JSON object, on each line")
    yield from chain([first], lines)
