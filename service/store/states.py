"""Tells one state of the store from all others, so that nobody works out an answer twice that cannot have changed."""

from service.store.pool import Connection
from service.store.statements import statement


def state_of(connection: Connection) -> str | None:
    """A text that is the same only as long as nothing was committed to this database; None where nobody can tell.

    It is the list of the transactions that can be seen, with the start of the server that gave their numbers.
    """
    row = connection.execute(statement("state")).fetchone()
    return row["state"] if row else None
