"""In how many quotes a word is said, as far as the server's statistics know: seldom ones are looked up first."""

import time
from collections.abc import Mapping
from dataclasses import dataclass

from service.store.pool import Connection
from service.store.statements import statement

_SELDOM = 300  # quotes: of words that no more of them have the statistics need not know
_LASTING = 600.0  # seconds


@dataclass(frozen=True, slots=True)
class SaidWords:
    """How many quotes there are, and of the words that more than a few of them have how many have each."""

    quotes: float
    having: Mapping[str, float]

    def of(self, stem: str) -> float:
        """In about how many quotes a stem is, at most."""
        return self.having.get(stem, min(_SELDOM, self.quotes))


_known: dict[tuple[str, int, str], tuple[float, SaidWords]] = {}  # by database, with the time when it was asked


def said_words(connection: Connection) -> SaidWords:
    """What the statistics of this database said some minutes ago at most: to ask takes as long as to verify does."""
    database = (connection.info.host, connection.info.port, connection.info.dbname)
    asked, known = _known.get(database, (0.0, None))
    if known is None or time.monotonic() - asked > _LASTING:
        known = _asked(connection)
        _known[database] = (time.monotonic(), known)
    return known


def _asked(connection: Connection) -> SaidWords:
    rows = connection.execute(statement("words_said"), {"seldom": _SELDOM}).fetchall()
    # A table that was never looked at is said to have -1 rows.
    return SaidWords(max(1.0, rows[0]["quotes"]), {row["stem"]: row["having"] for row in rows if row["stem"]})
