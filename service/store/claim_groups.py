"""Groups statements into claims, so that the groups depend on what is stored and not on the order in which it came.

Taken by date, a statement tells the claim of the closest earlier one that tells a claim of its own, else it begins one.
What comes or goes changes only what is decided after it: those are decided again, the earliest first.
"""

import heapq
from collections.abc import Iterable, Mapping

from service.disputes.across import SAME, WINDOW, same_claim
from service.store.claim_holdings import Stated
from service.store.claim_postings import Sought, candidates, days_between, of_same_claim, statements_of
from service.store.pool import Connection
from service.store.statements import statement


def sought(statements: Iterable[Stated]) -> Sought:
    """The statements that may tell the same claims."""
    known = {each.id: each for each in statements}
    wanted = {id: each.by for id, each in known.items()}
    return Sought("claim", wanted, {id: of_same_claim(each.row) for id, each in known.items()})


class Groups:
    """The claims of the statements that a writer has to decide on; used once, while no other writer may."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[str, Stated] = {}
        self._claim: dict[str, str] = {}  # of each known statement, as decided so far
        self._near: dict[str, list[str]] = {}
        self._waiting: list[tuple[tuple[str, str], str]] = []
        self._fresh: frozenset[str] = frozenset()

    def decide(self, new: Iterable[Stated], near: Mapping[str, list[str]], loose: Iterable[str]) -> dict[str, set[str]]:
        """Decides new statements, stored as claims of their own, with what was found `near` them, and `loose` ones,
        whose claim was withdrawn.

        Returns the statements that changed, each with the claims that it left and came to.
        """
        fresh = list(new)
        self._know(fresh)
        self._fresh = frozenset(each.id for each in fresh)
        self._load(loose)
        self._meet(near)
        undecided = self._fresh.union(loose)
        self._push(undecided & self._known.keys())
        changed = self._run(undecided)
        self._store(changed)
        return changed

    def _run(self, undecided: frozenset[str]) -> dict[str, set[str]]:
        changed: dict[str, set[str]] = {}
        last = ""
        while self._waiting:
            _, id = heapq.heappop(self._waiting)
            if id == last:
                continue
            last, was = id, self._claim[id]
            now = self._leader(id) or id
            if now == was and id not in undecided:
                continue
            self._claim[id] = now
            changed.setdefault(id, set()).update((was, now))
            # Whoever followed a new one under the same id before is loose.
            if was == id and now != id and id not in self._fresh:
                self._push_followers(id)
            if now == id:
                self._push_later(id)
        return changed

    def _leader(self, id: str) -> str | None:
        one = self._known[id]
        close = [
            (same_claim(other.claim, one.claim), other)
            for other in map(self._known.__getitem__, self._around(id))
            if self._claim[other.id] == other.id and other.order < one.order
        ]
        close = [(likeness, other) for likeness, other in close if likeness >= SAME]
        return min(close, key=lambda pair: (-pair[0], pair[1].order))[1].id if close else None

    def _push_later(self, id: str) -> None:
        one = self._known[id]
        around = map(self._known.__getitem__, self._around(id))
        self._push(
            other.id for other in around if other.order > one.order and same_claim(one.claim, other.claim) >= SAME
        )

    def _push_followers(self, id: str) -> None:
        rows = self._connection.execute(statement("claim_followers"), {"claims": [id]}).fetchall()
        followers = [row["id"] for row in rows if row["id"] != id]
        self._load(followers)
        self._push(followers)

    def _push(self, ids: Iterable[str]) -> None:
        """What is around each is asked for when its turn comes: it is looked for at once for all that wait."""
        waiting = sorted(ids)
        unmet = [self._known[id] for id in waiting if id not in self._near]
        if unmet:
            self._meet(candidates(self._connection, sought(unmet))[0])
        for id in waiting:
            heapq.heappush(self._waiting, (self._known[id].order, id))

    def _around(self, id: str) -> list[str]:
        """The statements near this one, with those whose claims they tell by now."""
        near = self._near[id]
        others = dict.fromkeys([*near, *(self._claim[other] for other in near)])
        # A leader that was withdrawn is known no more; who followed it is decided again.
        here = [other for other in others if other != id and other in self._known]
        return [other for other in here if self._in_time(id, other)]

    def _meet(self, found: Mapping[str, list[str]]) -> None:
        """Loads the statements near some, and the leaders of those, all in one go."""
        self._load(other for near in found.values() for other in near)
        self._load(self._claim[other] for near in found.values() for other in near)
        self._near |= found

    def _in_time(self, id: str, other: str) -> bool:
        days = days_between(self._known[id].row, self._known[other].row)
        return days is None or abs(days) <= WINDOW

    def _load(self, ids: Iterable[str]) -> None:
        missing = [id for id in dict.fromkeys(ids) if id not in self._known]
        if missing:
            self._know(statements_of(self._connection, missing))

    def _know(self, statements: Iterable[Stated]) -> None:
        for one in statements:
            self._known[one.id] = one
            self._claim[one.id] = one.row.get("claim_id", one.id)

    def _store(self, changed: Iterable[str]) -> None:
        """Most new statements tell claims of their own, as which they are stored already."""
        rows = {id: self._known[id].row for id in changed}
        moved = [id for id, row in rows.items() if row.get("claim_id", id) != self._claim[id]]
        told = {
            "ids": moved, "articles": [rows[id]["article_id"] for id in moved],
            "claims": [self._claim[id] for id in moved],
        }  # fmt: skip
        if moved:
            self._connection.execute(statement("claim_statements_tell"), told)
