"""Asks for articles, and erases them: their words everywhere, a tombstone without text in their place."""

from datetime import datetime
from typing import Any

from psycopg.sql import SQL

from service.store import changes, grouping, identities, quote_changes, relating, speaker_counts
from service.store.beginnings import is_empty
from service.store.conditions import ArticleConditions, fragments, parameters, storable
from service.store.cursors import Page, place_of
from service.store.listing import Rows, Slice, all_of, counted, oldest_first, page
from service.store.pool import Connection
from service.store.statements import statement

__all__ = [
    "ArticleConditions", "Page", "count", "erase", "erased_at", "find", "get", "is_empty", "known_sha256",
    "remove_samples",
]  # fmt: skip

_A, _PLACE, _ID = SQL("a"), SQL("a.time_order"), SQL("a.id")


def find(connection: Connection, conditions: ArticleConditions, limit: int, after: str | None = None) -> Page:
    """Up to `limit` articles, without their texts. InvalidCursor: `after` is not of these conditions."""
    place = place_of(conditions, after) if after else None
    values = parameters(conditions)

    def fetch(wanted: Slice) -> Rows:
        tail = all_of([*fragments(values, _A), *wanted.conditions(_PLACE, _ID)])
        query = statement("article_rows") + tail + wanted.order(_PLACE, _ID)
        return connection.execute(query, values | wanted.parameters()).fetchall()

    if conditions.sort == "date":
        return page(conditions, oldest_first(fetch, place, limit + 1), limit)
    return page(conditions, fetch(Slice(False, place, limit + 1)), limit)


def count(connection: Connection, conditions: ArticleConditions, most: int | None = None) -> int:
    """How many articles meet the conditions, over all pages; counted up to `most` where that is given."""
    values = parameters(conditions)
    query = counted(statement("articles_asked") + all_of(fragments(values, _A)), most)
    row = connection.execute(query, values).fetchone()
    return int(row["count"]) if row else 0


def get(connection: Connection, article_id: str) -> dict[str, Any] | None:
    """The article of this id without its text; None where there is none."""
    query = statement("article_rows") + SQL(" AND a.id = %(id)s")
    row = connection.execute(query, {"id": storable(article_id)}).fetchone()
    return {name: value for name, value in row.items() if name != "place"} if row else None


def known_sha256(connection: Connection, article_id: str) -> str | None:
    """The sha256 of the current text of an article; None where the article is not stored."""
    row = connection.execute(statement("article_known"), {"id": article_id}).fetchone()
    return row["sha256"] if row else None


def erased_at(connection: Connection, article_id: str) -> datetime | None:
    """When the article was erased; None where it never was, or was taken in anew."""
    row = connection.execute(statement("article_erased_at"), {"id": storable(article_id)}).fetchone()
    return row["erased_at"] if row else None


def erase(connection: Connection, article_id: str) -> bool:
    """Removes an article with all its revisions, within a transaction; False where there is none."""
    values = {"articles": [storable(article_id)]}
    rows = connection.execute(statement("articles_lock"), values).fetchall()
    return _erase(connection, [row["id"] for row in rows]) > 0


def remove_samples(connection: Connection) -> int:
    """Erases every article of the sample newsroom, within a transaction; returns how many there were."""
    rows = connection.execute(statement("articles_of_sample")).fetchall()
    return _erase(connection, [row["id"] for row in rows])


def _erase(connection: Connection, article_ids: list[str]) -> int:
    # Callers have locked the articles: articles first, then speakers, is the order of every writer.
    if not article_ids:
        return 0
    values = {"articles": article_ids}
    made = quote_changes.of_erasing(connection, article_ids)
    touched = identities.lock(connection, article_ids)
    made += relating.erase(connection, article_ids)
    grouping.withdraw(connection, article_ids)
    speaker_counts.subtract(connection, article_ids)
    for name in ("quote_corrections_forget", "idempotency_erase", "articles_bury"):
        connection.execute(statement(name), values)
    connection.execute(statement("articles_delete"), values)
    made += identities.decide(connection, touched)
    changes.publish(connection, made)
    return len(article_ids)
