"""Keeps the claims of an article where an answer looks for them, and knows who speaks in it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import chain

from service.disputes.claims import Placed
from service.disputes.given import Given

_BEFORE, _BEHIND = 6, 3  # claims looked at on either side of an answer, in each list
_FEW = 5  # distinct speakers among whom it is clear who answers whom
_TERMS = 24  # stems of an answer that claims are looked up by


class Voices:
    """Who speaks in an article."""

    def __init__(self, parties: Iterable[tuple[str, ...]]) -> None:
        distinct = set(parties) - {()}
        self._few = [set(voice) for voice in distinct] if len(distinct) <= _FEW else None

    def sole(self, claimant: Iterable[str], other: Iterable[str]) -> bool:
        """Whether nobody speaks but these two."""
        both = {*claimant, *other}
        return self._few is not None and all(voice & both for voice in self._few)


class Shelf:
    """The claims of an article by place, by accused, by claimant and by what they are about."""

    def __init__(self, claims: list[Placed]) -> None:
        self._all = claims
        self._by_accused = _by(claims, lambda placed: placed.claim.accused_parties or placed.claim.about)
        self._by_claimant = _by(claims, lambda placed: placed.claim.parties)
        self._by_term = _by(claims, lambda placed: placed.claim.terms)

    def near(self, given: Given) -> list[Placed]:
        """The claims nearest to an answer in each list that it has a key of, without repetition."""
        lists = chain(
            [self._all],
            (self._by_accused.get(party, []) for party in given.answer.parties),
            (self._by_claimant.get(party, []) for party in given.answer.referred),
            (self._by_term.get(term, []) for term in given.answer.terms[:_TERMS]),
        )
        found = {id(placed): placed for listed in lists for placed in _around(listed, given.start)}
        return list(found.values())


def _by(claims: list[Placed], keys: Callable[[Placed], Iterable[str]]) -> dict[str, list[Placed]]:
    found: dict[str, list[Placed]] = defaultdict(list)
    for placed in claims:
        for key in keys(placed):
            found[key].append(placed)
    return found


def _around(claims: list[Placed], start: int) -> list[Placed]:
    at = bisect_left(claims, start, key=lambda placed: placed.start)
    return claims[max(0, at - _BEFORE) : at + _BEHIND]
