"""Writes what an intake decided: the description of an article, its newest text and the quotes in it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from psycopg.types.json import Jsonb

from service.periods import period_of
from service.records import Article, Reading
from service.store import changes, corrected_marks, grouping, identities, quote_changes, relating, speaker_counts
from service.store.conditions import place_in_time, publisher_key
from service.store.pool import Connection
from service.store.quote_values import SpokenQuote, forms_of, quote_values, speaker_values
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
    """Writes the description and, where there is one, the new revision of a locked article.

    Of one that is new nothing is there to be changed or withdrawn, nor looked for: each statement has its price.
    """
    known = bool(current["revision"])
    new = [naming for quote in revision.written for naming, _ in quote.speakers] if revision else []
    touched = identities.lock(connection, [article_id], new, unwritten=True)
    was = quote_changes.standing(connection, article_id) if revision and known else {}
    columns = _columns(described, current["taken_in_at"])
    _describe(connection, article_id, described, columns, known=known)
    entering = None
    if revision:
        entering = _revise(connection, article_id, current["revision"] + 1, article, revision, columns)
    made = quote_changes.of_article(article_id, current, described, revised=revision is not None)
    made += identities.decide(connection, touched, entering)
    if revision and len(revision.written) > len(revision.quotes):
        made += _withdraw(connection, article_id, revision)
    if revision:
        if known:
            corrected_marks.keep(connection, article_id, revision.corrected)
        made += quote_changes.of_quotes(article_id, was, quote_changes.standing(connection, article_id), {})
        made += relating.relate(connection, article_id, article.text, revision.reading, revision.quotes)
    else:
        made += relating.redate(connection, article_id)
    grouping.renew(connection, [article_id])
    changes.publish(connection, made)


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
    connection: Connection, article_id: str, described: dict[str, Any], columns: dict[str, Any], *, known: bool
) -> None:
    reported = described["first_reported"]
    values = {"id": article_id} | described | columns
    connection.execute(
        statement("article_describe"), values | {"first_reported": None if reported is None else Jsonb(reported)}
    )
    if known:
        connection.execute(statement("quotes_describe"), values)
        connection.execute(statement("quote_speakers_describe"), values)


def _revise(
    connection: Connection, article_id: str, number: int, article: Article, revision: Revision, columns: dict[str, Any]
) -> identities.Entering:
    """Writes the text; its quotes are left to be written when it is decided who speaks."""
    reading = revision.reading
    values = {
        "id": article_id, "revision": number, "text": article.text, "sha256": revision.sha256,
        "html_sha256": article.html_sha256, "extractor": article.extractor, "language": reading.language,
        "reading": reading.status, "reader": reading.reader, "characters": len(article.text),
        "quotes": revision.statements,
    }  # fmt: skip
    if number > 1:
        speaker_counts.subtract(connection, [article_id])
        for name in ("quotes_supersede", "quote_speakers_supersede"):
            connection.execute(statement(name), values)
    for name in ("tombstone_remove", "article_revise", "revision_insert"):
        connection.execute(statement(name), values)
    shared = columns | {"article_id": article_id, "revision": number, "article_sha256": revision.sha256}

    def write(speakers: Mapping[str, str]) -> None:
        write_quotes(connection, article.text, revision.written, shared, speakers, known=number > 1)

    return identities.Entering(article_id, _forms(revision.written), write)


def _forms(quotes: Iterable[SpokenQuote]) -> dict[str, set[str]]:
    """The forms in which speakers are printed, by their namings."""
    found: dict[str, set[str]] = defaultdict(set)
    for quote in quotes:
        for naming, mention in quote.speakers:
            found[naming.id].update(forms_of(mention))
    return found


def _withdraw(connection: Connection, article_id: str, revision: Revision) -> list[changes.Change]:
    """Withdraws what a curator rejected: it was written like the rest, so that it tells who said it."""
    touched = identities.lock(connection, [article_id])
    speaker_counts.subtract(connection, [article_id])
    for name in ("quotes_withdraw", "quote_speakers_withdraw"):
        connection.execute(statement(name), {"id": article_id, "ids": [spoken.id for spoken in revision.quotes]})
    return identities.decide(connection, touched, identities.Entering(article_id))


def write_quotes(
    connection: Connection, text: str, quotes: Sequence[SpokenQuote], shared: dict[str, Any],
    speakers: Mapping[str, str], *, known: bool,
) -> None:  # fmt: skip
    """Stores quotes of an article text, each in the place of what its id held; `shared` are the article's columns,
    `speakers` those whom its namings mean, as far as that is decided. `known`: whether quotes of it may be stored.
    """
    if known:
        ids = {"id": shared["article_id"], "ids": [quote.id for quote in quotes]}
        connection.execute(statement("quote_speakers_forget"), ids)
    with connection.cursor() as cursor:
        cursor.executemany(statement("quote_write"), [shared | quote_values(text, quote) for quote in quotes])
        rows = [
            shared | values | {"speaker_id": speakers.get(values["naming_id"])}
            for quote in quotes
            for values in speaker_values(quote)
        ]
        cursor.executemany(statement("quote_speaker_insert"), rows)
