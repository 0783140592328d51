"""Says which printings are one statement, so that the groups hang on what is printed and not on the order it came in.

Two are one if most words of the shorter stand in the longer in the same order; what is printed within a month, or by
one name, may differ so, and very short ones must be the same to the letter, of one name and one week. A statement is
all printings that are tied so, directly or through others.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise

from service.verifying.alignment import weighed
from service.verifying.keys import telling_keys
from service.verifying.printed import Printed
from service.verifying.resemblance import Likeness, likeness

_WORDS, _TELLING = 6, 2  # a shorter one, or one of fewer keys, is very short
_KEYS = 0.3  # of the keys of the shorter one
_COMMON = 0.75  # of the weight of the shorter one
_DENSE = 0.6  # of that of the words of the longer one among which they stand
_LEAST = 0.2  # of the words of the longer one: an excerpt of a whole speech is no printing of it
_DAY = 86_400_000_000  # microseconds
_MONTH, _WEEK = 30 * _DAY, 7 * _DAY


@dataclass(frozen=True)
class Printing:
    """A printed statement, the folded surname of its speaker, and its period in microseconds; None: has none."""

    printed: Printed
    name: str | None
    start: int | None
    until: int | None

    @property
    def id(self) -> str:
        """That of the quote."""
        return self.printed.id

    @property
    def article(self) -> str:
        """The article that it stands in."""
        return self.id.partition(".")[0]

    @cached_property
    def keys(self) -> list[int]:
        """The keys of its words of content."""
        return telling_keys(self.printed.words)

    @cached_property
    def pairs(self) -> frozenset[tuple[int, int]]:
        """The pairs of them that follow one another."""
        return frozenset(pairs_of(self.keys))

    @property
    def is_very_short(self) -> bool:
        """Whether others may well say the same."""
        return len(self.printed.forms) < _WORDS or len(self.keys) < _TELLING

    @property
    def alike(self) -> Hashable:
        """Those of which this is equal are tied to the same others, and to one another."""
        return self.printed.forms, self.name, self.start, self.until


def pairs_of(keys: Sequence[int]) -> list[tuple[int, int]]:
    """The pairs of keys that stand one after the other; a single key is a pair with itself."""
    return list(pairwise(keys)) or [(key, key) for key in keys]


def is_same(one: Printing, other: Printing) -> bool:
    """Whether two printings are tied directly; the order of the two has no influence."""
    if one.article == other.article and one.name != other.name:
        return False  # who prints both knows that they are two
    apart = _apart(one, other)
    of_one_name = one.name is not None and one.name == other.name
    if one.printed.forms == other.printed.forms:
        if one.is_very_short:
            return of_one_name and apart is not None and apart <= _WEEK
        return of_one_name or apart is None or apart <= _MONTH
    if one.is_very_short or other.is_very_short or not _have_a_run(one, other):
        return False
    return (of_one_name or apart is None or apart <= _MONTH) and _have_most_in_common(one, other)


def grouped(printings: Iterable[Printing]) -> dict[str, str]:
    """For each printing the least id of its statement."""
    alike: dict[Hashable, list[Printing]] = {}
    for each in printings:
        alike.setdefault(each.alike, []).append(each)
    groups = Groups()
    for same in alike.values():
        tied = len(same) > 1 and is_same(same[0], same[1])
        for each in same:
            groups.tie(each.id, same[0].id if tied else each.id)
    for one, other in combinations([same[0] for same in alike.values()], 2):
        if not groups.are_tied(one.id, other.id) and is_same(one, other):
            groups.tie(one.id, other.id)
    return groups.least()


class Groups:
    """Sets of ids that only grow together."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def tie(self, one: str, other: str) -> None:
        """Makes one set of the two that these are of."""
        low, high = sorted((self._top(one), self._top(other)))
        self._above[high] = low

    def are_tied(self, one: str, other: str) -> bool:
        """Whether these are of one set."""
        return self._top(one) == self._top(other)

    def least(self) -> dict[str, str]:
        """For each id that was told of the least one of its set."""
        return {id: self._top(id) for id in self._above}

    def _top(self, id: str) -> str:
        above = self._above.setdefault(id, id)
        while above != id:
            id, above = above, self._above[above]
        return id


def _apart(one: Printing, other: Printing) -> int | None:
    """How many microseconds lie between two periods; None where one has no date."""
    if one.start is None or other.start is None or one.until is None or other.until is None:
        return None
    return max(one.start - other.until, other.start - one.until, 0)


def _have_a_run(one: Printing, other: Printing) -> bool:
    """Whether they share three words of content that follow one another, and of all their keys a good part."""
    shared = set(one.keys) & set(other.keys)
    return len(shared) >= _KEYS * min(len(one.keys), len(other.keys)) and not one.pairs.isdisjoint(other.pairs)


def _have_most_in_common(one: Printing, other: Printing) -> bool:
    shorter, longer = sorted((one.printed, other.printed), key=lambda each: (len(each.forms), each.forms))
    if len(shorter.forms) < _LEAST * len(longer.forms):
        return False
    found = likeness(shorter.forms, longer)
    return _in_order(found) >= _COMMON * _weight(shorter.forms) and _in_order(found) >= _DENSE * _weight(
        longer.forms[found.window.start : found.window.stop]
    )


def _in_order(found: Likeness) -> float:
    return weighed(found.asked, [number for run in found.runs for number in run.numbers])


def _weight(forms: Sequence[str]) -> float:
    return weighed(forms, range(len(forms)))
