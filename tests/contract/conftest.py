"""A filled newsroom behind the real application, asked over WSGI; the reader is a pattern, for it is not under test."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from service.analysis import analysed, load_analyst
from service.api.examples import IDS
from service.app import create_app
from service.intake import Reader, take_in
from service.loading import load_samples
from service.records import Article, Mention, Quote, Reading
from service.settings import Settings, read_settings
from service.store import jobs, keys, webhooks
from service.store.pool import open_pool
from service.store.statements import statement

SPEAKERS = ("Ada Berg", "Carl Dahl", "Eva Falk", "Gustav Holm", "Ines Jung", "Karl Lind")
SAID = re.compile("“(?P<words>[^”]+)” said (?P<name>[A-Z][a-z]+ [A-Z][a-z]+)")
ALL_SCOPES = ("ingest", "curate", "review", "text", "admin")


class PatternReader:
    """Reads “words” said Name; anything that says "en français" is of an unsupported language."""

    version = "pattern-1"

    def read(self, text: str) -> Reading:
        if "en français" in text:
            return Reading("unsupported_language", "fr", self.version)
        quotes = tuple(self._quote(found) for found in SAID.finditer(text))
        return analysed(text, Reading("read", "en", self.version, quotes))

    def _quote(self, found: re.Match[str]) -> Quote:
        content, name = found.span("words"), found["name"]
        speaker = Mention(name, found.span("name"), role="Minister", forms=(name,))
        cue = (found.end("words") + 2, found.start("name") - 1)
        return Quote(
            (content,), (content,), cue, (speaker,), None, "direct", "assert", True, "attributed", "named", (), 0.97
        )


def article(number: int) -> Article:
    """Two quotes and a disputed claim each; three publishers, months of 2018, six speakers; number 0 has no date."""
    first, second = SPEAKERS[number % 6], SPEAKERS[(number + 1) % 6]
    return Article(
        text=f"It was café day {number}.\n\n“We count to {number} here,” said {first}.\n\n"
        f"“Nobody counts to {number} there,” said {second}. “All is well,” they heard.\n\n"
        f"{first} accused {second} of hiding count {number} from the council. {second} denied hiding it.",
        title=f"Day {number}",
        url=f"https://example.org/day/{number}",
        publisher=("Gazette", "Review", "Wire")[number % 3],
        published_at=f"2018-{1 + number % 12:02d}" if number else None,
    )


def settings_for(url: str) -> Settings:
    return replace(
        read_settings(), database_url=url, threads=2, pool_timeout=1.0, statement_timeout=5.0, post_limit=5_000,
        text_public=False, cors_origins=("*",), rate_limit="off",
        key_guesses=0,
    )  # fmt: skip


class Newsroom:
    """An application with keys to it."""

    def __init__(self, url: str, reader: Reader | None = None, **changed: object) -> None:
        self.settings = replace(settings_for(url), **changed)
        self.pool = open_pool(url, size=2, wait=30.0, statement_timeout=5.0)
        self.reader = reader or PatternReader()
        self.app = create_app(self.settings, reader=self.reader, pool=self.pool)
        self.key = self.key_of(*ALL_SCOPES)

    def key_of(self, *scopes: str) -> str:
        with self.pool.writing() as connection:
            return keys.create(connection, "test", scopes)[1]

    def fill(self, articles: int) -> None:
        for number in range(articles):
            take_in(self.pool, self.reader, article(number))

    def hand_in(self) -> None:
        """The job of the examples, with nobody who works it off."""
        with self.pool.writing() as connection:
            jobs.create(connection, IDS["job_id"], [(1, b"{}"), (2, b"[]")])

    def add_webhook(self, webhook_id: str) -> None:
        """One of a known id with a delivery; nothing is ever sent, for nobody works off what is due."""
        values = {
            "id": webhook_id, "url": "https://example.org/hook", "kinds": [], "events": [], "secret": "whsec_",
            "key": "k", "position": 0,
        }  # fmt: skip
        with self.pool.writing() as connection:
            connection.execute(statement("webhook_insert"), values)
            webhooks.test(connection, webhook_id, datetime(2026, 1, 1, tzinfo=UTC))

    def client(self, key: str | None = None):
        client = self.app.test_client()
        if key:
            client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {key}"
        return client


@pytest.fixture(scope="session")
def newsroom(shared_database_url):
    """Thirty articles with sixty quotes, for tests that only read."""
    room = Newsroom(shared_database_url)
    room.fill(30)
    room.hand_in()
    room.add_webhook(IDS["webhook_id"])
    yield room
    room.pool.close()


@pytest.fixture(scope="session")
def samples(postgres_server, database_on, _migrated_template):
    """The sample newsroom, read by the real reader."""
    with database_on(postgres_server, _migrated_template) as url:
        room = Newsroom(url, reader=load_analyst())
        load_samples(room.pool, room.reader)
        room.hand_in()
        room.add_webhook(IDS["webhook_id"])
        yield room
        room.pool.close()


@pytest.fixture
def own_samples(database_url):
    """The sample newsroom for a test that writes to it."""
    room = Newsroom(database_url, reader=load_analyst())
    load_samples(room.pool, room.reader)
    yield room
    room.pool.close()


@pytest.fixture
def client(newsroom):
    """Anyone, without a key."""
    return newsroom.client()


@pytest.fixture
def keyed(newsroom):
    """A client whose key has every scope."""
    return newsroom.client(newsroom.key)


@pytest.fixture
def empty_newsroom(database_url):
    """A newsroom of one's own, for tests that write."""
    room = Newsroom(database_url)
    yield room
    room.pool.close()


@pytest.fixture
def writer(empty_newsroom):
    """A client of the empty newsroom whose key has every scope."""
    return empty_newsroom.client(empty_newsroom.key)


@pytest.fixture(scope="session")
def ids(newsroom):
    """Ids that are there, by the name of the path parameter."""
    quote = newsroom.client().get("/quotes").json["items"][0]
    claim = newsroom.client().get("/claims?status=disputed").json["items"][0]
    return {
        "quote_id": quote["id"], "claim_id": claim["id"], "dispute_id": claim["disputes"][0]["id"],
        "article_id": quote["article_id"], "speaker_id": quote["speaker"]["id"], "correction_id": "c0000000000000000",
        "job_id": IDS["job_id"],
        "webhook_id": IDS["webhook_id"],
    }  # fmt: skip
