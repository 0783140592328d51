"""Reads many texts in their order, on this process or on several, holding only a few of them at a time."""

import functools
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from service.collecting import collect_seldom
from service.errors import OnRecordError
from service.records import Reading

if TYPE_CHECKING:
    from concurrent.futures import Future

# Texts handed out per process: enough that none waits for the slowest, few enough to hold in memory.
_AHEAD = 4


class Reads(Protocol):
    """A reader, as far as reading texts goes."""

    def read(self, text: str) -> Reading:
        """What one article says."""


Load = Callable[[Path | None], Reads]
Named = tuple[str, str]  # a text after its id
Name = TypeVar("Name")


def readings(
    texts: Iterable[tuple[Name, str]], load: Load, model: Path | None, processes: int = 1
) -> Generator[tuple[Name, Reading]]:
    """Each text's name with its reading, in the order of the texts, which are taken only as far ahead as needed.

    `load` is a function of a module, for every process calls it once for itself with the model folder.
    """
    if processes == 1:
        reader = load(model)
        return ((name, reader.read(text)) for name, text in texts)
    return _in_processes(texts, functools.partial(_read, load, model), processes)


def _in_processes(
    texts: Iterable[tuple[Name, str]], read: Callable[[str], Reading], processes: int
) -> Generator[tuple[Name, Reading]]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    waiting: deque[tuple[Name, Future[Reading]]] = deque()
    # Spawned, not forked: a fork copies the locks of threads that it does not copy, and can hang on them.
    with ProcessPoolExecutor(processes, get_context("spawn"), _begin) as pool:
        try:
            for name, text in texts:
                waiting.append((name, pool.submit(read, text)))
                if len(waiting) >= _AHEAD * processes:
                    yield _first(waiting)
            while waiting:
                yield _first(waiting)
        finally:
            # When the output is closed early, what nobody will see must not be read.
            pool.shutdown(wait=False, cancel_futures=True)


def _begin() -> None:
    collect_seldom()
    # Ctrl-C reaches every process of a terminal: each would print a traceback while the parent ends them in order.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _first(waiting: "deque[tuple[Name, Future[Reading]]]") -> tuple[Name, Reading]:
    from concurrent.futures.process import BrokenProcessPool

    name, reading = waiting.popleft()
    try:
        return name, reading.result()
    except BrokenProcessPool as error:
        raise OnRecordError("a reading process was killed; was there too little memory?") from error


def _read(load: Load, model: Path | None, text: str) -> Reading:
    return _reader(load, model).read(text)


@functools.cache
def _reader(load: Load, model: Path | None) -> Reads:
    return load(model)
