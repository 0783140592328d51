"""Finds which body or document "it" means: who spoke or acted last, or what is said to read so."""

import re
from dataclasses import replace
from itertools import takewhile

from service.extraction.datelines import behind_dateline
from service.extraction.names import tables
from service.extraction.names.answers import Answer, described
from service.extraction.names.bodies import Bodies, body_name
from service.extraction.names.cores import ORGANISATIONS, PERSON_NOUNS
from service.extraction.names.kinds import DOCUMENTS
from service.extraction.names.memory import Memory, Speaker, may_be_no_person
from service.extraction.names.parsing import PhraseParser
from service.extraction.names.phrases import Phrase
from service.extraction.names.words import Word, sentence_start, words_in
from service.records import SpeakerKind
from service.regex import regex

# Behind the subject of a sentence: The report, by ...; the ministry had; but not "the weekly benefit".
_VERB_BEHIND = regex(r",|\s(?:has|had|is|was|are|were|will|would|did|does|met|[a-z]+(?:ed|s))\b")
_THINGS = ORGANISATIONS | DOCUMENTS
_NOUNS = _THINGS | PERSON_NOUNS  # before which a name only tells which one
_BODIES: tuple[SpeakerKind, ...] = ("organisation", "state", "document")
_DETERMINERS = tables.words("function_words", "definite", "owned", "indefinite")
_STOPS = tables.words("function_words", "stop")
# On the bills the hospital would not speak: a noun that acts.
_BODY_ACTS = regex(
    r"\b([Tt]he (?:(?!the\b)[a-z-]+(?:[’']s)? ){0,3}?([a-z]+))"
    r"(?=\s(?:had|has|was|is|would|will|did|does|could|can|[a-z]+ed)\b)"
)
_ISSUED = regex(
    r"\b(?:issued|released|published|posted|put out|sent|read(?: out)?|wrote|handed out) "
    r"(?P<what>(?:an?|the|his|her) (?:[a-z-]+ ){0,2}?"
    r"(?:statement|letter|note|message|e-?mail|post|memo|leaflet|notice))\b"
)
_LEAD = 60  # characters of a sentence in which its subject stands
_BODY_REACH = 800
_IT_READS = regex(r"it reads?\b", re.IGNORECASE)
_IT_SHOWS = regex(r"it (?:shows|lists|contains)\b", re.IGNORECASE)  # of a film, a list: no group shows small figures
_WRITTEN = regex(
    rf"(?<!\w)(?i:the|an?|this|that|its|his|her|their) (?![a-z-]+(?<!ly) [a-z]+ed )(?:[\w-]+ ){{0,2}}?"
    rf"(?:{'|'.join(sorted(DOCUMENTS))})\b"  # not: the group published film
)


