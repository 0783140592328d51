"""Says what ties an answer to a claim: who answers whom, near or far, and what their words have in common."""

from dataclasses import dataclass
from itertools import product

from service.disputes.words import opposed, shared
from service.identity.name_likeness import is_same_surname
from service.identity.person_names import person_name
from service.records import Answer, Claim

FAR = 10  # sentences over which "the company" reaches back
NEAR = 2  # sentences over which "it" and "the accusations" reach back
_SHORT = 4  # letters of a name that may be another's by chance
AROUND = 0.15  # of a whole statement that itself names no claim


@dataclass(frozen=True, slots=True)
class Reply:
    """What only the article of both tells; as it stands it is said of answers in other articles."""

    distance: int | None = None  # in sentences, below 0 where the claim is printed behind
    after: bool = False  # the claim was told before, in place or in tense
    dependent: bool = False  # the speaker is called by a word of the claim, or as "the company"
    addressed: bool = False  # the answer speaks of the claimant
    sole: bool = False  # nobody else speaks but they and the claimants
    motive: bool = False  # both speak of what for
    telling: bool = False  # it tells the matter otherwise: only, both, still
    yielding: bool = False  # it regrets, consents, promises or asks
    own: bool = False  # it tells what those who give it did: we, our
    echo: bool = False  # both say that the same thing was not there


@dataclass(frozen=True, slots=True)
class Ties:
    """What ties an answer to a claim."""

    referred: bool
    accused: bool
    named: bool  # the claim says whom it accuses
    charged: bool  # those whom it accuses by name answer, and no person who is only named alike
    common: frozenset[str]
    alike: float
    met: frozenset[str]  # as `common`, over all words of the answer
    around: float
    opposed: bool  # of the same thing one says awake, the other asleep
    reply: Reply

    @property
    def near(self) -> bool:
        """Whether the claim is told right before, or in the same sentence."""
        reply = self.reply
        return reply.distance is not None and (-NEAR if reply.after else 0) <= reply.distance <= NEAR

    @property
    def replies(self) -> bool:
        """Whether the claim was told before, not too far away."""
        reply = self.reply
        return reply.after and reply.distance is not None and abs(reply.distance) <= FAR

    @property
    def side(self) -> bool:
        """Whether it is the accused who speaks, or the claim that is spoken of."""
        return self.accused or self.referred

    @property
    def takes_up(self) -> bool:
        """Whether the accused speaks, and of the very thing, though not by the words that deny."""
        return self.accused and self.named and self.around >= AROUND

    @property
    def weight(self) -> float:
        """For choosing among several claims that an answer may be about."""
        distance = self.reply.distance
        far = 3.0 if distance is None else min(3.0, abs(distance) / 4 + (distance < 0) * 0.4)
        side = self.accused * (2.0 if self.named else 1.0)
        return 2 * self.referred + side + 0.8 * self.named + 3 * self.alike + self.around - far


_APART = Reply()


def ties(claim: Claim, answer: Answer, reply: Reply = _APART) -> Ties | None:
    """What ties the two; None where both are of one party, which may contradict but never disputes itself."""
    theirs, own = set(claim.parties), set(answer.parties)
    accused = set(claim.accused_parties or claim.about) - theirs
    if not theirs or _is_misspelt(claim, answer):
        return None
    if own & theirs and (not own & accused or _is_one_speaker(claim, answer)):
        return None
    close = reply.distance is not None and -1 <= reply.distance <= FAR
    said, told, around = frozenset(answer.terms), frozenset(claim.terms), frozenset(answer.context)
    met, answers = around & told, bool(own & accused) or (reply.dependent and close)
    return Ties(
        bool(set(answer.referred) & theirs), answers, bool(claim.accused), _is_charged(claim, answer, answers),
        said & told, shared(said, told), met, shared(around, told) if len(met) > 1 else 0.0,
        bool(met) and opposed(told, around), reply,
    )  # fmt: skip


def _is_charged(claim: Claim, answer: Answer, accused: bool) -> bool:
    """Whether those whom a claim accuses by name answer; `accused`: by name or not.

    Of a person the party must be named: "the deputy minister" may stand behind what a minister charges another with.
    """
    person = any(mention.kind == "person" for mention in answer.disputers)
    own = not set(answer.parties).isdisjoint(claim.accused_parties) if person else accused
    return bool(claim.accused) and own


def _is_one_speaker(claim: Claim, answer: Answer) -> bool:
    """Whether somebody stands on both sides, in whatever spelling: nobody disputes what he says of his own side."""
    return any(
        one.name == two.name or (one.kind == two.kind == "person" and _is_one_person(one.name, two.name))
        for one, two in product(claim.claimants, answer.disputers)
    )


def _is_misspelt(claim: Claim, answer: Answer) -> bool:
    """Whether a surname stands on both sides, once with its letters exchanged: Kiedler, Keidler."""
    theirs, own = ({one.name.split()[-1] for one in side if one.name} for side in (claim.claimants, answer.disputers))
    return any(
        one != two and len(one) > _SHORT and one[0] == two[0] and sorted(one) == sorted(two)
        for one, two in product(theirs, own)
    )


def _is_one_person(one: str, two: str) -> bool:
    first, other = person_name(one), person_name(two)
    return bool(first.given) and first.given == other.given and is_same_surname(first, other)
