"""Gives the quotes and claims of a store that was made before there were search keys what filters find them by."""

from service.folding import searchable
from service.store import claim_summaries, quote_keys
from service.store.pool import Connection
from service.store.statements import statement


def fill(connection: Connection) -> None:
    """Runs within the transaction of the migration that made the columns."""
    quote_keys.write_all(connection)
    rows = connection.execute(statement("claim_texts")).fetchall()
    values = [row | {"searchable": searchable(row["text"][: quote_keys.LONGEST_SEARCHABLE])} for row in rows]
    with connection.cursor() as cursor:
        cursor.executemany(statement("claim_words_write"), values)
    rows = connection.execute(statement("claims_disputed")).fetchall()
    claim_summaries.name_quotes(connection, [row["id"] for row in rows])
