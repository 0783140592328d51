"""Gives the quotes of a reading the ids under which their words are known already."""

from dataclasses import replace
from typing import Any

from service.matching import Placed
from service.quote_ids import StoredQuotes, settled
from service.store.corrected_quotes import carry, corrected
from service.store.pool import Connection
from service.store.revisions import Revision
from service.store.statements import statement


def settled_revision(connection: Connection, article_id: str, text: str, revision: Revision) -> Revision:
    """The revision of a locked article with the ids that its quotes keep, or get beside all that is stored of it, and
    as curators set it right.
    """
    stored = _stored(connection, article_id, revision.sha256)
    ids = settled([Placed(spoken.id, spoken.quote.content) for spoken in revision.quotes], stored)
    quotes = [replace(spoken, id=each) for spoken, each in zip(revision.quotes, ids, strict=True)]
    known = replace(revision, quotes=quotes)
    carry(connection, article_id, text, known)
    return corrected(connection, article_id, text, known)


def _stored(connection: Connection, article_id: str, sha256: str) -> StoredQuotes:
    rows = connection.execute(statement("quotes_placed"), {"id": article_id, "sha256": sha256}).fetchall()
    here = [row for row in rows if row["of_this_text"]]
    return StoredQuotes(
        listed=[_placed(row) for row in here if row["listed"]],
        withdrawn=[_placed(row) for row in here if not row["listed"]],
        taken={row["id"] for row in rows},
    )


def _placed(row: dict[str, Any]) -> Placed:
    return Placed(row["id"], tuple((start, end) for start, end in row["content"]))
