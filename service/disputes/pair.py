"""Holds an answer beside a claim of its article that it may be about."""

from dataclasses import dataclass

from service.disputes.claims import Placed
from service.disputes.given import Given
from service.disputes.ties import Ties
from service.disputes.within import without_claim
from service.records import Answer, Dispute


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
    first: bool  # those who answer have claimed nothing before

    @property
    def answers_charge(self) -> bool:
        """Whether those whom the claim accuses by name answer in a way that a rule knows: plain in any article."""
        answered = self.ruled is not None and not self.given.answer.oblique
        return answered and self.placed.framed and self.tied.charged

    @property
    def of_whole(self) -> bool:
        """Whether it has to be weighed as in a whole article, where who answers whom is not plain from the places.

        Not what the accused by name answers: 643 marked whole articles hold one such pair, too few to fit on.
        """
        return self.given.ground.whole and not self.answers_charge

    @property
    def answer(self) -> Answer:
        """What is answered, without the claim where the words that answer tell it."""
        return without_claim(self.given, self.placed) if self.within else self.given.answer
