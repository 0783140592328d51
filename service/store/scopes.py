"""Finds the stored namings that have to be decided anew where some came, went or grew: few, in a large store."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from service.identity.families import is_told_apart, near, near_shorts
from service.identity.namings import Naming, restored
from service.identity.partition import weight
from service.identity.people import is_short
from service.store.pool import Connection
from service.store.rules import Rules
from service.store.statements import statement

Row = dict[str, Any]


@dataclass(slots=True)
class Scope:
    """The rows that a writer looks at, and the namings of those of them that are decided anew, with their articles."""

    rows: dict[str, Row] = field(default_factory=dict)
    anew: dict[str, Naming] = field(default_factory=dict)

    def add(self, rows: Iterable[Row], *, anew: bool) -> None:
        """Takes rows in."""
        for row in rows:
            self.rows[row["id"]] = row
            if anew and row["id"] not in self.anew:
                self.anew[row["id"]] = naming_of(row)


def everything(connection: Connection, rules: Rules) -> Scope:
    """All namings of the blocks that the rules tie together."""
    scope = Scope()
    scope.add(_of_blocks(connection, rules.blocks), anew=True)
    return scope


def scope_of(connection: Connection, articles_before: Mapping[str, int], rules: Rules) -> Scope:
    """Of the namings that a writer touches, whatever their change may concern; mostly one more article changes nothing.

    Where curators' rules hold, whole blocks.
    """
    found = connection.execute(statement("namings_by_id"), {"namings": list(articles_before)}).fetchall()
    moved = [row for row in found if weight(row["articles"]) != weight(articles_before[row["id"]])]
    scope = Scope()
    scope.add((row for row in found if row["articles"] > 0), anew=False)
    if rules.tied:
        tied = any(row["block"] in rules.tied for row in moved)
        scope.add(_of_blocks(connection, sorted(rules.tied)), anew=tied)
    _add_concerned(connection, scope, [naming_of(row) for row in moved if row["block"] not in rules.tied])
    return scope


def naming_of(row: Row) -> Naming:
    """The naming that a row holds."""
    return restored(
        row["id"], row["sort"], row["block"], row["name"], row["kind"], row["facts"], row["article_id"]
    )  # fmt: skip


def _add_concerned(connection: Connection, scope: Scope, moved: list[Naming]) -> None:
    scope.add((scope.rows[each.id] for each in moved if each.article_id and each.id in scope.rows), anew=True)
    by_family = [naming for naming in moved if is_told_apart(naming) and not is_short(naming)]
    whole = {naming.block for naming in moved if naming.article_id is None} - {naming.block for naming in by_family}
    whole |= {naming.block for naming in moved if is_told_apart(naming) and is_short(naming)}
    families = _families(connection, [naming for naming in by_family if naming.block not in whole])
    whole |= _blocks_with_shorts(connection, families.anew.values(), by_family)
    scope.add((row for row in families.rows.values() if row["block"] not in whole), anew=True)
    scope.add(_shared(connection, whole), anew=True)


def _families(connection: Connection, seeds: list[Naming]) -> Scope:
    """The whole names that may be one with these, those that may be one with them, and so on."""
    found, asked, new = Scope(), set[str](), seeds
    while keys := {key for naming in new for key in near(naming)} - asked:
        rows = connection.execute(statement("namings_near"), {"keys": sorted(keys)}).fetchall()
        asked |= keys
        unknown = [row for row in rows if row["id"] not in found.rows]
        found.add(unknown, anew=True)
        new = [found.anew[row["id"]] for row in unknown]
    return found


def _blocks_with_shorts(connection: Connection, family: Iterable[Naming], seeds: Iterable[Naming]) -> set[str]:
    """The blocks with a bare surname for which one of these whole names may speak."""
    keys = {key for naming in (*family, *seeds) for key in near_shorts(naming)}
    rows = connection.execute(statement("namings_near"), {"keys": sorted(keys)}).fetchall() if keys else []
    return {row["block"] for row in rows}


def _of_blocks(connection: Connection, blocks: Iterable[str]) -> list[Row]:
    return connection.execute(statement("namings_of_blocks"), {"blocks": sorted(blocks)}).fetchall()


def _shared(connection: Connection, blocks: Iterable[str]) -> list[Row]:
    wanted = sorted(blocks)
    query = statement("namings_of_blocks_shared")
    return connection.execute(query, {"blocks": wanted}).fetchall() if wanted else []
