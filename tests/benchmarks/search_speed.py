"""How long each filter of GET /quotes takes in the store, alone, with a speaker, with words, and in every order.

    python -m tests.benchmarks.search_speed [--articles 20000] [--database URL]

Fills a database of its own, or an empty one of the URL, with made-up articles of ten quotes each by COPY. Prints for
each order and each companion of the filters the middle one of all medians and the slowest filters, in milliseconds.
"""

import argparse
import random
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import psycopg
from psycopg.rows import dict_row
from psycopg.types.json import Jsonb

from service.identity.namings import facts_of, naming
from service.identity.parties import party_of
from service.store import quotes
from service.store.conditions import QuoteConditions
from service.store.migrations import migrate
from service.store.quote_keys import keys_of

from .newsroom import QUOTES, SPEAKERS
from .newsroom import WORDS as COMMON
from .throwaway import postgres

Row = tuple[Any, ...]
ROLES = ("Foreign Minister of Norway", "Prime Minister of Canada", "Microsoft spokesman", "senator", None, None)
NAMES = ("Kofi Annan", "Ban Ki-moon", "Microsoft", "Norway", "Moscow", "the Bank of England", "Angela Merkel", "NATO")
STANCES = ["assert"] * 900 + ["accuse"] * 40 + ["deny"] * 40 + ["promise"] * 19 + ["retract"]
KINDS = ["direct"] * 6 + ["mixed"] + ["indirect"] * 3
FILTERS: dict[str, dict[str, Any]] = {
    "nothing": {}, "kind": {"kind": ("mixed",)}, "two kinds": {"kind": ("mixed", "indirect")},
    "rare stance": {"stance": ("retract",)}, "no stance": {"stance": ("concede",)},
    "publisher": {"publisher": ("Paper 3",)}, "certain": {"attribution": ("certain",)},
    "attitudes": {"speech": "false"},
    "party": {"party": ("Canada",)}, "no party": {"party": ("Fiji",)}, "role": {"role": ("minister",)},
    "no role": {"role": ("archduke",)}, "about": {"about": ("Kofi Annan",)}, "about nobody": {"about": ("Nemo",)},
    "disputes": {"has": ("disputes",)}, "article": {"article": ("a0000000000000077",)},
    "period": {"from_": "2016-02", "to": "2016-03"}, "as of now": {"as_of": datetime.now(UTC).isoformat()},
    "as of long ago": {"as_of": "2001-01-01T00:00:00Z"}, "a common word": {"q": "treaty"},
    "a rare word": {"q": "rare77"}, "two common words": {"q": "treaty border"}, "a phrase": {"q": '"treaty border"'},
    "rare or rare": {"q": "rare7 or rare8"},
    "a word and not": {"q": "treaty -border"}, "a common beginning": {"q": "el*"}, "no such word": {"q": "unheard"},
}  # fmt: skip
SPOKEN = {"": (), ", a common speaker": SPEAKERS[:1], ", a rare speaker": SPEAKERS[-1:]}
WORDS = {"": None, ", a common word": "treaty", ", a rare word": "rare77"}


def rows(articles: int) -> Iterator[tuple[Row, list[Row], list[Row]]]:
    """An article, its quotes and their speakers."""
    chance = random.Random(1)
    for number in range(articles):
        day = datetime(2014, 1, 1, tzinfo=UTC) + timedelta(days=chance.randrange(3650))
        place, paper = int(day.timestamp()) * 1_000_000, f"paper {int(60 * chance.random() ** 2)}"
        shared = (paper, day, day + timedelta(days=1), place)
        id_ = f"a{number:016}"
        spoken = [quote(chance, id_, f"{id_}.{each}") for each in range(QUOTES)]
        yield (id_, 1, *shared), [(*made, *shared) for made, _ in spoken], [(*who, place) for _, who in spoken]


