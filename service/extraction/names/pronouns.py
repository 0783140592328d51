"""Finds whom a pronoun means that is the source of a quote."""

import re
from dataclasses import dataclass
from itertools import islice

from service.extraction.names import tables
from service.extraction.names.bodies import Bodies, body_name
from service.extraction.names.memory import Memory, Speaker
from service.extraction.names.people import Naming, People, Person
from service.extraction.names.phrases import Phrase, PhraseParser
from service.records import Mention, SpeakerKind, Span

HE, SHE = frozenset({"he", "his", "him", "himself"}), frozenset({"she", "her", "herself"})
PLURAL = frozenset({"they", "their", "them", "themselves"})
FIRST_PERSON = frozenset({"i", "my", "me", "we", "our", "us"})
RELATIVE = frozenset({"who", "which", "that"})
_BODIES: tuple[SpeakerKind, ...] = ("organisation", "state", "document")
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]*\s+(?=[\"“'‘(]?[A-Z])|\n")
_CLAUSE_START = re.compile(r"(?<!\w)(?:the|an?|one|two|three|some|many|several|those|people|his|her|their|its|every|any|other)(?!\w)", re.IGNORECASE)
_NEAR = 160
_SUBJECT_REACH = 900
_LEAD = 60


@dataclass(frozen=True, slots=True)
class Answer:
    """Whom a pronoun means; without speakers, who might be meant."""

    speakers: tuple[Speaker, ...]
    reason: str
    candidates: tuple[str, ...] = ()


class Pronouns:
    """Resolves the pronouns of one article against what was resolved before them."""

    def __init__(self, text: str, people: People, bodies: Bodies, phrases: PhraseParser, memory: Memory) -> None:
        self.text, self.people, self.bodies, self.phrases, self.memory = text, people, bodies, phrases, memory

    def resolve(self, word: str, at: int, content: tuple[Span, ...] = ()) -> Answer:
        """The speakers that a pronoun at a place means; `content` are the words it is the source of."""
        if word in HE or word in SHE:
            return self._person("m" if word in HE else "f", at, content)
        if word in PLURAL:
            return self._several()
        if word in FIRST_PERSON:
            return self._first_person(at)
        if word in RELATIVE:
            return self._noun_before(at)
        if word in ("it", "its"):
            return self._body(at)
        return Answer((), "pronoun that names nobody")

    def _person(self, gender: str, at: int, content: tuple[Span, ...]) -> Answer:
        spoke, where = self._last_who_spoke(gender)
        subject = self._subject(gender, max(where, at - _SUBJECT_REACH), at, content)
        if subject:
            return Answer((named(subject),), "pronoun: subject of a sentence since the previous source")
        return Answer((spoke,), "pronoun: previous named source") if spoke else self._only_person(gender, at)

    def _last_who_spoke(self, gender: str) -> tuple[Speaker | None, int]:
        for past in self.memory.backwards():
            for speaker in past.speakers:
                if speaker.kind == "person" and speaker.told_gender in (None, gender):
                    return speaker, past.span[1]
        return None, 0

    def _subject(self, gender: str, start: int, at: int, content: tuple[Span, ...]) -> Person | None:
        """The last person between two places who is the first one named in a sentence, outside reported words."""
        for naming in self.people.between(start, at):
            if self._is_reported(naming.span[0], at, content) or not self._leads(naming, start):
                continue
            person = self.people.bearer(naming)
            if person and person.gender in (None, gender):
                return person
        return None

    def _leads(self, naming: Naming, start: int) -> bool:
        """Whether a name is the first in its sentence and stands near its beginning."""
        opening = max(start, self._sentence_start(naming.span[0]))
        before = self.people.between(opening, naming.span[0])
        return naming.span[0] - opening < _LEAD and not any(self.people.bearers(other.words) for other in before)

    def _is_reported(self, place: int, at: int, content: tuple[Span, ...]) -> bool:
        """Whether a place stands in reported words that the pronoun does not stand in."""
        spans = (*content, *(span for past in islice(self.memory.backwards(), 8) for span in past.content))
        return any(a <= place < b and not a <= at < b for a, b in spans)

    def _only_person(self, gender: str, at: int) -> Answer:
        """Nobody who fits spoke before: the person named before it, if there is only one who fits."""
        before = [person for person in self.people.everyone if person.full_at and person.full_at[0] < at]
        told = [person for person in before if person.gender == gender] or [p for p in before if p.gender is None]
        if len(told) == 1:
            return Answer((named(told[0]),), "pronoun: only person who fits")
        names = tuple(person.name for person in told[-5:])
        return Answer((), "pronoun: several people fit" if names else "pronoun: nobody fits", names)

    def _several(self) -> Answer:
        for past in self.memory.backwards():
            if len(past.speakers) > 1 or past.speakers[0].kind in ("group", "organisation", "anonymous"):
                return Answer(past.speakers, "pronoun: previous group")
        return Answer((), "pronoun: no group before it")

    def _first_person(self, at: int) -> Answer:
        around = self.memory.around(at)
        if around:
            return Answer((around,), "pronoun: speaker of the quotation around it")
        return Answer((), "first person outside a quotation")

    def _body(self, at: int) -> Answer:
        start = self._sentence_start(at)
        inside = next((s for past in self.memory.backwards() if past.span[0] >= start for s in past.speakers if s.kind in _BODIES), None)
        if inside:
            return Answer((inside,), "pronoun: previous organisation")
        subject = self.phrases.parse(start, at) if at - start > 3 else None
        if subject and subject.sort in ("organisation", "state") and subject.words and subject.span[1] < at:
            return Answer((self._as_body(subject),), "pronoun: subject of the sentence")
        latest = self.memory.latest(_BODIES)
        return Answer((latest,), "pronoun: previous organisation") if latest else Answer((), "pronoun: no organisation before it")

    def _as_body(self, phrase: Phrase) -> Speaker:
        name = body_name(phrase.text)
        if phrase.sort == "state":
            return Speaker(Mention(self.bodies.state(name), None, "state", forms=(name,)))
        return Speaker(Mention(name, None, "organisation", forms=(name,)), head=phrase.head)

    def _sentence_start(self, at: int) -> int:
        window = max(0, at - 400)
        ends = [match.end() for match in _SENTENCE_END.finditer(self.text, window, at)]
        return ends[-1] if ends else window

    def _noun_before(self, at: int) -> Answer:
        """Who and which: the noun phrase that ends just before, over one apposition between commas."""
        start = max(self._sentence_start(at), at - _NEAR)
        before = self.text[start:at].rstrip(" ,—–-(")
        end = start + len(before)
        person = self._person_ending(start, end)
        if person:
            return Answer((person,), "pronoun: noun just before")
        starts = [match.start() for match in _CLAUSE_START.finditer(before)]
        phrase = self.phrases.parse(start + starts[-1], end) if starts else None
        if phrase is None or phrase.sort == "pronoun":
            return Answer((), "pronoun: no noun before it")
        return Answer((self._described(phrase),), "pronoun: noun just before")

    def _person_ending(self, start: int, end: int) -> Speaker | None:
        """The person whose name ends the stretch, or stands before the one apposition that ends it."""
        for naming in self.people.between(start, end):
            gap = self.text[naming.span[1] : end]
            if gap and not re.fullmatch(r"(?:\s+\([^)]*\)|\s+of\s[^,]+)?(?:,\s[^,]+)?", gap):
                continue
            bearers = self.people.bearers(naming.words, naming.gender)
            if len(bearers) == 1:
                return named(bearers[0])
            if naming.titled and not bearers:
                name = " ".join(naming.words)
                return Speaker(Mention(name, None, "person", forms=(name,)), gender=naming.gender)
        return None

    def _described(self, phrase: Phrase) -> Speaker:
        kind: SpeakerKind = "anonymous" if phrase.sort == "pronoun" else phrase.sort
        if kind == "state":
            return self._as_body(phrase)
        name = body_name(phrase.text) if phrase.words else phrase.text
        return Speaker(Mention(name, None, kind, forms=(name,)), gender=phrase.gender, head=phrase.head)


def named(person: Person, span: tuple[int, int] | None = None, role: str | None = None) -> Speaker:
    """A known person as the speaker at a place."""
    mention = Mention(person.name, span, "person", role, tuple(person.forms))
    return Speaker(mention, person, person.gender)


STATES = tables.states
