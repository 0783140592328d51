"""Fills an empty, migrated store with a made-up newsroom by COPY, on several processes; the rows do not depend on them.

Indexes are dropped meanwhile and made again at the end, which takes less than keeping them; references are not checked
row by row (a superuser's right), as all that is referred to is made here.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from multiprocessing import get_context

import psycopg
from psycopg.rows import dict_row

from service.identity.families import keys_of
from service.store import speaker_counts

from .claims import Claims
from .drafts import ARTICLES_IN_BLOCK, Plan, block, plan
from .lexicon import Lexicon
from .rows import COLUMNS, TAKEN_IN, Placed, Prints, naming_line, rows, table_lines, unnamed

Told = Callable[[str], None]
# Of a server that keeps nothing but a corpus that can be made again. minimal: what COPY writes is not logged twice.
THROW_AWAY = {
    "fsync": "off", "full_page_writes": "off", "synchronous_commit": "off", "autovacuum": "off", "wal_level": "minimal",
    "max_wal_senders": "0", "max_wal_size": "16GB", "checkpoint_timeout": "1h", "shared_buffers": "3GB",
    "maintenance_work_mem": "1GB", "jit": "off",
}  # fmt: skip
_INDEXES = """
    SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS made
    FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
    WHERE t.relnamespace = 'public'::regnamespace AND t.relname = ANY(%s)
      AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
    ORDER BY pg_get_indexdef(i.indexrelid) LIKE '%%USING gin%%' DESC, 1
"""
_AT_ONCE = 2_000  # speakers
_EVENTS_IN_BLOCK = 10_000_000  # numbers of changes that each block may use, those before the first the speakers
_COUNT_NAMINGS = """
    UPDATE namings n SET articles = d.articles
    FROM (SELECT naming_id, count(DISTINCT article_id) AS articles FROM quote_speakers GROUP BY naming_id) AS d
    WHERE n.id = d.naming_id AND n.articles <> d.articles
"""
_ADDED = """
    INSERT INTO changes (number, at, kind, event, subject_id, details) OVERRIDING SYSTEM VALUE
    SELECT row_number() OVER (ORDER BY id), %s, 'speaker', 'added', id, '{}' FROM speakers WHERE quotes > 0
"""
_DROP_SILENT = (
    "DELETE FROM namings n WHERE n.articles = 0",
    "DELETE FROM speakers s WHERE NOT EXISTS (SELECT FROM quote_speakers q WHERE q.speaker_id = s.id)",
)


def fill(url: str, seed: int, quotes: int, *, processes: int = 2, told: Told = lambda _: None) -> Plan:
    """Stores a corpus of about so many quotes; `told` hears how it goes. Returns what it was drawn from."""
    of = plan(seed, quotes)
    indexes = _drop_indexes(url)
    _speakers(url, of)
    _articles(url, of, processes, told)
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda made: _timed(told, made, lambda: _do(url, made)), indexes))
    _timed(told, "counts of speakers", lambda: _count(url))
    _timed(told, "VACUUM ANALYZE", lambda: _do(url, "VACUUM ANALYZE"))
    return of


def _timed(told: Told, what: str, work: Callable[[], object]) -> None:
    begun = time.perf_counter()
    work()
    told(f"{' '.join(what.split())[:100]}: {time.perf_counter() - begun:.1f} s")


def _do(url: str, statement: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)


def _drop_indexes(url: str) -> list[str]:
    with psycopg.connect(url, row_factory=dict_row) as connection:
        found = connection.execute(_INDEXES, [list(COLUMNS)]).fetchall()
        for row in found:
            connection.execute(f"DROP INDEX {row['name']}")
    return [row["made"] for row in found]


def _speakers(url: str, of: Plan) -> None:
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for each in of.people:
        lines["namings"].append(naming_line(each.naming, 0, each.id))
        lines["naming_keys"] += [f"{key}\t{each.naming.id}" for key in sorted(keys_of(each.naming))]
    shared = {each.id: each for each in reversed(of.people)}
    lines["speakers"] = [f"{id}\t{each.kind}\t\\N" for id, each in shared.items()]
    with psycopg.connect(url) as connection:
        _copy(connection, lines)


def _articles(url: str, of: Plan, processes: int, told: Told) -> None:
    if processes == 1:
        _blocks(url, of.seed, of.quotes, range(of.blocks))
        return
    shares = [range(first, of.blocks, processes) for first in range(processes)]
    begun = time.perf_counter()
    # Spawned: a fork would share the connections and threads of this process.
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        made = [pool.submit(_blocks, url, of.seed, of.quotes, share) for share in shares if share]
        for each in as_completed(made):
            each.result()
    told(f"{of.articles:,} articles: {time.perf_counter() - begun:.1f} s")


def _blocks(url: str, seed: int, quotes: int, numbers: Sequence[int]) -> None:
    of = plan(seed, quotes)
    with psycopg.connect(url) as connection:
        connection.execute("SET session_replication_role = replica")
        lexicon = Lexicon(connection, of.vocabulary)
        for number in numbers:
            _copy(connection, lines_of(of, number, lexicon))
            connection.commit()


def lines_of(of: Plan, number: int, lexicon: Lexicon) -> dict[str, list[str]]:
    """The rows of a block by their tables; numbers of changes are its own."""
    lines: defaultdict[str, list[str]] = defaultdict(list)
    prints = Prints(lexicon)
    first = number * ARTICLES_IN_BLOCK
    for place, draft in enumerate(block(of, number), first):
        placed = Placed(draft, place)
        claims = Claims(placed)
        table_lines(rows(placed, lexicon, claims.disputed()), lines)
        table_lines(unnamed(placed), lines)
        table_lines(claims.rows(lexicon), lines)
        prints.add(placed)
    lines["quote_prints"] = prints.lines()
    lines["changes"] = [
        f"{(number + 1) * _EVENTS_IN_BLOCK + at}\t{line}" for at, line in enumerate(lines["changes"], 1)
    ]  # fmt: skip
    return lines


def _copy(connection: psycopg.Connection, lines: dict[str, list[str]]) -> None:
    connection.execute("SET session_replication_role = replica")
    for table, columns in COLUMNS.items():
        if lines.get(table):
            with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                copy.write("\n".join(lines[table]) + "\n")


def _count(url: str) -> None:
    """All that is counted of speakers, by what an intake counts it with."""
    with psycopg.connect(url, row_factory=dict_row) as connection:
        for statement in (_COUNT_NAMINGS, *_DROP_SILENT):
            connection.execute(statement)
        ids = [row["id"] for row in connection.execute("SELECT id FROM speakers ORDER BY id")]
        for first in range(0, len(ids), _AT_ONCE):
            some = ids[first : first + _AT_ONCE]
            speaker_counts.recount(connection, some)
            speaker_counts.decide(connection, some, [])
        connection.execute(_ADDED, [TAKEN_IN])
        connection.execute(
            "SELECT setval(pg_get_serial_sequence('changes', 'number'), (SELECT max(number) FROM changes))"
        )
