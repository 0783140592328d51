"""Tells what never was from what was erased: of an erased article its tombstone is left, without a word of text."""

from service.errors import Erased, NotFound
from service.store.conditions import storable
from service.store.pool import Connection
from service.store.statements import statement


def missing(connection: Connection, kind: str, sought: str) -> NotFound:
    """The error for an article, or for what stood in one, that is not stored: Erased where the article was erased."""
    article_id = storable(sought).partition(".")[0]
    row = connection.execute(statement("article_tombstone"), {"id": article_id}).fetchone()
    if row is None:
        return NotFound(f"There is no {kind} {sought}.")
    return Erased(f"The article {article_id} was erased, with every word of it.", row)
