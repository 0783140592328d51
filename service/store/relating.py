"""Relates what an article claims and answers to what is stored, and withdraws it: part of the article's transaction.

Whoever calls holds the lock of all writers: two articles that came at once would each miss the other's claims.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from service.records import Reading
from service.store import claim_changes, claim_groups, disputing
from service.store.changes import Change
from service.store.claim_holdings import Holding, Stated, holding_of, known_rows, stored, write
from service.store.claim_postings import candidates
from service.store.claim_summaries import open_alone, summarise
from service.store.pool import Connection
from service.store.quote_values import SpokenQuote
from service.store.statements import statement

Row = dict[str, Any]


def dated(connection: Connection, article_id: str) -> Row:
    """A stored article: id, sha256 of its text, publisher, dates, and whether statements of it are `held`."""
    row = connection.execute(statement("article_dated"), {"id": article_id}).fetchone()
    if row is None:
        raise LookupError(article_id)
    return row


def relate(
    connection: Connection, article: Row, text: str, reading: Reading, quotes: Sequence[SpokenQuote]
) -> list[Change]:
    """Puts what a reading found in the place of what was stored of the article; its text and quotes are stored.

    `article` is as `dated` gives it. Returns, as the others here do, what became of claims.
    """
    known = known_rows(connection, article) if article["held"] else None
    holding = holding_of(article, text, reading, quotes, known)
    return _exchange(connection, [article["id"]], holding, None if article["held"] else _Withdrawn())


def enter(connection: Connection, article_id: str, holding: Holding) -> list[Change]:
    """Stores what an article holds that is new; its text and quotes are stored."""
    return _exchange(connection, [article_id], holding, _Withdrawn())


def redate(connection: Connection, article_id: str) -> list[Change]:
    """Relates the same statements anew: the article has another date or publisher."""
    return _exchange(connection, [article_id], stored(connection, dated(connection, article_id)))


def erase(connection: Connection, article_ids: Sequence[str]) -> list[Change]:
    """Withdraws what rests on articles that are about to be erased, with what was judged of their words."""
    changes = _exchange(connection, article_ids, Holding())
    for name in ("claim_reviews_move", "claim_reviews_forget", "dispute_verdicts_forget", "claim_redirects_forget"):
        connection.execute(statement(name), {"articles": list(article_ids)})
    return changes


@dataclass(frozen=True, slots=True)
class _Withdrawn:
    """What was stored of articles and is no more; nothing of an article that is new."""

    was: claim_changes.Standing = field(default_factory=dict)
    gone: dict[str, str] = field(default_factory=dict)  # statements, each with the claim that it told
    followers: dict[str, str] = field(default_factory=dict)
    disputed: set[str] = field(default_factory=set)  # claims


def _exchange(
    connection: Connection, article_ids: Sequence[str], holding: Holding, withdrawn: _Withdrawn | None = None
) -> list[Change]:
    """`withdrawn`: that nothing is stored is known."""
    left = withdrawn or _withdrawn(connection, article_ids)
    write(connection, holding)
    same, *counterparts = candidates(connection, claim_groups.sought(holding.statements), *disputing.sought(holding))
    changed = claim_groups.Groups(connection).decide(holding.statements, same, left.followers)
    disputes = [*disputing.within(holding), *disputing.across(connection, holding, *counterparts)]
    disputing.store_disputes(connection, disputes)
    _redirect(connection, left.gone, left.followers, {each.id for each in holding.statements})
    alone = _alone(holding, changed, disputes) if withdrawn else []
    opened = open_alone(connection, alone)
    moved = {claim for claims in changed.values() for claim in claims}
    disputed = _answered(connection, holding) if disputes else set()
    concerned = (moved | set(left.gone.values()) | left.disputed | disputed) - opened.keys()
    was = claim_changes.standing(connection, concerned, without=article_ids) | left.was
    summarise(connection, concerned)
    return claim_changes.of_claims(connection, was, concerned, opened)


def _alone(holding: Holding, changed: Mapping[str, set[str]], disputes: Sequence[disputing.Found]) -> list[Stated]:
    """The new statements that tell a claim of their own which no other tells, and nobody disputes."""
    told = Counter(claim for claims in changed.values() for claim in claims)
    disputed = {statement.id for statement, _, _ in disputes}
    return [each for each in holding.statements if told[each.id] == 1 and changed[each.id] == {each.id} - disputed]


def _withdrawn(connection: Connection, article_ids: Sequence[str]) -> _Withdrawn:
    was = claim_changes.resting_on(connection, article_ids)
    values = {"articles": list(article_ids)}
    before = connection.execute(statement("claim_statements_told"), values).fetchall()
    disputed = connection.execute(statement("claims_disputed_by"), values).fetchall()
    gone = {row["id"]: row["claim_id"] for row in before}
    followers = _followers(connection, gone)
    for name in ("disputes_withdraw", "claim_answers_withdraw", "claim_statements_withdraw"):
        connection.execute(statement(name), values)
    return _Withdrawn(was, gone, followers, {row["claim_id"] for row in disputed})


def _followers(connection: Connection, gone: dict[str, str]) -> dict[str, str]:
    """The statements of other articles that tell a claim which begins here, each with that claim."""
    rows = connection.execute(statement("claim_followers"), {"claims": sorted(gone)}).fetchall() if gone else []
    return {row["id"]: row["claim_id"] for row in rows if row["id"] not in gone}


def _redirect(connection: Connection, gone: dict[str, str], followers: dict[str, str], here: Iterable[str]) -> None:
    """Withdrawn ids lead to a statement that told the same claim, but for ids that came back."""
    there, heirs = set(here), {claim: follower for follower, claim in sorted(followers.items(), reverse=True)}
    leads = {id: heirs.get(claim, claim) for id, claim in gone.items() if id not in there}
    rows = [{"id": id, "statement": to} for id, to in sorted(leads.items()) if to not in gone or to in there]
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(statement("claim_redirect_insert"), rows)


def _answered(connection: Connection, holding: Holding) -> set[str]:
    """The claims that are disputed by what was just stored."""
    articles = sorted({each.row["article_id"] for each in holding.answers})
    if not articles:
        return set()
    rows = connection.execute(statement("claims_disputed_by"), {"articles": articles}).fetchall()
    return {row["claim_id"] for row in rows}
