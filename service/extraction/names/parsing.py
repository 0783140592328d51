"""Parses one noun phrase that names a speaker: which words are the name, which the role, who owns it."""

import re
from dataclasses import replace

from service.extraction.names.appositions import with_apposition
from service.extraction.names.behind_offices import behind_office, holds_title, is_office_of_name, is_role_only
from service.extraction.names.chunks import (
    LONGEST,
    Chunk,
    chunked,
    is_pronoun,
    joined_from,
    masked,
    pieces,
    run_start,
    whole,
)
from service.extraction.names.cores import ORGANISATIONS, PERSON_NOUNS, glued_at, is_day, is_organisation
from service.extraction.names.named import known_body, named
from service.extraction.names.nominals import is_common_word, nominal
from service.extraction.names.people import People
from service.extraction.names.phrases import Phrase, named_by, printed
from service.extraction.names.possessives import owner_end
from service.extraction.names.tables import words as table
from service.extraction.names.words import Word, words_in
from service.records import Span

_LEADING = table("function_words", "leading")
_COUNTED = table("exceptions", "counted")
_SEATS = frozenset({"port", "city", "town"})  # the Port of Durban's harbour master
_NOBODY = table("exceptions", "nobody") | (
    table("modifiers", "opening") - table("function_words", "definite", "owned", "indefinite", "pronoun", "generic")
)


class PhraseParser:
    """Parses phrases of one article; the article's people tell names from other capitalised words."""

    def __init__(self, text: str, people: People) -> None:
        self.text = text
        self.people = people

    def parse(self, start: int, end: int) -> Phrase | None:
        """The speaker that text[start:end] names; None when it holds no word."""
        body = masked(self.text, start, glued_at(self.text, start, min(end, start + LONGEST)))
        first_word = re.search(r"\w", body)
        if not first_word:
            return None
        parts = [self._words(start, body, piece) for piece in pieces(body, first_word.start())]
        parts = [words for words in parts if words]
        found = with_apposition(self._of(parts[0]), parts[1:], self.people, self._of) if parts else None
        if found and found.text.isdigit() and self.text.startswith("%", found.span[1]):
            return replace(found, text=f"{found.text}%", span=(found.span[0], found.span[1] + 1))
        return None if found and self._names_nobody(found) else found

    def _names_nobody(self, phrase: Phrase) -> bool:
        """A day, a number, the adjective of a noun that is cut off: unless somebody is called so."""
        alone = phrase.text.lower()
        if alone.replace(",", "").isdigit() or phrase.head in _COUNTED:
            return True
        nobody = alone in _NOBODY or is_day(alone)
        nothing = phrase.sort in ("person", "anonymous") or phrase.text.isupper()  # VIDEO: ...
        return nobody and nothing and not self.people.bearers([phrase.text])

    def _words(self, start: int, body: str, piece: Span) -> list[Word]:
        found = [Word(word.text, word.start + start, word.end + start) for word in words_in(body, *piece)]
        while len(found) > 1 and found[0].key in _LEADING:
            found = found[1:]
        return whole(found)

    def _of(self, words: list[Word]) -> Phrase:
        """The speaker that a stretch of words without commas names."""
        if is_pronoun(words):
            return named_by(self.text, "pronoun", words[:1], head=words[0].key)
        chunk = chunked(words)
        owner = owner_end(chunk.first, self.people) or self._body_end(chunk)
        return self._owned(chunk, owner) if owner else self._unowned(chunk)

    def _body_end(self, chunk: Chunk) -> int:
        """How many words name the body whose office follows: the University of Lima's | rector; 0 for none."""
        body = is_organisation([word.text for word in chunk.first]) or chunk.first[-1].key in _SEATS
        if not body or not chunk.first[0].capital or len(chunk.behind) < 3 or chunk.behind[0].text != "of":
            return 0
        at = owner_end(chunk.rest, self.people)
        held = at > len(chunk.first) + 1 and any(word.key in PERSON_NOUNS for word in chunked(chunk.rest[at:]).first)
        return at if held else 0

    def _owned(self, chunk: Chunk, at: int) -> Phrase:
        first, rest = chunk.first, chunk.rest
        owner = self._unowned(Chunk(chunk.words, rest[:at], first[:at], "none"))
        thing = self._unowned(Chunk(rest[at:], rest[at:], first[at:] or chunked(rest[at:]).first, "owned"))
        if thing.sort == "person":
            return replace(thing, role=printed(self.text, first[0].start, thing.span[0]), owner=owner)
        span = (rest[0].start, thing.span[1])
        return replace(thing, text=printed(self.text, *span), span=span, owner=owner, determiner="owned")

    def _unowned(self, chunk: Chunk) -> Phrase:
        if body := known_body(chunk, self.people):
            return body
        at = run_start(chunk.first)
        if at == len(chunk.first):
            office = behind_office(chunk, self.people) if is_office_of_name(chunk) else None
            return office or self._body_behind(chunk) or nominal(chunk, self.people)
        at = joined_from(chunk.first, at)
        of = len(chunk.behind) > 1 and chunk.behind[0].text == "of"  # Dean of Students, and nobody is called Dean
        if is_role_only([word.text for word in chunk.first[at:]], self.people, of or chunk.determiner == "definite"):
            return behind_office(chunk, self.people) or nominal(chunk, self.people)
        common = is_common_word(chunk.first, self.people)  # Aides to Mr. Okoro, and he is not meant
        inner = behind_office(chunk, self.people) if holds_title(chunk.behind) and not common else None
        return inner or named(chunk, at, self.people)

    def _body_behind(self, chunk: Chunk) -> Phrase | None:
        """The old shipping firm the Norvex Group: the name follows what kind of body it is, without a comma."""
        behind = chunk.behind
        if chunk.first[-1].key not in ORGANISATIONS or len(behind) < 2 or behind[0].text != "the":
            return None
        found = self._unowned(chunked(behind)) if behind[1].capital else None
        return found if found and found.sort == "organisation" and found.words else None
