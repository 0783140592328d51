"""Makes statements that are told without words which the reader knows, and knows which of them it took already."""

from bisect import bisect_right
from collections.abc import Sequence

from service.disputes.finding import Quotes
from service.disputes.supposed import mention_at
from service.records import Mention, Quote, Span

_SURE = 0.85  # that it is the one named there who tells it
_BACK = 4  # contents looked at before a place: they nest, but not deeply


def teller(text: str, span: Span, known: Quotes) -> Mention | None:
    """Who is named there: the speaker that the reader knows there, or the one that a noun phrase names."""
    return known.speaking_at(span) or mention_at(text, span)


def told(text: str, what: Span, by: Mention, cue: Span) -> Quote:
    """The statement of somebody, without the marks that end it."""
    words = text[slice(*what)].rstrip(' .,\n”"')
    return Quote(
        ((what[0], what[0] + len(words)),), (), cue, (by,), None, "indirect", "assert", True, "attributed", "told", (),
        _SURE,
    )  # fmt: skip


def untaken(found: Sequence[Quote], taken: Sequence[Span]) -> list[Quote]:
    """Those that share nothing with contents that were taken; these in order."""
    return [quote for quote in found if not _is_taken(taken, quote.content[0])]


def _is_taken(taken: Sequence[Span], span: Span) -> bool:
    at = bisect_right(taken, span[1], key=lambda one: one[0])
    return any(one[0] < span[1] and span[0] < one[1] for one in taken[max(0, at - _BACK) : at])
