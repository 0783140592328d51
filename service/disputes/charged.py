"""Finds whom a pronoun that denies means: whom the sentence before accuses, "Lind took it. She denies it"."""

from collections.abc import Iterable

from service.disputes.antecedents import may_mean
from service.disputes.finding import Quotes
from service.disputes.leading import leader
from service.disputes.placed import Placed
from service.disputes.sentences import place
from service.disputes.sides import Side, Sides
from service.records import Quote, Span

_BODIES = ("organisation", "group", "state", "document")


class Charged:
    """Whom the claims of an article accuse, by the number of the sentence."""

    def __init__(self, text: str, spans: list[Span], quotes: Quotes, framed: Iterable[Placed]) -> None:
        self._text, self._quotes = text, quotes
        self._framed = {placed.sentence: placed.charged for placed in framed if placed.charged}
        self._told = {place(spans, quote.content[0][0]): quote for quote in quotes.all if _is_by_a_body(quote)}

    def meant(self, pronoun: str, sentence: int, sides: Sides) -> Side | None:
        """The side that a pronoun behind a sentence means: whom it accuses, or of whom a body tells something there."""
        side = self._framed.get(sentence) or self._told_of(sentence, sides)
        return side if side and any(may_mean(pronoun, mention) for mention in side.mentions) else None

    def _told_of(self, sentence: int, sides: Sides) -> Side | None:
        quote = self._told.get(sentence)
        person = leader(self._text, *quote.content[0], self._quotes) if quote else None
        return sides.of_mentions((person,)) if person and person.kind == "person" else None


def _is_by_a_body(quote: Quote) -> bool:
    """Whether prosecutors or an agency say something, so that "she" is none of those who speak."""
    return quote.speech and quote.kind == "indirect" and all(one.kind in _BODIES for one in quote.speakers)
