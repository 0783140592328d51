"""How fast names are told apart and speakers found, with 200,000 speakers stored.

    python -m tests.benchmarks.identity_speed [--url postgresql://...] [--speakers 200000] [--mentions 10000]

Fills an empty database by COPY, a quote for each speaker. Then takes mentions as an intake does, article by article of
twenty: nine of ten are of stored speakers, the tenth is new; every tenth speaker has a surname alone. Some are in the
news far more often than others (as one over the power .8 of their rank), and have been in as many articles as ten
mentions for each speaker make. Counted is all that identity adds to an intake: telling the names apart, locking,
deciding, and counting; the rows of the quotes, which name their speakers, are written in any case. Last it asks for
speakers as one types, and for one by its id: the queries alone, and `/speakers?q=lavr` and `/speakers/{id}` as the
application answers them. Times are those of the processor, of this process and of its server process together (of the
clock where the server runs elsewhere): other work of the machine enters only as far as it empties the caches. A bare
look-up of one row by a prepared statement, measured right before and after, tells how fast the machine is just now.
Without --url it starts a Postgres of its own in a temporary folder.
"""

import argparse
import gc
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from itertools import islice
from pathlib import Path

from psycopg import sql
from psycopg.sql import SQL
from psycopg.types.json import Jsonb

from service.app import create_app
from service.collecting import collect_seldom
from service.identity import Meant, Naming, namings_of, partition
from service.identity.families import keys_of
from service.identity.namings import facts_of
from service.identity.partition import apart
from service.records import Mention, Reading
from service.settings import read_settings
from service.store import identities, speakers
from service.store.migrations import migrate
from service.store.pool import Connection, Pool, open_pool

from .throwaway import postgres

Row = tuple[str, tuple[object, ...]]  # a table and the values of a row of it
AN_ARTICLE, PAST, ASKED_FOR = 20, 10, "Lavrentin"
OFFICES = ("envoy", "mayor", "chief executive", "historian", "spokesman", "chairwoman", "lawyer", "minister", "captain")
_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstv" for vowel in "aeiou"]
_COPIED = {
    "articles": "id, revision, published_at, time_order",
    "namings": "id, sort, block, name, kind, facts, articles, speaker_id",
    "naming_keys": "key, naming_id",
    "speakers": "id, kind, name, words, quotes",
    "speaker_names": "speaker_id, form, folded, words, count, fullest",
    "speaker_roles": "speaker_id, role, count",
    "quotes": "article_id, id, revision, article_sha256, extent_start, extent_end, text, spans, quoted, kind, speech,"
    " stance, attribution, reason, candidates, confidence, before, after, words, time_order",
    "quote_speakers": "article_id, quote_id, position, naming_id, name, forms, kind, role, listed, time_order,"
    " speaker_id",
}
_KEYED = {
    "namings": 1,
    "naming_keys": 2,
    "speakers": 1,
    "speaker_names": 2,
    "speaker_roles": 2,
}  # the first columns that tell rows apart
_QUOTE = (1, "x", 0, 5, "Words", "[]", "[]", "direct", True, "assert", "attributed", "named", "[]", 0.9, "", "", "word")


def name(chance: random.Random) -> str:
    """A first name of some hundreds and a surname of some hundred thousands."""
    first, last = ("".join(chance.choices(_SYLLABLES, k=length)).title() for length in (2, 4))
    return f"{first} {last}"


def mention(printed: str) -> Mention:
    """Somebody in the role that goes with the name, three of four in one; every tenth is known by the surname alone."""
    chance, words = random.Random(printed), printed.split()
    where = "".join(chance.choices(_SYLLABLES, k=2)).title()
    role = f"{chance.choice(OFFICES)} of {where}" if chance.random() < 0.75 else None
    name = words[-1] if chance.random() < 0.1 else printed
    return Mention(name, None, "person", role, tuple(dict.fromkeys((name, words[-1]))))


def rows(article: str, said: Mention, naming: Naming, meant: Meant, articles: int) -> Iterator[Row]:
    """What is stored of a speaker with one quote in one article, row by row."""
    who, words = meant.speaker or apart(naming.id, article), said.name.lower().split()
    yield "articles", (article, 1, "2018", 0)
    yield "namings", (
        naming.id, naming.group, naming.block, said.name, "person", Jsonb(facts_of(naming.evidence)), articles,
        meant.speaker,
    )  # fmt: skip
    yield from (("naming_keys", (key, naming.id)) for key in keys_of(naming))
    yield "speakers", (who, "person", said.name, " ".join(words), articles)
    yield from (("speaker_names", (who, form, form.lower(), words, 1, 1)) for form in said.forms)
    yield from (("speaker_roles", (who, role, 1)) for role in [said.role] if role)
    yield from quote_rows(article, 0, said, naming, who)


