"""Walks a folder for the files that can hold articles, in an order that is the same on every machine."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from service.sources.broken import BrokenSource

KINDS = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "ndjson",
    ".ndjson": "ndjson",
    ".json": "json",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
}


def files_under(folder: Path) -> Iterator[Path | BrokenSource]:
    """The files of known suffixes, those of a folder before those of the folders in it, each sorted by name.

    Hidden ones are passed over: a Mac leaves `._story.txt` beside `story.txt`. None at all is an error.
    """
    closed: list[BrokenSource] = []
    found = 0
    for file in walked(folder, closed.append):
        found += 1
        yield file
    yield from closed
    if not found:
        yield BrokenSource(str(folder), f"holds no articles: no file in it ends in {', '.join(KINDS)}")


def walked(folder: Path, tell_closed: Callable[[BrokenSource], object]) -> Iterator[Path]:
    """The files of known suffixes in this order; folders that cannot be read are told, and passed over.

    So are links that lead out of the folder: whoever may put files there must not have others of this machine read.
    """

    def told(error: OSError) -> None:
        tell_closed(BrokenSource(str(error.filename), f"cannot be read: {error.strerror}"))

    for parent, folders, names in os.walk(folder, onerror=told):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(parent, name) for name in sorted(names) if _may_hold_articles(name)):
            if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
                tell_closed(BrokenSource(str(path), "is a link that leads out of the folder"))
            else:
                yield path


def _may_hold_articles(name: str) -> bool:
    return not name.startswith(".") and Path(name).suffix.lower() in KINDS
