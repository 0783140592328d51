"""Gives each quotation whole to one attribution: the marks know where words begin and end, the network does not."""

from bisect import bisect_left, bisect_right

from service.extraction.contents import WORD
from service.extraction.marks import Quotation
from service.extraction.names.words import sentence_start
from service.extraction.sharing import Attribution, Page
from service.extraction.stance import is_speech
from service.extraction.tellers import is_of_some_voice
from service.records import Span
from service.regex import regex

_SENTENCE_END = (".", "!", "?", ",", "…", "—", "–")
_LITTLE = regex(
    r"(?:an?|and|as|at|by|de|del|der|des|di|do|du|for|from|in|into|is|la|las|los|of|on|or|over|the|to|und|with|y|\d+)$"
)
_SENTENCES = regex(r"[.!?](?!$|:)|[!?]$")
_SUBORDINATE = regex(
    r"[“\"'‘]*(?:When|While|As|After|Before|Although|Though|Because|Since|If|Until|Unless|Once|In|At|On|With|Amid|Despite"
    r"|From|For|By|During|Under)\s"
)
_BREAK = regex(r"[.!?;:“”„«»\"\n]|''")
# An oven that everybody calls "the Lung": behind these, words with capitals are a name, not a judgement.
_NAMING = regex(r"\b(?:call|calls|known|names?|named|nicknames?|nicknamed|titles?|titled|entitled|christened|dubbed)$")
# Polish for "until we meet again"; translated as "good day".
_TRANSLATED = regex(
    r"\b(?:(?:Latin|Greek|Arabic|Hebrew|French|Dutch|Farsi|Urdu|Hindi|Swahili|[A-Z][a-z]+(?:ish|ese|ian)) for"
    r"|translat(?:es|ed)(?: roughly| loosely| literally)? (?:as|to)) $"
)
_BEFORE = 50  # characters looked at before an opening mark
_CLAUSE = 400  # characters between a cue and what goes on its clause; a text may be one long sentence
_TO_SECOND = 12  # characters between source and cue: "the mayor also said"
TITLE_WORDS = 8
_WITH_SUBTITLE = 16  # words of "Backfire: The Rise and Fall of a Harbour Town"
STATEMENT_WORDS = 4  # a shorter stretch in marks that nothing links is a term or a title


def settle(text: str, page: Page, groups: dict[int, Attribution], sources: list[Span]) -> list[Quotation]:
    """Gives each quotation whole to the one attribution that holds most of it; returns those that none holds.

    The network cuts a quotation in two, or stops short of its closing mark; the marks know better. An attribution
    told entirely inside a quotation goes with it to the one outside, whose words those are; but it stands when
    nobody is named beside the quotation (a stray pair of marks around a paragraph).
    """
    by_quotation: dict[int, dict[int, int]] = {}
    for key, group in groups.items():
        for span in group.content:
            for index in _touched(page.outer, span):
                overlap = min(span[1], page.outer[index].end) - max(span[0], page.outer[index].start)
                held = by_quotation.setdefault(index, {})
                held[key] = held.get(key, 0) + overlap
    loose = []
    cues = sorted((group.cue, key) for key, group in groups.items() if group.cue)
    for index, quotation in enumerate(page.outer):
        held = by_quotation.get(index, {})
        holders = {key: groups[key] for key in held}
        if _TRANSLATED.search(text, max(0, quotation.opened_at - _BEFORE), quotation.opened_at):
            _give(quotation, None, holders)  # nobody said it so
            continue
        if is_of_some_voice(text, quotation.closed_at):
            _give(quotation, None, holders)
            loose.append(quotation)
            continue
        own = _own_cue(text, page, quotation, cues, sources)
        if own is not None and (held or _is_statement(text, quotation)) and not _is_named(text, quotation):
            _give(quotation, own, holders | {own: groups[own]})
            continue
        outside = {key: size for key, size in held.items() if not _inside(groups[key].cue, quotation)}
        if len(outside) < len(held) and not any(_shares_line(page, groups[key].cue, quotation) for key in outside):
            _give(quotation, None, {key: groups[key] for key in outside})
        elif outside and quotation.closed:
            owner = _owner(text, page, quotation, groups, outside, cues)
            _give(quotation, owner, holders if owner is None else holders | {owner: groups[owner]})
        elif not held and _is_statement(text, quotation):
            loose.append(quotation)
    return loose


def _owner(
    text: str,
    page: Page,
    quotation: Quotation,
    groups: dict[int, Attribution],
    outside: dict[int, int],
    cues: list[tuple[Span, int]],
) -> int | None:
    """Whose a quotation is of those outside that the network gave some of it, told by how much; None for nobody's."""
    owner = max(outside, key=lambda key: outside[key])
    if _is_of_clause_before(text, page, quotation, groups[owner].cue, cues):
        return _cue_before(text, page, quotation, cues)
    return None if _only_names(text, quotation, groups[owner]) else owner


