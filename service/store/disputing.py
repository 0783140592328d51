"""Works out which answers dispute which statements, across articles and within one, and stores the disputes."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from typing import Any

from psycopg.types.json import Jsonb

from service.disputes.across import EARLY, WINDOW, answers
from service.records import Dispute
from service.store.claim_holdings import Answered, Holding, Stated
from service.store.claim_postings import (
    Sought,
    answers_of,
    article_of,
    days_between,
    of_answers,
    of_claims,
    statements_of,
)
from service.store.claim_values import digest
from service.store.pool import Connection
from service.store.statements import statement

Found = tuple[Stated, Answered, Dispute]
Row = dict[str, Any]
_VAGUE = timedelta(days=31)  # a longer period tells no day that could count


def within(holding: Holding) -> Iterator[Found]:
    """The disputes within an article."""
    for told, given, dispute in holding.disputes:
        yield holding.statements[told], holding.answers[given], dispute


def sought(holding: Holding) -> tuple[Sought, Sought]:
    """The answers that may dispute an article's statements, and the statements that its answers may dispute."""
    wanted = {told.id: told.keys for told in holding.statements}
    asked = {given.row["id"]: given.keys for given in holding.answers}
    here = next(iter(holding.rows), {"published_from": None})  # all of one article are of one date
    return (
        Sought("answer", wanted, dict.fromkeys(wanted, of_answers(here))),
        Sought("claim", asked, dict.fromkeys(asked, of_claims(here))),
    )


def across(
    connection: Connection, holding: Holding, answers: Mapping[str, Iterable[str]], claims: Mapping[str, Iterable[str]]
) -> Iterator[Found]:
    """The disputes of an article's statements by answers of others, and of others' statements by its answers; both out
    of what was found for them, by their ids.
    """
    near = _elsewhere(answers)
    known = {each.row["id"]: each for each in answers_of(connection, (id for ids in near.values() for id in ids))}
    yield from _found((told, known[id]) for told in holding.statements for id in near[told.id])
    near = _elsewhere(claims)
    there = {each.id: each for each in statements_of(connection, (id for ids in near.values() for id in ids))}
    yield from _found((there[id], given) for given in holding.answers for id in near[given.row["id"]])


def store_disputes(connection: Connection, found: Iterable[Found]) -> None:
    """Stores disputes, each once, with the words that fired."""
    rows = {row["id"]: row for row in map(_values, found)}
    _add_words(connection, [(row, signal) for row in rows.values() for signal in row["signals"]])
    if not rows:
        return
    with connection.cursor() as cursor:
        values = [row | {"signals": Jsonb(row["signals"])} for row in rows.values()]
        cursor.executemany(statement("dispute_insert"), values)


def _elsewhere(near: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Those that stand in another article than what they were found for."""
    return {one: [id for id in ids if article_of(id) != article_of(one)] for one, ids in near.items()}


def _found(pairs: Iterable[tuple[Stated, Answered]]) -> Iterator[Found]:
    for told, given in pairs:
        days = days_between(told.row, given.row)
        in_time = days is None or -EARLY <= days <= WINDOW
        known = None if in_time and _is_vague(told.row, given.row) else days
        dispute = answers(told.claim, given.answer, known)
        if dispute is not None:
            yield told, given, dispute


def _is_vague(*rows: Row) -> bool:
    """Whether one of them has a year for a date, or none: then no days can be counted."""
    return any(row["published_from"] is None or row["published_until"] - row["published_from"] > _VAGUE for row in rows)


def _values(found: Found) -> Row:
    told, given, dispute = found
    spans = [{"start": each.span[0], "end": each.span[1], "purpose": each.purpose} for each in dispute.signals]
    return {
        "article_id": told.row["article_id"], "id": f"d{digest(told.id, given.row['id'])}", "statement_id": told.id,
        "answer_article_id": given.row["article_id"], "answer_id": given.row["id"], "relation": dispute.relation,
        "strength": dispute.strength, "confidence": dispute.confidence, "signals": spans, "names": given.row["names"],
        "name_keys": given.row["name_keys"], "time_order": given.row["time_order"],
    }  # fmt: skip


def _add_words(connection: Connection, signals: list[tuple[Row, Row]]) -> None:
    """The words at the places of signals, out of the texts that they stand in."""
    values = {
        "articles": [row["answer_article_id"] for row, _ in signals],
        "starts": [signal["start"] for _, signal in signals],
        "ends": [signal["end"] for _, signal in signals],
    }
    if signals:
        for row in connection.execute(statement("words_at"), values).fetchall():
            signals[row["number"] - 1][1]["text"] = row["words"]
