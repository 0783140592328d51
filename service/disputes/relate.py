"""Says whether a statement disputes a claim, from what ties the two and what the statement's signals say."""

from math import sqrt

from service.disputes.given import LEAST
from service.disputes.ties import AROUND, NEAR, Ties
from service.records import Answer, Claim, Dispute, Relation, Signal, Strength

HALF = 0.5
_ALIKE = 0.6  # of the smaller side's stems: then the two speak of the same thing
_AKIN = 0.3
_LITTLE = 0.2  # where the accused contradicts in a sentence of its own
_DENIALS = frozenset(("denial of truth", "denial of evidence", "denial of involvement", "denial of existence"))


def relate(claim: Claim, answer: Answer, tied: Ties) -> Dispute | None:
    """The dispute of a claim by an answer, if what ties them suffices for what the answer's signals say."""
    purposes = {signal.purpose for signal in answer.signals}
    relation = _relation(claim, answer, tied, purposes)
    if relation is None:
        return None
    strong = bool(purposes & _DENIALS) and tied.side
    strength: Strength = "strong" if strong else "weak"
    return Dispute(claim, answer, relation, strength, _confidence(claim, answer, tied, strong), _signals(answer, tied))


def disputing(claim: Claim, answer: Answer, tied: Ties, confidence: float) -> Dispute:
    """The dispute of a claim by an answer of its article that is known to be one, with this confidence."""
    purposes = {signal.purpose for signal in answer.signals}
    relation = _relation(claim, answer, tied, purposes) or ("denies" if purposes <= LEAST else answer.relation)
    strength: Strength = "strong" if purposes & _DENIALS and tied.side else "weak"
    return Dispute(claim, answer, relation, strength, confidence, _signals(answer, tied))


def _relation(claim: Claim, answer: Answer, tied: Ties, purposes: set[str]) -> Relation | None:
    if tied.reply.echo:
        return None
    if not answer.oblique:
        return _by_denial(answer, tied)
    within = tied.reply.distance is not None
    if within and not tied.reply.after:
        return None  # what is told before a claim answers it by a plain denial only
    if tied.opposed and within and tied.replies:
        return "denies"
    return (None if purposes <= LEAST else _by_account(answer, tied)) or _by_contradiction(claim, answer, tied)


def _by_denial(answer: Answer, tied: Ties) -> Relation | None:
    """Something is called untrue, unproven, not done: the claim itself, or what it says."""
    reply = tied.reply
    if not answer.terms:
        before = reply.distance is not None and reply.distance >= -1
        answered = tied.accused and (before or tied.around >= AROUND)
        return answer.relation if tied.referred or answered or (tied.near and reply.after) else None
    several = len(tied.common) > 1
    whole = answer.relation in ("denies_involvement", "denies_existence")  # "no part in the flooding" says it all
    if tied.side and (tied.alike >= _ALIKE or (several and tied.alike >= _AKIN) or (whole and tied.alike >= HALF)):
        return answer.relation
    alone = tied.near and (tied.alike >= 1.0 or (several and tied.alike >= _ALIKE))
    beside = reply.distance is not None and abs(reply.distance) <= NEAR
    by_sole = reply.sole and bool(tied.common) and beside and answer.relation != "denies"
    return answer.relation if alone or by_sole else None


def _by_account(answer: Answer, tied: Ties) -> Relation | None:
    """The accused tells it otherwise: done by the rules, or for another reason, or the claimant mixed things up."""
    motive, basis = answer.relation == "contests_motive", answer.relation == "rejects_basis"
    if tied.near and ((tied.reply.motive and motive) or (tied.reply.addressed and basis)):
        return answer.relation
    next_to = tied.reply.distance in (0, 1) and answer.relation != "counter_evaluates"
    enough = tied.alike >= _LITTLE or next_to or (tied.near and motive)
    return answer.relation if tied.side and enough else None


def _by_contradiction(claim: Claim, answer: Answer, tied: Ties) -> Relation | None:
    """ "We did not dump" against dumping; "it has complied" against not complying; two accounts of one thing."""
    reply = tied.reply
    opposite = answer.flat != claim.negative
    alike = bool(tied.common) and tied.alike >= (_AKIN if claim.negative else _LITTLE)
    if opposite and tied.side and (alike or (answer.flat and tied.replies and not reply.yielding)):
        return "denies"
    between = (tied.near and (reply.sole or len(tied.met) > 1)) or (reply.sole and len(tied.met) > 1)
    if opposite and tied.replies and between:
        return "denies"
    otherwise = reply.telling and (tied.side or reply.sole)
    fits = otherwise or (tied.side and bool(tied.met)) or (tied.accused and reply.own)
    return "denies" if fits and tied.near and tied.replies and not reply.yielding else None


def _confidence(claim: Claim, answer: Answer, tied: Ties, strong: bool) -> float:
    sure = 0.55 + 0.1 * tied.referred + 0.12 * tied.accused + 0.15 * tied.alike + 0.06 * tied.near + 0.07 * strong
    return round(min(sure, 0.98) * sqrt(min(claim.confidence or 1.0, answer.confidence or 1.0)), 3)


def _signals(answer: Answer, tied: Ties) -> tuple[Signal, ...]:
    spans = [mention.span for mention in answer.disputers if mention.span] if tied.accused else []
    return answer.signals + tuple(Signal(span, "the accused answers") for span in spans)
