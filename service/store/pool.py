"""Connections to the store: autocommit for reading, one transaction for writing; the database may go and come back."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import orjson
import psycopg
from psycopg.adapt import Loader
from psycopg.rows import DictRow, dict_row
from psycopg.types.json import Jsonb
from psycopg_pool import ConnectionPool

from service import measures
from service.errors import SchemaMismatch, Unavailable
from service.store.arrays import Arrays

Connection = psycopg.Connection[DictRow]

# The last two: the address leads to a standby, or the role lacks a right; both are for the operator to mend.
_UNUSABLE = (
    psycopg.OperationalError,
    psycopg.InterfaceError,
    psycopg.errors.ReadOnlySqlTransaction,
    psycopg.errors.InsufficientPrivilege,
)
# A server that is away is asked again by the next request, not by a back-off that has grown to minutes meanwhile.
_GIVE_UP_CONNECTING = 2.0
# Storing an article of some thousand quotes may take longer than any answer should.
_PATIENCE = 60.0  # seconds
_BEGIN, _COMMIT = "BEGIN", "COMMIT"
_PATIENT = f"SET LOCAL statement_timeout = '{_PATIENCE:.0f}s'"
# As for disks without one, and for memory. At the 4 that Postgres assumes it would rather fetch and sort all quotes
# of a speaker than walk an index whose pages were written lately.
_NO_MOVING_ARM = "SET random_page_cost = 1.1"
# The workers of a parallel plan take longer to start than a page to be found, on cores that are at work for others. To
# count millions they are worth it.
_SELDOM_PARALLEL = "SET parallel_setup_cost = 100000"
# A line evens out a burst of clients who keep connections, most of whom may have come to one process. Who waits in it
# for longer than `wait`, because the database is slow, is told so then.
WAITING_PER_CONNECTION = 8


class _Json(Loader):
    """Values of JSON, of which a page has hundreds: by orjson itself, nothing of Python in between."""

    load = staticmethod(orjson.loads)  # type: ignore[assignment]


class Pool:
    """Up to `size` connections. Both ways in raise Unavailable when the database is away or too slow."""

    def __init__(self, pool: ConnectionPool[Connection], *, patient: bool) -> None:
        """`patient`: its connections give statements as long as storing may take anyway."""
        self._pool = pool
        self._patient = patient

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection in autocommit: every statement sees the newest whole state."""
        with self._connection() as connection:
            yield connection

    @contextmanager
    def writing(self, *, ahead: bool = False) -> Iterator[Connection]:
        """A connection within one transaction, committed at the end and rolled back by any exception.

        `ahead`: no statement waits for what those before it did until a row is fetched: the server is at work while the
        next is made. What one of them breaks is then raised by a later one or by the end, which waits for all; how many
        rows it changed is not told.
        """
        with self._connection() as connection, _ahead(connection) if ahead else connection.transaction():
            if not self._patient:
                connection.execute(_PATIENT)
            yield connection

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A connection for reading that sees one and the same state for as long as the context lasts."""
        with self._connection() as connection, connection.transaction():
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield connection

    def close(self) -> None:
        """Closes all connections; the pool is of no use afterwards."""
        self._pool.close()
        measures.POOL_SIZE.dec(self._pool.max_size)

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        taken: Connection | None = None
        with translated_errors():
            try:
                taken = self._waited_for()
                with measures.POOL_TAKEN.track_inprogress():
                    yield from self._lent(taken)
            except (psycopg.OperationalError, psycopg.InterfaceError):
                if taken is None or taken.closed:
                    # After a restart of the server every idle connection is dead: without this each fails a request.
                    # And those who waited in vain stay in the line of psycopg's pool: when as many as may wait did so
                    # while the server was away, everybody would be sent off for ever, and nobody would connect anew.
                    self._pool.check()
                raise

    def _waited_for(self) -> Connection:
        with measures.POOL_WAITING.track_inprogress():
            return self._pool.getconn()

    def _lent(self, taken: Connection) -> Iterator[Connection]:
        """As the pool's own `connection`, which would be one context more around every statement."""
        try:
            with taken:
                yield taken
        finally:
            self._pool.putconn(taken)


@contextmanager
def _ahead(connection: Connection) -> Iterator[None]:
    """A transaction whose statements are sent without waiting. psycopg's own would wait in a pipeline for its begin,
    too, and twice for its end. The end is sent when all before it has succeeded: sent with them, it would be carried
    out for a process that was killed meanwhile. What failed is raised here; whoever lends the connection rolls back.
    """
    with connection.pipeline() as sent:
        connection.execute(_BEGIN)
        yield
        sent.sync()
        connection.execute(_COMMIT)


def json_of(value: object) -> Jsonb:
    """A value of a statement, as JSON; many rows so are one value of one statement, which costs less than one each."""
    return Jsonb(value, dumps=orjson.dumps)


def open_pool(url: str, *, size: int, wait: float, statement_timeout: float) -> Pool:
    """A pool that is usable at once, even while the database is away; `wait` and `statement_timeout` in seconds.

    Eight times `size` may wait while all are taken; whoever comes then is told Unavailable at once.
    """

    def configure(connection: Connection) -> None:
        connection.execute("SELECT set_config('statement_timeout', %s, false)", [str(int(statement_timeout * 1000))])
        connection.execute("SET TIME ZONE 'UTC'")
        connection.execute(_NO_MOVING_ARM)
        connection.execute(_SELDOM_PARALLEL)
        connection.adapters.register_dumper(list, Arrays)
        for each in ("json", "jsonb"):
            connection.adapters.register_loader(each, _Json)

    arguments: dict[str, Any] = {"autocommit": True, "row_factory": dict_row, "connect_timeout": max(2, int(wait))}
    pool = ConnectionPool(
        url, connection_class=psycopg.Connection[DictRow], kwargs=arguments, configure=configure,
        min_size=1, max_size=size, max_waiting=WAITING_PER_CONNECTION * size, timeout=wait,
        reconnect_timeout=_GIVE_UP_CONNECTING, open=False,
    )  # fmt: skip
    pool.open(wait=False)
    measures.POOL_SIZE.inc(size)
    return Pool(pool, patient=statement_timeout == _PATIENCE)


@contextmanager
def translated_errors() -> Iterator[None]:
    """Turns what Postgres says about itself into Unavailable and SchemaMismatch; mistakes of the code pass."""
    try:
        yield
    except (psycopg.errors.UndefinedTable, psycopg.errors.UndefinedColumn) as error:
        raise SchemaMismatch("the store lacks a table of this version; migrate it first") from error
    except psycopg.errors.QueryCanceled as error:
        raise Unavailable("the database took too long to answer") from error
    except _UNUSABLE as error:
        raise Unavailable(f"the database cannot be used just now: {_one_line(error)}") from error


def _one_line(error: psycopg.Error) -> str:
    return " ".join(str(error).split()) or type(error).__name__
