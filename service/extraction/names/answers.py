"""The answers that the parts of naming give each other: who is meant by one phrase, and why."""

from dataclasses import dataclass, replace

from service.extraction.names.memory import Speaker
from service.extraction.names.people import Person
from service.extraction.names.phrases import Phrase
from service.records import Mention, Span, SpeakerKind


@dataclass(frozen=True, slots=True)
class Answer:
    """Whom a phrase means; without speakers, who might be meant."""

    speakers: tuple[Speaker, ...]
    reason: str
    candidates: tuple[str, ...] = ()


def known(person: Person, reason: str, span: Span | None = None, role: str | None = None) -> Answer:
    """A known person as the speaker at a place."""
    mention = Mention(person.name, span, "person", role, tuple(person.forms))
    return Answer((Speaker(mention, person, person.gender),), reason)


def placed(answer: Answer, span: Span) -> Answer:
    """The answer with its speakers where they are meant, not where they are named."""
    meant = (replace(speaker, mention=replace(speaker.mention, span=span)) for speaker in answer.speakers)
    return replace(answer, speakers=tuple(meant))


def gendered(answer: Answer, gender: str | None) -> Answer:
    """The answer with the gender that its phrase tells of a single speaker: Ms. Okoye."""
    if gender is None or len(answer.speakers) != 1:
        return answer
    return replace(answer, speakers=(replace(answer.speakers[0], gender=gender),))


def undecided(people: list[Person], reason: str) -> Answer:
    """Several people who may be meant; the first few are named."""
    return Answer((), reason, tuple(person.name for person in people[:5]))


def described(phrase: Phrase, reason: str, *names: str) -> Answer:
    """A speaker that is no known person, by the words of the phrase or the first of the names given."""
    kind: SpeakerKind = "anonymous" if phrase.sort == "pronoun" else phrase.sort
    names = names or (phrase.text,)
    mention = Mention(names[0], phrase.span, kind, None, tuple(dict.fromkeys(names)))
    return Answer((Speaker(mention, None, phrase.gender, phrase.head),), reason)
