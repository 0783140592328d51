"""What became of claims: opened, answered, changed, merged into others or closed, between two states of the store."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from service.store.changes import Change
from service.store.claims import claim_ids_of
from service.store.pool import Connection
from service.store.statements import statement

Row = dict[str, Any]
Standing = dict[str, Row]  # claims by their ids, with the `answers` that dispute each; refuted ones stand no more
_TOLD = ("status", "flags", "nature", "statements", "parties")
_BY_ANSWERS = {"status", "parties"}  # what changes with a new answer by itself
_SETTLED = ("conceded", "agreed")


def resting_on(connection: Connection, articles: Sequence[str]) -> Standing:
    """The claims that change when what these articles tell and answer is withdrawn, as they are now."""
    rows = connection.execute(statement("claims_resting_on"), {"articles": list(articles)}).fetchall()
    return {row["id"]: row for row in rows}


def standing(connection: Connection, claims: Collection[str], *, without: Sequence[str] = ()) -> Standing:
    """These claims as they are now, but for the disputes in which the articles `without` take part."""
    if not claims:
        return {}
    ids = sorted(claims)
    values = {"claims": ids, "articles": [id.partition(".")[0] for id in ids], "without": list(without)}
    rows = connection.execute(statement("claims_standing"), values).fetchall()
    return {row["id"]: row for row in rows}


def of_claims(
    connection: Connection, was: Standing, claims: Collection[str], opened: Standing | None = None
) -> list[Change]:
    """What became of these claims and of those that were there; `opened`: others that are new, as they are."""
    now = standing(connection, {*claims, *was}) | (opened or {})
    heirs = claim_ids_of(connection, sorted(was.keys() - now.keys()))
    return [
        change
        for id in sorted(was.keys() | now.keys())
        for change in (_became(was.get(id), now[id]) if id in now else [_gone(id, heirs[id])])
    ]


def _gone(id: str, heir: str | None) -> Change:
    article = id.partition(".")[0]
    if heir:
        return Change("claim", "merged", id, article, {"after": {"claim": heir}})
    return Change("claim", "closed", id, article, {"after": {"status": None}})


def _became(before: Row | None, after: Row) -> Iterator[Change]:
    id, here = after["id"], after["id"].partition(".")[0]
    states = {"after": {"status": after["status"]}}
    if before is not None:
        states = {"before": {"status": before["status"]}, **states}
    if before is None or _reopened(before, after):
        yield Change("claim", "opened", id, here, states)
    # A claim may be conceded in the article that first tells it: the feed tells of it, and then of its end.
    if after["status"] in _SETTLED and (before is None or before["status"] not in _SETTLED):
        yield Change("claim", "closed", id, here, states)
    until, since = _answers(before), _answers(after)
    answered = sorted(since.keys() - until.keys())
    for answer in answered:
        yield Change("claim", "answered", id, answer.partition(".")[0], {"dispute": since[answer], **states})
    if before is not None:
        fields = [name for name in _TOLD if before[name] != after[name] and not (answered and name in _BY_ANSWERS)]
        if until.keys() - since.keys():
            fields.append("disputes")
        if fields:
            yield Change("claim", "changed", id, here, {"fields": fields, **states})


def _answers(row: Row | None) -> Mapping[str, str]:
    """The answers that dispute a claim, each with its dispute."""
    return (row["answers"] or {}) if row else {}


def _reopened(before: Row, after: Row) -> bool:
    return before["status"] in _SETTLED and after["status"] not in _SETTLED
