"""The workers that `onrecord serve` keeps beside its web processes; and the program that each of them runs."""

import os
import subprocess
import sys
import time
from contextlib import ExitStack, closing, suppress
from functools import cache
from types import TracebackType
from typing import TYPE_CHECKING, Self

import structlog

from service import logs
from service.collecting import collect_seldom
from service.settings import Settings, read_settings
from service.signals import end_in_order, end_inherited_hold, end_with, unbroken
from service.store.pool import open_pool

if TYPE_CHECKING:
    from service.reading_process import ReadingProcess

CONNECTIONS = 8  # at most, of one worker: its own, those of its chores and of the queue
_POOL = 4
_PATIENCE = 7.0  # seconds to finish the articles at hand, from when they are asked to end; a kill loses nothing
_PAUSE = 5.0  # seconds between the end of a worker that was killed and the start of the next
_POLITE = 5  # behind the web processes, who have somebody waiting
_log = structlog.get_logger("onrecord.working")


class Workers:
    """So many workers as the settings say; one that ends unexpectedly is followed by another."""

    def __init__(self, settings: Settings, url: str) -> None:
        self._settings, self._url = settings, url
        self._running: list[subprocess.Popen[bytes]] = []
        self._asked_at = self._started_at = 0.0

    def __enter__(self) -> Self:
        """Start them."""
        self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End them: in order, if that does not take too long."""
        self.ask_to_end()
        for worker in self._running:
            with suppress(subprocess.TimeoutExpired):
                worker.wait(max(0.0, self._asked_at + _PATIENCE - time.monotonic()))
            worker.kill()
            worker.wait()

    def ask_to_end(self) -> None:
        """Have them finish what they are about, and take up nothing more."""
        self._asked_at = self._asked_at or time.monotonic()
        for worker in self._running:
            worker.terminate()

    def check(self) -> None:
        """Start another one for each that has ended."""
        ended = [worker for worker in self._running if worker.poll() is not None]
        if ended and time.monotonic() > self._started_at + _PAUSE:
            _log.error("a worker has ended unexpectedly", status=ended[0].returncode)
            self._running = [worker for worker in self._running if worker not in ended]
            self._start()

    def _start(self) -> None:
        self._started_at = time.monotonic()
        program = [sys.executable, "-P", "-m", "service.working", str(os.getpid())]
        environment = os.environ | {"DATABASE_URL": self._url}
        while len(self._running) < self._settings.bulk_workers:
            with unbroken():
                # A session of its own: Ctrl-C in a terminal is for the process that ends them in order.
                self._running.append(subprocess.Popen(program, env=environment, start_new_session=True))


def work(settings: Settings, url: str, *, once: bool = False, ready: bool = False) -> None:
    """Works off the queue of a store until SIGINT or SIGTERM; with `once`, until nothing is due.

    Reading begins with the first article, for most of the time there is none; `ready`: now. ModelError: it cannot.
    """
    from service.worker import Worker  # not for those who only start workers

    with ExitStack() as held:

        @cache
        def reader() -> "ReadingProcess":
            from service.analysis import load_analyst
            from service.reading_process import ReadingProcess

            return held.enter_context(ReadingProcess(load_analyst, settings.model))

        if ready:
            reader()
        pool = held.enter_context(closing(open_pool(url, size=_POOL, wait=10.0, statement_timeout=60.0)))
        Worker(pool, reader, settings).work(url, once=once)


def main(owner: int) -> None:
    """Work until SIGTERM, or until the process `owner`, who started this one, is gone."""
    end_in_order()
    end_inherited_hold()
    end_with(owner)
    os.nice(_POLITE)
    collect_seldom()
    logs.take_in_libraries()
    settings = read_settings()
    logs.configure(settings.log_level)
    with suppress(KeyboardInterrupt):
        work(settings, settings.database_url or "")


if __name__ == "__main__":
    main(int(sys.argv[1]))
