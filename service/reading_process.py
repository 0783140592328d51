"""A reader in a process of its own, so that storing what was read takes no time from reading the next.

Two threads of one process would wait for each other at every statement: while a text is read, a quarter of the time of
both went into that.
"""

import atexit
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from service.errors import OnRecordError
from service.records import Reading

if TYPE_CHECKING:
    from service.intake import Reader

    Load = Callable[[Path | None], Reader]

_SPAWNED = get_context("spawn")  # a fork copies the locks of threads that it does not copy, and can hang on them
_PATIENCE = 5.0  # seconds to end the text at hand


class ReadingProcess:
    """Reads as the reader that `load`, a function of a module, makes of a model folder: one text after the other."""

    def __init__(self, load: "Load", model: Path | None) -> None:
        """Starts it, and waits until it can read. What `load` raises is raised here."""
        self._made_by = load, model
        self._start()

    def __enter__(self) -> Self:
        """It reads by now."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it: in order, if the text at hand does not take too long."""
        self._end()

    def read(self, text: str) -> Reading:
        """What the text reports. OnRecordError: the process was killed meanwhile; the next text starts another."""
        if self._pipe.closed:
            self._start()
        found: Reading = self._told(text)
        return found

    def _start(self) -> None:
        self._pipe, theirs = _SPAWNED.Pipe()
        self._process = _SPAWNED.Process(target=_read_on, args=(theirs, *self._made_by), daemon=True)
        self._process.start()
        atexit.register(self._end)  # where nobody does so, Python would wait for it for ever
        theirs.close()  # or this process would wait for itself once the other is gone
        try:
            self.version: str = self._told()
        except BaseException:
            self._end()
            raise

    def _told(self, *texts: str) -> Any:  # noqa: ANN401 - the version at first, then readings
        try:
            for text in texts:
                self._pipe.send(text)
            found = self._pipe.recv()
        except (EOFError, OSError) as error:
            self._end()
            raise OnRecordError("the reading process was killed; was there too little memory?") from error
        if isinstance(found, Exception):
            raise found
        return found

    def _end(self) -> None:
        atexit.unregister(self._end)
        self._pipe.close()
        self._process.join(_PATIENCE)
        self._process.kill()
        self._process.join()


def _read_on(pipe: Connection, load: "Load", model: Path | None) -> None:
    """Answers each text, until the other process closes its end or is gone."""
    # Both may reach every process of a terminal or a service: the one that asks ends this one in order.
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        try:
            reader = load(model)
        except Exception as error:  # noqa: BLE001 - raised by who waits for the version
            pipe.send(error)
            return
        pipe.send(reader.version)
        while True:
            pipe.send(_reading(reader, pipe.recv()))


def _reading(reader: "Reader", text: str) -> Reading | Exception:
    try:
        return reader.read(text)
    except Exception as error:  # noqa: BLE001 - raised by who waits for the reading
        return error
