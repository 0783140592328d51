"""Reads a speaker that is named: which of the capitalised words are the name, and of what."""

from itertools import pairwise

from service.extraction.names.chunks import Chunk, extended, undetermined
from service.extraction.names.cores import (
    FIRST,
    HONORIFICS,
    ORGANISATIONS,
    PERSON_NOUNS,
    TITLES,
    is_organisation,
    is_rival,
    is_title,
    key,
    name_start,
)
from service.extraction.names.kinds import sort_of_name
from service.extraction.names.known_bodies import length_of_body
from service.extraction.names.namings import gender_told
from service.extraction.names.nominals import is_common_word, nominal
from service.extraction.names.people import People
from service.extraction.names.phrases import Phrase, named_by, printed
from service.extraction.names.words import Word


def named(chunk: Chunk, at: int, people: People) -> Phrase:
    """The speaker whose capitalised words begin at a place of the chunk's first part."""
    prefix, run = chunk.first[:at], chunk.first[at:]
    texts = [word.text for word in run]
    body = is_organisation(texts) and not _is_titled_person(texts, people)
    start = int(len(texts) > 1 and is_rival(texts[0])) if body else min(name_start(texts), len(run) - 1)
    noun_before = prefix[-1].key if prefix else ""
    titled = noun_before in PERSON_NOUNS or any(is_title(text) for text in texts[:start])
    sort = sort_of_name(texts, start, titled, chunk.determiner == "definite", noun_before, people)
    if sort == "organisation" and _is_turn(run, people):
        sort = "person"
    if sort == "person" and is_common_word(chunk.first, people):
        return nominal(chunk, people)
    if sort == "person":
        return _person(prefix, run, start, titled, people)
    if sort == "group" and "&" in printed(people.text, run[0].start, run[-1].end):
        sort = "organisation"  # Roe & Sons
    if sort in ("group", "document", "anonymous", "office"):
        return nominal(chunk, people, sort)
    run = run[start:] if body else run
    name = extended(run, chunk.behind) if sort == "organisation" else run
    modifiers = tuple(word.key for word in chunk.first)
    return named_by(people.text, sort, name, head=name[-1].key, determiner=chunk.determiner, modifiers=modifiers)


def known_body(chunk: Chunk, people: People) -> Phrase | None:
    """Doctors Without Borders, the Centers for Disease Control and Prevention: a name that goes on behind "for"."""
    length = length_of_body([word.text for word in chunk.rest])
    words, behind = chunk.rest[:length], chunk.rest[length:]
    if length < len(chunk.first) or not words or not (words[0].capital and words[-1].capital):
        return None
    if any(word.capital for word in behind[:1]) or people.bearers([word.text for word in words]):
        return None
    words = extended(words, behind)
    return named_by(people.text, "organisation", words, head=words[-1].key, determiner=chunk.determiner)


def _is_turn(run: list[Word], people: People) -> bool:
    """OKORO: It rained. A name in capitals that labels a turn, but for what the text also prints small."""
    word = run[0]
    label = len(run) == 1 and people.text.startswith(":", word.end) and word.text.isupper() and len(word.text) > 4
    plain = word.key in people.common or word.key in ORGANISATIONS or length_of_body([word.text])
    return label and word.text.isalpha() and not plain


def _person(prefix: list[Word], run: list[Word], start: int, titled: bool, people: People) -> Phrase:
    before = [*prefix, *run[:start]]
    told = any(word.key not in HONORIFICS for word in before)  # "Mr." alone is no role
    role = undetermined(printed(people.text, before[0].start, run[start].start)) if told else None
    gender = gender_told(word.text for word in before)
    return named_by(people.text, "person", run[start:], role=role, gender=gender, titled=titled)


def _is_titled_person(texts: list[str], people: People) -> bool:
    """Senator Church, President Park: a body by the last word alone, a person by the article. Or by the first name:
    Lima City Mayor Don Press.
    """
    if any(is_title(title) and key(first) in FIRST for title, first in pairwise(texts[:-1])):
        return True
    return len(texts) == 2 and key(texts[0]) in TITLES and len(people.bearers(texts[1:])) > 0
