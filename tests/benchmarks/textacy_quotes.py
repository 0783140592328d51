"""How fast textacy's direct_quotations finds quotes with a spaCy pipeline, paragraph by paragraph; prints a JSON line.

A paragraph with an odd number of marks is refused by it: such are counted.

    python textacy_quotes.py PIPELINE FILE.ndjson

Run by extract_speed.py with the Python of an environment that has both; it imports nothing of this project.
"""

import json
import sys
import time

BEGUN = time.perf_counter()

import spacy  # noqa: E402 - its import is part of what is measured
from textacy.extract import direct_quotations  # noqa: E402


def quotes(paragraph: spacy.tokens.Doc) -> int | None:
    """How many it finds; None where it refuses the paragraph."""
    try:
        return len(list(direct_quotations(paragraph)))
    except ValueError:
        return None


def main(pipeline: str, path: str) -> None:
    """Seconds until the first answer (imports and loading included), then for all texts; quotes found."""
    read = spacy.load(pipeline)
    quotes(read("“It is so,” said the minister, Ann Smith, on Tuesday."))
    ready, cpu = time.perf_counter(), time.process_time()
    found = []
    with open(path, encoding="utf-8") as file:
        for row in map(json.loads, file):
            paragraphs = [line for line in row["text"].split("\n") if line.strip()]
            found += [quotes(paragraph) for paragraph in read.pipe(paragraphs)]
    done = {"ready": ready - BEGUN, "seconds": time.perf_counter() - ready, "cpu": time.process_time() - cpu}
    done |= {"version": read.meta["version"]}
    print(json.dumps(done | {"quotes": sum(each or 0 for each in found), "refused": found.count(None)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
