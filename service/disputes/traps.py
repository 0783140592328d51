"""Knows what looks like a denial and is none: no comment, something withheld, somebody sacked, a bill voted down."""

import re
from collections.abc import Iterator
from itertools import chain

from service.disputes.cues import cue, cues, lowered
from service.disputes.tables import section
from service.records import Span
from service.regex import regex

_NOT = r"(?:not|never|n['’]t)"
# Most are asked of words in lower case: three to five times as fast as a search that ignores case.
_SILENT = regex(
    rf"\b(?:declin\w+|refus\w+|unwilling|unable|not willing|reluctant) to (?:\w+ly )?(?:comment|say|discuss|answer"
    rf"|confirm|deny|elaborate|be drawn|respond|address|speculate|provide (?:a )?comment)\b|"
    rf"\b(?:would|will|did|does|do|has|have|had|could|can|is|was|were|are)(?: ?{_NOT}) (?:yet |immediately "
    rf"|directly |explicitly |publicly |formally |outright |itself |himself |herself |going to |be able to )*"
    rf"(?:respond\w*|comment\w*|contradict\w*|repl(?:y|ied)|answer\w*|return\w*|den(?:y|ied|ying)|disput\w+|contest\w*|rul(?:e|ed"
    rf"|ing) out|address\w*|elaborat\w+|discuss\w*|be drawn|say (?:whether|if)|reject\w*|confirm\w*"
    rf"|immediately available)\b|"
    rf"\b(?:policy|practice|custom|habit)\b[^.;]{{0,60}} not to \w+|"
    rf"\b(?:can|could)(?: ?not|n?['’]t) (?:tell|say)\b(?! [^.,;]{{3,40}}? (?:from|apart)\b)|"
    rf"\b(?:can|could|would|will) say (?:nothing|no more|little)\b|"
    rf"\b(?:confirm (?:or|nor) deny|deny (?:or|nor) confirm)\b|"
    rf"\bno comment\b|\bneither (?:confirm|den)\w+|\bnor (?:den|confirm)\w+|\bwithout (?:confirming|denying"
    rf"|commenting)\b|\bstopped short of (?:denying|rejecting)\b|"
    rf"\b(?:no one|nobody|none|few|hardly anyone) (?:\w+ ){{0,5}}?(?:den(?:y|ie[ds])|disput|contest)\w*|"
    rf"\bcannot (?:be denied|deny|be disputed)\b|\bundeniabl\w+|\bthere is no denying\b|"
    rf"\bnot (?:untrue|false|baseless|unfounded|without (?:merit|foundation|basis))\b|"
    rf"\b(?:need|want|ask)\w* (?:for )?(?:more |some )?time\b|\b(?:has|have|had) yet to (?:see|read|receive|study"
    rf"|review)\b|\bonly (?:just )?(?:received|seen|learned|learnt|heard)\b[^.;]{{0,40}}\b(?:report|letter|papers|claim"
    rf"|accusation)s?\b|"
    rf"\b(?:side-?stepp|dodg|evad|duck|parr|skirt|deflect|ignor|avoid|brush|bat)\w* (?:aside |off |away )?"
    rf"(?:\w+ ){{0,2}}?(?:questions?|queries|the (?:issue|subject|matter|point))\b|"
    rf"\b(?:changed|switched) the subject\b|\bsteered clear of\b|"
    rf"\b(?:preferred|wanted|chose|would rather|keen) (?:instead )?(?:to )?(?:talk|speak)\b|"
    rf"\b(?:a different|another|other|quite another) (?:matters?|subjects?|topics?|things?|business) (?:on|in) "
    rf"(?:his|her|its|their) (?:mind|list|agenda)\b|"
    rf"\bspoke (?:only |instead )?(?:of|about) (?:something|other|another)\b|"
    rf"\bnot available for comment\b|\bcould not be reached\b|\bno denial\b|\bdid not answer\b",
)
# "The town hall does not dispute the hour": of the rest it will have more to say.
_DETAIL = regex(
    r" (?:the|that the) (?!claims?\b|allegations?\b|accusations?\b|charges?\b|reports?\b|stor(?:y|ies)\b|"
    r"rumou?rs?\b|facts?\b)"
    r"[a-z]+(?: itself)?(?=[.;](?! but))"
)
_ANSWER_CUE = cue(
    r"comment|contradict|say|discuss|answer|confirm|deny|denie|denia|elaborat|drawn|respon|address|speculat|provid|repl|return|"
    r"disput|contest|rul|reject|immediat|tell|time|see|read|receiv|study|review|report|letter|"
    r"papers|claim|accusation|policy|practice|custom|habit|undeniab|untrue|false|baseless|unfounded|"
    r"without|reached|question|quer|issue|subject|matter|point|clear|talk|speak|spoke|topic|thing|business"
)
_NOT_CUE = cue(
    r"nothing|little|more$|declin|refus|unwill|unable|reluct|not$|never|t$|no$|neither|nor$|without|stopped|nobody|none|few|hardly|cannot|"
    r"undeniab|need|want|ask|yet$|only$|side|dodg|evad|duck|parr|skirt|deflect|ignor|avoid|brush|bat|chang|switch|"
    r"steer|prefer|chose|rather|keen|different|another|other|spoke"
)
# Whoever says so grants what was claimed.
_GRANTED = regex(
    r"\b(?:is|are|was|were|be|['’]s|['’]re|you|they|he|she)(?: not|n['’]t) (?:entirely |altogether |far |"
    r"so )?(?:wrong|mistaken|"
    r"off|exaggerat\w+)\b|"
    r"\b(?:not|n['’]t|never|no|nothing to|nobody) (?:\w+ ){0,2}?(?:quarrel|argue|disagree\w*|object\w*|"
    r"contradict\w*|differ|gainsay|"
    r"take issue|take exception)\b|"
    r"\b(?:did|do|does|had|has|have|was|were|is|are|would) indeed\b|\bindeed (?:been|so|true|right)\b|"
    r"\b(?:said|says|did|got|had) (?:as much|so too|the same)\b|(?:\b(?:is|was|are|were)|['’]re|['’]s) (?:quite |"
    r"absolutely |perfectly |largely |"
    r"broadly |entirely )?(?:right|correct|true|accurate|justified)(?: that| about| to(?! the \w+)| in|[.,;!”\"]|$)|"
    r"\b(?:we|i) (?:do |fully |entirely |also )*(?:agree|concur|admit|accept|acknowledge|concede|share|"
    r"apologi[sz]e|regret|confirm)\b"
    r"(?! (?:that )?(?:no|nothing|none)\b)|"
    r"\b(?:our|my|its) (?:own )?(?:fault|mistake|error|oversight)\b|\bfair (?:point|comment|enough)\b|"
    r"\bhave to admit\b|"
    r"\b(?:i|we|it|he|she|they|(?:our|my|its) \w+) (?:had |have |has |may have )?(?:fell|fallen|fall) short\b|"
    r"\bshould (?:have|never have|not have)\b",
)
GRANTS = cue(
    r"wrong|mistak|off$|exaggerat|quarrel|argue|disagree|object|contradict|differ|gainsay|take$|indeed|much$|too$|same$|"
    r"right$|correct$|true$|accurate$|justified$|agree|concur|admit|accept|acknowledge|concede|share|apologi|regret|"
    r"confirm|fault|error|oversight|fair$|short$|should$"
)
# Where the sentence goes on with a name: "Lind was right Norwind said".
_RIGHT = regex(
    r"(?:\b(?:[Ii]s|[Ww]as|[Aa]re|[Ww]ere)|['’](?:re|s)) (?:(?:quite|absolutely|perfectly|largely|broadly|entirely) )?"
    r"(?:right|correct|true|accurate|justified) [A-Z]"
)
# Confirmed the report, admitted the error, agreed with the finding; not "confirmed the report but".
_CONFIRMED = regex(
    r"(?<!not )(?<!never )(?<!n['’]t )(?<!to )(?<!nor )\b(?P<cue>(?:confirm|admit|conced|acknowledg|accept|corroborat|"
    r"own|endors|agre|grant)(?:s|es|ed|ted|d)?(?: up to| with)?) "
    r"(?:(?:it|this|that|them|as much|so)(?=[.,;:]| and\b| in\b| on\b)|"
    r"(?:(?:the|this|that|these|those|its|his|her|their|all|every) (?:\w+ )?)"
    r"(?:reports?|accounts?|findings?|facts?|figures?|numbers?|criticisms?|claims?|allegations?|accusations?|charges?|"
    r"stor(?:y|ies)|versions?|complaints?|conclusions?|errors?|mistakes?|failures?|failings?|lapses?|faults?|"
    r"breach(?:es)?|shortcomings?|leaks?|overruns?|delays?|loss(?:es)?|incidents?|blame|responsibility|point)\b)"
    r"(?![^.!?]*\b(?:but|though|although|however|only)\b)",
    re.I,
)
_CONFIRM_CUE = cue("confirm|admit|conced|acknowledg|accept|corroborat|own$|owns$|owned$|endors|agre|grant")
_AFFIRMED = regex(
    r"\W*(?!(?:what|why|how|when|where|who|whatever)\b)(?:[\w’'-]+ ){1,4}?(?:did|does|do) "
    r"(?!(?:not|so|nothing|no|what\w*|it|this|that|the|everything|all|our|their|an?|any)\b)[a-z]{2,}\b",
    re.I,
)
_UNGRANTED = regex(r"\b(?:not|n['’]t|never|neither|nor|no longer|hardly|cannot|untrue)\b[^.;,]{0,24}$", re.I)
_IF = regex(
    r"\b(?:if|unless|whether|in case|assuming|provided that|supposing|even if|were (?:it|they|the) |should (?:it"
    r"|they|the|this|that)\b[^,]{0,40}\b(?:prove|turn|be))\b",
)
_YET_TO_COME = regex(
    r"\b(?:(?:expect|want|urg|ask|invit|challeng|wait)\w* [^.,;]{2,60} to|would|will|could|may|might|shall|['’]ll|"
    r"should|expected to|likely to|plans? to|going to|intends? to"
    r"|free to|able to|"
    r"ready to|prepared to|asked (?:\w+ )?to|urged (?:\w+ )?to|called on [^.;]{2,40} to|have to|had to|must"
    r"|wants? [^.;]{0,30}to|let\w* \w+)\s+(?:\w+ly |also |not )?$",
)
_LONG_AGO = regex(
    r"\b(?:in|back in|during) (?:the )?(?:(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december) )?(?:1[89]|20)\d\d(?:s)?\b|"
    r"\b(?:\w+ )?(?:years?|decades?) (?:ago|earlier|before)\b|\bat the time\b|\blast (?:year|decade|century)\b"
    r"|\bback then\b|"
    r"\b(?:in|during) (?:an? )?(?:earlier|previous|past|separate|unrelated|different) (?:case|scandal|affair"
    r"|dispute|inquiry|investigation|trial)s?\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve"
    r"|\d+) years (?:ago|earlier)\b",
)
_DIRECT = regex(r"\W*(?:it|this|them|that|so)?\W*")
# What somebody was years ago tells nothing of when they deny: "Lind, her coach at the time, denied".
_APPOSED = regex(
    r",\s+(?!(?:in|back|during|at|\w+ (?:years?|decades?))\b)[^,;“”\"]{3,90},(?:\s+(?:has|have|had|also|\w+ly))*\s*$",
)
_NOW = regex(r"\b(?:denies|deny|rejects?|disputes?|dismisses|calls?|refutes?|rebuts?|contests?|disavows?)$")
# It denied such tests throughout the 1960s, or until 2008: how long, whatever was denied.
_FOR_LONG = regex(
    r"\b(?:throughout|until|up to|(?:well|deep) into|right through) (?:the |late |early |mid-)*(?:1[89]|20)\d\ds?\b|"
    r"\bfor (?:years|decades|generations|half a century)\b(?= (?:before|until|after|and then|afterwards))",
)
_FORMERLY = regex(r"\b(?:successive|previous|earlier|past|former)\s+\w+s\b|\bused to\s*$")
_OTHER_CLAIMS = regex(
    r"\b(?:similar|other|separate|unrelated|previous|earlier|past|different|comparable|older)\s+(?:\w+ )?"
    r"(?:claims?|allegations?|accusations?|charges?|reports?|rumou?rs?|criticisms?|complaints?)\b",
)
_WITHHELD = regex(
    r"\W*(?:(?-i:[A-Z][\w'’-]+) (?:an?|any)\b|"
    r"(?:him|her|them|us|me|people|citizens|residents|workers|prisoners|reporters|journalists|inspectors"
    r"|lawyers|families|observers|relatives|patients|monitors|investigators|visitors|students|doctors"
    r"|refugees)\b(?! (?:of|that|claims?|allegations?|accounts?))|"
    r"(?:(?:an?|the|any|his|their|its|my|our|her)\s|[\w’']+['’]s?\s)?(?:[\w’'-]+ ){0,3}?(?:visas?|entry|access|bail"
    r"|permission|permits?|"
    r"(?:a )?requests?|applications?|petitions?|appeals?|motions?|asylum|parole|coverage|benefits|loans?"
    r"|licen[cs]es?|passage|"
    r"credentials?|accreditation|funding|treatment|admission|citizenship|tenure|promotion|clearance|consent|service"
    r"|medical care|help|aid|water|food|landing rights|extension|refund|compensation|pension)\b)",
    re.I,
)
# To deny letting water out withholds none; to deny funding or landing rights does.
_DOING = regex(r"\W*(?!funding|housing|parking|landing|planning|boarding|lodging|hearing|training)[a-z]{2,}ing\b")
_BEFORE_PASSIVE = regex(r"\b(?:is|are|was|were|been|being|be|got|get)\s+(?:\w+ly )?$", re.I)
_FIRST_WORDS = 5


