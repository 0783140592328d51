"""Tells names from what only describes somebody: two US officials, a senior Western diplomat."""

from functools import lru_cache

from service.extraction.names import tables as press
from service.folding import words_of
from service.identity.bodies_in_tables import told_in_table
from service.identity.body_words import without_the
from service.identity.tables import section


def describes_people(printed: str) -> bool:
    """Whether a name only describes people, so that it means others in every article: "two US officials"."""
    words = words_of(printed)
    return bool(section("roles", "people").intersection(words[-1:])) and not told_in_table(without_the(words))


@lru_cache(maxsize=65_536)
def describes_somebody(printed: str) -> bool:
    """Whether what is printed for a person's name only describes somebody: senior Western diplomat, a US official. King
    and bell hooks are names.
    """
    *before, last = printed.split() or [""]
    if not before or not last.islower() or words_of(before[0])[:1] == words_of(last):
        return False
    nouns = press.words("person_nouns") | section("roles", "people")
    first = words_of(before[0])[:1]
    return last in nouns and not press.words("first_names").issuperset(first)
