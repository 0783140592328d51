"""What an article holds for disputes: its statements of claims, its answers, and the disputes within it."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from service.disputes.across import answer_keys, claim_keys
from service.folding import searchable
from service.records import Answer, Claim, Dispute, Reading, Signal
from service.store.arrays import array
from service.store.claim_values import QuotePlaces, answer_of, claim_of, named, number_of, values_of
from service.store.pool import Connection, json_of
from service.store.quote_values import SpokenQuote
from service.store.statements import statement

Row = dict[str, Any]
Item = TypeVar("Item", bound=Hashable)
_KNOWN = {"c": "claim_statements_placed", "a": "claim_answers_placed"}
_LONGEST_SEARCHABLE = 100_000
_OWN = (
    "id", "extent_start", "extent_end", "text", "spans", "before", "after", "quote_id", "facts", "names", "name_keys",
)  # fmt: skip
DATES = ("published_from", "published_until", "time_order")
_OF_ARTICLE = ("article_id", "article_sha256", "publisher_key", *DATES)


@dataclass(frozen=True)
class Stated:
    """A statement of a claim by its row. All else is made when asked for: of most candidates it never is."""

    row: Row
    read: Claim | None = None  # what was just read, if it was

    @cached_property
    def claim(self) -> Claim:
        """What is claimed."""
        return self.read or claim_of(self.row)

    @cached_property
    def id(self) -> str:
        """Its id, which is a claim's if it is the earliest of that."""
        return str(self.row["id"])

    @cached_property
    def keys(self) -> tuple[int, ...]:
        """The keys under which answers find it, and it finds answers."""
        return _numbers(self._strings)

    @cached_property
    def by(self) -> tuple[int, ...]:
        """Those of the keys that say who claims."""
        return _numbers([key for key in self._strings if key.startswith("by ")])

    @cached_property
    def about(self) -> tuple[int, ...]:
        """A key for each word of content."""
        return about_keys(self.claim.terms)

    @cached_property
    def _strings(self) -> tuple[str, ...]:
        return claim_keys(self.claim)

    @cached_property
    def order(self) -> tuple[str, str]:
        """Statements come in this order, those without a date last."""
        date = self.row["published_from"]
        return (date.isoformat() if date else "~", self.id)


@dataclass(frozen=True)
class Answered:
    """An answer by its row."""

    row: Row
    read: Answer | None = None  # what was just read, if it was

    @cached_property
    def answer(self) -> Answer:
        """What is answered."""
        return self.read or answer_of(self.row)

    @cached_property
    def keys(self) -> tuple[int, ...]:
        """The keys under which claims find it; none where it answers claims of its own article alone."""
        return _numbers(answer_keys(self.answer)) if self.row["lasting"] else ()


@dataclass(frozen=True, slots=True)
class Holding:
    """All of one article; a dispute within it says the numbers of its statement and its answer."""

    statements: list[Stated] = field(default_factory=list)
    answers: list[Answered] = field(default_factory=list)
    disputes: list[tuple[int, int, Dispute]] = field(default_factory=list)

    @property
    def rows(self) -> list[Row]:
        """Those of its statements and answers."""
        return [*(each.row for each in self.statements), *(each.row for each in self.answers)]


def about_keys(terms: Iterable[str]) -> tuple[int, ...]:
    """The keys by which a sentence finds the claims that have a word in common with it."""
    return _numbers(f"about {term}" for term in terms)


def known_rows(connection: Connection, article: Row) -> dict[str, list[Row]]:
    """The statements and answers that are stored of this text of an article."""
    asked = {"id": article["id"], "sha256": article["sha256"]}
    return {sort: connection.execute(statement(name), asked).fetchall() for sort, name in _KNOWN.items()}


def holding_of(
    article: Row, text: str, reading: Reading, quotes: Sequence[SpokenQuote],
    known: Mapping[str, Sequence[Row]] | None = None,
) -> Holding:  # fmt: skip
    """What a reading of this text of an article finds; words that are `known` keep their ids."""
    places, lasting = QuotePlaces(quotes), set(reading.answers)
    told = _numbered([*reading.claims, *(dispute.claim for dispute in reading.disputes)])
    given = _numbered([*reading.answers, *(dispute.answer for dispute in reading.disputes)])
    claims = [values_of(text, claim, places) for claim in told]
    answers = [values_of(text, answer, places) | {"lasting": answer in lasting} for answer in given]
    for sort, rows in (("c", claims), ("a", answers)):
        for row, id in zip(rows, named(article["id"], sort, rows, known[sort] if known else ()), strict=True):
            row.update(_shared(article), id=id)
    disputes = [(told[dispute.claim], given[dispute.answer], dispute) for dispute in reading.disputes]
    return Holding(list(map(Stated, claims, told)), list(map(Answered, answers, given)), disputes)


def stored(connection: Connection, article: Row) -> Holding:
    """What is stored of an article, with the dates that the article has now."""
    values = {"id": article["id"]}
    claims = [row | _shared(article) for row in connection.execute(statement("claim_statements_of_article"), values)]
    answers = [row | _shared(article) for row in connection.execute(statement("claim_answers_of_article"), values)]
    found = Holding(list(map(Stated, claims)), list(map(Answered, answers)))
    told, given = (_numbered(row["id"] for row in rows) for rows in (claims, answers))
    for row in connection.execute(statement("disputes_within_article"), values):
        numbers = (told[row["statement_id"]], given[row["answer_id"]])
        found.disputes.append((*numbers, _dispute(found, *numbers, row)))
    return found


def write(connection: Connection, holding: Holding) -> None:
    """Stores statements and answers with their keys, each statement for now as a claim of its own."""
    rows = holding.rows
    if not rows:
        return
    told = [_written(each.row, (*each.keys, *each.about)) for each in holding.statements]
    given = [_written(each.row, each.keys) | {"lasting": each.row["lasting"]} for each in holding.answers]
    shared = {name: rows[0][name] for name in _OF_ARTICLE}
    connection.execute(statement("claims_write"), shared | {"statements": json_of(told), "answers": json_of(given)})


def _written(row: Row, keys: Iterable[int]) -> Row:
    return {name: row[name] for name in _OWN} | {
        "searchable": searchable(row["text"][:_LONGEST_SEARCHABLE]), "keys": array(keys),
    }  # fmt: skip


def _numbers(keys: Iterable[str]) -> tuple[int, ...]:
    return tuple(map(number_of, dict.fromkeys(keys)))


def _shared(article: Row) -> Row:
    return {"article_id": article["id"], "article_sha256": article["sha256"]} | {
        name: article[name] for name in ("publisher_key", *DATES)
    }


def _dispute(found: Holding, told: int, given: int, row: Row) -> Dispute:
    signals = tuple(Signal((each["start"], each["end"]), each["purpose"]) for each in row["signals"])
    claim, answer = found.statements[told].claim, found.answers[given].answer
    return Dispute(claim, answer, row["relation"], row["strength"], row["confidence"], signals)


def _numbered(items: Iterable[Item]) -> dict[Item, int]:
    """Each once, with its number."""
    return {item: number for number, item in enumerate(dict.fromkeys(items))}
