"""Takes the claims out of an article: who lays what to whom, and what else its speakers hold to be so."""

from service.disputes.asserted import asserts, of_quote
from service.disputes.authors import authored, is_of_nobody_yet
from service.disputes.finding import Quotes
from service.disputes.framed import of_frame, within_words
from service.disputes.frames import frames
from service.disputes.placed import Placed
from service.disputes.sides import Sides
from service.records import Span


def claims_of(text: str, spans: list[Span], marks: list[int], quotes: Quotes, sides: Sides) -> list[Placed]:
    """All claims of the sentences `spans` with the cues `marks`, in the order of the text.

    A claim whose claimant is unknown is none.
    """
    found = [(at, frame) for at, sentence in enumerate(spans) for frame in frames(text, sentence, marks[at])]
    known = sorted(frame.what for _, frame in found)
    found += [told for told in authored(text, spans, marks) if is_of_nobody_yet(told[1].what, known, quotes)]
    framed = [placed for at, frame in found if (placed := of_frame(text, spans, at, frame, quotes, sides))]
    taken = sorted(placed.told for placed in framed)
    asserted = [of_quote(text, spans, quote, sides) for quote in quotes.all if asserts(text, quote, taken)]
    framed += within_words(text, spans, quotes, sides, taken)
    return sorted((placed for placed in framed + asserted if placed.claim.parties), key=lambda placed: placed.start)
