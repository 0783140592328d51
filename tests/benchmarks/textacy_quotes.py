"""How fast textacy's direct_quotations finds quotes with a spaCy pipeline, paragraph by paragraph; prints a JSON line.

A paragraph with an odd number of marks is refused by it: such are counted. All are read twice, one a call, as textacy's
own documentation shows it, and an article's together, which spaCy is faster at.

    python textacy_quotes.py PIPELINE FILE.ndjson

Run by extract_speed.py with the Python of an environment that has both; it imports nothing of this project.
"""

import json
import sys
import time
from collections.abc import Iterable
from typing import Any

BEGUN = time.perf_counter()

import spacy  # noqa: E402 - its import is part of what is measured
from textacy.extract import direct_quotations  # noqa: E402


def quotes(paragraph: spacy.tokens.Doc) -> int | None:
    """How many it finds; None where it refuses the paragraph."""
    try:
        return len(list(direct_quotations(paragraph)))
    except ValueError:
        return None


def timed(articles: Iterable[Iterable[spacy.tokens.Doc]]) -> dict[str, Any]:
    """Seconds for all articles, by the clock and of CPU, and what was found in them."""
    begun, cpu = time.perf_counter(), time.process_time()
    found = [quotes(paragraph) for article in articles for paragraph in article]
    took = {"seconds": time.perf_counter() - begun, "cpu": time.process_time() - cpu}
    return took | {"quotes": sum(each or 0 for each in found), "refused": found.count(None)}


def main(pipeline: str, path: str) -> None:
    """Seconds until the first answer (imports and loading included), then for all texts both ways; quotes found."""
    read = spacy.load(pipeline)
    quotes(read("“It is so,” said the minister, Ann Smith, on Tuesday."))
    ready = time.perf_counter() - BEGUN
    with open(path, encoding="utf-8") as file:
        texts = [json.loads(row)["text"] for row in file]
    articles = [[line for line in text.split("\n") if line.strip()] for text in texts]
    together = timed(read.pipe(article) for article in articles)
    apart = timed(map(read, article) for article in articles)
    print(json.dumps({"ready": ready, "version": read.meta["version"], "together": together, "apart": apart}))


if __name__ == "__main__":
    main(*sys.argv[1:])
