"""What others say of claims and disputes: reviews of third parties, and curators' verdicts, which count."""

from typing import Any

from service.errors import NotFound
from service.store import claim_changes
from service.store.changes import Change, publish
from service.store.claim_summaries import summarise
from service.store.claims import claim_id_of, dispute, get
from service.store.conditions import storable
from service.store.pool import Connection
from service.store.statements import statement

Row = dict[str, Any]


def review(connection: Connection, claim_id: str, said: Row, *, key_id: str) -> list[Row]:
    """Stores a third party's verdict, one for each `url`; all reviews of the claim. NotFound: no such claim."""
    now = existing(connection, claim_id)
    values = {"claim": now, "key": key_id} | {name: storable(said[name]) for name in ("url", "publisher", "rating")}
    connection.execute(statement("claim_review_write"), values)
    publish(connection, [_changed(now, "reviews")])
    return reviews(connection, now)


def withdraw_review(connection: Connection, claim_id: str, url: str) -> None:
    """Takes back the review of this address. NotFound: there is none, or no such claim."""
    now = existing(connection, claim_id)
    values = {"claim": now, "url": storable(url)}
    if not connection.execute(statement("claim_review_delete"), values).rowcount:
        raise NotFound(f"There is no review of {claim_id} at this url.")
    publish(connection, [_changed(now, "reviews")])


def reviews(connection: Connection, claim_id: str) -> list[Row]:
    """The reviews of a claim. NotFound: no such claim."""
    found = get(connection, existing(connection, claim_id))
    return list(found["reviews"]) if found else []


def judge(
    connection: Connection, claim_id: str, dispute_id: str, verdict: str, *, reason: str | None, key_id: str
) -> Row:
    """Confirms or refutes a dispute, for that answer and the whole claim; remembered while its words stand anywhere.

    A refuted one no longer counts for the status. NotFound: there is no such dispute of the claim.
    """
    connection.execute(statement("writing_lock"))
    now = existing(connection, claim_id)
    values = {"claim": now, "id": storable(dispute_id), "verdict": verdict, "reason": reason, "key": key_id}
    if not connection.execute(statement("dispute_verdict_write"), values).rowcount:
        raise NotFound(f"There is no dispute {dispute_id} of {claim_id}.")
    was = claim_changes.standing(connection, [now])
    summarise(connection, [now])
    publish(connection, [*claim_changes.of_claims(connection, was, [now]), _changed(now, "verdicts")])
    return dispute(connection, now, dispute_id) or {}


def _changed(claim_id: str, field: str) -> Change:
    return Change("claim", "changed", claim_id, claim_id.partition(".")[0], {"fields": [field]})


def existing(connection: Connection, claim_id: str) -> str:
    """The id of the claim that this one leads to. NotFound: to none."""
    now = claim_id_of(connection, claim_id)
    if now is None:
        raise NotFound(f"There is no claim {claim_id}.")
    return now
