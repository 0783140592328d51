"""Says by the form of a statement that it is about another thing than a claim: another year, its own speakers."""

import re

_SELF = re.compile(r"\b(?:he himself|she herself|they themselves|(?:it|had|has) itself|we ourselves|I myself)\b", re.I)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def speaks_of_another_year(claimed: str, said: str) -> bool:
    """Whether both name years, and not the same."""
    one, other = set(_YEAR.findall(claimed)), set(_YEAR.findall(said))
    return bool(one) and bool(other) and one.isdisjoint(other)


def speaks_of_self(words: str) -> bool:
    """Whether somebody says what they do themselves: she herself owned no flat, it had itself measured 41 km."""
    return _SELF.search(words) is not None
