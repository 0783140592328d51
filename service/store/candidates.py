"""Says who may be meant by a name that means nobody alone, as things stand when it is asked."""

from typing import Any

from service.identity import Naming
from service.identity.partition import blocks_meant, who_may_be_meant
from service.store.pool import Connection
from service.store.scopes import naming_of
from service.store.statements import statement

_MOST = 2_000  # namings of a block that are looked at, the most common ones


def candidates(connection: Connection, speaker_id: str) -> list[dict[str, Any]]:
    """Who may be meant by a speaker of one article whose name does not tell: id, name, count of quotes."""
    row = connection.execute(statement("naming_unsure"), {"id": speaker_id}).fetchone()
    if row is None:
        return []
    naming, told = naming_of(row), dict[str, dict[Naming, int]]()
    for block in blocks_meant(naming):
        for each in connection.execute(statement("namings_told"), {"block": block, "most": _MOST}):
            told.setdefault(each["speaker_id"], {})[naming_of(each)] = each["articles"]
    values = {"ids": who_may_be_meant(naming, told)}
    return connection.execute(statement("speakers_meant"), values).fetchall()
