"""Finds whom a pronoun means that is the source of a quote."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from service.extraction.names.answers import Answer, known, placed, undecided
from service.extraction.names.antecedents import BY_TRADE, Antecedents
from service.extraction.names.bodies import Bodies
from service.extraction.names.cores import ORGANISATIONS, PERSON_NOUNS
from service.extraction.names.memory import Memory, Speaker, may_be_no_person
from service.extraction.names.namings import Naming
from service.extraction.names.parsing import PhraseParser
from service.extraction.names.people import People, Person
from service.extraction.names.phrases import Phrase
from service.extraction.names.things import Things
from service.extraction.names.words import sentence_start
from service.records import Span

HE, SHE = frozenset({"he", "his", "him", "himself"}), frozenset({"she", "her", "herself"})
PLURAL = frozenset({"they", "their", "them", "themselves"})
FIRST_PERSON = frozenset({"i", "my", "me", "we", "our", "us"})
RELATIVE = frozenset({"who", "which", "that"})
_OWNED = re.compile(r"[’']s (?:[\w-]+ ){0,4}?([a-z-]+),? (?=[A-Z])")
_OWNED_BODY = re.compile(r"[’']s (?:[a-z-]+ ){0,2}?([a-z]+) (?=[a-z]+(?:ed|s)\b|said\b|told\b)")
_SUBJECT_REACH = 900
_LEAD = 60  # characters of a sentence in which its subject stands
# When Okoro had spoken, Mr. | Lind left: it is Lind who leads.
_BEHIND_CLAUSE = re.compile(
    r"[\"“”'‘’(]*(?:When|As|While|After|Before|Although|Though|If|Because|Since|Once|Until)\s.*,\s(?:[A-Z][a-z]{0,4}\.\s)?$",
    re.DOTALL,
)
_LED_BY_PRONOUN = re.compile(r"[\"“”'‘’(]*(?:He|She|They|We|I|You|It)(?![\w’'])")
# The players of her old orchestra have ...; Three fishing firms hauled ...; On Mall Road several hundred students ...
_CROWD_SUBJECT = re.compile(
    r"(?:(?:On|In|At|Near|Outside|Around|By|After|Before|Behind)\s[^,.;:“”\"\n]{2,40}?,?\s)?"
    r"((?i:the|these|those|its|his|her|their|some|several|many|most|two|three|four|five|six|dozens of|hundreds of)\s"
    r"(?:hundred\s|thousand\s|dozen\s)?(?:[a-z-]+\s){0,2}?[a-z-]+(?:s|men|women))"
    r"\s(?=(?:have|were|are|who|from|of|in|at|on)\b|[a-z]+(?:ed|t|w|ew|ame|an)\b)"
)
_CROWD = 200  # people looked through for the only one who fits
_NOBODY = "pronoun: nobody fits"


class Pronouns:
    """Resolves the pronouns of one article against what was resolved before them."""

    def __init__(self, text: str, people: People, bodies: Bodies, phrases: PhraseParser, memory: Memory) -> None:
        self.text, self.people, self.phrases, self.memory = text, people, phrases, memory
        self.things = Things(text, bodies, phrases, memory)
        self.antecedents = Antecedents(text, people, phrases, self.things)

    def resolve(self, word: str, at: int, content: tuple[Span, ...] = ()) -> Answer:
        """The speakers that a pronoun at a place means; `content` are the words it is the source of."""
        if word in HE or word in SHE:
            return self._person("m" if word in HE else "f", at, content)
        if word in PLURAL:
            return self._several(max((span[0] for span in content if span[0] < at), default=at))
        if word in FIRST_PERSON:
            return self._first_person(at)
        if word in RELATIVE:
            return self.antecedents.before(word, at)
        if word in ("it", "its"):
            return self.things.resolve(at)
        return Answer((), "pronoun that names nobody")

    def owner(self, phrase: Phrase, content: tuple[Span, ...]) -> Answer | None:
        """Whose a thing is that "its", "his" or "her" stands before; a body only if it is near enough to be certain."""
        at, word = phrase.span[0], phrase.text.split()[0].lower()
        if word == "its":
            found = self.things.beside(at)
        else:
            found = self.resolve(word, at, content) if word in ("his", "her") else None
        return placed(found, phrase.span) if found and found.speakers else None

    def _person(self, gender: str, at: int, content: tuple[Span, ...]) -> Answer:
        spoke, where = self._last_who_spoke(gender, at)
        subject = self._subject(gender, max(where, at - _SUBJECT_REACH), at, content)
        if subject:
            return known(subject, "pronoun: subject of a sentence since the previous source")
        if self.memory.is_open(gender, max(where, at - _SUBJECT_REACH)):
            return Answer((), _NOBODY)
        if spoke and " " not in spoke.mention.name and may_be_no_person(spoke):
            between = self._named_in_full(gender, where, at)
            if len(between) == 1:
                return known(between[0], "pronoun: only person who fits")
        if spoke and spoke.person and spoke.told_gender is None and self._is_alone(spoke, at):
            spoke.person.genders[gender] += 1  # "said Okoro. ... he added": Okoro is no "she" further on
        return Answer((spoke,), "pronoun: previous named source") if spoke else self._only_person(gender, at)

    def _named_in_full(self, gender: str, start: int, at: int) -> list[Person]:
        """Who fits and is named in full between two places."""
        named = (self.people.bearer(naming) for naming in self.people.between(start, at) if len(naming.words) > 1)
        return list({id(one): one for one in named if one and one.gender in (None, gender)}.values())

    def _is_alone(self, spoke: Speaker, at: int) -> bool:
        """Whether nobody else is named in a paragraph up to a place."""
        start = max(self.text.rfind("\n", max(0, at - _SUBJECT_REACH), at), at - _SUBJECT_REACH)
        named = {
            id(person) for naming in self.people.between(start, at) for person in self.people.bearers(naming.words)
        }
        return named == {id(spoke.person)}

    def _last_who_spoke(self, gender: str, at: int) -> tuple[Speaker | None, int]:
        for past in self.memory.backwards():
            for speaker in past.speakers:
                if speaker.kind == "person" and speaker.told_gender in (None, gender):
                    return speaker, past.span[1]
            beside = _is_one_unnamed(past.speakers) and "\n" not in self.text[past.span[1] : at]
            if beside and past.speakers[0].told_gender in (None, gender):
                return past.speakers[0], past.span[1]
        return None, 0

    def _subject(self, gender: str | None, start: int, at: int, content: tuple[Span, ...]) -> Person | None:
        """The last person between two places who is the first one named in a sentence, outside reported words."""
        for naming in self.people.between(start, at):
            if self._is_reported(naming.span[0], at, content) or not self._leads(naming):
                continue
            person = self.people.bearer(naming)
            if person and (gender is None or person.gender in (None, gender)):
                return person
        return None

    def shown(self, at: int, content: tuple[Span, ...]) -> Person | None:
        """The person who leads a sentence of the paragraph before a place: "the 67-year-old" is nobody new."""
        return self._subject(None, self.text.rfind("\n", 0, at) + 1, at, content)

    def _leads(self, naming: Naming) -> bool:
        """Whether a name is the first in its sentence and stands near its beginning, with no pronoun as its subject."""
        opening = sentence_start(self.text, naming.span[0])
        if _LED_BY_PRONOUN.match(self.text, opening) or self._introduces(naming) or self._owns_body(naming):
            return False
        if _BEHIND_CLAUSE.match(self.text[opening : naming.span[0]]):
            return True
        if naming.span[0] - opening >= _LEAD:
            return False
        before = self.people.between(opening, naming.span[0])
        return not any(self.people.bearers(other.words) for other in before if not self._introduces(other))

    def _introduces(self, naming: Naming) -> bool:
        """Okoro's old driver Bo Diaz told another tale: it is the driver who leads the sentence."""
        owned = _OWNED.match(self.text, naming.span[1])
        return owned is not None and owned.group(1) in PERSON_NOUNS

    def _owns_body(self, naming: Naming) -> bool:
        """Okoro's campaign accused Lind: it is a body that leads the sentence."""
        owned = _OWNED_BODY.match(self.text, naming.span[1])
        return owned is not None and owned.group(1) in ORGANISATIONS

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

    def _several(self, at: int) -> Answer:
        crowd = self._crowd_before(at)
        if crowd:
            return replace(self.things.describe(crowd), reason="pronoun: subject of the sentence before")
        for past in self.memory.backwards():
            if len(past.speakers) > 1 or _is_plural(past.speakers[0]):
                return Answer(past.speakers, "pronoun: previous group")
        return Answer((), "pronoun: no group before it")

    def _crowd_before(self, at: int) -> Phrase | None:
        """The people who are the subject of the sentence before: Three farmers hauled a barrel. They shouted ..."""
        opening = sentence_start(self.text, at)
        start = sentence_start(self.text, max(0, opening - 2))
        if "\n" in self.text[start:at]:
            return None
        match = _CROWD_SUBJECT.match(self.text, start, opening)
        phrase = self.phrases.parse(*match.span(1)) if match else None
        return phrase if phrase and phrase.sort == "group" else None

    def _first_person(self, at: int) -> Answer:
        around = self.memory.around(at)
        if around:
            return Answer((around,), "pronoun: speaker of the quotation around it")
        return Answer((), "first person outside a quotation")


def _is_one_unnamed(speakers: Sequence[Speaker]) -> bool:
    """One diplomat, the driver: a single person whom the article does not name; no field, nor "many of them"."""
    if [speaker.kind for speaker in speakers] != ["anonymous"] or _is_plural(speakers[0]):
        return False
    return speakers[0].head in PERSON_NOUNS or BY_TRADE.search(speakers[0].head) is not None


def _is_plural(speaker: Speaker) -> bool:
    if speaker.kind == "anonymous":
        return speaker.head.endswith("s") or speaker.head in ("people", "authorities", "police")
    return speaker.kind in ("group", "organisation")
