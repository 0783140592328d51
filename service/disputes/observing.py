"""Observes of a statement beside a claim of its article what tells whether it disputes it, by name."""

import re
from collections.abc import Mapping
from math import log

from service.disputes.against import against
from service.disputes.between import is_last, is_told_before, negates_words, same_run
from service.disputes.claiming import charges, is_of_a_body, is_of_a_person, is_of_the_concerned, names, surely_read
from service.disputes.denials import denied_by_meaning, is_accused_by_noun, of_denial
from service.disputes.given import LEAST, Given
from service.disputes.kindred import kindred
from service.disputes.manner import answers_by, is_concerned, is_fellow, manners, umpires
from service.disputes.matter import counts, other_thing, puts_otherwise
from service.disputes.pair import Pair
from service.disputes.scaling import MIDDLING, bounded, scaled
from service.disputes.whole import names_claimant, of_whole
from service.regex import regex

_NAME = regex(r"(?<=[a-z,] )[A-Z][a-z]+")
_PAPER = regex(r"^(?:the |an? )?(?:results?|poll|survey|report|e-?mail|article|study|post|video|tweet|source)\b", re.I)
_FEW = 3  # stems: less says too little by itself
_SHORT = 4
_RUN = 5  # words in the same order
_PAIR = 2
_AKIN = 0.45  # kinship of a thing to a claim, from which on it is of the same matter: losses, destroyed
DENIAL = "denial: "  # before the names of what is observed of words that plainly deny
WHOLE = "whole: "  # before the names of what is observed in whole articles once more, before any other
_MIDDLING_WHOLE = 0.3  # kinship of two whole statements taken by chance


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
        return of_denial(pair)
    seen = {"bias": 1.0} | _of_rules(pair) | _of_ties(pair) | _of_place(pair) | _of_sides(pair)
    return seen | _of_words(pair) | _of_claim(pair) | _of_both(pair)


def by_meaning(pair: Pair) -> dict[str, float]:
    """What asks for the meaning of all words of both; none is further from 0 than `REACH` says."""
    kin = kindred(pair.placed.said, pair.given.said, pair.given.ground.names)
    near = scaled(kin.nearest - MIDDLING)
    if not pair.given.answer.oblique:
        return {"kindred": near} | denied_by_meaning(pair)
    return {
        "kindred": near,
        "kindred only": near * (not pair.tied.met),
        "kindred throughout": scaled(kin.whole - _MIDDLING_WHOLE),
        "stands against": _stands_against(pair),
    }


def _stands_against(pair: Pair) -> float:
    """By its words alone, whoever says it: the log odds, so scaled that most are between -1 and 1."""
    sure = against(pair.placed.said, pair.given.said)
    return bounded(log(sure / (1 - sure)) / 4)


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
        "accused by a noun": is_accused_by_noun(pair),
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
        "turns away": given.plain and not tied.side and _turns_away(pair),
    }


def _turns_away(pair: Pair) -> bool:
    """Whether it begins with another thing: not losses against a destroyed harvest, nor 57 against 40 percent."""
    thing = other_thing(pair.given.said, pair.placed.words | pair.placed.heads)
    figures = all("figures" in manners(words) for words in (pair.given.said, pair.placed.said))
    return bool(thing) and not figures and kindred(pair.placed.said, thing, pair.given.ground.names).nearest < _AKIN


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
        "told first": (first := not is_told_before(pair)),
        "told first, recalled": first and pair.placed.recalled,
        "told first, of them": first and pair.tied.side,
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
        "a person to a person": "person" in kinds and is_of_a_person(pair),
        "a body to a body": "organisation" in kinds and is_of_a_body(pair),
        "named before": given.named_before,
        "an office": "office" in kinds,
        "of the concerned": is_concerned(names(given.answer.disputers)),
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
        "behind a denial": given.behind_denial,
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
        "another number alone": puts_otherwise(claimed, given.said),
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
        "claim by a person": is_of_a_person(pair),
        "claim charges": charges(pair),
        "claim in marks": quote is not None and quote.kind == "direct" and not placed.framed,
        "claim of opinion": placed.claim.nature == "opinion",
        "claim short": len(placed.words) <= _FEW and not placed.framed,
        "claim accuses": quote is not None and quote.stance == "accuse",
        "claim by the concerned": is_of_the_concerned(pair),
        "claim merely said": cue == "said",
        "claim by a paper": any(mention.kind == "document" for mention in placed.claim.claimants),
        "claim at the head": ground.text.find("\n", 0, placed.start) < 0,
        "surely read": surely_read(pair),
    }
