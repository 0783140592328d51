"""Cuts a noun phrase into its pieces: between commas, behind determiners, before prepositions, at capitals."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from service.extraction.names import tables
from service.extraction.names.cores import CALENDAR, PERSON_NOUNS, is_day, is_organisation
from service.extraction.names.words import PARTICLES, Word
from service.records import Span
from service.regex import regex

Determiner = Literal["definite", "indefinite", "owned", "none"]
LONGEST = 500  # code points of a source that are read; no name begins later
_BRACKETS = regex(r"\([^()]*\)|\[[^\[\]]*\]|(?<=\w )\([^()]*$")  # the network may stop short of the second one
# A nurse who was on duty, Joy Estrada,: the name stands behind the clause, at the end of the phrase.
_NAME_AT_END = regex(r", ((?:[A-Z][\w’'-]*\.? ){1,4}[A-Z][\w’'-]*)(?:, \d{1,3})?,?\s*$")
_TITLE_OF_WORK = regex(r"[“\"][^“”\"\n]{1,80}[”\"]")
_BREAK = regex(
    r"[,;:\n](?!\d)(?!\s*(?:Jr|Sr|II|III)\b)|\s[—–-]{1,2}(?=\s)|[—–]|--"
    r"|(?<!\w)(?:who|whom|whose|which|(?<! of )that|when|where|while|because|whether|speaking)(?!\w)",
    re.IGNORECASE,
)
_DEFINITE, _OWNED, _INDEFINITE = (
    tables.words("function_words", section) for section in ("definite", "owned", "indefinite")
)
_DETERMINERS = _DEFINITE | _OWNED | _INDEFINITE
_ARTICLES = _DEFINITE | {"a", "an"}
PREPOSITIONS = tables.words("function_words", "preposition")
PRONOUNS = tables.words("function_words", "pronoun")
_QUANTIFIERS = _DETERMINERS | PRONOUNS | PREPOSITIONS | tables.words("function_words", "generic")
_TIMES, _BEFORE_TIMES = (tables.words("function_words", section) for section in ("time", "before_time"))
_UNITS, _LONG, _OPEN = (tables.words("function_words", section) for section in ("unit", "how_long", "open"))
_DOCUMENTS = tables.words("documents")
_EXTENDING = frozenset({"of", "for", "on"})


@dataclass(frozen=True, slots=True)
class Chunk:
    """A noun phrase in parts: all its words, those behind the determiner, and of these the ones up to a preposition."""

    words: list[Word]
    rest: list[Word]
    first: list[Word]
    determiner: Determiner

    @property
    def behind(self) -> list[Word]:
        """The words from the first preposition on."""
        return self.rest[len(self.first) :]


def chunked(words: list[Word]) -> Chunk:
    """The parts of a noun phrase without commas."""
    determiner, rest = _determined(words)
    first = _first(rest)
    while len(first) > 1 and is_day(first[-1].text) and not first[-2].capital:  # a report Tuesday
        first = first[:-1]
    return Chunk(words, rest, first, determiner)


def masked(text: str, start: int, end: int) -> str:
    """text[start:end] with brackets and, if words remain, titles of works in marks blanked; offsets stay."""
    body = _BRACKETS.sub(_blank, text[start : min(end, start + LONGEST)])
    unmarked = _TITLE_OF_WORK.sub(_blank, body)
    return unmarked if re.search(r"(?!(?:the|an)\b)\b\w\w", unmarked, re.IGNORECASE) else body


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def pieces(body: str, start: int) -> list[Span]:
    """The stretches between commas and dashes, up to the first relative word, and a full name at the end behind it."""
    found, at = [], start
    for match in _BREAK.finditer(body, start):
        if match.start() > at and re.search(r"\w", body[at : match.start()]):
            found.append((at, match.start()))
        elif not found:  # "who" or "that" itself is the source
            continue
        at = match.end()
        if match.group()[0].isalpha():
            named = _NAME_AT_END.search(body, at) if "," in body[at:] else None
            if named and body.endswith(" of ", 0, match.start()):  # a film, of which its editor, Ann Roe,
                return [named.span(1)]
            return [*found, named.span(1)] if named else found
    if re.search(r"\w", body[at:]):
        found.append((at, len(body)))
    return found or [(start, len(body))]


def _determined(words: list[Word]) -> tuple[Determiner, list[Word]]:
    """What determines a noun phrase, and the words behind its articles and numbers."""
    at = 0
    found: Determiner = "none"
    while at < len(words) - 1 and (words[at].key in _DETERMINERS or words[at].text.isdigit()):
        found = found if found != "none" else _determiner(words[at].key)
        at += 1
        if words[at].key in PREPOSITIONS:  # "one of", "many in": the determiner is the noun
            return "indefinite", words[at - 1 :]
    return found, words[at:]


def _determiner(lower: str) -> Determiner:
    if lower in _DEFINITE:
        return "definite"
    return "owned" if lower in _OWNED else "indefinite"


def _first(words: list[Word]) -> list[Word]:
    """The words up to the first preposition, participle behind a noun, or second article."""
    for at in range(1, len(words)):
        lower = words[at].text
        article = lower in _ARTICLES and not _is_reverend(words[at + 1 :])
        if lower in PREPOSITIONS or article or _is_participle(words, at):
            return words[:at]
    return words


def _is_reverend(words: Sequence[Word]) -> bool:
    """The Rev. and the Hon. carry an article inside a title."""
    return bool(words) and words[0].key in ("rev", "reverend", "hon", "honorable", "very", "right")


def _is_participle(words: list[Word], at: int) -> bool:
    """Voters surveyed in May, a source speaking to reporters, a voter backing Roe; but not "leading Republicans"."""
    lower = words[at].text
    if not lower.islower() or not lower.endswith(("ing", "ed")) or lower in PERSON_NOUNS or lower in _DOCUMENTS:
        return False
    after = words[at + 1].key if at + 1 < len(words) else "at"
    if lower.endswith("ing") and at + 1 < len(words) and words[at + 1].capital:
        return words[at - 1].text.removesuffix("s") in PERSON_NOUNS
    return after in CALENDAR or after in PREPOSITIONS or after in _DETERMINERS


def timeless(words: list[Word]) -> list[Word]:
    """The words without the day or time at their end: the head of the port on Tuesday, an aide late last week."""
    end = len(words)
    while end > 1 and (words[end - 1].key in CALENDAR or words[end - 1].text in _TIMES):
        end -= 1
    while 1 < end < len(words) and words[end - 1].key in _BEFORE_TIMES:
        end -= 1
    # A poll released last week; people arrested on Monday. Several delegates backing | Roe, who is cut off.
    cut = words[end - 1].text.endswith("ed") if end < len(words) else _is_begun(words)
    return words[: end - (end > 1 and cut)]


def whole(words: list[Word]) -> list[Word]:
    """The words without how long ago at their end, and without small words of which nothing follows: the port | less
    than two weeks ago, one man | in.
    """
    end = len(words)
    if end > 2 and words[end - 1].text in ("ago", "earlier", "later") and words[end - 2].text in _UNITS:
        end -= 2
        while end > 1 and (words[end - 1].text in _LONG or words[end - 1].text.isdigit()):
            end -= 1
    while end > 1 and words[end - 1].text in _OPEN:
        end -= 1
    return words[:end]


def _is_begun(words: list[Word]) -> bool:
    """Whether a plural ends in what it does, and nothing follows that it could be done to."""
    last = words[-1].text
    return len(words) > 1 and words[-2].text.endswith("s") and last.endswith("ing") and last.islower()


def run_start(words: Sequence[Word]) -> int:
    """Where the capitalised run at the end begins; len(words) when the last word is a common noun."""
    at = len(words)
    while at > 0 and (is_name_word(words[at - 1]) or (at < len(words) and words[at - 1].text in PARTICLES)):
        at -= 1
    while at < len(words) and not is_name_word(words[at]):
        at += 1
    return at


def is_name_word(word: Word) -> bool:
    """A capital alone does not make a name of "Everyone" or "Both" at the start of a sentence."""
    return word.capital and (word.text.lower() not in _QUANTIFIERS or word.text in ("US", "IT"))


def is_pronoun(words: Sequence[Word]) -> bool:
    """He, she herself, they all; but US and U.S. are no pronouns."""
    first = words[0].text
    if first.lower() not in PRONOUNS or (first.isupper() and first != "I"):
        return False
    return all(word.key in PREPOSITIONS or word.key in PRONOUNS or word.key == "all" for word in words[1:])


def joined_from(words: list[Word], at: int) -> int:
    """Where the name of a body begins that "and" stands in: Science and Trade Directorate."""
    body = is_organisation([word.text for word in words[at:]])
    while body and at >= 2 and words[at - 1].text == "and" and is_name_word(words[at - 2]):
        at = run_start(words[: at - 1])
    return at


def extended(run: list[Word], behind: Sequence[Word]) -> list[Word]:
    """Department of Justice, Americans for Prosperity: a body's name goes on behind "of" and "for"."""
    at = 0
    while at < len(behind) and behind[at].text in _EXTENDING:
        to = at + 1
        while to < len(behind) and behind[to].text in ("the", "a", "an"):
            to += 1
        if to >= len(behind) or not behind[to].capital:
            break
        at = _run_end(behind, to)
    return [*run, *behind[:at]]


def _run_end(words: Sequence[Word], at: int) -> int:
    while at < len(words) and (words[at].capital or (words[at].text == "and" and _is_capital(words, at + 1))):
        at += 1
    return at


def _is_capital(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].capital


def undetermined(text: str) -> str:
    """A phrase without its article."""
    return re.sub(r"^(?:the|an?)\s+", "", text, flags=re.IGNORECASE)
