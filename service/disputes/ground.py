"""Holds an article as answers are looked for in it: its sentences and quotes, who speaks, where names stand first."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from service.disputes.finding import Quotes
from service.disputes.owners import Owners
from service.disputes.sentences import place
from service.disputes.sides import Sides
from service.disputes.words import terms
from service.records import Mention, Span
from service.regex import regex

CAPITAL = regex(r"[A-ZÀ-Þ][\w-]+")
_MUCH = 2  # statements of one speaker
_LONG = 800  # characters, from which on an article tells of more than one matter
_FULL = 6  # statements, from which on it hears many
_STRETCHES = 8  # of one statement looked at, and characters between two: what is parted by pages is no sentence
_BETWEEN = 1_000


@dataclass(frozen=True)
class Ground:
    """An article as answers are looked for in it; `names` are stems that say nothing of what an answer is about."""

    text: str
    sentences: list[Span]
    quotes: Quotes
    sides: Sides
    names: frozenset[str]

    @cached_property
    def first(self) -> dict[str, int]:
        """Where each word with a capital stands first."""
        found: dict[str, int] = {}
        for match in CAPITAL.finditer(self.text):
            found.setdefault(match[0], match.start())
        return found

    @cached_property
    def said_by(self) -> Counter[str]:
        """How many statements each speaker makes."""
        return Counter(mention.name for quote in self.quotes.all for mention in quote.speakers)

    @cached_property
    def whole(self) -> bool:
        """Whether it is a whole article, in which most of what is said answers nothing."""
        return len(self.text) > _LONG or len(self.quotes.all) > _FULL

    @cached_property
    def spread(self) -> Counter[str]:
        """In how many sentences each stem stands."""
        return Counter(stem for start, end in self.sentences for stem in terms(self.text[start:end]))

    @cached_property
    def owners(self) -> dict[str, tuple[str, ...]]:
        """Whose director or lawyer each speaker is who is called so by a pronoun: "its director, Ana Lind"."""
        return Owners(self.text, self.sentences, self.quotes, self.sides).by_speaker()

    def hears_much_of(self, mentions: Iterable[Mention]) -> bool:
        """Whether one of them says more than an answer takes."""
        return any(self.said_by[mention.name] > _MUCH for mention in mentions)

    def beside(self, spans: Sequence[Span]) -> str:
        """The words of the sentences in which a statement begins and ends, and between its stretches, but its own."""
        told = spans[:_STRETCHES]
        first, last = (place(self.sentences, at) for at in (told[0][0], told[-1][1] - 1))
        opens = self.sentences[first][0] if first >= 0 else told[0][0]
        closes = self.sentences[last][1] if last >= 0 else told[-1][1]
        edges = [opens, *(edge for span in told for edge in span), closes]
        gaps = zip(edges[::2], edges[1::2], strict=True)
        return " ".join(self.text[start : min(end, start + _BETWEEN)] for start, end in gaps)

    @cached_property
    def voices(self) -> frozenset[str]:
        """The parties of all who speak."""
        return frozenset(party for quote in self.quotes.all for party in self.sides.of_mentions(quote.speakers).parties)
