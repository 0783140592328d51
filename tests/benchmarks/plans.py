"""How much of a store each statement of the read set touches: pages of tables and indexes, which no load changes."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing

from service.store.pool import open_pool

from .corpus.drafts import plan
from .peers import Recording
from .questions import Question, questions
from .stores import SEED
from .tables import table

_EXPLAIN = "EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) "


def measure(stores: Mapping[int, str]) -> None:
    """Prints for each question the pages that its statements touch in each store, the greatest of its forms."""
    found: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for size, url in stores.items():
        with closing(open_pool(url, size=1, wait=10, statement_timeout=60)) as pool, pool.reading() as connection:
            for question in questions(url, plan(SEED, size)):
                if question.works:
                    found[question.name][size] = max(_touched(Recording(connection), question))
    rows = [[name, *each.values(), f"{max(each.values()) / min(each.values()):.1f}"] for name, each in found.items()]
    print(table(["pages touched", *(f"{size:,}" for size in stores), "greatest / least"], rows), flush=True)


def _touched(connection: Recording, question: Question) -> Iterator[int]:
    for work in question.works:
        connection.statements.clear()
        work(connection)  # type: ignore[arg-type]
        yield sum(_pages(connection, statement) for statement in list(connection.statements))


def _pages(connection: Recording, statement: str) -> int:
    row = connection.execute(_EXPLAIN + statement.replace("%", "%%"), {}).fetchone()
    top = row["QUERY PLAN"][0]["Plan"]
    return int(top["Shared Hit Blocks"]) + int(top["Shared Read Blocks"])
