"""The rows of the claims, answers and disputes of made-up articles, made by what the service makes them with."""

from collections.abc import Iterator, Sequence
from typing import Any

import orjson

from service.disputes.across import lasting
from service.disputes.status import SURE, status
from service.records import Answer, Claim, Dispute
from service.store.claim_holdings import Answered, Stated
from service.store.claim_values import QuotePlaces, digest, key_of, named, values_of
from service.store.quote_values import SpokenQuote

from .lexicon import Lexicon
from .lines import array, escaped, known
from .rows import Placed

Row = dict[str, Any]


class Claims:
    """The claims of one article, each a claim of its own, with the one answer that each has."""

    def __init__(self, placed: Placed) -> None:
        self._placed = placed
        self._disputes = placed.draft.reading.disputes
        places = QuotePlaces([SpokenQuote(id, quote, ()) for id, quote in placed.quotes])
        self._told = self._rows("c", [each.claim for each in self._disputes], places)
        self._given = self._rows("a", [each.answer for each in self._disputes], places)

    def disputed(self) -> set[str]:
        """The quotes that stand on either side of a dispute that is sure enough."""
        return {
            side["quote_id"]
            for told, given, each in zip(self._told, self._given, self._disputes, strict=True)
            for side in (told, given)
            if each.confidence >= SURE
        }

    def rows(self, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
        """All rows, each with its table."""
        for told, given, dispute in zip(self._told, self._given, self._disputes, strict=True):
            sure = dispute.confidence >= SURE
            yield from self._sides(told, given, lexicon)
            yield "disputes", self._dispute(told, given, dispute)
            yield "claims", self._claim(told, given, sure)
            yield "changes", self._opened(told, sure)
            yield "changes", self._answered(told, given, sure)
            if sure:
                yield from self._quotes(told, given, dispute)

    def _rows(self, sort: str, records: Sequence[Claim | Answer], places: QuotePlaces) -> list[Row]:
        placed, rows = self._placed, []
        shared = {
            "article_id": placed.id, "published_from": placed.start, "published_until": placed.until,
            "time_order": placed.order, "lasting": True,
        }  # fmt: skip
        for record in records:
            rows.append(values_of(placed.text, record, places) | shared)
        for row, id in zip(rows, named(placed.id, sort, rows, []), strict=True):
            row["id"] = id
        return rows

    def _sides(self, told: Row, given: Row, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
        placed = self._placed
        words = lexicon.vector(told["text"].lower().split())
        yield "claim_statements", "\t".join(
            (placed.id, told["id"], told["id"], _words(placed, told), array(told["names"]), array(told["name_keys"]),
             words, placed.shared)
        )  # fmt: skip
        yield "claim_answers", "\t".join(
            (placed.id, given["id"], _words(placed, given), array(given["names"]), array(given["name_keys"]), "t",
             placed.dates)
        )  # fmt: skip
        one, other = Stated(told), Answered(given)
        for key in (*one.keys, *one.about):
            yield "claim_keys", f"{placed.id}\t{told['id']}\t{key}\t{placed.order}"
        for key in other.keys:
            yield "answer_keys", f"{placed.id}\t{given['id']}\t{key}\t{placed.order}"

    def _dispute(self, told: Row, given: Row, dispute: Dispute) -> str:
        text = self._placed.text
        signals = [
            {"start": each.span[0], "end": each.span[1], "text": text[slice(*each.span)], "purpose": each.purpose}
            for each in dispute.signals
        ]
        return "\t".join(
            (self._placed.id, _id(told, given), told["id"], told["id"], self._placed.id, given["id"],
             dispute.relation, dispute.strength, str(dispute.confidence), _json(signals), array(given["names"]),
             array(given["name_keys"]), str(self._placed.order))
        )  # fmt: skip

    def _claim(self, told: Row, given: Row, sure: bool) -> str:
        facts = told["facts"]
        parties = sorted({*lasting(facts["parties"]), *lasting(facts["accused_parties"]),
                          *lasting(given["facts"]["parties"])})  # fmt: skip
        keys = sorted({key_of(party) for party in parties})
        return "\t".join(
            (self._placed.id, told["id"], _status(sure), "{}", facts["nature"], "1", "1", array(parties), array(keys),
             self._placed.shared)
        )  # fmt: skip

    def _opened(self, told: Row, sure: bool) -> str:
        details = _json({"after": {"status": _status(sure)}})
        return f"{self._placed.taken_in}\tclaim\topened\t{told['id']}\t{self._placed.id}\t{details}"

    def _answered(self, told: Row, given: Row, sure: bool) -> str:
        details = _json({"after": {"status": _status(sure)}, "dispute": _id(told, given)})
        return f"{self._placed.taken_in}\tclaim\tanswered\t{told['id']}\t{self._placed.id}\t{details}"

    def _quotes(self, told: Row, given: Row, dispute: Dispute) -> Iterator[tuple[str, str]]:
        placed = self._placed
        for row, side, mentions in (
            (told, "claim", dispute.claim.claimants), (given, "dispute", dispute.answer.disputers),
        ):  # fmt: skip
            yield "disputed_quotes", f"{placed.id}\t{row['quote_id']}\t{told['id']}\t{side}"
            for mention in mentions:
                known_as, speaker = placed.who(mention)
                is_dispute = "t" if side == "dispute" else "f"
                yield "claim_sides", f"{placed.id}\t{told['id']}\t{is_dispute}\t{placed.id}\t{known_as.id}\t{speaker}"


def _status(sure: bool) -> str:
    return status(disputed=sure, conceded=False, agreed=False, unanswered=False)


def _id(told: Row, given: Row) -> str:
    return f"d{digest(told['id'], given['id'])}"


def _words(placed: Placed, row: Row) -> str:
    """What claims and answers alike say of their words, from the digest of the text to the facts."""
    return "\t".join(
        (placed.sha256, str(row["extent_start"]), str(row["extent_end"]), row["text"], _json(row["spans"]),
         escaped(row["before"]), escaped(row["after"]), known(row["quote_id"]), _json(row["facts"]))
    )  # fmt: skip


def _json(value: object) -> str:
    return escaped(orjson.dumps(value).decode())
