"""Asks for claims: pages under any conditions, their number and facets, and one with both sides by its id."""

from collections.abc import Iterable, Sequence
from typing import Any

from psycopg.sql import SQL, Composable, Composed

from service.store.claim_conditions import ClaimConditions, conditions, values_of
from service.store.claim_rows import claim_row, dispute_row, statement_row
from service.store.conditions import storable
from service.store.cursors import Page, place_of
from service.store.listing import Rows, Slice, all_of, counted, oldest_first, page
from service.store.pool import Connection
from service.store.statements import statement

__all__ = ["ClaimConditions", "Page", "claim_id_of", "count", "dispute", "facets", "find", "get", "shown"]

Row = dict[str, Any]
_PLACE, _ID = SQL("c.time_order"), SQL("c.id")
FACETS = ("status", "relation", "party", "publisher")
_FACET = SQL(
    "SELECT value, count(DISTINCT id) AS count FROM ({}{}) AS found GROUP BY value ORDER BY count DESC, value LIMIT 20"
)
_OF_IDS = SQL(" AND c.id = ANY(%(ids)s) AND c.article_id = ANY(%(articles)s)")
_MOST_SHOWN = 20  # disputes of a claim beside it in a list; all of them stand with the claim alone
_MOST_REDIRECTS = 20


def find(connection: Connection, asked: ClaimConditions, limit: int, after: str | None = None) -> Page:
    """Up to `limit` claims, each with its surest disputes. InvalidCursor: `after` is not of these conditions."""
    place = place_of(asked, after) if after else None
    values = values_of(connection, asked)

    def fetch(wanted: Slice) -> Rows:
        tail = all_of([*conditions(values), *wanted.conditions(_PLACE, _ID)])
        order = wanted.order(_PLACE, _ID)
        return connection.execute(_rows_of(tail + order) + order, values | wanted.parameters()).fetchall()

    newest_first = Slice(False, place, limit + 1)
    rows = oldest_first(fetch, place, limit + 1) if asked.sort == "date" else fetch(newest_first)
    found = page(asked, rows, limit)
    return Page(_with_disputes(connection, found.items), found.next)


def count(connection: Connection, asked: ClaimConditions, most: int | None = None) -> int:
    """How many claims meet the conditions, over all pages; counted up to `most` where that is given."""
    values = values_of(connection, asked)
    query = counted(statement("claims_asked") + all_of(conditions(values)), most)
    row = connection.execute(query, values).fetchone()
    return int(row["count"]) if row else 0


def facets(connection: Connection, asked: ClaimConditions, names: Sequence[str] = FACETS) -> dict[str, list[Row]]:
    """How many claims of each status, relation, party and publisher meet the conditions, the most common first."""
    values = values_of(connection, asked)
    tail = all_of(conditions(values))
    queries = {name: _FACET.format(statement(f"claims_by_{name}"), tail) for name in names}
    return {name: connection.execute(query, values).fetchall() for name, query in queries.items()}


def claim_id_of(connection: Connection, asked: str) -> str | None:
    """The claim that the statement of an id tells now, or told before it was withdrawn; None where there is none."""
    wanted = storable(asked)
    for _ in range(_MOST_REDIRECTS):
        row = connection.execute(statement("claim_told_by"), _placed(wanted)).fetchone()
        if row:
            return str(row["claim_id"])
        row = connection.execute(statement("claim_redirect"), {"id": wanted}).fetchone()
        if row is None:
            return None
        wanted = row["statement_id"]
    return None


def claim_ids_of(connection: Connection, asked: Sequence[str]) -> dict[str, str | None]:
    """The same of each of these ids; nearly all are those of statements that tell another claim now."""
    placed = {"ids": list(asked), "articles": [id.partition(".")[0] for id in asked]}
    rows = connection.execute(statement("claims_told_by"), placed).fetchall() if asked else []
    told = {row["id"]: row["claim_id"] for row in rows}
    return {id: told[id] if id in told else claim_id_of(connection, id) for id in asked}


def get(connection: Connection, claim_id: str) -> Row | None:
    """The claim of this very id, with all statements and disputes in time order, and its reviews."""
    rows = shown(connection, [claim_id])
    if not rows:
        return None
    told = connection.execute(statement("claim_statement_rows"), {"claim": rows[0]["id"]}).fetchall()
    given = connection.execute(statement("dispute_rows_of_claim"), {"claim": rows[0]["id"]}).fetchall()
    speakers = _speakers(connection, [*told, *given])
    return rows[0] | {
        "statements": [statement_row(row, speakers) for row in told],
        "disputes": [dispute_row(row, speakers) for row in given],
    }


def dispute(connection: Connection, claim_id: str, dispute_id: str) -> Row | None:
    """One dispute of a claim, a refuted one too; None where there is none."""
    values = {"claim": storable(claim_id), "id": storable(dispute_id)}
    rows = connection.execute(statement("dispute_rows_by_id"), values).fetchall()
    speakers = _speakers(connection, rows)
    return next((dispute_row(row, speakers) for row in rows), None)


def shown(connection: Connection, claim_ids: Iterable[str]) -> Rows:
    """The claims of these ids, in their order, as lists show them."""
    ids = [storable(each) for each in claim_ids]
    values = {"ids": ids, "articles": [id.partition(".")[0] for id in ids]}
    rows = {row["id"]: row for row in connection.execute(_rows_of(_OF_IDS), values).fetchall()}
    return _with_disputes(connection, [rows[id] for id in ids if id in rows])


def _rows_of(tail: Composable) -> Composed:
    """What is shown of the claims that this end of a statement chooses."""
    return statement("claim_rows").format(chosen=statement("claims_chosen") + tail)


def _with_disputes(connection: Connection, rows: Rows) -> Rows:
    values = {"claims": [row["id"] for row in rows], "most": _MOST_SHOWN}
    given = connection.execute(statement("dispute_rows"), values).fetchall() if rows else []
    speakers = _speakers(connection, [*rows, *given])
    by_claim: dict[str, Rows] = {row["id"]: [] for row in rows}
    for each in given:
        by_claim[each["claim_id"]].append(dispute_row(each, speakers))
    reviews = _reviews(connection, list(by_claim))
    return [
        claim_row(row, speakers) | {"disputes": by_claim[row["id"]], "reviews": reviews.get(row["id"], [])}
        for row in rows
    ]


def _reviews(connection: Connection, claims: list[str]) -> dict[str, Rows]:
    found: dict[str, Rows] = {}
    rows = connection.execute(statement("claim_reviews_of"), {"claims": claims}).fetchall() if claims else []
    for row in rows:
        found.setdefault(row.pop("claim_id"), []).append(row)
    return found


def _speakers(connection: Connection, rows: Rows) -> dict[tuple[str, str], Row]:
    """Who the printed names of these rows are, by article and name."""
    pairs = {(row["told_in"], name) for row in rows for name in row["names"]}
    values = {"articles": [article for article, _ in sorted(pairs)], "names": [name for _, name in sorted(pairs)]}
    found = connection.execute(statement("speakers_named"), values).fetchall() if pairs else []
    return {(row["article_id"], row["name"]): row for row in found}


def _placed(id: str) -> dict[str, str]:
    return {"article": id.partition(".")[0], "id": id}