def quote_rows(article: str, number: int, said: Mention, naming: Naming, who: str | None) -> Iterator[Row]:
    """A quote and its speaker."""
    yield "quotes", (article, f"{article}.{number}", *_QUOTE, 0)
    yield "quote_speakers", (
        article, f"{article}.{number}", 0, naming.id, said.name, list(said.forms), "person", said.role, True, 0, who,
    )  # fmt: skip


def copied(connection: Connection, found: Iterator[Row]) -> None:
    """Stores rows by COPY, table by table."""
    by_table: dict[str, list[tuple[object, ...]]] = {table: [] for table in _COPIED}
    for table, values in found:
        by_table[table].append(values)
    with connection.cursor() as cursor:
        for table, columns in _COPIED.items():
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for values in by_table[table]:
                    copy.write_row(values)


def fill(connection: Connection, names: list[str], fame: list[float]) -> None:
    """A speaker with one naming and one quote for each name. Searched indexes are made afterwards, as in a restore."""
    a_mention = sum(fame) / (PAST * len(names))
    told = [(f"a{at:016d}", mention(each)) for at, each in enumerate(names)]
    namings = [next(iter(namings_of(article, [said]).values())) for article, said in told]
    articles = [round(each / a_mention) or 1 for each in fame]
    meant = partition(dict(zip(namings, articles, strict=True)))
    found = (
        (*each, naming, meant[naming.id], number) for each, naming, number in zip(told, namings, articles, strict=True)
    )
    stored: set[object] = set()
    with _without_searched_indexes(connection):
        while batch := list(islice(found, 10_000)):
            copied(connection, _once((row for each in batch for row in rows(*each)), stored))


def _once(found: Iterator[Row], stored: set[object]) -> Iterator[Row]:
    """Without what another spelling of a speaker's name, or the same surname alone, has brought already."""
    for table, values in found:
        key = (table, *values[: _KEYED.get(table, 0)])
        if table not in _KEYED or key not in stored:
            stored.add(key)
            yield table, values


@contextmanager
def _without_searched_indexes(connection: Connection) -> Iterator[None]:
    query = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE '%USING gin%'"
    indexes = connection.execute(query).fetchall()
    for index in indexes:
        connection.execute(sql.SQL("DROP INDEX {}").format(sql.Identifier(index["indexname"])))
    yield
    for index in indexes:
        connection.execute(index["indexdef"])
    connection.execute("VACUUM ANALYZE")


class Unread:
    """Reads nothing: the application is asked, and told nothing."""

    version = "none"

    def read(self, text: str) -> Reading:
        """No quotes."""
        return Reading("read", "en", self.version)


class Processor:
    """The processor time that was used since it was made, in seconds, by this process and by its server process."""

    def __init__(self, connection: Connection) -> None:
        id = connection.info.backend_pid
        beside = Path(f"/proc/{id}/comm")
        known = beside.exists() and "postgres" in beside.read_text()
        self._server = Path(f"/proc/{id}/schedstat") if known else None  # nanoseconds; its `stat` has hundredths
        self._paused = 0.0, 0.0
        self._start = self._now()

    def used(self) -> tuple[float, float]:
        """Of this process and of the server, or of the clock and nothing."""
        now = self._now()
        return now[0] - self._start[0] - self._paused[0], now[1] - self._start[1] - self._paused[1]

    @contextmanager
    def paused(self) -> Iterator[None]:
        """What happens meanwhile does not count."""
        before = self._now()
        yield
        now = self._now()
        self._paused = self._paused[0] + now[0] - before[0], self._paused[1] + now[1] - before[1]

    def _now(self) -> tuple[float, float]:
        if self._server is None:
            return time.perf_counter(), 0.0
        return time.process_time(), int(self._server.read_text().split()[0]) / 1e9


def resolved(connection: Connection, said: list[Mention]) -> tuple[float, float]:
    """Seconds of the processor that identity takes for these mentions: here, and in the server."""
    here = there = 0.0
    for number, at in enumerate(range(0, len(said), AN_ARTICLE)):
        article, mentions = f"b{number:016d}", said[at : at + AN_ARTICLE]
        with connection.transaction():
            processor = Processor(connection)
            namings = namings_of(article, mentions)
            touched = identities.lock(connection, [article], namings.values(), unwritten=True)
            told = _told(connection, article, mentions, namings, processor)
            identities.decide(connection, touched, told)
            used = processor.used()
        here, there = here + used[0], there + used[1]
    return here, there


