"""Starts the server of a data folder as a child of this process, and ends it with the context that owns it."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self
from urllib.parse import quote

from service.errors import LocalPostgresError
from service.local_postgres import binaries, folder
from service.local_postgres.account import server_account
from service.local_postgres.cluster import gist, make_cluster
from service.local_postgres.left_over import end_left_over
from service.signals import unbroken

DEFAULT_USER = "nobody"
_START_PATIENCE = 300.0  # seconds; after a crash the server first replays what it had not yet written
_STOP_PATIENCE = 60.0
_STILL_ENDING = "is still in use"
_STATUS_LINE = 8  # of postmaster.pid


class LocalPostgres:
    """The server of one data folder, owned by this process from entering the context to leaving it."""

    def __init__(
        self, data: Path, *, postgres_user: str = DEFAULT_USER, options: Mapping[str, str] | None = None
    ) -> None:
        """`postgres_user` runs the server where this process is root. `options` are server settings to start with."""
        self._asked = data
        self._postgres_user = postgres_user
        self._options = dict(options or {})
        self._process: subprocess.Popen[bytes] | None = None
        self._held = ExitStack()

    def __enter__(self) -> Self:
        """Own the folder, make it if missing, end or recover what a killed owner left, start the server."""
        self._data = folder.made(self._asked)
        with ExitStack() as held:
            held.enter_context(folder.ownership(self._data))
            held.callback(self._stop)
            self._start()
            self._held = held.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop the server and give the folder free."""
        self._held.close()

    @property
    def url(self) -> str:
        """Where to connect: the private socket, with superuser rights on this one server."""
        return url_of(self._socket_folder)

    def check(self) -> None:
        """Raise LocalPostgresError if the server has ended without being asked to."""
        if self._process is not None and self._process.poll() is not None:
            raise LocalPostgresError(
                f"the embedded Postgres server has ended unexpectedly ({_ending(self._process.returncode)}): "
                f"see {self._log}; what was acknowledged is kept, start again"
            )

    def _start(self) -> None:
        folder.forget_state(self._data)
        self._account = server_account(self._data, self._postgres_user)
        self._require_reachable()
        self._programs = binaries.programs(self._data, self._account)
        make_cluster(self._cluster, self._programs, self._account)
        end_left_over(self._cluster)
        self._socket_folder = folder.socket_folder(self._data, self._account)
        self._launch()
        folder.write_state(self._data, self._socket_folder)

    @property
    def _cluster(self) -> Path:
        return self._data / "postgres"

    @property
    def _log(self) -> Path:
        return self._data / "postgres.log"

    def _require_reachable(self) -> None:
        if not self._account.can("x", self._data):
            raise LocalPostgresError(
                f"the user {self._account.name}, who runs Postgres for root, cannot enter {self._data}: "
                "choose a folder outside of private homes with --data"
            )

    def _launch(self) -> None:
        deadline = time.monotonic() + _START_PATIENCE
        while not self._launched_once(deadline):
            words = gist(self._log.read_text(encoding="utf-8", errors="replace"))
            # After a SIGKILL of the server its last child processes may need a moment to notice.
            if _STILL_ENDING not in words or time.monotonic() > deadline:
                raise LocalPostgresError(f"the embedded Postgres server does not start: {words}")
            time.sleep(0.2)

    def _launched_once(self, deadline: float) -> bool:
        with unbroken():
            self._process = self._spawn()
        while self._process.poll() is None:
            if self._ready(self._process.pid):
                return True
            if time.monotonic() > deadline:
                raise LocalPostgresError(f"the embedded Postgres server is not ready after {_START_PATIENCE:.0f} s")
            time.sleep(0.02)
        return False

    def _spawn(self) -> "subprocess.Popen[bytes]":
        settings = {
            "listen_addresses": "",
            "port": "5432",
            "unix_socket_directories": '"{}"'.format(str(self._socket_folder).replace('"', '""')),
            "unix_socket_permissions": "0700",
            "fsync": "on",
            "timezone": "UTC",
        } | self._options
        words = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        with self._fresh_log() as log:
            return subprocess.Popen(
                [self._programs / "postgres", "-D", self._cluster, *words],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C in a terminal must not end the server before what uses it
                **self._account.process_options(),
            )

    def _fresh_log(self) -> BinaryIO:
        if self._log.exists():
            self._log.replace(self._log.with_suffix(".log.1"))
        return open(os.open(self._log, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")

    def _ready(self, pid: int) -> bool:
        try:
            lines = (self._cluster / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return False
        return len(lines) >= _STATUS_LINE and lines[0] == str(pid) and lines[_STATUS_LINE - 1].strip() == "ready"

    def _stop(self) -> None:
        if self._process is None:
            return
        for number in (signal.SIGINT, signal.SIGQUIT):  # "fast", then "immediate", which needs recovery at next start
            if self._process.poll() is None:
                self._process.send_signal(number)
                with suppress(subprocess.TimeoutExpired):
                    self._process.wait(_STOP_PATIENCE)
        folder.forget_state(self._data)
        folder.remove_socket_folder(self._socket_folder)


def url_of(socket_folder: Path) -> str:
    """The URL of the server that listens in a socket folder."""
    # The port is named because PGPORT would change it otherwise.
    return f"postgresql://onrecord@/postgres?host={quote(str(socket_folder), safe='')}&port=5432"


def _ending(status: int) -> str:
    return f"signal {-status}" if status < 0 else f"status {status}"
