"""Puts an answer beside the claims of its article that it may be about, with what ties it to each."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from service.disputes.callings import is_called_after
from service.disputes.given import Given
from service.disputes.leading import names_body
from service.disputes.manner import tells_it_replied
from service.disputes.matter import are_other_places, are_other_years, both_call_false, count_other_years
from service.disputes.pair import Pair
from service.disputes.placed import Placed
from service.disputes.relate import relate
from service.disputes.shelf import Shelf, Voices
from service.disputes.sides import is_place
from service.disputes.signals import names_claim
from service.disputes.ties import Reply, Ties, ties
from service.disputes.vetoing import is_none, is_ruled_out, restates, says_nothing
from service.disputes.words import stem
from service.folding import fold
from service.regex import regex

_INSIDE = 40  # characters in which a claim taken up by a statement begins within it: "talk of a pardon is a story"
_SAME = 0.5  # of the shorter of two statements, from which on they are one
_BEHIND = 160  # characters behind a claim in which it is told that it was a reply
_UNNAMED = regex(r"(?:the|its|his|her|their|an?)(?: [a-z’'-]+){1,3}$")
_WITHIN_ITS = regex(r"^(?:an?|one|the) [\w -]{2,40} (?:at|of|in|from) (?:its|their)\b", re.I)
_FURTHEST = 30  # sentences over which somebody answers who is neither accused nor speaks of the claimant
# The tenants' group, the union of miners.
_OWN_GROUP = regex(
    r"\b(?P<whose>[A-Za-z]+s)['’] (?:\w+ )?(?:group|union|association|league|committee|federation|council|movement|"
    r"leader|lawyer|spokes\w+|representative)\b",
    re.I,
)
_MOST_BETWEEN = 12  # claims looked at between a claim and its answer


class Pairing:
    """The claims of one article, and who speaks in it."""

    def __init__(self, claims: list[Placed], voices: Voices) -> None:
        self._claims, self._starts = claims, [placed.start for placed in claims]
        self._shelf, self._voices = Shelf(claims), voices

    def pairs(self, given: Given) -> Iterator[Pair]:
        """The answer beside each claim that it may be about."""
        if given.polled or (given.granting and given.answer.oblique):
            return
        if given.nobody and given.answer.oblique and (self._voices.many or given.indefinite):
            return  # "the Democratic candidate" is often the claimant, by another name
        for placed in self._shelf.near(given):
            tied = self._ties(given, placed)
            pair = self._pair(given, placed, tied) if tied else None
            if pair and not (is_none(pair) or (given.ground.whole and is_ruled_out(pair)) or restates(pair)):
                yield pair

    def _pair(self, given: Given, placed: Placed, tied: Ties) -> Pair:
        theirs, own = set(placed.claim.parties), set(given.answer.parties)
        within = placed.framed and _tells(given, placed)
        between = [set(other.claim.parties) for other in self._between(given, placed)]
        return Pair(
            given,
            placed,
            tied,
            relate(placed.claim, given.answer, tied),
            others=sum(1 for parties in between if not parties & (theirs | own)),
            again=any(parties & theirs for parties in between),
            already=any(parties & own for parties in between),
            within=within,
            many=self._voices.many,
            rival=not tied.side and self._is_spoken_of(own, given.start),
            defending=self._is_spoken_of(theirs, placed.start),
            lone=not any((theirs | own).isdisjoint(other.claim.parties) for other in self._before(given.start)),
            first=not any(own & set(other.claim.parties) for other in self._before(given.start)),
        )

    def _is_spoken_of(self, parties: set[str], at: int) -> bool:
        """Whether a claim of others that is told before a place speaks of these parties."""
        before = (one.claim for one in self._before(at))
        return any(parties & set(one.accused_parties or one.about) and not parties & set(one.parties) for one in before)

    def _before(self, at: int) -> list[Placed]:
        end = bisect_left(self._starts, at)
        return self._claims[max(0, end - _MOST_BETWEEN) : end]

    def _between(self, given: Given, placed: Placed) -> list[Placed]:
        """The claims between the two.

        In a whole article none that says nothing, and where this one speaks of those who answer, none by the same
        claimant that does not.
        """
        found = [one for one in self._before(given.start) if placed.start < one.start]
        if not given.ground.whole:
            return found
        own, theirs = set(given.answer.parties), set(placed.claim.parties)
        spoken_of = not own.isdisjoint(_concerned(placed))
        return [
            one
            for one in found
            if not says_nothing(given, one)
            and not (spoken_of and theirs & set(one.claim.parties) and own.isdisjoint(_concerned(one)))
        ]

    def _ties(self, given: Given, placed: Placed) -> Ties | None:
        if self._is_hopeless(given, placed) or _same_words(given, placed):
            return None
        if both_call_false(placed.said, given.said) and not given.answer.narrated and not names_claim(given.said):
            return None
        if given.answer.referred and set(given.answer.referred).isdisjoint(placed.claim.parties):
            return None  # "the AP report is false" is no answer to a senator
        if given.topic and not given.topic & (placed.words | placed.heads):
            return None
        if _is_own(given, placed) or (given.denied & placed.denied and not placed.framed):
            return None  # two who say that the same thing was not there agree
        return ties(placed.claim, given.answer, self._reply(given, placed))

    def _is_hopeless(self, given: Given, placed: Placed) -> bool:
        """Whether nothing could make it an answer to this claim: told before, far away, of other things, by others."""
        if not given.answer.oblique:
            return False
        claim, answer = placed.claim, given.answer
        accused = set(claim.accused_parties or claim.about)
        meant = not accused.isdisjoint(answer.parties) or not set(answer.referred).isdisjoint(claim.parties)
        if not meant and abs(given.sentence - placed.sentence) > _FURTHEST:
            return True
        # Where two or three speak, what is told first may be the answer as well.
        either = not (given.ground.whole or given.recalled)
        told_before = either or _after(given, placed) or _is_announced(given, placed)
        if not told_before or _is_within(given, placed):
            return True
        if _is_headline(given, placed):
            return True
        if are_other_years(placed.years, given.years) or count_other_years(placed.said, given.said):
            return True
        if _is_elsewhere(given, placed) or _is_of_others(given, placed):
            return True
        return (given.affirming and not placed.claim.negative) or _is_answered(given, placed)

    def _is_sole(self, given: Given, placed: Placed) -> bool:
        return not placed.claim.accused and self._voices.sole(placed.claim.parties, given.answer.parties)

    def _reply(self, given: Given, placed: Placed) -> Reply:
        return Reply(
            distance=given.sentence - placed.sentence,
            after=_after(given, placed),
            dependent=_is_dependent(given, placed),
            addressed=bool(placed.heads & given.words),
            sole=self._is_sole(given, placed),
            motive=placed.motive and given.answer.relation == "contests_motive",
            telling=given.telling,
            yielding=given.yielding,
            own=given.own,
            echo=bool(given.denied & placed.denied),
        )


def _concerned(placed: Placed) -> tuple[str, ...]:
    """Whom a claim accuses, else of whom it speaks."""
    return placed.claim.accused_parties or placed.claim.about


def _is_elsewhere(given: Given, placed: Placed) -> bool:
    """Whether it is of a thing in another place, or people there speak: "In Sudria, landlords said rents had not"."""
    claimed = " ".join((placed.said, *(mention.name for mention in placed.claim.claimants)))
    if are_other_places(claimed, given.said):
        return True
    crowd = all(mention.kind == "group" for mention in given.answer.disputers) and not given.side.dependent
    return crowd and not placed.claim.accused and are_other_places(claimed, given.leading_in)


def _is_own(given: Given, placed: Placed) -> bool:
    """Whether the claimant's own people seem to answer: "his lawyer", where the claim speaks of nobody else.

    Not those of somebody told of between: "The union has other figures, said its lawyer".
    """
    if _leads_them(given, placed):
        return True
    others = any(not is_place(party) for party in placed.claim.about)  # a lawyer is nobody's in Brask
    if others or placed.claim.accused or given.side.heads & placed.words:
        return False
    if given.owner:
        return not set(given.owner).isdisjoint(placed.claim.parties) and not names_body(placed.said)
    persons = any(mention.kind != "organisation" for mention in placed.claim.claimants)
    return given.side.possessive and persons  # "his agent" is no club's


def _leads_them(given: Given, placed: Placed) -> bool:
    """Whether those who answer lead or belong to those who claim, whom no name calls: the tenants, their group."""
    named = any(mention.name != mention.name.lower() for mention in placed.claim.claimants if mention.kind == "person")
    own = (found["whose"] for found in _OWN_GROUP.finditer(given.called))
    return not named and any(stem(fold(whose)) in placed.heads for whose in own)


def _tells(given: Given, placed: Placed) -> bool:
    return any(start <= placed.start < end for start, end in given.answer.spans)


def _is_answered(given: Given, placed: Placed) -> bool:
    """Whether it is the claim that answers: "Snow cannon use no spring, it said, which was its reply to Lind, who"."""
    told = placed.claim.spans[-1][1]
    return tells_it_replied(given.ground.text[told : min(told + _BEHIND, given.start)])


def _is_of_others(given: Given, placed: Placed) -> bool:
    """Whether it tells of those who say it, who were not meant, or in return what the claimant did not do."""
    claim = placed.claim
    if given.of_self:
        return not set(given.answer.parties) & set(claim.accused_parties or claim.about)
    own = set(claim.parties) & {party for party in given.leading if party not in claim.about}
    return bool(own) and given.opens_flat and not given.answer.referred


def _is_within_another(given: Given, placed: Placed) -> bool:
    """Whether they belong to what their own sentence names before: the Sudrian radio quoted a clerk at its ministry."""
    named = given.ground.sides.named(given.leading_in)
    return _WITHIN_ITS.search(given.called) is not None and bool(named) and set(named).isdisjoint(_concerned(placed))


def _is_dependent(given: Given, placed: Placed) -> bool:
    """Whether the speaker is called by a word of the claim, or as "the company"."""
    return (
        (given.side.dependent and not _is_within_another(given, placed))
        or not given.side.heads.isdisjoint(placed.words)
        or (placed.unnamed and not placed.claim.accused and given.organised)
        or _is_first_named(given, placed)
        or not set(given.owner).isdisjoint(_concerned(placed))
        or is_called_after(given.called, _concerned(placed))
        or (given.ground.whole and not placed.claim.accused and not given.bodies.isdisjoint(placed.bodies))
    )


def _is_first_named(given: Given, placed: Placed) -> bool:
    """Whether a body is named right behind a claim that accuses one by a noun: "their landlord", "Corvane said"."""
    unnamed = bool(placed.claim.accused) and _UNNAMED.match(placed.claim.accused[0]) is not None
    next_to = given.sentence == placed.sentence + 1
    return unnamed and next_to and given.organised and not given.side.dependent and not given.named_before


def _is_headline(given: Given, placed: Placed) -> bool:
    """Whether the claim is the headline, "Lind: School shut" or one of capitals: what follows tells the same."""
    text = given.ground.text
    if placed.sentence > 0 or placed.start >= text.find("\n"):
        return False
    quote = given.ground.quotes.around((placed.start, placed.start + 1))
    return placed.titled or (quote is not None and quote.cue is not None and text[slice(*quote.cue)] == ":")


def _is_within(given: Given, placed: Placed) -> bool:
    """Whether the answer is told within the claim: part of what the claimant says, whoever seems to say it."""
    start, end = given.answer.spans[0][0], given.answer.spans[-1][1]
    return any(low <= start and end <= high for low, high in placed.claim.spans)


def _after(given: Given, placed: Placed) -> bool:
    """Whether the claim was told before the answer, in place or in tense."""
    inside = given.answer.spans[-1][0] + placed.framed * _INSIDE
    return placed.recalled or (not given.recalled and placed.start < inside)


def _is_announced(given: Given, placed: Placed) -> bool:
    """Whether what stands between tells that the claim behind was answered: "the leaflet was its reply to Lind"."""
    return (
        given.announced is not None
        and given.start < placed.start
        and given.announced <= placed.sentence <= given.announced + 1
    )


def _same_words(given: Given, placed: Placed) -> bool:
    """A statement is no answer to itself; a claim told within a denial of it is another's."""
    if placed.framed or given.start >= placed.claim.spans[-1][1] or placed.start >= given.answer.spans[-1][1]:
        return False
    said = sum(end - start for start, end in given.answer.spans)
    told = sum(end - start for start, end in placed.claim.spans)
    common = (
        min(end, stop) - max(start, first)
        for start, end in given.answer.spans
        for first, stop in placed.claim.spans
        if start < stop and first < end
    )
    return sum(common) > _SAME * min(said, told)
