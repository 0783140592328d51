"""Keeps what is known of each claim as a whole: how it stands, who is in it, how many tell and dispute it."""

from collections.abc import Iterable, Sequence
from typing import Any

from service.disputes.across import lasting
from service.disputes.status import SURE, flags, status
from service.store.claim_changes import Standing
from service.store.claim_holdings import DATES, Stated
from service.store.claim_values import key_of
from service.store.pool import Connection, json_of
from service.store.statements import statement

Row = dict[str, Any]


def summarise(connection: Connection, claim_ids: Iterable[str]) -> None:
    """Works these claims out anew; what is none any more goes."""
    ids = sorted(set(claim_ids))
    if not ids:
        return
    values = {"claims": ids, "articles": [id.partition(".")[0] for id in ids], "sure": SURE}
    disputed = connection.execute(statement("claims_are_disputed"), values).fetchone() is not None
    if disputed:
        for name in ("disputes_point", "disputes_judge", "disputes_rank"):
            connection.execute(statement(name), values)
    rows = connection.execute(statement("claims_counted"), values).fetchall()
    connection.execute(statement("claims_forget"), values)
    _insert(connection, [_summary(row) for row in rows])
    if disputed:
        connection.execute(statement("claim_sides_insert"), values)
    name_quotes(connection, ids, disputed=disputed)


def open_alone(connection: Connection, statements: Sequence[Stated]) -> Standing:
    """Stores the claims that these new statements tell, each alone and undisputed: most are, and of them nothing has to
    be looked for. How they stand now.
    """
    rows = [_summary(_alone(each)) for each in statements]
    _insert(connection, rows)
    return {row["id"]: row | {"answers": None} for row in rows}


def name_quotes(connection: Connection, claim_ids: Sequence[str], *, disputed: bool = True) -> None:
    """Writes down anew which quotes stand on either side of the surer disputes of these claims, if any is `disputed`:
    else those of earlier disputes go.
    """
    values = {"claims": list(claim_ids), "sure": SURE}
    touched = [
        (row["article_id"], row["id"])
        for name in ("disputed_quotes_forget", "disputed_quotes_of_claims")[: 1 + disputed]
        for row in connection.execute(statement(name), values).fetchall()
    ]
    if touched:
        articles, ids = map(list, zip(*sorted(set(touched)), strict=True))
        connection.execute(statement("quotes_disputed"), {"articles": articles, "ids": ids})


def _insert(connection: Connection, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(statement("claims_insert"), {"rows": json_of(rows)})


def _alone(told: Stated) -> Row:
    """As the statement claims_counted gives it."""
    claim = told.claim
    return {name: told.row[name] for name in ("article_id", "id", "publisher_key", *DATES)} | {
        "nature": claim.nature, "statements": 1, "parties": claim.parties + claim.accused_parties,
        "accused": claim.accused_parties, "replies": [reply.kind for reply in claim.replies], "disputes": 0,
        "disputing": None, "disputed": False,
    }  # fmt: skip


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
