"""Finds the stored namings that have to be decided anew where some came, went or grew: few, in a large store."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from service.identity.families import LOOKS_FOR, blocks_near, is_told_apart, near
from service.identity.namings import Naming, restored
from service.identity.partition import weight
from service.store.pool import Connection
from service.store.rules import Rules
from service.store.statements import statement

Row = dict[str, Any]
_LOOKS_FOR = {
    "held": [held for held, sought in LOOKS_FOR.items() for _ in sought],
    "sought": [each for sought in LOOKS_FOR.values() for each in sought],
}


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


def everything(connection: Connection, rules: Rules, *, keyed: bool) -> Scope:
    """All namings of the blocks that the rules tie together, and those of others that may be called by their names.

    `keyed`: the store has come so far as to have keys of namings.
    """
    scope = Scope()
    scope.add(_of_blocks(connection, rules.blocks), anew=True)
    if keyed:
        _add_called(connection, scope)
    return scope


def scope_of(connection: Connection, articles_before: Mapping[str, int], entered: list[Row], rules: Rules) -> Scope:
    """Of the namings that a writer touches, whatever their change may concern; mostly one more article changes nothing.

    `entered` are the rows of those that an article has now. Where curators' rules hold, whole blocks.
    """
    found = [*entered, *of_ids(connection, articles_before.keys() - {row["id"] for row in entered})]
    moved = [row for row in found if weight(row["articles"]) != weight(articles_before[row["id"]])]
    scope = Scope()
    scope.add((row for row in found if row["articles"] > 0), anew=False)
    _add_concerned(connection, scope, [naming_of(row) for row in moved])
    if rules.tied:
        tied = any(each["block"] in rules.tied for each in [*moved, *(scope.rows[id] for id in scope.anew)])
        scope.add(_of_blocks(connection, sorted(rules.tied)), anew=tied)
        if tied:
            _add_called(connection, scope)
    return scope


def of_ids(connection: Connection, ids: Iterable[str]) -> list[Row]:
    """The rows of these namings."""
    wanted = sorted(ids)
    return connection.execute(statement("namings_by_id"), {"namings": wanted}).fetchall() if wanted else []


def naming_of(row: Row) -> Naming:
    """The naming that a row holds: as it was read in an article, or as it was stored."""
    return row.get("naming") or restored(
        row["id"], row["sort"], row["block"], row["name"], row["kind"], row["facts"], row["article_id"]
    )  # fmt: skip


def _add_concerned(connection: Connection, scope: Scope, moved: list[Naming]) -> None:
    scope.add((scope.rows[naming.id] for naming in moved if naming.id in scope.rows), anew=True)
    scope.add(_concerned(connection, [naming for naming in moved if is_told_apart(naming)]), anew=True)
    scope.add(_in_whole_blocks(connection, [naming for naming in moved if not is_told_apart(naming)]), anew=True)


def _add_called(connection: Connection, scope: Scope) -> None:
    """Takes in, from other blocks, those who may be called by the names of these."""
    known = [naming for naming in scope.anew.values() if is_told_apart(naming)]
    bodies = [naming for naming in scope.anew.values() if not is_told_apart(naming)]
    blocks = {naming.block for naming in scope.anew.values()}
    found = [*_concerned(connection, known), *_in_whole_blocks(connection, bodies)]
    scope.add([row for row in found if row["block"] not in blocks], anew=True)


def _in_whole_blocks(connection: Connection, seeds: list[Naming]) -> Iterable[Row]:
    """The namings of the blocks of these, of those that these may be called by, and of those called by them."""
    found, asked = Scope(), set[str]()
    # One that goes is in no block any more, and called those of others.
    new = [naming for naming in seeds if naming.article_id is None]
    while blocks := _blocks_near(connection, new) - asked:
        rows = _shared(connection, blocks)
        asked |= blocks
        unknown = [row for row in rows if row["id"] not in found.rows]
        found.add(unknown, anew=True)
        new = [found.anew[row["id"]] for row in unknown]
    return found.rows.values()


def _blocks_near(connection: Connection, namings: list[Naming]) -> set[str]:
    return {row["block"] for row in _near(connection, namings, [])}.union(*map(blocks_near, namings))


def _concerned(connection: Connection, seeds: list[Naming]) -> Iterable[Row]:
    """The further namings whose meaning may hang on these, those whose meaning may hang on those, and so on."""
    return _near(connection, seeds, [naming.id for naming in seeds])


def _near(connection: Connection, namings: list[Naming], known: list[str]) -> list[Row]:
    keys = sorted({key for naming in namings for key in near(naming)})
    values = {"keys": keys, "known": known, **_LOOKS_FOR}
    return connection.execute(statement("namings_near"), values).fetchall() if keys else []


def _of_blocks(connection: Connection, blocks: Iterable[str]) -> list[Row]:
    return connection.execute(statement("namings_of_blocks"), {"blocks": sorted(blocks)}).fetchall()


def _shared(connection: Connection, blocks: Iterable[str]) -> list[Row]:
    return connection.execute(statement("namings_of_blocks_shared"), {"blocks": sorted(blocks)}).fetchall()
