"""Gives the quotes of a store that was made before there were namings their namings, and decides all speakers anew."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from psycopg.sql import SQL
from psycopg.types.json import Jsonb

from service.identity import namings_of
from service.identity.families import keys_of
from service.identity.namings import Naming, block_of
from service.identity.partition import means_surname_alone
from service.records import Mention
from service.store import identities, naming_keys
from service.store.changes import publish
from service.store.identities import Touched
from service.store.pool import Connection
from service.store.scopes import naming_of
from service.store.statements import statement

_AT_ONCE = 2000  # namings that are decided anew under one lock


def settle(connection: Connection) -> None:
    """Runs within the transaction of the migration that made the tables of identities."""
    spoken: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in connection.execute(statement("speakers_unsettled")).fetchall():
        spoken[row["article_id"]].append(row)
    blocks: set[str] = set()
    for article_id, rows in spoken.items():
        blocks |= _name(connection, article_id, rows)
    connection.execute(statement("namings_count"))
    # Nothing stood before: all is decided, and what quotes say of their speakers moves from the old ids to the new.
    identities.decide(connection, Touched([], sorted(blocks), _speakers(connection), {}), anew=True, claims=False)


def part_surnames(connection: Connection) -> None:
    """Runs within the transaction of a migration: decides blocks anew in which somebody bears the id of a bare surname,
    which was given to all who are known by no more than that, whoever they are.
    """
    rows = connection.execute(statement("namings_stored")).fetchall()
    blocks = {
        row["block"] for row in rows if row["speaker_id"] and means_surname_alone(naming_of(row), row["speaker_id"])
    }
    if blocks:
        connection.execute(statement("writing_lock"))
        publish(connection, identities.decide(connection, Touched([], sorted(blocks), [], {}), anew=True))


def renew_blocks(connection: Connection) -> None:
    """Runs within the transaction of a migration: puts namings into the blocks, and under the keys, by which they are
    compared by now, and decides anew where some came or went.
    """
    _renew(connection, connection.execute(statement("namings_compared")).fetchall())


def renew_blocks_in_parts(connection: Connection) -> None:
    """The same before a migration, some thousand namings by a transaction of their own: nobody who writes waits for all
    of them, and what was done stays done where it is cut short.
    """
    changed = _compared_otherwise(connection)
    for start in range(0, len(changed), _AT_ONCE):
        with connection.transaction():
            connection.execute(statement("writing_lock"))
            some = statement("namings_compared") + SQL(" WHERE n.id = ANY(%(ids)s)")
            _renew(connection, connection.execute(some, {"ids": changed[start : start + _AT_ONCE]}).fetchall())


def _compared_otherwise(connection: Connection) -> list[str]:
    """The ids of the namings whose blocks or keys are others by now, those of one block together."""
    found: list[tuple[str, str]] = []
    with connection.transaction(), connection.cursor(name="namings_compared") as cursor:
        cursor.execute(statement("namings_compared"))
        for row in cursor:
            by_now = _by_now(row)
            if by_now.block != row["block"] or keys_of(by_now) != set(row["keys"]):
                found.append((row["block"], row["id"]))
    return [id for _, id in sorted(found)]


def _renew(connection: Connection, rows: Iterable[dict[str, Any]]) -> None:
    compared = [(row["block"], row["keys"], _by_now(row)) for row in rows]
    moved = [(was, each) for was, keys, each in compared if each.block != was or keys_of(each) != set(keys)]
    if not moved:
        return
    connection.execute(statement("writing_lock"))
    gone = [{"id": each.id, "was": was, "block": each.block} for was, each in moved]
    into_others = [row for row in gone if row["block"] != row["was"]]
    connection.execute(statement("corrections_of_blocks_moved"), {"rows": Jsonb(into_others)})
    for name in ("naming_keys_of_moved", "namings_move"):
        connection.execute(statement(name), {"rows": Jsonb(gone)})
    naming_keys.add(connection, (each for _, each in moved))
    blocks = {block for row in gone for block in (row["was"], row["block"])}
    publish(connection, identities.decide(connection, Touched([], sorted(blocks), [], {}), anew=True))


def _by_now(row: dict[str, Any]) -> Naming:
    naming = naming_of(row)
    return replace(naming, block=block_of(naming.name, naming.group))


def _name(connection: Connection, article_id: str, rows: list[dict[str, Any]]) -> set[str]:
    namings = namings_of(article_id, (Mention(row["name"], None, row["kind"], row["role"]) for row in rows))
    identities.insert(connection, namings.values())
    values = [
        {"article": article_id, "name": name, "kind": kind, "naming": naming.id}
        for (name, kind), naming in namings.items()
    ]
    with connection.cursor() as cursor:
        cursor.executemany(statement("quote_speakers_name"), values)
    return {naming.block for naming in namings.values()}


def _speakers(connection: Connection) -> list[str]:
    return [row["id"] for row in connection.execute(statement("speakers_stored")).fetchall()]
