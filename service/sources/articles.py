"""Reads articles from files, checked exactly as those that are posted."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from service.errors import InvalidArticle
from service.records import Article
from service.sources.broken import BrokenSource
from service.sources.documents import Document, documents_in, place


@dataclass(frozen=True, slots=True)
class SourcedArticle:
    """An article, and the path or "path:line" where it stands."""

    place: str
    article: Article


def articles_in(path: Path, limit: int) -> Iterator[SourcedArticle | BrokenSource]:
    """Every article under a file, a folder or "-", in order, and beside them what is none, named by its place.

    `limit` is the longest text that is taken, in bytes of UTF-8. A path that gives nothing at all is broken too.
    """
    empty = True
    for found in documents_in(path, limit):
        empty = False
        yield found if isinstance(found, BrokenSource) else _checked(found, limit)
    if empty:
        yield BrokenSource(place(path), "holds no articles")


def _checked(document: Document, limit: int) -> SourcedArticle | BrokenSource:
    from service.submission import load_article

    try:
        return SourcedArticle(document.place, load_article(document.fields, limit))
    except InvalidArticle as error:
        return BrokenSource(document.place, str(error))
