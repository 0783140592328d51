"""API keys: the secret is shown once and stored only as its sha256."""

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from service.store.pool import Connection
from service.store.statements import statement

_PREFIX = "onrecord_"


@dataclass(frozen=True, slots=True)
class Holder:
    """The bearer of a key in force."""

    key_id: str
    scopes: frozenset[str]


def create(
    connection: Connection, label: str, scopes: Collection[str], expires_at: datetime | None = None
) -> tuple[str, str]:
    """Stores a new key with these scopes; returns its id and its secret, which cannot be asked for again.

    Without a scope it opens reading, where that is closed to others.
    """
    key_id, secret = "k" + secrets.token_hex(6), _PREFIX + secrets.token_urlsafe(32)
    values = {"id": key_id, "label": label, "scopes": sorted(set(scopes)), "expires_at": expires_at}
    connection.execute(statement("key_insert"), values | {"sha256": _sha256(secret)})
    return key_id, secret


def holder(connection: Connection, secret: str) -> Holder | None:
    """Who bears this secret, and notes to the hour that it was used; None where no key in force has it."""
    row = connection.execute(statement("key_holder"), {"sha256": _sha256(secret)}).fetchone()
    if row is None:
        return None
    if not row["noted"]:
        connection.execute(statement("key_used"), {"id": row["id"]})
    return Holder(row["id"], frozenset(row["scopes"]))


def scopes_of(connection: Connection, secret: str) -> frozenset[str] | None:
    """What the bearer of this secret may do; None where no key in force has it."""
    found = holder(connection, secret)
    return found.scopes if found else None


def id_of(connection: Connection, secret: str) -> str | None:
    """The id of the key in force with this secret; None where there is none."""
    found = holder(connection, secret)
    return found.key_id if found else None


def listed(connection: Connection) -> list[dict[str, Any]]:
    """All keys without their secrets, oldest first: id, label, scopes, and when it was created, used, ends, ended."""
    return connection.execute(statement("keys_listed")).fetchall()


def revoke(connection: Connection, key_id: str) -> bool:
    """Makes a key worthless at once; False where no such key was in force."""
    return connection.execute(statement("key_revoke"), {"id": key_id}).rowcount == 1


def _sha256(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
