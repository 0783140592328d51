"""Says what stands between a claim and an answer in its article, and how closely their words agree."""

from functools import lru_cache

from service.disputes import refuting
from service.disputes.kindred import kindred
from service.disputes.pair import Pair
from service.disputes.sentences import place
from service.disputes.tables import section
from service.disputes.words import WORD, stem
from service.folding import fold

_RARE = 3  # sentences that at most hold a word which tells what a sentence of an article is about


def is_told_before(pair: Pair) -> bool:
    """Whether the claim stands before the answer."""
    return pair.placed.start < pair.given.start


def is_last(pair: Pair) -> bool:
    """Whether nobody but the one who answers claims anything between the two."""
    return is_told_before(pair) and not pair.others and not pair.again


def behind(pair: Pair) -> int:
    """The sentences from the end of the claim to the answer; 0 within one, and where the claim stands behind."""
    ends = place(pair.given.ground.sentences, pair.placed.claim.spans[-1][1] - 1)
    return max(0, pair.given.sentence - ends)


def rare(pair: Pair, stems: frozenset[str]) -> frozenset[str]:
    """Those of some stems that few sentences of the article hold: they tell what is spoken of."""
    return frozenset(stem for stem in stems if pair.given.ground.spread[stem] <= _RARE)


def negates_words(pair: Pair) -> bool:
    """Whether the answer negates words of the claim: "expressed interest", "never expressed interest"."""
    return refuting.negates_words(pair.placed.said, pair.given.said)


@lru_cache(maxsize=256)
def same_run(claimed: str, said: str) -> int:
    """The most words that two statements have in the same order, of runs that hold one of content."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(_folded(said)):
        places.setdefault(word, []).append(at)
    longest, before = 0, dict[int, tuple[int, bool]]()
    for word in _folded(claimed):
        here: dict[int, tuple[int, bool]] = {}
        for at in places.get(word, ()):
            length, holds = before.get(at - 1, (0, False))
            here[at] = (length + 1, holds or word not in section("weightless"))
        longest = max([longest, *(length for length, holds in here.values() if holds)])
        before = here
    return longest


@lru_cache(maxsize=256)
def _folded(words: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in WORD.findall(words))


def kinship(pair: Pair, stems: frozenset[str]) -> float:
    """How near in meaning the words of an answer with these stems come to its claim, 0 to 1."""
    words = " ".join(word for word in WORD.findall(pair.given.said) if stem(word) in stems)
    return kindred(pair.placed.said, words, pair.given.ground.names).nearest
