"""Parses one noun phrase that names a speaker: which words are the name, which the role, what kind of thing it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from service.extraction.names.chunks import (
    LONGEST,
    Chunk,
    Determiner,
    chunked,
    extended,
    is_pronoun,
    joined_from,
    masked,
    pieces,
    run_start,
    timeless,
    undetermined,
)
from service.extraction.names.cores import (
    FIRST,
    HONORIFICS,
    ORGANISATIONS,
    PERSON_NOUNS,
    TITLES,
    glued_at,
    is_day,
    is_lexical,
    is_organisation,
    is_rival,
    is_title,
    key,
    name_start,
)
from service.extraction.names.kinds import Sort, sort_of_name, sort_of_noun
from service.extraction.names.known_bodies import length_of_body
from service.extraction.names.namings import gender_told
from service.extraction.names.people import People
from service.extraction.names.tables import words as table
from service.extraction.names.words import Word, is_acronym, opens_sentence, words_in
from service.records import Span

_BODY_BEHIND = re.compile(r"[’'] (?:[A-Z]\w+ ){0,2}?([A-Z]\w+)(?! [A-Z])")
_PARTITIVE = re.compile(r"one of (?:them|these|those|the|its|his|her|their|whom|which)\b", re.IGNORECASE)
_AND_ONE = re.compile(r" and (?:one|another) ")  # one Dutch and one Danish firm
_OWNING = ORGANISATIONS | {"owner", "owners", "operator", "parent", "developer", "landlord", "sponsor", "employer"}
_COUNTED = frozenset({"dozens", "scores", "hundreds", "thousands", "millions"})  # of whom, is what follows
_LEADING = table("function_words", "leading")
_NOBODY = table("exceptions", "nobody") | (
    table("modifiers", "opening") - table("function_words", "definite", "owned", "indefinite", "pronoun", "generic")
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One speaker as a source prints it. `span` covers the name of a named one, the noun phrase of another."""

    sort: Sort
    text: str
    span: Span
    words: tuple[str, ...] = ()
    head: str = ""
    role: str | None = None
    gender: str | None = None
    determiner: Determiner = "none"
    owner: "Phrase | None" = None
    modifiers: tuple[str, ...] = ()
    titled: bool = False


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
        found = self._with_apposition(self._of(parts[0]), parts[1:]) if parts else None
        if found and found.text.isdigit() and self.text.startswith("%", found.span[1]):
            return replace(found, text=f"{found.text}%", span=(found.span[0], found.span[1] + 1))
        return None if found and self._names_nobody(found) else found

    def _names_nobody(self, phrase: Phrase) -> bool:
        """A day, a number, the adjective of a noun that is cut off: unless somebody is called so."""
        alone = phrase.text.lower()
        if alone.replace(",", "").isdigit():
            return True
        nobody = alone in _NOBODY or is_day(alone)
        nothing = phrase.sort in ("person", "anonymous") or phrase.text.isupper()  # VIDEO: ...
        return nobody and nothing and not self.people.bearers([phrase.text])

    def _words(self, start: int, body: str, piece: Span) -> list[Word]:
        found = [Word(word.text, word.start + start, word.end + start) for word in words_in(body, *piece)]
        while len(found) > 1 and found[0].key in _LEADING:
            found = found[1:]
        return found

    def _of(self, words: list[Word]) -> Phrase:
        """The speaker that a stretch of words without commas names."""
        if is_pronoun(words):
            return self._phrase("pronoun", words[:1], head=words[0].key)
        chunk = chunked(words)
        owner = self._owner_end(chunk.first)
        return self._owned(chunk, owner) if owner else self._unowned(chunk)

    def _owner_end(self, words: Sequence[Word]) -> int:
        """How many words name an owner (Roe's ...); 0 for none. A possessive at the end owns nothing."""
        return next((at for at in range(len(words) - 1, 0, -1) if self._is_possessive(words[at - 1])), 0)

    def _is_possessive(self, word: Word) -> bool:
        after = self.text[word.end : word.end + 2].lower().replace("’", "'")
        return after == "'s" or (after[:1] == "'" and word.text[-1:].lower() == "s" and not self._is_of_members(word))

    def _is_of_members(self, word: Word) -> bool:
        """The Water Workers' Union, a Teachers' Federation: the members are no owner but part of the name."""
        body = _BODY_BEHIND.match(self.text, word.end)
        return word.capital and body is not None and body.group(1).lower() in ORGANISATIONS and not self._is_known(word)

    def _owned(self, chunk: Chunk, at: int) -> Phrase:
        first, rest = chunk.first, chunk.rest
        owner = self._unowned(Chunk(chunk.words, rest[:at], first[:at], "none"))
        thing = self._unowned(Chunk(rest[at:], rest[at:], first[at:], "owned"))
        if thing.sort == "person":
            return replace(thing, role=self._slice(first[0].start, thing.span[0]), owner=owner)
        span = (rest[0].start, thing.span[1])
        return replace(thing, text=self._slice(*span), span=span, owner=owner, determiner="owned")

    def _unowned(self, chunk: Chunk) -> Phrase:
        if body := self._known_body(chunk):
            return body
        at = run_start(chunk.first)
        if at == len(chunk.first):
            office = self._behind_office(chunk) if _is_office_of_name(chunk) else None
            return office or self._nominal(chunk)
        at = joined_from(chunk.first, at)
        if self._is_role_only([word.text for word in chunk.first[at:]]):
            return self._behind_office(chunk) or self._nominal(chunk)
        common = self._is_common_word(chunk.first)  # Aides to Mr. Okoro, and he is not meant
        inner = self._behind_office(chunk) if _holds_title(chunk.behind) and not common else None
        return inner or self._named(chunk, at)

    def _known_body(self, chunk: Chunk) -> Phrase | None:
        """Doctors Without Borders, the Centers for Disease Control and Prevention: a name that goes on behind "for"."""
        length = length_of_body([word.text for word in chunk.rest])
        words, behind = chunk.rest[:length], chunk.rest[length:]
        if length < len(chunk.first) or not words or not (words[0].capital and words[-1].capital):
            return None
        if any(word.capital for word in behind[:1]) or self.people.bearers([word.text for word in words]):
            return None
        words = extended(words, behind)
        return self._phrase("organisation", words, head=words[-1].key, determiner=chunk.determiner)

    def _is_role_only(self, texts: list[str]) -> bool:
        if is_organisation(texts) or not is_title(texts[-1]) or name_start(texts) < len(texts):
            return False
        return len(texts) > 1 or not self.people.bearers(texts)

    def _is_common_word(self, words: Sequence[Word]) -> bool:
        """Companies deny it. Legislation says so: a capital that comes from the place, of nobody who bears the name."""
        word = words[-1]
        if (
            len(words) > 1
            or word.key in FIRST
            or not word.text[1:].islower()
            or not opens_sentence(self.text, word.start)
        ):
            return False
        small = word.key in self.people.common or (word.key.endswith("s") and not self.people.is_name_inside(word.text))
        return small and not self.people.bearers([word.text]) and not is_lexical(word.text)

    def _behind_office(self, chunk: Chunk) -> Phrase | None:
        """Secretary of State Jane Roe, Ambassador to the UN Jane Roe: the name ends what follows the office."""
        behind = chunk.behind
        run = _given_name_on(behind[run_start(behind) :])
        if not run or len(behind) < 2 or is_lexical(run[-1].text) or is_organisation([word.text for word in run]):
            return None
        run = run[name_start([word.text for word in run]) :]
        if not run or (len(run) == 1 and not self._is_known(run[0])):
            return None
        role = self._slice(chunk.first[0].start, run[0].start)
        return self._phrase("person", run, role=role, gender=_told(chunk.first), titled=True)

    def _is_known(self, word: Word) -> bool:
        return word.key in FIRST or bool(self.people.bearers([word.text]))

    def _named(self, chunk: Chunk, at: int) -> Phrase:
        prefix, run = chunk.first[:at], chunk.first[at:]
        texts = [word.text for word in run]
        body = is_organisation(texts) and not self._is_titled_person(texts)
        start = int(len(texts) > 1 and is_rival(texts[0])) if body else min(name_start(texts), len(run) - 1)
        noun_before = prefix[-1].key if prefix else ""
        titled = noun_before in PERSON_NOUNS or any(is_title(text) for text in texts[:start])
        sort = sort_of_name(texts, start, titled, chunk.determiner == "definite", noun_before, self.people)
        if sort == "organisation" and self._is_turn(run):
            sort = "person"
        if sort == "person" and self._is_common_word(chunk.first):
            return self._nominal(chunk)
        if sort == "person":
            return self._person(prefix, run, start, titled)
        if sort == "group" and "&" in self._slice(run[0].start, run[-1].end):
            sort = "organisation"  # Roe & Sons
        if sort in ("group", "document", "anonymous"):
            return self._nominal(chunk, sort)
        run = run[start:] if body else run
        name = extended(run, chunk.behind) if sort == "organisation" else run
        modifiers = tuple(word.key for word in chunk.first)
        return self._phrase(sort, name, head=name[-1].key, determiner=chunk.determiner, modifiers=modifiers)

    def _is_turn(self, run: list[Word]) -> bool:
        """OKORO: It rained. A name in capitals that labels a turn, but for what the text also prints small."""
        word = run[0]
        label = len(run) == 1 and self.text.startswith(":", word.end) and word.text.isupper() and len(word.text) > 4
        plain = word.key in self.people.common or word.key in ORGANISATIONS or length_of_body([word.text])
        return label and word.text.isalpha() and not plain

    def _person(self, prefix: list[Word], run: list[Word], start: int, titled: bool) -> Phrase:
        before = [*prefix, *run[:start]]
        told = any(word.key not in HONORIFICS for word in before)  # "Mr." alone is no role
        role = undetermined(self._slice(before[0].start, run[start].start)) if told else None
        return self._phrase("person", run[start:], role=role, gender=_told(before), titled=titled)

    def _is_titled_person(self, texts: list[str]) -> bool:
        """Senator Church, President Park: a body by the last word alone, a person by the article. Or by the first name:
        Lima City Mayor Don Press.
        """
        if any(is_title(title) and key(first) in FIRST for title, first in pairwise(texts[:-1])):
            return True
        return len(texts) == 2 and key(texts[0]) in TITLES and len(self.people.bearers(texts[1:])) > 0

    def _nominal(self, chunk: Chunk, sort: Sort | None = None) -> Phrase:
        """A speaker by description; what hangs on a name ("Republicans polled in May") is left off."""
        first = chunk.first
        sort = sort or sort_of_noun(first[-1].key, chunk.determiner == "indefinite")
        if sort == "organisation" and _AND_ONE.search(self._slice(first[0].start, first[-1].end)):
            sort = "group"
        short = (
            sort in ("organisation", "group", "document")
            and any(word.capital for word in first)
            and not self._is_common_word(first)
            and first[-1].key not in _COUNTED
        )
        last = first[-1] if short else timeless(chunk.rest)[-1]
        span = (min(chunk.words[0].start, first[0].start), last.end)
        modifiers = tuple(word.key for word in first[:-1])
        gender = _told(first[-1:])
        text = self._slice(*span)
        return Phrase(sort, text, span, (), first[-1].key, None, gender, chunk.determiner, None, modifiers)

    def _phrase(
        self,
        sort: Sort,
        words: Sequence[Word],
        *,
        head: str = "",
        role: str | None = None,
        gender: str | None = None,
        determiner: Determiner = "none",
        modifiers: tuple[str, ...] = (),
        titled: bool = False,
    ) -> Phrase:
        span = (words[0].start, words[-1].end)
        name = tuple(word.text for word in words)
        text = self._slice(*span)
        return Phrase(sort, text, span, name, head, role or None, gender, determiner, None, modifiers, titled)

    def _slice(self, start: int, end: int) -> str:
        return " ".join(self.text[start:end].split())

    def _with_apposition(self, head: Phrase, pieces: list[list[Word]]) -> Phrase:
        if _PARTITIVE.match(head.text):
            return next((named for named in map(self._of, pieces[:1]) if named.words), head)
        if head.sort == "person":
            return head if head.role else replace(head, role=self._role_behind(pieces))
        if head.sort not in ("office", "anonymous", "group", "organisation") or (head.words and not _is_office(head)):
            return head
        if head.sort == "anonymous" and head.head.endswith("ed") and pieces and pieces[0][-1].key in PERSON_NOUNS:
            whole = (head.span[0], pieces[0][-1].end)  # The bespectacled, 71-year-old diplomat
            return replace(head, sort="office", text=self._slice(*whole), span=whole, head=pieces[0][-1].key)
        for named in (self._of(words) for words in pieces[:4]):
            if self._is_name_of(named, head):
                role = named.role or undetermined(head.text)
                return replace(named, role=role, gender=named.gender or head.gender)
        return head

    def _is_name_of(self, named: Phrase, head: Phrase) -> bool:
        """Whether a piece between commas names whom the noun before it describes; a place or a clause does not."""
        if named.determiner != "none" or not named.words:
            return False
        if named.sort == "person" and (head.sort in ("office", "anonymous") or head.words):
            if head.determiner == "indefinite" and _is_of_owner(head) and key(named.words[0]) not in FIRST:
                return False
            told = named.titled or len(named.words) > 1 or key(named.words[0]) in FIRST or head.determiner == "owned"
            return told or bool(self.people.bearers(named.words))
        return named.sort == head.sort == "organisation"

    def _role_behind(self, pieces: list[list[Word]]) -> str | None:
        """What stands between commas behind a name, if it is a role: "president of the league", not "49"."""
        for words in pieces[:2]:
            noun = chunked(words).first[-1].key
            if noun in PERSON_NOUNS or words[0].text in ("a", "an"):
                return undetermined(self._slice(words[0].start, words[-1].end))
        return None


