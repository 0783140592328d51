"""Readers of a later version than the plain one, made from what it finds."""

from collections.abc import Callable
from dataclasses import replace

from plain_reader import PlainReader

from service.records import Mention, Quote, Reading

BOB = Mention("Bob Ray", None, "person", "mayor", ("Bob Ray", "Ray"))


class LaterReader(PlainReader):
    """Reads as the plain reader, then lets `change` make other quotes of each text's; before it reads, `first`."""

    version = "plain 2"

    def __init__(
        self,
        change: Callable[[tuple[Quote, ...]], list[Quote]] = list,
        first: Callable[[str], None] = lambda text: None,
    ) -> None:
        super().__init__()
        self._change, self._first = change, first

    def read(self, text: str) -> Reading:
        self._first(text)
        found = super().read(text)
        return replace(found, reader=self.version, quotes=tuple(self._change(found.quotes)))


class Polyglot(LaterReader):
    """Reads French too."""

    def read(self, text: str) -> Reading:
        return replace(super().read(text.replace("Bonjour", "Welcome")), language="fr")


def without_last_word(quotes: tuple[Quote, ...]) -> list[Quote]:
    """Every content ends five characters earlier."""
    return [replace(each, content=((each.content[0][0], each.content[0][1] - 5),), quoted=()) for each in quotes]


def all_said_by_bob(quotes: tuple[Quote, ...]) -> list[Quote]:
    """Every quote has another speaker."""
    return [replace(each, speakers=(BOB,)) for each in quotes]


def all_but_the_first(quotes: tuple[Quote, ...]) -> list[Quote]:
    """The first quote is not found."""
    return list(quotes[1:])


def cut_in_three(quotes: tuple[Quote, ...]) -> list[Quote]:
    """A third of the words of each quote for three new ones."""
    return [replace(each, content=(part,), quoted=(part,)) for each in quotes for part in _thirds(*each.content[0])]


def _thirds(start: int, end: int) -> list[tuple[int, int]]:
    third = (end - start) // 3
    return [(start, start + third), (start + third, end - third), (end - third, end)]
