"""What may be asked of quotes and articles, and the SQL of each condition; only those asked for are composed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from psycopg.sql import SQL, Composable

from service.folding import fold
from service.periods import period_of

Sort = Literal["-date", "date", "relevance", "confidence"]

LONGEST_KEY = 300  # characters: a longer key does not fit into an index

# Places of articles without a date lie below this (see articles.time_order), those of dated ones above.
FIRST_DATED = -500_000_000_000_000_000


@dataclass(frozen=True, slots=True)
class QuoteConditions:
    """Conditions on quotes: all must hold, of each tuple any one. A speaker is a name or an id; dates may be partial.

    `speech`: only statements, only attitudes and intentions, or any.
    `about`: a name within the words. `party`: for whom a speaker answers. `role`: words of a role as printed.
    `attribution`: the least certainty of the speaker. `has`: "disputes", of quotes on either side of one.
    `as_of`: an RFC 3339 instant; then what was listed at that time.
    `sort`: newest first, oldest first (undated ones last in both), the best match of `q` first, or the surest speaker.
    """

    speaker: tuple[str, ...] = ()
    q: str | None = None
    article: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    speech: Literal["true", "false", "any"] = "any"
    from_: str | None = None
    to: str | None = None
    sort: Sort = "-date"
    about: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    attribution: tuple[str, ...] = ()
    has: tuple[str, ...] = ()
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleConditions:
    """Conditions on articles, as those on quotes."""

    publisher: tuple[str, ...] = ()
    from_: str | None = None
    to: str | None = None
    sort: Literal["-date", "date"] = "-date"


_FRAGMENTS: Mapping[str, SQL] = {
    "publisher": SQL("publisher_key = ANY(%(publisher)s)"),
    # An article of "2018-08" may be of any day of August: it matches wherever its period meets the one asked for.
    "from_": SQL("published_until > %(from_)s"),
    "to": SQL("published_from < %(to)s"),
    # Both follow from those above, but only these bound the scan of an index in order of time.
    "place_from": SQL("time_order > %(place_from)s"),
    "place_to": SQL("time_order < %(place_to)s"),
}
_MICROSECOND = timedelta(microseconds=1)
_LONGEST_PERIOD = timedelta(days=366)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def storable(text: str) -> str:
    """The text as Postgres takes it for a parameter: NUL and lone surrogates, which no stored text has, replaced."""
    return text.encode("utf-8", "replace").decode().replace("\0", "\ufffd")


def place_in_time(instant: datetime) -> int:
    """Where an instant stands in the order of time: microseconds since 1970."""
    return (instant - _EPOCH) // _MICROSECOND


def publisher_key(publisher: str) -> str:
    """A publisher's name as compared: folded, single spaces."""
    return " ".join(fold(publisher).split())[:LONGEST_KEY]


def parameters(conditions: QuoteConditions | ArticleConditions) -> dict[str, Any]:
    """The values of the conditions that are asked for. ValueError: `from_` or `to` is no date."""
    values: dict[str, Any] = {}
    for name in _FRAGMENTS:
        asked = getattr(conditions, name, None)
        if asked:
            values[name] = _VALUES[name](asked)
    if "from_" in values:
        values["place_from"] = place_in_time(values["from_"]) - _LONGEST_PERIOD // _MICROSECOND
    if "to" in values:
        values["place_to"] = place_in_time(values["to"])
    return values


def fragments(values: Mapping[str, Any], table: SQL) -> list[Composable]:
    """The SQL of the conditions whose values these are, on the table of this alias."""
    return [table + SQL(".") + _FRAGMENTS[name] for name in values if name in _FRAGMENTS]


_VALUES: Mapping[str, Any] = {
    "publisher": lambda names: [publisher_key(name) for name in names],
    "from_": lambda text: period_of(text).start,
    "to": lambda text: period_of(text).until,
}
