"""Webhooks and their deliveries: made of the feed of changes in its order, taken, retried, given up and replayed."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from psycopg.sql import SQL

from service.errors import NotFound
from service.store import changes
from service.store.conditions import storable
from service.store.cursors import Page, place_of
from service.store.listing import Slice, all_of, page
from service.store.pool import Connection
from service.store.statements import statement

Row = dict[str, Any]
Status = Literal["due", "delivered", "dead"]

MOST_CHANGES = 200  # of one delivery
_PLACE, _TIE = SQL("d.number"), SQL("d.id")


@dataclass(frozen=True, slots=True)
class DeliveryConditions:
    """Which deliveries of a webhook."""

    webhook: str
    status: tuple[str, ...] = ()


def create(
    connection: Connection, url: str, secret: str, *, kinds: Sequence[str], events: Sequence[str], after: str | None,
    key_id: str,
) -> Row:  # fmt: skip
    """Stores a webhook that is told what changes behind `after`, a place of the feed; None: from now on.

    InvalidCursor: `after` is no place of the feed. NoLongerKept: not all that followed it is kept.
    """
    changes.keep(connection)
    position = changes.number_of(connection, after or changes.NOW)
    values = {
        "id": "w" + secrets.token_hex(8), "url": url, "kinds": list(kinds), "events": list(events), "secret": secret,
        "position": position, "key": key_id,
    }  # fmt: skip
    connection.execute(statement("webhook_insert"), values)
    return get(connection, str(values["id"]))


def listed(connection: Connection) -> list[Row]:
    """All webhooks, the oldest first, without their secrets; how many deliveries of each are due and dead."""
    rows = connection.execute(statement("webhook_rows") + SQL(" ORDER BY w.made_at, w.id"))
    return [_shown(connection, row) for row in rows.fetchall()]


def get(connection: Connection, webhook_id: str) -> Row:
    """One webhook. NotFound: there is none of this id."""
    query = statement("webhook_rows") + SQL(" AND w.id = %(id)s")
    row = connection.execute(query, {"id": storable(webhook_id)}).fetchone()
    if row is None:
        raise NotFound(f"There is no webhook {webhook_id}.")
    return _shown(connection, row)


def delete(connection: Connection, webhook_id: str) -> None:
    """Removes a webhook with its deliveries. NotFound: there is none of this id."""
    if not connection.execute(statement("webhook_delete"), {"id": storable(webhook_id)}).rowcount:
        raise NotFound(f"There is no webhook {webhook_id}.")


def deliveries(connection: Connection, asked: DeliveryConditions, limit: int, after: str | None = None) -> Page:
    """Up to `limit` deliveries of a webhook, the newest first. NotFound: no such webhook. InvalidCursor: `after` is
    not of this question.
    """
    get(connection, asked.webhook)
    wanted = Slice(False, place_of(asked, after) if after else None, limit + 1)
    conditions = wanted.conditions(_PLACE, _TIE)
    if asked.status:
        conditions.append(SQL("d.status = ANY(%(status)s)"))
    values = {"webhook": storable(asked.webhook), "status": list(asked.status)} | wanted.parameters()
    query = statement("delivery_rows") + all_of(conditions) + wanted.order(_PLACE, _TIE)
    return page(asked, connection.execute(query, values).fetchall(), limit)


def delivery(connection: Connection, webhook_id: str, delivery_id: str) -> Row:
    """One delivery of a webhook. NotFound: there is none of this id."""
    query = statement("delivery_rows") + SQL(" AND d.id = %(id)s")
    values = {"webhook": storable(webhook_id), "id": storable(delivery_id)}
    row = connection.execute(query, values).fetchone()
    if row is None:
        raise NotFound(f"There is no delivery {delivery_id} of {webhook_id}.")
    del row["place"]
    return row


def test(connection: Connection, webhook_id: str, now: datetime) -> Row:
    """Makes a delivery without changes, which is tried once. NotFound: there is no webhook of this id."""
    get(connection, webhook_id)
    return delivery(connection, webhook_id, _insert(connection, webhook_id, "test", (0, 0, 0), now))


def replay(connection: Connection, webhook_id: str, delivery_id: str, now: datetime) -> Row:
    """Makes a delivery due once more, whatever became of it. NotFound: there is none, or it is a test. NoLongerKept:
    its changes were pruned.
    """
    changes.keep(connection)
    values = {"webhook": storable(webhook_id), "id": storable(delivery_id), "now": now}
    row = connection.execute(statement("delivery_replay"), values).fetchone()
    if row is None:
        raise NotFound(f"There is no delivery {delivery_id} of changes of {webhook_id}.")
    changes.check_kept(connection, row["after_number"])
    return delivery(connection, webhook_id, delivery_id)


def make_one(connection: Connection, now: datetime) -> bool:
    """Makes the next delivery of one webhook that has not been told all, within a transaction; False: there is none.

    Each webhook has one delivery of changes under way at most: they come in the order of the feed.
    """
    found = connection.execute(statement("webhooks_behind")).fetchone()
    if found is None:
        return False
    row = connection.execute(statement("webhook_behind"), {"id": found["id"]}).fetchone()
    if row is not None:
        last = changes.number_of(connection, changes.NOW)
        rows = changes.between(connection, row["position"], MOST_CHANGES, kinds=row["kinds"], events=row["events"])
        # Nothing up to `last` concerns it: next time it is looked for behind that.
        until = rows[-1]["number"] if rows else max(last, row["position"])
        if rows:
            _insert(connection, row["id"], "changes", (row["position"], until, len(rows)), now)
        connection.execute(statement("webhook_position"), {"id": row["id"], "position": until})
    return True


def take(connection: Connection, now: datetime, lost: datetime) -> Row | None:
    """Takes the delivery that is due the longest, with its webhook's address and secret; None: nothing is due.

    Whoever takes it has until `lost`: then it is due again.
    """
    return connection.execute(statement("delivery_take"), {"now": now, "lost": lost}).fetchone()


def content(connection: Connection, taken: Row) -> Row:
    """The changes of a delivery: `items`, the place `after` which they come, and the place of the `next`."""
    after, until = taken["after_number"], taken["until_number"]
    rows = changes.between(connection, after, taken["changes"], kinds=taken["kinds"], events=taken["events"])
    return {
        "items": [changes.shown(row) for row in rows],
        "after": changes.cursor_at(connection, after),
        "next": changes.cursor_at(connection, until),
    }


def end(
    connection: Connection, taken: Row, status: Status, now: datetime, *, due_at: datetime | None = None,
    answer: int | None = None, reason: str | None = None,
) -> None:  # fmt: skip
    """Notes what became of a delivery that was taken: delivered, dead, or due again at `due_at`."""
    values = {
        "id": taken["id"], "attempts": taken["attempts"], "status": status, "due_at": due_at,
        "ended_at": None if status == "due" else now, "answer": answer, "reason": reason,
    }  # fmt: skip
    connection.execute(statement("delivery_end"), values)


def forget(connection: Connection, before: datetime) -> None:
    """Removes what was delivered before; dead letters stay."""
    connection.execute(statement("deliveries_forget"), {"before": before})


def _insert(connection: Connection, webhook_id: str, type: str, of: tuple[int, int, int], now: datetime) -> str:
    id = "d" + secrets.token_hex(12)
    after, until, count = of
    values = {
        "id": id,
        "webhook": webhook_id,
        "type": type,
        "after": after,
        "until": until,
        "changes": count,
        "now": now,
    }
    connection.execute(statement("delivery_insert"), values)
    return id


def _shown(connection: Connection, row: Row) -> Row:
    row["kind"], row["event"] = row.pop("kinds"), row.pop("events")
    return row | {"place": changes.cursor_at(connection, row.pop("position"))}
