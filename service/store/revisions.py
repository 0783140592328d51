"""Writes what an intake decided: the description of an article, its newest text and the quotes in it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from psycopg.types.json import Jsonb

from service.periods import period_of
from service.records import Article, Reading
from service.store import (
    changes,
    claim_holdings,
    corrected_marks,
    grouping,
    identities,
    quote_changes,
    quote_values,
    relating,
    speaker_counts,
)  # fmt: skip
from service.store.conditions import place_in_time, publisher_key
from service.store.pool import Connection, json_of
from service.store.quote_values import SpokenQuote, forms_of
from service.store.statements import statement

_UNDATED = 10**18  # microseconds: see articles.time_order
_DESCRIBED = ("title", "url", "publisher", "published_at", "first_reported", "sample")


@dataclass(frozen=True, slots=True)
class Revision:
    """A text with what was read in it: the quotes in order, each with its speakers as identity tells them apart.

    `corrected` are those that a curator corrected, by their ids; a rejected one stands there alone.
    """

    sha256: str
    reading: Reading
    quotes: Sequence[SpokenQuote]
    corrected: Mapping[str, corrected_marks.Corrected] = field(default_factory=dict)

    @property
    def written(self) -> list[SpokenQuote]:
        """All that is stored: the quotes, and behind them those that a curator rejected, as the reader has them."""
        kept = {spoken.id for spoken in self.quotes}
        return [*self.quotes, *(mark.as_read for id, mark in self.corrected.items() if id not in kept)]

    @property
    def statements(self) -> int:
        """How many of the quotes are statements; the others are attitudes."""
        return sum(spoken.quote.speech for spoken in self.quotes)


def lock(connection: Connection, article_id: str, *, create: bool) -> dict[str, Any] | None:
    """Locks an article until the transaction ends; the row as it is, of revision 0 where `create` just made it."""
    name = "article_create_or_lock" if create else "article_lock"
    return connection.execute(statement(name), {"id": article_id}).fetchone()


def description(current: dict[str, Any], article: Article) -> dict[str, Any]:
    """How the article is described from now on: what it newly says goes before, what it leaves out stays."""
    said = {name: getattr(article, name) for name in _DESCRIBED}
    return {name: current[name] if value is None else value for name, value in said.items()} | {
        # The id comes from the canonical address: another spelling of it is no news.
        "url": current["url"] or article.url,
        # A sample that is also taken in as an article of one's own must outlive the removal of the samples.
        "sample": article.sample and (current["sample"] or current["revision"] == 0),
    }


def is_news(current: dict[str, Any], described: dict[str, Any]) -> bool:
    """Whether the description differs from the stored one."""
    return any(current[name] != value for name, value in described.items())


def store(
    connection: Connection, article_id: str, current: dict[str, Any], described: dict[str, Any], article: Article,
    revision: Revision | None,
) -> None:  # fmt: skip
    """Writes the description and, where there is one, the new revision of a locked article."""
    columns = _columns(described, current["taken_in_at"])
    # Before the lock for which all other writers wait: what can be made without looking at what is stored.
    rows = _rows(article_id, current["revision"] + 1, article, revision, columns) if revision else None
    describe = partial(_describe, connection, article_id, current, described | columns, article, revision)
    connection.execute(statement("intake_plans"))
    made = quote_changes.of_article(article_id, current, described, revised=revision is not None)
    if revision and rows and not current["revision"]:
        made += _enter(connection, article, revision, rows, describe)
    else:
        made += _change(connection, article_id, article, revision, rows, describe)
    changes.publish(connection, made)


def _enter(
    connection: Connection, article: Article, revision: Revision, rows: quote_values.QuoteRows,
    describe: Callable[[], None],
) -> list[changes.Change]:  # fmt: skip
    """Writes an article that is new: nothing is there to be changed or withdrawn, nor looked for, which has its price.

    What rests on nothing that is stored is written before the lock, too, where nobody sees it; and while the database
    is about that, the rest of what can be made is made.
    """
    describe()
    _write_quotes(connection, rows)
    article_id, prints = rows.shared["article_id"], rows.prints()
    holding = claim_holdings.holding_of(rows.article(), article.text, revision.reading, revision.quotes)
    touched = _lock(connection, article_id, revision)
    made = identities.decide(connection, touched, _entering(revision, rows, partial(_write_speakers, connection)))
    made += quote_changes.of_quotes(article_id, {}, rows.standing(), {})
    made += relating.enter(connection, article_id, holding)
    grouping.enter(connection, prints)
    return made


def _change(
    connection: Connection, article_id: str, article: Article, revision: Revision | None,
    rows: quote_values.QuoteRows | None, describe: Callable[[], None],
) -> list[changes.Change]:  # fmt: skip
    """Writes what is new of an article that is known, or of one of which nothing was read."""
    touched = _lock(connection, article_id, revision)
    was = quote_changes.standing(connection, article_id) if revision else {}
    describe()
    if revision is None or rows is None:
        made = identities.decide(connection, touched) + relating.redate(connection, article_id)
    else:
        entering = _entering(revision, rows, partial(rewrite_quotes, connection))
        made = identities.decide(connection, touched, entering)
        made += _withdraw(connection, article_id, revision)
        corrected_marks.keep(connection, article_id, revision.corrected)
        made += quote_changes.of_quotes(article_id, was, quote_changes.standing(connection, article_id), {})
        dated = relating.dated(connection, article_id)
        made += relating.relate(connection, dated, article.text, revision.reading, revision.quotes)
    grouping.renew(connection, [article_id])
    return made


def _lock(connection: Connection, article_id: str, revision: Revision | None) -> identities.Touched:
    new = [naming for quote in revision.written for naming, _ in quote.speakers] if revision else []
    return identities.lock(connection, [article_id], new, unwritten=True)


def _columns(described: dict[str, Any], taken_in_at: datetime) -> dict[str, Any]:
    publisher, date = described["publisher"], described["published_at"]
    period = period_of(date) if date else None
    return {
        "publisher_key": publisher_key(publisher) if publisher else None,
        "published_from": period.start if period else None,
        "published_until": period.until if period else None,
        "time_order": place_in_time(period.start) if period else place_in_time(taken_in_at) - _UNDATED,
    }


def _describe(
    connection: Connection, article_id: str, current: dict[str, Any], described: dict[str, Any], article: Article,
    revision: Revision | None,
) -> None:  # fmt: skip
    """Writes the row of the article, and its text if that is new; its quotes are left to be written when it is decided
    who speaks.
    """
    reported = described["first_reported"]
    values = current | described | {"id": article_id, "first_reported": None if reported is None else Jsonb(reported)}
    if revision:
        values |= _read(article, revision) | {"revision": current["revision"] + 1}
    connection.execute(statement("revision_write" if revision else "article_write"), values)
    if current["revision"]:
        if revision:
            speaker_counts.subtract(connection, [article_id])
        superseded = ("quotes_supersede", "quote_speakers_supersede") if revision else ()
        for name in (*superseded, "quotes_describe", "quote_speakers_describe"):
            connection.execute(statement(name), values)


def _read(article: Article, revision: Revision) -> dict[str, Any]:
    """What is stored of a text and its reading."""
    reading = revision.reading
    return {
        "text": article.text, "sha256": revision.sha256, "html_sha256": article.html_sha256,
        "extractor": article.extractor, "language": reading.language, "reading": reading.status,
        "reader": reading.reader, "characters": len(article.text), "quotes": revision.statements,
    }  # fmt: skip


def _rows(
    article_id: str, number: int, article: Article, revision: Revision, columns: dict[str, Any]
) -> quote_values.QuoteRows:
    shared = columns | {"article_id": article_id, "revision": number, "article_sha256": revision.sha256}
    return quote_values.rows_of(article.text, revision.written, shared)


def _entering(
    revision: Revision, rows: quote_values.QuoteRows, write: Callable[[quote_values.QuoteRows], None]
) -> identities.Entering:
    def write_spoken(speakers: Mapping[str, str]) -> None:
        rows.speak(speakers)
        write(rows)

    return identities.Entering(rows.shared["article_id"], _forms(revision.written), write_spoken)


def _forms(quotes: Iterable[SpokenQuote]) -> dict[str, set[str]]:
    """The forms in which speakers are printed, by their namings."""
    found: dict[str, set[str]] = defaultdict(set)
    for quote in quotes:
        for naming, mention in quote.speakers:
            found[naming.id].update(forms_of(mention))
    return found


def _withdraw(connection: Connection, article_id: str, revision: Revision) -> list[changes.Change]:
    """Withdraws what a curator rejected: it was written like the rest, so that it tells who said it."""
    if len(revision.written) == len(revision.quotes):
        return []
    touched = identities.lock(connection, [article_id])
    speaker_counts.subtract(connection, [article_id])
    for name in ("quotes_withdraw", "quote_speakers_withdraw"):
        connection.execute(statement(name), {"id": article_id, "ids": [spoken.id for spoken in revision.quotes]})
    return identities.decide(connection, touched, identities.Entering(article_id))


def rewrite_quotes(connection: Connection, rows: quote_values.QuoteRows) -> None:
    """Stores quotes of an article with their speakers, each in the place of what its id held."""
    ids = {"id": rows.shared["article_id"], "ids": [row["id"] for row in rows.quotes]}
    connection.execute(statement("quote_speakers_forget"), ids)
    _write_quotes(connection, rows)
    _write_speakers(connection, rows)


def _write_quotes(connection: Connection, rows: quote_values.QuoteRows) -> None:
    if rows.quotes:
        connection.execute(statement("quotes_write"), rows.shared | {"quotes": json_of(rows.quotes)})


def _write_speakers(connection: Connection, rows: quote_values.QuoteRows) -> None:
    if rows.speakers:
        connection.execute(statement("quote_speakers_write"), rows.shared | {"speakers": json_of(rows.speakers)})
