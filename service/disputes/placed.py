"""Holds a claim where its article tells it: in which sentence, in which words, and what these say."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from service.disputes.bodies import bodies
from service.disputes.matter import years
from service.disputes.opposing import denied
from service.disputes.sentences import place
from service.disputes.sides import Side, geographic
from service.disputes.tables import section
from service.disputes.words import WORD, terms
from service.folding import fold
from service.records import Claim, Nature, Span
from service.regex import regex

_HAD = regex(r"\bhad\b(?! (?:an?|another|one|no|the|its|his|her|their)\b)")  # "had another view" is of now
_PURPOSE = regex(
    r"\b(?:for \w+ing|because|in order to|so as to|in a bid to|(?:as|in) (?:revenge|retaliation|punishment)|so that|"
    r"out of|for the sake of|was done to|were done to|to (?:please|hide|"
    r"punish"
    r"|silence|cover|avoid|help|hurt|influence|protect|win|get|make|push|force|wreck|block|stop|favou?r|"
    r"put pressure|press|intimidat\w*|weaken|scare|frighten|drive|discredit|humiliate|provoke|retaliate|avenge))\b",
)
_UNNAMED = regex(
    r"\b(?:the|its) (?:company|firm|bank|club|hotel|ministry|group|agency|factory|plant|mine|owner|owners"
    r"|government|authorities|council|city|university|school|hospital|airline|operator|management)\b",
)
_SHORT = 3  # letters of a word that has no capital in a headline
_FEWEST = 2  # words of content that say something checkable


@dataclass(frozen=True)
class Placed:
    """A claim with the number of its sentence and the offset where it begins."""

    claim: Claim
    sentence: int
    start: int
    told: Span  # with cue and accused, as far as the frame reaches
    framed: bool
    heads: frozenset[str]  # stems of what the claimant is called
    said: str  # all of it, whom it accuses included
    recalled: bool = False  # told as said before what stands around it: "had told the council"
    charged: Side | None = None  # whom a frame accuses

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of all of it."""
        return terms(self.said)

    @cached_property
    def titled(self) -> bool:
        """Whether it is told in a headline, in which most words have a capital: what follows tells the same."""
        words = [word for word in WORD.findall(self.said) if len(word) > _SHORT]
        return len(words) > _FEWEST and sum(word[0].islower() for word in words) <= len(words) // 5

    @cached_property
    def motive(self) -> bool:
        """Whether it says what for."""
        return _PURPOSE.search(self.said.lower()) is not None

    @cached_property
    def unnamed(self) -> bool:
        """Whether it speaks of "the company"."""
        return _UNNAMED.search(self.said.lower()) is not None

    @cached_property
    def bodies(self) -> frozenset[str]:
        """The kinds of bodies of which it speaks by a noun: the army."""
        return bodies(self.said, "claimed")

    @cached_property
    def denied(self) -> frozenset[str]:
        """The stems of what it says was not there."""
        return denied(self.said)

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that it names."""
        return years(self.said)

    @cached_property
    def terms(self) -> frozenset[str]:
        """The stems of what it says."""
        return frozenset(self.claim.terms)


def nature_of(words: str) -> Nature:
    """Opinion where the words judge, demand or foretell; else fact."""
    return "opinion" if any(map(_judges, WORD.findall(words))) else "fact"


@lru_cache(maxsize=20_000)
def _judges(word: str) -> bool:
    return fold(word) in section("opinion")


def was_told(text: str, cue: Span, start: int = 0) -> bool:
    """Whether "had" stands right before a cue, not before `start`: "Velmark had | blamed him"."""
    return _HAD.search(text[max(start, cue[0] - 14) : cue[1]]) is not None


def content_of(words: str) -> frozenset[str]:
    """The stems of what some words say, without the states that they name."""
    return terms(words) - geographic(words)


def is_taken(taken: list[Span], first: int, last: int) -> bool:
    """Whether one of some spans in the order of the text stands between two places, or over them."""
    near = taken[max(0, place(taken, first)) : place(taken, last) + 1]
    return any(start < last and first < end for start, end in near)
