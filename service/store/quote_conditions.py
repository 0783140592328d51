"""The SQL of what is asked of quotes; only those conditions that are asked for are composed, each with its values."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from psycopg.sql import SQL, Composable, Identifier, Placeholder

from service.identity.mentioned import asked_keys, spoken_keys, surname_of
from service.questions import question_of, words_held
from service.store import speakers
from service.store.conditions import QuoteConditions, fragments, parameters, publisher_key, storable
from service.store.pool import Connection
from service.store.quote_keys import asked_party_keys, asked_role_keys
from service.store.quote_rows import CERTAIN, LIKELY
from service.store.text_search import query_of

Values = dict[str, Any]
Part = tuple[Composable, Values]

_Q = SQL("q")
_WORDS = SQL("q.words @@ {}")
_LEAST = {"certain": CERTAIN, "likely": LIKELY}
_SPEAKS_BESIDE = SQL(
    "(q.about_keys && {keys}::text[] AND EXISTS (SELECT FROM quote_speakers b WHERE b.article_id = q.article_id"
    " AND b.speaker_id = ANY({ids}::text[])))"
)
_SPOKEN = SQL(
    "EXISTS (SELECT FROM quote_speakers s WHERE s.article_id = {row}.article_id AND s.quote_id = {row}.id"
    " AND s.speaker_id = ANY(%(speakers)s))"
)
_KNOWN = "q.known_from <= %(as_of)s AND (q.absent IS NULL OR NOT q.absent @> %(as_of)s::timestamptz)"


@dataclass(frozen=True, slots=True)
class Stock:
    """Quotes that an index holds by themselves: those that are listed, or those that are no more."""

    listed: bool
    condition: SQL


_LISTED = Stock(True, SQL("q.listed"))
_AS_OF = (
    Stock(True, SQL(f"q.listed AND {_KNOWN}")),
    Stock(False, SQL(f"NOT q.listed AND q.known_until > %(as_of)s AND {_KNOWN}")),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of quotes, as conditions on `quotes q` with their values, those on the speakers apart.

    `stocks`: where they are looked for. `query` is the tsquery of `q`, `held` are the words of it that each must have.
    `speakers` are ids, None where none are asked for. `is_selective`: some condition may leave few, and has an index of
    its own. `is_skewed`: how many a value leaves differs so much that every question needs a plan of its own.
    """

    stocks: Sequence[Stock]
    conditions: Sequence[Composable]
    values: Values
    query: Composable | None
    held: list[str]
    speakers: list[str] | None
    is_selective: bool
    is_skewed: bool

    @property
    def is_hopeless(self) -> bool:
        """Whether nobody has the name that is asked for."""
        return self.speakers == []

    @property
    def prepare(self) -> bool | None:
        """As psycopg takes it: False for a plan of its own."""
        return False if self.is_skewed else None

    def spoken(self, row: str = "q") -> list[Composable]:
        """The condition on the speakers of a row, if there is one."""
        return [] if self.speakers is None else [_SPOKEN.format(row=Identifier(row))]


def asked_of(connection: Connection, conditions: QuoteConditions, meant: Collection[str] | None = None) -> Asked:
    """The conditions, names looked up. `meant`: whom the names of speakers mean now, where that is known already.
    ValueError: a date is none.
    """
    period = parameters(conditions)
    period.pop("publisher", None)
    parts: list[Part] = [(each, {}) for each in fragments(period, _Q)]
    names = [name for name in _PARTS if getattr(conditions, name)]
    parts += [part for name in names if (part := _PARTS[name](connection, conditions))]
    question = question_of(conditions.q or "")
    query, values = query_of(question) if conditions.q else (None, {})
    if query is not None:
        parts.append((_WORDS.format(query), values))
    as_of = {"as_of": datetime.fromisoformat(conditions.as_of.upper())} if conditions.as_of else {}
    known = meant is not None and not conditions.as_of
    found = sorted(meant or ()) if known and conditions.speaker else _speakers(connection, conditions)
    spoken = {} if found is None else {"speakers": found}
    return Asked(
        stocks=_AS_OF if as_of else (_LISTED,),
        conditions=[sql for sql, _ in parts],
        values={key: value for _, part in parts for key, value in part.items()} | period | as_of | spoken,
        query=query,
        held=words_held(question),
        speakers=found,
        is_selective=query is not None or not _SELECTIVE.isdisjoint(names),
        is_skewed=query is not None or bool(as_of) or not _SKEWED.isdisjoint(names),
    )


