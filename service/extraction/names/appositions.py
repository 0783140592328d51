"""Joins a noun phrase with what stands between commas behind it: the minister, Jane Roe; Jane Roe, a minister."""

import re
from collections.abc import Callable
from dataclasses import replace

from service.extraction.names import tables
from service.extraction.names.chunks import chunked, undetermined
from service.extraction.names.cores import FIRST, ORGANISATIONS, PERSON_NOUNS, key
from service.extraction.names.people import People
from service.extraction.names.phrases import Phrase, printed
from service.extraction.names.places import stands_as
from service.extraction.names.words import Word, is_acronym
from service.regex import regex

_PARTITIVE = regex(r"one of (?:them|these|those|the|its|his|her|their|whom|which)\b", re.IGNORECASE)
_OWNERS = frozenset({"owner", "owners", "operator", "parent", "developer", "landlord", "sponsor", "employer"})
_OFFICES = tables.words("offices", "letters")
_OF_BODY = regex(r"(?:[’']s|s[’']) (?:[\w-]+ ){0,3}?([\w-]+)$")
_OWNING = (ORGANISATIONS | _OWNERS) - tables.words("collective_nouns", "nameless")


def with_apposition(
    head: Phrase, pieces: list[list[Word]], people: People, parse: Callable[[list[Word]], Phrase]
) -> Phrase:
    """Whom a noun phrase and the pieces behind it name together; `parse` reads one piece."""
    if _PARTITIVE.match(head.text):
        return next((named for named in map(parse, pieces[:1]) if named.words), head)
    if head.sort in ("person", "state", "organisation") and (teller := _behind_place(head, pieces, people, parse)):
        return teller
    if head.sort == "person":
        return head if head.role else replace(head, role=_role_behind(pieces, people.text))
    if head.sort not in ("office", "anonymous", "group", "organisation") or (head.words and not _is_office(head)):
        return head
    if head.sort == "anonymous" and head.head.endswith("ed") and pieces and pieces[0][-1].key in PERSON_NOUNS:
        whole = (head.span[0], pieces[0][-1].end)  # The bespectacled, 71-year-old diplomat
        return replace(head, sort="office", text=printed(people.text, *whole), span=whole, head=pieces[0][-1].key)
    for named in map(parse, pieces[:4]):
        if _is_name_of(named, head, people):
            one = head.head == "one"  # one of whom, Ann Roe, a nurse
            role = _role_behind(pieces[1:], people.text) if one else undetermined(head.text)
            return replace(named, role=named.role or role, gender=named.gender or head.gender)
    return head


def _behind_place(
    head: Phrase, pieces: list[list[Word]], people: People, parse: Callable[[list[Word]], Phrase]
) -> Phrase | None:
    """From Port Ellery, | Joan Madden, the secretary: who speaks is named in full behind the place, or by an office."""
    if not pieces:
        return None
    place = stands_as(head, people.text)
    unknown = len(head.words) == 1 and len(pieces) > 1 and not head.titled and not people.bearers(head.words)
    if not (place or (unknown and key(head.words[0]) not in FIRST)):
        return None
    named = parse(pieces[0])
    known = len(named.words) > 1 or place == "place" or bool(place and people.bearers(named.words))
    full = named.sort == "person" and named.determiner == "none" and known and not named.owner
    called = place and named.sort in ("office", "anonymous")  # In Dakar, | the secretary of the union, Awa Ndiaye,
    teller = with_apposition(named, pieces[1:], people, parse) if full or called else None
    return None if place == "retold" and teller and teller.sort != "person" else teller


def _is_name_of(named: Phrase, head: Phrase, people: People) -> bool:
    """Whether a piece between commas names whom the noun before it describes; a place or a clause does not."""
    if named.determiner != "none" or not named.words:
        return False
    if named.sort == "person" and (head.sort in ("office", "anonymous") or head.words or _serves(head)):
        given = named.titled or key(named.words[0]) in FIRST
        if head.determiner == "indefinite" and _is_of_owner(head) and not given:
            return False
        told = given or len(named.words) > 1 or head.determiner == "owned"
        return told or bool(people.bearers(named.words))
    return named.sort == "organisation" and (head.sort == "organisation" or head.head in _OWNERS)


def _role_behind(pieces: list[list[Word]], text: str) -> str | None:
    """What stands between commas behind a name, if it is a role: "president of the league", not "49"."""
    for words in pieces[:2]:
        noun = chunked(words).first[-1].key
        if noun in PERSON_NOUNS or words[0].text in ("a", "an"):
            return undetermined(printed(text, words[0].start, words[-1].end))
    return None


def _serves(body: Phrase) -> bool:
    """The ministry of health's clerk: what begins with a body ends with a person."""
    servant = _OF_BODY.search(body.text)
    return servant is not None and key(servant[1]) in PERSON_NOUNS


def _is_of_owner(head: Phrase) -> bool:
    """A spokeswoman for the park's owner, Redbud Communities: the firm is named, not she."""
    last = key(head.text.split()[-1])
    return last != head.head and last in _OWNING


def _is_office(phrase: Phrase) -> bool:
    """The MCE, Mr. Mensah: a name between commas tells that capitals stand for an office, as no body is called so.
    The Labour MP for Lima, Ann Roe, is one too.
    """
    if phrase.determiner != "definite":
        return False
    alone = len(phrase.words) == 1 and is_acronym(phrase.words[0])
    return alone or any(word.isupper() and key(word) in _OFFICES for word in phrase.words)
