"""What is due from time to time: each worker looks after all of it, beside its articles, in threads of their own."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event

import structlog

from service.errors import Unavailable
from service.settings import Settings
from service.store import changes, idempotency, jobs
from service.store.pool import Pool
from service.webhooks import deliver_due

_LOST = 900.0  # seconds without a sign after which a chunk is taken for lost: more than any article takes
_KEPT = 30  # days that a finished job can be asked for
_log = structlog.get_logger("onrecord.chores")


@dataclass(frozen=True, slots=True)
class Chore:
    """Something to be done every so many seconds, safely by several workers at once."""

    every: float
    do: Callable[[Pool, Settings], object]


def queue_lost_chunks(pool: Pool, _: Settings) -> None:
    """Chunks without a task, as a restored store has them, become due."""
    with pool.writing() as connection:
        if found := jobs.queue_idle(connection, _LOST):
            _log.warning("chunks were lost", count=found)
        jobs.finish(connection)


def forget_old_jobs(pool: Pool, _: Settings) -> None:
    """Finished jobs can be asked for no longer after a while."""
    with pool.writing() as connection:
        jobs.prune(connection, _KEPT)


def forget_old_answers(pool: Pool, settings: Settings) -> None:
    """Answers are kept as long as the settings say for those who send the same again."""
    with pool.writing() as connection:
        idempotency.prune(connection, settings.idempotency_hours * 3600)


def forget_old_changes(pool: Pool, settings: Settings) -> None:
    """The feed of changes is kept as long as the settings say, or for good."""
    while settings.changes_days:
        with pool.writing() as connection:
            if not changes.prune(connection, settings.changes_days):
                return


CHORES = (
    Chore(60, queue_lost_chunks),
    Chore(3600, forget_old_jobs),
    Chore(3600, forget_old_answers),
    Chore(3600, forget_old_changes),
    Chore(2, deliver_due),
)


@contextmanager
def beside(pool: Pool, settings: Settings, *, once: bool) -> Iterator[None]:
    """Does every chore when it is due, for as long as the context lasts; with `once`, each before and after."""
    if once:
        _do_all(pool, settings)
        yield
        _do_all(pool, settings)
        return
    ended = Event()
    with ThreadPoolExecutor(len(CHORES)) as threads:
        for chore in CHORES:
            threads.submit(_keep_on, chore, pool, settings, ended)
        try:
            yield
        finally:
            ended.set()


def _do_all(pool: Pool, settings: Settings) -> None:
    for chore in CHORES:
        chore.do(pool, settings)


def _keep_on(chore: Chore, pool: Pool, settings: Settings, ended: Event) -> None:
    # A thread of its own for each time: what fails as nobody foresaw is told and tried again, as what is foreseen.
    with ThreadPoolExecutor(1) as thread:
        while not ended.is_set():
            error = thread.submit(chore.do, pool, settings).exception()
            if isinstance(error, Unavailable):
                _log.warning("unavailable", chore=chore.do.__name__, reason=str(error))
            elif error:
                _log.error("chore failed", chore=chore.do.__name__, exc_info=error)
            ended.wait(chore.every)