def _told(
    connection: Connection, article: str, mentions: list[Mention], namings: dict[tuple[str, str], Naming],
    processor: "Processor",
) -> identities.Entering:  # fmt: skip
    """The article, whose quotes are written when it is known who speaks; that is no work of identity."""
    forms: dict[str, set[str]] = defaultdict(set)
    for said in mentions:
        forms[namings[said.name, said.kind].id].update(said.forms)

    def write(speakers: Mapping[str, str]) -> None:
        with processor.paused():
            copied(connection, _article(article, mentions, namings, speakers))

    return identities.Entering(article, forms, write)


def _article(
    article: str, mentions: list[Mention], namings: dict[tuple[str, str], Naming], speakers: Mapping[str, str]
) -> Iterator[Row]:
    yield "articles", (article, 1, "2019", 1)
    for number, said in enumerate(mentions):
        naming = namings[said.name, said.kind]
        yield from quote_rows(article, number, said, naming, speakers[naming.id])


def milliseconds(connection: Connection, ask: Callable[[], object], times: int) -> float:
    """Of one question, on average over so many: the processor's clock ticks are too coarse for one alone."""
    ask()
    processor = Processor(connection)
    for _ in range(times):
        ask()
    return 1000 * sum(processor.used()) / times


def main() -> None:
    """Fills, asks, prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url")
    parser.add_argument("--speakers", type=int, default=200_000)
    parser.add_argument("--mentions", type=int, default=10_000)
    asked = parser.parse_args()
    with nullcontext(asked.url) if asked.url else postgres() as url:
        migrate(url)
        measure(url, asked.speakers, asked.mentions)


def measure(url: str, stored: int, asked: int) -> None:
    """Prints a line for each of the two."""
    chance = random.Random(5)
    names = [name(chance) for _ in range(stored - 40)] + [f"{name(chance).split()[0]} {ASKED_FOR}" for _ in range(40)]
    names = chance.sample(sorted(set(names)), len(set(names)))
    fame = [1 / rank**0.8 for rank in range(1, len(names) + 1)]
    pool = open_pool(url, size=1, wait=5, statement_timeout=600)
    with pool.reading() as connection:
        start = time.perf_counter()
        fill(connection, names, fame)
        print(f"{len(names):,} speakers stored in {time.perf_counter() - start:.0f} s", flush=True)
        drawn = chance.choices(names, fame, k=asked)
        drawn[::10] = [name(chance) for _ in drawn[::10]]
        said = [mention(each) for each in drawn]
        # The names of the whole store, which no intake has in memory, shall not be looked through as its garbage.
        gc.collect()
        gc.freeze()
        collect_seldom()  # as the command does
        before = bare(connection)
        here, there = resolved(connection, said)
        look_up = (before + bare(connection)) / 2
        each = 1e6 * (here + there) / asked
        print(f"{1e6 / each:,.0f} mentions resolved in a second of one core", end=" ")
        print(f"({1e6 * here / asked:.0f} µs of each here, {1e6 * there / asked:.0f} µs in the server)", end=" ")
        print(f"= {each / look_up:.1f} bare look-ups of {look_up:.0f} µs", flush=True)
        one = speakers.find(connection, "lavr", 1).items[0]["id"]
        row = milliseconds(connection, lambda: speakers.get(connection, one), 2000)
        by_id = milliseconds(connection, lambda: speakers.described(connection, one), 500)
        typed = milliseconds(connection, lambda: speakers.find(connection, "lavr", 25), 500)
        print(
            f"queries: q=lavr {typed:.2f} ms, all of one speaker {by_id:.2f} ms ({typed / by_id:.2f} times),", end=" "
        )
        print(f"its row alone {row:.2f} ms ({typed / row:.1f} times)", flush=True)
    asked_for(connection, url, pool, one)
    pool.close()


def bare(connection: Connection) -> float:
    """Microseconds of a look-up of one row of one table by its id."""
    query, values = SQL("SELECT id, name FROM speakers WHERE id = %(id)s"), {"id": "s"}
    return 1000 * milliseconds(connection, lambda: connection.execute(query, values).fetchone(), 2000)


def asked_for(connection: Connection, url: str, pool: Pool, one: str) -> None:
    """Prints how long the application takes to answer, over the only connection of the pool."""
    settings = replace(read_settings(), database_url=url, rate_limit="off", log_level="ERROR")
    client = create_app(settings, reader=Unread(), pool=pool).test_client()
    assert len(client.get("/speakers?q=lavr").get_json()["items"]) > 20
    typed = milliseconds(connection, lambda: client.get("/speakers?q=lavr"), 500)
    by_id = milliseconds(connection, lambda: client.get(f"/speakers/{one}"), 500)
    print(f"answers: /speakers?q=lavr {typed:.2f} ms, /speakers/{{id}} {by_id:.2f} ms ({typed / by_id:.2f} times)")


if __name__ == "__main__":
    main()
