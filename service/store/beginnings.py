"""Whether a store has begun to be filled: asked at each start, and so without what knows articles."""

from service.store.pool import Connection
from service.store.statements import statement


def is_empty(connection: Connection) -> bool:
    """Whether no article was ever stored: one that was erased counts, or removed samples would come back."""
    row = connection.execute(statement("articles_ever")).fetchone()
    return not (row and row["found"])
