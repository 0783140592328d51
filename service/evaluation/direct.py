"""The track of direct quotations: is each longer stretch inside marks given to the one who said it?"""

from collections import Counter
from collections.abc import Sequence

from service.evaluation.annotations import Found, Statement
from service.evaluation.comparison import Comparison
from service.evaluation.words import Words

LEAST_WORDS = 4  # in shorter stretches a title or a term cannot be told from a quotation
_ONE_STATEMENT = 0.8  # share of the stretch that must lie in one statement for it to be a quotation of it


def direct(comparison: Comparison, sure: float = 0.0) -> Counter[str]:
    """What the track counts in one article, of the found quotes with at least the confidence `sure`.

    Stretches with less than half of their words in any statement are "scare": no quotation at all. Those of
    several statements, or of one without an annotated source, are left out.
    """
    said = frozenset[int]().union(*(words for _, words in comparison.wanted))
    counts: Counter[str] = Counter()
    for _, words in comparison.words.segments:
        if len(words) < LEAST_WORDS:
            continue
        found = _given_to(comparison.found, words, sure)
        wanted = _statement(comparison.wanted, words)
        if wanted is None:
            scare = 2 * len(words & said) < len(words)
            counts.update(scare=int(scare), scare_found=int(scare and found is not None))
        elif wanted.source:
            counts.update(_compared(comparison, wanted, found))
    return counts


def _compared(comparison: Comparison, wanted: Statement, found: Found | None) -> dict[str, int]:
    counts = {"direct_wanted": 1, "direct_known": int(bool(wanted.names))}
    if found is None:
        return counts
    speaker = comparison.speaker(wanted, found)
    return counts | {"direct_found": 1, "direct_right": int(speaker.right), "direct_named": int(speaker.name)}


def _statement(wanted: Sequence[tuple[Statement, Words]], segment: Words) -> Statement | None:
    """The statement that holds most of the segment; None where no single one holds enough."""
    shares = [len(segment & words) / len(segment) for _, words in wanted]
    best = max(shares, default=0.0)
    return wanted[shares.index(best)][0] if best >= _ONE_STATEMENT else None


def _given_to(found: Sequence[tuple[Found, Words]], segment: Words, sure: float) -> Found | None:
    """The attributed quote that covers most of the segment, at least half, the earliest of several; None for none."""
    covering = [
        (-len(segment & words), min(words), place)
        for place, (each, words) in enumerate(found)
        if each.attributed and each.confidence >= sure and 2 * len(segment & words) >= len(segment)
    ]
    return found[min(covering)[2]][0] if covering else None
