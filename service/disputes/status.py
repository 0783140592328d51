"""Says how a claim stands, from what is known of it, and which of the grave labels may be shown."""

from typing import Literal

from service.records import ReplyKind

Status = Literal["disputed", "conceded", "agreed", "no_answer_found", "open"]
Grave = Literal["retracted", "contradicts_earlier", "no_answer_found"]

# From this confidence on a dispute makes its claim "disputed". Where the weights are fitted without the set that is
# asked, 15 of 16 such disputes are right on the open golden sets, and eight of ten on the later frozen one.
SURE = 0.75

# A grave label is shown once its own golden cases give a precision of at least 95 % in both halves; until then a claim
# that nobody answered is open, and the flags stay away.
# retracted: given 5 times in its 48 cases, always rightly, and never in 924 real articles.
# contradicts_earlier: nothing looks for it. Of two statements that exclude each other most differ by what has changed
# between ("has not been paid", "was paid"), and words of the same time and thing say so in few of its cases.
# no_answer_found: "no dispute by the accused" is right in 5 of 7 of its open cases: others apologise, or speak through
# an agency. Where nobody but the claimant speaks at all, it is right, and found in 1 of 12: no measure of 95 %.
SHOWN: dict[Grave, bool] = {"retracted": True, "contradicts_earlier": False, "no_answer_found": False}


def is_shown(reply: ReplyKind) -> bool:
    """Whether a reply may be shown beside its claim: with the label that it stands for."""
    return reply != "retracts" or SHOWN["retracted"]


def status(*, disputed: bool, conceded: bool, agreed: bool, unanswered: bool) -> Status:
    """The first that holds, in this order; `unanswered`: it accuses a party, and no answer of that party is stored."""
    if disputed:
        return "disputed"
    if conceded:
        return "conceded"
    if agreed:
        return "agreed"
    return "no_answer_found" if unanswered and SHOWN["no_answer_found"] else "open"


def flags(*, retracted: bool, contradicts_earlier: bool) -> tuple[Grave, ...]:
    """The grave labels beside the status that hold and may be shown."""
    holding: dict[Grave, bool] = {"retracted": retracted, "contradicts_earlier": contradicts_earlier}
    return tuple(label for label, holds in holding.items() if holds and SHOWN[label])