def silent(text: str, clause: Span) -> bool:
    """Whether a clause only says that somebody gave no answer, or did not deny."""
    return any(silences(text, clause))


def silences(text: str, clause: Span) -> Iterator[Span]:
    """Where a clause says that somebody gave no answer, or did not deny."""
    here = cues(text, clause)
    if _NOT_CUE & here and _ANSWER_CUE & here:
        for match in _SILENT.finditer(lowered(text), *clause):
            if not _grants_a_detail(text, match, clause[1]):
                yield match.span()


def _grants_a_detail(text: str, match: re.Match[str], end: int) -> bool:
    return match[0].startswith("do") and _DETAIL.match(text, match.end(), end) is not None


def granted(words: str) -> bool:
    """Whether some words grant what was said before: "they are not wrong", "had indeed been shut"."""
    if not GRANTS & cues(words, (0, len(words))):
        return False
    found = chain(_GRANTED.finditer(words.lower()), _RIGHT.finditer(words))
    return any(not _UNGRANTED.search(words[: match.start()]) for match in found)


def confirms(text: str, span: Span) -> Span | None:
    """The verb by which somebody grants in a stretch of a text what was said, and turns to nothing else by "but"."""
    found = _CONFIRMED.search(text, *span) if _CONFIRM_CUE & cues(text, span) else None
    return found.span("cue") if found else None


