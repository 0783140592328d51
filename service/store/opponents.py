"""Says who disputes a speaker's claims, and whose claims the speaker disputes."""

from typing import Any

from service.store.pool import Connection
from service.store.statements import statement

_SIDES = {"disputed_by": False, "disputes": True}


def opponents(connection: Connection, speaker_id: str) -> dict[str, Any]:
    """Those on the other side of claims that are in dispute, by `disputed_by` and `disputes`: the foremost twenty with
    the number of claims and the newest of them, and how many they are.

    Only disputes that make their claim disputed count: surely found or confirmed, and not refuted.
    """
    found: dict[str, Any] = {}
    for name, disputes in _SIDES.items():
        values = {"id": speaker_id, "disputes": disputes}
        rows = connection.execute(statement("speaker_opponents"), values).fetchall()
        found[f"{name}_count"] = rows[0]["opponents"] if rows else 0
        found[name] = [_opponent(row) for row in rows]
    return found


def _opponent(row: dict[str, Any]) -> dict[str, Any]:
    speaker = {"id": row["id"], "name": row["name"]}
    return {"speaker": speaker, "count": row["count"], "claims": row["claims"]}
