"""Finds the statements that are told without words which the reader knows, in the sentences that it left."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from service.disputes.antecedents import may_mean
from service.disputes.finding import Quotes
from service.disputes.going_on import gone_on
from service.disputes.leading import described_at, leader, mention_at
from service.disputes.phrases import antecedent, subject_before
from service.disputes.signals import judged_false
from service.disputes.wordings.telling import FINITE, FORMS
from service.extraction.datelines import behind_dateline
from service.extraction.terms import WITHHELD
from service.records import Mention, Quote, Span
from service.regex import regex

_SURE = 0.85  # that it is the one named there who tells it
_BACK = 4  # contents looked at before a place: they nest, but not deeply
_FEWEST, _LONGEST = 12, 260  # letters of a clause before its teller
_PRONOUN = regex(r"\b(?:it|he|she|they)$", re.I)
_ANYBODY = regex(r"(?:some|any|no|every)(?: ?one|body)$", re.I)
# What begins so tells when, where or how it was said; what was said stands behind.
_ELSEWHERE = regex(
    r"\W*(?:But |And |Yet |[A-Z][a-z]+day )?(?:On|In|At|By|To|With|For|From|Of|Under|Over|Among|Amid|Across|"
    r"Around|Alongside|Outside|During|Despite|After|Before|Until|Once|As|When|Whereas|While|If|Though|Although|Because|"
    r"Since|Asked|[Ww]hen|Shortly|Later|Earlier|Last|Next|This (?:week|month|year)|Halfway|However|Unlike|According|"
    r"(?!(?:Nothing|Everything|Anything|Something|Beijing|Nanjing|King|Spring|Building|Housing|Parking|Training|Family|"
    r"Supply|Assembly|Italy)\b)[A-Z][a-z]+(?:ing|ly|day))\b"
)
_SAID = regex(
    r"\b(?:told|said|says?|insist(?:s|ed)|maintain(?:s|ed)|argue[sd]|repli(?:es|ed)|testified|alleg(?:es|ed))\b"
)


def told(text: str, spans: list[Span], marks: Sequence[int], quotes: Sequence[Quote]) -> list[Quote]:
    """Such statements, and what is said on behind the words that tell who speaks.

    Of what the reader took only the words that it gives to nobody are looked at again.
    """
    known = Quotes(quotes)
    taken = sorted(span for quote in quotes if quote.speech and not _is_open(quote) for span in quote.content)
    before = [(0, 0), *spans]
    found = (
        one
        for span, last, here in zip(spans, before, marks, strict=False)
        for one in _of_sentence(text, span, last, here, known)
    )
    new = [quote for quote in found if not _is_taken(taken, quote.content[0])]
    return new + gone_on(text, spans, [*quotes, *new])


def _is_open(quote: Quote) -> bool:
    """Whether it is nobody's, or somebody's, whoever that is: "a fridge that someone forgot to take indoors".

    What was withheld from its speaker stays withheld.
    """
    return quote.reason != WITHHELD and all(_ANYBODY.match(mention.name) for mention in quote.speakers)


def _is_taken(taken: Sequence[Span], span: Span) -> bool:
    at = bisect_right(taken, span[1], key=lambda one: one[0])
    return any(one[0] < span[1] and span[0] < one[1] for one in taken[max(0, at - _BACK) : at])


def _of_sentence(text: str, span: Span, last: Span, here: int, known: Quotes) -> Iterator[Quote]:
    for form in FORMS:
        may_be = form.needs & here and (not form.holds or text.find(form.holds, *span) >= 0)
        match = form.pattern.search(text, *span) if may_be else None
        what = _what(text, span, match) if match else None
        if match and what and (by := _teller(text, span[0], last, match, known)):
            yield _quote(text, what, by, match.span("cue"))


def _what(text: str, sentence: Span, match: re.Match[str]) -> Span | None:
    if "what" in match.re.groupindex:
        return match.span("what")
    line = text.rfind("\n", 0, sentence[0]) + 1
    before = behind_dateline(text, (sentence[0], match.start()), (line, sentence[1]))
    return before if _may_be_told(text, before) else None


def _may_be_told(text: str, what: Span) -> bool:
    """Whether somebody may have said this: a clause with a verb, no adverbial before the verb of saying."""
    if judged_false(text[slice(*what)]) and what[1] - what[0] < _LONGEST:
        return True  # "Nonsense, says Corvane"
    if not _FEWEST <= what[1] - what[0] <= _LONGEST or _ELSEWHERE.match(text, *what) or _SAID.search(text, *what):
        return False
    return FINITE.search(text, *what) is not None and not any(mark in text[slice(*what)] for mark in '“”"‘')


def _teller(text: str, start: int, last: Span, match: re.Match[str], known: Quotes) -> Mention | None:
    """Who is named by the form, or before it: the speaker that the reader knows, who acts there, who is named first.

    A pronoun means who speaks in the sentence before.
    """
    if "pronoun" in match.re.groupindex:
        return _before(text, start, last, match["pronoun"], known)
    named: list[Span | None] = [match.span(name) for name in ("by", "apposed") if match.groupdict().get(name)]
    cue = match.start("cue")
    if not named and (here := known.speaking_at((start, match.start("what")))):
        return here
    if not named and (meant := antecedent(text, start, cue)):
        return known.speaking_at(meant) or mention_at(text, meant)
    subject = subject_before(text, start, cue)
    if not named and subject and _PRONOUN.search(text[slice(*subject)]):
        return leader(text, start, subject[0], known) or known.speaking_at(last) or leader(text, *last, known)
    if not named and (first := leader(text, start, cue, known)):
        return first
    spans = named or [subject]
    callers = (known.speaking_at(span) or mention_at(text, span) or described_at(text, span) for span in spans if span)
    return next(filter(None, callers), None)


def _before(text: str, start: int, last: Span, pronoun: str, known: Quotes) -> Mention | None:
    """Who speaks in the sentence before, or leads it, if the pronoun may mean them: "Lind is suing", an Ana Lind."""
    found = None if "\n" in text[last[1] : start] else known.speaking_at(last) or leader(text, *last, known)
    if found is None or may_mean(pronoun, found):
        return found
    return found if pronoun != "they" and _is_surname(text, found.name) else None


def _is_surname(text: str, name: str) -> bool:
    """Whether a name stands behind another one in the text."""
    return re.search(rf"[A-ZÀ-Þ][\w’'-]+ {re.escape(name)}\b", text) is not None


def _quote(text: str, what: Span, by: Mention, cue: Span) -> Quote:
    """The statement of somebody, without the marks that end it."""
    words = text[slice(*what)].rstrip(' .,\n”"')
    return Quote(
        ((what[0], what[0] + len(words)),), (), cue, (by,), None, "indirect", "assert", True, "attributed", "told", (),
        _SURE,
    )  # fmt: skip
