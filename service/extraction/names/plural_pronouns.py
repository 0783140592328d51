"""Finds whom "they" means: two people or a crowd named just before, else the group that spoke last nearby."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from service.extraction.names.answers import Answer, known
from service.extraction.names.cores import ORGANISATIONS
from service.extraction.names.kinds import is_plural_people
from service.extraction.names.memory import Memory, Past, Speaker
from service.extraction.names.parsing import PhraseParser
from service.extraction.names.people import People, Person
from service.extraction.names.phrases import Phrase
from service.extraction.names.things import Things
from service.extraction.names.words import paragraphs_between, sentence_start
from service.regex import regex

# The players of her old orchestra have ...; In June several hundred students ...; While the gale blew, dockers seized
_CROWD = regex(
    r"(?P<counted>(?i:the|these|those|its|his|her|their|some|several|many|most|two|three|four|five|six|dozens of"
    r"|hundreds of)\s(?:hundred\s|thousand\s|dozen\s)?)?(?:[\w-]+(?:[’']s)?\s){0,3}?"
    r"(?P<head>[\w-]+(?:s|men|women|people)|[Pp]olice)"
    r"(?=\s(?:have|were|are|who|from|of|in|at|on|do|did|will|would|could|also)\b|\s[a-z]+(?:ed|t|w|ew|ame|an|ook)\b"
    r"|\s(?:are|were|do|did|have|wo)n[’']t\b)"
)
_CLAUSE = regex(r"(?:,|\b(?:when|while|where|because|that|as|though|although|but|and))\s(?=\w)")
_SETTING = regex(
    r"(?:On|In|At|Near|Outside|Around|By|After|Before|Behind|To)\s[^,.;:“”\"\n]{2,40}?"
    r"(?:,\s|\s(?=(?:the|these|those|some|several|many|most|two|three|four|five|six|dozens|hundreds)\s))"
)
_AND = regex(r"(?:[’']s?)?,?\s+and\s+(?:[\w-]+\.?\s+){0,3}")
_OTHERS = regex(r"\b[Tt]he (?:[a-z-]+ ){0,2}?([a-z]+(?:s|men|women))\b")
_SHOW = regex(r"they (?:show|list|contain)\b", re.IGNORECASE)  # the rotas do, that somebody produced
_NO_PEOPLE = regex(r"(?:ics|returns|documents|policies|polls|markets|emails|records|rules)$")


class PluralPronouns:
    """Resolves "they" and "their" in one article against what was resolved before them."""

    def __init__(self, text: str, people: People, phrases: PhraseParser, memory: Memory, things: Things) -> None:
        self.text, self.people, self.phrases, self.memory, self.things = text, people, phrases, memory, things

    def resolve(self, at: int) -> Answer:
        """Whom a plural pronoun at a place means; without speakers where no group is named near it."""
        spoke = self._last_group()
        beside = spoke is not None and not paragraphs_between(self.text, spoke.span[1], at)
        start = max(self._sentence_before(at), spoke.span[1] if spoke else 0)
        # Donors spoke of change. More women own firms. At home, they said: the donors did.
        crowd = self._crowd(start, at, sentence_start(self.text, at) if beside else start)
        pair = self._pair(crowd.span[1] if crowd else start, at)
        if pair:
            both = tuple(known(person, "").speakers[0] for person in pair)
            return Answer(both, "pronoun: two people named before")
        if crowd:
            return replace(self.things.describe(crowd), reason="pronoun: subject of the sentence before")
        near = spoke and paragraphs_between(self.text, spoke.span[1], at) <= 1
        if spoke and near and not _SHOW.match(self.text, at) and (beside or not self._are_others(start, at)):
            return Answer(spoke.speakers, "pronoun: previous group")
        return Answer((), "pronoun: no group before it")

    def _are_others(self, start: int, at: int) -> bool:
        """Whether a group or bodies are named in the sentence before: Lind met the ferry companies. They agreed."""
        heads = (match[1] for match in _OTHERS.finditer(self.text, start, at))
        return any(is_plural_people(head) or _of_one(head) in ORGANISATIONS for head in heads)

    def _sentence_before(self, at: int) -> int:
        """Where the sentence before that of a place begins, or its own where a paragraph does."""
        opening = sentence_start(self.text, at)
        start = sentence_start(self.text, max(0, opening - 2))
        return opening if "\n" in self.text[start:opening] else start

    def _last_group(self) -> Past | None:
        return next((past for past in self.memory.backwards() if _is_several(past)), None)

    def _crowd(self, start: int, at: int, bare: int) -> Phrase | None:
        """The last people between two places who are the subject of a clause: Three farmers hauled a barrel.

        `bare` is where such people need no article or number any more.
        """
        found = None
        for place in self._clauses(start, at):
            match = _CROWD.match(self.text, place, at)
            people = match and _are_people(match) and (match["counted"] or place >= bare)
            phrase = self.phrases.parse(*match.span()) if match and people else None
            several = phrase and (phrase.sort in ("group", "anonymous") or phrase.head == "police")
            found = phrase if several else found
        return found

    def _clauses(self, start: int, at: int) -> Iterator[int]:
        """Where clauses begin between two places, each behind "On Monday" or the like as well."""
        opening = sentence_start(self.text, at)
        for place in (start, *((opening,) if opening > start else ())):
            yield place
            setting = _SETTING.match(self.text, place, at)
            if setting:
                yield setting.end()
        yield from (match.end() for match in _CLAUSE.finditer(self.text, start, at))

    def _pair(self, start: int, at: int) -> tuple[Person, Person] | None:
        """The only two people joined by "and" between two places: When I met Roe and Diaz, they ..."""
        namings = self.people.between(start, at)[::-1]
        pairs = [
            (one[0], two[0])
            for left, right in pairwise(namings)
            if _AND.fullmatch(self.text, left.span[1], right.span[0])
            and len(one := self.people.bearers(left.words, left.gender)) == 1
            and len(two := self.people.bearers(right.words, right.gender)) == 1
        ]
        return pairs[0] if len(pairs) == 1 and pairs[0][0] is not pairs[0][1] else None


def _is_several(past: Past) -> bool:
    return len(past.speakers) > 1 or is_plural(past.speakers[0])


def is_plural(speaker: Speaker) -> bool:
    """Whether "they" may mean a speaker: a group or a body, but no election returns."""
    if speaker.kind == "anonymous":
        return speaker.head.endswith("s") or speaker.head in ("people", "authorities", "police")
    return speaker.kind in ("group", "organisation") and not _NO_PEOPLE.search(speaker.head)


def _are_people(crowd: re.Match[str]) -> bool:
    """Whether a plural may be a they: counted or with an article anything but rules and emails, else people, firms."""
    head = crowd["head"].lower()
    if crowd["counted"]:
        return not _NO_PEOPLE.search(head)
    return is_plural_people(head) or _of_one(head) in ORGANISATIONS or head == "states"


def _of_one(plural: str) -> str:
    return f"{plural.removesuffix('ies')}y" if plural.endswith("ies") else plural.removesuffix("s")
