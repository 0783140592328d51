"""API keys: the secret is shown once and stored only as its sha256."""

import hashlib
import secrets
from collections.abc import Collection
from typing import Any

from service.store.pool import Connection
from service.store.statements import statement

_PREFIX = "onrecord_"


def create(connection: Connection, label: str, scopes: Collection[str]) -> tuple[str, str]:
    """Stores a new key with these scopes; returns its id and its secret, which cannot be asked for again."""
    key_id, secret = "k" + secrets.token_hex(6), _PREFIX + secrets.token_urlsafe(32)
    values = {"id": key_id, "label": label, "scopes": sorted(set(scopes)), "sha256": _sha256(secret)}
    connection.execute(statement("key_insert"), values)
    return key_id, secret


def scopes_of(connection: Connection, secret: str) -> frozenset[str] | None:
    """What the bearer of this secret may do; None where no key has it or the key was revoked."""
    row = connection.execute(statement("key_scopes"), {"sha256": _sha256(secret)}).fetchone()
    return frozenset(row["scopes"]) if row else None


def id_of(connection: Connection, secret: str) -> str | None:
    """The id of the key in force with this secret; None where there is none."""
    row = connection.execute(statement("key_id"), {"sha256": _sha256(secret)}).fetchone()
    return str(row["id"]) if row else None


def listed(connection: Connection) -> list[dict[str, Any]]:
    """All keys without their secrets, oldest first: id, label, scopes, created_at, revoked_at."""
    return connection.execute(statement("keys_listed")).fetchall()


def revoke(connection: Connection, key_id: str) -> bool:
    """Makes a key worthless at once; False where no such key was in force."""
    return connection.execute(statement("key_revoke"), {"id": key_id}).rowcount == 1


def _sha256(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
