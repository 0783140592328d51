"""Tells who speaks in a passive: whoever stands behind "by", and never who was asked, told or denied."""

from service.extraction.names import tables
from service.extraction.sharing import Attribution, Page
from service.records import Span
from service.regex import regex

_DONE, _ADDRESSING = (tables.words("verbs", section) for section in ("passive", "addressing"))
_BEFORE = 24  # characters before a cue in which its auxiliary stands
_PASSIVE = regex(
    r"(?<![\w’'-])(?:is|are|was|were|be|been|being|gets?|got)(?: not)?"
    r"(?: (?:also|never|then|first|later|again|[a-z]+ly))? (?P<verb>[a-z]+)"
    r"(?:(?: (?:about|for|of|to|on|with|if|whether))?$| by\b)"
)
# When asked about it, he said ...; Pressed by the coroner, he insisted ...
_OPENING = regex(
    r"(?:\b(?:[Ww]hen|[Ii]f|[Oo]nce|[Ww]henever)(?: [a-z]+ly)? (?=[a-z])|(?:^|[.!?:\n][”\"’']?\s*)(?=[A-Z]))"
    r"(?P<verb>[Aa]sked|[Pp]ressed|[Qq]uestioned|[Qq]uizzed)"
    r"(?: to (?:comment|respond|elaborate|react|explain|reply))?"
    r"(?: (?:by|about|for|of|to|on|if|whether|repeatedly))*$"
)
# Okoro, asked by a caller; Okoro, asked whether it leaked, laughed. But Okoro, a diver, asked whether it leaked.
_BESIDE = regex(
    r"(?<=[^\W\d_], )(?P<verb>asked|pressed|questioned|quizzed) "
    r"(?:by |(?:about|whether|if|what|why|how) [^.;:“”\"\n]{3,120}?, (?:[a-z]+ly )?"
    r"(?:said|thought|told|was|were|did|would|could|[a-z]+ed)\b)"
)
_AGENT = regex(
    r"(?:(?<= by)|\s+by) (?P<who>(?:(?:the|an?|his|her|its|their|one|two|some|several) [a-z]"
    r"|(?:(?:Mr|Ms|Mrs|Dr)\.? )?[A-Z]|[a-z]{4,}s\b|(?:management|police|staff|counsel|security)\b)"
    r"[^,.;:!?\n“”\"]{0,60}?)"
    r"(?=[,.;:!?\n“”\"]|$|\s(?:to|not|about|for|on|in|at|after|before|during|of|that|whether|why|how|what|if|when|as|over)\b)"
)
_NO_AGENT = regex(r"(?:the )?(?:end|time|way|middle|start|beginning)\b|[A-Z][a-z]+day\b")


def set_passive_right(text: str, one: Attribution, page: Page) -> None:
    """Takes from a passive the subject that the network gave it as its source, and gives it who stands behind "by"."""
    cue = one.cue
    passive = _participle(text, cue) if cue else None
    if cue is None or passive is None or any(page.within(place) for place in cue):
        return
    verb, at = passive
    if not (one.sources and _is_agent(text, cue, one.sources[0])):
        agent = _agent(text, at)
        # Ordered by festivals in Lima; but ordered by the court to pay.
        said = agent and (verb != "ordered" or text.startswith(" to ", agent[1]))
        one.sources = [agent] if agent and said else []
        one.content = [_behind(span, one.sources) for span in one.content]
    behind = [span for span in one.content if span[0] >= cue[1]]
    if verb in _ADDRESSING and (behind or text[slice(*cue)].endswith(" by")):
        # Without words behind it, what is told stands before who was told: It leaks, | the court | was told by Lind.
        reach = _BEFORE if behind else 1
        one.content = [span for span in one.content if not _is_subject(text, span, cue, page, reach)]


def _participle(text: str, cue: Span) -> tuple[str, int] | None:
    """The participle of a cue that is done to its subject, and where "by" may follow; None for any other cue."""
    if not any(word in text[cue[0] : cue[1]].lower() for word in ("ed", "told", "forbidden")):
        return None
    start = max(0, cue[0] - _BEFORE)
    found = _PASSIVE.search(text, start, cue[1]) or _OPENING.search(text, start, cue[1])
    end = found.end() if found else cue[1]
    found = found or _BESIDE.match(text, cue[0])
    verb = found["verb"].lower() if found and found.start("verb") >= cue[0] else None
    return (verb, end) if verb and verb in _DONE else None


def _agent(text: str, at: int) -> Span | None:
    """Who stands behind a "by" at a place, or right before it."""
    match = _AGENT.match(text, at)
    return match.span("who") if match and not _NO_AGENT.match(match["who"]) else None


def _is_agent(text: str, cue: Span, source: Span) -> bool:
    """Whether a source stands right behind the cue, or behind "by": was asked | by the wardens; "No," asked Lind."""
    between = text[cue[1] : source[0]].strip() if source[0] >= cue[1] else "before"
    return between in ("", "by") or between.endswith(" by")


def _behind(span: Span, sources: list[Span]) -> Span:
    """Without who speaks, where the words begin with that: by | the wardens to inspect it."""
    end = sources[0][1] if sources and span[0] <= sources[0][0] < span[1] else span[0]
    return (min(end, span[1]), span[1])


def _is_subject(text: str, span: Span, cue: Span, page: Page, reach: int) -> bool:
    beside = span[1] <= cue[0] and not page.within(span[0]) and not page.sentence_ends(text, span[0], cue[0])
    return beside and cue[0] - span[1] <= reach
