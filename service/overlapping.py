"""Keeps a reader busy: it is handed texts ahead, and what was read is stored in a thread of its own, in order."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from threading import Event
from typing import TypeVar

T = TypeVar("T")
Item = TypeVar("Item")
# Enough that a short text after a long one does not wait, few enough to hold in memory.
_WAITING = 8
_AHEAD = 4
_CHARACTERS_AHEAD = 100_000  # of all that are begun: who is to end reads them first; a longer text is begun alone


def ahead(
    items: Iterable[Item], begin: Callable[[Item], Callable[[], T] | None], size: Callable[[Item], int]
) -> Iterator[T | None]:
    """What each item gives once it is begun and then waited for, in order; a few are begun before the first is.

    `size`: the characters that an item holds in memory. One that gives nothing to wait for is passed on as None when
    all before it have been waited for.
    """
    begun: deque[tuple[int, Callable[[], T]]] = deque()
    for item in items:
        length = size(item)
        while begun and (len(begun) > _AHEAD or length + sum(held for held, _ in begun) > _CHARACTERS_AHEAD):
            yield begun.popleft()[1]()
        if ended := begin(item):
            begun.append((length, ended))
        else:
            yield from _waited_for(begun)
            yield None
    yield from _waited_for(begun)


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


def _waited_for(begun: deque[tuple[int, Callable[[], T]]]) -> Iterator[T]:
    while begun:
        yield begun.popleft()[1]()
