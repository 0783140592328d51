"""How a command ends on SIGINT and SIGTERM: what it holds is let go in order, and nothing it started is forgotten."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from types import FrameType

ENDING = (signal.SIGINT, signal.SIGTERM)
_LOOK_AFTER_OWNER = 0.5  # seconds between two looks


def end_in_order() -> None:
    """From now on the first SIGINT or SIGTERM raises KeyboardInterrupt; later ones do not break the tidying up."""
    for number in ENDING:
        signal.signal(number, _interrupt)


@contextmanager
def ending() -> Iterator[Event]:
    """An event that the first SIGINT or SIGTERM sets, so that the work at hand can be finished; a second breaks in."""
    event = Event()

    def end(number: int, frame: FrameType | None) -> None:
        event.set()
        for each, handler in before.items():
            signal.signal(each, handler)

    before = {number: signal.signal(number, end) for number in ENDING}
    try:
        yield event
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def unbroken() -> Iterator[None]:
    """Holds both signals back, so that none falls between the start of a process and the noting of it.

    The process inherits the hold and has to end it (Postgres does so by itself); here it ends with the context.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_inherited_hold() -> None:
    """Lets both signals through in a process that was started within `unbroken`."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)


def end_with(owner: int) -> None:
    """Sends this process SIGTERM once `owner`, who started it, is gone.

    One that is killed by SIGKILL takes nobody along; left alone, those whom it started would live for ever.
    """

    def look(*_: object) -> None:
        if os.getppid() != owner:
            os.kill(os.getpid(), signal.SIGTERM)

    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, _LOOK_AFTER_OWNER, _LOOK_AFTER_OWNER)


def _interrupt(number: int, frame: FrameType | None) -> None:
    for later in ENDING:
        signal.signal(later, signal.SIG_IGN)
    raise KeyboardInterrupt
