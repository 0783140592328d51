"""Finds for whom the speakers of an article answer who are called somebody's by a pronoun: "its director, Ana Lind"."""

import re
from dataclasses import dataclass

from service.disputes.callings import title
from service.disputes.finding import Quotes
from service.disputes.leading import leader, mention_at
from service.disputes.sentences import place
from service.disputes.sides import Sides
from service.records import Mention, Span, SpeakerKind
from service.regex import regex

_OWNED = regex(
    r"(its|his|her|their) (?:[\w-]+ ){0,3}?(?:lawyer|attorney|solicitor|counsel|agent|spokes\w+|chief|director|head|"
    r"manager|chair\w*|president|secretary|editor|boss|leader|rector|treasurer|principal)\b",
    re.I,
)
_OF_OTHERS: dict[str, SpeakerKind] = {"its": "person", "their": "person", "his": "organisation", "her": "organisation"}
_END = 160  # characters at the end of a sentence: "of A of A of A" is looked through from each of its words
_NAME = r"[A-ZÀ-Þ][\w’'&-]*(?: (?:(?:of|for|de|del|van|von|al) (?:the )?)?[A-ZÀ-Þ][\w’'&-]*)*"
# "The drug is made by Norwind, a company", "the wood belongs to Norwind": the body behind, where none leads.
_BEHIND = regex(rf"\b(?:by|to|with|from|at|of) (?:the )?(?P<who>{_NAME})(?=, (?:an?|the|which|whose)\b|\W*$)")


@dataclass(frozen=True)
class Owners:
    """An article as those are looked for in it for whom somebody answers."""

    text: str
    sentences: list[Span]
    quotes: Quotes
    sides: Sides

    def by_speaker(self) -> dict[str, tuple[str, ...]]:
        """The parties of whom each speaker is called the director, the lawyer, by the speaker's name."""
        known: dict[str, tuple[str, ...]] = {}
        for mention in (one for quote in self.quotes.all for one in quote.speakers):
            if mention.name not in known:
                known[mention.name] = self._owner(mention)
        return {name: parties for name, parties in known.items() if parties}

    def _owner(self, mention: Mention) -> tuple[str, ...]:
        """Of whoever leads the sentence up to the pronoun, or the one before, if the pronoun may mean them."""
        at = self.text.find(mention.name)  # where the name stands first: there it is told what they are
        at = at if at >= 0 else mention.span[0] if mention.span else -1
        number = place(self.sentences, at) if at >= 0 else -1
        called = (mention.role or "", title(self.text, at), mention.name)
        owned = next(filter(None, map(_OWNED.match, called)), None)
        if owned is None or number < 0:
            return ()
        told = self._leads(number, at) or self._told_before(number)
        return self.sides.of_mentions((told,)).parties if told and _may_own(owned[1].lower(), told) else ()

    def _leads(self, number: int, at: int) -> Mention | None:
        """The body that leads a sentence before a place in it: "The road agency has no money, its director said"."""
        found = leader(self.text, self.sentences[number][0], at, self.quotes)
        return found if found and found.kind == "organisation" and not _OWNED.match(found.name) else None

    def _told_before(self, number: int) -> Mention | None:
        """Whoever speaks in the sentence before, leads it, or ends it; nobody of another paragraph."""
        span = self.sentences[number - 1]
        if number < 1 or "\n" in self.text[span[1] - 1 : self.sentences[number][0]]:
            return None
        return self.quotes.speaking_at(span) or leader(self.text, *span, self.quotes) or self._last(span)

    def _last(self, span: Span) -> Mention | None:
        """The body that a sentence tells of where it ends."""
        found = _BEHIND.search(self.text, max(span[0], span[1] - _END), span[1])
        told = mention_at(self.text, found.span("who")) if found else None
        return told if told and told.kind == "organisation" else None


def _may_own(pronoun: str, mention: Mention) -> bool:
    """Whether a pronoun may stand for somebody; a body of one word is often read as a person: "Skylark", its chief."""
    if pronoun == "its" and " " not in mention.name:
        return True
    return mention.kind != _OF_OTHERS[pronoun]
