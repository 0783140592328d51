"""The service as its users run it, with one more route that answers out of memory: python -m tests.benchmarks.serving.

`/memory?of=/quotes?...` goes through all that any request goes through, but for the endpoint: its bytes are those that
the path got the first time.
"""

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

from flask import Flask, Response, request

from service import logs, measures
from service.settings import Settings, read_settings
from service.signals import end_with
from service.web import WebProcesses

_PATIENCE = 60.0


class WithMemory(WebProcesses):
    """The web processes with that route."""

    def load(self) -> Flask:
        """The application of one process."""
        app = super().load()
        kept: dict[str, bytes] = {}

        def memory() -> Response:
            of = request.args["of"]
            if of not in kept:
                kept[of] = app.test_client().get(of).data
            return Response(kept[of], mimetype="application/json")

        app.add_url_rule("/memory", "memory", memory)
        return app


@contextlib.contextmanager
def service(
    url: str, *, workers: int | None = None, log: Path | None = None, remembers: bool = True
) -> Iterator[tuple[str, int]]:  # fmt: skip
    """The service on a store; gives its address and the id of its first process. One that does not remember answers
    works each out anew.
    """
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    counts = tempfile.TemporaryDirectory(prefix="onrecord-counts-")
    environment = os.environ | {
        "DATABASE_URL": url, "ONRECORD_RATE_LIMIT": "1000000/minute", measures.FOLDER: counts.name,
    }  # fmt: skip
    if not remembers:
        environment["ONRECORD_ANSWERS_KEPT"] = "0"
    if workers:
        environment["ONRECORD_WORKERS"] = str(workers)
    program = [sys.executable, "-m", "tests.benchmarks.serving", str(listener.fileno()), str(os.getpid())]
    with (
        counts,
        (log or Path(os.devnull)).open("ab") as errors,
        subprocess.Popen(program, env=environment, pass_fds=[listener.fileno()], stderr=errors) as process,
    ):
        listener.close()
        try:
            _await(port)
            yield f"http://127.0.0.1:{port}", process.pid
        finally:
            process.terminate()
            process.wait()


def _await(port: int) -> None:
    deadline = time.monotonic() + _PATIENCE
    while True:
        connection = HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
        try:
            connection.request("GET", "/health/ready")
            answer = connection.getresponse()
            if answer.status == 200:
                return
            if time.monotonic() > deadline:
                raise SystemExit(f"the service is not ready: {answer.read(1000).decode()}")
        except OSError:
            if time.monotonic() > deadline:
                raise
        finally:
            connection.close()
        time.sleep(0.1)


def main(listener: int, owner: int) -> None:
    """Serves the socket until SIGTERM, or until the process `owner` is gone."""
    settings: Settings = read_settings()
    logs.take_in_libraries()
    end_with(owner)
    WithMemory(settings, listener, 7).run()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