def affirms(words: str) -> bool:
    """Whether some words begin with what they say was indeed done: "the jets did fly"."""
    return _AFFIRMED.match(words) is not None


def conditional(text: str, clause: Span, at: int) -> bool:
    """Whether what stands at `at` is said for a case only, or has yet to be said."""
    before = lowered(text)[clause[0] : at]
    return bool(_IF.search(before) or _YET_TO_COME.search(before))


def bygone(text: str, sentence: Span, verb: Span) -> bool:
    """Whether the sentence tells of a denial of long ago, or of other claims; dates within what is denied do not count.

    "In 2009 it denied dumping" is of long ago, "it denied dumping waste in 2009" is not.
    """
    text = lowered(text)
    if _NOW.search(text, *verb):
        return False
    told = verb[0] - len(apposed[0]) if (apposed := _APPOSED.search(text[sentence[0] : verb[0]])) else verb[0]
    behind = text[verb[1] : min(sentence[1], verb[1] + 60)]
    direct = _DIRECT.match(behind)
    tail = behind[direct.end() : direct.end() + 40] if direct else ""
    return bool(
        _LONG_AGO.search(text, sentence[0], told) or _LONG_AGO.match(tail) or _OTHER_CLAIMS.match(behind.lstrip())
        or _OTHER_CLAIMS.search(text, verb[1], min(sentence[1], verb[1] + 40))
        or _FOR_LONG.search(text, verb[1], sentence[1])
        or _FORMERLY.search(text, max(sentence[0], verb[0] - 40), verb[0])
    )  # fmt: skip


