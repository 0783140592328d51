"""Finds the stored claims that are nearest to a sentence: by the words of content that they have in common."""

from typing import Any

from service.disputes.words import terms
from service.store import claims
from service.store.claim_holdings import Stated, about_keys
from service.store.claim_postings import Bounds, Sought, candidates, statements_of
from service.store.pool import Connection

_LEAST = 0.25  # of the score, below which two sentences have only a common word in common
_ANY_TIME = Bounds(-(2**63), 2**63 - 1)
_OF_WORD = 400  # newest claims of a word that are looked at
_MOST = 200


def match(connection: Connection, text: str, limit: int) -> list[dict[str, Any]]:
    """Up to `limit` claims with their disputes, each with a `score` from 0 to 1, the nearest first."""
    said = terms(text)
    sought = Sought("claim", {"": about_keys(sorted(said))}, {"": _ANY_TIME})
    near = candidates(connection, sought, of_key=_OF_WORD, most=_MOST)[0][""]
    scores: dict[str, float] = {}
    for one in statements_of(connection, near):
        claim_id, score = one.row["claim_id"], _score(said, one)
        if score >= _LEAST:
            scores[claim_id] = max(score, scores.get(claim_id, 0.0))
    nearest = sorted(scores, key=lambda id: (-scores[id], id))[:limit]
    return [row | {"score": round(scores[row["id"]], 3)} for row in claims.shown(connection, nearest)]


def _score(said: frozenset[str], one: Stated) -> float:
    """The share of the words in common, held against the shorter side and against both."""
    told = frozenset(one.claim.terms)
    common = len(said & told)
    return (common / min(len(said), len(told)) + 2 * common / (len(said) + len(told))) / 2 if common else 0.0