class Things:
    """What "it" means in one article, and how a noun phrase for a body is told as a speaker."""

    def __init__(self, text: str, bodies: Bodies, phrases: PhraseParser, memory: Memory) -> None:
        self.text, self.bodies, self.phrases, self.memory = text, bodies, phrases, memory

    def resolve(self, at: int) -> Answer:
        """The body or document that an "it" at a place means; without speakers where there is none before it."""
        shows = _IT_SHOWS.match(self.text, at) is not None
        start = self._sentence_before(sentence_start(self.text, at)) if shows else max(0, at - _BODY_REACH)
        written = self._written(start, at) if shows or _IT_READS.match(self.text, at) else None
        if written:
            return replace(self.describe(written), reason="pronoun: document named before")
        near = self.beside(at) or self._issued(at)
        if shows and not (near and near.speakers[0].kind == "document"):
            return Answer((), "pronoun: no document before it")
        if near:
            return near
        latest = self.memory.latest(_BODIES, max(0, at - _BODY_REACH))
        reason = "pronoun: previous organisation" if latest else "pronoun: no organisation before it"
        return Answer((latest,) if latest else (), reason)

    def beside(self, at: int) -> Answer | None:
        """The body or document that the sentence of a place, or the one before it, is about."""
        start = sentence_start(self.text, at)
        for opening in (start, self._sentence_before(start)):
            beside = self.memory.latest(_BODIES, opening) or self._coined(opening)
            subject = None if beside else self._subject_body(opening, at) or self._body_within(opening, start)
            if subject:
                return self._subject_named(subject)
            if beside:
                return Answer((beside,), "pronoun: previous organisation")
        return None

    def _written(self, start: int, at: int) -> Phrase | None:
        """What "it reads" speaks of: the last letter, email or the like before it; a company reads nothing out."""
        matches = list(_WRITTEN.finditer(self.text, start, at))
        phrase = self.phrases.parse(*matches[-1].span()) if matches else None
        return phrase if phrase and phrase.sort == "document" else None

    def _issued(self, at: int) -> Answer | None:
        """The statement that somebody who is no body reads or sends in the sentence before: Lind read a statement."""
        start = sentence_start(self.text, at)
        issued = _ISSUED.search(self.text, self._sentence_before(start), start)
        phrase = self.phrases.parse(*issued.span("what")) if issued else None
        return replace(self.describe(phrase), reason="pronoun: document named before") if phrase else None

    def _coined(self, opening: int) -> Speaker | None:
        """Who spoke last in a sentence under a name that nothing shows to be a person's: Pyrgos Maritime."""
        spoke = self.memory.latest(("person",), opening)
        sure = spoke is None or not may_be_no_person(spoke)
        return None if sure or (spoke and spoke.mention.role) else spoke

    def _body_within(self, opening: int, end: int) -> Phrase | None:
        """The only body that does something in a sentence, behind other words: On the bills the hospital would."""
        found = [match for match in _BODY_ACTS.finditer(self.text, opening, end) if match.group(2) in ORGANISATIONS]
        return self.phrases.parse(*found[0].span(1)) if len(found) == 1 else None

    def _sentence_before(self, start: int) -> int:
        """Where the sentence before begins; the same place where a paragraph does: The board met. It said ..."""
        first = start < 2 or "\n" in self.text[start - 2 : start]
        return start if first else sentence_start(self.text, start - 2)

    def _subject_named(self, subject: Phrase) -> Answer:
        names = [] if subject.words else self.bodies.headed(subject.head, subject.span[0], subject.modifiers)
        found = described(subject, "", *names) if len(names) == 1 else self.describe(subject)
        return replace(found, reason="pronoun: subject of the sentence")

    def _subject_body(self, start: int, at: int) -> Phrase | None:
        """The organisation, state or document that opens a sentence: a name, or "the" and a noun for one."""
        line = self.text.rfind("\n", 0, start) + 1
        start, _ = behind_dateline(self.text, (start, at), (line, at))
        words = words_in(self.text, start, min(at, start + _LEAD))
        run = list(takewhile(lambda word: word.capital, words))
        if len(run) == 1 and run[0].key in _DETERMINERS:
            run = self._noun_for_body(words)
        elif len(run) > 1 and run[0].key in _DETERMINERS and any(word.key in _NOUNS for word in words[len(run) :][:1]):
            return None  # The Friday report was long, as it ...
        phrase = self.phrases.parse(run[0].start, run[-1].end) if run else None
        return phrase if phrase and phrase.sort in _BODIES and (phrase.words or phrase.head in _THINGS) else None

    def _noun_for_body(self, words: list[Word]) -> list[Word]:
        """The report, its water company: the words up to a noun for a body or a document that owns nothing."""
        at = next((at for at, word in enumerate(words[:5]) if word.key in _THINGS), 0)
        while 0 < at < len(words) - 1 and words[at + 1].key in _THINGS:
            at += 1
        goes_on = _VERB_BEHIND.match(self.text, words[at].end) and not any(word.key in _STOPS for word in words[1:at])
        return words[: at + 1] if at and goes_on else []

    def describe(self, phrase: Phrase) -> Answer:
        """A noun phrase found in the text as the speaker, states under their fullest name."""
        name = body_name(phrase.text) if phrase.words else phrase.text
        full = self.bodies.state(name) if phrase.sort == "state" else name
        return described(phrase, "pronoun: noun just before", full, name)
