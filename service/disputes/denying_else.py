"""Says by the words of a denial that it denies another thing than a claim: a rumour, an affair, what is yet to come."""

import re
from functools import cache

from service.disputes.between import kinship
from service.disputes.pair import Pair
from service.disputes.tables import groups
from service.disputes.words import stem, terms
from service.regex import regex

_UNLIKE = 0.15  # kinship of what is denied to a claim that shares no word with it
_LIKE = 0.3  # so of what was said to be done to none of a kind, from which on it is of the claim's
_UNLIKE_DONE = 0.2  # so of what a clause says was not done, whoever was not to have done it
_BACK = 20  # characters before a denial in which it is told how often
_RUMOUR = regex(r"\b(?:rumou?rs?|reports|speculation|talk|gossip) (?:that|of|about|he|she|it|they)\b", re.I)
_TO_COME = regex(
    r"\b(?:about to|will|would|going to|meant to|sought to|(?:plan|mean|intend|want|hope|seek|wish)(?:s|ned|ed)? to)\b"
    r"(?! be (?:\w+ly )?(?:mistaken|wrong|false|untrue|absurd))"
)
_AHEAD = regex(r"\b(?:future|upcoming|forthcoming|availab\w+)\b")  # of a claim: open to further offers
_GOING_ON = regex(
    r"\b(?:is|are|was|were|am|been)(?: (?:also|now|\w+ly))? "
    r"(?!(?:being|during|nothing|outstanding|owing|missing|lacking|wanting|misleading|damning|binding|pending)\b)"
    r"[a-z]{2,}ing\b"
)
# Behind what is denied the sentence goes on: "denied any manipulation and would lodge an appeal".
_GOES_ON = regex(
    r";|,? (?:and|but) (?=(?:that|will|would|said|says|has|have|is|was|plans?)\b)|, (?:saying|adding|and)\b"
)
# Denied that | the casino | was | for sale.
_CLAUSE = regex(
    r"(?:den(?:y|ies|ied|ying)\b|disput(?:es?|ed|ing)\b|denials?\b|.*?(?:not|n['’]t) (?:true|so|correct|the case)\b)"
    r"(?: (?:\w+ly|yesterday|today|(?:on|at|in|to|before|during) [^,.;]{2,40}?))? that "
    r"(?P<subject>(?:[\w’'-]+ ){1,8}?)"
    r"(?P<predicate>(?:was|were|is|are|had|has|have|would|will|could|did|does|(?!need)[a-z]{2,}ed)\b.*)",
    re.S,
)
# Has repeatedly | denied targeting civilians.
_STANDING = regex(r"\b(?:repeatedly|consistently|always|routinely|persistently|long|regularly)\s+[“\"‘']?$", re.I)
_LAW = regex(
    r"\b(?:prosecut\w+|police|crown|detectives?|investigators?|courts?|indictments?|charge sheets?|jur(?:y|ors)|"
    r"attorneys?|sheriffs?|officers?|authorities)\b",
    re.I,
)
_OFFENCE = regex(
    r"\b(?:murder|manslaughter|homicide|assault\w*|rape|robbery|burglary|theft|fraud|brib\w+|corruption|perjury|arson|"
    r"conspiracy|extortion|blackmail|embezzlement|laundering|racketeering|treason|espionage|kidnap\w*|trafficking|"
    r"stalking|harassment|(?:causing|inflicting) (?:\w+ ){0,2}?(?:death|harm|injury)|wounding|negligence|misconduct|"
    r"obstruct\w*|(?:dangerous|careless|drunk\w*) driving|(?:counts?|charges) of)\b",
    re.I,
)
_OWN = regex(r"\bown\b")
_NOT_BEFORE = regex(r"(?:\b(?:not|never|no)|n['’]t)\b[^,.;]{0,20}$", re.I)
_ANY = regex(r"\bany\b", re.I)
_AFTER = regex(r",? (?:(?:an? )?\w+ (?:\w+ )?)?after\b")
# There are no such plans: such as the claim tells of, whatever it calls them.
_NONE_SUCH = regex(
    r"\b(?:(?:no|any) such|never(?: been| existed)?(?: any)? such(?: an?)?) [\w-]+"
    r"(?: (?:(?:ever )?(?:exist\w*|happened|occurred)|took place|(?:was|were|had been|has been) \w+))?\W*$",
    re.I,
)
# Denied having left, any borrowing: what was not done, in no more than the verb or a noun for it.
_BARE_DEED = regex(
    r"den(?:y|ies|ied|ying)(?: \w+ly)? (?:(?:ever )?(?:having )?(?P<deed>[a-z]+(?:ing|ed|en|t|n|d|k|w))\b|"
    r"any (?P<noun>[a-z]+)$)"
)
# That any overtime was outstanding, that force had been used: no more than that there was such a thing.
_MERELY_SO = terms(
    "outstanding due owed owing unpaid missing lacking used applied needed required involved taken happened occurred "
    "existed arisen place done made given committed carried unlawful improper wrong amiss untoward irregular excessive"
)


def is_of_else(pair: Pair) -> bool:
    """Whether what is denied is nothing that the claim speaks of: rumours of a merger, or that it had cut wages."""
    if pair.tied.referred or pair.within or not (pair.given.answer.narrated or pair.given.answer.terms):
        return False
    if _is_told_as_answered(pair) or _attacks_basis(pair) or _is_standing(pair) or _is_plea(pair):
        return False
    return is_of_affair(pair) or _is_to_come(pair) or _is_unlike(pair) or _is_other_deed(pair)


