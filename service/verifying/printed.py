"""A printed statement as texts are held against it: its words, which of them are the speaker's own, where it pauses."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from service.records import Span
from service.regex import regex
from service.verifying.words import Word, words_of

Speaker = Literal["same", "other", "unknown"]
Pause = Literal["", ",", "."]

_JOINED = " … "  # between the spans of a statement
_BRACKET = regex(r"(?<!\w)\[[^\[\]]*\](?!\w)")
_FULL = regex(r"[.!?\n。！？]")
_SLIGHT = regex(r"[^\w\s'’-]|\s[-]\s")


@dataclass(frozen=True)
class Printed:
    """A statement. `own` are the places of its text inside marks; `speaker` says whose it is, if one was asked for.

    `listed` is false for words that their outlet has replaced, or that a better reader finds no more.
    """

    id: str
    text: str
    own: tuple[Span, ...]
    speaker: Speaker | None = None
    listed: bool = True

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words in order."""
        return _cut(self.text)

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Its words as they compare."""
        return tuple([word.form for word in self.words])  # of a list: each word of every statement comes by here

    @cached_property
    def known(self) -> frozenset[str]:
        """Each of them once."""
        return frozenset(self.forms)

    @cached_property
    def is_own(self) -> tuple[bool, ...]:
        """For each word whether it stands inside marks."""
        return tuple(_stands_in(self.own, word) for word in self.words)

    @cached_property
    def put_in(self) -> frozenset[int]:
        """The numbers of the words that the printing itself puts in, in brackets."""
        brackets = [match.span() for match in _BRACKET.finditer(self.text)]
        if not brackets:
            return frozenset()
        return frozenset(number for number, word in enumerate(self.words) if _stands_in(brackets, word))

    @cached_property
    def hyphened(self) -> dict[str, tuple[str, str]]:
        """The pairs of words that a hyphen joins, by what they are without it."""
        pairs = zip(self.words, self.words[1:], strict=False)
        return {one.form + two.form: (one.form, two.form) for one, two in pairs if two.hyphened}

    @cached_property
    def pauses(self) -> tuple[Pause, ...]:
        """What stands before each word, and behind the last: the end of a sentence, a slighter mark, or nothing."""
        between = zip(self.words, self.words[1:], strict=False)
        return (".", *(_pause(self.text[word.end : after.start]) for word, after in between), ".")

    def sentence_start(self, number: int) -> int:
        """The first word of the sentence in which a word stands."""
        while self.pauses[number] != ".":
            number -= 1
        return number

    def sentence_end(self, number: int) -> int:
        """The number behind the last word of the sentence in which a word stands."""
        number += 1
        while self.pauses[number] != ".":
            number += 1
        return number


def printed_of(
    id: str, spans: Sequence[tuple[Span, str]], quoted: Sequence[Span], *, speaker: Speaker | None = None,
    listed: bool = True,
) -> Printed:  # fmt: skip
    """A statement out of the places in its article: its spans with their words, and the parts of them inside marks."""
    own, start = [], 0
    for (first, last), _ in spans:
        inside = [(max(first, begin), min(last, end)) for begin, end in quoted]
        own += [(start + begin - first, start + end - first) for begin, end in inside if begin < end]
        start += last - first + len(_JOINED)
    return Printed(id, _JOINED.join(words for _, words in spans), tuple(own), speaker, listed)


@lru_cache(maxsize=64)
def _cut(text: str) -> tuple[Word, ...]:
    """Kept for a while: what a new statement is held against is often the very same, printed before."""
    return tuple(words_of(text))


def article_spans(spans: Sequence[Span], part: Span) -> list[Span]:
    """Where a part of a statement's text stands in the article, whose spans these are."""
    found, start = [], 0
    for first, last in spans:
        begin, end = max(part[0] - start, 0), min(part[1] - start, last - first)
        if begin < end:
            found.append((first + begin, first + end))
        start += last - first + len(_JOINED)
    return found


def _stands_in(places: Sequence[Span], word: Word) -> bool:
    return any(start <= word.start and word.end <= end for start, end in places)


def _pause(between: str) -> Pause:
    if between == " ":  # most often
        return ""
    if _FULL.search(between.replace(_JOINED, " , ")):
        return "."
    return "," if _SLIGHT.search(between) else ""
