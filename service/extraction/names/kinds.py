"""Tells what kind of speaker a name or a noun means: a person, a body, a state, a group, a document."""

import re
from collections.abc import Sequence
from typing import Literal

from service.extraction.names import tables
from service.extraction.names.cores import FIRST, ORGANISATIONS, PERSON_NOUNS, is_lexical, is_organisation, key
from service.extraction.names.known_bodies import length_of_body
from service.extraction.names.people import People
from service.extraction.names.words import fold, is_initials
from service.regex import regex

Sort = Literal["person", "organisation", "state", "office", "group", "document", "anonymous", "pronoun"]
_GROUPS = tables.words("collective_nouns", "group")
_ANONYMOUS = tables.words("collective_nouns", "anonymous")
VOICES = tables.words("documents", "voice")
DOCUMENTS = tables.words("documents")
_STATES = tables.states().keys() | tables.capitals().keys()
_REGIONS = tables.words("modifiers", "american_states")
_SEATED = ("-based", "-listed", "-headquartered")  # Bergen-based Orvanel
_FOREIGN_ARTICLES = tables.words("function_words", "foreign_article")
_PREFIXES = ("anti-", "pro-", "non-")  # Pro-union Dockers
_OF_A_PEOPLE = ("ese", "sh", "ch", "ss")  # the Japanese, the French; one Russian is not the Russians
# Outsports.com, YouTube, 3M; but McDonald, MacArthur, DeSantis, LaRose, O'Neill are people.
_COINED = regex(
    r"\.\w{2,4}$|\d|^[A-Z]{2,}[a-z]{3,}|(?<!\bMc)(?<!\bMac)(?<!\b[DLV][aeiou])(?<!\bVan)(?<!\bFitz)(?<=[a-z])[A-Z]"
)

# Near Lima, throughout Lima, the city of Lima, in Lima on Monday; not interest in Okoro, and in Okoro.
_AT_PLACE = regex(r"\b(?:near|outside|across|throughout|(?:city|town|village|region|province) of) $", re.IGNORECASE)
_IN_PLACE = regex(r"\b[Ii]n $")
_OF_PERSONS = regex(r"\b(?:interest|faith|believed?|confidence|trust) in $")
_PLACE_ENDS = regex(r"(?! [A-Z]|[’'-])\b")
_SENTENCE_ENDS = regex(r"\.?(?:$|\n|, [A-Z]| on [A-Z]| (?:last|this|next) )")
_BEFORE, _SEEN = 24, 20  # characters before a name, and its namings that are looked at


def sort_of_name(texts: Sequence[str], start: int, titled: bool, the: bool, noun_before: str, people: People) -> Sort:
    """The kind of a capitalised run; texts[start:] would be the name of a person.

    `titled`: a title or a person's noun stands before it. `the`: an article does. `noun_before`: the common noun
    just before the run ("tech giant Microsoft").
    """
    whole, name = " ".join(texts), texts[start:]
    if not titled and _is_state(whole):
        return "state"
    if not titled and length_of_body(texts) == len(texts) and not people.bearers(texts):
        return "organisation"
    if len(texts) > 1 and is_lexical(texts[-2]) and is_plural_people(key(texts[-1])) and not is_organisation(texts):
        return "group"  # Conservative Christians
    if titled and name and not is_organisation(name):
        return "person"
    if key(texts[0]) == "team" and len(texts) > 1:
        return "organisation"  # Team Okoro
    if 0 < length_of_body(texts) < len(texts) and is_lexical(texts[-1]) and not people.bearers(texts):
        return "organisation"  # Reuters Africa
    if key(texts[-1]) in DOCUMENTS and key(texts[-1]) not in ORGANISATIONS:
        return "document"
    union = len(texts) > 1 and key(texts[-1]) in ORGANISATIONS  # also the word for a crowd: partners, union
    if key(texts[0]).startswith(_PREFIXES) and texts[-1].endswith("s"):
        return "group"
    if is_plural_people(key(texts[-1])) and not union and not people.bearers(name):
        return "organisation" if noun_before in ORGANISATIONS else "group"
    if is_lexical(texts[0]) and texts[-1].endswith("s") and key(texts[-1]).removesuffix("s") in ORGANISATIONS:
        return "group"  # House Committees
    if len(texts) == 1 and _is_family(texts[0], people):
        return "group"
    if len(texts) == 1 and key(texts[0]) in tables.adjectives() and not people.bearers(name):
        if key(texts[0]).endswith(_OF_A_PEOPLE):
            return "group"
        return "office" if the else "anonymous"  # said the Italian, who had won
    return _body_or_person(texts, name, the, noun_before, people)


