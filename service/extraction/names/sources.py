"""What comes in and goes out of naming: the source of a quote as tagged, and who that is."""

from dataclasses import dataclass

from service.records import AttributionState, Mention, Span


@dataclass(frozen=True, slots=True)
class Source:
    """Where a quote's speaker is printed. Spans are code points of the article's text, end exclusive."""

    span: Span
    cue: Span | None = None
    content: tuple[Span, ...] = ()
    quoted: bool = False  # some of the content stands inside quotation marks


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who speaks. `reason` is a few fixed words; `confidence` the share of right names that reason had on news."""

    speakers: tuple[Mention, ...]
    via: str | None
    attribution: AttributionState
    reason: str
    candidates: tuple[str, ...]
    confidence: float
