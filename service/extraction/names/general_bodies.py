"""Decides which body is meant by a noun for one in a source: "the company", "the agency", "the campaign"."""

from collections.abc import Iterator, Sequence

from service.extraction.names.answers import Answer, described
from service.extraction.names.bodies import Bodies, body_name, is_general
from service.extraction.names.cores import is_lexical, is_organisation
from service.extraction.names.known_bodies import length_of_body
from service.extraction.names.memory import Memory
from service.extraction.names.people import People
from service.extraction.names.phrases import Phrase
from service.extraction.names.words import fold, is_acronym, paragraphs_between, sentence_start
from service.regex import regex

_FAR = 3  # paragraphs after which "the company" may be another
_REACH = 3000
_ACTS = regex(r"\s(?:[a-z]+(?:ed|s|ght)|took|won|had|sold|beat|met)\b")
_BY_LETTERS = frozenset({"agency", "network", "broadcaster"})


class GeneralBodies:
    """Which bodies the nouns of one article mean, by what it names and by who spoke before."""

    def __init__(self, text: str, people: People, bodies: Bodies, memory: Memory) -> None:
        self.text, self.people, self.bodies, self.memory = text, people, bodies, memory

    def resolve(self, phrase: Phrase) -> Answer:
        """The speaker that an organisation's phrase names."""
        if phrase.words:
            printed = body_name(phrase.text)
            return described(phrase, "organisation", self.bodies.fullest(phrase.words) or printed, printed)
        if phrase.determiner != "definite" or not phrase.text.lower().endswith(phrase.head):
            return described(phrase, "organisation")
        names = self.bodies.headed(phrase.head, phrase.span[0], phrase.modifiers)
        general = is_general(phrase.head) and not phrase.modifiers
        if len(names) == 1 and not (general and self._is_another(names[0], phrase.span[0])):
            return described(phrase, "organisation named in the article", names[0])
        if general:
            spoke = self._that_spoke(phrase)
            presented = spoke or self.bodies.called(self.people.presented_before(phrase.span[0]), phrase.head)
            may_be_another = not spoke and self._is_led_by_another(presented, phrase.span[0])
            if len(presented) == 1 and not may_be_another and self._is_near(presented[0], phrase):
                return described(phrase, f"only organisation {'that spoke' if spoke else 'presented'}", *presented)
        return described(phrase, "organisation")

    def _is_another(self, name: str, at: int) -> bool:
        """Frontex, the border agency, opened a file; "the agency" is not the Refugee Agency that is named behind it."""
        return self.text.find(name) > at and bool(self.people.presented_before(at))

    def _that_spoke(self, phrase: Phrase) -> list[str]:
        """Those before a phrase that it may mean; of several those that spoke in its paragraph."""
        line = self.text.rfind("\n", 0, phrase.span[0])
        spoke = [
            (past.span[0] > line, who.mention.name)
            for past in self.memory.backwards()
            for who in past.speakers
            if who.kind == "organisation"
        ]
        every = self.bodies.called([name for _, name in spoke], phrase.head)
        # Letters are left out but for agencies: sued by the NAACP, the company agreed ...
        fitting = [name for here, name in spoke if here and (phrase.head in _BY_LETTERS or not is_acronym(name))]
        near = self.bodies.called(fitting, phrase.head)
        return near if len(every) > 1 and near else every

    def _is_near(self, name: str, phrase: Phrase) -> bool:
        """Whether a body is named or spoke near a phrase, and no other that fits is named behind it."""
        start, end = max(0, phrase.span[0] - _REACH), phrase.span[0]
        spoke = (past.span[1] for past in self.memory.backwards() if past.speakers[0].mention.name == name)
        last = max(self.text.rfind(name, start, end), next(spoke, -1))
        if last < 0 or paragraphs_between(self.text, last, end) > _FAR:
            return False
        since = self.bodies.called(self._named(last + len(name), end, phrase.head), phrase.head)
        return all(fold(other) in fold(name) for other in since)

    def _is_led_by_another(self, presented: Sequence[str], at: int) -> bool:
        """Whether a name that nothing shows to be a person's leads the sentence that presents a body last:
        Zentrix bought its rival Ludavia.
        """
        place = self.text.rfind(presented[0], max(0, at - _REACH), at) if presented else -1
        opening = sentence_start(self.text, place) if place > 0 else 0
        leading = [naming for naming in self.people.between(opening, place) if naming.span[0] == opening]
        return any(
            _ACTS.match(self.text, naming.span[1])
            and not self.people.bearers(naming.words)
            and not is_lexical(naming.words[0])
            for naming in leading
        )

    def _named(self, start: int, end: int, noun: str) -> Iterator[str]:
        for naming in self.people.between(start, end):
            letters = is_acronym(naming.words[-1])
            shown = tuple(map(fold, naming.words)) in self.people.bodies
            if shown or (letters and noun in _BY_LETTERS) or (not letters and _is_body(naming.words)):
                yield " ".join(naming.words)


def _is_body(words: tuple[str, ...]) -> bool:
    return is_organisation(words) or length_of_body(words) == len(words)
