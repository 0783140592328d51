"""What may be asked of claims, and the SQL of each condition; only those asked for are composed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from psycopg.sql import SQL, Composable

from service.periods import period_of
from service.questions import question_of
from service.store import speakers
from service.store.claim_values import key_of
from service.store.conditions import place_in_time, publisher_key, storable
from service.store.listing import all_of
from service.store.pool import Connection
from service.store.quote_keys import asked_party_keys
from service.store.text_search import query_text


@dataclass(frozen=True, slots=True)
class ClaimConditions:
    """Conditions on claims: all must hold, of each tuple any one. Dates may be partial.

    `relation`, `strength`, `disputer`, `min_confidence` and `reviewed` must hold for one and the same dispute, which
    is none that a curator refuted; `reviewed` asks for one that a curator confirmed, or that none has judged.
    """

    status: tuple[str, ...] = ()
    flag: tuple[str, ...] = ()
    relation: tuple[str, ...] = ()
    strength: tuple[str, ...] = ()
    nature: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    claimant: tuple[str, ...] = ()
    disputer: tuple[str, ...] = ()
    q: str | None = None
    article: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    min_confidence: float | None = None
    reviewed: Literal["true", "false"] | None = None
    from_: str | None = None
    to: str | None = None
    sort: Literal["-date", "date"] = "-date"


_LONGEST_PERIOD = 366 * 86_400_000_000  # microseconds
_OF_CLAIM: Mapping[str, SQL] = {
    "status": SQL("c.status = ANY(%(status)s)"),
    "flag": SQL("c.flags && %(flag)s::text[] AND c.flags <> '{}'"),
    "nature": SQL("c.nature = ANY(%(nature)s)"),
    "party": SQL("c.party_keys && %(party)s::text[]"),
    "claimant": SQL(
        "c.id IN (SELECT s.claim_id FROM claim_statements s WHERE s.name_keys && %(claimant)s::text[]"
        " UNION SELECT s.claim_id FROM quote_speakers p JOIN claim_statements s ON s.article_id = p.article_id"
        " AND p.name = ANY(s.names) WHERE p.listed AND p.speaker_id = ANY(%(claimant_ids)s))"
    ),
    "q": SQL("c.id IN (SELECT s.claim_id FROM claim_statements s WHERE s.words @@ %(q)s::tsquery)"),
    "article": SQL(
        "c.id IN (SELECT s.claim_id FROM claim_statements s WHERE s.article_id = ANY(%(article)s)"
        " UNION SELECT d.claim_id FROM disputes d WHERE d.answer_article_id = ANY(%(article)s))"
    ),
    "publisher": SQL("c.id IN (SELECT s.claim_id FROM claim_statements s WHERE s.publisher_key = ANY(%(publisher)s))"),
    "from_": SQL("c.published_until > %(from_)s AND c.time_order > %(place_from)s"),
    "to": SQL("c.published_from < %(to)s AND c.time_order < %(place_to)s"),
}
_OF_DISPUTE: Mapping[str, SQL] = {
    "relation": SQL("d.relation = ANY(%(relation)s)"),
    "strength": SQL("d.strength = ANY(%(strength)s)"),
    "disputer": SQL(
        "(d.name_keys && %(disputer)s::text[] OR EXISTS (SELECT FROM quote_speakers p"
        " WHERE p.article_id = d.answer_article_id AND p.listed AND p.name = ANY(d.names)"
        " AND p.speaker_id = ANY(%(disputer_ids)s)))"
    ),
    "min_confidence": SQL("d.confidence >= %(min_confidence)s"),
    "reviewed": SQL("d.verdict IS NOT DISTINCT FROM %(reviewed)s"),
}
_DISPUTED = SQL(
    "EXISTS (SELECT FROM disputes d WHERE d.claim_id = c.id AND d.foremost AND d.verdict IS DISTINCT FROM 'refuted'{})"
)


def values_of(connection: Connection, asked: ClaimConditions) -> dict[str, Any]:
    """The values of the conditions that are asked for."""
    names = [name for name in (*_OF_CLAIM, *_OF_DISPUTE) if name != "q" and _is_asked(asked, name)]
    values = {name: _value(name, getattr(asked, name)) for name in names}
    if asked.q:
        values["q"] = query_text(connection, question_of(asked.q))
    for name in ("claimant", "disputer"):
        if name in values:
            values[f"{name}_ids"] = speakers.ids_matching(connection, getattr(asked, name))
    if "from_" in values:
        values["place_from"] = place_in_time(values["from_"]) - _LONGEST_PERIOD
    if "to" in values:
        values["place_to"] = place_in_time(values["to"])
    return values


def conditions(values: Mapping[str, Any]) -> list[Composable]:
    """The SQL of the conditions whose values these are, on claims as `c`."""
    found: list[Composable] = [fragment for name, fragment in _OF_CLAIM.items() if name in values]
    of_dispute = [fragment for name, fragment in _OF_DISPUTE.items() if name in values]
    return [*found, _DISPUTED.format(all_of(of_dispute))] if of_dispute else found


def _is_asked(asked: ClaimConditions, name: str) -> bool:
    return getattr(asked, name) not in (None, (), "")


def _value(name: str, asked: Any) -> Any:  # noqa: ANN401 - of any condition
    if name in _ONE:
        return _ONE[name](asked)
    if name == "party":
        return sorted({key for each in asked for key in asked_party_keys(storable(each))})
    return [_EACH.get(name, storable)(each) for each in asked]


def _key(name: str) -> str:
    return key_of(storable(name))


_EACH: Mapping[str, Any] = {
    "claimant": _key, "disputer": _key, "publisher": publisher_key,
}  # fmt: skip
_ONE: Mapping[str, Any] = {
    "min_confidence": float,
    # Not judged is null, which is not distinct from null alone.
    "reviewed": lambda reviewed: "confirmed" if reviewed == "true" else None,
    "from_": lambda text: period_of(text).start,
    "to": lambda text: period_of(text).until,
}