def _own_cue(
    text: str, page: Page, quotation: Quotation, cues: list[tuple[Span, int]], sources: list[Span]
) -> int | None:
    """The cue that follows a quotation with its source: "No," said Lind. "Yes," Okoro said. Nobody else can own it.

    A comma inside or behind the marks, or a small letter behind them, tells that the sentence goes on. Without the
    source the cue may be of what comes next: Lind said "no," adding "never".
    """
    at = bisect_left(cues, quotation.closed_at, key=lambda cue: cue[0][0])
    if not quotation.closed or at == len(cues) or page.line(cues[at][0][0]) != page.line(quotation.start):
        return None
    cue, key = cues[at]
    place = bisect_left(sources, quotation.closed_at, key=lambda span: span[0])
    source = sources[place] if place < len(sources) else (len(text), len(text))
    first, second = sorted((cue, source))
    behind = text[quotation.closed_at : quotation.closed_at + 3].strip()
    goes_on = text[quotation.end - 1] == "," or behind[:1] == "," or behind[:1].islower()
    near = first[0] - quotation.closed_at <= 3 and 0 <= second[0] - first[1] <= _TO_SECOND
    if not goes_on or not near or _BREAK.search(text, first[1], second[0]):
        return None
    return None if _is_of_clause_before(text, page, quotation, cue, cues) else key


def _is_of_clause_before(
    text: str, page: Page, quotation: Quotation, cue: Span | None, cues: list[tuple[Span, int]]
) -> bool:
    """Whether a quotation goes on a clause, and the cue, none of saying, begins another behind it: When Okoro called
    them "good neighbours", the crowd laughed.
    """
    if cue is None or cue[0] < quotation.closed_at or not text[quotation.start].islower():
        return False
    if text[quotation.end - 1] != "," and text[quotation.closed_at : quotation.closed_at + 1] != ",":
        return False
    before = text[max(0, quotation.opened_at - 2) : quotation.opened_at].strip(" \u00a0")
    if not before[-1:].isalnum() or is_speech(text, cue):
        return False
    opening = sentence_start(text, quotation.opened_at)
    told = _cue_before(text, page, quotation, cues) is not None
    return told or _SUBORDINATE.match(text, opening, quotation.opened_at) is not None


def _cue_before(text: str, page: Page, quotation: Quotation, cues: list[tuple[Span, int]]) -> int | None:
    """The last verb of saying before a quotation in its sentence."""
    at = bisect_left(cues, quotation.opened_at, key=lambda cue: cue[0][0]) - 1
    cue, key = cues[at] if at >= 0 else ((0, 0), None)
    beside = page.line(cue[0]) == page.line(quotation.start) and quotation.opened_at - cue[1] < _CLAUSE
    if not beside or page.sentence_ends(text, cue[1], quotation.opened_at) or not is_speech(text, cue):
        return None
    return key


def _touched(outer: list[Quotation], span: Span) -> range:
    low = bisect_right(outer, span[0], key=lambda quotation: quotation.end)
    return range(low, bisect_left(outer, span[1], key=lambda quotation: quotation.start))


def _inside(span: Span | None, quotation: Quotation) -> bool:
    return span is not None and quotation.start <= span[0] < quotation.end


def _shares_line(page: Page, cue: Span | None, quotation: Quotation) -> bool:
    return cue is not None and page.line(cue[0]) == page.line(quotation.opened_at)


def _give(quotation: Quotation, owner: int | None, holders: dict[int, Attribution]) -> None:
    """`holders` are those whom the network gave some of it; all but the owner, if there is one, lose that."""
    whole = (quotation.start, quotation.end)
    for key, group in holders.items():
        if key == owner:
            group.content = _joined([*group.content, whole])
            group.sources = [span for span in group.sources if not _inside(span, quotation)]
        else:
            group.content = [part for span in group.content for part in _cut(span, quotation)]


def _cut(span: Span, quotation: Quotation) -> list[Span]:
    """The parts of a span outside a quotation and its marks."""
    parts = [(span[0], min(span[1], quotation.opened_at)), (max(span[0], quotation.closed_at), span[1])]
    return [part for part in parts if part[0] < part[1]]


def _joined(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _is_statement(text: str, quotation: Quotation) -> bool:
    """Whether unlinked words in marks look said: a whole sentence, not a term, a title or a scare quote."""
    words = text[quotation.start : quotation.end].strip()
    said = WORD.findall(words)
    whole = words.endswith(_SENTENCE_END) and (words[0].isupper() or not words[0].isalpha())
    return len(said) >= STATEMENT_WORDS and whole and not _is_title(said, ":" in words)


def _only_names(text: str, quotation: Quotation, group: Attribution) -> bool:
    """Whether the quotation is a title, not said: no cue stands right before it, nothing around it is content."""
    if not _is_named(text, quotation) or group.cue is None:
        return False
    beside = 0 <= quotation.opened_at - group.cue[1] <= 2 and not _NAMING.search(text, *group.cue)
    alone = all(
        quotation.opened_at <= span[0] and span[1] <= quotation.closed_at
        for span in group.content
        if span[0] < quotation.end and quotation.start < span[1]
    )
    return alone and not beside and not _SENTENCES.search(text[quotation.start : quotation.end].strip())


def _is_named(text: str, quotation: Quotation) -> bool:
    words = WORD.findall(text, quotation.start, quotation.end)
    return len(words) > 1 and _is_title(words, ":" in text[quotation.start : quotation.end])


def _is_title(words: list[str], subtitle: bool) -> bool:
    """A title of a work: short, longer with a subtitle, and every word but the little ones with a capital."""
    return (
        len(words) <= (_WITH_SUBTITLE if subtitle else TITLE_WORDS)
        and all(word[0].isupper() or _LITTLE.match(word) for word in words[1:])
        and sum(word[0].isupper() for word in words) >= len(words) / 2
    )
