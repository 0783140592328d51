"""Observes of a statement beside a claim of its article what tells whether it disputes it, by name."""

import re
from collections.abc import Iterable, Mapping
from math import log

from service.disputes.against import against
from service.disputes.between import is_last, is_told_before, kinship, negates_words, same_run
from service.disputes.given import LEAST, Given
from service.disputes.kindred import kindred
from service.disputes.manner import answers_by, charges_by, is_concerned, is_fellow, manners, umpires
from service.disputes.matter import counts
from service.disputes.pair import Pair
from service.disputes.ties import FAR
from service.disputes.whole import names_claimant, of_whole
from service.records import Mention
from service.regex import regex

_NAME = regex(r"(?<=[a-z,] )[A-Z][a-z]+")
_PAPER = regex(r"^(?:the |an? )?(?:results?|poll|survey|report|e-?mail|article|study|post|video|tweet|source)\b", re.I)
_FEW = 3  # stems: less says too little by itself
_SHORT = 4
_RUN = 5  # words in the same order
_PAIR = 2
DENIAL = "denial: "  # before the names of what is observed of words that plainly deny
WHOLE = "whole: "  # before the names of what is observed in whole articles once more, before any other
REACH = 1.8
_MIDDLING, _MIDDLING_WHOLE = 0.4, 0.3  # kinship of two statements taken by chance


def observed(pair: Pair) -> dict[str, float]:
    """All that is observed of a pair, by name; of words that plainly deny under other names.

    In a whole article all of it stands there once more, as what it weighs beyond what it weighs anywhere, and with it
    what is observed in whole articles alone.
    """
    before, meant = "" if pair.given.answer.oblique else DENIAL, by_meaning(pair)
    seen = _named(before, _anywhere(pair) | meant)
    return seen | _named(WHOLE + before, at_hand(pair) | meant) if pair.of_whole else seen


def _named(before: str, seen: Mapping[str, float]) -> dict[str, float]:
    return {before + name: float(value) for name, value in seen.items()}


def at_hand(pair: Pair) -> dict[str, float]:
    """What costs little to observe."""
    seen = _anywhere(pair)
    return seen | of_whole(pair) if pair.of_whole else seen


def _anywhere(pair: Pair) -> dict[str, float]:
    if not pair.given.answer.oblique:
        return _of_denial(pair)
    seen = {"bias": 1.0} | _of_rules(pair) | _of_ties(pair) | _of_place(pair) | _of_sides(pair)
    return seen | _of_words(pair) | _of_claim(pair) | _of_both(pair)


def by_meaning(pair: Pair) -> dict[str, float]:
    """What asks for the meaning of all words of both; none is further from 0 than `REACH` says."""
    kin = kindred(pair.placed.said, pair.given.said, pair.given.ground.names)
    near = _scaled(kin.nearest - _MIDDLING)
    if not pair.given.answer.oblique:
        return {
            "kindred": near,
            "kindred to what is denied": _kindred_to_denied(pair),
            "kindred beyond": _kindred_beyond(pair),
        }
    return {
        "kindred": near,
        "kindred only": near * (not pair.tied.met),
        "kindred throughout": _scaled(kin.whole - _MIDDLING_WHOLE),
        "stands against": _stands_against(pair),
    }


def _kindred_beyond(pair: Pair) -> float:
    """How near the rest comes where only some of what is denied is met: the actor's marriage was over."""
    beyond = _beyond(pair)
    if not beyond or not pair.tied.met:
        return 0.0
    return _scaled(kinship(pair, beyond) - _MIDDLING)


def _beyond(pair: Pair) -> frozenset[str]:
    return frozenset(pair.given.answer.terms) - pair.tied.met - pair.tied.common


def _kindred_to_denied(pair: Pair) -> float:
    """How near what is denied comes to a claim whose words it does not share: owes money, were not paid."""
    denied = frozenset(pair.given.answer.terms)
    return _scaled(kinship(pair, denied) - _MIDDLING) if denied and not pair.tied.met else 0.0


def _scaled(kinship: float) -> float:
    """So that most are between -1 and 1."""
    return _bounded(3 * kinship)


