"""Decides for every source of an article who speaks: parses the sources, then resolves them in the order of the text."""

from collections.abc import Sequence
from dataclasses import replace

from service.extraction.names import confidence
from service.extraction.names.bodies import Bodies, body_name, is_general
from service.extraction.names.joint import JointParser
from service.extraction.names.kinds import VOICES
from service.extraction.names.memory import Memory, Speaker
from service.extraction.names.offices import ANAPHORIC, Offices
from service.extraction.names.people import People, Person
from service.extraction.names.phrases import Phrase
from service.extraction.names.pronouns import Answer, Pronouns, named
from service.extraction.names.sources import Resolution, Source
from service.extraction.names.vias import via_behind
from service.records import Mention, Span


def resolve(text: str, sources: Sequence[Source]) -> list[Resolution]:
    """Who speaks in each source, in the order given. Linear in the text and the sources; never raises on any text."""
    return _Resolver(text, sources).run()


class _Resolver:
    def __init__(self, text: str, sources: Sequence[Source]) -> None:
        self.text, self.sources = text, sources
        self.people = People(text)
        joint = JointParser(text, self.people)
        self.parsed = [joint.parse(*_whole_words(text, source.span)) for source in sources]
        self._enter_people()
        phrases = [phrase for parts in self.parsed for phrase in parts]
        self.bodies, self.offices, self.memory = Bodies(text, phrases), Offices(text, self.people), Memory()
        self.pronouns = Pronouns(text, self.people, self.bodies, joint.phrases, self.memory)

    def _enter_people(self) -> None:
        """A full name that only a source shows to be a person's is known from here on."""
        for phrase in (phrase for parts in self.parsed for phrase in parts):
            if phrase.sort == "person" and not self.people.bearers(phrase.words):
                self.people.enter(phrase.words, phrase.span, phrase.gender)

    def run(self) -> list[Resolution]:
        """Resolves in the order of the text, answers in the order asked."""
        found: dict[int, Resolution] = {}
        for at in sorted(range(len(self.sources)), key=lambda at: self.sources[at].span):
            found[at] = self._resolve(self.sources[at], self.parsed[at])
        return [found[at] for at in range(len(self.sources))]

    def _resolve(self, source: Source, parts: list[Phrase]) -> Resolution:
        answers = [self._part(phrase, source.content) for phrase in parts]
        speakers = tuple(speaker for answer in answers for speaker in answer.speakers)
        self.memory.add(source.span, source.content, speakers)
        if not speakers:
            return _open(answers)
        via = next((via for phrase in parts if (via := _via(phrase))), None) or via_behind(self.text, source)
        reasons = [answer.reason for answer in answers if answer.speakers]
        reason = min(reasons, key=confidence.of)
        mentions = tuple(speaker.mention for speaker in speakers)
        return Resolution(mentions, via, "attributed", reason, (), confidence.of(reason))

    def _part(self, phrase: Phrase, content: tuple[Span, ...] = ()) -> Answer:
        match phrase.sort:
            case "pronoun":
                answer = self.pronouns.resolve(phrase.head, phrase.span[0], content)
                return replace(answer, speakers=tuple(_at(speaker, phrase.span) for speaker in answer.speakers))
            case "person":
                return self._person(phrase)
            case "document":
                return self._document(phrase)
            case "state":
                name = self.bodies.state(body_name(phrase.text))
                return _answer(phrase, name, "state", (name, body_name(phrase.text)))
            case "organisation":
                return self._organisation(phrase)
            case "office":
                return self._office(phrase)
        return _answer(phrase, phrase.text, "group" if phrase.sort == "group" else "anonymous source")

    def _person(self, phrase: Phrase) -> Answer:
        bearers = self.people.bearers(phrase.words, phrase.gender) or self.people.bearers(phrase.words)
        if len(bearers) == 1:
            return Answer((named(bearers[0], phrase.span, phrase.role),), _reason(phrase, bearers[0]))
        if bearers:
            return self._one_of(phrase, bearers)
        person = self.people.enter(phrase.words, phrase.span, phrase.gender)
        return Answer((named(person, phrase.span, phrase.role),), "named")

    def _one_of(self, phrase: Phrase, bearers: list[Person]) -> Answer:
        """Two people of one surname: the one named most by far, else the one named last before the place."""
        foremost = self.people.foremost(bearers)
        if foremost:
            return Answer((named(foremost, phrase.span, phrase.role),), "the bearer of the surname named most")
        latest = self.people.latest(bearers, phrase.span[0])
        first = min(bearers, key=lambda person: person.full_at[:1] or [len(self.text)])
        spoke = {speaker.person.name for past in self.memory.backwards() for speaker in past.speakers if speaker.person}
        if first.name in spoke:
            return Answer((named(first, phrase.span, phrase.role),), "TIE first spoke" + str(first is latest))
        if first is latest:
            return Answer((named(first, phrase.span, phrase.role),), "TIE first=last")
        if latest:
            return Answer((named(latest, phrase.span, phrase.role),), "the bearer of the surname named last")
        return Answer((), "several people of this name", tuple(person.name for person in bearers[:5]))

    def _document(self, phrase: Phrase) -> Answer:
        issuer = _issuer(phrase)
        if issuer is None or issuer.sort == "pronoun" and phrase.head not in VOICES:
            return _answer(phrase, phrase.text, "document")
        answer = self._part(issuer)
        return replace(answer, reason="issuer of the document") if answer.speakers else _answer(phrase, phrase.text, "document")

    def _organisation(self, phrase: Phrase) -> Answer:
        if phrase.words:
            name = body_name(phrase.text)
            full = self.bodies.fullest(phrase.words) or name
            return _answer(phrase, full, "organisation", (full, name))
        if phrase.determiner != "definite":
            return _answer(phrase, phrase.text, "organisation")
        names = self.bodies.headed(phrase.head, phrase.span[0], phrase.modifiers)
        if len(names) == 1:
            return _answer(phrase, names[0], "organisation named in the article", (names[0],))
        if is_general(phrase.head) and not phrase.modifiers:
            return self._only_body(phrase)
        return _answer(phrase, phrase.text, "organisation")

    def _only_body(self, phrase: Phrase) -> Answer:
        spoke = {s.mention.name: s for past in self.memory.backwards() for s in past.speakers if s.kind == "organisation"}
        if len(spoke) == 1:
            return _answer(phrase, next(iter(spoke)), "only organisation that spoke", tuple(spoke))
        return _answer(phrase, phrase.text, "organisation")

    def _office(self, phrase: Phrase) -> Answer:
        if phrase.determiner != "definite":
            return _answer(phrase, phrase.text, "office without a name")
        holders = self.offices.holders(phrase)
        if len(holders) == 1:
            return Answer((named(holders[0], phrase.span, None),), "office held by one person")
        if len(holders) > 1:
            return Answer((), "several people hold this office", tuple(person.name for person in holders[:5]))
        if phrase.head in ANAPHORIC and len(self.people.everyone) == 1:
            return Answer((named(self.people.everyone[0], phrase.span),), "only person named")
        return _answer(phrase, phrase.text, "office without a name")


