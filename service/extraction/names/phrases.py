"""Parses one noun phrase that names a speaker: which words are the name, which the role, what kind of thing heads it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from service.extraction.names import tables
from service.extraction.names.cores import (
    CALENDAR,
    FIRST,
    HONORIFICS,
    PERSON_NOUNS,
    TITLES,
    is_lexical,
    is_organisation,
    is_title,
    key,
    name_start,
)
from service.extraction.names.kinds import Sort, sort_of_name, sort_of_noun
from service.extraction.names.people import People, gender_told
from service.extraction.names.words import PARTICLES, Word, is_acronym, words_in
from service.records import Span

_LONGEST = 500  # code points of a source that are read; no name begins later
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_TITLE_OF_WORK = re.compile(r"[“\"][^“”\"\n]{1,80}[”\"]")
_BREAK = re.compile(
    r"[,;:\n](?!\d)(?!\s*(?:Jr|Sr|II|III)\b)|\s[—–-]{1,2}(?=\s)|[—–]|--|(?<!\w)(?:who|whom|whose|which|that|when|where|while|because|whether|speaking)(?!\w)",
    re.IGNORECASE,
)
DEFINITE = frozenset("the this that these those".split())
_OWNED = frozenset("his her their its our my your".split())
_INDEFINITE = frozenset(
    "a an one two three four five six seven eight nine ten some many several most all both another other others any every each no few more dozens hundreds thousands"
    " fewer half numerous multiple various certain plenty nearly almost about roughly only even not at least what neither either".split()
)
_LEADING = frozenset("according to by and but even as from for with of like among per".split())
_PREPOSITIONS = frozenset(
    "of at from in for to with on near under by against about into over inside outside between among behind around during after before within without across"
    " through toward towards along alongside including until since than via like familiar close based also both each alike then now alone together herself himself itself themselves later".split()
)
PRONOUNS = frozenset("he she they it i we you who which that his her their its my our him them me us himself herself".split())
_GENERIC = frozenset("everyone everybody anyone anybody someone somebody nobody none others people".split())
_QUANTIFIERS = DEFINITE | _OWNED | _INDEFINITE | PRONOUNS | _GENERIC | _PREPOSITIONS
Determiner = Literal["definite", "indefinite", "owned", "none"]


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


def masked(text: str, start: int, end: int) -> str:
    """text[start:end] with brackets and, if words remain, titles of works in marks blanked; offsets stay."""
    body = _BRACKETS.sub(_blank, text[start : min(end, start + _LONGEST)])
    unmarked = _TITLE_OF_WORK.sub(_blank, body)
    return unmarked if re.search(r"\w\w", unmarked) else body


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


class PhraseParser:
    """Parses phrases of one article; the article's people tell names from other capitalised words."""

    def __init__(self, text: str, people: People) -> None:
        self.text = text
        self.people = people

    def parse(self, start: int, end: int) -> Phrase | None:
        """The speaker that text[start:end] names; None when it holds no word."""
        body = masked(self.text, start, end)
        first_word = re.search(r"\w", body)
        if not first_word:
            return None
        pieces = _pieces(body, first_word.start())
        head = self._piece(start, body, pieces[0])
        if head is None:
            return None
        return self._with_apposition(head, start, body, pieces[1:])

    def _words(self, start: int, body: str, piece: Span) -> list[Word]:
        found = [Word(w.text, w.start + start, w.end + start) for w in words_in(body, *piece)]
        while len(found) > 1 and found[0].key in _LEADING:
            found = found[1:]
        return found

    def _piece(self, start: int, body: str, piece: Span) -> Phrase | None:
        words = self._words(start, body, piece)
        return self.of_words(words) if words else None

    def of_words(self, words: list[Word]) -> Phrase:
        """The speaker that a stretch of words without commas names."""
        if _is_pronoun(words[0]) and all(word.key in _PREPOSITIONS or word.key in PRONOUNS or word.key == "all" for word in words[1:]):
            return self._phrase("pronoun", words[:1], head=words[0].key)
        determiner, rest = _determined(words)
        chunk = _first_chunk(rest)
        owner = self._owner_end(chunk)
        if owner:
            return self._owned(words, rest, chunk, owner)
        return self._unowned(words, rest, chunk, determiner)

    def _owner_end(self, chunk: Sequence[Word]) -> int:
        """How many words of the chunk name an owner (Clinton's ...); 0 for none. A possessive at the end owns nothing."""
        return next((at for at in range(len(chunk) - 1, 0, -1) if self._possessive(chunk[at - 1])), 0)

    def _possessive(self, word: Word) -> bool:
        after = self.text[word.end : word.end + 2].lower().replace("’", "'")
        return after == "'s" or after[:1] == "'" and word.text[-1:].lower() == "s"

    def _owned(self, words: list[Word], rest: list[Word], chunk: list[Word], owner_end: int) -> Phrase:
        owner = self._unowned(words, rest[:owner_end], chunk[:owner_end], "none")
        thing = self._unowned(rest[owner_end:], rest[owner_end:], chunk[owner_end:], "owned")
        if thing.sort == "person":
            role = self._slice(chunk[0].start, thing.span[0]).strip()
            return replace(thing, role=role, owner=owner)
        whole = self._slice(rest[0].start, thing.span[1])
        return replace(thing, text=whole, span=(rest[0].start, thing.span[1]), owner=owner, determiner="owned")

    def _unowned(self, words: list[Word], rest: list[Word], chunk: list[Word], determiner: Determiner) -> Phrase:
        if not chunk:
            return self._nominal(words, words, determiner)
        at = _run_start(chunk)
        if at == len(chunk):
            return self._nominal(words, chunk, determiner, rest)
        run = chunk[at:]
        texts = [word.text for word in run]
        if self._is_role_only(texts):
            return self._behind_office(rest, chunk) or self._nominal(words, chunk, determiner, rest)
        return self._named(words, rest, chunk, at, determiner)

    def _is_role_only(self, texts: list[str]) -> bool:
        if is_organisation(texts) or not is_title(texts[-1]) or name_start(texts) < len(texts):
            return False
        return len(texts) > 1 or not self.people.bearers(texts)

    def _behind_office(self, rest: list[Word], chunk: list[Word]) -> Phrase | None:
        """Secretary of State Jane Roe, Ambassador to the UN Jane Roe: the name ends what follows the office."""
        behind = rest[len(chunk) :]
        at = _last_run(behind)
        run = behind[at:]
        given = next((place for place, word in enumerate(run[:-1]) if word.key in FIRST), 0)
        run = run[given:]
        while len(run) > 1 and (is_lexical(run[0].text) or is_acronym(run[0].text)) and run[0].key not in FIRST:
            run = run[1:]
        if not run or len(behind) < 2 or is_lexical(run[-1].text) or is_organisation([word.text for word in run]):
            return None
        run = run[name_start([word.text for word in run]) :]
        if not run or len(run) == 1 and not self.people.bearers([run[0].text]) and run[0].key not in FIRST:
            return None
        role = self._slice(chunk[0].start, run[0].start).strip()
        return self._phrase("person", run, role=role, gender=gender_told(chunk), titled=True)

    def _named(self, words: list[Word], rest: list[Word], chunk: list[Word], at: int, determiner: Determiner) -> Phrase:
        run, prefix = chunk[at:], chunk[:at]
        texts = [word.text for word in run]
        start = 0 if is_organisation(texts) and not self._is_titled_person(texts) else min(name_start(texts), len(run) - 1)
        titled = any(is_title(word.text) for word in run[:start]) or bool(prefix) and prefix[-1].key in PERSON_NOUNS
        context = prefix[-1].key if prefix else ""
        inner = self._behind_office(rest, chunk) if _has_office(rest[len(chunk) :]) else None
        if inner:
            return inner
        sort = sort_of_name(texts, start, titled, determiner == "definite", context, self.people)
        if sort == "person":
            role = _role(self._slice(chunk[0].start, run[start].start), run[:start])
            return self._phrase("person", run[start:], role=role, gender=gender_told([*prefix, *run[:start]]), titled=titled)
        if sort in ("group", "document"):
            return self._nominal(words, chunk, determiner, rest, sort)
        run = _extended(run, rest[len(chunk) :]) if sort == "organisation" else run
        return self._phrase(sort, run, head=run[-1].key, determiner=determiner, modifiers=tuple(w.key for w in chunk))

    def _is_titled_person(self, texts: list[str]) -> bool:
        """Senator Church, President Park: a body by the last word alone, a person by the article."""
        return len(texts) == 2 and key(texts[0]) in TITLES and len(self.people.bearers(texts[1:])) > 0

    def _nominal(self, words: list[Word], chunk: list[Word], determiner: Determiner, rest: Sequence[Word] = (), sort: Sort | None = None) -> Phrase:
        head = chunk[-1].key
        sort = sort or sort_of_noun(head, determiner == "indefinite")
        named = any(word.capital for word in chunk)
        end = chunk if sort in ("organisation", "group", "document") and named or not rest else rest
        span = (words[0].start, end[-1].end)
        if chunk and span[0] > chunk[0].start:
            span = (chunk[0].start, span[1])
        modifiers = tuple(word.key for word in chunk[:-1])
        return Phrase(sort, self._slice(*span), span, (), head, None, gender_told(chunk[-1:]), determiner, None, modifiers)

    def _phrase(self, sort: Sort, words: Sequence[Word], **fields: object) -> Phrase:
        span = (words[0].start, words[-1].end)
        return Phrase(sort, self._slice(*span), span, tuple(word.text for word in words), **fields)  # type: ignore[arg-type]

    def _slice(self, start: int, end: int) -> str:
        return " ".join(self.text[start:end].split())

    def _with_apposition(self, head: Phrase, start: int, body: str, pieces: list[Span]) -> Phrase:
        if head.sort == "person":
            return head if head.role else replace(head, role=self._role_behind(start, body, pieces))
        if head.sort not in ("office", "anonymous", "group", "organisation") or head.words:
            return head
        for piece in pieces[:4]:
            named = self._piece(start, body, piece)
            if named and self._is_name_of(named, head):
                return replace(named, role=named.role or _undetermined(head.text), gender=named.gender or head.gender)
        return head

    def _is_name_of(self, named: Phrase, head: Phrase) -> bool:
        """Whether a piece between commas names whom the noun before it describes; a place or a clause does not."""
        if named.determiner != "none" or not named.words:
            return False
        if named.sort == "person" and head.sort in ("office", "anonymous"):
            return named.titled or key(named.words[0]) in FIRST or len(named.words) > 1 or bool(self.people.bearers(named.words))
        return named.sort == head.sort == "organisation"

    def _role_behind(self, start: int, body: str, pieces: list[Span]) -> str | None:
        """What stands between commas behind a name, if it is a role: "president of the league", not "49"."""
        for piece in pieces[:2]:
            words = self._words(start, body, piece)
            noun = _first_chunk(_determined(words)[1])[-1:] if words else []
            if noun and (noun[0].key in PERSON_NOUNS or words[0].text in ("a", "an")):
                return _undetermined(self._slice(words[0].start, words[-1].end))
        return None


