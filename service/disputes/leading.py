"""Finds who leads a sentence: the person or body that its first words name, "The builder, Ana Lind, laughed"."""

import re

from service.disputes.callings import looks_personal
from service.disputes.finding import Quotes
from service.disputes.phrases import calls_somebody, first_name
from service.extraction.names import cores, tables
from service.records import Mention, Span
from service.regex import regex

_CAPITAL = r"[A-ZÀ-Þ][\w’'-]*"
_RUN = rf"{_CAPITAL}(?: (?:(?:de|del|di|da|du|des|van|von|der|al|el|bin|of) )?{_CAPITAL})*"
_NAMED = regex(r",\s+(?:an? |the )?(?P<name>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)+),")
# "Her union rep, Dee Faulk, was brisk": the name behind what somebody is to another, or the noun where none is.
_OWNED = rf"(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]he [a-z-]+['’]s?|{_RUN}['’]s?)"
_RELATED = regex(rf"{_OWNED}(?: [a-z’'-]+){{1,4}}, (?:an? |the )?(?P<name>{_CAPITAL}(?: {_CAPITAL})+),")
_BELONGING = regex(rf"{_OWNED}(?P<nouns>(?: [a-z-]+){{1,4}})")
# Head teacher Ana Lind; the architect of the tower, Ana Lind, is told of by an apposition.
_TITLED = regex(
    rf"(?:[Tt]he |[Aa]n? )?{_CAPITAL}(?: [a-z’'-]+){{0,3}} (?P<noun>[a-z-]+) "
    rf"(?P<name>{_CAPITAL}(?: {_CAPITAL})+)(?=,? [a-z])"
)
_BODIES = frozenset(("management", "defence", "prosecution"))
_APPOSED = regex(r",\s+(?:who|which|the|an?|his|her|its|their|for|chief|head|director|speaking)\b")
_ADVERBIAL = regex(
    r"(?:[A-Z][a-z]+ly|Over|After|In|On|At|With|Amid|Despite|For|From|When|Since|Next|Outside|Inside|Behind|Back|Down|"
    r"Up|Upstairs|Downstairs|By|Later|Meanwhile|Yesterday)\b[^,;:“”\"]{0,120}, "
    r"(?:(?:his|her|its|their) [a-z’' -]+, )?"
    r"(?P<who>(?:[Tt]he |[Aa]n? )?(?:[\w’'-]+ ){0,3}[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*)"
)
_HEAD = regex(
    r"(?:[\w’'.-]+ ){0,6}?(?P<noun>[a-z]+)"
    r"(?= (?:of|in|at|for|from|with|who|which|calling|known|close|briefed|familiar)\b|$)"
)
_BODY_BEHIND = regex(r" (?:(?:city|town|county|fire|health|traffic|port|tax|border) )?(?P<noun>[a-z]+)\b")
_NOBODY = regex(r"(?:I|It|He|She|They|This|That|These|Those|There|What|When|If|But|And|One|Some|Both|Others)\b")
_NO_NAME = tables.words("function_words")


def leader(text: str, start: int, end: int, known: Quotes) -> Mention | None:
    """Who leads `text[start:end]`, the speaker of some quote of `known` where it is one; None where nobody does."""
    spans = (find(text, start, end) for find in (_behind_adverbial, _titled, _related, _named))
    span = next(filter(None, spans), None)
    if span is None or _NOBODY.match(text, span[0]):
        return None
    apposed = _NAMED.match(text, span[1], end)
    return known.speaking_at(span) or mention_at(text, apposed.span("name") if apposed else span)


def mention_at(text: str, span: Span) -> Mention | None:
    """The speaker that a noun phrase names; None where a capital may come from the place: However, On Monday, Any."""
    name = text[slice(*span)]
    if _NOBODY.match(name) or not calls_somebody(name) or not _names_somebody(text, span):
        return None
    return Mention(name, span, "person" if looks_personal(name) else "organisation")


