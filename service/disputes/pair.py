"""Holds an answer beside a claim of its article that it may be about."""

from dataclasses import dataclass

from service.disputes.given import Given
from service.disputes.placed import Placed
from service.disputes.reference import POINT
from service.disputes.ties import Ties
from service.disputes.within import from_verb, without_claim
from service.records import Answer, Dispute
from service.regex import regex

_BEHIND = regex(rf"[\s,;—–-]+{POINT} ")
# Accused the firm of arming rebels, | which it denies.
_WHICH = regex(r"[”\"]?, which (?:[^,.;:“”\"]{1,60} )?")
_BARE = regex(r"\w+(?: \w+ly)?\W*")
# It leaks, Lind said, an | account the owner rejected.
_CALLED = regex(r"[”\"]?,? [^.;:“”\"\n]{2,90}, (?:an?|the)(?: \w+)? ")


@dataclass(frozen=True, slots=True)
class Pair:
    """An answer beside a claim: what ties them, what the rules for a dispute say, who spoke between the two."""

    given: Given
    placed: Placed
    tied: Ties
    ruled: Dispute | None
    others: int  # claims of third parties between
    again: bool  # the claimant claims more between
    already: bool  # the one who answers has claimed something between
    within: bool  # the claim is told by the words that answer it: "rejected Lind's claim that it leaks"
    many: bool  # too many speak to say who answers whom
    rival: bool  # it is another claim, told before, that speaks of those who answer
    defending: bool  # those who claim it were spoken of by another before
    lone: bool  # nobody but these two has claimed anything before
    first: bool  # those who answer have claimed nothing before

    @property
    def answers_charge(self) -> bool:
        """Whether those whom the claim accuses by name answer in a way that a rule knows: plain in any article."""
        answered = self.ruled is not None and not self.given.answer.oblique
        return answered and self.placed.framed and self.tied.charged

    @property
    def apposed(self) -> bool:
        """Whether the denial is joined to the very words of the claim: "it was open, something the owner denied"."""
        text, end = self.given.ground.text, self.placed.claim.spans[-1][1]
        if self.given.answer.oblique or end >= self.given.start:
            return False
        found = _BEHIND.match(text, end)
        which = _WHICH.fullmatch(text, end, self.given.start) and _BARE.fullmatch(self.given.said)
        return (found is not None and found.end() > self.given.start) or bool(which) or self._is_called(end)

    def _is_called(self, end: int) -> bool:
        """Whether only who makes the claim stands between its end and the noun that the denial has for it."""
        if _CALLED.fullmatch(self.given.ground.text, end, self.given.start) is None:
            return False
        quote = self.given.ground.quotes.around((end - 1, end))
        return quote is not None and quote.cue is not None and end <= quote.cue[0] < self.given.start

    @property
    def of_whole(self) -> bool:
        """Whether it has to be weighed as in a whole article, where who answers whom is not plain from the places.

        Not what the accused by name answers, nor what is joined to the claim: of both the marked whole articles hold
        too few to fit on.
        """
        return self.given.ground.whole and not (self.answers_charge or self.apposed)

    @property
    def answer(self) -> Answer:
        """What is answered, without the words that tell the claim or mean it: "something he denied"."""
        if self.apposed:
            return from_verb(self.given)
        return without_claim(self.given, self.placed) if self.within else self.given.answer
