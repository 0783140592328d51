"""Writes down beside stored quotes what curators corrected in them, and how the reader has them."""

from collections.abc import Mapping
from dataclasses import dataclass

from psycopg.types.json import Jsonb

from service.store.pool import Connection
from service.store.quote_readings import as_read
from service.store.quote_values import SpokenQuote
from service.store.statements import statement


@dataclass(frozen=True, slots=True)
class Corrected:
    """A quote as the reader has it, where a curator has it otherwise; `fields`: speaker, kind or rejected."""

    as_read: SpokenQuote
    fields: tuple[str, ...]


def keep(connection: Connection, article_id: str, marks: Mapping[str, Corrected]) -> None:
    """Marks these quotes of an article, which are stored, and no others."""
    connection.execute(statement("quotes_corrected_no_more"), {"id": article_id, "ids": list(marks)})
    values = [
        {"article": article_id, "id": id, "as_read": Jsonb(as_read(mark.as_read)), "fields": list(mark.fields)}
        for id, mark in marks.items()
    ]
    with connection.cursor() as cursor:
        cursor.executemany(statement("quote_corrected"), values)
