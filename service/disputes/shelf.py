"""Keeps the claims of an article where an answer looks for them, and knows who speaks in it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from service.disputes.given import Given
from service.disputes.placed import Placed

_BEFORE, _BEHIND = 12, 4  # claims looked at on either side of an answer, in each list
_FEW = 5  # distinct speakers among whom it is clear who answers whom
_TERMS = 24  # stems of an answer that claims are looked up by


class Voices:
    """Who speaks in an article."""

    def __init__(self, parties: Iterable[tuple[str, ...]]) -> None:
        distinct = set(parties) - {()}
        self._few = [set(voice) for voice in distinct] if len(distinct) <= _FEW else None

    @property
    def many(self) -> bool:
        """Whether too many speak to say who answers whom."""
        return self._few is None

    def sole(self, claimant: Iterable[str], other: Iterable[str]) -> bool:
        """Whether nobody speaks but these two."""
        both = {*claimant, *other}
        return self._few is not None and all(voice & both for voice in self._few)


class Shelf:
    """The claims of an article by place, by accused, by claimant and by what they are about."""

    def __init__(self, claims: list[Placed]) -> None:
        self._all = _Row()
        self._by_accused: dict[str, _Row] = defaultdict(_Row)
        self._by_claimant: dict[str, _Row] = defaultdict(_Row)
        self._by_term: dict[str, _Row] = defaultdict(_Row)
        for placed in claims:
            self._all.add(placed)
            _entered(self._by_accused, placed.claim.accused_parties or placed.claim.about, placed)
            _entered(self._by_claimant, placed.claim.parties, placed)
            _entered(self._by_term, placed.claim.terms, placed)

    def near(self, given: Given) -> list[Placed]:
        """The claims nearest to an answer in each list that it has a key of, without repetition."""
        rows = chain(
            [self._all],
            (self._by_accused.get(party) for party in given.answer.parties),
            (self._by_claimant.get(party) for party in given.answer.referred),
            (self._by_term.get(term) for term in given.answer.terms[:_TERMS]),
        )
        found = {id(placed): placed for row in rows if row for placed in row.around(given.start)}
        return list(found.values())


class _Row:
    """Claims in the order of the text."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._claims: list[Placed] = []

    def add(self, placed: Placed) -> None:
        self._starts.append(placed.start)
        self._claims.append(placed)

    def around(self, start: int) -> list[Placed]:
        at = bisect_left(self._starts, start)
        return self._claims[max(0, at - _BEFORE) : at + _BEHIND]


def _entered(rows: dict[str, _Row], keys: Iterable[str], placed: Placed) -> None:
    for key in keys:
        rows[key].add(placed)
