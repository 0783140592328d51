"""Finds who leads a sentence: the person named first in it, unless the name only tells whose or which thing does."""

import re
from collections.abc import Callable

from service.extraction.names.cores import ORGANISATIONS, PERSON_NOUNS
from service.extraction.names.namings import Naming
from service.extraction.names.people import People, Person
from service.extraction.names.words import sentence_start
from service.regex import regex

SUBJECT = "pronoun: subject of a sentence since the previous source"
_OWNED = regex(r"(?:[’']s (?:[\w-]+ ){0,4}?| (?:[\w-]+ ){0,2}?)([a-z-]+),? (?=[A-Z])")
_OWNED_BODY = regex(r"[’']s (?:[a-z-]+ ){0,2}?([a-z]+) (?=[a-z]+(?:ed|s)\b|said\b|told\b)")
_POSSESSIVE = regex(r"[’']s?\s")
# The Okoro campaign lost; this Okoro rally: of the name, a noun that follows it.
_TELLS_WHICH = regex(r"(?<![\w’'-])(?:the|an?|this|that|these|those|every|any|no|each|another) $", re.IGNORECASE)
_NOUN_BEHIND = regex(r" [a-z]")
# The firm answered through its counsel, | Ann Roe. "No," she said.
_VOICE = regex(r"\b(?:through|via) (?:its|his|her|their|an?|the) (?:[\w.-]+ ){0,3}?[a-z-]+, (?:[A-Z][a-z]{0,4}\. )?$")
# Questioned by Okoro, she left; told that Okoro had left, he smiled: the name is in the opening clause of another.
_OPENED = regex(
    r"[\"“‘(]*(?:(?:[A-Z][a-z]+-)?[A-Za-z]+ed|Told|Shown|Given|In a [a-z]+)\s[^.;:“”\"\n]{0,60}?"
    r"(?<![\w-])(?:by|to|that|whether|if|with|about|of|against) (?:[A-Z][a-z]+\.? )?$"
)
_ANOTHER_BEHIND = regex(r"[^.;:“”\"\n]{0,120}?, (?:he|she|the [a-z]+) ")
_LEAD = 60  # characters of a sentence in which its subject stands
# When Okoro had spoken, Mr. | Lind left: it is Lind who leads.
_BEHIND_CLAUSE = regex(
    r"[\"“”'‘’(]*(?:When|As|While|After|Before|Although|Though|If|Because|Since|Once|Until|Asked|Pressed|Speaking)"
    r"\s.*,\s(?:[A-Z][a-z]{0,4}\.\s)?$",
    re.DOTALL,
)
# He met Okoro; then he turned to Okoro; when she saw Okoro. It is easy to see why Okoro left: that "it" is nobody.
_LED_BY_PRONOUN = regex(
    r"[\"“”'‘’(]*(?:(?:He|She|They|We|I|You)(?![\w’'])|It(?![\w’'])(?! (?:is|was|seems|appears|would be|will be)\b)"
    r"|(?:Then|But|And|Now|Later|Still|So|Yet|When|As|While|After|Before|Although|Though|If|Because|Since|Once|Until)"
    r",? (?:he|she|they)\b)"
)


class Subjects:
    """The subjects of the sentences of one article, as far as they are people."""

    def __init__(self, text: str, people: People) -> None:
        self.text, self.people = text, people

    def last(self, gender: str | None, start: int, end: int, is_reported: Callable[[int], bool]) -> Person | None:
        """The last person of a gender, or of any, who leads a sentence between two places, outside reported words."""
        for naming in self.people.between(start, end):
            told = is_reported(naming.span[0]) or not self._leads(naming, end)
            if told and not self._is_voice(naming):
                continue
            person = self._of_gender(naming, gender)
            if person:
                return person
        return None

    def _of_gender(self, naming: Naming, gender: str | None) -> Person | None:
        """Whom a name means at its place, if that fits: of two Okoros the one named most, else the one named last."""
        bearers = self.people.bearers(naming.words, naming.gender)
        foremost = self.people.foremost(bearers) if len(bearers) > 1 else None
        person = foremost or self.people.bearer(naming)
        return person if person and (gender is None or person.gender in (None, gender)) else None

    def _leads(self, naming: Naming, end: int) -> bool:
        """Whether a name is the first in its sentence and stands near its beginning, with no pronoun as its subject."""
        opening = sentence_start(self.text, naming.span[0])
        if self._introduces(naming) or self._owns_leader(naming, end):
            return False
        if _BEHIND_CLAUSE.match(self.text[opening : naming.span[0]]):
            return True
        if _LED_BY_PRONOUN.match(self.text, opening) or self.opens_clause_of_another(naming):
            return False
        if naming.span[0] - opening >= _LEAD or self._tells_which(naming):
            return False
        before = self.people.between(opening, naming.span[0])
        return not any(self.people.bearers(other.words) for other in before if not self._introduces(other))

    def opens_clause_of_another(self, naming: Naming) -> bool:
        """Questioned by Okoro, she left: the name stands in a clause before the subject, and is not it."""
        opened = _OPENED.match(self.text, sentence_start(self.text, naming.span[0]), naming.span[0])
        return opened is not None and _ANOTHER_BEHIND.match(self.text, naming.span[1]) is not None

    def _is_voice(self, naming: Naming) -> bool:
        """Whether a name ends a sentence as that of whom somebody answers through. The network takes the sentence for
        a part of the words that follow it.
        """
        start, end = naming.span
        ends = self.text.startswith((".", ":"), end)
        return ends and _VOICE.search(self.text, max(0, start - _LEAD), start) is not None

    def _introduces(self, naming: Naming) -> bool:
        """Okoro's old driver Bo Diaz told another tale, Okoro adviser Bo Diaz too: it is Diaz who leads."""
        owned = _OWNED.match(self.text, naming.span[1])
        return owned is not None and owned.group(1) in PERSON_NOUNS

    def _tells_which(self, naming: Naming) -> bool:
        """The Okoro campaign was late: nobody called so leads the sentence."""
        before = self.text[max(0, naming.span[0] - 10) : naming.span[0]]
        return _TELLS_WHICH.search(before) is not None and _NOUN_BEHIND.match(self.text, naming.span[1]) is not None

    def _owns_leader(self, naming: Naming, end: int) -> bool:
        """Okoro's campaign accused Lind; Okoro's rally will keep Ann Roe awake: it is a body or a thing that leads."""
        if not _POSSESSIVE.match(self.text, naming.span[1]):
            return False
        owned = _OWNED_BODY.match(self.text, naming.span[1])
        return owned is not None and owned.group(1) in ORGANISATIONS
