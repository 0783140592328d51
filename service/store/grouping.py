"""Groups the printings of one statement while articles come, change and go: part of the article's transaction.

Whoever calls holds the lock of all writers: of two articles that came at once each would miss the other's printings.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from service.store import printing
from service.store.arrays import array
from service.store.conditions import place_in_time
from service.store.pool import Connection, json_of
from service.store.statements import statement
from service.verifying.sameness import Groups, Printing, grouped, is_same, pairs_of

Row = dict[str, Any]
_OF_PAIR, _MOST = 50, 50  # prints of a pair of keys, and of a new print, that are looked at
_PAGE = 500  # articles of an older store that are printed at a time


def renew(connection: Connection, article_ids: Sequence[str]) -> None:
    """Makes the prints of these articles those of their quotes as they are stored now, and groups them anew."""
    now, before = printing.prints_of(connection, article_ids), _stored(connection, article_ids)
    then, stored = _without_group(now), _without_group(before)
    # A correction changes one print of an article: the groups of the others are what they were.
    changed = {id for id in then.keys() | stored.keys() if then.get(id) != stored.get(id)}
    _withdraw(connection, [row for row in before if row["id"] in changed])
    enter(connection, [row for row in now if row["id"] in changed])


def enter(connection: Connection, new: Sequence[Row]) -> None:
    """Ties new prints, each given as a statement of its own, to one another and to what is stored, and stores them.

    They are stored last: a print that is written twice enters all its keys into the index twice.
    """
    listed = {row["id"]: _printing(row) for row in new if row["statement_id"]}
    groups, near = Groups(), _stored_alike(connection, new, listed)
    for row in near:
        # Of a statement that is printed often one printing is enough.
        if not groups.are_tied(row["new_id"], row["statement_id"]) and is_same(listed[row["new_id"]], _printing(row)):
            groups.tie(row["new_id"], row["statement_id"])
    for one, other in _alike(listed):
        if not groups.are_tied(one, other) and is_same(listed[one], listed[other]):
            groups.tie(one, other)
    least = groups.least()
    _join(connection, {row["statement_id"] for row in near}, least)
    printing.write(connection, [row | {"statement_id": least.get(row["id"], row["statement_id"])} for row in new])


def withdraw(connection: Connection, article_ids: Sequence[str]) -> None:
    """Takes the prints of articles that are about to be erased out of their groups."""
    _withdraw(connection, _stored(connection, article_ids))


def print_all(connection: Connection) -> None:
    """Runs within the transaction of the migration that made the table of prints."""
    after = ""
    connection.execute(statement("whole_tables_read"), {"allowed": "off"})
    while rows := connection.execute(statement("articles_to_print"), {"after": after, "limit": _PAGE}).fetchall():
        articles, after = [row["id"] for row in rows], rows[-1]["id"]
        enter(connection, printing.prints_of(connection, articles))
    connection.execute(statement("whole_tables_read"), {"allowed": "on"})


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


def _join(connection: Connection, stored: Iterable[str], least: Mapping[str, str]) -> None:
    """Lets the prints of stored statements go by the least id of what they are tied to by now."""
    moved = sorted(each for each in stored if least.get(each, each) != each)
    if moved:
        values = {"statements": moved, "now": [least[each] for each in moved]}
        connection.execute(statement("statements_join"), values)


def _stored_alike(connection: Connection, new: Iterable[Row], listed: Mapping[str, Printing]) -> list[Row]:
    """The stored prints to which new ones may be tied, each with the `new_id`."""
    wanted = [
        {name: row[name] for name in ("id", "name_key", "published_from", "published_until")}
        | {"pairs": [array(pair) for pair in pairs_of(listed[row["id"]].keys)]}
        for row in new
        if row["id"] in listed
    ]
    if not wanted:
        return []
    values = {"rows": json_of(wanted), "some": _OF_PAIR, "most": _MOST}
    return connection.execute(statement("prints_alike"), values).fetchall()


def _alike(new: Mapping[str, Printing]) -> Iterable[tuple[str, str]]:
    """The pairs of new prints that may be tied, found as stored ones are."""
    holding: dict[tuple[int, int], list[str]] = defaultdict(list)
    for id, one in sorted(new.items()):
        shared = Counter(other for pair in one.pairs for other in holding[pair][:_OF_PAIR])
        yield from ((other, id) for other, _ in shared.most_common(_MOST))
        for pair in one.pairs:
            holding[pair].append(id)


def _printing(row: Row) -> Printing:
    printed = row.get("printed") or printing.words_printed(row["id"], row["text"])
    return Printing(printed, row["name_key"], _place(row["published_from"]), _place(row["published_until"]))


@lru_cache(maxsize=4_096)
def _place(instant: datetime | None) -> int | None:
    return place_in_time(instant) if instant else None


def _store(connection: Connection, rows: Iterable[Row], groups: Mapping[str, str]) -> None:
    changed = [row for row in rows if groups[row["id"]] != row["statement_id"]]
    values = [{"article": row["article_id"], "id": row["id"], "statement": groups[row["id"]]} for row in changed]
    with connection.cursor() as cursor:
        cursor.executemany(statement("print_belongs"), values)