def _pieces(body: str, start: int) -> list[Span]:
    """The stretches between commas, dashes and relative words."""
    pieces, at = [], start
    for match in _BREAK.finditer(body, start):
        if match.start() > at and re.search(r"\w", body[at : match.start()]):
            pieces.append((at, match.start()))
        elif not pieces:  # "who" or "that" itself is the source
            continue
        at = match.end()
        if match.group()[0].isalpha():
            return pieces
    if re.search(r"\w", body[at:]):
        pieces.append((at, len(body)))
    return pieces or [(start, len(body))]


def _determined(words: list[Word]) -> tuple[Determiner, list[Word]]:
    """What determines a noun phrase, and the words behind its articles and numbers."""
    at, found = 0, ""
    while at < len(words) - 1 and (words[at].key in DEFINITE or words[at].key in _OWNED or words[at].key in _INDEFINITE or words[at].text.isdigit()):
        lower = words[at].key
        found = found or ("definite" if lower in DEFINITE else "owned" if lower in _OWNED else "indefinite")
        at += 1
        if words[at].key in _PREPOSITIONS:  # "one of", "many in": the determiner is the noun
            return "indefinite", words[at - 1 :]
    return found or "none", words[at:]  # type: ignore[return-value]


def _first_chunk(words: list[Word]) -> list[Word]:
    """The words up to the first preposition or participle behind a noun."""
    for at in range(1, len(words)):
        lower = words[at].text
        if lower in _PREPOSITIONS or _is_participle(words, at) or lower in _ARTICLES and not _is_reverend(words[at + 1 :]):
            return words[:at]
    return words


