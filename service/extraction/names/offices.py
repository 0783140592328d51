"""Finds whom "the minister" or "the 45-year-old" means among the people whose roles the article prints."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from service.extraction.names import tables
from service.extraction.names.cores import PERSON_NOUNS
from service.extraction.names.people import People, Person
from service.extraction.names.phrases import Phrase

_BEFORE, _BEHIND = 70, 110
_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*\.?")
_AGE = re.compile(r"(\d{1,3})-year-old")
_SHORT = {
    "sen": "senator", "rep": "representative", "gov": "governor", "pres": "president", "gen": "general", "sgt": "sergeant",
    "col": "colonel", "lt": "lieutenant", "capt": "captain", "prof": "professor", "dr": "doctor", "det": "detective", "amb": "ambassador", "adm": "admiral",
}  # fmt: skip
# What else a noun may be called: each side stands for the other.
_SAME = [
    {"congressman", "congresswoman", "representative", "lawmaker", "legislator"}, {"senator", "lawmaker", "legislator"},
    {"spokesman", "spokeswoman", "spokesperson"}, {"chairman", "chairwoman", "chair", "chairperson", "head", "chief"},
    {"tycoon", "magnate", "mogul", "billionaire", "businessman", "businesswoman"}, {"physician", "doctor"}, {"lawyer", "attorney", "counsel"},
    {"adviser", "advisor", "aide"}, {"nominee", "candidate", "frontrunner", "front-runner", "contender", "hopeful"}, {"boss", "chief", "head", "director", "president"},
]  # fmt: skip
_TOP_DIPLOMAT = ("foreign minister", "secretary of state", "foreign secretary", "minister of foreign affairs")
# These make another office of it: a deputy minister is not the minister.
_RANKS = frozenset("deputy vice former assistant under acting associate ex past shadow".split())


class Offices:
    """The offices of one article. What stands just before and behind each full name is read as its role."""

    def __init__(self, text: str, people: People) -> None:
        self.text = text
        self.people = people

    @cached_property
    def _roles(self) -> list[tuple[Person, frozenset[str], str]]:
        starts = sorted(naming.span[0] for naming in self.people.namings)
        found = []
        for naming in self.people.namings:
            bearers = self.people.bearers(naming.words)
            if len(bearers) == 1 and (len(naming.words) > 1 or naming.titled):
                role = self._beside(naming.span, starts)
                found.append((bearers[0], frozenset(_words(role)), role.lower()))
        return found

    def _beside(self, span: tuple[int, int], starts: list[int]) -> str:
        """The words around a name that may say its role: to the sentence's start or a comma, and one apposition."""
        start, end = span
        before = re.split(r"[.!?\n](?=\s|$)(?<!Sen\.)(?<!Rep\.)(?<!Gov\.)(?<!Gen\.)(?<!Dr\.)|[,;:“”\"()—]", self.text[max(0, start - _BEFORE) : start])[-1]
        behind = re.match(r"(?:\s+of(?:\s+[A-Z][\w.]+)+|\s*\([^)\n]{2,20}\))?(?:,\s+[^,.;\n“”\"]+|,\s*\d+)?", self.text[end : end + _BEHIND])
        after = behind.group() if behind else ""
        following = bisect_right(starts, end)
        if following < len(starts) and starts[following] < end + len(after) and "," in after and not after.lstrip(", ")[:1].islower():
            after = after.split(",")[0]
        return f"{before} {after}"

    def holders(self, phrase: Phrase) -> list[Person]:
        """Who holds the office that a phrase names: all that fit, each once."""
        age = _AGE.search(phrase.text)
        if age:
            return _distinct(p for p, words, _ in self._roles if age.group(1) in words)
        wanted = _words(" ".join((*phrase.modifiers, phrase.head)))
        if "top" in wanted and phrase.head == "diplomat":
            return self._top_diplomats(wanted)
        fitting = [(p, words) for p, words, _ in self._roles if _fits(phrase, wanted, words)]
        return _distinct(p for p, _ in fitting)

    def _top_diplomats(self, wanted: Sequence[str]) -> list[Person]:
        states = {tables.adjectives().get(word) or tables.states().get(word) for word in wanted} - {None}
        return _distinct(
            p for p, words, role in self._roles
            if any(office in role for office in _TOP_DIPLOMAT) and not _RANKS & words
            and (not states or any((tables.adjectives().get(w) or tables.states().get(w)) in states for w in words))
        )  # fmt: skip


def _words(text: str) -> list[str]:
    found = [word.lower().rstrip(".") for word in _WORD.findall(text)]
    return [_SHORT.get(word.replace(".", ""), word.replace(".", "")) for word in found if word not in ("the", "of", "and", "a", "an", "s")]


def _fits(phrase: Phrase, wanted: Sequence[str], role: frozenset[str]) -> bool:
    head = wanted[-1] if wanted else ""
    names = {head}.union(*(same for same in _SAME if head in same))
    if not names & role or (_RANKS & role) - set(wanted):
        return False
    return all(word in role or tables.adjectives().get(word, "").lower() in role for word in wanted[:-1] if word not in ("own", "new", "longtime"))


def _distinct(people: object) -> list[Person]:
    found: list[Person] = []
    for person in people:  # type: ignore[attr-defined]
        if person not in found:
            found.append(person)
    return found


ANAPHORIC = frozenset("man woman candidate nominee frontrunner front-runner businessman businesswoman mogul billionaire tycoon".split()) & PERSON_NOUNS
