"""Answers to writes, kept for a while for those who send the same again; and which write is at work under which key."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from psycopg.types.json import Jsonb

from service.errors import Conflict
from service.store.pool import Connection
from service.store.statements import statement

# Seconds after which a request without an answer is taken for broken off: more than any takes.
PATIENCE = 120.0
_ARTICLES = "/articles/"


class OtherRequest(Conflict):
    """The name stands for another request: another body, or another place."""


class AtWork(Conflict):
    """The same request is being answered at this moment."""


@dataclass(frozen=True, slots=True)
class Request:
    """One attempt at a request: whose it is, the name they gave it, what it asks for, and a mark of the attempt."""

    key_id: str
    name: str
    fingerprint: str
    run: str

    @classmethod
    def new(cls, key_id: str, name: str, fingerprint: str) -> "Request":
        """An attempt that was not made before."""
        return cls(key_id, name, fingerprint, secrets.token_hex(8))

    @property
    def _values(self) -> dict[str, Any]:
        return {"key": self.key_id, "name": self.name, "fingerprint": self.fingerprint, "run": self.run}


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it was given."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def begin(connection: Connection, request: Request, kept: float) -> Kept | None:
    """None: go on, and end or forget it. Else the answer that was given in the last `kept` seconds.

    OtherRequest: the name was given to something else. AtWork: another attempt is about it.
    """
    values = request._values | {"kept": kept, "patience": PATIENCE}
    if connection.execute(statement("idempotency_begin"), values).fetchone():
        return None
    row = connection.execute(statement("idempotency_known"), values).fetchone()
    if row is not None and row["fingerprint"] != request.fingerprint:
        raise OtherRequest("was given to another request before")
    if row is None or row["status"] is None:
        raise AtWork("the same request is being answered just now")
    return Kept(row["status"], row["headers"], row["body"])


def end(connection: Connection, request: Request, answer: Kept) -> None:
    """Keeps the answer of this attempt; but not the words of an article that was erased meanwhile."""
    article_id = answer.headers.get("Location", "").removeprefix(_ARTICLES)
    stays = connection.execute(statement("article_stays"), {"article": article_id})
    if answer.headers.get("Location", "").startswith(_ARTICLES) and not stays.fetchone():
        forget(connection, request)
        return
    given = {"status": answer.status, "headers": Jsonb(dict(answer.headers)), "body": answer.body}
    connection.execute(statement("idempotency_end"), request._values | given)


def forget(connection: Connection, request: Request) -> None:
    """Lets the same name be tried again: this attempt came to nothing."""
    connection.execute(statement("idempotency_forget"), request._values)


def prune(connection: Connection, kept: float) -> None:
    """Forgets what is older than `kept` seconds."""
    connection.execute(statement("idempotency_prune"), {"kept": kept})