_ARTICLES = DEFINITE | {"a", "an"}


def _is_reverend(words: Sequence[Word]) -> bool:
    """The Rev. and the Hon. carry an article inside a title."""
    return bool(words) and words[0].key in ("rev", "reverend", "hon", "honorable", "very", "right")


def _is_participle(words: list[Word], at: int) -> bool:
    lower = words[at].text
    if not lower.islower() or not lower.endswith(("ing", "ed")) or lower in PERSON_NOUNS:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    return after is None or after.key in CALENDAR or after.key in _PREPOSITIONS or after.key in DEFINITE or after.key in _OWNED or after.key in _INDEFINITE


def _run_start(chunk: Sequence[Word]) -> int:
    """Where the capitalised run at the end of a chunk begins; len(chunk) when the chunk ends in a common noun."""
    at = len(chunk)
    while at > 0 and (_is_name_word(chunk[at - 1]) or at < len(chunk) and chunk[at - 1].text in PARTICLES):
        at -= 1
    while at < len(chunk) and not _is_name_word(chunk[at]):
        at += 1
    return at


def _is_pronoun(word: Word) -> bool:
    """US and U.S. are no pronouns, unless the whole text shouts."""
    return word.text.lower() in PRONOUNS and (word.text == "I" or not word.text.isupper())


