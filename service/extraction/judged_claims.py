"""Tells what others claim from the words that judge it: Lind called US | claims | that she stole it "a lie".

The network takes the noun for a verb, and "Lind claims that she stole it" would be the opposite of what Lind said.
"""

from service.extraction.sharing import Attribution
from service.records import Span
from service.regex import regex

_NOUN = regex(
    r"(?:claims?|allegations?|accusations?|charges?|reports?|suggestions?|assertions?|statements?|complaints?|"
    r"rumou?rs?|arguments?)$",
)
_VERB = regex(
    r"(?:call|describ|dismiss|reject|brand|denounc|label|term|dub|den[iy]|refut|rebut|condemn|decri|decry|mock|"
    r"ridicul|slam)\w*$"
)
_BY = regex(r"\b(?:by|from)$")
_CALLED = regex(
    r"\s(?:is|are|was|were|(?:has|have|had) been) (?:\w+ly )?"
    r"(?:call|describ|dismiss|reject|brand|denounc|label|term|dubb|deni|refut|rebut|condemn|decri|mock|ridicul)\w*ed\b"
)
_FINITE = regex(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|\w{3,}ed|lost|rose|fell|went|came|"
    r"took|gave|made|held|left|ran|cut|paid|sold|bought|kept|knew|met|broke|stole|hid|[a-z]{3,}s)\b"
)
# The paper said it leaks, claims | the mayor denies: what stands behind the noun is said of it.
_REFUSED = regex(
    r"(?:that )?(?:[\w’'.&-]+ ){1,8}?(?:has |have |had )?(?:\w+ly |always |long |since |also |all )*"
    r"(?:den(?:y|ies|ied)|dismiss(?:es|ed)|reject(?:s|ed)?|disput(?:es?|ed)|refut(?:es?|ed)|rebut(?:s|ted)?|contest(?:s|ed)|"
    r"(?:calls?|called|describ(?:es?|ed)|brand(?:s|ed)|labell?(?:s|ed)) (?:as )?(?:\w+ly )?(?:false|baseless|untrue|"
    r"misleading|unfounded|absurd|ridiculous|lies|nonsense))"
    r"(?: (?:as|in|on|to|through|by|at|outright|strongly|strenuously|vehemently|flatly)\b[^.;]*)?[.,”\"]*$"
)

# Dozens died, Lind said, | a claim that the army rejects: what the reporter calls it was not said.
_APPOSED = regex(
    r"(?:an?|the) (?:\w+ )?(?:claim|account|charge|allegation|accusation|assertion|suggestion|version|figure|number|"
    r"view|statement|argument|prediction|denial|description|comparison|reference|allusion)s?\b|"
    r"(?:contradicting|echoing|rejecting|repeating|disputing|referring to|alluding to|citing|quoting)\b"
)
_WHEN = regex(r"[^,.;:“”\"]{0,30}, ")


def join_judged(text: str, groups: dict[int, Attribution]) -> None:
    """Gives a noun without a source, and what it tells, to the verb of judging whose words end right before it."""
    judging = [group for group in groups.values() if group.cue and group.sources and _VERB.search(text, *group.cue)]
    nouns = {
        cue[0]: (index, [cue, *group.content])
        for index, group in groups.items()
        if (cue := group.cue) and not group.sources and _NOUN.match(text, *cue)
    }
    for verb in judging:
        if found := _right_behind(verb, nouns):
            index, told = found
            verb.content += told
            del groups[index]


def keep_authors(text: str, groups: dict[int, Attribution]) -> None:
    """Leaves within the words that judge it who made a claim: rejecting a charge by | the army | that it shot first."""
    for one in groups.values():
        (start, end) = one.sources[0] if one.sources else (0, 0)
        led = next(
            (span for span in one.content if 0 <= start - span[1] <= 1 and one.cue and span[0] > one.cue[1]), None
        )
        if led and _BY.search(text, *led):
            one.content = [(led[0], end) if span == led else span for span in one.content]
            one.sources = []


def without_apposition(text: str, one: Attribution) -> list[Span]:
    """The contents without what stands behind the speaker, after a comma, to call what was said before something."""
    said = [span for span in one.content if one.cue and one.sources and span[1] <= min(one.cue[0], one.sources[0][0])]
    return [span for span in one.content if not said or not _is_apposed(text, one, span)]


def _is_apposed(text: str, one: Attribution, span: Span) -> bool:
    end = max(one.cue[1], one.sources[0][1]) if one.cue else span[0]
    return _WHEN.fullmatch(text, end, span[0]) is not None and _APPOSED.match(text, *span) is not None


def is_of_judge(text: str, one: Attribution) -> bool:
    """Whether what stands behind a noun for a claim only tells who denies it; of the verb, "Lind claims", nothing."""
    if one.cue is None or len(one.content) != 1 or not _NOUN.search(text, *one.cue):
        return False
    verb = _NOUN.match(text, *one.cue) and any(0 <= one.cue[0] - end <= 1 for _, end in one.sources)
    return not verb and _REFUSED.match(text, *one.content[0]) is not None


def before_judgement(text: str, one: Attribution) -> list[Span]:
    """What a noun tells, up to where others judge it: the mayor's claims that it is safe | were called "a joke"."""
    return [_cut(text, span) for span in one.content] if one.cue and _NOUN.match(text, *one.cue) else one.content


def _cut(text: str, span: Span) -> Span:
    judged = _CALLED.search(text, *span)
    told = judged is not None and _FINITE.search(text, span[0], judged.start()) is not None
    return (span[0], judged.start()) if judged and told else span


def _right_behind(verb: Attribution, nouns: dict[int, tuple[int, list[Span]]]) -> tuple[int, list[Span]] | None:
    """Takes out of `nouns`, by where they start, the one that the last words behind a verb lead to."""
    start, end = verb.content[-1] if verb.content else (0, 0)
    if verb.cue is None or start < verb.cue[1]:
        return None
    return next((nouns.pop(at) for at in (end, end + 1) if at in nouns), None)
