"""The wordings that say what exactly is denied: truth, involvement, existence, evidence, basis or motive."""

from service.disputes.wordings import evidence, involvement, motive, sayings, truth
from service.disputes.wordings.truth import FALSE
from service.disputes.wordings.wording import Wording

WORDINGS: tuple[Wording, ...] = (
    *involvement.WORDINGS,
    *evidence.WORDINGS,
    *truth.WORDINGS,
    *sayings.WORDINGS,
    *motive.WORDINGS,
)

__all__ = ["FALSE", "WORDINGS", "Wording"]
