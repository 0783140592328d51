"""The reader of a web process: it reads a few texts at a time, and counts what it has read."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Protocol

from service import measures
from service.errors import Busy
from service.records import Reading


class Reads(Protocol):
    """A reader, with the version that is kept beside what it has read."""

    @property
    def version(self) -> str:
        """Model, rules and runtime."""

    def read(self, text: str) -> Reading:
        """What one article says."""


class SharedReader:
    """Reads as the reader within does, for many threads."""

    def __init__(self, reader: Reads, *, at_once: int, wait: float) -> None:
        """So many texts may be read `at_once`; others wait for `wait` seconds."""
        self._reader = reader
        self._places = BoundedSemaphore(at_once)
        self._wait = wait

    @property
    def version(self) -> str:
        """That of the reader within."""
        return self._reader.version

    def read(self, text: str) -> Reading:
        """What one article says. Busy: too many others are being read."""
        with self._place():
            begun = time.perf_counter()
            found = self._reader.read(text)
            measures.READ_SECONDS.inc(time.perf_counter() - begun)
        measures.READ_ARTICLES.labels(found.status).inc()
        measures.READ_WORDS.inc(len(text.split()))
        return found

    @contextmanager
    def _place(self) -> Iterator[None]:
        if not self._places.acquire(timeout=self._wait):
            raise Busy("too many texts are being read just now")
        try:
            yield
        finally:
            self._places.release()
