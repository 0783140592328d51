"""What became of claims: opened, answered, changed, merged into others or closed, between two states of the store."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from service.store.changes import Change
from service.store.claims import claim_id_of
from service.store.pool import Connection
from service.store.statements import statement

Row = dict[str, Any]
_TOLD = ("status", "flags", "nature", "statements", "parties")
_BY_ANSWERS = {"status", "parties"}  # what changes with a new answer by itself
_SETTLED = ("conceded", "agreed")


@dataclass(slots=True)
class Standing:
    """Claims by their ids, and the answers that dispute each, by the answer's id; refuted disputes stand no more."""

    claims: dict[str, Row] = field(default_factory=dict)
    answers: dict[str, dict[str, str]] = field(default_factory=dict)

    def add(self, claims: Iterable[Row], disputes: Iterable[Row]) -> None:
        """Takes rows in."""
        self.claims |= {row["id"]: row for row in claims}
        for row in disputes:
            self.answers.setdefault(row["claim_id"], {})[row["answer_id"]] = row["id"]


def standing_in(connection: Connection, articles: Sequence[str]) -> Standing:
    """What rests on these articles and is about to be withdrawn: their claims, and the disputes they take part in."""
    found, values = Standing(), {"articles": list(articles)}
    found.add(
        connection.execute(statement("claims_standing_of_articles"), values),
        connection.execute(statement("disputes_standing_of_articles"), values),
    )
    return found


def add_standing(
    connection: Connection, found: Standing, claims: Collection[str], *, without: Sequence[str] = ()
) -> None:
    """Adds these claims as they are now, but for the disputes in which the articles `without` take part."""
    ids = sorted(claims)
    values = {"claims": ids, "articles": [id.partition(".")[0] for id in ids], "without": list(without)}
    if ids:
        found.add(
            connection.execute(statement("claims_standing"), values),
            connection.execute(statement("disputes_standing"), values),
        )


def of_claims(connection: Connection, was: Standing, claims: Collection[str]) -> list[Change]:
    """What became of these claims and of those that were there."""
    now = Standing()
    add_standing(connection, now, claims)
    return [
        change
        for id in sorted(was.claims.keys() | now.claims.keys())
        for change in ([_gone(connection, id)] if id not in now.claims else _became(id, was, now))
    ]


def _gone(connection: Connection, id: str) -> Change:
    heir = claim_id_of(connection, id)
    article = id.partition(".")[0]
    if heir:
        return Change("claim", "merged", id, article, {"after": {"claim": heir}})
    return Change("claim", "closed", id, article, {"after": {"status": None}})


def _became(id: str, was: Standing, now: Standing) -> Iterator[Change]:
    before, after = was.claims.get(id), now.claims[id]
    states = {"after": {"status": after["status"]}}
    if before is not None:
        states = {"before": {"status": before["status"]}, **states}
    here = id.partition(".")[0]
    if before is None or _reopened(before, after):
        yield Change("claim", "opened", id, here, states)
    elif _reopened(after, before):
        yield Change("claim", "closed", id, here, states)
    answered = sorted(now.answers.get(id, {}).keys() - was.answers.get(id, {}).keys())
    for answer in answered:
        dispute = now.answers[id][answer]
        yield Change("claim", "answered", id, answer.partition(".")[0], {"dispute": dispute, **states})
    if before is not None:
        lost = was.answers.get(id, {}).keys() - now.answers.get(id, {}).keys()
        fields = [name for name in _TOLD if before[name] != after[name] and not (answered and name in _BY_ANSWERS)]
        if fields or lost:
            yield Change("claim", "changed", id, here, {"fields": fields + ["disputes"] * bool(lost), **states})


def _reopened(before: Row, after: Row) -> bool:
    return before["status"] in _SETTLED and after["status"] not in _SETTLED
