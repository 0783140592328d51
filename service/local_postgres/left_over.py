"""Finds and ends a server of this data folder that outlived its owner, and nothing else that has its process number."""

import os
import signal
import subprocess
import time
from pathlib import Path

from service.errors import LocalPostgresError

_PATIENCE = 60.0  # seconds for a server to write its checkpoint and end


def end_left_over(postgres: Path) -> None:
    """End the server of a folder of Postgres that a killed owner left running. Only the folder's owner may ask.

    A number in postmaster.pid that belongs to another program by now (after a restart of the machine, or in a
    container, where numbers are small) would keep Postgres from starting for ever: that file is removed.
    """
    pid = _noted_pid(postgres)
    if pid is None or not _alive(pid):
        return
    if not _is_postgres(_command(pid)):
        (postgres / "postmaster.pid").unlink(missing_ok=True)
        return
    if not _is_server_of(pid, postgres):
        raise LocalPostgresError(f"{postgres} seems to be in use by another Postgres (process {pid}): stop it first")
    os.kill(pid, signal.SIGINT)  # "fast": running statements are rolled back, what was committed is written
    _await_end(pid, postgres)


def _await_end(pid: int, postgres: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while _is_server_of(pid, postgres):
        if time.monotonic() > deadline:
            raise LocalPostgresError(f"a Postgres server left over in {postgres} (process {pid}) does not end: kill it")
        time.sleep(0.05)


def _noted_pid(postgres: Path) -> int | None:
    try:
        return int((postgres / "postmaster.pid").read_text(encoding="utf-8").split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return None


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _is_server_of(pid: int, postgres: Path) -> bool:
    command = _command(pid)
    return _is_postgres(command) and str(postgres) in command[1:]


def _is_postgres(command: list[str]) -> bool:
    return bool(command) and Path(command[0]).name in ("postgres", "postgres:")


def _command(pid: int) -> list[str]:
    """The command line of a process; empty for one that is gone, or has ended and waits to be collected.

    Not its working folder: in a container root may not read that of another user's process.
    """
    if not Path("/proc/self/cmdline").exists():
        return _listed_command(pid)
    try:
        return [os.fsdecode(word) for word in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")[:-1]]
    except (FileNotFoundError, ProcessLookupError):
        return []


def _listed_command(pid: int) -> list[str]:
    listing = ["ps", "-ww", "-o", "command=", "-p", str(pid)]
    return subprocess.run(listing, capture_output=True, text=True, check=False).stdout.split()