def _body_or_person(texts: Sequence[str], name: Sequence[str], the: bool, noun_before: str, people: People) -> Sort:
    if not people.bearers(name) and tuple(map(fold, texts)) in people.bodies:
        return "organisation"
    known = bool(people.bearers(name))
    if is_organisation(texts) and not (known and len(name) == 1):
        return "organisation"
    if known or (key(name[0]) in FIRST and len(name) > 1) or (is_initials(name[0]) and len(name) > 1):
        return "person"
    if (
        the
        or (len(name) > 1 and key(name[0]) in _FOREIGN_ARTICLES)
        or noun_before in ORGANISATIONS
        or noun_before.endswith(_SEATED)
        or _COINED.search(name[-1])
        or _COINED.search(name[0])
    ):
        return "organisation"
    if key(name[-1]) in _REGIONS or _is_state(" ".join(name)):
        return "state"
    common = len(name) > 1 and any(word.lower() in people.common for word in name)
    return "organisation" if common or _is_place(" ".join(texts), people.text) else "person"


def _is_place(name: str, text: str) -> bool:
    """Whether a text tells that something is in a place of this name, or of which land it is."""
    at = -1
    for _ in range(_SEEN):
        at = text.find(name, at + 1)
        if at < 0:
            return False
        before, end = text[max(0, at - _BEFORE) : at], at + len(name)
        if _AT_PLACE.search(before) and _PLACE_ENDS.match(text, end):
            return True
        if _IN_PLACE.search(before) and not _OF_PERSONS.search(before) and _SENTENCE_ENDS.match(text, end):
            return True
    return False


def _is_state(name: str) -> bool:
    lower = name.lower()
    return lower in _STATES or (lower in _REGIONS and name.istitle()) or lower.removeprefix("the ") in _STATES


def is_plural_people(word: str) -> bool:
    """Whether a word in small letters means people: republicans, russians, african-americans, officeholders."""
    word = word.rpartition("-")[2]
    return word in _GROUPS or (
        word.endswith("s")
        and (word[:-1] in PERSON_NOUNS or word in tables.adjectives() or word.endswith(("holders", "takers")))
    )


def _is_family(word: str, people: People) -> bool:
    """The Okoros, of whom the article names one."""
    named = people.bearers([word.removesuffix("s")]) if word.endswith("s") and not people.bearers([word]) else []
    return any(person.full_at for person in named)


def sort_of_noun(noun: str, indefinite: bool) -> Sort:
    """The kind of a common noun: "minister" an office, "diplomat" behind "one" anonymous, "voters" a group."""
    if noun in DOCUMENTS:
        return "document"
    if noun.endswith("-year-old"):
        return "anonymous" if indefinite else "office"
    if noun in _ANONYMOUS and (indefinite or noun not in PERSON_NOUNS):
        return "anonymous"
    if noun in PERSON_NOUNS:
        return "anonymous" if indefinite else "office"
    if noun in _GROUPS or (noun.endswith("s") and noun[:-1] in PERSON_NOUNS):
        return "group"
    if noun in ORGANISATIONS or noun.endswith("maker"):  # steelmaker; a lawmaker is in the list of people
        return "organisation"
    return "group" if noun.endswith("s") and not noun.endswith("ss") else "anonymous"
