"""Remembers across restarts which files of a folder were taken in, and with which content: a line of JSON for each."""

import fcntl
import hashlib
import os
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Self

import orjson

from service.errors import OnRecordError
from service.local_postgres.folder import made


class Signature(NamedTuple):
    """What changes whenever a file does, without reading it."""

    size: int
    modified: int  # nanoseconds, as are those of `changed`: the last write, and the last change of name or rights
    changed: int
    inode: int


@dataclass(frozen=True, slots=True)
class Taken:
    """A file as it was when it was taken in."""

    signature: Signature
    sha256: str


class Journal(AbstractContextManager["Journal"]):
    """The files of one watched folder that are done, by their path in it. One process at a time writes it."""

    def __init__(self, data: Path, folder: Path, store: str) -> None:
        """`store` names the database: another one has taken in nothing yet. OnRecordError: watched already."""
        name = hashlib.sha256(os.fsencode(folder) + b"\0" + store.encode()).hexdigest()[:16]
        home = made(data) / "watched"
        home.mkdir(exist_ok=True)
        self._descriptor = os.open(home / f"{name}.jsonl", os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        self._lock(folder)
        self._taken = self._read()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._descriptor)

    def get(self, path: str) -> Taken | None:
        """The file as it was when it was last taken in."""
        return self._taken.get(path)

    def put(self, path: str, taken: Taken) -> None:
        """The file is done; on disk before this returns, so that no crash has it taken in again."""
        self._taken[path] = taken
        row = [os.fsencode(path).hex(), taken.sha256, *taken.signature]
        # One write: a signal cannot come between the halves of a line.
        os.write(self._descriptor, orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
        os.fsync(self._descriptor)

    def _lock(self, folder: Path) -> None:
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(self._descriptor)
            raise OnRecordError(f"{folder} is being watched already, for the same store") from None

    def _read(self) -> dict[str, Taken]:
        with open(os.dup(self._descriptor), "rb") as file:
            file.seek(0)
            lines = file.read().splitlines(keepends=True)
        if lines and not lines[-1].endswith(b"\n"):  # a crash of the machine: what follows must not join the stump
            os.write(self._descriptor, b"\n")
            lines.pop()
        return dict(_row(line) for line in lines if line.endswith(b"]\n"))


def _row(line: bytes) -> tuple[str, Taken]:
    path, sha256, *signature = orjson.loads(line)
    return os.fsdecode(bytes.fromhex(path)), Taken(Signature(*signature), sha256)
