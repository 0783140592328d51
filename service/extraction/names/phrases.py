"""The noun phrase that names one speaker, once parsed: its name, its role, and what kind of speaker it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.extraction.names.chunks import Determiner
from service.extraction.names.kinds import Sort
from service.extraction.names.words import Word
from service.records import Span


@dataclass(frozen=True, slots=True)
class Phrase:
    """One speaker as a source prints it. `span` covers the name of a named one, the noun phrase of another."""

    sort: Sort
    text: str
    span: Span
    words: tuple[str, ...] = ()
    head: str = ""
    role: str | None = None
    gender: str | None = None
    determiner: Determiner = "none"
    owner: "Phrase | None" = None
    modifiers: tuple[str, ...] = ()
    titled: bool = False


def printed(text: str, start: int, end: int) -> str:
    """text[start:end] on one line."""
    return " ".join(text[start:end].split())


def named_by(
    text: str,
    sort: Sort,
    words: Sequence[Word],
    *,
    head: str = "",
    role: str | None = None,
    gender: str | None = None,
    determiner: Determiner = "none",
    modifiers: tuple[str, ...] = (),
    titled: bool = False,
) -> Phrase:
    """The phrase whose name is these words of a text."""
    span = (words[0].start, words[-1].end)
    name = tuple(word.text for word in words)
    return Phrase(
        sort, printed(text, *span), span, name, head, role or None, gender, determiner, None, modifiers, titled
    )
