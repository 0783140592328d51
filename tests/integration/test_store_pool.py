import socket
import threading
import time
from contextlib import contextmanager

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from service.errors import SchemaMismatch, Unavailable
from service.store import articles, keys
from service.store.pool import _GIVE_UP_CONNECTING, open_pool


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _target(url: str) -> tuple[int, str | tuple[str, int]]:
    """Where the server of this URL listens: a TCP address, or a socket in the folder that `host` names."""
    with psycopg.connect(url) as connection:
        info = connection.info
        if info.host.startswith("/"):
            return socket.AF_UNIX, f"{info.host}/.s.PGSQL.{info.port}"
        return socket.AF_INET, (info.host, info.port)


def _pump(source: socket.socket, sink: socket.socket) -> None:
    try:
        while data := source.recv(65536):
            sink.sendall(data)
    except OSError:
        return
    finally:
        sink.close()


@contextmanager
def _proxy(port: int, family: int, address):
    """The server as it is reached through a port of this machine, for as long as the block runs."""
    sockets: list[socket.socket] = []
    listener = socket.create_server(("127.0.0.1", port))

    def serve() -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            server = socket.socket(family)
            server.connect(address)
            sockets.extend((client, server))
            for pair in ((client, server), (server, client)):
                threading.Thread(target=_pump, args=pair, daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        for one in sockets:
            _cut(one)


def _cut(one: socket.socket) -> None:
    try:
        one.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # the other side was first
    finally:
        one.close()


def _through(url: str, port: int) -> str:
    return make_conninfo(url, host="127.0.0.1", port=port)


def _eventually(asked):
    """The answer, once the pool has noticed that the server is back; each failure must be Unavailable."""
    for _ in range(20):
        try:
            return asked()
        except Unavailable:
            continue
    return asked()


def test_a_database_away_at_start_is_unavailable_and_used_once_it_is_there(database_url):
    port = _free_port()
    pool = open_pool(_through(database_url, port), size=2, wait=0.5, statement_timeout=5)

    def is_empty():
        with pool.reading() as connection:
            return articles.is_empty(connection)

    try:
        with pytest.raises(Unavailable):
            is_empty()
        with _proxy(port, *_target(database_url)):
            assert _eventually(is_empty) is True
        with pytest.raises(Unavailable):
            is_empty()
        with _proxy(port, *_target(database_url)):
            assert _eventually(is_empty) is True
    finally:
        pool.close()


def test_those_who_waited_in_vain_while_the_database_was_away_do_not_bar_the_way_for_ever(database_url):
    port = _free_port()
    pool = open_pool(_through(database_url, port), size=1, wait=0.1, statement_timeout=5)

    def is_empty():
        with pool.reading() as connection:
            return articles.is_empty(connection)

    try:
        # More than may wait, and for longer than the pool goes on trying by itself.
        given_up = time.monotonic() + 2 * _GIVE_UP_CONNECTING
        while time.monotonic() < given_up:
            with pytest.raises(Unavailable):
                is_empty()
            time.sleep(0.05)
        with _proxy(port, *_target(database_url)):
            assert _eventually(lambda: time.sleep(0.2) or is_empty()) is True
    finally:
        pool.close()


def test_after_lost_connections_one_request_fails_and_the_next_succeeds(database_url):
    pool = open_pool(database_url, size=3, wait=5, statement_timeout=5)
    try:
        with pool.reading() as one, pool.reading() as two, pool.reading() as three:
            pids = [connection.info.backend_pid for connection in (one, two, three)]
        with psycopg.connect(database_url, autocommit=True) as killer:
            for pid in pids:
                killer.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
        with pytest.raises(Unavailable), pool.reading() as connection:
            articles.is_empty(connection)
        with pool.reading() as connection:
            assert articles.is_empty(connection)
    finally:
        pool.close()


def test_a_connection_lost_within_a_transaction_is_unavailable_and_stores_nothing(pool, database_url):
    def lose() -> None:
        with pool.writing() as connection:
            keys.create(connection, "lost", ["ingest"])
            with psycopg.connect(database_url, autocommit=True) as killer:
                killer.execute("SELECT pg_terminate_backend(%s, 5000)", [connection.info.backend_pid])
            keys.listed(connection)

    with pytest.raises(Unavailable):
        lose()
    with pool.reading() as connection:
        assert keys.listed(connection) == []


def test_no_free_connection_in_time_is_unavailable(database_url):
    pool = open_pool(database_url, size=1, wait=0.2, statement_timeout=5)
    try:
        with pool.reading(), pytest.raises(Unavailable), pool.reading():
            pytest.fail("a second connection of one was given out")
    finally:
        pool.close()


def test_a_statement_that_takes_too_long_is_unavailable(database_url):
    pool = open_pool(database_url, size=1, wait=5, statement_timeout=0.1)
    try:
        with pytest.raises(Unavailable, match="too long"), pool.reading() as connection:
            connection.execute("SELECT pg_sleep(30)")
    finally:
        pool.close()


def test_a_store_that_was_never_migrated_is_a_mismatch(empty_database_url):
    pool = open_pool(empty_database_url, size=1, wait=5, statement_timeout=5)
    try:
        with pytest.raises(SchemaMismatch), pool.reading() as connection:
            articles.is_empty(connection)
    finally:
        pool.close()


def test_writing_is_undone_by_an_exception(pool):
    def think_better_of_it() -> None:
        with pool.writing() as connection:
            keys.create(connection, "undone", ["ingest"])
            raise RuntimeError("after all")

    with pytest.raises(RuntimeError, match="after all"):
        think_better_of_it()
    with pool.reading() as connection:
        assert keys.listed(connection) == []


def test_mistakes_of_the_code_are_not_hidden(pool):
    with pytest.raises(psycopg.errors.SyntaxError), pool.reading() as connection:
        connection.execute("SELEC 1")


def _twice(connection) -> None:
    for id in ("one", "one", "two"):
        connection.execute("INSERT INTO keys (id, label, scopes, sha256) VALUES (%(id)s, '', '{}', %(id)s)", {"id": id})


def _too_slow(connection) -> None:
    connection.execute("SET LOCAL statement_timeout = 50")
    connection.execute("SELECT pg_sleep(30)")
    keys.create(connection, "late", ["ingest"])


def _lost(connection) -> None:
    keys.create(connection, "lost", ["ingest"])
    connection.execute("SELECT pg_terminate_backend(pg_backend_pid())")
    keys.create(connection, "later", ["ingest"])


def _broken_off(connection) -> None:
    keys.create(connection, "undone", ["ingest"])
    raise RuntimeError("after all")


@pytest.mark.parametrize(
    ("work", "told"),
    [
        (_twice, psycopg.errors.UniqueViolation),
        (_too_slow, Unavailable),
        (_lost, Unavailable),
        (_broken_off, RuntimeError),
    ],
)
def test_what_breaks_of_statements_sent_ahead_is_told_and_stores_nothing(pool, work, told):
    with pytest.raises(told), pool.writing(ahead=True) as connection:
        work(connection)
    with pool.writing(ahead=True) as connection:
        assert keys.listed(connection) == []
        keys.create(connection, "sound", ["ingest"])
    with pool.reading() as connection:
        assert [row["label"] for row in keys.listed(connection)] == ["sound"]
