"""What documents lay down: "Per the bylaws, an officer shall stand down" is said by the bylaws."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from service.extraction.layout import Turn
from service.extraction.names.kinds import DOCUMENTS
from service.extraction.sharing import STOP, Page
from service.extraction.tagger import Tagged
from service.regex import regex

_PER = regex(
    r"(?<!\w)(?P<cue>(?:As p|P)er)\s(?P<source>(?:the|an?|its|his|her|their|this|that)\s"
    r"(?P<noun>[\w’'-]+(?:\s[\w’'-]+){0,4}?)(?:\s(?:of|with|between|for|on|in)\s[^,.;:\n“”\"]{1,60})?),\s(?=\S)"
)

_LONGEST = 600  # characters of a provision


def provisions(text: str, page: Page, spans: Sequence[Tagged]) -> Iterator[Turn]:
    """Document, "per" and what it lays down, for each sentence that opens so and reports nobody else."""
    cues = [span.span[0] for span in spans if span.role == "cue"]
    for match in _PER.finditer(text):
        end = _sentence_end(text, page, match.end())
        reported = bisect_left(cues, match.end()) < bisect_left(cues, end)
        if match["noun"].split()[-1].lower() in DOCUMENTS and not reported and match.end() < end:
            yield match.span("source"), match.span("cue"), (match.end(), end)


def _sentence_end(text: str, page: Page, start: int) -> int:
    """Where the sentence ends, its full stop left out; a stop inside marks ends nothing."""
    close = min(page.lines[page.line(start)][1], start + _LONGEST)
    stops = (match.start() for match in STOP.finditer(text, start, close))
    end = next((stop for stop in stops if not page.within(stop)), close)
    return start + len(text[start:end].rstrip(" .!?"))
