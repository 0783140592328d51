"""Makes claims of the turns of phrase by which one party lays something to another: who, to whom, in which words."""

import re
from collections.abc import Iterator

from service.disputes.antecedents import meant
from service.disputes.finding import Quotes
from service.disputes.frames import Frame
from service.disputes.opposing import is_negative
from service.disputes.phrases import calls_somebody
from service.disputes.placed import Placed, content_of, is_taken, nature_of, was_told
from service.disputes.sentences import place
from service.disputes.sides import Side, Sides
from service.disputes.wordings.within import SAYS
from service.disputes.words import terms
from service.records import Claim, Span
from service.regex import regex

_PRONOUN = regex(r"(?:he|she|it|they|him|her|them|this|that|these|those|who|which|one|some|many|others)$", re.I)
_CLAUSE = regex(r"(?:he|she|it|they|we|i|there|which|who|that|by|in|on|at) (?!of\b)", re.I)
_LOOKED_AT = 4_000  # characters of somebody's words
_OWN = regex(r"(?:I|[Ww]e|us|me)$")
_NAMING = regex(r"[A-Z]|\b(?:the|its|his|her|their|an?)\b")
_OBJECT = regex(
    r"^.*?\b(?:sanctions|penalties|measures|curbs|bans?|tariffs|charges|restrictions) (?:on|against)\s+|\s+for\b.*$"
)
_WHEN = regex(r"\s+(?:on|last|this) (?:\w+day|week|month|year)\b.*$|\s+(?:yesterday|today|again)\b.*$")
_BY = regex(r" (?:by|in) [^.;:“”\"]*$")
_TITLED = 70  # characters of what a claimant is called before the name
_NARRATED = 0.9  # that the noun phrase before an accusing verb is who accuses


def of_frame(text: str, spans: list[Span], at: int, frame: Frame, quotes: Quotes, sides: Sides) -> Placed | None:
    """The claim of a frame in the sentence of number `at`; None where nobody is known to make it."""
    quote = quotes.of_cue(frame.cue) or quotes.around(frame.cue)
    claimant = _claimant(text, frame, quotes, sides) or _meant(text, spans, at, frame.claimant, quotes, sides)
    if claimant is None or not claimant.parties:
        return None
    accused = _accused(text, frame, sides) or _meant(text, spans, at, frame.accused, quotes, sides)
    names = _names(text, frame, accused)
    start = frame.accused[0] if frame.accused and frame.accused[0] > frame.cue[0] else frame.what[0]
    start = min(start, frame.what[0])
    told = (start + _blank(text, start), max(frame.what[1], frame.accused[1] if frame.accused else 0))
    words = text[slice(*frame.what)]
    act = (
        text[slice(*frame.cue)] + " " + text[slice(*frame.accused)] if frame.sort == "ground" and frame.accused else ""
    )
    about = tuple(dict.fromkeys((*(accused.parties if accused else ()), *sides.named_in(*frame.what))))
    claim = Claim(
        (told,), claimant.mentions, claimant.parties, names, accused.parties if accused else (), about,
        "fact", tuple(sorted(content_of(f"{act} {words}"))), is_negative(words), quote is None,
        quote.confidence if quote else _NARRATED,
    )  # fmt: skip
    return Placed(
        claim,
        at,
        told[0],
        (min(frame.cue[0], told[0]), max(_until(text, frame), told[1])),
        True,
        claimant.heads,
        text[slice(*told)],
        was_told(text, frame.cue),
        accused,
    )


def within_words(text: str, spans: list[Span], quotes: Quotes, sides: Sides, taken: list[Span]) -> Iterator[Placed]:
    """What somebody tells in marks that another says, to answer it: "Lind says the dam is safe. That is a lie"."""
    inside = (span for quote in quotes.all if quote.kind == "direct" and quote.speakers for span in quote.content)
    for start, end in inside:
        for match in SAYS.finditer(text, start, min(end, start + _LOOKED_AT)):
            what = match.span("what")
            if not is_taken(taken, *what) and nature_of(match["what"]) == "fact":
                frame = Frame("noun", match.span("cue"), match.span("by"), None, what)
                placed = of_frame(text, spans, place(spans, what[0]), frame, quotes, sides)
                yield from (placed,) if placed else ()


def _until(text: str, frame: Frame) -> int:
    """Where a cue ends, with the claimant right behind it: "as alleged | by Lind"."""
    who, end = frame.claimant, frame.cue[1]
    between = text[end : who[0]] if who else ""
    return who[1] if who and _BY.match(between) and len(between) < _TITLED else end


def _blank(text: str, start: int) -> int:
    return len(text[start:]) - len(text[start:].lstrip()) if start < len(text) and text[start].isspace() else 0


def _claimant(text: str, frame: Frame, quotes: Quotes, sides: Sides) -> Side | None:
    quote = quotes.of_cue(frame.cue)
    by_another = frame.claimant is not None and frame.claimant[0] >= frame.cue[1]  # stands accused by Lind
    if quote and quote.speakers and frame.sort != "noun" and not by_another:
        return sides.of_mentions(quote.speakers)
    words = text[slice(*frame.claimant)].strip() if frame.claimant else ""
    inside = quotes.around(frame.cue)
    if inside and inside.speakers and (not words or _OWN.search(words)):
        return sides.of_mentions(inside.speakers)
    if frame.claimant is None or _PRONOUN.match(words) or _OWN.match(words) or _CLAUSE.match(words):
        return None
    if known := quotes.speaking_at(frame.claimant):
        return sides.of_mentions((known,))
    # "Listed over claims that": nobody claims there.
    if not calls_somebody(words) or not (terms(words) or _NAMING.search(words)):
        return None
    return sides.of_phrase(frame.claimant)


def _accused(text: str, frame: Frame, sides: Sides) -> Side | None:
    words = text[slice(*frame.accused)].strip() if frame.accused else ""
    if frame.accused is None or not words or _PRONOUN.match(words):
        return None
    if frame.sort == "ground":
        return Side((), sides.named_in(*frame.accused) or sides.named_in(*frame.what))
    return sides.of_phrase(frame.accused)


def _names(text: str, frame: Frame, accused: Side | None) -> tuple[str, ...]:
    """Whom a frame accuses as printed, and by name where a pronoun stands for it."""
    if frame.accused is None or accused is None:
        return ()
    pronoun = _PRONOUN.match(text[slice(*frame.accused)].strip())
    return tuple(one.name for one in accused.mentions) if pronoun else (_name(text, frame.accused),)


def _meant(text: str, spans: list[Span], at: int, who: Span | None, quotes: Quotes, sides: Sides) -> Side | None:
    """Whom a pronoun means: "Lind said she spoke to nobody. The coach had accused her"."""
    words = text[slice(*who)].strip() if who else ""
    if at < 1 or not _PRONOUN.match(words):
        return None
    known = meant(text, words, spans[at - 1], quotes)
    return sides.of_mentions((known,)) if known else None


def _name(text: str, accused: Span) -> str:
    return _WHEN.sub("", _OBJECT.sub("", text[slice(*accused)])).strip(" ,")
