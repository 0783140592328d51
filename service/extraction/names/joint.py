"""Splits a source into the speakers that speak jointly: "Smith and Jones", "Roe, Doe and the senator's aides"."""

from service.extraction.names import tables
from service.extraction.names.chunks import masked, run_start
from service.extraction.names.cores import ORGANISATIONS, is_organisation
from service.extraction.names.known_bodies import length_of_body
from service.extraction.names.parsing import PhraseParser
from service.extraction.names.people import People
from service.extraction.names.phrases import Phrase
from service.extraction.names.words import Word, words_in
from service.records import Span
from service.regex import regex

_AND = regex(r",?\s+(?:and|or|nor|as well as|along with|together with)\s+")  # Nor and Orr are names
_COMMA = regex(r",\s+")
_MEMBERS = regex(r"(?:,|\s[—–-]{1,2}|—)\s+(?=\S)")
_MOST = 8


class JointParser:
    """Parses whole sources of one article into one phrase a speaker."""

    def __init__(self, text: str, people: People) -> None:
        self.text = text
        self.people = people
        self.phrases = PhraseParser(text, people)
        self._known: dict[Span, list[Phrase]] = {}  # a chain of "and" asks for the same rest many times

    def parse(self, start: int, end: int) -> list[Phrase]:
        """The speakers of text[start:end], one for most sources, none when it holds no word."""
        if (start, end) not in self._known:
            self._known[start, end] = self._parse(start, end)[:_MOST]
        return self._known[start, end]

    def _parse(self, start: int, end: int) -> list[Phrase]:
        body = masked(self.text, start, end)
        for match in _AND.finditer(body):
            split = self._split(start, body, match.span())
            if split:
                return split
        whole = self.phrases.parse(start, end)
        if whole and whole.sort == "group" and not whole.words:
            return self._members(start, body) or [whole]
        return [whole] if whole else []

    def _members(self, start: int, body: str) -> list[Phrase] | None:
        """The two leading candidates, Jane Roe and John Doe: a group whose members follow, all by name."""
        match = _MEMBERS.search(body)
        if not match:
            return None
        members = self.parse(start + match.end(), start + len(body))
        return members if len(members) > 1 and all(member.sort == "person" for member in members) else None

    def _split(self, start: int, body: str, joint: Span) -> list[Phrase] | None:
        """The speakers on both sides of an "and"; None when it joins parts of one name or one role."""
        left, right = body[: joint[0]], body[joint[1] :]
        listed = self._listed(start, left)
        if not listed and ("," not in left or body[joint[0]] == ","):
            listed = self._alone(start, left)
        if not listed or self._joins_name(left, right):
            return None
        rest = self.parse(start + joint[1], start + len(body))
        if rest and (_stands_alone(rest[0]) or (_is_crowd(rest[0]) and listed[-1].sort == "person")):
            return [*listed, *rest]
        return None

    def _alone(self, start: int, left: str) -> list[Phrase] | None:
        """The one speaker before an "and"; a person's name must end there unless commas part them."""
        phrase = self.phrases.parse(start, start + len(left))
        if not phrase or not (phrase.words or phrase.sort == "pronoun" or _is_the_office(phrase)):
            return None
        ends = phrase.span[1] >= start + len(left.rstrip()) - 2
        return [phrase] if "," in left or phrase.sort != "person" or ends else None

    def _listed(self, start: int, left: str) -> list[Phrase] | None:
        """A, B, C: every item is a bare name, the first may carry a role."""
        found, at = [], 0
        for end, following in [*(match.span() for match in _COMMA.finditer(left)), (len(left), len(left))]:
            item = self.phrases.parse(start + at, start + end)
            if not item or not _is_bare(item, start + end) or (at and item.role and not item.titled):
                return None
            found.append(item)
            at = following
        return found if 1 < len(found) <= _MOST else None

    def _joins_name(self, left: str, right: str) -> bool:
        """Ways and Means Committee: "and" stands inside the name of one body."""
        before, after = words_in(left, 0, len(left)), words_in(right, 0, len(right))
        if not before or not after or not before[-1].capital or not after[0].capital:
            return False
        end = next((at for at, word in enumerate(after) if not word.capital), len(after))
        if end == 1 and self._goes_on(before, after[0]):
            return True
        inner = is_organisation([word.text for word in after[:end]]) and end > 1
        whole = [word.text for word in before]
        return inner and not is_organisation(whole) and not self.people.bearers(whole[-1:])

    def _goes_on(self, before: list[Word], word: Word) -> bool:
        """Board of Trade and | Industry: one more word of a body's name, and nobody's."""
        at = run_start(before)
        of_body = (
            at >= 2 and before[at - 1].text in ("of", "for") and before[at - 2].key.removesuffix("s") in ORGANISATIONS
        )
        known = is_organisation([word.text]) or length_of_body([word.text]) or word.key in tables.states()
        return of_body and not known and not self.people.bearers([word.text])


def _is_bare(item: Phrase, end: int) -> bool:
    """Whether a phrase is a name and nothing else up to `end`."""
    return bool(item.words) and end - item.span[1] <= 2 and (item.determiner == "none" or item.sort != "person")


def _is_the_office(phrase: Phrase) -> bool:
    return phrase.sort == "office" and phrase.determiner == "definite"


def _is_crowd(phrase: Phrase) -> bool:
    """Roe and leading Democrats, Roe and others."""
    return phrase.sort in ("group", "anonymous") and not phrase.words


def _stands_alone(phrase: Phrase) -> bool:
    """Whether a phrase can be a speaker of its own beside another."""
    if phrase.words or phrase.sort == "pronoun":
        return phrase.sort != "document"
    described = phrase.sort in ("group", "office", "anonymous", "organisation")
    return phrase.determiner != "none" and described
