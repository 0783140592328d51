"""Tells which capitalised runs of an article are full names of people: by the lists, else by what is said of them."""

import re
from collections import Counter
from collections.abc import Sequence

from service.extraction.names import tables
from service.extraction.names.cores import (
    FIRST,
    PERSON_NOUNS,
    is_lexical,
    is_organisation,
    is_short_day,
    is_title,
    key,
    without_suffix,
)
from service.extraction.names.known_bodies import length_of_body
from service.extraction.names.namings import LONGEST, Naming
from service.extraction.names.words import fold, is_acronym, is_initials, opens_sentence
from service.regex import regex

_NEAR = 200
_NOUN_REACH, _PHRASE_REACH = 30, 100
_WORD_BEFORE = regex(r"\b([A-Za-z]+) $")
# Her niece, | Yusra Xolo, taught; a biologist from the university of Brask, | Yusra Xolo, taught.
_APPOSED = regex(
    r"(?:[’']s|\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Aa]n?)) (?:[a-z-]+ ){0,2}?([a-z]+)"
    r"(?: (?:of|for|from|at|in) [^,.;:“”\"\n]{2,50})?, $"
)
# Okoro, who ...; Okoro, 71, ...; Okoro, the harbour master, ...
_BEHIND = regex(r", (?:(?P<sign>whose?\b|\d{2,3}\b)|(?:(?:the|an?|its|his|her|their) )?(?P<noun>[^,.;:“”\"\n]{3,80}))")
# Noh Ha-eun, Cheng Li-wen: a given name of two syllables behind the surname.
_SYLLABLES = regex(r"[A-Z][a-z]{1,5}-(?!(?:up|in|off|out|on|by|to|down|over|like|old|ish)$)[a-z]{2,6}")
_NEXT_SENTENCE = regex(
    r"[^.!?\n“”\"]{0,200}\.\s{1,2}(?:(?:He|She) |[“\"][^“”\"\n]{1,300}[”\"] (?:he|she) |"
    r"[^.!?\n“”\"]{1,200}, (?:he|she) (?:said|says|added|wrote|told|recalled|insisted)\b)"
)


# No word of a name: Will Lima Be Next, How Lima Was Won.
_WITHIN = frozenset({"Be", "Is", "Was", "Are", "Were", "To", "The", "And", "Next", "Will", "Has", "Not"})
_CROWDS = tables.words("collective_nouns", "group")
_VERBS = frozenset({"will", "said", "may", "can", "young"})  # given names too, as is the adjective


def _ends_in_body(words: Sequence[str]) -> bool:
    """Gulf Twitter, the Okoro White House: a body stands at the end, and nobody is called by its name."""
    last = length_of_body(words[-1:]) == 1 and key(words[0]) not in FIRST
    return last or (len(words) > 2 and length_of_body(words[-2:]) == 2)


class FullNames:
    """What tells full names in one article: `common` are the words it prints small, `bodies` the names it presents as
    those of bodies.
    """

    def __init__(
        self, text: str, common: frozenset[str], bodies: frozenset[tuple[str, ...]], namings: Sequence[Naming]
    ) -> None:
        self.text, self._common, self._bodies = text, common, bodies
        full = {tuple(map(fold, naming.words)) for naming in namings if len(naming.words) > 1}
        self._called = Counter(words[-1] for words in full)
        self._alone = Counter(fold(naming.words[0]) for naming in namings if len(naming.words) == 1)

    def is_person(self, naming: Naming) -> bool:
        """Whether a naming is the full name of a person."""
        words = without_suffix(naming.words)
        if not 2 <= len(words) <= LONGEST or is_organisation(words) or self._is_shouted_headline(words):
            return False
        first = key(words[0])
        if tuple(map(fold, naming.words)) in self._bodies or length_of_body(words) == len(words):
            return False
        if first.startswith(("anti-", "pro-", "non-")) or self._is_verb_before_surname(naming, first):
            return False
        if _ends_in_body(words) or (len(words) > 2 and not _WITHIN.isdisjoint(words)):
            return False
        initials = is_initials(words[0]) and words[0].lower() not in tables.states()  # U.S. Steel
        if first in FIRST or first.split("-")[0] in FIRST or initials or is_title(words[0]):
            return True
        if naming.titled:
            return len(words) <= 4 and not any(is_lexical(word) or self._is_common(word) for word in words)
        if len(words) == 2 and not is_lexical(words[-1]) and self._looks_foreign(words):
            return True
        # Thu, Sun and May are days and months, and given names where a person is shown: Thu Hien, a nurse, ...
        if len(words) > 4 or any(is_lexical(word) and not is_short_day(word) for word in words):
            return False
        return self._is_two_syllables(words) or self._is_presented(naming) or self._is_taken_up(naming)

    def _is_verb_before_surname(self, naming: Naming, first: str) -> bool:
        """Will Okoro go? Said Okoro: "..." Where somebody else is called Okoro, the first word is no name."""
        called = naming.opens and self._called[fold(naming.words[-1])] > 1
        return first in _VERBS and (called or key(naming.words[-1]) in _CROWDS)  # Young Latinos

    def _is_two_syllables(self, words: Sequence[str]) -> bool:
        return len(words) == 2 and bool(_SYLLABLES.fullmatch(words[1])) and not any(map(self._is_common, words))

    def _is_taken_up(self, naming: Naming) -> bool:
        """Tua Solomona was early. He sat down: what opens a sentence and is He in the next is a person."""
        alone = opens_sentence(self.text, naming.span[0]) and not any(map(self._is_common, naming.words))
        alone = alone and not naming.words[0].endswith("ing")  # Regarding Lind, ...
        return alone and _NEXT_SENTENCE.match(self.text, naming.span[1]) is not None

    def _is_presented(self, naming: Naming) -> bool:
        """Whether what stands beside a name is only said of people: a noun for one, an age, or "who"."""
        start, end = naming.span
        before = _WORD_BEFORE.search(self.text, max(0, start - _NOUN_REACH), start)
        if before and before.group(1).lower() in PERSON_NOUNS:
            return True
        if self.apposed(naming) in PERSON_NOUNS:
            return True
        behind = _BEHIND.match(self.text, end, end + _NEAR)
        if not behind:
            return False
        nouns = re.split(r" (?:of|for|at|in|from|with|to|and) ", behind.group("noun") or "")[0].split()
        return bool(behind.group("sign")) or (bool(nouns) and nouns[-1].lower() in PERSON_NOUNS)

    def apposed(self, naming: Naming) -> str:
        """The noun before a name between commas: niece, in "Her niece, Yusra Xolo, taught"; empty if there is none."""
        start, end = naming.span
        noun = _APPOSED.search(self.text, max(0, start - _PHRASE_REACH), start)
        return noun.group(1).lower() if noun and self.text[end : end + 1] in (",", ".") else ""

    def _is_shouted_headline(self, words: Sequence[str]) -> bool:
        """Capitals only, with a word that the text also prints small; or an acronym among other words."""
        if all(word.isupper() for word in words):
            return key(words[0]) not in FIRST or any(self._is_common(word) for word in words)
        return any(is_acronym(word) and not is_initials(word) for word in words)

    def _is_common(self, word: str) -> bool:
        return word.lower() in self._common

    def _looks_foreign(self, words: Sequence[str]) -> bool:
        """A first name that no list holds, before a surname that the article also prints alone."""
        if is_lexical(words[0]) or words[0].endswith(("ing", "ed")) or any(map(self._is_common, words)):
            return False
        return 0 < self._alone[fold(words[1])] > self._alone[fold(words[0])]
