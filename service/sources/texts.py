"""Reads the texts that are to be extracted from: text files under their names, NDJSON under the ids it gives."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from service.errors import InvalidArticle
from service.sources.broken import BrokenSource
from service.sources.documents import Document, documents_in


@dataclass(frozen=True, slots=True)
class Text:
    """A text under the id that its line of output will carry."""

    id: str
    text: str


def texts_in(path: Path, limit: int) -> Iterator[Text | BrokenSource]:
    """Every text under a file, a folder or "-", in order, and beside them what is none, named by its place."""
    for found in documents_in(path, limit):
        yield found if isinstance(found, BrokenSource) else _checked(found, limit)


def _checked(document: Document, limit: int) -> Text | BrokenSource:
    """Only id and text count: corpora carry many fields beside them."""
    if document.line is None and not (document.item is None and set(document.fields) == {"text"}):
        return BrokenSource(document.place, "is HTML, a feed or JSON: quotes are extracted from text files and NDJSON")
    name = document.path.name if document.line is None else document.fields.get("id")
    if not isinstance(name, str) or not name:
        return BrokenSource(document.place, 'has no "id" that is a string')
    if "text" not in document.fields:
        return BrokenSource(document.place, 'has no "text"')
    text = document.fields["text"]
    return Text(name, text) if _is_sound(text, limit) else _refused_or_taken(document, name, limit)


def _is_sound(text: object, limit: int) -> bool:
    """Whether nothing can be wrong with a text. Its schema would say so too, after a tenth of a second of imports."""
    if not isinstance(text, str) or "\0" in text or not text.strip():
        return False
    try:
        return len(text.encode()) <= limit
    except UnicodeEncodeError:
        return False


def _refused_or_taken(document: Document, name: str, limit: int) -> Text | BrokenSource:
    """What the schema of articles says, which alone knows the words for what is wrong."""
    from service.submission import load_article

    try:
        return Text(name, load_article({"text": document.fields["text"]}, limit).text)
    except InvalidArticle as error:
        return BrokenSource(document.place, str(error))
