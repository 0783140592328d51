"""Observes of the claim of a pair who makes it, how, and how surely that was read."""

from collections.abc import Iterable

from service.disputes.manner import charges_by, is_concerned
from service.disputes.pair import Pair
from service.records import Mention


def charges(pair: Pair) -> bool:
    """Whether somebody's cue lays the claim to somebody: complained, revealed."""
    quote = pair.given.ground.quotes.around((pair.placed.start, pair.placed.start + 1))
    cue = pair.given.ground.text[slice(*quote.cue)] if quote and quote.cue else ""
    return charges_by(cue) or (quote is not None and quote.stance in ("accuse", "allege"))


def is_of_a_person(pair: Pair) -> bool:
    """Whether a person claims it."""
    return any(mention.kind == "person" for mention in pair.placed.claim.claimants)


def is_of_the_concerned(pair: Pair) -> bool:
    """Whether those claim it who bring things up: residents, a union."""
    return is_concerned(names(pair.placed.claim.claimants))


def names(mentions: Iterable[Mention]) -> str:
    """What some are called, with their roles."""
    return " ".join(f"{mention.name} {mention.role or ''}" for mention in mentions)


def is_of_a_body(pair: Pair) -> bool:
    """Whether an organisation claims it."""
    return any(mention.kind == "organisation" for mention in pair.placed.claim.claimants)


def surely_read(pair: Pair) -> float:
    """How surely the speakers of both were read, above nine in ten."""
    return min(pair.placed.claim.confidence or 1.0, pair.given.answer.confidence or 1.0) - 0.9
