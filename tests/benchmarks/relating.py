"""How long it takes to relate one new article, against few stored claims and against many.

    python -m tests.benchmarks.relating [--url postgresql://...] [--claims 10000 100000 1000000] [--articles 30]

Fills an empty database by COPY with made-up claims, each an article of its own, every fourth with an answer too, spread
over the same density of days: ten times the claims are ten times the parties and the years. Some parties are in the
news a hundred times as often as others. Then relates new articles of eight claims and three answers, rolled back one by
one, and prints the medians of the time on the wall and the means of the processor's time, of this process and of the
server's, and the ratio of the last to the first. Without --url it starts a Postgres of its own in a temporary folder; a
million claims take ten gigabytes and half an hour. The server has to be here, and its user a superuser.
"""

import argparse
import os
import random
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import orjson
import psycopg
from psycopg.rows import dict_row
from psycopg.types.json import set_json_loads

from service.records import Answer, Claim, Mention, Reading, Signal
from service.store import relating
from service.store.claim_holdings import Answered, Stated
from service.store.claim_values import QuotePlaces, values_of
from service.store.conditions import place_in_time
from service.store.migrations import migrate

from .throwaway import postgres

_ENDS = ("alt", "erin", "ork", "umen", "ilt", "ove", "asp")
WORDS = [f"{first}{middle}{last}" for first in "bcdfghklmnprstvz" for middle in "aeiouwyrl" for last in _ENDS]
CLAIMS_A_DAY, CLAIMS_PER_ANSWER, TERMS, PER_PARTY, BATCH = 300, 4, 9, 200, 5_000
WARM = 6  # articles after which every statement is prepared
LAST = datetime(2024, 6, 1, tzinfo=UTC)
TEXT = "Some party accuses another of something that it did."
COLUMNS = {
    "articles": "id, revision, sha256, published_at, published_from, published_until, time_order",
    "article_revisions": "article_id, revision, text, sha256, language, reading, reader",
    "claim_statements": "article_id, id, claim_id, article_sha256, extent_start, extent_end, text, spans, before,"
    " after, facts, names, name_keys, words, published_from, published_until, time_order",
    "claim_keys": "article_id, id, key, time_order",
    "claim_answers": "article_id, id, article_sha256, extent_start, extent_end, text, spans, before, after, facts,"
    " names, name_keys, lasting, published_from, published_until, time_order",
    "answer_keys": "article_id, id, key, time_order",
    "claims": "article_id, id, status, flags, nature, statements, disputes, parties, party_keys, published_from,"
    " published_until, time_order",
}


def party(chance: random.Random, parties: int) -> str:
    """One of the parties; the first are named far more often."""
    return f"Party{int(parties * chance.random() ** 2)}"


def words(chance: random.Random, number: int) -> tuple[str, ...]:
    """So many words at most; some are said far more often."""
    return tuple(sorted({WORDS[int(len(WORDS) * chance.random() ** 2)] for _ in range(number)}))


def claim(chance: random.Random, parties: int) -> Claim:
    """A claim of made-up words."""
    who, whom = party(chance, parties), party(chance, parties)
    terms = words(chance, TERMS)
    mention = Mention(who, (0, 10), "organisation")
    return Claim(
        ((22, 29),), (mention,), (who,), (whom,), (whom,), (whom,), "fact", terms, narrated=True, confidence=0.9
    )


def answer(chance: random.Random, parties: int) -> Answer:
    """A denial of made-up words."""
    who, terms = party(chance, parties), words(chance, 5)
    mention, signal = Mention(who, (0, 10), "organisation"), Signal((11, 18), "denial of truth")
    return Answer(
        ((22, 29),), (mention,), (who,), (signal,), "denies", terms, terms, narrated=True, confidence=0.9
    )  # fmt: skip


