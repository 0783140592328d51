"""Relates claims and answers of different articles: by party, content and time, from what the records say alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from service.disputes.relate import HALF, relate
from service.disputes.ties import AROUND, ties
from service.records import Answer, Claim, Dispute

WINDOW = 90  # days in which an answer to a claim is looked for
EARLY = 1  # days by which an answer may be dated before its claim: time zones, evening papers
SAME = 0.5  # closeness from which a statement tells the claim of another
_FEWEST = 2  # stems in common
_MOST_KEYS = 160


def lasting(parties: Iterable[str]) -> tuple[str, ...]:
    """The parties that mean the same in every article: labels and full names, not "mission" or "diplomat"."""
    return _lasting(tuple(parties))


@lru_cache(maxsize=20_000)
def _lasting(parties: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(party for party in parties if party != party.lower())


def claim_keys(claim: Claim) -> tuple[str, ...]:
    """The strings by which a store finds this claim again: each lasting party of it with each of its terms.

    "against Russia alter" for the accused (for those it speaks of, if it accuses none), "by Microsoft hack" for the
    claimant. A claim of no lasting party has none and is related within its article alone.
    """
    against, by = lasting(claim.accused_parties or claim.about), lasting(claim.parties)
    return _keys("against", against, claim.terms) + _keys("by", by, claim.terms)


def answer_keys(answer: Answer) -> tuple[str, ...]:
    """The strings under which the claims stand that this answer may dispute: what `claim_keys` gives for those."""
    words = answer.terms or answer.context
    return _keys("against", lasting(answer.parties), words) + _keys("by", lasting(answer.referred), words)


def answers(claim: Claim, answer: Answer, days_between: int | None, *, window: int = WINDOW) -> Dispute | None:
    """The dispute of a claim by an answer in another article; None if it is none.

    `days_between` runs from the claim to the answer, None where either has no day. Without it the dispute is weak.
    """
    if days_between is not None and not -EARLY <= days_between <= window:
        return None
    if _is_of_other_words(claim, answer):
        return None
    claim, answer = (
        _lasting_claim(claim),
        replace(answer, parties=lasting(answer.parties), referred=lasting(answer.referred)),
    )
    tied = ties(claim, answer)
    if tied is None or not (tied.accused or tied.referred):
        return None
    # "The hacker on the sanctions does not exist" has one word in common with all that was ever said of sanctions.
    said = len(tied.common) >= min(_FEWEST, len(claim.terms)) > 0 and tied.alike >= HALF
    if not (said or (tied.around >= AROUND and len(tied.met) >= _FEWEST)):
        return None
    found = relate(claim, answer, tied)
    return replace(found, strength="weak") if found and days_between is None else found


def _is_of_other_words(claim: Claim, answer: Answer) -> bool:
    """Whether too few words are common whatever ties the two: so it is with most of those that a store finds."""
    told = frozenset(claim.terms)
    return len(told.intersection((*answer.terms, *answer.context))) < min(_FEWEST, len(told))


def same_claim(first: Claim, other: Claim) -> float:
    """How close a statement is to the earliest-dated statement of a claim, 0 to 1; from `SAME` on it tells that claim.

    0 where no lasting party claims both, where they accuse different ones, or one says what the other says was not.
    """
    if not set(lasting(first.parties)) & set(lasting(other.parties)) or first.negative != other.negative:
        return 0.0
    accused, also = set(lasting(first.accused_parties)), set(lasting(other.accused_parties))
    if accused and also and not accused & also:
        return 0.0
    one, two = frozenset(first.terms), frozenset(other.terms)
    common = len(one & two)
    if common < min(_FEWEST, len(one), len(two)) or not common:
        return 0.0
    return (common / min(len(one), len(two)) + 2 * common / (len(one) + len(two))) / 2


def grouped(statements: Mapping[str, tuple[str, Claim]]) -> dict[str, str]:
    """Each statement id with the id of the statement whose claim it tells, the earliest-dated one, itself included.

    `statements` holds (date as ISO 8601, "" last, and claim) by id. They are taken by date, then id, so that the result
    depends on what is there alone, not on the order in which it came; none joins through another that joined.
    """
    order = sorted(statements, key=lambda id: (statements[id][0] or "~", id))
    shelf: dict[str, list[str]] = defaultdict(list)
    found: dict[str, str] = {}
    for id in order:
        claim = statements[id][1]
        keys = [key for key in claim_keys(claim) if key.startswith("by ")]
        leaders = dict.fromkeys(leader for key in keys for leader in shelf[key])
        found[id] = _closest(claim, list(leaders), statements) or id
        if found[id] == id:
            for key in keys:
                shelf[key].append(id)
    return found


def _closest(claim: Claim, leaders: Sequence[str], statements: Mapping[str, tuple[str, Claim]]) -> str | None:
    close = [(same_claim(statements[leader][1], claim), leader) for leader in leaders]
    best = max(close, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= SAME else None


def _keys(side: str, parties: Iterable[str], terms: Sequence[str]) -> tuple[str, ...]:
    return tuple([f"{side} {party} {term}" for party in parties for term in terms][:_MOST_KEYS])


def _lasting_claim(claim: Claim) -> Claim:
    return replace(
        claim,
        parties=lasting(claim.parties),
        accused_parties=lasting(claim.accused_parties),
        about=lasting(claim.about),
    )  # fmt: skip
