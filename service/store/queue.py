"""The queue: which chunks of jobs are due. procrastinate keeps it; what is to be done stands in the jobs themselves."""

from collections.abc import Sequence
from functools import cache

from procrastinate import App, PsycopgConnector, SyncPsycopgConnector
from procrastinate.exceptions import ConnectorException
from procrastinate.exceptions import UniqueViolation as AlreadyQueued
from procrastinate.jobs import Job

from service.store.pool import Connection

__all__ = ["QUEUE", "TASK", "AlreadyQueued", "ConnectorException", "defer", "working"]

QUEUE, TASK = "bulk", "take_in_chunk"
_AT_ONCE = 1000
Chunk = tuple[str, int]  # of this job, this one


def defer(connection: Connection, chunks: Sequence[Chunk]) -> None:
    """Queues chunks, within the transaction of the connection: none is due before that is committed."""
    manager = _deferring().job_manager
    for start in range(0, len(chunks), _AT_ONCE):
        tasks = [_task(*chunk) for chunk in chunks[start : start + _AT_ONCE]]
        manager.batch_defer_jobs(tasks, connection=connection)


def working(url: str) -> App:
    """The queue of a store, for one worker; its connections are opened when it runs."""
    return App(connector=PsycopgConnector(conninfo=url, min_size=1, max_size=2))


def _task(job: str, chunk: int) -> Job:
    return Job(
        id=None, queue=QUEUE, task_name=TASK, lock=None,
        queueing_lock=f"{job}:{chunk}", task_kwargs={"job": job, "chunk": chunk},
    )  # fmt: skip


@cache
def _deferring() -> App:
    # Never opened: each call brings the connection of its transaction.
    return App(connector=SyncPsycopgConnector())
