"""Joins a denial that a whole article tells with what those who deny say right behind: it tells what they deny.

"Norwind denied it. “We have read every sheet, and none tells of the brakes,” its director said": alone, "it" may be any
claim before, and the words behind may answer another one.
"""

from collections.abc import Iterable
from dataclasses import replace

from service.disputes.given import Given

_NEXT = 1  # sentences


def elaborated(answers: Iterable[Given]) -> list[Given]:
    """The answers of a whole article in their order, each denial that is told with the words that go on from it.

    Words that deny plainly are no answer besides; others may be one to another claim.
    """
    found: list[Given] = []
    for one in answers:
        goes_on = bool(found) and _goes_on(found[-1], one)
        if goes_on:
            found[-1] = _joined(found[-1], one)
        if not goes_on or one.answer.oblique:
            found.append(replace(one, behind_denial=True) if goes_on else one)
    return found


def _goes_on(denial: Given, given: Given) -> bool:
    """Whether those who deny, or who answer for them, say more in the next sentence of the paragraph."""
    if not denial.answer.narrated or given.answer.narrated or given.answer.referred:
        return False
    between = denial.ground.text[denial.answer.spans[-1][1] : given.start]
    if not 0 <= given.sentence - denial.sentence <= _NEXT or "\n" in between:
        return False
    return not set(denial.answer.parties).isdisjoint((*given.answer.parties, *given.owner))


def _joined(denial: Given, given: Given) -> Given:
    """One answer of both: what is denied is what the denial says, the words are of both."""
    first, other = denial.answer, given.answer
    named = {one.name for one in first.disputers}
    answer = replace(
        first,
        spans=(*first.spans, *other.spans),
        disputers=(*first.disputers, *(one for one in other.disputers if one.name not in named)),
        parties=tuple(dict.fromkeys((*first.parties, *other.parties))),
        signals=tuple(dict.fromkeys((*first.signals, *other.signals))),
        context=tuple(sorted({*first.context, *other.context})),
        flat=first.flat or other.flat,
    )
    return replace(denial, answer=answer, said=f"{denial.said} {given.said}")
