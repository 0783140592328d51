"""Puts what roles say in several words into the one that says the same, in whatever language: member of parliament, mp.

The first of three steps by which two offices are told to be one: here words become words, in plain_offices.py lands and
bodies are left out, in same_posts.py who leads what is compared.
"""

from functools import cache, lru_cache
from itertools import product

from service.folding import words_of
from service.identity.roles_abroad import Words, words_of_role
from service.identity.tables import pairs


@lru_cache(maxsize=65_536)
def words_of_office(role: str) -> Words:
    """The words of a role in English, phrases of the table as the word that says the same."""
    words = words_of_role(role)
    if _openings().keys().isdisjoint(words):
        return words
    found: list[str] = []
    at = 0
    while at < len(words):
        ends = range(min(len(words), at + _openings().get(words[at], 1)), at + 1, -1)
        end = next((end for end in ends if words[at:end] in _phrases()), at + 1)
        found += _phrases().get(words[at:end], words[at:end])
        at = end
    return tuple(found)


@cache
def _phrases() -> dict[Words, Words]:
    spelt = ((words_of(said), [place.split("|") for place in phrase.split()]) for phrase, said in pairs("role_phrases"))
    return {tuple(words): said for said, places in spelt for words in product(*places)}


@cache
def _openings() -> dict[str, int]:
    """For each word that opens a phrase, the words of the longest that it opens."""
    longest: dict[str, int] = {}
    for phrase in _phrases():
        longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
    return longest
