"""Walks a folder for the files that can hold articles, in an order that is the same on every machine."""

import os
from collections.abc import Iterator
from pathlib import Path

from service.sources.broken import BrokenSource

KINDS = {".txt": "text", ".html": "html", ".htm": "html", ".jsonl": "ndjson", ".ndjson": "ndjson"}


def files_under(folder: Path) -> Iterator[Path | BrokenSource]:
    """The files of known suffixes, those of a folder before those of the folders in it, each sorted by name.

    Hidden ones are passed over: a Mac leaves `._story.txt` beside `story.txt`. None at all is an error.
    """
    closed: list[OSError] = []
    found = 0
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files = [Path(parent, name) for name in sorted(names) if _may_hold_articles(name)]
        found += len(files)
        yield from files
    yield from (BrokenSource(str(error.filename), f"cannot be read: {error.strerror}") for error in closed)
    if not found:
        yield BrokenSource(str(folder), f"holds no articles: no file in it ends in {', '.join(KINDS)}")


def _may_hold_articles(name: str) -> bool:
    return not name.startswith(".") and Path(name).suffix.lower() in KINDS
