"""Tells who speaks where the words are passed on: an agency quotes somebody, a document repeats what a witness said."""

from service.extraction.names.words import sentence_start
from service.extraction.sharing import Attribution, Page
from service.records import Span
from service.regex import regex

# Vostok Press quoted the harbour chief as saying that: the chief speaks.
_QUOTED = regex(
    r"(?:quot(?:ed|es|ing)|cit(?:ed|es|ing))\s([^,.;:!?“”\"«»\n]{2,80}?)\sas\s(?:saying|telling [\w ]{1,20}?|writing)\s"
)
# The harbour chief was quoted by Vostok Press as saying that; the cue may be all of it, or "as saying" alone.
_IS_QUOTED = regex(
    r"\b(?:is|are|was|were|been|being) (?:also |later |widely |earlier )?(?:quoted|cited)(?= (?:as|by|in)\b)"
)
_AS_SAYING = regex(r"(?:as )?(?:saying|telling|writing)\b")
_REACH = 120  # characters between "was quoted" and the cue behind it, or the marks before it
_BY = regex(r"\bby (?=\S)")
_APPOSED = regex(r"[^,]+, [^,]+,$")  # it was late, | the groom's best man, Okoro,
_LAST = regex(r"[^,]+$")  # it was late, | Okoro
_ACCORDING = regex(r"according to$")
# "No," a clerk told the police, | according to the file: the clerk speaks.
_WITNESS = regex(
    r",?\s(?P<who>(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Ii]ts)(?: [\w’'-]+){1,4}?"
    r"|[A-ZÀ-Þ][\w’'.-]*(?: [A-ZÀ-Þ][\w’'.-]*){0,3})"
    r"\s(?P<cue>said|told|wrote)\b[^,.;:!?“”\"\n]{0,40},\s$"
)


def pass_on(text: str, one: Attribution, page: Page) -> None:
    """Gives words that are passed on to whoever said them; who passed them on is the attribution's `via`."""
    if not one.cue or not one.sources:
        return
    match = _QUOTED.match(text, one.cue[0])
    if match and match.end() < one.content[-1][1]:
        one.via, one.sources = one.sources[0], [match.span(1)]
        one.content = [(max(start, match.end()), end) for start, end in one.content if end > match.end()]
    elif _ACCORDING.search(text, *one.cue):
        _of_witness(text, one, page)
    else:
        _of_quoted(text, one, page)


def _of_quoted(text: str, one: Attribution, page: Page) -> None:
    """Okoro was quoted as saying by Vostok Press: the network takes the agency for the source, and Okoro for words."""
    cue = one.cue or (0, 0)
    is_quoted = _is_quoted(text, cue)
    if is_quoted is None or one.sources[0][0] < is_quoted[0] or page.within(is_quoted[0]):
        return
    by = _BY.search(text, is_quoted[1], one.sources[0][1])
    one.via = (max(by.end(), one.sources[0][0]), one.sources[0][1]) if by else None
    subject = _subject(text, is_quoted[0])
    one.sources = [subject] if subject else []
    before = subject[0] if subject else is_quoted[0]
    before -= text[before - 1 : before].isspace()
    cut = ((start, min(end, before)) if start < is_quoted[0] else (start, end) for start, end in one.content)
    one.content = [span for span in cut if span[0] < span[1]]


def _is_quoted(text: str, cue: Span) -> Span | None:
    """Where "was quoted" stands in a cue, or before a cue "as saying" in its sentence."""
    inside = _IS_QUOTED.search(text, *cue) or _IS_QUOTED.match(text, cue[0])
    if inside or not _AS_SAYING.match(text, cue[0]):
        return inside.span() if inside else None
    start = max(sentence_start(text, cue[0]), cue[0] - _REACH)
    return next((match.span() for match in _IS_QUOTED.finditer(text, start, cue[0])), None)


def _subject(text: str, at: int) -> Span | None:
    """Who stands before "was quoted", with an apposition between commas, up to the marks or the clause before."""
    start = max(sentence_start(text, at), *(text.rfind(mark, max(0, at - _REACH), at) + 1 for mark in '”"'))
    words = text[start:at].rstrip()
    found = (_APPOSED if words.endswith(",") else _LAST).search(words)
    if found is None:
        return None
    begins, ends = start + found.end() - len(found[0].lstrip()), start + len(words.rstrip(","))
    return (begins, ends) if begins < ends else None


def _of_witness(text: str, one: Attribution, page: Page) -> None:
    """Who is told to have said a quotation in the clause between it and "according to"."""
    quotation = page.within(one.content[0][0])
    cue = one.cue or (0, 0)
    witness = _WITNESS.match(text, quotation.closed_at, cue[0]) if quotation and quotation.closed_at < cue[0] else None
    if quotation and witness:
        one.via, one.sources, one.cue = one.sources[0], [witness.span("who")], witness.span("cue")
        one.content = [(quotation.start, quotation.end), *(span for span in one.content if span[0] >= cue[1])]