def _of_denial(pair: Pair) -> dict[str, float]:
    """Of words that plainly deny only whom and what they answer is in question, not whether they are an answer."""
    answer, tied, reply, claim = pair.given.answer, pair.tied, pair.tied.reply, pair.placed.claim
    # "Denied involvement in a message to reporters" names nothing else.
    named = bool(answer.terms) and not (answer.relation == "denies_involvement" and tied.side and not tied.met)
    return {
        "bias": 1.0,
        "ruled": pair.ruled is not None,
        "accused": tied.accused,
        "accused by name": tied.accused and tied.named,
        "accused by name, of whatever was said": tied.accused and tied.named and not named,
        "of whatever was said": not named,
        "of something else": named and not tied.met,
        "of that": named and bool(tied.common),
        "of much of that": named and tied.alike,
        "denied beyond that": min(len(_beyond(pair)), 3) / 3 if named and tied.met else 0.0,
        "told": answer.narrated,
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
        "claim at the head": pair.given.ground.text.find("\n", 0, pair.placed.start) < 0,
        "claim charges": _charges(pair),
        "anonymous": any(mention.kind == "anonymous" for mention in answer.disputers),
        "surely read": _surely_read(pair),
        "told within it": pair.within,
        "claim by a person": _is_of_a_person(pair),
        "claim by the concerned": _is_of_the_concerned(pair),
        "a person to a person": any(mention.kind == "person" for mention in answer.disputers) and _is_of_a_person(pair),
        "names another voice": bool(pair.given.others - {*claim.parties, *claim.accused_parties, *claim.about}),
    }


def _charges(pair: Pair) -> bool:
    """Whether somebody's cue lays the claim to somebody: complained, revealed."""
    quote = pair.given.ground.quotes.around((pair.placed.start, pair.placed.start + 1))
    cue = pair.given.ground.text[slice(*quote.cue)] if quote and quote.cue else ""
    return charges_by(cue) or (quote is not None and quote.stance in ("accuse", "allege"))


def _is_of_a_person(pair: Pair) -> bool:
    return any(mention.kind == "person" for mention in pair.placed.claim.claimants)


def _is_of_the_concerned(pair: Pair) -> bool:
    return is_concerned(_names(pair.placed.claim.claimants))


def _names(mentions: Iterable[Mention]) -> str:
    return " ".join(f"{mention.name} {mention.role or ''}" for mention in mentions)


def _is_of_a_body(pair: Pair) -> bool:
    return any(mention.kind == "organisation" for mention in pair.placed.claim.claimants)


def _stands_against(pair: Pair) -> float:
    """By its words alone, whoever says it: the log odds, so scaled that most are between -1 and 1."""
    sure = against(pair.placed.said, pair.given.said)
    return _bounded(log(sure / (1 - sure)) / 4)


def _bounded(value: float) -> float:
    return max(-REACH, min(REACH, value))


def _surely_read(pair: Pair) -> float:
    return min(pair.placed.claim.confidence or 1.0, pair.given.answer.confidence or 1.0) - 0.9


def _of_rules(pair: Pair) -> dict[str, float]:
    """What the rules make of it, and what the answer's signals say."""
    answer, tied, ruled = pair.given.answer, pair.tied, pair.ruled is not None
    purposes = {signal.purpose for signal in answer.signals}
    contradiction = ruled and answer.oblique and purposes <= LEAST
    return {f"says {purpose}": 1.0 for purpose in purposes} | {
        "ruled, of a frame": ruled and pair.placed.framed and tied.side,
        "ruled, contradiction by the accused": contradiction and tied.side,
    }


def _of_ties(pair: Pair) -> dict[str, float]:
    given, tied, reply = pair.given, pair.tied, pair.tied.reply
    return {
        "refers to the claimant": tied.referred,
        "names the claimant": names_claimant(pair),
        "accused": tied.accused,
        "accused by name": tied.accused and tied.named,
        "words in common": min(len(tied.common), 3) / 3,
        "words met": min(len(tied.met), 4) / 4,
        "no words met": not tied.met,
        "around": tied.around,
        "near and words met": tied.near and bool(tied.met),
        "denies what is claimed to be": not given.answer.flat and pair.placed.claim.negative,
        "the accused says it was done": tied.side and not given.answer.flat and pair.placed.claim.negative,
        "the accused says it was not done": tied.side and given.answer.flat and not pair.placed.claim.negative,
        "both deny": given.answer.flat and pair.placed.claim.negative,
        "restates": _restates(pair),
        "sole": reply.sole,
        "sole and words met": reply.sole and bool(tied.met),
        "third": not tied.side and not reply.sole,
    }


def _restates(pair: Pair) -> bool:
    """Whether much the same is said once more."""
    answer, tied = pair.given.answer, pair.tied
    plain = answer.oblique and not answer.flat and not pair.placed.claim.negative
    return plain and tied.alike >= 0.4 and not tied.opposed and "figures" not in manners(pair.given.said)


def _of_place(pair: Pair) -> dict[str, float]:
    distance = pair.tied.reply.distance or 0
    return {
        "same sentence": distance == 0,
        "next sentence": distance == 1,
        "second sentence": distance == 2,
        "third sentence": distance in (3, 4),
        "before": distance < 0,
        "near": pair.tied.near,
        "told to be an answer to it": pair.given.announced is not None and distance <= 0 and not is_told_before(pair),
        "others between": min(pair.others, 3) / 3,
        "claims more between": pair.again,
        "only two speak, this one last": len(pair.given.ground.said_by) == _PAIR and is_last(pair),
        "claimed before": pair.already,
        "many voices": pair.many,
        "much is said": log(1 + len(pair.given.ground.quotes.all)) - 2,
    }


