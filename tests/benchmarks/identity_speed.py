"""How fast names are told apart and speakers found, with 200,000 speakers stored.

    python tests/benchmarks/identity_speed.py postgresql://onrecord@127.0.0.1/empty_database

Fills the database, then prints mentions resolved in a second on one core, by 50 a transaction, and the time of a search
as one types beside that of a look-up by id.
"""

import random
import sys
import time
from collections.abc import Callable
from statistics import median

from psycopg.types.json import Jsonb

from service.identity import namings_of
from service.identity.namings import facts_of
from service.records import Mention
from service.store import identities, speakers
from service.store.migrations import migrate
from service.store.pool import Connection, open_pool

SPEAKERS, MENTIONS, AT_ONCE = 200_000, 10_000, 50
_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstv" for vowel in "aeiou"]


def name(chance: random.Random) -> str:
    """A first name of some hundreds and a surname of some hundred thousands."""
    first, last = ("".join(chance.choices(_SYLLABLES, k=length)).title() for length in (2, 4))
    return f"{first} {last}"


def fill(connection: Connection, names: list[str]) -> None:
    """A speaker with one naming for each name, and some by the name that is searched for."""
    rows = [next(iter(namings_of("a", [Mention(each, role="envoy")]).values())) for each in names]
    with connection.cursor() as cursor:
        with cursor.copy("COPY namings (id, sort, block, name, kind, facts, articles, speaker_id) FROM STDIN") as copy:
            for row in {row.id: row for row in rows}.values():
                facts = Jsonb(facts_of(row.evidence))
                copy.write_row((row.id, row.group, row.block, row.name, row.kind, facts, 1, "s" + row.id[1:]))
        cursor.execute(
            "INSERT INTO speakers (id, kind, name, words, quotes) SELECT speaker_id, kind, name,"
            " array_to_tsvector(string_to_array(lower(name), ' ')), 1 FROM namings"
        )
        cursor.execute(
            "INSERT INTO speaker_names (speaker_id, form, folded, words, count, fullest)"
            " SELECT id, name, lower(name), string_to_array(lower(name), ' '), 1, 1 FROM speakers"
        )
        cursor.execute("ANALYZE")


def resolved(connection: Connection, names: list[str]) -> float:
    """Mentions a second: names told apart, locked, compared with all of their blocks, and decided anew."""
    start = time.perf_counter()
    for at in range(0, len(names), AT_ONCE):
        mentions = [Mention(each, role="envoy") for each in names[at : at + AT_ONCE]]
        with connection.transaction():
            touched = identities.lock(connection, [], namings_of(f"b{at}", mentions).values())
            identities.decide(connection, touched, anew=True)
    return len(names) / (time.perf_counter() - start)


def milliseconds(ask: Callable[[], object]) -> float:
    """The median of fifty."""
    ask()
    times = []
    for _ in range(50):
        start = time.perf_counter()
        ask()
        times.append(time.perf_counter() - start)
    return 1000 * median(times)


def main(url: str) -> None:
    """Fills, asks, prints."""
    migrate(url)
    chance = random.Random(5)
    names = [name(chance) for _ in range(SPEAKERS - 40)] + [
        f"{name(chance).split()[0]} Lavrentin{at}" for at in range(40)
    ]
    pool = open_pool(url, size=1, wait=5, statement_timeout=60)
    with pool.writing() as connection:
        fill(connection, names)
    with pool.reading() as connection:
        print(f"{resolved(connection, chance.choices(names, k=MENTIONS)):.0f} mentions resolved a second")
        one = speakers.find(connection, "lavr", 1).items[0]["id"]
        by_id = milliseconds(lambda: speakers.get(connection, one))
        print(f"by id {by_id:.2f} ms, q=lavr {milliseconds(lambda: speakers.find(connection, 'lavr', 25)):.2f} ms")
    pool.close()


if __name__ == "__main__":
    main(sys.argv[1])