def _issuer(phrase: Phrase) -> Phrase | None:
    """Who speaks through a document; a poll or a book speaks for itself."""
    return phrase.owner if phrase.head in VOICES else None


def _via(phrase: Phrase) -> str | None:
    return phrase.head if phrase.sort == "document" and phrase.head in VOICES else None


def _at(speaker: Speaker, span: Span) -> Speaker:
    return replace(speaker, mention=replace(speaker.mention, span=span))


def _answer(phrase: Phrase, name: str, reason: str, forms: tuple[str, ...] = ()) -> Answer:
    """A speaker that is no known person, by the words that name it."""
    kind = "anonymous" if phrase.sort in ("pronoun", "person") else phrase.sort
    mention = Mention(name, phrase.span, kind, None, tuple(dict.fromkeys(forms or (name,))))  # type: ignore[arg-type]
    return Answer((Speaker(mention, None, phrase.gender, phrase.head),), reason)


def _reason(phrase: Phrase, person: Person) -> str:
    if len(phrase.words) > 1 or len(person.words) == 1:
        return "named"
    surname = phrase.words[0] in person.words[1:]
    return "surname of a person named in the article" if surname else "first name of a person named in the article"


def _open(answers: list[Answer]) -> Resolution:
    """No speaker: ambiguous where some are in question, else unattributed."""
    candidates = tuple(name for answer in answers for name in answer.candidates)
    reason = answers[0].reason if answers else "no source"
    return Resolution((), None, "ambiguous" if candidates else "unattributed", reason, candidates, 0.0)


def _whole_words(text: str, span: Span) -> Span:
    """The span widened to whole words and cut to the text: a tagger may begin or end inside one."""
    start, end = (min(max(0, at), len(text)) for at in span)
    for _ in range(20):
        if 0 < start < end and text[start - 1].isalnum() and text[start].islower():  # "12PMRubio" is glued, not cut
            start -= 1
        if start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
            end += 1
    return start, max(start, end)
