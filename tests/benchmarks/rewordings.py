"""How often a reworded quote is found again among all of a store, and within how many milliseconds, in one process."""

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from random import Random
from typing import Any

from service.folding import fold
from service.store import verifying
from service.store.pool import Connection, open_pool
from service.verifying.function_words import is_content

from .tables import table

_LOOKED_AT = 10_000  # quotes of which some are drawn
_DRAWN = (
    "SELECT q.id, q.text, s.name FROM quotes q TABLESAMPLE SYSTEM (%s) REPEATABLE (7) JOIN quote_speakers s"
    " ON s.article_id = q.article_id AND s.quote_id = q.id AND s.position = 0"
    " WHERE q.kind = 'direct' AND q.listed AND length(q.text) BETWEEN 30 AND 140 ORDER BY md5(q.id) LIMIT 200"
)
Change = Callable[[list[str], list[int], Random], list[str]]


def measure(stores: Mapping[int, str]) -> None:
    """Prints for each store and each way in which words are changed how many of 200 quotes are among the nearest."""
    rows = []
    for size, url in stores.items():
        with closing(open_pool(url, size=1, wait=10, statement_timeout=60)) as pool, pool.reading() as connection:
            drawn = connection.execute(_DRAWN, [min(100.0, 100 * _LOOKED_AT / size)]).fetchall()
            for name, change in _CHANGES.items():
                for named in (False, True):
                    found, median = _asked(connection, drawn, change, named=named)
                    rows.append([f"{size:,}", name, "named" if named else "", f"{found:.3f}", f"{median:.1f}"])
    print(table(["quotes", "words of content", "speaker", "found", "p50 ms"], rows), flush=True)


def _asked(
    connection: Connection, drawn: Sequence[Mapping[str, Any]], change: Change, *, named: bool
) -> tuple[float, float]:  # fmt: skip
    chance, found, times = Random(5), 0, []
    for row in drawn:
        words = row["text"].split()
        content = [at for at, word in enumerate(words) if is_content(fold(word.strip(".,")))]
        text = " ".join(change(words, content, chance))
        begun = time.perf_counter()
        (answer,) = verifying.verify(connection, [verifying.Question(text, row["name"] if named else None)])
        times.append((time.perf_counter() - begun) * 1000)
        nearest = (near["quote"]["text"].lower() for near in answer["nearest"])
        found += any(row["text"].lower() in text for text in nearest)
    return found / len(drawn), statistics.median(times)


def _changed(number: int) -> Change:
    def change(words: list[str], content: list[int], chance: Random) -> list[str]:
        gone = set(chance.sample(content, min(number, max(0, len(content) - 1))))
        return [f"whatever{at}" if at in gone else word for at, word in enumerate(words)]

    return change


def _dropped(words: list[str], content: list[int], chance: Random) -> list[str]:
    gone = set(chance.sample(content, min(2, max(0, len(content) - 1))))
    return [word for at, word in enumerate(words) if at not in gone]


def _half(words: list[str], content: list[int], chance: Random) -> list[str]:
    return [f"whatever{at}" if at in content[::2] else word for at, word in enumerate(words)]


_CHANGES: dict[str, Change] = {
    "2 changed": _changed(2), "3 changed": _changed(3), "2 dropped": _dropped, "every other changed": _half,
}  # fmt: skip