def _of_sides(pair: Pair) -> dict[str, float]:
    given, text = pair.given, pair.given.ground.text
    start = given.answer.spans[0][0]
    kinds = {mention.kind for mention in given.answer.disputers}
    return {
        "speaks for another": given.side.dependent,
        "called by the claim": not given.side.heads.isdisjoint(pair.placed.words),
        "somebody's": given.side.possessive,
        "the claimant's": not set(given.owner).isdisjoint(pair.placed.claim.parties),
        "office": given.in_office,
        "anonymous": "anonymous" in kinds,
        "paper": "document" in kinds or _PAPER.search(given.called) is not None,
        "a person": "person" in kinds,
        "a person to a person": "person" in kinds and _is_of_a_person(pair),
        "a body to a body": "organisation" in kinds and _is_of_a_body(pair),
        "named before": given.named_before,
        "an office": "office" in kinds,
        "of the concerned": is_concerned(_names(given.answer.disputers)),
        "says much": given.ground.hears_much_of(given.answer.disputers),
        "umpire": umpires(given.called),
        "fellow": is_fellow(f"{_printed(text, given)} {text[max(0, start - 20) : start]}"),
    }


def _printed(text: str, given: Given) -> str:
    return " ".join(text[slice(*mention.span)] for mention in given.answer.disputers if mention.span)


def _of_words(pair: Pair) -> dict[str, float]:
    given, reply, quote = pair.given, pair.tied.reply, pair.given.quote
    said = manners(given.said)
    claimed = manners(pair.placed.said) if "figures" in said or "past" in said else said
    cue = given.ground.text[slice(*quote.cue)] if quote and quote.cue else ""
    new = set(_NAME.findall(given.said)) - set(_NAME.findall(pair.placed.said))
    return {f"in {name}": 1.0 for name in said} | {
        "figures against figures": "figures" in said and "figures" in claimed,
        "past against past": "past" in said and "past" in claimed,
        "reason against motive": "reason" in said and pair.placed.motive,
        "yields": reply.yielding,
        "contrasts": reply.telling,
        "of itself": reply.own,
        "answers by its cue": answers_by(cue),
        "told as a reply": given.in_reply,
        "told without a verb of saying": quote is not None and quote.reason == "told",
        "warns": quote is not None and quote.stance in ("warn", "promise") and "past" not in said,
        "in marks": quote is not None and quote.kind == "direct",
        "short": len(given.words) <= _SHORT,
        "demands": quote is not None and quote.stance in ("demand", "confirm"),
        "new name": bool(new),
        "there was what was said to lack": not given.denied and not given.words.isdisjoint(pair.placed.denied),
        "there was none of it": not pair.placed.denied and not given.denied.isdisjoint(pair.placed.words),
    }


def _of_both(pair: Pair) -> dict[str, float]:
    """What the words of both have in common, and how: the same thing counted otherwise, the same words negated."""
    given, claimed, accused = pair.given, pair.placed.said, pair.tied.accused
    both = "figures" in manners(given.said) and "figures" in manners(claimed)
    theirs, own = (counts(claimed), counts(given.said)) if both else ({}, {})
    common = [(theirs[thing], own[thing]) for thing in theirs.keys() & own.keys()]
    return {
        "other numbers of a thing": any(one.isdisjoint(two) for one, two in common),
        "the same number of a thing": any(not one.isdisjoint(two) for one, two in common),
        "the same words negated": negates_words(pair) * min(same_run(claimed, given.said), _RUN) / _RUN,
        "the accused negates": accused and given.answer.flat,
        "the accused by name negates": accused and pair.tied.named and given.answer.flat,
        "the accused answers next": accused and pair.tied.reply.distance == 1,
    }


def _of_claim(pair: Pair) -> dict[str, float]:
    placed, ground = pair.placed, pair.given.ground
    quote = ground.quotes.around((placed.start, placed.start + 1))
    cue = ground.text[slice(*quote.cue)] if quote and quote.cue else ""
    return {
        "claim in a frame": placed.framed,
        "claim by a person": _is_of_a_person(pair),
        "claim charges": _charges(pair),
        "claim in marks": quote is not None and quote.kind == "direct" and not placed.framed,
        "claim of opinion": placed.claim.nature == "opinion",
        "claim short": len(placed.words) <= _FEW and not placed.framed,
        "claim accuses": quote is not None and quote.stance == "accuse",
        "claim by the concerned": _is_of_the_concerned(pair),
        "claim merely said": cue == "said",
        "claim by a paper": any(mention.kind == "document" for mention in placed.claim.claimants),
        "claim at the head": ground.text.find("\n", 0, placed.start) < 0,
        "surely read": _surely_read(pair),
    }