def _is_of_owner(head: Phrase) -> bool:
    """A spokeswoman for the park's owner, Redbud Communities: the firm is named, not she."""
    last = key(head.text.split()[-1])
    return last != head.head and last in _OWNING


def _is_office(phrase: Phrase) -> bool:
    """The MCE, Mr. Mensah: a name between commas tells that capitals stand for an office, as no body is called so."""
    return phrase.determiner == "definite" and len(phrase.words) == 1 and is_acronym(phrase.words[0])


def _told(words: Sequence[Word]) -> str | None:
    return gender_told(word.text for word in words)


def _given_name_on(run: list[Word]) -> list[Word]:
    """A capitalised run from the first given name on, else behind its modifiers."""
    given = next((place for place, word in enumerate(run[:-1]) if word.key in FIRST), None)
    if given is not None:
        return run[given:]
    while len(run) > 1 and (is_lexical(run[0].text) or is_acronym(run[0].text)):
        run = run[1:]
    return run


def _is_office_of_name(chunk: Chunk) -> bool:
    """Whether a name may follow an office in small letters: secretary of state Jane Roe, but not aide of Jane Roe."""
    behind = chunk.behind
    if chunk.first[-1].key not in PERSON_NOUNS or chunk.determiner == "indefinite":
        return False
    if len(behind) < 4 or behind[0].text != "of":
        return False
    at = run_start(behind)
    between = behind[1:at] or behind[at : at + 1]
    return at + 1 < len(behind) and not is_title(between[-1].text) and between[-1].text not in ("the", "a", "an")


def _holds_title(behind: Sequence[Word]) -> bool:
    """The Council on Trade Director Jane Roe: a title inside what follows the first preposition."""
    run = [word.text for word in behind[run_start(behind) :]]
    return any(is_title(text) for text in run[:-1]) and name_start(run) < len(run)
