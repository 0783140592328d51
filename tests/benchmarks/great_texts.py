"""Texts made to be slow to read, of any size: what takes more than its share of time or memory shows on them."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle, islice


@dataclass(frozen=True)
class GreatText:
    """A kind of text; `size` is how many of its `unit` make the great one, `build` makes one of any size of words."""

    name: str
    unit: str
    size: int
    build: Callable[[list[str], int], str]


def _headed(words: list[str], text: str) -> str:
    """Behind some words of English: a text of marks alone has no language to be read in."""
    return " ".join(islice(cycle(words), 60)) + "\n" + text


GREAT_TEXTS = (
    GreatText("quote marks", "bytes", 1_000_000, lambda words, size: _headed(words, "“" * (size // 3))),
    GreatText("one paragraph", "words", 200_000, lambda words, size: " ".join(islice(cycle(words), size))),
    GreatText("paragraphs of one word", "words", 100_000, lambda words, size: "\n".join(islice(cycle(words), size))),
    GreatText("nested marks", "levels", 20_000, lambda words, size: _headed(words, "“a ‘b " * size + "’ ”" * size)),
)
