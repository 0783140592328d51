"""Says in what manner some words answer: flatly, with records in hand, mocking, granting or promising."""

import re
from functools import lru_cache

from service.regex import regex

_FUTURE = r"will|would|shall|['’]ll|going to"
_PATTERNS = {
    # No tram had been, every sheet, up to date: no room is left.
    "absolute": r"\b(?:every\w*|all|always|never|no|nobody|no one|none|nothing|not one|only|any|both|"
    r"each|whole|entire\w*|"
    r"at all times|up to date|in full|throughout)\b",
    "records": r"\b(?:records?|register\w*|log\w*|receipts?|documents?|papers?|photograph\w*|pictures?|video|footage|"
    r"recording|tapes?|cameras?|certificate\w*|sheets?|slips?|invoice\w*|ticket\w*|passes|plans|data|tests?|samples?|"
    r"inspection\w*|inspected|accounts|books|audit\w*|signed|witness\w*|minutes|contract)\b",
    # It was the union that broke off the talks.
    "cleft": r"^\W*it (?:is|was) (?!not\b)(?:[\w.’'-]+ ){1,5}?(?:who|that)\b",
    # It had been repaired; both letters were signed for: of what was spoken of before.
    "pronoun": r"^\W*(?:that )?(?:it|they|he|she|there|this|these|those)\b",
    "quantity": r"^\W*(?:that )?(?:both|all|every|each|no|none|nobody|neither|not|only|most|half|fewer|more)\b",
    "self": r"\b(?:him|her|it|them)sel(?:f|ves)\b",
    "mockery": r"\b(?:cloud cuckoo|dream\w*|imagin\w*|drinking|drunk|different (?:stadium|planet|match|game|world)|"
    r"another planet|unicorns?|santa|martians?|fairy|fairies|joke|laugh\w*|circus|theat\w+|movie|film|novel|fiction|"
    r"comed\w+|glasses|optician|mad|crazy|insane|invent\w*|pencil|arithmetic|sums?|maths?|homework)\b",
    "challenge": r"\b(?:why (?:would|should|on earth)|where (?:is|are|was|were)|who (?:has|have|would|"
    r"could)|how (?:could|"
    r"can|would)|does (?:this|that|it|he|she)|do (?:i|we|they)|show (?:me|us)|since when|is that|name one)\b.*\?",
    "question": r"\?",
    "agreement": r"\b(?:indeed|not wrong|right(?:ly)?|correct|agree(?!ment)\w*|admit\w*|acknowledg\w+|conced\w+|"
    r"confirm\w*|"
    r"accept\w*|regret\w*|apolog\w*|sorry|asham\w+|mistakes?|true|share[sd]?|welcom\w+|yes|unfortunate\w*|the same|"
    r"likewise|too|also|quarrel|had to)\b",
    "promise": rf"\b(?:{_FUTURE}|plans?|intends?|hopes?|expects?|investigat\w*|inquir\w*|review\w*|look(?:ing)? into|"
    r"examin\w*|audit\w*|await\w*|probe\w*|"
    r"seriously|set up (?:an? )?(?:\w+ )?(?:board|panel|commission|committee|team)|suspended|"
    r"co-?operat\w*|study\w*|studied)\b",
    "aside": r"\b(?:let (?:him|her|them|the)|no place for|not the (?:time|place|moment)|time for|pray\w*|"
    r"thinking|thoughts|prayers|"
    r"condolences|families|grateful|proud|lovel\w+|beautiful|record|busy|other matters?|focus\w*|concentrat\w*|next "
    r"(?:match|week|game))\b",
    "reason": r"\b(?:because|due to|owing to|so that|in order to|for the|as part of|to (?:dig|make|protect|save|help|"
    r"improve|repair|clear))\b",
    "figures": r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|"
    r"thousand|million|half|third|quarter|twice|once)\b",
    "past": r"\b(?:had|was|were|did|\w+ed)\b",
}
_MANNERS = {name: regex(pattern, re.S) for name, pattern in _PATTERNS.items()}
_OFFICE = regex(
    r"\b(?:spokes\w+|lawyer|attorney|counsel|solicitor|agent|director|manager|minister|ministry|secretary|chief|head|"
    r"owner|chair\w*|president|company|firm|club|council|mayor|commission\w*|management|defen[cs]e|superintendent|"
    r"governor|operator|government|office|department|agency|bank|captain|coach|editor|founder|official|warden|"
    r"commander|general|colonel|police|diplomat|envoy|ambassador|courtier|supervisor|foreman|aide|representative|"
    r"communiqu\w+|press release|notice|bulletin)\b",
)
_UMPIRE = regex(r"\b(?:court|judge|jury|tribunal|inquiry|auditor|ombudsman|experts?|analysts?|scientists?)\b")
_FELLOW = regex(r"\b(?:another|other|also|fellow|too|rival|competitor)\b")
_CONCERNED = regex(
    r"\b(?:workers?|employees?|staff|strikers?|residents?|villagers?|neighbou?rs?|tenants?|parents?|pupils?|"
    r"students?|"
    r"teachers?|nurses?|doctors?|patients?|passengers?|customers?|drivers?|farmers?|growers?|fishermen|fans?|"
    r"runners?|"
    r"shareholders?|famil(?:y|ies)|relatives|victims?|survivors?|witness\w*|activists?|campaigners?|protest\w+|"
    r"critics?|"
    r"opposition|union|association|league|federation|charity|group|researchers?|scientists?|inspectors?|journalists?|"
    r"newspaper|magazine|whistle-?blowers?|former|ex)\b",
)
_ANSWERING = regex(
    r"\b(?:repl|respon|answer|retort|counter|rejoin|hits? back|shot back|insist|maintain|contend|object|protest|"
    r"stress|"
    r"point|correct|contradict|rebut|assur|emphasi|underlin|explain|observ)\w*",
)
_CHARGING = regex(
    r"\b(?:accus|alleg|blam|claim|charg|complain|fum|contend|suspect|suggest|warn|reveal|report|wrote|writes|found|"
    r"testif|denounc|protest)\w*",
)
_IN_REPLY = regex(
    r"\bin (?:reply|response|answer|turn|return)\b|"
    r"\b(?:different|another|other|opposing|conflicting|contradictory|rival) (?:"
    r"accounts?|versions?|stor(?:y|ies)|figures?|views?|pictures?|tales?|explanations?)\b|"
    r"\b(?:the (?:reverse|opposite|contrary)|disagree[sd]?|contradict(?:s|ed))\b|"
    r"\b(?:otherwise|differently|rejoinder|shown|asked about|when asked|confronted|put to|read out to|"
    r"reached (?:by|in|at)|(?:its|his|her) (?:answer|reply|response)|defen[cs]e)\b",
)