def quote(chance: random.Random, article: str, id_: str) -> tuple[Row, Row]:
    """A quote and its speaker."""
    words = chance.choices(COMMON, k=chance.randint(8, 40))
    words.insert(1, f"rare{chance.randrange(10_000)}")
    words.insert(2, chance.choice(NAMES) if chance.random() < 0.1 else "and")
    number = int(len(SPEAKERS) * chance.random() ** 2)
    role = ROLES[number % len(ROLES)]
    party = party_of(SPEAKERS[number], "person", [role] if role else [])
    text = " ".join(words).capitalize()
    keys = keys_of(text, [role], [party] if party else [])
    confidence, speech = round(chance.betavariate(8, 1), 3), chance.random() < 0.93
    made = (
        article, id_, 1, "", 1, len(text), text, "[]", "[]", chance.choice(KINDS), speech, chance.choice(STANCES),
        "attributed", "", "[]", confidence, "before " * 40, "after " * 40, "", *keys.values(), chance.random() < 0.01,
    )  # fmt: skip
    return made, (article, id_, 0, f"s{number:03}", SPEAKERS[number], [SPEAKERS[number]], "person", role)


def fill(url: str, articles: int) -> None:
    """Stores the articles, and lets Postgres take stock of them."""
    migrate(url)
    shared = "publisher_key, published_from, published_until, time_order"
    tables: dict[str, list[tuple[Any, ...]]] = {
        f"articles (id, revision, {shared})": [],
        "quotes (article_id, id, revision, article_sha256, extent_start, extent_end, text, spans, quoted, kind, speech,"
        " stance, attribution, reason, candidates, confidence, before, after, words, about_keys, role_keys, party_keys,"
        f" disputed, {shared})": [],
        "quote_speakers (article_id, quote_id, position, speaker_id, name, forms, kind, role, time_order)": [],
    }  # fmt: skip
    for article, said, spoken in rows(articles):
        for kept, more in zip(tables.values(), ([article], said, spoken), strict=True):
            kept += more
    with psycopg.connect(url) as connection:
        for number, name in enumerate(SPEAKERS):
            put_speaker(connection, f"s{number:03}", name)
        for table, kept in tables.items():
            with connection.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copy:
                for row in kept:
                    copy.write_row(row)
        connection.execute("UPDATE quotes SET words = search_words(lower(text))")
        connection.execute(
            "UPDATE speakers s SET quotes = (SELECT count(*) FROM quote_speakers q WHERE q.speaker_id = s.id)"
        )
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")


def put_speaker(connection: psycopg.Connection[Any], id_: str, name: str) -> None:
    """A speaker with a naming by which the name is found."""
    known = naming("a", name, "person")
    connection.execute(
        "INSERT INTO namings (id, sort, block, name, kind, facts, articles, speaker_id)"
        " VALUES (%s, %s, %s, %s, %s, %s, 1, %s)",
        [known.id, known.group, known.block, name, known.kind, Jsonb(facts_of(known.evidence)), id_],
    )
    connection.execute("INSERT INTO speakers (id, kind, name) VALUES (%s, 'person', %s)", [id_, name])


def milliseconds(work: Callable[[], object]) -> float:
    """The median of seven times."""
    times = []
    for _ in range(7):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def measure(url: str) -> None:
    """Every filter in every company."""
    with psycopg.connect(url, autocommit=True, row_factory=dict_row) as connection:
        for sort in ("-date", "date", "confidence", "relevance"):
            for spoken, speaker in SPOKEN.items():
                for worded, q in WORDS.items():
                    asked = {name: {"q": q, **one} for name, one in FILTERS.items() if not (q and "q" in one)}
                    if sort == "relevance":
                        asked = {name: one for name, one in asked.items() if one["q"]}
                    times = {}
                    for name, one in asked.items():
                        conditions = QuoteConditions(**{"speech": "true", **one, "speaker": speaker, "sort": sort})
                        times[name] = milliseconds(partial(quotes.find, connection, conditions, 25))
                    slowest = sorted(times, key=lambda name: -times[name])[:4]
                    told = ", ".join(f"{name} {times[name]:.1f}" for name in slowest)
                    print(f"{sort}{spoken}{worded}: median {statistics.median(times.values()):.1f}; {told}")


def main() -> None:
    """Measures what the command line asks for."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--articles", type=int, default=20_000, help="of ten quotes each (20000)")
    arguments.add_argument("--database", help="URL of an empty database; else one of its own")
    given = arguments.parse_args()
    with nullcontext(given.database) if given.database else postgres() as url:
        fill(url, given.articles)
        measure(url)


if __name__ == "__main__":
    main()