def withheld(text: str, verb: Span, end: int) -> bool:
    """Whether to deny is here to withhold: a visa, bail, access; "the man was denied" as well."""
    if _BEFORE_PASSIVE.search(text[max(0, verb[0] - 20) : verb[0]]):
        return not re.match(r"\W*by\b", text[verb[1] : verb[1] + 8])
    if _DOING.match(text, verb[1], end):
        return False
    return _WITHHELD.match(text, verb[1], min(end, verb[1] + 80)) is not None


def of_a_person(text: str, verb: Span, end: int) -> bool:
    """Whether somebody was dismissed, not something said: "dismissed the minister", "dismissed 40 workers"."""
    return bool(section("persons") & _first_words(text, verb[1], end))


def of_a_proposal(text: str, verb: Span, end: int) -> bool:
    """Whether a bill, an appeal, an offer was turned down."""
    return bool(section("proposals") & _first_words(text, verb[1], end))


def _first_words(text: str, start: int, end: int) -> set[str]:
    clause = re.split(r"[,.;]|\b(?:as|that|of|for|by|to|over)\b", text[start:end], maxsplit=1)[0]
    return {re.sub(r"['’]s$", "", word.lower()) for word in re.findall(r"[\w'’-]+", clause)[:_FIRST_WORDS]}
