"""Finds whom a pronoun means that is the source of a quote."""

from service.extraction.names.answers import Answer, placed
from service.extraction.names.antecedents import Antecedents
from service.extraction.names.bodies import Bodies
from service.extraction.names.memory import Memory
from service.extraction.names.parsing import PhraseParser
from service.extraction.names.people import People
from service.extraction.names.phrases import Phrase
from service.extraction.names.plural_pronouns import PluralPronouns
from service.extraction.names.singular_pronouns import SingularPronouns
from service.extraction.names.things import Things
from service.records import Span

HE, SHE = frozenset({"he", "his", "him", "himself"}), frozenset({"she", "her", "herself"})
PLURAL = frozenset({"they", "their", "them", "themselves"})
FIRST_PERSON = frozenset({"i", "my", "me", "we", "our", "us"})
RELATIVE = frozenset({"who", "which", "that"})
_SUBJECT_REACH = 900
_CROWD = 200  # people looked through for the only one who fits
_NOBODY = "pronoun: nobody fits"


class Pronouns:
    """Resolves the pronouns of one article against what was resolved before them."""

    def __init__(self, text: str, people: People, bodies: Bodies, phrases: PhraseParser, memory: Memory) -> None:
        self.text, self.people, self.phrases, self.memory = text, people, phrases, memory
        self.singular = SingularPronouns(text, people, memory)
        self.things = Things(text, bodies, phrases, memory)
        self.plural = PluralPronouns(text, people, phrases, memory, self.things)
        self.antecedents = Antecedents(text, people, phrases, self.things)

    def resolve(self, word: str, at: int, content: tuple[Span, ...] = ()) -> Answer:
        """The speakers that a pronoun at a place means; `content` are the words it is the source of."""
        if word in HE or word in SHE:
            return self.singular.resolve("m" if word in HE else "f", at, content)
        if word in PLURAL:
            return self.plural.resolve(max((span[0] for span in content if span[0] < at), default=at))
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

    def _first_person(self, at: int) -> Answer:
        around = self.memory.around(at)
        if around:
            return Answer((around,), "pronoun: speaker of the quotation around it")
        return Answer((), "first person outside a quotation")
