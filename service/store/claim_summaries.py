"""Keeps what is known of each claim as a whole: how it stands, who is in it, how many tell and dispute it."""

from collections.abc import Iterable, Sequence
from typing import Any

from service.disputes.across import lasting
from service.disputes.status import SURE, flags, status
from service.store.claim_values import key_of
from service.store.pool import Connection
from service.store.statements import statement

Row = dict[str, Any]


def summarise(connection: Connection, claim_ids: Iterable[str]) -> None:
    """Works these claims out anew; what is none any more goes."""
    ids = sorted(set(claim_ids))
    if not ids:
        return
    values = {"claims": ids, "articles": [id.partition(".")[0] for id in ids], "sure": SURE}
    if connection.execute(statement("claims_are_disputed"), values).fetchone():
        for name in ("disputes_point", "disputes_judge", "disputes_rank"):
            connection.execute(statement(name), values)
    rows = connection.execute(statement("claims_counted"), values).fetchall()
    connection.execute(statement("claims_forget"), values)
    with connection.cursor() as cursor:
        cursor.executemany(statement("claim_insert"), [_summary(row) for row in rows])
    connection.execute(statement("claim_sides_insert"), values)
    name_quotes(connection, ids)


def name_quotes(connection: Connection, claim_ids: Sequence[str]) -> None:
    """Writes down anew which quotes stand on either side of the surer disputes of these claims."""
    values = {"claims": list(claim_ids), "sure": SURE}
    touched = [
        (row["article_id"], row["id"])
        for name in ("disputed_quotes_forget", "disputed_quotes_of_claims")
        for row in connection.execute(statement(name), values)
    ]
    if touched:
        articles, ids = map(list, zip(*sorted(set(touched)), strict=True))
        connection.execute(statement("quotes_disputed"), {"articles": articles, "ids": ids})


def _summary(row: Row) -> Row:
    parties = sorted({*lasting(row["parties"] or ()), *lasting(row["disputing"] or ())})
    names = {key_of(name) for name in parties}
    undisputed, replies = not row["disputes"], set(row["replies"] or ())
    stands = status(
        disputed=row["disputed"], conceded=undisputed and "concedes" in replies,
        agreed=undisputed and "agrees" in replies, unanswered=not replies and _is_unanswered(row),
    )  # fmt: skip
    grave = list(flags(retracted="retracts" in replies, contradicts_earlier=False))
    return row | {"parties": parties, "party_keys": sorted(names), "flags": grave, "status": stands}


def _is_unanswered(row: Row) -> bool:
    """Whether it accuses a party of which no answer is stored."""
    accused = set(lasting(row["accused"] or ()))
    return bool(accused) and not accused & set(row["disputing"] or ())
