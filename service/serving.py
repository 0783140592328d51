"""`onrecord serve`: in which order store, samples and web processes start, are watched, and end."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from signal import SIGKILL

from service import logs, measures
from service.errors import ServeError
from service.extraction.model_folder import facts_of
from service.listening import Address, listening
from service.local_postgres import LocalPostgres
from service.settings import Settings
from service.signals import unbroken
from service.store.beginnings import is_empty
from service.store.migrations import migrate
from service.store.pool import open_pool
from service.working import CONNECTIONS, Workers

# Seconds that requests in work have to end: with the stop of Postgres it fits into the ten that Docker allows.
_GRACEFUL = 7
_READY_PATIENCE = 120.0  # seconds for the first process to load its reader and to answer
_LOOK = 0.1
_SPARE_CONNECTIONS = 20  # for `load`, `keys` and a look with psql beside the service

Check = Callable[[], None]


def serve(settings: Settings) -> None:
    """Serve until SIGINT or SIGTERM, which the caller has turned into KeyboardInterrupt; then let go of everything.

    The web processes end before the store. OnRecordError says why the service cannot be started or has ended.
    """
    logs.configure(settings.log_level)
    with suppress(KeyboardInterrupt), ExitStack() as held:
        facts_of(settings.model)  # a model that lacks something is told now, and loaded by those who read
        listener = held.enter_context(listening(settings.host, settings.port))
        url, check_store = _store(settings, held)
        migrate(url)
        if settings.database_url is None:
            _add_samples(url, settings)
        # New, and so empty, at each start: what an earlier run has counted would be counted in.
        counts = held.enter_context(tempfile.TemporaryDirectory(prefix="onrecord-counts-"))
        workers = held.enter_context(Workers(settings, url))
        web = held.enter_context(_web_processes(settings, url, listener, counts))
        # At the end they finish what they are about while the requests in work do.
        held.callback(workers.ask_to_end)
        _watch(Address.of(listener), [check_store, lambda: _check_web(web), workers.check])


def _store(settings: Settings, held: ExitStack) -> tuple[str, Check]:
    """The URL of the store, and a check that raises once its server, where it is our own, has ended."""
    if settings.database_url is not None:
        return settings.database_url, lambda: None
    connections = settings.workers * settings.threads + settings.bulk_workers * CONNECTIONS + _SPARE_CONNECTIONS
    options = {"max_connections": str(max(100, connections))}
    own = LocalPostgres(settings.data, postgres_user=settings.postgres_user, options=options)
    server = held.enter_context(own)
    return server.url, server.check


def _add_samples(url: str, settings: Settings) -> None:
    with closing(open_pool(url, size=1, wait=10.0, statement_timeout=60.0)) as pool:
        with pool.reading() as connection:
            empty = is_empty(connection)
        if empty:
            print("Reading the sample newsroom ...", file=sys.stderr, flush=True)
            # Only here: importing it takes longer than all else until the web processes start.
            from service.analysis import load_analyst
            from service.loading import load_samples

            load_samples(pool, load_analyst(settings.model))


@contextmanager
def _web_processes(
    settings: Settings, url: str, listener: socket.socket, counts: str
) -> "Iterator[subprocess.Popen[bytes]]":
    descriptor = listener.fileno()
    # Not forked from here: the reader and the pool of this process have threads. -P: not what lies in this folder.
    program = [sys.executable, "-P", "-m", "service.web", str(descriptor), str(os.getpid()), str(_GRACEFUL)]
    environment = os.environ | {"DATABASE_URL": url, "ONRECORD_WORKERS": str(settings.workers)}
    environment[measures.FOLDER] = counts
    web = None
    try:
        with unbroken():
            # A session of its own: Ctrl-C in a terminal is for this process, which ends them in order.
            web = subprocess.Popen(program, pass_fds=[descriptor], env=environment, start_new_session=True)
        yield web
    finally:
        # From here on whoever comes is turned away at once, instead of waiting for nobody until the very end.
        listener.close()
        if web is not None:
            _end(web)


def _end(web: "subprocess.Popen[bytes]") -> None:
    web.terminate()
    with suppress(subprocess.TimeoutExpired):
        web.wait(_GRACEFUL + 1)
    # Also what a killed gunicorn has left, which would serve the port for another second.
    with suppress(ProcessLookupError):
        os.killpg(web.pid, SIGKILL)
    web.wait()


def _check_web(web: "subprocess.Popen[bytes]") -> None:
    if web.poll() is not None:
        raise ServeError(f"the web server has ended unexpectedly (status {web.returncode}); see the messages above")


def _watch(address: Address, checks: list[Check]) -> None:
    deadline = time.monotonic() + _READY_PATIENCE
    lacking: str | None = "no answer"
    while True:
        for check in checks:
            check()
        if lacking:
            lacking = _lacking(address)
            if lacking is None:
                print(_greeting(address), flush=True)
            elif time.monotonic() > deadline:
                raise ServeError(f"the service is not ready after {_READY_PATIENCE:.0f} s: {lacking}")
        time.sleep(_LOOK)


def _lacking(address: Address) -> str | None:
    """What keeps the service from being ready, in the words of /health/ready; None once nothing does."""
    with closing(HTTPConnection(address.host, address.port, timeout=2)) as connection:
        try:
            connection.request("GET", "/health/ready")
            answer = connection.getresponse()
            return None if answer.status == HTTPStatus.OK else answer.read(1000).decode("utf-8", "replace")
        except (OSError, HTTPException) as error:
            return f"no answer ({error})"


def _greeting(address: Address) -> str:
    question = f"curl '{address.url}/quotes?speaker=Lavrov'"
    return f"On Record answers at {address.url} (Ctrl-C ends it). A first question:\n  {question}"
