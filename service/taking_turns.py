"""Lets a thread for which others wait, in other processes too, come to its turn soon, whatever the others here compute.

Python's threads take turns: who wants one waits until the thread at work has had five milliseconds. An intake wants one
after each of a dozen answers of the database, and holds the lock of all writers meanwhile; beside a thread that reads a
text, half of the time in which it held the lock was such waiting.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_SOON = 0.0002  # seconds; to take turns so often all the time would cost each answer a few hundredths


class _Hurrying:
    """How many threads are in a hurry, and how long a turn is otherwise."""

    def __init__(self) -> None:
        self._lock, self._threads, self._usual = Lock(), 0, 0.0

    def begin(self) -> None:
        with self._lock:
            if not self._threads:
                self._usual = sys.getswitchinterval()
                self._set(_SOON)
            self._threads += 1

    def end(self) -> None:
        with self._lock:
            self._threads -= 1
            if not self._threads:
                self._set(self._usual)

    def _set(self, seconds: float) -> None:
        if self._usual > _SOON:
            sys.setswitchinterval(seconds)


_HURRYING = _Hurrying()


@contextmanager
def turns_soon() -> Iterator[None]:
    """As long as the context lasts, for one thread or several, turns are short."""
    _HURRYING.begin()
    try:
        yield
    finally:
        _HURRYING.end()
