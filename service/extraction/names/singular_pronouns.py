"""Finds whom "he" and "she" mean: who led a sentence last, else who spoke last; nobody where it may be another."""

import re
from collections.abc import Sequence
from functools import partial
from itertools import islice

from service.extraction.names import tables
from service.extraction.names.answers import Answer, known, undecided
from service.extraction.names.antecedents import BY_TRADE
from service.extraction.names.cores import PERSON_NOUNS
from service.extraction.names.memory import Memory, Speaker, may_be_no_person
from service.extraction.names.people import People, Person
from service.extraction.names.plural_pronouns import is_plural
from service.extraction.names.rivals import Rivals
from service.extraction.names.subjects import SUBJECT, Subjects
from service.extraction.names.unnamed import unnamed_leader
from service.extraction.names.words import sentence_start
from service.records import Span
from service.regex import regex

_REACH = 900
_CROWD = 200  # people looked through for the only one who fits
_CLAUSE = 200  # characters from a pronoun to the name of the clause behind
_NOBODY = "pronoun: nobody fits"
# While he refused to free robbers, Mr. Okoro ...: the name follows in the clause that the sentence is about.
_CLAUSE_BEFORE = regex(
    r"[“\"‘'(]*"
    r"(?:While|Although|Though|When|As|After|Before|If|Because|Since|Once|Until|Even (?:as|if|though))\s[^,“”\"]*$"
)
# Behind a word in small letters: "Okoro and Lind went" is one clause.
_AND = regex(r"(?<![\w’'-])[a-zß-öø-ÿ][\w’'-]*,? (?:and|but|while) (?:[A-Z][a-z]{1,4}\.? )?$")
_ACTS = regex(r" (?:[a-z]+ly )?(?:[a-z]+(?:ed|t|s)|an?|the|was|had|took|went|came|gave) ")
_RETOLD = "|".join(sorted(tables.words("exceptions", "retold")))
_PORTFOLIO = "|".join(sorted(tables.words("modifiers", "portfolio") - tables.words("exceptions", "retold")))
_OFFICE_ALONE = regex(
    rf"(?:[Tt]he|[A-Z][\w’'-]*[’']s?) (?:(?:{_PORTFOLIO}) )*(?!candidate|nominee|man$|woman$)[a-z-]+|"
    rf"[Tt]he (?!{_RETOLD}|retired)[a-z-]+ (?:minister|secretary|commissioner|ambassador|envoy|inspector|prosecutor|"
    r"spokes(?:man|woman|person))"
)
_OWNED = regex(r"(?:his|her)(?= )", re.IGNORECASE)
_HIMSELF = regex(r"s?he (?:himself|herself)\b", re.IGNORECASE)
_ASKED_BY = regex(r"\b(?:asked|told|pressed|questioned|quizzed|urged|warned|reminded|interviewed) by $")
_REPLIES = regex(r"s?he (?:replie[ds]|answer(?:ed|s)|respond(?:ed|s)|retort(?:ed|s)|shot back)\b", re.IGNORECASE)
_BEFORE_AGENT = 16
_TO_SUBJECT = regex(r"[^.;:,“”\"\n]{3,160}, (?:[A-Z][a-z]{1,8}\.? )?$")


