"""What became of articles and their quotes: compares what stands before a transaction with what stands at its end."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from service.store.changes import Change
from service.store.pool import Connection
from service.store.statements import statement

Row = dict[str, Any]
Standing = Mapping[str, Row]  # the listed quotes of an article, by id


def standing(connection: Connection, article_id: str) -> Standing:
    """The quotes of an article that are listed now, each with its `speakers` and whether it is `speech`."""
    rows = connection.execute(statement("quotes_standing"), {"id": article_id}).fetchall()
    return {row["id"]: row for row in rows}


def of_quotes(article_id: str, was: Standing, now: Standing, fields: Mapping[str, Sequence[str]]) -> list[Change]:
    """What became of the quotes of an article; `fields` are those in which a quote differs that stayed."""
    gone = [Change("quote", "withdrawn", id, article_id) for id in was if id not in now]
    return gone + [
        change
        for id, quote in now.items()
        for change in (
            _stayed(article_id, was[id], quote, fields.get(id, ())) if id in was else [_added(article_id, quote)]
        )
    ]


def of_moves(connection: Connection, moves: Iterable[Row]) -> list[Change]:
    """The quotes that have other speakers since a naming in an article means somebody else: `speaker` in the place of
    `speaker_id`.
    """
    left = {(row["naming_id"], row["article_id"]): row["speaker_id"] for row in moves}
    values = {"namings": [naming for naming, _ in left], "articles": [article for _, article in left]}
    rows = connection.execute(statement("quotes_of_namings"), values).fetchall() if left else []
    found = []
    for row in rows:
        pairs = zip(row["namings"], row["speakers"], strict=True)
        before = [left.get((naming, row["article_id"]), speaker) for naming, speaker in pairs]
        found.append(_reattributed(row["article_id"], row["quote_id"], before, row["speakers"]))
    return found


def of_article(article_id: str, current: Row, described: Row, *, revised: bool) -> list[Change]:
    """What became of an article that was `current`: new, of a new text, or only described otherwise."""
    if not current["revision"]:
        return [Change("article", "added", article_id, article_id)]
    found = []
    if revised:
        numbers = {"before": {"revision": current["revision"]}, "after": {"revision": current["revision"] + 1}}
        found.append(Change("article", "revised", article_id, article_id, numbers))
    if fields := [name for name, value in described.items() if current[name] != value]:
        found.append(Change("article", "corrected", article_id, article_id, {"fields": fields}))
    return found


def of_erasing(connection: Connection, article_ids: Sequence[str]) -> list[Change]:
    """What is told of articles that are about to be erased: themselves and every quote that they ever had."""
    rows = connection.execute(statement("quotes_ever"), {"articles": list(article_ids)}).fetchall()
    articles = [Change("article", "erased", each, each) for each in article_ids]
    return articles + [Change("quote", "erased", row["id"], row["article_id"]) for row in rows]


def _added(article_id: str, quote: Row) -> Change:
    after = {"speakers": quote["speakers"], "speech": quote["speech"]}
    return Change("quote", "added", quote["id"], article_id, {"after": after})


def _stayed(article_id: str, was: Row, now: Row, fields: Sequence[str]) -> list[Change]:
    found = []
    if was["speakers"] != now["speakers"]:
        found.append(_reattributed(article_id, now["id"], was["speakers"], now["speakers"]))
        fields = [name for name in fields if name != "speakers"]
    if fields:
        found.append(Change("quote", "corrected", now["id"], article_id, {"fields": list(fields)}))
    return found


def _reattributed(article_id: str, quote_id: str, before: list[str], after: list[str]) -> Change:
    details = {"before": {"speakers": before}, "after": {"speakers": after}}
    return Change("quote", "reattributed", quote_id, article_id, details)