def _is_name_word(word: Word) -> bool:
    """A capital alone does not make a name of "Everyone" or "Both" at the start of a sentence."""
    return word.capital and (word.text.lower() not in _QUANTIFIERS or word.text in ("US", "IT"))


def _has_office(behind: Sequence[Word]) -> bool:
    """The Council on Trade Director Jane Roe: a title inside what follows the first preposition."""
    run = behind[_last_run(behind) :]
    return any(is_title(word.text) for word in run[:-1]) and name_start([word.text for word in run]) < len(run)


def _last_run(words: Sequence[Word]) -> int:
    return _run_start(words)


_JOINING = frozenset({"of", "for", "on"})


def _extended(run: list[Word], behind: Sequence[Word]) -> list[Word]:
    """Department of Justice, Americans for Prosperity: a body's name goes on behind "of" and "for"."""
    at = 0
    while at + 1 < len(behind) and behind[at].text in _JOINING:
        to = at + 1
        while to < len(behind) and behind[to].text in ("the", "a", "an"):
            to += 1
        if to >= len(behind) or not behind[to].capital:
            break
        while to < len(behind) and (behind[to].capital or behind[to].text == "and" and to + 1 < len(behind) and behind[to + 1].capital):
            to += 1
        at = to
    return [*run, *behind[:at]]


def _role(before: str, titles: Sequence[Word]) -> str | None:
    """The words before a name as a role; "Mr." alone is none."""
    if all(word.key in HONORIFICS for word in titles) and not before[: -len(titles[0].text) - 1 if titles else None].strip():
        return None
    return _undetermined(before.strip()) or None


def _undetermined(text: str) -> str:
    return re.sub(r"^(?:the|an?)\s+", "", text, flags=re.IGNORECASE)


PARTY_WORDS = tables.words("collective_nouns", "group")
