"""A reader in a process of its own, so that storing and answering take no time from reading, nor reading from them.

Threads of one process would wait for each other at every statement: while a text is read, a quarter of the time of both
went into that. `concurrent.futures` starts such processes too, but leaves them behind, for ever, where their owner is
killed, and ends them only after the text at hand, which may be a minute away; and either it or `multiprocessing` has
them import once more all that the program of their owner does, half a second of the first answer.
"""

import socket
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock, Thread
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from service.errors import ReadingLost
from service.records import Reading
from service.signals import unbroken

if TYPE_CHECKING:
    from service.reading_program import Load

_KILLED = "the reading process was killed; was there too little memory?"


class ReadingProcess:
    """Reads as the reader that `load`, a function of a module, makes of a model folder.

    Any number of threads may hand texts to it. They are begun in their order, `at_once` of them beside each other.
    """

    def __init__(self, load: "Load", model: Path | None, *, at_once: int = 1, version: str | None = None) -> None:
        """Starts it, and waits until it can read; where the `version` is known, only with the first text. Whoever
        starts it is raised what `load` raises.
        """
        self._start = partial(_Process, load, model, at_once)
        self._starting = Lock()
        self._process = None if version else self._start()
        self.version = self._process.version if self._process else version or ""

    def __enter__(self) -> Self:
        """It is there already."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it, whatever it is about."""
        if self._process:
            self._process.end()

    def read(self, text: str) -> Reading:
        """What the text reports. ReadingLost: the process was killed meanwhile; the next text starts another."""
        return self.begin(text)()

    def begin(self, text: str) -> Callable[[], Reading]:
        """Hands the text over, to be read after those before it; what comes back waits for its reading, and raises as
        `read` does. Texts wait in the memory of the process: whoever hands many over has to bound them.
        """
        with self._starting:
            if self._process is None or self._process.has_ended:
                self._process = self._start()
            process = self._process
        return process.hand_over(text).result


class _Process:
    """One process, until it ends: texts go out by their numbers, and what was found comes back with them."""

    def __init__(self, load: "Load", model: Path | None, at_once: int) -> None:
        self.has_ended = False
        self._numbers, self._asked = count(), dict[int, Future[Reading]]()
        self._sending, self._ending = Lock(), Lock()
        self._pipe, self._process = _started()
        try:
            self._pipe.send(sys.path)  # before what cannot be found without it
            self._pipe.send((load, model, at_once))
            self.version: str = _raised(self._pipe.recv())
        except (EOFError, OSError) as error:
            self.end()
            raise ReadingLost(_KILLED) from error
        except BaseException:
            self.end()
            raise
        Thread(target=self._receive, daemon=True).start()

    def hand_over(self, text: str) -> "Future[Reading]":
        """What is told the reading, or what reading raised."""
        asked = Future[Reading]()
        with self._sending:
            number = next(self._numbers)
            self._asked[number] = asked
            with suppress(OSError):  # it was killed: whoever waits for the reading is told
                self._pipe.send((number, text))
        if self.has_ended:
            self._fail()
        return asked

    def end(self) -> None:
        """Kills it: it holds nothing that could be lost. Whoever waits for a reading is told."""
        with self._ending:
            self.has_ended = True
            self._process.kill()
            self._process.wait()
        self._fail()

    def _receive(self) -> None:
        """Tells each reading to who waits for it, whoever that is, until there is no other end."""
        try:
            with suppress(EOFError, OSError):
                while True:
                    number, found = self._pipe.recv()
                    if asked := self._asked.pop(number, None):
                        _tell(asked, found)
        finally:  # also where an error comes that cannot be made again here: nobody would wait for ever
            self.end()
        # Not while a thread sends to what may be the number of another file by then.
        with self._sending:
            self._pipe.close()

    def _fail(self) -> None:
        with self._sending:
            while self._asked:
                _tell(self._asked.popitem()[1], ReadingLost(_KILLED))


def _started() -> tuple[Connection, subprocess.Popen[bytes]]:
    ours, theirs = socket.socketpair()
    program = [sys.executable, "-P", "-m", "service.reading_program", str(theirs.fileno())]
    with theirs, unbroken():
        # A session of its own: Ctrl-C in a terminal is for the process that ends this one.
        process = subprocess.Popen(program, pass_fds=[theirs.fileno()], start_new_session=True)
    return Connection(ours.detach()), process


def _tell(asked: "Future[Reading]", found: Reading | Exception) -> None:
    if isinstance(found, Exception):
        asked.set_exception(found)
    else:
        asked.set_result(found)


def _raised(found: Any) -> Any:  # noqa: ANN401 - the version, or what kept it from being told
    if isinstance(found, Exception):
        raise found
    return found
