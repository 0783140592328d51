"""Observes of a pair in a whole article whether the answer speaks to this claim: where it stands among all others.

Where two or three speak, who answers whom is plain from their places. In a whole article somebody denies something in
every other one, and most of what stands before it is by others and about other matters.
"""

from math import log

from service.disputes.between import behind, is_last, is_told_before, negates_words, rare, same_run
from service.disputes.pair import Pair
from service.disputes.proving import proof
from service.disputes.vetoing import by_paper
from service.regex import regex

_BREAK = regex(r"\n+")
_NEAR = 2  # sentences
_LONGEST = 5  # words in the same order
_MIDDLING = 1_500  # characters of a news item


def of_whole(pair: Pair) -> dict[str, float]:
    """What is observed, by name; most is 0 or 1."""
    seen = _of_place(pair) | _of_reference(pair) | _of_length(pair)
    if is_last(pair) and behind(pair) <= _NEAR:
        seen |= {f"{name}, told last": value for name, value in _of_last(pair).items()}
    shown = proof(pair)
    return seen | ({"shown": 1.0, f"shown: {shown}": 1.0} if shown else {})


def _of_place(pair: Pair) -> dict[str, float]:
    before, distance = is_told_before(pair), behind(pair)
    return {
        "told last": is_last(pair),
        "nobody else between": before and not pair.others and distance <= _NEAR + 1,
        "told in the same sentence": before and distance == 0,
        "told one sentence before": before and distance == 1,
        "told two sentences before": before and distance == 2,
        "told long before": distance > _NEAR,
        "told right before": is_last(pair) and distance < _NEAR,
        "told again between": pair.again,
        "many between": min(pair.others, 4) / 4,
        "another claim speaks of them": pair.rival,
        "claimed in defence": pair.defending,
        "first words": pair.first,
        "first words, told last": pair.first and is_last(pair),
        "claim in the paragraph before": _paragraphs(pair) == 1,
        "claim in the same paragraph": _paragraphs(pair) == 0,
        "claim paragraphs before": min(max(_paragraphs(pair) - 1, 0), 4) / 4,
    }


def _of_length(pair: Pair) -> dict[str, float]:
    """The more is told, the less probably a statement is about this claim."""
    ground = pair.given.ground
    return {"long": log(len(ground.text) / _MIDDLING), "many statements": log(1 + len(ground.quotes.all)) - 2}


def _of_reference(pair: Pair) -> dict[str, float]:
    given, tied = pair.given, pair.tied
    words, named = rare(pair, tied.met), names_claimant(pair)
    untied = not (words or named or tied.referred or tied.accused or (given.refers and is_last(pair)))
    return {
        "refers back": given.refers,
        "rare words met": min(len(words), 3) / 3,
        "names the one who claims": named,
        "untied": untied,
        "by a paper": by_paper(pair),
    }


def _of_last(pair: Pair) -> dict[str, float]:
    """Of the claim that was told last, not far before: the one that is meant if any is."""
    given, tied = pair.given, pair.tied
    words, negated = rare(pair, tied.met), negates_words(pair)
    return {
        "refers back": given.refers,
        "rare words met": min(len(words), 3) / 3,
        "names the one who claims": names_claimant(pair),
        "the accused answers": tied.accused,
        "the accused by name answers": tied.accused and tied.named,
        "negates its words": negated,
        "negates its rare words": negated and bool(words),
        "the same words": min(same_run(pair.placed.said, given.said), _LONGEST) / _LONGEST,
    }


def _paragraphs(pair: Pair) -> int:
    """The paragraphs from the end of the claim to the answer; -1 where the claim stands behind."""
    start, end = pair.given.start, pair.placed.claim.spans[-1][1]
    return len(_BREAK.findall(pair.given.ground.text[end:start])) if is_told_before(pair) else -1


def names_claimant(pair: Pair) -> bool:
    """Whether the answer speaks of the one who claims."""
    return not pair.given.others.isdisjoint(pair.placed.claim.parties)
