"""Says by the form of a statement that it is about another thing than a claim: another year, its own speakers."""

from collections.abc import Mapping
from functools import lru_cache

from service.disputes.tables import section
from service.disputes.words import stem, terms
from service.extraction.names.cores import FIRST, key
from service.regex import regex

_SELF = regex(r"\b(?:he himself|she herself|they themselves|(?:it|had|has) itself|we ourselves|i myself)\b")
_FALSE = regex(r"\b(?:fak(?:e[ds]?|ing)|false\w*|forg(?:e[ds]?|ing|er\w+)|counterfeit\w*|untrue|bogus|lie[ds]?)\b")
_MEANS_CLAIM = regex(r"\W*(?:that|this|it)\b")
# "Murder is down": a thing without any article that the claim does not speak of.
_BARE = regex(r"\W*(?!(?:No|Every|Any|Some)\w+\b)(?:[A-Z]|(?<![A-Za-z]))[a-z]+(?:s|(?= (?:is|was|has)\b))\b")
_SAME = regex(r"\W*(?:\w+ ){1,4}(?:the same|those|these|such)\b")  # emissions from the same fields
_THING_IN = regex(
    r"\W*(?:(?:[Tt]he|[Ii]ts|[Aa]n?) (?:[a-z-]+ ){1,4}?)?(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside) (?P<place>[A-Z][\w-]+)\b"
)
_IN = regex(r"\b(?:in|at|near|outside) [A-Z]")
_SINCE = regex(r"\bsince (?:1[89]|20)\d\d\b")
_YEAR = regex(r"\b(?:1[89]|20)\d\d\b")
_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty"
    " ninety hundred half third quarter once twice"
)
_COUNT = regex(
    rf"\b(?P<number>\d[\d,.]*|{'|'.join(_NUMBERS.split())})\b"
    r"(?: (?:million|billion|thousand|hundred))? (?:of )?(?:the )?(?P<thing>[a-z]+)"
)
_FIGURE = regex(r"\d")
_NUMBER = regex(rf"\b(?:\d[\d,.]*|{'|'.join(_NUMBERS.split())})\b")
_NO_MORE = regex(
    r"\W*(?:(?:the|its|their|his|her) [a-z]+(?: of [a-z ]{2,30})? (?:at|as) )?"
    r"(?:(?:about|around|some|roughly|nearly|only|just|at least|(?:no )?more than|(?:fewer|less) than|under|over) )?"
    rf"(?P<number>\d[\d,.]*|{'|'.join(_NUMBERS.split())})"
    r"(?: (?:million|billion|thousand|hundred|per ?cent|people|euros|dollars|pounds))?\W*"
)
_NEVER_LIED = regex(
    r"\b(?:never|not|no|nobody)\b[^.;]{0,20}\b(?:lie[sd]?|lying|fak\w+|forg\w+|invent\w+)\b|"
    r"n['’]t (?:\w+ )?li(?:e|ed|ying)\b"
)
_SHARE = regex(r"(\d+(?:[.,]\d+)?) ?(?:%|[Pp]er ?cent)")


def years(words: str) -> frozenset[str]:
    """The years that some words name; "since 1911" names all."""
    found = frozenset(_YEAR.findall(words))
    return frozenset() if found and _SINCE.search(words.lower()) else found


def are_other_years(claimed: frozenset[str], said: frozenset[str]) -> bool:
    """Whether both name years, and not the same; what was there before may tell against a claim: "built in 1961"."""
    return bool(claimed) and bool(said) and claimed.isdisjoint(said) and max(said) > min(claimed)


def count_other_years(claimed: str, said: str) -> bool:
    """Whether both give figures, each of a year of its own: 88 percent of trains in 2024, 79 in 2022."""
    one, other = years(claimed), years(said)
    apart = bool(one) and bool(other) and one.isdisjoint(other)
    return apart and all(_FIGURE.search(_YEAR.sub("", words)) for words in (claimed, said))


def are_other_figures(claimed: str, said: str) -> bool:
    """Whether both give a share in percent, and not the same: 58 percent on time, 91 percent on time."""
    one, other = set(_SHARE.findall(claimed)), set(_SHARE.findall(said))
    return bool(one) and bool(other) and one.isdisjoint(other)


@lru_cache(maxsize=1_000)
def counts(words: str) -> Mapping[str, frozenset[str]]:
    """The numbers that some words give, by the stem of what they count: 52 wells, nine dead."""
    found: dict[str, set[str]] = {}
    for match in _COUNT.finditer(words.lower()):
        found.setdefault(stem(match["thing"]), set()).add(match["number"])
    return {thing: frozenset(numbers) for thing, numbers in found.items()}


def puts_otherwise(claimed: str, said: str) -> bool:
    """Whether no more is said than a number, which the claim gives otherwise: "put the crowd at | 38,000"."""
    found = _NO_MORE.fullmatch(said.lower())
    given = frozenset(match[0].rstrip(".,") for match in _NUMBER.finditer(claimed.lower())) if found else frozenset()
    return found is not None and bool(given) and found["number"].rstrip(".,") not in given


def are_other_places(claimed: str, said: str) -> bool:
    """Whether a statement is of a thing in a place, "the plant in Deuna passed", and the claim of one in another.

    Who was elsewhere himself may answer: "he was in Lyon".
    """
    there = _THING_IN.match(said)
    if there is None or there["place"].lower() in section("calendar"):  # "a licence stamped in May"
        return False
    return there["place"] not in claimed and _IN.search(claimed) is not None


def speaks_of_self(words: str) -> bool:
    """Whether somebody says what they do themselves: she herself owned no flat, it had itself measured 41 km."""
    return _SELF.search(words.lower()) is not None


def both_call_false(claimed: str, said: str) -> bool:
    """Whether both say that something is not genuine: "fake notes had been found", "they are false".

    Who answers "the firm lied" by "we never lied" does not.
    """
    if not (_calls_false(claimed) and _calls_false(said)):
        return False
    return not (_MEANS_CLAIM.match(said.lower()) or _NEVER_LIED.search(said.lower()))


@lru_cache(maxsize=256)
def _calls_false(words: str) -> bool:
    return _FALSE.search(words.lower()) is not None


def other_thing(words: str, claimed: frozenset[str]) -> str:
    """The thing that some words begin with, if a claim of these stems does not name it: "Murder is down"; else ""."""
    first = None if _SAME.match(words) else _BARE.match(words)
    if first and key(first[0].strip()) in FIRST:
        return ""
    return first[0] if first and terms(first[0]) and terms(first[0]).isdisjoint(claimed) else ""
