"""Decides for every source of an article who speaks: parses all, then resolves them in the order of the text."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from service.extraction.names import tables
from service.extraction.names.answers import Answer, described, gendered, known, placed, undecided
from service.extraction.names.bodies import Bodies, body_name
from service.extraction.names.confidence import confidence_of
from service.extraction.names.cores import is_organisation
from service.extraction.names.documents import Documents, voice_of
from service.extraction.names.general_bodies import GeneralBodies
from service.extraction.names.interviews import may_answer
from service.extraction.names.joint import JointParser
from service.extraction.names.kinds import VOICES
from service.extraction.names.memory import Memory
from service.extraction.names.office_holders import OfficeHolders
from service.extraction.names.offices import ANAPHORIC, Offices
from service.extraction.names.people import People, Person
from service.extraction.names.phrases import Phrase
from service.extraction.names.pronouns import FIRST_PERSON, HE, SHE, Pronouns
from service.extraction.names.sources import Resolution, Source
from service.extraction.names.subjects import SUBJECT
from service.extraction.names.vias import via_behind
from service.extraction.names.words import fold
from service.records import Span
from service.regex import regex

_PORTFOLIOS = tables.words("modifiers", "portfolio") - tables.words("exceptions", "retold")
_INITIALS = regex(r"(?:[A-Z]\.?){1,4}")
_LAND = r"\b(?:in|into|to|from|of|across|throughout|inside|outside)\s+{}\b(?!\s+[A-Z])"  # Georgia, and in Georgia


def resolve(text: str, sources: Sequence[Source]) -> list[Resolution]:
    """Who speaks in each source, in the order given. Linear in the text and the sources; raises on no text."""
    return _Resolver(text, sources).run()


class _Resolver:
    def __init__(self, text: str, sources: Sequence[Source]) -> None:
        self.text, self.sources = text, sources
        self.people = People(text)
        self.joint = joint = JointParser(text, self.people)
        self.parsed = [joint.parse(*_whole_words(text, source.span)) for source in sources]
        phrases = [phrase for parts in self.parsed for phrase in parts]
        self._enter_people([phrase for phrase in phrases if not _INITIALS.fullmatch(phrase.text)])
        owners = [phrase.owner for phrase in phrases if phrase.sort == "document" and phrase.owner]
        self.bodies = Bodies(text, phrases + owners, self.people.runs)
        self.memory = Memory()
        self.documents = Documents(text, joint.phrases, phrases)
        self.pronouns = Pronouns(text, self.people, self.bodies, joint.phrases, self.memory)
        self.general = GeneralBodies(text, self.people, self.bodies, self.memory)
        offices = Offices(text, self.people)
        self.holders = OfficeHolders(text, self.people, offices, self.memory, self.pronouns.singular)

    def _enter_people(self, phrases: list[Phrase]) -> None:
        """A name that only a source shows to be a person's is known from here on."""
        for phrase in phrases:
            if phrase.sort == "person" and not self.people.bearers(phrase.words):
                self.people.enter(phrase.words, phrase.span, phrase.gender)

    def run(self) -> list[Resolution]:
        """Resolves in the order of the text, but I and we last: the source of the words around them may follow."""
        spans = [
            (_is_first_person(parts), source.span) for parts, source in zip(self.parsed, self.sources, strict=True)
        ]
        order = sorted(range(len(spans)), key=lambda at: spans[at])
        found = {at: self._resolve(self.sources[at], self.parsed[at]) for at in order}
        return [found[at] for at in range(len(spans))]

    def _resolve(self, source: Source, parts: list[Phrase]) -> Resolution:
        label = self._label(source)
        answers = [label] if label else [self._part(phrase, source.content) for phrase in parts]
        speakers = tuple(speaker for answer in answers for speaker in answer.speakers)
        candidates = tuple(name for answer in answers for name in answer.candidates)
        self.memory.add(source.span, source.content, speakers)
        if not speakers:
            reason = answers[0].reason if answers else "no source"
            return Resolution((), None, "ambiguous" if candidates else "unattributed", reason, candidates, 0.0)
        via = next((voice for phrase in parts if (voice := voice_of(phrase))), None) or via_behind(self.text, source)
        reason = min((answer.reason for answer in answers if answer.speakers), key=confidence_of)
        mentions = tuple(speaker.mention for speaker in speakers)
        return Resolution(mentions, via, "attributed", reason, candidates, confidence_of(reason))

    def _label(self, source: Source) -> Answer | None:
        """The label of a turn in an interview, as far as it is initials, or Q and A, which name nobody."""
        letters = self.text[slice(*source.span)]
        if source.cue is None or self.text[slice(*source.cue)] != ":" or not _INITIALS.fullmatch(letters):
            return None
        if letters == "A":
            return self._who_answers(source)
        fitting = self.people.of_initials(letters)
        if len(fitting) == 1:
            return known(fitting[0], "initials of a person named in the article", source.span)
        return undecided(fitting, "label of an interview") if fitting or len(letters) == 1 else None

    def _who_answers(self, source: Source) -> Answer:
        """A: of the only person whom the article names before its first label, reporters left out."""
        named = self._interviewed
        if len(named) == 1:
            return known(named[0], "only person named before the interview", source.span)
        return undecided(named, "label of an interview")

    @cached_property
    def _interviewed(self) -> list[Person]:
        labels = (source.span[0] for source in self.sources if self.text[source.span[1] : source.span[1] + 1] == ":")
        return may_answer(self.text, self.people, min(labels, default=len(self.text)))

    def _part(self, phrase: Phrase, content: tuple[Span, ...]) -> Answer:
        match phrase.sort:
            case "pronoun":
                led = self._led(phrase, content) if phrase.head in HE or phrase.head in SHE else None
                return placed(led or self.pronouns.resolve(phrase.head, phrase.span[0], content), phrase.span)
            case "person":
                return gendered(self._person(phrase), phrase.gender)
            case "document":
                return self._document(phrase, content)
            case "state":
                return self._state(phrase)
            case "organisation":
                return self.general.resolve(phrase)
            case "office":
                return self.holders.resolve(phrase, content)
        return described(phrase, "group" if phrase.sort == "group" else "anonymous source")

    def _led(self, pronoun: Phrase, content: tuple[Span, ...]) -> Answer | None:
        """Who leads the sentences before "he" or "she" by an office: The mayor sat through it. Later he read a note."""
        gender = "m" if pronoun.head in HE else "f"
        leader = self.pronouns.singular.leader(gender, pronoun.span[0], content)
        phrase = self.joint.phrases.parse(*leader) if leader else None
        if phrase is None or phrase.sort not in ("office", "anonymous") or phrase.gender not in (None, gender):
            return None
        found = self._part(phrase, content)
        if any(speaker.told_gender not in (None, gender) for speaker in found.speakers):
            return None
        # The embattled French president, the man: who spoke last, in other words. But the prime minister is another.
        office = phrase.determiner == "definite" and _PORTFOLIOS.issuperset(phrase.modifiers)
        retold = (phrase.modifiers and not office) or phrase.head in ANAPHORIC
        unknown = all(speaker.person is None for speaker in found.speakers)
        return None if retold and unknown else replace(found, reason=SUBJECT)

    def _person(self, phrase: Phrase) -> Answer:
        if len(phrase.words) == 1 and not phrase.titled and self.text.startswith(", which ", phrase.span[1]):
            return described(replace(phrase, sort="organisation"), "organisation")  # Okoro, which owns ferries
        bearers = self.people.bearers(phrase.words, phrase.gender) or self.people.bearers(phrase.words)
        firm = self._firm(phrase, bearers)
        if firm:
            return described(replace(phrase, sort="organisation"), "organisation", firm, phrase.text)
        if len(bearers) > 1:
            return self._one_of(phrase, bearers)
        person = bearers[0] if bearers else self.people.enter(phrase.words, phrase.span, phrase.gender)
        return known(person, _reason(phrase, person), phrase.span, phrase.role)

    def _firm(self, phrase: Phrase, bearers: list[Person]) -> str | None:
        """The body named before that a bare name is short for, where nobody of that name is known yet: Okoro Foods."""
        before, bare = phrase.span[0], len(phrase.words) == 1 and not phrase.titled
        if not bare or not bearers or any(min(person.full_at, default=0) < before for person in bearers):
            return None
        longer = (naming.words for naming in self.people.between(0, before) if len(naming.words) > 1)
        named = (words for words in longer if fold(words[0]) == fold(phrase.words[0]) and is_organisation(words))
        return next((" ".join(words) for words in named), None)

    def _state(self, phrase: Phrase) -> Answer:
        """A state, unless somebody was named before who bears its name: Sam Jordan, and then Jordan."""
        before = phrase.span[0]
        bearers = self.people.bearers(phrase.words) if len(phrase.words) == 1 else []
        bearers = [person for person in bearers if min(person.full_at, default=before) < before]
        if bearers and re.search(_LAND.format(re.escape(phrase.words[0])), self.text):
            return undecided(bearers, "a person or a state")
        if bearers:
            return self._person(phrase)
        printed = body_name(phrase.text)
        return described(phrase, "state", self.bodies.state(printed), printed)

    def _one_of(self, phrase: Phrase, bearers: list[Person]) -> Answer:
        """Several people of one surname: who has the title, else the one named most, else the only one named so far;
        else it stays open.
        """
        titled = self.people.of_title(bearers, phrase.span[0])
        if titled:
            return known(titled, "the bearer of the surname and title", phrase.span, phrase.role)
        foremost = self.people.foremost(bearers)
        if foremost:
            return known(foremost, "the bearer of the surname named most", phrase.span, phrase.role)
        latest = self.people.latest(bearers, phrase.span[0])
        first = min(bearers, key=lambda person: person.full_at[:1] or [len(self.text)])
        if latest and first is latest:
            return known(latest, "the bearer of the surname named last", phrase.span, phrase.role)
        established = self.people.established(bearers)
        if established:
            return known(established, "the bearer of the surname named alone", phrase.span, phrase.role)
        return undecided(bearers, "several people of this name")

    def _document(self, phrase: Phrase, content: tuple[Span, ...]) -> Answer:
        issuer = self.documents.issuer(phrase)
        answer = self._part(issuer, content) if issuer else None
        if answer and answer.speakers:
            return replace(answer, reason="issuer of the document")
        owned = self.pronouns.owner(phrase, content) if phrase.head in VOICES else None
        return owned or described(phrase, "document")


def _is_first_person(parts: list[Phrase]) -> bool:
    return bool(parts) and parts[0].sort == "pronoun" and parts[0].head in FIRST_PERSON


def _reason(phrase: Phrase, person: Person) -> str:
    if len(phrase.words) > 1 or len(person.words) == 1:
        return "named"
    surname = fold(phrase.words[-1]) in map(fold, person.words[1:])
    return "surname of a person named in the article" if surname else "first name of a person named in the article"


def _whole_words(text: str, span: Span) -> Span:
    """The span widened to whole words and cut to the text: a tagger may begin or end inside one."""
    start, end = (min(max(0, at), len(text)) for at in span)
    for _ in range(20):
        if not 0 < start < end or not text[start - 1].isalnum() or not text[start].islower():
            break  # also where "12PMRoe" is glued, not cut
        start -= 1
    for _ in range(20):
        if not start < end < len(text) or not text[end - 1].isalnum() or not text[end].isalnum():
            break
        end += 1
    return start, max(start, end)
