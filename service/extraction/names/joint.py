"""Splits a source into the speakers that speak jointly: "Smith and Jones", "Roe, Doe and the senator's aides"."""

import re

from service.extraction.names.cores import is_organisation
from service.extraction.names.phrases import Phrase, PhraseParser, masked
from service.extraction.names.people import People
from service.extraction.names.words import words_in
from service.records import Span

_AND = re.compile(r",?\s+(?:and|or|nor|as well as|along with|together with)\s+", re.IGNORECASE)
_COMMA = re.compile(r",\s+")
_MOST = 8


class JointParser:
    """Parses whole sources of one article into one phrase a speaker."""

    def __init__(self, text: str, people: People) -> None:
        self.text = text
        self.people = people
        self.phrases = PhraseParser(text, people)

    def parse(self, start: int, end: int) -> list[Phrase]:
        """The speakers of text[start:end], one for most sources, none when it holds no word."""
        body = masked(self.text, start, end)
        for match in _AND.finditer(body):
            split = self._split(start, body, match.span())
            if split:
                return split[:_MOST]
        whole = self.phrases.parse(start, end)
        if whole and whole.sort == "group" and not whole.words:
            return self._members(start, body) or [whole]
        return [whole] if whole else []

    def _members(self, start: int, body: str) -> list[Phrase] | None:
        """The two leading candidates, Jane Roe and John Doe: a group whose members follow, all by name."""
        match = re.search(r"(?:,|\s[—–-]{1,2}|—)\s+", body)
        if not match or match.end() >= len(body):
            return None
        members = self.parse(start + match.end(), start + len(body))
        return members if len(members) > 1 and all(member.sort == "person" for member in members) else None

    def _split(self, start: int, body: str, joint: Span) -> list[Phrase] | None:
        """The speakers on both sides of an "and"; None when it joins parts of one name or one role."""
        left, right = body[: joint[0]], body[joint[1] :]
        if "," in left and not body[joint[0]] == ",":
            listed = self._listed(start, left)
        else:
            listed = self._listed(start, left) or self._alone(start, left)
        if not listed or self._joins_name(left, right):
            return None
        rest = self.parse(start + joint[1], start + len(body))
        if not rest or not (_stands_alone(rest[0]) or _is_crowd(rest[0]) and listed[-1].sort == "person"):
            return None
        return [*listed, *rest]

    def _alone(self, start: int, left: str) -> list[Phrase] | None:
        phrase = self.phrases.parse(start, start + len(left))
        if not phrase or not (phrase.words or phrase.sort == "pronoun" or phrase.sort == "office" and phrase.determiner == "definite"):
            return None
        return [phrase] if "," in left or phrase.sort != "person" or phrase.span[1] >= start + len(left.rstrip()) - 2 else None

    def _listed(self, start: int, left: str) -> list[Phrase] | None:
        """A, B, C: every item is a bare name, the first may carry a role."""
        found, at = [], 0
        for end in [*(match.span() for match in _COMMA.finditer(left)), (len(left), len(left))]:
            item = self.phrases.parse(start + at, start + end[0])
            if not item or not item.words or item.determiner != "none" and item.sort == "person":
                return None
            if start + end[0] - item.span[1] > 2 or at and item.role and not item.titled:
                return None
            found.append(item)
            at = end[1]
        return found if len(found) > 1 else None

    def _joins_name(self, left: str, right: str) -> bool:
        """Science and Technology Directorate, Ways and Means Committee: "and" stands inside the name of one body."""
        before, after = words_in(left, 0, len(left)), words_in(right, 0, len(right))
        if not before or not after or not before[-1].capital or not after[0].capital:
            return False
        run = [word.text for word in after[: next((at for at, word in enumerate(after) if not word.capital), len(after))]]
        whole = [word.text for word in before]
        return is_organisation(run) and len(run) > 1 and not is_organisation(whole) and not self.people.bearers(whole[-1:])


def _is_crowd(phrase: Phrase) -> bool:
    """Roe and leading Democrats, Roe and others."""
    return phrase.sort in ("group", "anonymous") and not phrase.words


def _stands_alone(phrase: Phrase) -> bool:
    """Whether a phrase can be a speaker of its own beside another."""
    if phrase.words or phrase.sort == "pronoun":
        return phrase.sort != "document"
    return phrase.determiner in ("owned", "indefinite", "definite") and phrase.sort in ("group", "office", "anonymous", "organisation")
