"""Finds the owner that a noun phrase begins with: Roe's lawyer, but not the Water Workers' Union."""

from collections.abc import Sequence

from service.extraction.names.cores import ORGANISATIONS
from service.extraction.names.people import People
from service.extraction.names.words import Word
from service.regex import regex

_BODY_BEHIND = regex(r"[’'] (?:[A-Z]\w+ ){0,2}?([A-Z]\w+)(?! [A-Z])")


def owner_end(words: Sequence[Word], people: People) -> int:
    """How many words name an owner (Roe's ...); 0 for none. A possessive at the end owns nothing."""
    return next((at for at in range(len(words) - 1, 0, -1) if _is_possessive(words[at - 1], people)), 0)


def _is_possessive(word: Word, people: People) -> bool:
    after = people.text[word.end : word.end + 2].lower().replace("’", "'")
    return after == "'s" or (after[:1] == "'" and word.text[-1:].lower() == "s" and not _is_of_members(word, people))


def _is_of_members(word: Word, people: People) -> bool:
    """The Water Workers' Union, a Teachers' Federation: the members are no owner but part of the name."""
    body = _BODY_BEHIND.match(people.text, word.end)
    known = body is not None and body.group(1).lower() in ORGANISATIONS
    return word.capital and known and not people.may_be_called(word.text)