def _is_told_as_answered(pair: Pair) -> bool:
    """Whether the sentence tells behind the denial what it answers: denied it was short of cash, after Voss wrote."""
    end = pair.given.answer.spans[-1][1]
    told = pair.placed.start > end and pair.placed.sentence == pair.given.sentence
    return told and _AFTER.match(pair.given.ground.text, end, pair.placed.start) is not None


def _is_standing(pair: Pair) -> bool:
    """Whether the accused, right behind, deny what they are accused of all the time, in words that fit any of it."""
    beside = 0 <= pair.given.sentence - pair.placed.sentence <= 1
    before = pair.given.ground.text[max(0, pair.given.start - _BACK) : pair.given.start]
    return pair.tied.accused and beside and _STANDING.search(before) is not None


def _is_plea(pair: Pair) -> bool:
    """Whether those of whom a claim speaks deny an offence, which says in the law's words what police say they did."""
    by_law = any(_LAW.search(f"{one.name} {one.role or ''}") for one in pair.placed.claim.claimants)
    return by_law and pair.tied.accused and pair.given.answer.narrated and _OFFENCE.search(pair.given.said) is not None


def _attacks_basis(pair: Pair) -> bool:
    """Whether those of whom the claim speaks attack what it rests on: "the calculation is wrong"."""
    return pair.tied.accused and pair.given.answer.relation in ("rejects_basis", "denies_evidence")


def is_of_affair(pair: Pair) -> bool:
    """Whether it denies an affair of those who answer, and the claim is of none like it: it was not for sale."""
    said, claimed = pair.given.said, pair.placed.said
    if not (pair.given.answer.narrated or pair.given.answer.flat):
        return False
    of_it = (of_it for told, of_it in _affairs() if _denies(pair, told.search(said)))
    return any(not words.search(claimed) for words in of_it)


@cache
def _affairs() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Each affair of the table: what tells of it in a denial, and what in a claim."""
    told: dict[str, dict[str, list[str]]] = {}
    for name, where, *phrases in groups("affairs"):
        told.setdefault(name, {}).setdefault(where, []).extend(phrases)
    return tuple((_any_of(one["denied"]), _any_of(one["claimed"])) for one in told.values())


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    words = "|".join(phrases).replace("_", " ").replace("*", r"\w*")
    return regex(rf"\b(?:{_OWN.sub('(?:his|her|their|its)', words)})\b", re.I)


def _denies(pair: Pair, affair: re.Match[str] | None) -> bool:
    """Whether it is the affair that is denied, by a verb that denies or by a word right before it."""
    if affair is None or pair.given.answer.narrated:
        return affair is not None
    return _NOT_BEFORE.search(pair.given.said, 0, affair.start()) is not None


def _is_unlike(pair: Pair) -> bool:
    """Whether no word of it comes near the claim."""
    denied = frozenset(pair.given.answer.terms)
    if not denied or pair.tied.met or pair.given.answer.relation == "denies_involvement":
        return False
    if _NONE_SUCH.search(pair.given.said):
        return False
    return bool(_RUMOUR.search(pair.given.said)) or (not _is_bare(pair) and kinship(pair, denied) < _UNLIKE)


def _is_bare(pair: Pair) -> bool:
    """Whether those of whom a claim speaks deny no more than a verb, which may be any: received none, was used."""
    if not pair.tied.accused:
        return False
    deed, clause = _BARE_DEED.match(pair.given.said), _CLAUSE.match(pair.given.said)
    bare = deed is not None and frozenset(pair.given.answer.terms) <= {stem(deed["deed"] or deed["noun"])}
    return bare or (clause is not None and _is_merely_so(_done(pair, clause)))


def _is_to_come(pair: Pair) -> bool:
    """Whether what is denied is yet to come or going on, and the claim is of what was: she was about to resign."""
    denied, clause = frozenset(pair.given.answer.terms), _CLAUSE.match(pair.given.said)
    if not denied and not clause:
        return False
    of_else = 2 * len(denied & pair.tied.met) < len(denied) or not denied or _is_unmet(pair, clause)
    said, claimed = _GOES_ON.split(pair.given.said)[0], pair.placed.said
    if not of_else or _TO_COME.search(claimed) or _AHEAD.search(claimed):
        return False
    return bool(_TO_COME.search(said) or (_GOING_ON.search(said) and not _GOING_ON.search(claimed)))


def _is_unmet(pair: Pair, clause: re.Match[str] | None) -> bool:
    """Whether the claim speaks of what the clause is about at most, and not of what is said of that."""
    return clause is not None and terms(clause["predicate"]).isdisjoint(pair.placed.words)


def _is_other_deed(pair: Pair) -> bool:
    """Whether a clause says of what the claim speaks of too that something else was not so: it carries no weapons."""
    clause = _CLAUSE.match(pair.given.said)
    done = _done(pair, clause) if clause else frozenset()
    if not clause or not done or _is_merely_so(done) or _is_of_any(pair, clause) or _NONE_SUCH.search(pair.given.said):
        return False
    return done.isdisjoint(pair.placed.words) and kinship(pair, done) < _UNLIKE_DONE


def _is_of_any(pair: Pair, clause: re.Match[str]) -> bool:
    """Whether it was so of nothing such as the claim speaks of: any jet, any of its aircraft."""
    things = terms(clause["subject"], without=pair.given.ground.names)
    if not things or not _ANY.search(clause["subject"]):
        return False
    return not things.isdisjoint(pair.placed.words) or kinship(pair, things) >= _LIKE


def _done(pair: Pair, clause: re.Match[str]) -> frozenset[str]:
    """The stems of what the clause says of what it is about."""
    return terms(clause["predicate"], without=pair.given.ground.names)


def _is_merely_so(done: frozenset[str]) -> bool:
    """Whether it says no more than that there was such a thing."""
    return bool(done) and done <= _MERELY_SO
