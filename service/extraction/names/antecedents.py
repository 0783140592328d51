"""Finds the noun phrase that "who" or "which" stands behind: the dockers, and not the verb they are the object of."""

from collections.abc import Sequence
from dataclasses import replace

from service.extraction.names import tables
from service.extraction.names.answers import Answer, known
from service.extraction.names.cores import ORGANISATIONS, PERSON_NOUNS
from service.extraction.names.parsing import PhraseParser
from service.extraction.names.people import People
from service.extraction.names.phrases import Phrase
from service.extraction.names.things import Things
from service.extraction.names.words import Word, sentence_start, words_in
from service.regex import regex

_DETERMINERS = tables.words("function_words", "definite", "owned", "indefinite")
_JOINING = frozenset({"of", "in", "from", "at", "on", "across", "around", "with"})
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
# A sister of one victim, who asked: it is she who asked.
_KIN = tables.words("exceptions", "kin")
_NEAR = 160
_APPOSITIONS = regex(r"(?:\s+\([^)]*\)|\s+of\s[^,]+)?(?:,\s[^,]+){0,2}|\s+(?:in|on|from)\s[^,]+")
# Roe is no zealot by the measure of those | who ...
_NO_APPOSITION = regex(r"(?:(?!\bwho\b).)*\b(?:is|are|was|were|has|had|have|said|says|will|would)\b|.*\b(?:those|one)$")
# A clerk, testifying behind a screen, who ...
_INSERTED = regex(r",\s(?!according|including)[a-z]+ing\s[^,]+(?<!\bthose)(?<!\bpeople)$")
# Dockers such as Okoro, who have; Roe and Okoro, who are: no single person.
_SEVERAL = regex(r"\s(?:have|are|were|say|think|want|believe|do|don[’']t|aren[’']t|haven[’']t)\b")
_EXAMPLE = regex(r",?\s(?:[—–-]\s)?(?:such as|including|like)\s(?=[^.;:]*[A-Z])[^.;:]*$")
_BESIDE = "pronoun: noun just before"
BY_TRADE = regex(r"(?:[eo]r|ist|ian|eon|man|woman|ess|one|another)$")


class Antecedents:
    """The nouns before the relative pronouns of one article."""

    def __init__(self, text: str, people: People, phrases: PhraseParser, things: Things) -> None:
        self.text, self.people, self.phrases, self.things = text, people, phrases, things

    def before(self, word: str, at: int) -> Answer:
        """Whom "who" or "which" means: the noun phrase that ends before it, over one or two appositions."""
        start = max(sentence_start(self.text, at), at - _NEAR)
        end = start + len(self.text[start:at].rstrip(" ,—–-("))
        inserted = _INSERTED.search(self.text[start:end]) if word == "who" and "," in self.text[end:at] else None
        end = start + inserted.start() if inserted else end
        several = word == "who" and _SEVERAL.match(self.text, at + len(word)) is not None
        example = _EXAMPLE.search(self.text, start, end) if several else None
        end = example.start() if example else end
        person = self._person_ending(start, end) if word != "which" and not several else None
        if person:
            return person
        phrase = self._noun_ending(start, end, word == "who")
        if phrase is None or phrase.sort == "pronoun" or (several and phrase.sort == "person"):
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
        joined = at >= 2 and words[at - 1].text in _JOINING and words[at - 2].key not in ("that", "those")
        if people and joined and (words[at - 2].key in _KIN or self._is_place_or_body(phrase)):
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
            apposed = _APPOSITIONS.fullmatch(gap) and not _NO_APPOSITION.match(gap)
            bearers = self.people.bearers(naming.words, naming.gender) if apposed else []
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
        or BY_TRADE.search(phrase.head) is not None
    )
    return one or phrase.head.endswith("s") or phrase.head.isdigit()


def _joins_capitals(words: Sequence[Word]) -> bool:
    return words[0].capital and words[1].text in _WITHIN and words[2].capital
