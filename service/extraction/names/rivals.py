"""Tells whether "he" or "she" may be another than who spoke last: who else fits and is named since."""

from collections.abc import Callable

from service.extraction.names.answers import Answer, known
from service.extraction.names.memory import Speaker
from service.extraction.names.people import People, Person
from service.extraction.names.subjects import SUBJECT, Subjects
from service.extraction.names.words import paragraphs_between, sentence_end, sentence_start
from service.records import Span
from service.regex import regex

IsReported = Callable[[int], bool]
_REACH = 900
_FAR = 3  # paragraphs after which a speaker is no "he" any more
_CROWD = 200  # people looked through for another who fits
_LED = regex(r"[“\"‘'(]*(?:[A-Z][a-z]+,? )?([Hh]e|[Ss]he)\b")


class Rivals:
    """Those who may be meant by the pronouns of one article instead of who spoke last."""

    def __init__(self, text: str, people: People, subjects: Subjects) -> None:
        self.text, self.people, self.subjects = text, people, subjects

    def instead(
        self, spoke: Speaker, where: int, gender: str, at: int, content: tuple[Span, ...], is_reported: IsReported
    ) -> Answer | None:
        """Whom a pronoun means where that may be another than who spoke last, at `where`; None where it is not.

        `content` are the words that the pronoun is the source of; `is_reported` tells of a place whether it stands in
        anybody's.
        """
        rivals = self._named(gender, sentence_end(self.text, where, at), at, is_reported)
        rivals = [person for person in rivals if person is not spoke.person]
        if self._is_beside(rivals, where, at, content):
            return known(rivals[0], "pronoun: only person who fits")
        if rivals:
            names = (spoke.mention.name, *sorted(one.name for one in rivals))
            return Answer((), "pronoun: several people fit", names[:5])
        if self._is_far(spoke, gender, where, at):
            told = self._told_of_self(gender, at, content)
            return known(told, SUBJECT) if told else Answer((), "pronoun: several people fit", (spoke.mention.name,))
        return None

    def _is_beside(self, rivals: list[Person], where: int, at: int, content: tuple[Span, ...]) -> bool:
        """Whether one other alone fits, named in the sentence before or the own, a paragraph behind who spoke."""
        quotes = any(span[1] <= at and self._is_marked(span) for span in content)
        if len(rivals) != 1 or quotes or not paragraphs_between(self.text, where, at):
            return False
        start = sentence_start(self.text, max(0, sentence_start(self.text, at) - 2))
        return any(self.people.bearer(naming) is rivals[0] for naming in self.people.between(start, at))

    def _is_far(self, spoke: Speaker, gender: str, where: int, at: int) -> bool:
        """Whether paragraphs that do not name a speaker stand between, in an article of others who fit."""
        named = (naming for naming in self.people.between(max(where, at - _REACH), at))
        last = next((one.span[1] for one in named if spoke.person in self.people.bearers(one.words)), where)
        if paragraphs_between(self.text, last, at) < _FAR:
            return False
        before = (person for person in self.people.everyone[:_CROWD] if person.full_at and person.full_at[0] < at)
        return any(person is not spoke.person and person.gender == gender for person in before)

    def _told_of_self(self, gender: str, at: int, content: tuple[Span, ...]) -> Person | None:
        """Ms. Okoro was shocked, she said: who leads reported words before the pronoun that stand in no marks."""
        told = [span for span in content if span[1] <= at and not self._is_marked(span)]
        return self.subjects.last(gender, *told[0], lambda place: False) if told else None

    def _is_marked(self, span: Span) -> bool:
        return span[0] > 0 and self.text[span[0] - 1] in "“\"'"

    def _named(self, gender: str, start: int, at: int, is_reported: IsReported) -> list[Person]:
        """Who fits and is named between two places, outside reported words: it may be them."""
        named = (
            self.people.bearer(naming)
            for naming in self.people.between(max(start, at - _REACH), at)
            if not (
                is_reported(naming.span[0])
                or self._meets(gender, naming.span[0])
                or self.subjects.opens_clause_of_another(naming)
            )
        )
        return list({id(person): person for person in named if person and person.gender == gender}.values())

    def _meets(self, gender: str, place: int) -> bool:
        """He had met Okoro in Lima: who is named in a sentence that a pronoun leads is not meant by it."""
        led = _LED.match(self.text, sentence_start(self.text, place))
        return led is not None and (led.group(1).lower() == "he") == (gender == "m")
