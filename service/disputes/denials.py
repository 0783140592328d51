"""Observes of words that plainly deny whom and what they answer: that they are an answer is not in question."""

from service.disputes.between import is_told_before, kinship
from service.disputes.claiming import charges, is_of_a_person, is_of_the_concerned, surely_read
from service.disputes.denying_else import is_of_else
from service.disputes.pair import Pair
from service.disputes.scaling import MIDDLING, scaled
from service.disputes.ties import FAR

_FEW = 3  # stems: less says too little by itself


def of_denial(pair: Pair) -> dict[str, float]:
    """What is observed of them at little cost, by name."""
    answer, tied, reply, claim = pair.given.answer, pair.tied, pair.tied.reply, pair.placed.claim
    # "Denied involvement in a message to reporters" names nothing else.
    named = bool(answer.terms) and not (answer.relation == "denies_involvement" and tied.side and not tied.met)
    first = not is_told_before(pair)
    return ({} if pair.of_whole else _of_order(pair, named=named)) | {
        "bias": 1.0,
        "ruled": pair.ruled is not None,
        "accused": tied.accused,
        "accused by name": tied.accused and tied.named,
        "accused by a noun": is_accused_by_noun(pair),
        "accused by name, of whatever was said": tied.accused and tied.named and not named,
        "of whatever was said": not named,
        "of something else": named and not tied.met,
        "of that": named and bool(tied.common),
        "of much of that": named and tied.alike,
        "denied beyond that": min(len(_beyond(pair)), 3) / 3 if named and tied.met else 0.0,
        "told": answer.narrated,
        "joined to it": pair.apposed,
        "near": tied.near,
        "next sentence": reply.distance == 1,
        "far": reply.distance is not None and abs(reply.distance) > FAR // 2,
        # What the accused by name answers often leads a report, before it tells of what.
        "before": reply.distance is not None and reply.distance < 0 and not pair.answers_charge,
        "sole": reply.sole,
        "sole and words met": reply.sole and bool(tied.met),
        "third": not tied.side and not reply.sole,
        "others between": min(pair.others, 3) / 3,
        "claims more between": pair.again,
        "yields": reply.yielding,
        "grants": pair.given.granting,
        "in marks": not answer.narrated,
        "claim in a frame": pair.placed.framed,
        "claim of opinion": claim.nature == "opinion",
        "claim short": len(pair.placed.words) <= _FEW and not pair.placed.framed,
        "claim negative": claim.negative,
        "claim at the head": pair.given.ground.text.find("\n", 0, pair.placed.start) < 0,
        "claim charges": charges(pair),
        "anonymous": any(mention.kind == "anonymous" for mention in answer.disputers),
        "surely read": surely_read(pair),
        "told within it": pair.within,
        "claim by a person": is_of_a_person(pair),
        "claim by the concerned": is_of_the_concerned(pair),
        "a person to a person": any(mention.kind == "person" for mention in answer.disputers) and is_of_a_person(pair),
        "told first": first,
        "told first, of them": first and tied.accused,
        "of else, told first": first and is_of_else(pair),
        "names another voice": bool(pair.given.others - {*claim.parties, *claim.accused_parties, *claim.about}),
    }


def _of_order(pair: Pair, *, named: bool) -> dict[str, float]:
    """Which of the claims told so far it is, where few are: of all in a whole article it says little."""
    last = pair.tied.reply.distance in (0, 1) and not (pair.others or pair.again)
    return {
        "refers back to what is told last": last and pair.given.refers,
        "refers back, others between": pair.given.refers and pair.others > 0,
        "of what is told last": last,
        "of whatever was said last": last and not named,
        "nobody else has claimed": pair.lone,
        "nobody else has claimed, of whatever was said": pair.lone and not named,
    }


def denied_by_meaning(pair: Pair) -> dict[str, float]:
    """How near in meaning what they deny comes to the claim, by name."""
    return {"kindred to what is denied": _kindred_to_denied(pair), "kindred beyond": _kindred_beyond(pair)}


def is_accused_by_noun(pair: Pair) -> bool:
    """Whether the claim names none of those who answer, but speaks of "the company", or they are "his lawyer"."""
    claim = pair.placed.claim
    named = claim.accused_parties or claim.about
    return pair.tied.accused and set(pair.given.answer.parties).isdisjoint(named)


def _kindred_beyond(pair: Pair) -> float:
    """How near the rest comes where only some of what is denied is met: the actor's marriage was over."""
    beyond = _beyond(pair)
    if not beyond or not pair.tied.met:
        return 0.0
    return scaled(kinship(pair, beyond) - MIDDLING)


def _beyond(pair: Pair) -> frozenset[str]:
    return frozenset(pair.given.answer.terms) - pair.tied.met - pair.tied.common


def _kindred_to_denied(pair: Pair) -> float:
    """How near what is denied comes to a claim whose words it does not share: owes money, were not paid."""
    denied = frozenset(pair.given.answer.terms)
    return scaled(kinship(pair, denied) - MIDDLING) if denied and not pair.tied.met else 0.0
