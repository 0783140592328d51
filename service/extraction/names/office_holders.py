"""Decides who is meant by an office in a source: "the minister", "the aide", "the 67-year-old"."""

from collections.abc import Sequence
from itertools import islice

from service.extraction.names import tables
from service.extraction.names.answers import Answer, described, known, placed, undecided
from service.extraction.names.memory import Memory, Speaker
from service.extraction.names.offices import ANAPHORIC, Offices
from service.extraction.names.people import People, Person
from service.extraction.names.phrases import Phrase
from service.extraction.names.singular_pronouns import SingularPronouns
from service.extraction.names.words import sentence_start
from service.records import Span
from service.regex import regex

_REACH = 1500  # characters looked back over in this paragraph and the one before
_PARAGRAPHS = regex(r"\n+")
# Offices of which there are many at a time: far from its holder, "the senator" may be another.
_MANY = tables.words("offices", "many")
_AIDES = frozenset({"aide", "official", "adviser", "advisor", "staffer", "source"})


class OfficeHolders:
    """Who is meant by the offices of one article, by the roles it prints and by who spoke before."""

    def __init__(self, text: str, people: People, offices: Offices, memory: Memory, singular: SingularPronouns) -> None:
        self.text, self.people, self.offices = text, people, offices
        self.memory, self.singular = memory, singular

    def resolve(self, phrase: Phrase, content: tuple[Span, ...]) -> Answer:
        """The speaker that an office names; `content` are the words it is the source of."""
        definite = phrase.determiner == "definite"
        unnamed = self._unnamed(phrase) if definite else None
        if unnamed:
            return placed(Answer((unnamed,), "office of the person named before"), phrase.span)
        holders = self.offices.holders(phrase) if definite else []
        if holders:
            return self._one_of(holders, phrase, content)
        near = self._of_like_office(phrase)
        if near:
            return known(near, "office of the person named before", phrase.span)
        shown = self._in_other_words(phrase, content)
        if shown:
            return known(shown, "pronoun: subject of a sentence since the previous source", phrase.span)
        everyone = self.people.everyone
        if definite and phrase.head in ANAPHORIC and len(everyone) == 1:
            return known(everyone[0], "only person named", phrase.span)
        return described(phrase, "office without a name")

    def _one_of(self, holders: list[Person], phrase: Phrase, content: tuple[Span, ...]) -> Answer:
        """Of several holders the one who spoke or led a sentence last, or the only one named nearby."""
        near = self._named_since(holders, self._near(phrase.span[0]), phrase.span[0])
        if len(holders) > 1:
            last = near[0] if len(near) == 1 else self.singular.last_shown(phrase.span[0], content)
            found = last if last in near and not self._shares_sentence(last, near, phrase.span[0]) else None
            if found and phrase.text.lower().endswith(phrase.head):  # not the president of another group
                return known(found, "office of the person named before", phrase.span)
            return undecided(holders, "several people hold this office")
        if not near and phrase.head in _MANY and not phrase.modifiers:
            return described(phrase, "office without a name")
        return known(holders[0], "office held by one person", phrase.span)

    def _shares_sentence(self, last: Person | None, holders: Sequence[Person], at: int) -> bool:
        """Whether others of an office stand in the sentence that led to one of them: Senator Roe met Senator Diaz."""
        spoke = next((past.speakers[0].person for past in islice(self.memory.backwards(), 1)), None)
        start = sentence_start(self.text, max(0, sentence_start(self.text, at) - 2))
        return spoke is not last and len(self._named_since(holders, start, at)) > 1

    def _in_other_words(self, phrase: Phrase, content: tuple[Span, ...]) -> Person | None:
        """Who leads the paragraph and is told by an age; by a land only where nobody else is named: the Italian."""
        at, of_land = phrase.span[0], phrase.head in tables.adjectives()
        if not of_land and not phrase.head.endswith("-year-old"):
            return None
        shown = self.singular.shown(at, content)
        named = self.people.between(self.text.rfind("\n", 0, at) + 1, at) if of_land else []
        another = any(set(self.people.bearers(naming.words)) - {shown} for naming in named)
        return None if another else shown

    def _unnamed(self, phrase: Phrase) -> Speaker | None:
        """The last to speak, if that is somebody unnamed of this office: a White House official, and then the aide."""
        past = next(self.memory.backwards(), None)
        if past is None or len(past.speakers) != 1 or phrase.modifiers or past.span[0] < self._near(phrase.span[0]):
            return None
        speaker = past.speakers[0]
        unnamed = speaker.kind in ("anonymous", "office") and speaker.mention.name != phrase.text
        like = speaker.head == phrase.head or {speaker.head, phrase.head} <= _AIDES
        return speaker if unnamed and like else None

    def _near(self, at: int) -> int:
        """Where the paragraph before that of a place begins."""
        start = max(0, at - _REACH)
        breaks = [match.end() for match in _PARAGRAPHS.finditer(self.text, start, at)]
        return breaks[-2] if len(breaks) > 1 else start

    def _named_since(self, holders: Sequence[Person], start: int, end: int) -> list[Person]:
        named = [person for naming in self.people.between(start, end) for person in self.people.bearers(naming.words)]
        return [person for person in holders if person in named]

    def _of_like_office(self, phrase: Phrase) -> Person | None:
        """The one person of such an office, named before in the paragraph: the deputy minister is "the minister"."""
        like = self.offices.like(phrase) if phrase.determiner == "definite" and not phrase.modifiers else []
        start = max(0, phrase.span[0] - _REACH)
        start = max(start, self.text.rfind("\n", start, phrase.span[0]))
        named = [self.people.bearers(naming.words) for naming in self.people.between(start, phrase.span[0])]
        return like[0] if len(like) == 1 and like in named else None
