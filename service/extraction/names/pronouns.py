"""Finds whom a pronoun means that is the source of a quote."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from service.extraction.names import tables
from service.extraction.names.answers import Answer, known, undecided
from service.extraction.names.bodies import Bodies
from service.extraction.names.cores import ORGANISATIONS, PERSON_NOUNS
from service.extraction.names.memory import Memory, Speaker, may_be_no_person
from service.extraction.names.namings import Naming
from service.extraction.names.people import People, Person
from service.extraction.names.phrases import Phrase, PhraseParser
from service.extraction.names.things import Things
from service.extraction.names.words import Word, sentence_start, words_in
from service.records import Span

HE, SHE = frozenset({"he", "his", "him", "himself"}), frozenset({"she", "her", "herself"})
PLURAL = frozenset({"they", "their", "them", "themselves"})
FIRST_PERSON = frozenset({"i", "my", "me", "we", "our", "us"})
RELATIVE = frozenset({"who", "which", "that"})
_DETERMINERS = tables.words("function_words", "definite", "owned", "indefinite")
_JOINING = frozenset({"of", "in", "from", "at", "on", "across", "with"})
_STOPS = tables.words("function_words", "stop")
# What verbs stand behind: would persuade farmers; an effort to persuade farmers, but not "said to angry farmers".
_MODALS, _OF_INFINITIVE, _SUBJECTS, _ADVERBS, _OF_GERUND, _PRESENT = (
    tables.words("verbs", section) for section in ("modal", "infinitive", "subject", "adverb", "gerund", "present")
)
_FIGURES = frozenset({"figure", "figures"})
_GENERIC = tables.words("function_words", "generic")
_ANYBODY = (
    _GENERIC
    | tables.words("function_words", "indefinite", "definite", "pronoun")
    | tables.words("collective_nouns", "anonymous", "share")
)
_SOMEBODY = PERSON_NOUNS | _ANYBODY
_WITHIN = frozenset({"of", "for", "and"})
_OWNED = re.compile(r"[’']s (?:[\w-]+ ){0,4}?([a-z-]+),? (?=[A-Z])")
_OWNED_BODY = re.compile(r"[’']s (?:[a-z-]+ ){0,2}?([a-z]+) (?=[a-z]+(?:ed|s)\b|said\b|told\b)")
_NEAR = 160
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
_APPOSITIONS = re.compile(r"(?:\s+\([^)]*\)|\s+of\s[^,]+)?(?:,\s[^,]+){0,2}")
_INSERTED = re.compile(r",\s(?!according|including)[a-z]+ing\s[^,]+$")  # a clerk, testifying behind a screen, who ...
_BESIDE = "pronoun: noun just before"
_NOBODY = "pronoun: nobody fits"
_BY_TRADE = re.compile(r"(?:[eo]r|ist|ian|eon|man|woman|ess|one|another)$")


class Pronouns:
    """Resolves the pronouns of one article against what was resolved before them."""

    def __init__(self, text: str, people: People, bodies: Bodies, phrases: PhraseParser, memory: Memory) -> None:
        self.text, self.people, self.phrases, self.memory = text, people, phrases, memory
        self.things = Things(text, bodies, phrases, memory)

    def resolve(self, word: str, at: int, content: tuple[Span, ...] = ()) -> Answer:
        """The speakers that a pronoun at a place means; `content` are the words it is the source of."""
        if word in HE or word in SHE:
            return self._person("m" if word in HE else "f", at, content)
        if word in PLURAL:
            return self._several(max((span[0] for span in content if span[0] < at), default=at))
        if word in FIRST_PERSON:
            return self._first_person(at)
        if word in RELATIVE:
            return self._noun_before(word, at)
        if word in ("it", "its"):
            return self.things.resolve(at)
        return Answer((), "pronoun that names nobody")

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

    def _noun_before(self, word: str, at: int) -> Answer:
        """Who and which: the noun phrase that ends just before, over one or two appositions between commas."""
        start = max(sentence_start(self.text, at), at - _NEAR)
        end = start + len(self.text[start:at].rstrip(" ,—–-("))
        inserted = _INSERTED.search(self.text[start:end]) if word == "who" and "," in self.text[end:at] else None
        end = start + inserted.start() if inserted else end
        person = self._person_ending(start, end) if word != "which" else None
        if person:
            return person
        phrase = self._noun_ending(start, end, word == "who")
        if phrase is None or phrase.sort == "pronoun":
            return Answer((), "pronoun: no noun before it")
        return self.things.describe(phrase)

    def _noun_ending(self, start: int, end: int, people: bool) -> Phrase | None:
        """The noun phrase that ends a stretch; for people it goes on over "of": members of Congress who."""
        words = words_in(self.text, start, end)
        at = self._noun_start(words)
        if people and words and words[-1].text in _FIGURES:
            return self._figures(words[at:])
        begins = _body_start(words, at)
        if begins < at:
            return self._body(words[begins:])
        phrase = self.phrases.parse(words[at].start, end) if at < len(words) else None
        if phrase and phrase.sort == "person" and not people:  # nobody is a "which"
            known = any(person.full_at and person.gender for person in self.people.bearers(phrase.words))
            return None if known else replace(phrase, sort="organisation")
        if people and at >= 2 and words[at - 1].text in _JOINING and self._is_place_or_body(phrase):
            begins = self._noun_start(words[: at - 1])
            whole = self.phrases.parse(words[begins].start, end) if begins < at - 1 else None
            phrase = whole if whole and not whole.words and _may_be(whole, people) else phrase
        return phrase if phrase and _may_be(phrase, people) else None

    def _figures(self, words: Sequence[Word]) -> Phrase | None:
        """The party's top figures, who: those are people, not numbers."""
        phrase = self.phrases.parse(words[0].start, words[-1].end) if words else None
        return replace(phrase, sort="group" if phrase.head.endswith("s") else "anonymous") if phrase else None

    def _body(self, words: Sequence[Word]) -> Phrase:
        """A body's name that goes on behind small words: the Board of Trade, Farmers for Change."""
        span = (words[0].start, words[-1].end)
        names = tuple(word.text for word in words)
        return Phrase("organisation", " ".join(self.text[slice(*span)].split()), span, names, words[-1].key)

    def _noun_start(self, words: list[Word]) -> int:
        """Where the noun phrase at the end begins: at its determiner, or behind a word that cannot be in it."""
        for at in range(len(words) - 1, -1, -1):
            if words[at].key in _DETERMINERS and words[at].text not in _ADVERBS:
                return at + 2 * _is_subject(words[at : at + 3])
            if self._ends_phrase(words, at):
                return _behind_verb(words, at, "," in self.text[words[at].end : words[-1].end][:2])
        return _behind_verb(words, -1)

    def _is_place_or_body(self, phrase: Phrase | None) -> bool:
        if phrase is None:
            return True
        unknown = phrase.sort == "person" and len(phrase.words) == 1 and not self.people.bearers(phrase.words)
        thing = phrase.sort == "anonymous" and phrase.head not in _SOMEBODY  # a clerk of the port, who
        return unknown or thing or phrase.sort in ("organisation", "state", "document")

    def _ends_phrase(self, words: list[Word], at: int) -> bool:
        """Whether a noun phrase cannot begin before the word behind this one."""
        gap = self.text[words[at].end : words[at + 1].start] if at + 1 < len(words) else ""
        return (
            words[at].text in _STOPS
            or words[at].text in _MODALS
            or (gap != "," and any(mark in gap for mark in ",;:—–()"))
        )

    def _person_ending(self, start: int, end: int) -> Answer | None:
        """The person whose name ends the stretch, or stands before the appositions that end it."""
        for naming in self.people.between(start, end):
            gap = self.text[naming.span[1] : end]
            bearers = self.people.bearers(naming.words, naming.gender) if _APPOSITIONS.fullmatch(gap) else []
            if len(bearers) == 1:
                return known(bearers[0], _BESIDE)
        return None