class SingularPronouns:
    """Resolves "he" and "she" in one article against what was resolved before them."""

    def __init__(self, text: str, people: People, memory: Memory) -> None:
        self.text, self.people, self.memory = text, people, memory
        self.subjects = Subjects(text, people)
        self.rivals = Rivals(text, people, self.subjects)

    def resolve(self, gender: str, at: int, content: tuple[Span, ...]) -> Answer:
        """Whom a pronoun of a gender at a place means; `content` are the words it is the source of."""
        answer = self._resolve(gender, at, content)
        if any(self._has_just_asked(speaker, at) for speaker in answer.speakers):
            return Answer((), _NOBODY)
        for speaker in answer.speakers:
            if speaker.person and speaker.told_gender is None:
                self.memory.meant_by(gender, speaker.person, at)
        return answer

    def _resolve(self, gender: str, at: int, content: tuple[Span, ...]) -> Answer:
        following = self._following(gender, at) or self._whose(gender, at)
        if following:
            return known(following, SUBJECT)
        spoke, where = self._last_who_spoke(gender, at, content)
        led = self._led(gender, max(where, at - _REACH), at, content)
        if led:
            return led
        if self.memory.is_open(gender, max(where, at - _REACH)):
            return Answer((), _NOBODY)
        if spoke and " " not in spoke.mention.name and may_be_no_person(spoke):
            between = self._named_in_full(gender, where, at)
            if len(between) == 1:
                return known(between[0], "pronoun: only person who fits")
        if spoke and spoke.person and spoke.told_gender is None and self._is_alone(spoke, at):
            spoke.person.genders[gender] += 1  # "said Okoro. ... he added": Okoro is no "she" further on
        if spoke is None:
            return self._only_person(gender, at)
        reported = partial(self._is_reported, at=at, content=content)
        instead = self.rivals.instead(spoke, where, gender, at, content, reported)
        if instead and len(instead.candidates) > 1:
            self.memory.leave_open(gender, at)
        return instead or Answer((spoke,), "pronoun: previous named source")

    def _has_just_asked(self, speaker: Speaker, at: int) -> bool:
        """ "Where were you?" Okoro asked the guard. "At home," he replied: whoever answers is not Okoro."""
        past = next(self.memory.backwards(), None) if _REPLIES.match(self.text, at) else None
        if past is None or not past.content or not self.text.startswith("?", past.content[-1][1] - 1):
            return False
        names = [other.mention.name for other in past.speakers]
        return speaker.mention.name in names and not _REPLIES.match(self.text, past.span[0])

    def _following(self, gender: str, at: int) -> Person | None:
        """While he refused, Mr. Okoro was told: who leads the sentence that begins with the pronoun's clause."""
        if not _CLAUSE_BEFORE.match(self.text[(opening := sentence_start(self.text, at)) : at]):
            return None
        if any(self.people.bearers(naming.words) for naming in self.people.between(opening, at)):
            return None
        for naming in self.people.between(at, at + _CLAUSE)[::-1]:
            person = self.people.bearer(naming)
            if person:
                leads = person.gender == gender and _TO_SUBJECT.match(self.text[at : naming.span[0]])
                return person if leads else None
        return None

    def _whose(self, gender: str, at: int) -> Person | None:
        """Okoro was ill, according to his spokeswoman, Ann Lind. He himself said: whose she is who spoke."""
        past = next(self.memory.backwards(), None)
        owner = _OWNED.match(self.text, past.span[0]) if past and len(past.speakers) == 1 else None
        if past is None or owner is None or "\n" in self.text[past.span[1] : at]:
            return None
        other = past.speakers[0].told_gender not in (None, gender) or _HIMSELF.match(self.text, at)
        told = [span[0] for span in past.content if span[1] <= past.span[0]]
        if not told or not other or (owner[0].lower() == "his") != (gender == "m"):
            return None
        return self.subjects.last(gender, told[0], past.span[0], lambda place: False)

    def _led(self, gender: str, start: int, at: int, content: tuple[Span, ...]) -> Answer | None:
        """Who led a sentence last between two places, if that is no other of two who share it."""
        subject = self._subject(gender, start, at, content)
        beside = self._leads_beside(subject, gender, at) if subject else None
        if subject and beside:
            self.memory.leave_open(gender, at)
            return undecided([subject, beside], "pronoun: several people fit")
        return known(subject, SUBJECT) if subject else None

    def _leads_beside(self, subject: Person, gender: str, at: int) -> Person | None:
        """Who else of a gender leads a clause of the sentence before a place: Okoro set up the pieces, and Lind lit him
        a pipe.
        """
        end = sentence_start(self.text, at)
        start = sentence_start(self.text, max(0, end - 2))
        namings = self.people.between(start, end)
        bearers = [self.people.bearer(naming) for naming in namings]
        if subject not in bearers:
            return None
        for naming, person in zip(namings, bearers, strict=True):
            leads = _AND.search(self.text, start, naming.span[0]) and _ACTS.match(self.text, naming.span[1])
            if leads and person and person is not subject and person.gender in (None, gender):
                return person
        return None

    def leader(self, gender: str, at: int, content: tuple[Span, ...]) -> Span | None:
        """What leads a sentence of a pronoun's paragraph without a name, if nobody who fits spoke or led one since."""
        spoke, where = self._last_who_spoke(gender, at, content)
        start = max(where if spoke else 0, self.text.rfind("\n", 0, at) + 1, at - _REACH)
        found = unnamed_leader(self.text, start, at, partial(self._is_reported, at=at, content=content))
        return found if found and not self._subject(gender, found[1], at, content) else None

    def _named_in_full(self, gender: str, start: int, at: int) -> list[Person]:
        """Who fits and is named in full between two places."""
        named = (self.people.bearer(naming) for naming in self.people.between(start, at) if len(naming.words) > 1)
        return list({id(one): one for one in named if one and one.gender in (None, gender)}.values())

    def _is_alone(self, spoke: Speaker, at: int) -> bool:
        """Whether nobody else is named in a paragraph up to a place."""
        start = max(self.text.rfind("\n", max(0, at - _REACH), at), at - _REACH)
        named = {
            id(person) for naming in self.people.between(start, at) for person in self.people.bearers(naming.words)
        }
        return named == {id(spoke.person)}

    def _last_who_spoke(self, gender: str, at: int, content: tuple[Span, ...]) -> tuple[Speaker | None, int]:
        for past in self.memory.backwards():
            if any(start <= past.span[0] < end for start, end in content):
                continue  # "The mayor told me, 'Go home,'" she said: it is not the mayor who tells that
            if _ASKED_BY.search(self.text, max(0, past.span[0] - _BEFORE_AGENT), past.span[0]):
                continue  # Okoro was asked by a caller. He said ...
            for speaker in past.speakers:
                told = speaker.told_gender
                fits = told == gender or (told is None and not self._is_other(gender, speaker.person, at))
                if speaker.kind == "person" and fits:
                    return speaker, past.span[1]
            beside = _is_one_unnamed(past.speakers) and "\n" not in self.text[past.span[1] : at]
            if beside and past.speakers[0].told_gender in (None, gender):
                return past.speakers[0], past.span[1]
        return None, 0

    def _subject(self, gender: str | None, start: int, at: int, content: tuple[Span, ...]) -> Person | None:
        """The last person between two places who is the first one named in a sentence, outside reported words."""
        person = self.subjects.last(gender, start, at, partial(self._is_reported, at=at, content=content))
        return None if gender and person and self._is_other(gender, person, at) else person

    def _is_other(self, gender: str, person: Person | None, at: int) -> bool:
        """Whether the pronoun of the other gender meant somebody last in the paragraph of a place: she asked why, and
        he said it was late.
        """
        start = max(self.text.rfind("\n", max(0, at - _REACH), at), at - _REACH)
        return person is not None and self.memory.meant_since(person, start) not in (None, gender)

    def shown(self, at: int, content: tuple[Span, ...]) -> Person | None:
        """The person who leads a sentence of the paragraph before a place: "the 67-year-old" is nobody new."""
        return self._subject(None, self.text.rfind("\n", 0, at) + 1, at, content)

    def last_shown(self, at: int, content: tuple[Span, ...]) -> Person | None:
        """Who led a sentence last before a place, or spoke after that."""
        past = next(self.memory.backwards(), None)
        spoke = past.speakers[0].person if past and len(past.speakers) == 1 else None
        subject = self._subject(None, max(past.span[1] if past else 0, at - _REACH), at, content)
        return subject or spoke

    def _is_reported(self, place: int, at: int, content: tuple[Span, ...]) -> bool:
        """Whether a place stands in reported words that the pronoun does not stand in."""
        spans = (*content, *(span for past in islice(self.memory.backwards(), 8) for span in past.content))
        return any(a <= place < b and not a <= at < b for a, b in spans)

    def _only_person(self, gender: str, at: int) -> Answer:
        """Nobody who fits spoke before: the person named before it, if there is only one who fits."""
        before = [person for person in self.people.everyone[:_CROWD] if person.full_at and person.full_at[0] < at]
        fitting = [person for person in before if person.gender == gender] or [p for p in before if p.gender is None]
        if len(fitting) == 1:
            return known(fitting[0], "pronoun: only person who fits")
        holder = self.memory.latest(("office",), self.text.rfind("\n", 0, at) + 1) if not fitting else None
        if holder and holder.told_gender in (None, gender):  # The fisherman says no. He says it is late.
            return Answer((holder,), "pronoun: previous named source")
        self.memory.leave_open(gender, at)
        return undecided(fitting, "pronoun: several people fit" if fitting else _NOBODY)


def _is_one_unnamed(speakers: Sequence[Speaker]) -> bool:
    """One diplomat, the driver, the interior minister: a single person whom the article does not name; no field, nor
    "many of them", nor who is told in other words: the former president, the Vermont senator.
    """
    if len(speakers) == 1 and speakers[0].kind == "office":
        name = speakers[0].mention.name
        return _OFFICE_ALONE.fullmatch(name.lower() if name.startswith(("The ", "the ")) else name) is not None
    if [speaker.kind for speaker in speakers] != ["anonymous"] or is_plural(speakers[0]):
        return False
    return speakers[0].head in PERSON_NOUNS or BY_TRADE.search(speakers[0].head) is not None
