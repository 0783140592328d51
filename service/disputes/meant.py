"""Says which of several claims of one claimant an answer means that names none: "Far from it", "denied it"."""

import re
from collections.abc import Iterable

from service.disputes.pair import Pair
from service.regex import regex

_LEANS = regex(r"\W*(?:he|she|it|they|we|I|this|that|these|those|there)\b", re.I)
_REACH = 3  # sentences from the first of the claims to the last


def leading(pair: Pair, pairs: Iterable[Pair]) -> Pair:
    """The pair of the claim that leads what one claimant says without a break, if the answer of `pair` names nothing.

    What follows it and leans on it by a pronoun mostly tells how it is known: "They are about to go bust. He has seen
    the bills, he says." Of what is said in passing and an accusation the latter is meant.
    """
    charges = pair.placed.framed or pair.tied.accused
    if charges or not _LEANS.match(pair.placed.said) or not _names_nothing(pair):
        return pair
    before = [one for one in pairs if _is_led_by(pair, one)]
    return next((one for one in before if one.placed.framed), min(before, key=_start)) if before else pair


def _names_nothing(pair: Pair) -> bool:
    answer = pair.given.answer
    return not (answer.oblique or answer.terms or answer.referred) and pair.given.refers and not pair.tied.met


def _is_led_by(pair: Pair, one: Pair) -> bool:
    """Whether the claim of `one` is by the same claimant, a little before, and told after nothing of another."""
    same = one.placed.claim.parties == pair.placed.claim.parties
    return same and 0 <= pair.placed.sentence - one.placed.sentence <= _REACH and one.placed.start < pair.placed.start


def _start(pair: Pair) -> int:
    return pair.placed.start