def described_at(text: str, span: Span) -> Mention | None:
    """Who is called by a noun only, where a verb of saying tells that somebody speaks: a protected witness."""
    name = text[slice(*span)]
    head = _HEAD.match(name)
    if head is None or not is_noun(head["noun"]):
        return None
    body = cores.key(head["noun"]) in cores.ORGANISATIONS
    return Mention(name, span, "organisation" if body else "anonymous")


def is_noun(word: str) -> bool:
    """Whether it is a noun for a person or a body: builder, ministries."""
    return cores.key(word) in _BODIES or any(
        cores.key(form) in nouns
        for form in (word, word.removesuffix("s"))
        for nouns in (cores.PERSON_NOUNS, cores.ORGANISATIONS)
    )


def is_body(name: str) -> bool:
    """Whether a body is called so: the road agency, the consulate in Brask."""
    words = [cores.key(word) for word in re.split(r"\b(?:of|in|for|at)\b", name)[0].split()]
    return bool(words) and words[-1] in cores.ORGANISATIONS


def names_body(words: str) -> bool:
    """Whether some words speak of a body: of a clinic."""
    return any(cores.key(word) in cores.ORGANISATIONS for word in words.split())


def _behind_adverbial(text: str, start: int, end: int) -> Span | None:
    """Over claims of theft, | the refiner Al Noor | lost two banks."""
    found = _ADVERBIAL.match(text, start, end)
    return found.span("who") if found else None


def _titled(text: str, start: int, end: int) -> Span | None:
    found = _TITLED.match(text, start, end)
    return found.span("name") if found and is_noun(found["noun"]) else None


def _related(text: str, start: int, end: int) -> Span | None:
    named = _RELATED.match(text, start, end)
    if named:
        return named.span("name")
    found = _BELONGING.match(text, start, end)
    words = found["nouns"].split() if found else []
    last = next((at for at in range(len(words), 0, -1) if is_noun(words[at - 1])), 0)
    return (start, found.start("nouns") + 1 + len(" ".join(words[:last]))) if found and last else None


def _named(text: str, start: int, end: int) -> Span | None:
    """The name or definite phrase that stands first, without the verb behind it: The mayor | put."""
    span = first_name(text, start, end)
    words = text[slice(*span)].split(" ") if span else []
    last = words[-1] if len(words) > 2 and words[0] == "The" and is_noun(words[1]) else ""
    if span and last.islower() and not is_noun(last):  # not the Ministry of Power
        return span[0], span[0] + len(" ".join(words[:2]))
    return _with_noun(text, span, end) if span else None


def _with_noun(text: str, span: Span, end: int) -> Span:
    """The name with the noun for a body behind it: "Brask | police", "Brask | city council"."""
    behind = _BODY_BEHIND.match(text, span[1], end)
    return (span[0], behind.end()) if behind and is_body(behind["noun"]) else span


def _names_somebody(text: str, span: Span) -> bool:
    words = text[slice(*span)].split()
    last = next((at for at in range(len(words), 0, -1) if not words[at - 1][:1].isupper()), 0)
    first = words[0] in ("The", "the") or not text[: span[0]].rstrip("“\"' ") or text[span[0] - 2] in '.!?\n”"'
    if first and (is_noun(words[-1]) or is_noun(words[0])):
        return True  # the ministry; "Management" at the beginning of a sentence
    if last == len(words) or words[last:] == ["The"]:
        return False
    named = [word for word in words[last:] if word != "The"]
    inside = re.search(rf"[a-z,;’'] {re.escape(' '.join(named))}(?:['’]s)?(?![\w’'])", text) is not None
    known = cores.key(named[0]) in cores.FIRST or cores.is_title(named[0]) or cores.is_organisation(named)
    several = len(named) > 1 and (known or not any(_is_common(word) for word in named))
    return inside or several or _APPOSED.match(text, span[1]) is not None


def _is_common(word: str) -> bool:
    """Whether a capital may come from the place, or from the calendar: On, Monday."""
    return cores.key(word) in _NO_NAME or cores.is_lexical(word)