def _speakers(connection: Connection, conditions: QuoteConditions) -> list[str] | None:
    if not conditions.speaker:
        return None
    look_up = speakers.ids_ever_matching if conditions.as_of else speakers.ids_matching
    return look_up(connection, conditions.speaker)


def _any_of(column: str, name: str, values: Sequence[str]) -> Part:
    """One value alone is compared by itself: only then an index gives its rows in order."""
    sql = SQL("{} = {}" if len(values) == 1 else "{} = ANY({})")
    given = values[0] if len(values) == 1 else list(values)
    return sql.format(Identifier("q", column), Placeholder(name)), {name: given}


def _article(_: Connection, asked: QuoteConditions) -> Part:
    return _any_of("article_id", "article", [storable(each) for each in asked.article])


def _publisher(_: Connection, asked: QuoteConditions) -> Part:
    return _any_of("publisher_key", "publisher", [publisher_key(storable(each)) for each in asked.publisher])


def _kind(_: Connection, asked: QuoteConditions) -> Part:
    return _any_of("kind", "kind", [storable(each) for each in asked.kind])


def _stance(_: Connection, asked: QuoteConditions) -> Part:
    return _any_of("stance", "stance", [storable(each) for each in asked.stance])


def _speech(_: Connection, asked: QuoteConditions) -> Part | None:
    return None if asked.speech == "any" else (SQL("q.speech" if asked.speech == "true" else "NOT q.speech"), {})


def _attribution(_: Connection, asked: QuoteConditions) -> Part | None:
    if "any" in asked.attribution:
        return None
    least = min(_LEAST[word] for word in asked.attribution)
    return SQL("q.attribution = 'attributed' AND q.confidence >= %(least)s"), {"least": least}


def _has(_: Connection, asked: QuoteConditions) -> Part:
    return SQL("q.disputed"), {}


def _party(_: Connection, asked: QuoteConditions) -> Part:
    keys = sorted({key for party in asked.party for key in asked_party_keys(storable(party))})
    return SQL("q.party_keys && %(party)s::text[]"), {"party": keys}


def _role(_: Connection, asked: QuoteConditions) -> Part:
    wanted = [asked_role_keys(storable(role)) for role in asked.role]
    values = {f"role{number}": keys for number, keys in enumerate(wanted)}
    each = [SQL("q.role_keys @> {}::text[]").format(Placeholder(name)) for name in values]
    return SQL("({})").format(SQL(" OR ").join(each)), values


def _about(connection: Connection, asked: QuoteConditions) -> Part:
    sure: set[str] = set()
    sql: list[Composable] = [SQL("q.about_keys && %(about)s::text[]")]
    values: Values = {"about": []}
    for number, name in enumerate(asked.about):
        whole, bare, ids = _named(connection, storable(name))
        sure.update(whole)
        if bare:
            keys, who = f"about_bare{number}", f"about_ids{number}"
            sql.append(_SPEAKS_BESIDE.format(keys=Placeholder(keys), ids=Placeholder(who)))
            values |= {keys: bare, who: ids}
    return SQL("({})").format(SQL(" OR ").join(sql)), values | {"about": sorted(sure)}


def _named(connection: Connection, name: str) -> tuple[list[str], list[str], list[str]]:
    """The keys that mean a name alone; those of a surname that others have too, who count only where one of those
    with these ids speaks in the same article.
    """
    found = speakers.with_forms(connection, name)
    ids = [row["id"] for row in found]
    sure, unsure = set(asked_keys(name)), set[str]()
    for row in found:
        whole, bare = spoken_keys(row["name"], row["kind"], row["forms"])
        sure.update(whole)
        unsure.update(bare)
    shared = {key for key in unsure if not set(speakers.ids_matching(connection, [surname_of(key)])) <= set(ids)}
    return sorted(sure | unsure - shared), sorted(shared), ids


_PARTS: Mapping[str, Callable[[Connection, QuoteConditions], Part | None]] = {
    "article": _article, "publisher": _publisher, "kind": _kind, "stance": _stance, "speech": _speech,
    "attribution": _attribution, "has": _has, "party": _party, "role": _role, "about": _about,
}  # fmt: skip
_SELECTIVE = {"party", "role", "about"}
_SKEWED = _SELECTIVE | {"has", "publisher", "kind", "stance", "attribution"}
