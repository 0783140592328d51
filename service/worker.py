"""Works off the queue: one chunk of a job after the other, beside it what is due from time to time.

Any number of workers on any hosts may do so at once. What one was about when it was killed, another begins again once
it has given no sign of life for a while; what was stored by then is not stored or counted again.
"""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING

import structlog
from procrastinate import App, BaseRetryStrategy, RetryDecision
from procrastinate.jobs import Job, Status

from service import chores
from service.errors import Unavailable
from service.settings import Settings
from service.signals import ending
from service.store import jobs
from service.store.pool import Pool
from service.store.queue import QUEUE, TASK, AlreadyQueued, ConnectorException, working

if TYPE_CHECKING:
    from service.intake import Reader

# Seconds. A worker says every ten that it lives; one that has not for sixty is taken for dead.
_SIGN_OF_LIFE, _DEAD = 10.0, 60.0
_LOOK = 0.2  # for the end
_LOOK_FOR_DEAD = 30.0
_PAUSE = 2.0  # until a database that is away is asked again
_AGAIN = 1  # until a chunk that failed is tried again
_log = structlog.get_logger("onrecord.worker")


class _LeftOff(Exception):
    """The worker is to end: what is left of the chunk goes back into the queue."""


class _Again(BaseRetryStrategy):
    """What was left off is due at once: a worker that starts right after with `once` would end without it."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision:
        return RetryDecision(retry_in={"seconds": 0 if isinstance(exception, _LeftOff) else _AGAIN})


@dataclass(frozen=True, slots=True)
class Worker:
    """What one worker works with; `reader` is asked for when the first article is to be read."""

    pool: Pool
    reader: "Callable[[], Reader]"
    settings: Settings

    def work(self, url: str, *, once: bool = False) -> None:
        """Works until SIGINT or SIGTERM, and then ends the articles at hand; with `once`, until nothing is due.

        A database that goes away is waited for. Unavailable, with `once`: it is away.
        """
        with suppress(KeyboardInterrupt), ending() as ended, chores.beside(self.pool, self.settings, once=once):
            while not ended.is_set():
                away = self._run(url, ended, once=once)
                if once and away:
                    raise Unavailable(f"the database cannot be used just now: {away}")
                if once:
                    return
                # It ends by itself only when it has lost its connections.
                ended.wait(_PAUSE)

    def take_chunk(self, ended: Event, job: str, chunk: int) -> None:
        """Works off what is left of a chunk. Raises where it has to leave off before the end."""
        while not self._is_done(ended, job, chunk):
            if ended.is_set():
                raise _LeftOff
            ended.wait(_PAUSE)
        with self.pool.writing() as connection:
            finished = jobs.finish(connection)
        for each in finished:
            _log.info("job finished", job=each)

    def _is_done(self, ended: Event, job: str, chunk: int) -> bool:
        from service import bulk  # with the first chunk: all that reads and stores articles comes with it

        try:
            bulk.take_chunk(self.pool, self.reader(), job, chunk, self.settings.post_limit, ended.is_set)
        except Unavailable as error:
            # Here and not by the queue, which could not note it either.
            _log.warning("unavailable", reason=str(error))
            return False
        return not ended.is_set()

    def _run(self, url: str, ended: Event, *, once: bool) -> str | None:
        """Runs until the end, or until the connections are lost: then says why."""
        app = working(url)
        app.task(name=TASK, queue=QUEUE, retry=_Again())(self._task(ended))
        try:
            asyncio.run(_working(app, ended, once=once))
        except ConnectorException as error:
            _log.warning("unavailable", reason=str(error.__cause__ or error))
            return str(error.__cause__ or error)
        return None

    def _task(self, ended: Event) -> Callable[..., None]:
        def take(job: str, chunk: int) -> None:
            self.take_chunk(ended, job, chunk)

        return take


async def _working(app: App, ended: Event, *, once: bool) -> None:
    async with app.open_async():
        await _queue_what_dead_ones_left(app)
        running = asyncio.create_task(_worker(app, once=once))
        looked = time.monotonic()
        while not running.done():
            if ended.is_set():
                # Once: it then ends in order, which another would break off.
                running.cancel()
                break
            if time.monotonic() - looked > _LOOK_FOR_DEAD:
                await _queue_what_dead_ones_left(app)
                looked = time.monotonic()
            await asyncio.wait([running], timeout=_LOOK)
        with suppress(asyncio.CancelledError):
            await running


async def _worker(app: App, *, once: bool) -> None:
    await app.run_worker_async(
        queues=[QUEUE], wait=not once, install_signal_handlers=False,
        update_heartbeat_interval=_SIGN_OF_LIFE, stalled_worker_timeout=_DEAD,
        delete_jobs="always",  # whatever became of a task: what is left to do stands in the job
    )  # fmt: skip


async def _queue_what_dead_ones_left(app: App) -> None:
    for job in await app.job_manager.get_stalled_jobs(queue=QUEUE, seconds_since_heartbeat=_DEAD):
        _log.warning("a worker was lost", task=job.task_kwargs)
        try:
            await app.job_manager.retry_job(job)
        except AlreadyQueued:
            await app.job_manager.finish_job(job, status=Status.FAILED, delete_job=True)