def _body_start(words: list[Word], at: int) -> int:
    """Where the name of a body begins that goes on behind "of", "for" or "and": the Board of Trade, which."""
    begins = at
    while 2 <= begins < len(words) and _joins_capitals(words[begins - 2 : begins + 1]):
        begins -= 2
        while begins and words[begins - 1].capital:
            begins -= 1
        of_body = any(word.key.removesuffix("s") in ORGANISATIONS for word in words[begins:at])
        if of_body or any(word.text == "for" for word in words[begins:at]):
            return begins
    return at


def _is_subject(words: Sequence[Word]) -> bool:
    """This angered | farmers, who."""
    return len(words) == 3 and words[0].key in ("this", "that") and words[1].text.endswith("ed")


def _behind_verb(words: list[Word], at: int, comma: bool = False) -> int:
    """Where the object begins behind the word that a noun phrase cannot go back over, or the comma behind it: would
    soon persuade | farmers.
    """
    start, before = at + 1, words[at].text if at >= 0 else ""
    infinitive = before == "to" and at > 0 and words[at - 1].text in _OF_INFINITIVE
    subject = start < len(words) and words[start].key in _SUBJECTS
    start += subject
    if infinitive or subject or before in _MODALS:
        while start < len(words) - 2 and (words[start].text.endswith("ly") or words[start].text in _ADVERBS):
            start += 1
        start += start < len(words) - 1
    gerund = start < len(words) - 1 and words[start].text.endswith("ing") and words[start].text not in _PRESENT
    return start + (gerund and (subject or comma or before in _OF_GERUND))


def _may_be(phrase: Phrase, people: bool) -> bool:
    """Whether a noun phrase may be a who, or a which: nobody at home who, nothing released, which."""
    if phrase.sort != "anonymous" or phrase.words:
        return not people or phrase.sort != "document"
    if not people:
        return not phrase.head.endswith("ed")
    one = (
        phrase.head in _ANYBODY
        or phrase.text.split()[0].lower() in _GENERIC
        or phrase.head in PERSON_NOUNS
        or _BY_TRADE.search(phrase.head) is not None
    )
    return one or phrase.head.endswith("s") or phrase.head.isdigit()


def _joins_capitals(words: Sequence[Word]) -> bool:
    return words[0].capital and words[1].text in _WITHIN and words[2].capital


def _is_one_unnamed(speakers: Sequence[Speaker]) -> bool:
    """One diplomat, the driver: a single person whom the article does not name; no field, nor "many of them"."""
    if [speaker.kind for speaker in speakers] != ["anonymous"] or _is_plural(speakers[0]):
        return False
    return speakers[0].head in PERSON_NOUNS or _BY_TRADE.search(speakers[0].head) is not None


def _is_plural(speaker: Speaker) -> bool:
    if speaker.kind == "anonymous":
        return speaker.head.endswith("s") or speaker.head in ("people", "authorities", "police")
    return speaker.kind in ("group", "organisation")
