"""Delivers what is due: makes deliveries out of the feed, sends them, and notes what became of each.

At least once: who is killed between sending and noting has it sent again, under the same `webhook-id`.
"""

import time
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
import structlog

from schemas.changes import ChangeOut
from service.errors import Undeliverable
from service.settings import Settings
from service.store import webhooks
from service.store.pool import Pool
from service.webhooks.sending import Message, send
from service.webhooks.signing import signature

Row = dict[str, Any]
Clock = Callable[[], datetime]

MOST_ATTEMPTS = 13  # over 23 hours
_FIRST_PAUSE, _LONGEST_PAUSE = 10.0, 4 * 3600.0  # seconds; each is three times the one before
_LOST = timedelta(minutes=2)  # after which a delivery is taken for one whose sender was killed
_KEPT = timedelta(days=30)  # what was delivered
_AT_ONCE = 4  # receivers that are told at the same time: one that hangs holds up few others
_ROUND = 5.0  # seconds after which no further delivery is taken up: who wants to end must not wait for long
_LOOK = 1.0  # seconds until it is looked for what others are to be told, while one takes its time
_log = structlog.get_logger("onrecord.webhooks")


def _now() -> datetime:
    return datetime.now(UTC)


def deliver_due(
    pool: Pool, settings: Settings, *, now: Clock = _now, send: Callable[[Message], int] = send
) -> int:  # fmt: skip
    """Sends what is due, for some seconds at most, and returns how many attempts it made.

    To be called every few seconds, by any number of processes at once. Unavailable: the database is away.
    """
    attempts, until = 0, time.monotonic() + _ROUND
    with pool.writing() as connection:
        webhooks.forget(connection, now() - _KEPT)
    # No receiver has more than one delivery under way: each is told in order.
    running: set[Future[None]] = set()
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        while True:
            may = len(running) < _AT_ONCE and time.monotonic() < until
            if may and (taken := _next(pool, now)):
                running.add(threads.submit(_deliver, pool, settings, taken, now, send))
                attempts += 1
            elif running:
                ended, running = wait(running, _LOOK, FIRST_COMPLETED)
                for each in ended:
                    each.result()
            else:
                return attempts


def pause(attempts: int) -> timedelta:
    """How long to wait after so many failed attempts."""
    return timedelta(seconds=min(_FIRST_PAUSE * 3.0 ** (attempts - 1), _LONGEST_PAUSE))


def _next(pool: Pool, now: Clock) -> Row | None:
    """Makes deliveries of what is new, and takes the one that is due the longest."""
    made = True
    while made:
        with pool.writing() as connection:
            made = webhooks.make_one(connection, now())
    with pool.writing() as connection:
        return webhooks.take(connection, now(), now() + _LOST)


def _deliver(pool: Pool, settings: Settings, taken: Row, now: Clock, send: Callable[[Message], int]) -> None:
    # Neither a transaction nor a connection is held while the receiver takes its time.
    with pool.reading() as connection:
        content = webhooks.content(connection, taken)
    body = _body(taken, content)
    message = Message(taken["url"], _headers(taken, body, now()), body, settings.webhooks_private)
    answer, reason = None, None
    try:
        answer = send(message)
        reason = None if answer // 100 == 2 else _refused(answer)
    except Undeliverable as error:
        reason = str(error)
    with pool.writing() as connection:
        if reason is None:
            webhooks.end(connection, taken, "delivered", now(), answer=answer)
        elif taken["attempts"] >= MOST_ATTEMPTS or taken["type"] == "test":
            webhooks.end(connection, taken, "dead", now(), answer=answer, reason=reason)
            _log.error("given up", webhook=taken["webhook_id"], delivery=taken["id"], reason=reason)
        else:
            again = now() + pause(taken["attempts"])
            webhooks.end(connection, taken, "due", now(), due_at=again, answer=answer, reason=reason)


def _refused(answer: int) -> str:
    followed = "; redirects are not followed" if answer // 100 == 3 else ""
    return f"the answer was {answer}{followed}"


def _body(taken: Row, content: Row) -> bytes:
    items = ChangeOut().dump(content.pop("items"), many=True)
    told = {"type": taken["type"], "webhook": taken["webhook_id"], "delivery": taken["id"], "items": items}
    return orjson.dumps(told | (content if taken["type"] == "changes" else {}))


def _headers(taken: Row, body: bytes, at: datetime) -> dict[str, str]:
    timestamp = int(at.timestamp())
    return {
        "Content-Type": "application/json", "User-Agent": "onrecord", "webhook-id": taken["id"],
        "webhook-timestamp": str(timestamp),
        "webhook-signature": signature(taken["secret"], taken["id"], timestamp, body),
    }  # fmt: skip