# Behind an answer: the leaflet was its reply to Lind; he was answering a columnist; the assurance followed a post.
_REPLYING = (
    r"(?:was|were|is|are) (?:answering|replying|responding|reacting)|(?:was|is|came as) (?:its|his|her|their|the|a|"
    r"an) "
    r"(?:reply|answer|response|rejoinder|retort)|(?:follow(?:s|ed)|came (?:\w+ ){0,3}after) "
    r"(?:an? |his |her |its |their |claims|allegations|reports|accusations|remarks|the (?:[\w’'-]+ ){0,2}?(?:claims?|"
    r"allegations?|reports?|accusations?|remarks|posts?|complaints?|statements?|letters?|articles?|interviews?)\b)"
)
_REPLY = regex(rf"\b(?:{_REPLYING})")
_ANSWERED = regex(
    rf"\b(?:{_REPLYING}|in (?:reply|response|answer) to|"
    r"(?:(?:minutes|hours|days|weeks)|an hour|a day|a week) after [^.,;]{0,90}?"
    r"\b(?:told|said|wrote|publish|accus|claim|report|post|alleg)|"
    r"(?:he|she|it|they) had (?:just )?been (?:shown|asked|sent|read|handed)|"
    r"(?:reported|wrote|claimed|alleged) (?:last|this|earlier this) \w+ that|"
    r"(?:had|has) (?:earlier |first )?(?:claimed|alleged|accused|made the (?:accusation|allegation|claim|charge))|"
    r"had (?:told|said|written|reported)\b)",
)


@lru_cache(maxsize=1_000)
def manners(words: str) -> frozenset[str]:
    """The names of the manners in which some words speak."""
    plain = words.lower()
    return frozenset(name for name, pattern in _MANNERS.items() if pattern.search(plain))


def holds_office(called: str) -> bool:
    """Whether somebody called so speaks for a body: a spokesman, a director, a company."""
    return _OFFICE.search(called.lower()) is not None


def umpires(called: str) -> bool:
    """Whether somebody called so judges between others: a court, an auditor."""
    return _UMPIRE.search(called.lower()) is not None


def is_fellow(called: str) -> bool:
    """Whether somebody called so stands beside one who spoke before: another officer."""
    return _FELLOW.search(called.lower()) is not None


def is_concerned(called: str) -> bool:
    """Whether somebody called so is of those who bring things up: residents, a union, inspectors, a former clerk."""
    return _CONCERNED.search(called.lower()) is not None


def answers_by(cue: str) -> bool:
    """Whether a cue tells that somebody answers: replied, insisted."""
    return _ANSWERING.search(cue.lower()) is not None


def charges_by(cue: str) -> bool:
    """Whether a cue tells that something is laid to somebody: complained, revealed."""
    return _CHARGING.search(cue.lower()) is not None


def tells_what_is_answered(words: str) -> bool:
    """Whether the words behind an answer tell to what it was one."""
    return _ANSWERED.search(words.lower()) is not None


@lru_cache(maxsize=1_000)
def tells_it_replied(words: str) -> bool:
    """Whether the words behind a statement tell that it was itself a reply: "the leaflet was its answer to Lind"."""
    return _REPLY.search(words.lower()) is not None


def tells_reply(words: str) -> bool:
    """Whether the words around an answer tell that it is one: in reply, gave another account."""
    return _IN_REPLY.search(words.lower()) is not None
