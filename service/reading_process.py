"""A reader in a process of its own, so that storing what was read takes no time from reading the next.

Two threads of one process would wait for each other at every statement: while a text is read, a quarter of the time of
both went into that. `concurrent.futures` starts such processes too, but leaves them behind, for ever, where their owner
is killed, and ends them only after the text at hand, which may be a minute away.
"""

import atexit
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import count
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from weakref import WeakValueDictionary

from service.collecting import collect_seldom
from service.errors import OnRecordError
from service.records import Reading

if TYPE_CHECKING:
    from service.intake import Reader

    Load = Callable[[Path | None], Reader]

_SPAWNED = get_context("spawn")  # a fork copies the locks of threads that it does not copy, and can hang on them
_KILLED = "the reading process was killed; was there too little memory?"


class ReadingProcess:
    """Reads as the reader that `load`, a function of a module, makes of a model folder: one text after the other.

    Any number of threads may hand texts to it.
    """

    def __init__(self, load: "Load", model: Path | None) -> None:
        """Starts it, and waits until it can read. What `load` raises is raised here."""
        self._start = partial(_Process, load, model)
        self._starting = Lock()
        self._process = self._start()
        self.version: str = self._process.version

    def __enter__(self) -> Self:
        """It reads by now."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it, whatever it is about."""
        self._process.end()

    def read(self, text: str) -> Reading:
        """What the text reports. OnRecordError: the process was killed meanwhile; the next text starts another."""
        return self.begin(text)()

    def begin(self, text: str) -> Callable[[], Reading]:
        """Hands the text over, to be read after those before it; what comes back waits for its reading, and raises as
        `read` does. Texts wait in the memory of the process: whoever hands many over has to bound them.
        """
        with self._starting:
            if self._process.has_ended:
                self._process = self._start()
            process = self._process
        return partial(process.reading, process.hand_over(text))


class _Asked:
    """A text that was handed over, until its reading, or what reading it raised, is there. It is forgotten with the
    last who waits for it: nobody does behind one that failed.
    """

    __slots__ = ("__weakref__", "found")

    def __init__(self) -> None:
        self.found: Reading | Exception | None = None


class _Process:
    """One process, until it ends: texts go out by their numbers, and what was found comes back with them."""

    def __init__(self, load: "Load", model: Path | None) -> None:
        self.has_ended = False
        self._numbers, self._asked = count(), WeakValueDictionary[int, _Asked]()
        self._sending, self._receiving = Lock(), Lock()
        self._pipe, theirs = _SPAWNED.Pipe()
        self._process = _SPAWNED.Process(target=_read_on, args=(theirs, load, model), daemon=True)
        self._process.start()
        atexit.register(self.end)  # where nobody does so, Python would wait for it for ever
        theirs.close()  # or this process would wait for itself once the other is gone
        try:
            self.version: str = _raised(self._received())
        except BaseException:
            self.end()
            raise

    def hand_over(self, text: str) -> _Asked:
        asked = _Asked()
        with self._sending, suppress(OSError):  # it was killed: whoever waits for the reading is told
            number = next(self._numbers)
            self._asked[number] = asked
            self._pipe.send((number, text))
        return asked

    def reading(self, asked: _Asked) -> Reading:
        """Whichever thread waits takes in what comes for the others too."""
        with self._receiving:
            while asked.found is None:
                number, found = self._received()
                if waited_for := self._asked.pop(number, None):
                    waited_for.found = found
        reading: Reading = _raised(asked.found)
        return reading

    def end(self) -> None:
        atexit.unregister(self.end)
        self._process.kill()  # it holds nothing that could be lost
        self._process.join()
        self.has_ended = True
        # Not while another thread sends to what may be the number of another file by then.
        with self._sending:
            self._pipe.close()

    def _received(self) -> Any:  # noqa: ANN401 - the version at first, then what was found, each with its number
        try:
            return self._pipe.recv()
        except (EOFError, OSError) as error:
            self.end()
            raise OnRecordError(_KILLED) from error


def _raised(found: Any) -> Any:  # noqa: ANN401 - as above
    if isinstance(found, Exception):
        raise found
    return found


def _read_on(pipe: Connection, load: "Load", model: Path | None) -> None:
    """Answers each text, until the other process closes its end or is gone."""
    # Both may reach every process of a terminal or a service: the one that asks ends this one in order.
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
    collect_seldom()
    texts = SimpleQueue[tuple[int, str]]()
    Thread(target=_take, args=(pipe, texts), daemon=True).start()
    with suppress(BrokenPipeError, ConnectionResetError):
        try:
            reader = load(model)
        except Exception as error:  # noqa: BLE001 - raised by who waits for the version
            pipe.send(error)
            return
        pipe.send(reader.version)
        while True:
            number, text = texts.get()
            pipe.send((number, _reading(reader, text)))


def _take(pipe: Connection, texts: "SimpleQueue[tuple[int, str]]") -> None:
    """Takes texts in at once, however long they are: who sends one takes in no reading meanwhile, so that both would
    wait for each other for ever. And nobody is left to whom a reading would be of use when there is no other end.
    """
    try:
        while True:
            texts.put(pipe.recv())
    except (EOFError, OSError):
        os._exit(0)


def _reading(reader: "Reader", text: str) -> Reading | Exception:
    try:
        return reader.read(text)
    except Exception as error:  # noqa: BLE001 - raised by who waits for the reading
        return error
