"""Reads a speaker that is described, not named: "a spokesman for the port", "Republicans polled in May"."""

from collections.abc import Sequence

from service.extraction.names.chunks import Chunk, timeless
from service.extraction.names.cores import FIRST, is_lexical
from service.extraction.names.kinds import Sort, sort_of_noun
from service.extraction.names.namings import gender_told
from service.extraction.names.people import People
from service.extraction.names.phrases import Phrase, printed
from service.extraction.names.words import Word, opens_sentence
from service.records import Span
from service.regex import regex

_AND_ONE = regex(r" and (?:one|another) ")  # one Dutch and one Danish firm
_COUNTED = frozenset({"dozens", "scores", "hundreds", "thousands", "millions"})  # of whom, is what follows


def nominal(chunk: Chunk, people: People, sort: Sort | None = None) -> Phrase:
    """A speaker by description; what hangs on a name ("Republicans polled in May") is left off."""
    first = chunk.first
    sort = sort or sort_of_noun(first[-1].key, chunk.determiner == "indefinite")
    if sort == "organisation" and people.text.startswith(" who ", first[-1].end):
        sort = "anonymous"  # a contractor who asked not to be named
    elif sort == "organisation" and _AND_ONE.search(printed(people.text, first[0].start, first[-1].end)):
        sort = "group"
    span = _span(chunk, sort, people)
    modifiers = tuple(word.key for word in first[:-1])
    gender = gender_told([first[-1].text])
    return Phrase(
        sort,
        printed(people.text, *span),
        span,
        head=first[-1].key,
        gender=gender,
        determiner=chunk.determiner,
        modifiers=modifiers,
    )


def _span(chunk: Chunk, sort: Sort, people: People) -> Span:
    first = chunk.first
    short = (
        sort in ("organisation", "group", "document")
        and any(word.capital for word in first)
        and not is_common_word(first, people)
        and first[-1].key not in _COUNTED
    )
    last = first[-1] if short else timeless(chunk.rest)[-1]
    return min(chunk.words[0].start, first[0].start), last.end


def is_common_word(words: Sequence[Word], people: People) -> bool:
    """Companies deny it. Legislation says so: a capital that comes from the place, of nobody who bears the name."""
    word = words[-1]
    if (
        len(words) > 1
        or word.key in FIRST
        or not word.text[1:].islower()
        or not opens_sentence(people.text, word.start)
    ):
        return False
    small = word.key in people.common or (word.key.endswith("s") and not people.is_name_inside(word.text))
    return small and not people.bearers([word.text]) and not is_lexical(word.text)