def rows(number: int, chance: random.Random, parties: int) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """The rows of one article with one claim, each with its table."""
    day = LAST - timedelta(days=number // CLAIMS_A_DAY)
    until, place, article = day + timedelta(days=1), place_in_time(day), f"a{number:016d}"
    told = claim(chance, parties)
    values = values_of(TEXT, told, QuotePlaces([])) | {"id": f"{article}.c{number:016d}"}
    dates, searchable = (day, until, place), " ".join(told.terms)
    yield "articles", (article, 1, "x", day.date().isoformat(), *dates)
    yield "article_revisions", (article, 1, TEXT, "x", "en", "read", "made up")
    facts, spans = orjson.dumps(values["facts"]).decode(), orjson.dumps(values["spans"]).decode()
    yield "claim_statements", (
        article, values["id"], values["id"], "x", 22, 29, values["text"], spans, "", "", facts, values["names"],
        values["name_keys"], searchable, *dates,
    )  # fmt: skip
    one = Stated(values | {"article_id": article, "published_from": day, "published_until": until, "time_order": place})
    for key in (*one.keys, *one.about):
        yield "claim_keys", (article, values["id"], key, place)
    if number % CLAIMS_PER_ANSWER == 0:
        yield from _answer_rows(article, number, answer(chance, parties), dates)
    both = [*told.parties, *told.accused_parties]
    yield "claims", (article, values["id"], "open", [], "fact", 1, 0, both, values["name_keys"], *dates)


def _answer_rows(
    article: str, number: int, given: Answer, dates: tuple[datetime, datetime, int]
) -> Iterator[tuple[str, tuple[Any, ...]]]:
    values = values_of(TEXT, given, QuotePlaces([])) | {"id": f"{article}.a{number:016d}", "lasting": True}
    facts, spans = orjson.dumps(values["facts"]).decode(), orjson.dumps(values["spans"]).decode()
    yield "claim_answers", (
        article, values["id"], "x", 22, 29, values["text"], spans, "", "", facts, values["names"], values["name_keys"],
        True, *dates,
    )  # fmt: skip
    for key in Answered(values).keys:
        yield "answer_keys", (article, values["id"], key, dates[-1])


def fill(url: str, first: int, last: int) -> None:
    """Stores so many claims more, some thousands at a time, table by table."""
    chance = random.Random(first)
    with psycopg.connect(url) as connection, _unindexed(connection):
        # What refers to what is known here: twenty million checks of it take longer than the rest.
        connection.execute("SET session_replication_role = replica")
        for start in range(first, last, BATCH):
            found: dict[str, list[tuple[Any, ...]]] = {table: [] for table in COLUMNS}
            for number in range(start, min(start + BATCH, last)):
                for table, values in rows(number, chance, max(10, last // PER_PARTY)):
                    found[table].append(values)
            for table, columns in COLUMNS.items():
                with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                    for values in found[table]:
                        copy.write_row(values)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")


@contextmanager
def _unindexed(connection: psycopg.Connection[Any]) -> Iterator[None]:
    """Without the indexes of keys by time, which are built at once far sooner than row by row."""
    rows = connection.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE indexname LIKE '%_keys_by_time'"
    ).fetchall()
    for name, _ in rows:
        connection.execute(f"DROP INDEX {name}")
    yield
    for _, made in rows:
        connection.execute(made)


def seconds(url: str, claims: int, articles: int) -> list[tuple[float, float, float]]:
    """How long each of some new articles took: on the wall, of this processor, of the server's; none of them stays."""
    chance, found = random.Random(7), []
    with psycopg.connect(url, row_factory=dict_row, autocommit=True) as connection:
        set_json_loads(orjson.loads, connection)
        spent = [time.perf_counter, time.process_time, _clock_of(connection.info.backend_pid)]
        for number in range(articles + WARM):
            with connection.transaction(force_rollback=True):
                new = _new_article(connection, f"new{number}")
                parties = max(10, claims // PER_PARTY)
                said = tuple(claim(chance, parties) for _ in range(8))
                given = tuple(answer(chance, parties) for _ in range(3))
                begun = [clock() for clock in spent]
                relating.relate(connection, new, TEXT, Reading("read", "en", "made up", (), said, given), [])
                wall, own, server = (clock() - start for clock, start in zip(spent, begun, strict=True))
                found.append((wall, own, server))
    return found[WARM:]


def _new_article(connection: psycopg.Connection[dict[str, Any]], id_: str) -> dict[str, Any]:
    day = datetime(2024, 5, 20, tzinfo=UTC)
    connection.execute(
        f"INSERT INTO articles ({COLUMNS['articles']}) VALUES (%s, 1, 'y', '2024-05-20', %s, %s, %s)",
        (id_, day, day + timedelta(days=1), place_in_time(day)),
    )
    connection.execute(
        "INSERT INTO article_revisions (article_id, revision, text, sha256, language, reading, reader)"
        " VALUES (%s, 1, %s, 'y', 'en', 'read', 'made up')", (id_, TEXT),
    )  # fmt: skip
    return relating.dated(connection, id_)


def _clock_of(process: int) -> Callable[[], float]:
    """Tells the seconds of processor time that a process of this machine has spent, in hundredths."""

    def spent() -> float:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    return spent


def main() -> None:
    """Prints a line for each number of claims, and how much slower the last is than the first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url")
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--articles", type=int, default=30)
    asked = parser.parse_args()
    medians, stored = [], 0
    with nullcontext(asked.url) if asked.url else postgres() as url:
        migrate(url)
        for claims in asked.claims:
            fill(url, stored, claims)
            stored = claims
            walls, own, server = zip(*seconds(url, claims, asked.articles), strict=True)
            medians.append(statistics.median(walls))
            cpu = f"processor {statistics.mean(own) * 1000:.1f} ms here, {statistics.mean(server) * 1000:.1f} ms there"
            print(f"{claims:>9,} claims: {medians[-1] * 1000:.1f} ms, {cpu}", flush=True)
    print(f"ratio: {medians[-1] / medians[0]:.2f}")


if __name__ == "__main__":
    main()
