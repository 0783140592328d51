"""Reads again what is stored: which articles there are to read, and what a newer reading of a text changes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from psycopg.sql import SQL

from service.store import changes, corrected_marks, grouping, identities, quote_changes, relating, speaker_counts
from service.store.conditions import storable
from service.store.known_quotes import settled_revision
from service.store.pool import Connection
from service.store.quote_values import SpokenQuote, quote_values, rows_of, speaker_values
from service.store.revisions import Revision, rewrite_quotes
from service.store.statements import statement

_READ = (
    "spans", "quoted", "cue", "kind", "speech", "stance", "attribution", "reason", "candidates", "confidence", "via",
)  # fmt: skip
_SPOKEN = ("naming_id", "name", "forms", "kind", "role", "span_start", "span_end")
_COPIED = ("publisher_key", "published_from", "published_until", "time_order")


@dataclass(frozen=True, slots=True)
class Change:
    """How many listed quotes a newer reading left as they were, changed under their ids, added and withdrew."""

    kept: int
    changed: int
    new: int
    gone: int


def page(connection: Connection, after: str, limit: int, articles: Sequence[str] = ()) -> list[dict[str, Any]]:
    """The id and the reader of up to `limit` articles behind the id `after`, in order; of `articles` only, if any."""
    only = SQL(" AND a.id = ANY(%(articles)s::text[])" if articles else "")
    query = statement("articles_by_id") + only + SQL(" ORDER BY a.id LIMIT %(limit)s")
    values = {"after": after, "limit": limit, "articles": [storable(article_id) for article_id in articles]}
    return connection.execute(query, values).fetchall()


def current(connection: Connection, article_id: str) -> dict[str, Any] | None:
    """The text of an article as it is now: reader, sha256, text; None where it was erased."""
    return connection.execute(statement("article_to_reread"), {"id": article_id}).fetchone()


def lock(connection: Connection, article_id: str) -> dict[str, Any] | None:
    """Locks an article until the transaction ends, for `store`; None where it was erased."""
    return connection.execute(statement("article_reread_lock"), {"id": article_id}).fetchone()


def store(connection: Connection, article: dict[str, Any], text: str, revision: Revision) -> Change:
    """Puts a reading of its very text in the place of what was read in a locked article before.

    Quotes that overlap their old spans by half keep their ids; those that are found no more stay under theirs,
    unlisted.
    """
    connection.execute(statement("writing_lock"))
    revision = settled_revision(connection, article["id"], text, revision)
    before = _as_read(connection, article["id"])
    written = [spoken for spoken in revision.quotes if before.get(spoken.id) != _values(text, spoken)]
    gone = before.keys() - {spoken.id for spoken in revision.quotes}
    made = []
    if written or gone:
        fields = {spoken.id: _differing(before[spoken.id], text, spoken) for spoken in written if spoken.id in before}
        made += _replace(connection, article, text, revision, written, fields)
    _name_reader(connection, article, revision)
    corrected_marks.keep(connection, article["id"], revision.corrected)
    dated = relating.dated(connection, article["id"])
    made += relating.relate(connection, dated, text, revision.reading, revision.quotes)
    grouping.renew(connection, [article["id"]])
    changes.publish(connection, made)
    changed = sum(spoken.id in before for spoken in written)
    return Change(len(revision.quotes) - len(written), changed, len(written) - changed, len(gone))


def _as_read(connection: Connection, article_id: str) -> dict[str, dict[str, Any]]:
    rows = connection.execute(statement("quotes_as_read"), {"id": article_id}).fetchall()
    return {row.pop("id"): row for row in rows}


def _values(text: str, spoken: SpokenQuote) -> dict[str, Any]:
    """What `_as_read` gives for a quote that is stored."""
    values = quote_values(text, spoken)
    speakers = [{name: each[name] for name in _SPOKEN} for each in speaker_values(spoken)]
    return {name: values[name] for name in _READ} | {"speakers": speakers or None}


def _differing(before: dict[str, Any], text: str, spoken: SpokenQuote) -> list[str]:
    return [name for name, value in _values(text, spoken).items() if before[name] != value]


def _replace(
    connection: Connection, article: dict[str, Any], text: str, revision: Revision, written: Iterable[SpokenQuote],
    fields: Mapping[str, Sequence[str]],
) -> list[changes.Change]:  # fmt: skip
    named = [naming for spoken in revision.quotes for naming, _ in spoken.speakers]
    touched = identities.lock(connection, [article["id"]], named)
    was = quote_changes.standing(connection, article["id"])
    speaker_counts.subtract(connection, [article["id"]])
    values = {"id": article["id"], "ids": [spoken.id for spoken in revision.quotes]}
    for name in ("quotes_withdraw", "quote_speakers_withdraw"):
        connection.execute(statement(name), values)
    shared = {name: article[name] for name in _COPIED} | {
        "article_id": article["id"], "revision": article["revision"], "article_sha256": article["sha256"],
    }  # fmt: skip
    rewrite_quotes(connection, rows_of(text, list(written), shared))
    spoken = identities.decide(connection, touched, identities.Entering(article["id"]))
    now = quote_changes.standing(connection, article["id"])
    return [*spoken, *quote_changes.of_quotes(article["id"], was, now, fields)]


def _name_reader(connection: Connection, article: dict[str, Any], revision: Revision) -> None:
    reading = revision.reading
    values = {
        "id": article["id"], "revision": article["revision"], "language": reading.language,
        "reading": reading.status, "reader": reading.reader, "quotes": revision.statements,
    }  # fmt: skip
    for name in ("article_reread", "revision_reread"):
        connection.execute(statement(name), values)
