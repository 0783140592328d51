"""Takes one article in: reads it, tells its speakers apart and stores all of it in one transaction."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal, Protocol, runtime_checkable

from service.errors import InvalidArticle
from service.identity import Naming, article_id, namings_of
from service.identity.mentions import Named
from service.periods import period_of
from service.quote_ids import quote_id
from service.records import Article, Mention, Quote, Reading
from service.regex import regex
from service.store import articles, known_quotes, revisions
from service.store.pool import Connection, Pool
from service.store.quote_values import SpokenQuote

LONGEST_TEXT = 10_000_000  # bytes of UTF-8
_LONGEST_FIELD = 4_000  # characters of a title, an address, a publisher
_FIELDS = ("text", "title", "url", "publisher", "published_at", "html_sha256", "extractor")
# `str.encode` refuses lone surrogates, Postgres NUL: neither is text that could be shown again as received.
_UNSTORABLE = regex("[\0\ud800-\udfff]")

Outcome = Literal["created", "revised", "updated", "unchanged"]


class Reader(Protocol):
    """Anything that finds the quotes of a text."""

    @property
    def version(self) -> str:
        """Model, rules and runtime."""

    def read(self, text: str) -> Reading:
        """What the text reports."""


@runtime_checkable
class ReaderAhead(Reader, Protocol):
    """A reader that can be handed texts before those at hand are read."""

    def begin(self, text: str) -> Callable[[], Reading]:
        """What waits for the reading of the text."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of an article: `revised` has a new text, `updated` only a new title, publisher, date or the like."""

    article_id: str
    outcome: Outcome
    revision: int
    reading: str
    quotes: int  # statements; attitudes are stored beside them


Noted = Callable[[Connection, Receipt], object]


def _not_noted(_: Connection, __: Receipt) -> None:
    """Most who take articles in have nothing to add."""


@dataclass(frozen=True, slots=True)
class Read:
    """An article that may be taken in, with its id, the sha256 of its text and, unless that is stored, its reading.

    `limit` is the one that it kept to, in bytes of UTF-8.
    """

    article: Article
    id: str
    sha256: str
    reading: Reading | None
    limit: int


def take_in(
    pool: Pool, reader: Reader, article: Article, *, limit: int = LONGEST_TEXT, noted: Noted = _not_noted
) -> Receipt:
    """Stores an article of at most `limit` bytes; again, it changes nothing. InvalidArticle names the field.

    `noted` is told what became of it within the transaction that stores it, right before the end.
    """
    return store(pool, reader, begin(pool, reader, article, limit=limit)(), noted=noted)


def begin(pool: Pool, reader: Reader, article: Article, *, limit: int = LONGEST_TEXT) -> Callable[[], Read]:
    """The first half of taking an article in: what takes long and must not hold a transaction.

    What comes back reads the text, or waits for its reading where the reader was handed it just now. InvalidArticle.
    """
    _check(article, limit)
    found_id, sha256 = article_id(article.url, article.text), hashlib.sha256(article.text.encode()).hexdigest()
    with pool.reading() as connection:
        known = articles.known_sha256(connection, found_id) == sha256
    # A text that is stored is not read again.
    reading = _unread if known else _begun(reader, article.text)
    return lambda: Read(article, found_id, sha256, reading(), limit)


def store(pool: Pool, reader: Reader, found: Read, *, noted: Noted = _not_noted) -> Receipt:
    """The other half. Meanwhile the same or another text may have been taken in, or the article erased."""
    receipt = _store(pool, found, noted)
    # None: the text is not stored any more that was when it was looked for; now it must be read.
    return receipt or take_in(pool, reader, found.article, limit=found.limit, noted=noted)


def revision_of(text: str, reading: Reading, of_article: str, sha256: str) -> revisions.Revision:
    """What was read in a text, its speakers told apart; the ids are those of quotes never read before."""
    namings = namings_of(of_article, (mention for quote in reading.quotes for mention in quote.speakers), text)
    quotes = [
        SpokenQuote(quote_id(of_article, sha256, quote), quote, _speakers(quote, namings)) for quote in reading.quotes
    ]
    return revisions.Revision(sha256, reading, list({spoken.id: spoken for spoken in quotes}.values()))


def _unread() -> None:
    return None


def _begun(reader: Reader, text: str) -> Callable[[], Reading]:
    return reader.begin(text) if isinstance(reader, ReaderAhead) else partial(reader.read, text)


def _check(article: Article, limit: int) -> None:
    for name in _FIELDS:
        if _UNSTORABLE.search(getattr(article, name) or ""):
            raise InvalidArticle("holds NUL or half a surrogate pair, which is no text", name)
        if name != "text" and len(getattr(article, name) or "") > _LONGEST_FIELD:
            raise InvalidArticle(f"longer than {_LONGEST_FIELD} characters", name)
    if not article.text.strip():
        raise InvalidArticle("empty text", "text")
    if len(article.text.encode()) > limit:
        raise InvalidArticle(f"longer than {limit} bytes of UTF-8", "text")
    _check_date(article.published_at)


def _check_date(date: str | None) -> None:
    try:
        if date is not None:
            period_of(date)
    except ValueError as error:
        raise InvalidArticle(str(error), "published_at") from error


def _speakers(quote: Quote, namings: Mapping[Named, Naming]) -> tuple[tuple[Naming, Mention], ...]:
    found: dict[str, tuple[Naming, Mention]] = {}
    for mention in quote.speakers:
        naming = namings[mention.name, mention.kind]
        found.setdefault(naming.id, (naming, mention))
    return tuple(found.values())


def _store(pool: Pool, found: Read, noted: Noted) -> Receipt | None:
    article, found_id = found.article, found.id
    reading = found.reading
    # Here, where it delays neither who reads the next text meanwhile nor those who wait for the lock.
    revision = revision_of(article.text, reading, found_id, found.sha256) if reading else None
    with pool.writing(ahead=True) as connection:
        current = revisions.lock(connection, found_id, create=revision is not None)
        if current is None or (revision is None and current["sha256"] != found.sha256):
            return None
        if current["sha256"] == found.sha256:
            revision = None
        if revision and current["revision"]:
            revision = known_quotes.settled_revision(connection, found_id, article.text, revision)
        described = revisions.description(current, article)
        outcome = _outcome(current, revision, revisions.is_news(current, described))
        if outcome != "unchanged":
            revisions.store(connection, found_id, current, described, article, revision)
        before = Receipt(found_id, outcome, current["revision"], current["reading"], current["quotes"])
        receipt = _receipt(before, revision)
        noted(connection, receipt)
    return receipt


def _outcome(current: dict[str, object], revision: revisions.Revision | None, news: bool) -> Outcome:
    if revision:
        return "revised" if current["revision"] else "created"
    return "updated" if news else "unchanged"


def _receipt(receipt: Receipt, revision: revisions.Revision | None) -> Receipt:
    if revision is None:
        return receipt
    return replace(receipt, revision=receipt.revision + 1, reading=revision.reading.status, quotes=revision.statements)
