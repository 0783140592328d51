"""Keeps a reader busy: what was read is stored in a thread of its own, in order, while the next is read."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from threading import Event
from typing import TypeVar

T = TypeVar("T")
# Enough that a short text after a long one does not wait, few enough to hold in memory.
_WAITING = 2


def overlapped(made: Iterable[Callable[[], T] | None]) -> Generator[T]:
    """What each of these gives, in their order. Each is called in one other thread, while the next is made in this one.

    None among them: the next is made when all before it have ended. What one raises is raised here; those that wait
    behind it are not called any more.
    """
    waiting: deque[Future[T]] = deque()
    broken = Event()

    def call(each: Callable[[], T]) -> T:
        if broken.is_set():
            raise CancelledError
        try:
            return each()
        except BaseException:
            broken.set()
            raise

    with ThreadPoolExecutor(1, "storing") as thread:
        for each in made:
            if each:
                waiting.append(thread.submit(call, each))
            yield from _ended(waiting, _WAITING if each else 0)
        yield from _ended(waiting, 0)


def _ended(waiting: deque[Future[T]], most: int) -> Iterator[T]:
    """What the first of them give, as far as they have ended, and so many that at most `most` are left."""
    while waiting and (len(waiting) > most or waiting[0].done()):
        yield waiting.popleft().result()
