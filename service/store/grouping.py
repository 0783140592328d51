"""Groups the printings of one statement while articles come, change and go: part of the article's transaction.

The lock of relating holds here too: of two articles that came at once each would miss the other's printings.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from service.store import printing
from service.store.conditions import place_in_time
from service.store.pool import Connection
from service.store.printing import LONGEST_TEXT
from service.store.statements import statement
from service.verifying.printed import Printed
from service.verifying.sameness import Printing, grouped, is_same, pairs_of

Row = dict[str, Any]
_OF_PAIR, _MOST = 50, 50  # prints of a pair of keys, and of a new print, that are looked at
_PAGE = 500  # articles of an older store that are printed at a time


def renew(connection: Connection, article_ids: Sequence[str]) -> None:
    """Makes the prints of these articles those of their quotes as they are stored now, and groups them anew."""
    connection.execute(statement("claims_lock"))
    now, before = printing.prints_of(connection, article_ids), _stored(connection, article_ids)
    then, stored = _without_group(now), _without_group(before)
    # A correction changes one print of an article: the groups of the others are what they were.
    changed = {id for id in then.keys() | stored.keys() if then.get(id) != stored.get(id)}
    _withdraw(connection, [row for row in before if row["id"] in changed])
    new = [row for row in now if row["id"] in changed]
    printing.write(connection, new)
    _group(connection, [row["id"] for row in new if row["statement_id"]])


def withdraw(connection: Connection, article_ids: Sequence[str]) -> None:
    """Takes the prints of articles that are about to be erased out of their groups."""
    connection.execute(statement("claims_lock"))
    _withdraw(connection, _stored(connection, article_ids))


def print_all(connection: Connection) -> None:
    """Runs within the transaction of the migration that made the table of prints."""
    after = ""
    while rows := connection.execute(statement("articles_to_print"), {"after": after, "limit": _PAGE}).fetchall():
        articles, after = [row["id"] for row in rows], rows[-1]["id"]
        prints = printing.prints_of(connection, articles)
        printing.write(connection, prints)
        _group(connection, [row["id"] for row in prints if row["statement_id"]])


def _stored(connection: Connection, article_ids: Sequence[str]) -> list[Row]:
    return connection.execute(statement("prints_of_articles"), {"articles": list(article_ids)}).fetchall()


def _without_group(rows: Iterable[Row]) -> dict[str, Row]:
    """The rows by their ids; of the group only whether there is one."""
    kept = ("keys", "name_key", "published_from", "published_until", "time_order")
    return {row["id"]: {name: row[name] for name in kept} | {"listed": bool(row["statement_id"])} for row in rows}


def _withdraw(connection: Connection, rows: Sequence[Row]) -> None:
    """Without these prints their groups may fall apart, or go by another id."""
    if not rows:
        return
    values = {"articles": sorted({row["article_id"] for row in rows}), "ids": [row["id"] for row in rows]}
    connection.execute(statement("prints_delete"), values)
    groups = sorted({row["statement_id"] for row in rows if row["statement_id"]})
    left = connection.execute(statement("prints_of_statements"), {"statements": groups}).fetchall() if groups else []
    # Printings of different statements are not tied.
    for group in groups:
        of_one = [row for row in left if row["statement_id"] == group]
        _store(connection, of_one, grouped(map(_printing, of_one)))


def _group(connection: Connection, new: Collection[str]) -> None:
    """Ties new prints, each stored as a statement of its own, to one another and to what is stored."""
    rows = {row["id"]: row for row in _compared(connection, new)}
    ties = _alike(connection, [rows[id] for id in new])
    rows |= {row["id"]: row for row in _compared(connection, {id for ids in ties.values() for id in ids} - rows.keys())}
    known = {id: _printing(row) for id, row in rows.items()}
    for id, others in sorted(ties.items()):
        tied = {rows[other]["statement_id"] for other in others if is_same(known[id], known[other])}
        _join(connection, rows, tied | {rows[id]["statement_id"]})


def _join(connection: Connection, rows: Mapping[str, Row], statements: Collection[str]) -> None:
    if len(statements) < 2:
        return
    least = min(statements)
    connection.execute(statement("statements_join"), {"statement": least, "statements": sorted(statements)})
    for row in rows.values():
        if row["statement_id"] in statements:
            row["statement_id"] = least


def _alike(connection: Connection, new: Sequence[Row]) -> dict[str, list[str]]:
    """For each new print those that it may be tied to."""
    wanted = [(row, pair) for row in new for pair in pairs_of(_printing(row).keys)]
    values = {
        "ids": [row["id"] for row, _ in wanted], "keys": [f"{{{one},{two}}}" for _, (one, two) in wanted],
        "names": [row["name_key"] for row, _ in wanted], "starts": [row["published_from"] for row, _ in wanted],
        "untils": [row["published_until"] for row, _ in wanted], "some": _OF_PAIR,
        "most": _MOST,
    }  # fmt: skip
    found: dict[str, list[str]] = {}
    if wanted:
        connection.execute(statement("whole_tables_read"), {"allowed": "off"})
        for row in connection.execute(statement("prints_alike"), values).fetchall():
            found.setdefault(row["new_id"], []).append(row["id"])
        connection.execute(statement("whole_tables_read"), {"allowed": "on"})
    return found


def _compared(connection: Connection, ids: Iterable[str]) -> list[Row]:
    once = sorted(set(ids))
    values = {"articles": [id.partition(".")[0] for id in once], "ids": once}
    return connection.execute(statement("prints_to_compare"), values).fetchall() if once else []


def _printing(row: Row) -> Printing:
    printed = Printed(row["id"], row["text"][:LONGEST_TEXT], ())
    return Printing(printed, row["name_key"], *(_place(row[name]) for name in ("published_from", "published_until")))


def _place(instant: datetime | None) -> int | None:
    return place_in_time(instant) if instant else None


def _store(connection: Connection, rows: Iterable[Row], groups: Mapping[str, str]) -> None:
    changed = [row for row in rows if groups[row["id"]] != row["statement_id"]]
    values = [{"article": row["article_id"], "id": row["id"], "statement": groups[row["id"]]} for row in changed]
    with connection.cursor() as cursor:
        cursor.executemany(statement("print_belongs"), values)
