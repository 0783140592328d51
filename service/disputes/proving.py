"""Says by what an answer shows, in a whole article, that it speaks to this claim and to no other."""

from service.disputes.between import behind, is_last, is_told_before, negates_words, rare, same_run
from service.disputes.given import LEAST
from service.disputes.pair import Pair
from service.disputes.vetoing import by_paper

_RUN = 3  # words in the same order, one of content: "where we need to be"
_REACH = 2  # sentences over which "that" and "the charge" reach back
_FAR = 10  # sentences over which "Lind's claim" reaches back
_ALIKE = 0.4  # of the stems of the shorter


def proof(pair: Pair) -> str | None:
    """What shows that the answer speaks to the claim, by name; None where nothing does."""
    purposes = {signal.purpose for signal in pair.given.answer.signals}
    if pair.given.answer.oblique or purposes == {"denial of the motive"}:
        return _of_account(pair)
    return _of_claimant(pair) if pair.tied.referred else _of_denial(pair)


def _of_denial(pair: Pair) -> str | None:
    given, tied = pair.given, pair.tied
    topic = bool(given.answer.terms)
    if given.refers and is_last(pair) and behind(pair) <= _REACH and (not topic or tied.met or tied.accused):
        return None if by_paper(pair) else "takes up what was told last"
    if not topic or not is_told_before(pair):
        return None
    told = rare(pair, tied.common)
    if len(told) > 1 and (tied.accused or behind(pair) <= _FAR):
        return "says what is denied"
    return "the accused says what is denied" if told and tied.accused and is_last(pair) else None


def _of_claimant(pair: Pair) -> str | None:
    """Of whose claim it is said which: the one told with it, the one of the same words, or the last."""
    given, tied = pair.given, pair.tied
    if any(start <= pair.placed.start < end for start, end in given.answer.spans):
        return "names the claimant and the claim"
    if (given.answer.terms and not tied.common) or not is_told_before(pair):
        return None
    if len(tied.common) > 1:
        return "names the claimant and what is denied"
    return "names the claimant" if not pair.again and behind(pair) <= _FAR else None


def _of_account(pair: Pair) -> str | None:
    given, tied = pair.given, pair.tied
    if not is_last(pair) or behind(pair) > 1 or given.granting or by_paper(pair):
        return None
    if not (tied.accused or tied.referred or given.others & set(pair.placed.claim.parties)):
        return None
    if told := negates_words(pair) and rare(pair, tied.met):
        if same_run(pair.placed.said, given.said) >= _RUN:
            return "denies the same words"
        if len(told) > 1 and tied.around >= _ALIKE:
            return "denies much the same"
    judged = tied.referred and not {signal.purpose for signal in given.answer.signals} <= LEAST
    return "judges the claimant's words" if judged else None
