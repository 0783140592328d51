"""Says how words stand to a claim by their form alone: they negate it, or tell it otherwise, or leave it be."""

from functools import lru_cache

from service.disputes.cues import lowered
from service.disputes.words import terms
from service.records import Span
from service.regex import regex

# All are asked of words in lower case: three to five times as fast as a search that ignores case.
_NEGATION = regex(
    r"\b(?:not|never|no|nobody|no[- ]one|nothing|none|nowhere|neither|nor|hardly|without|cannot)\b|n['’]t\b"
)
_MIND = (
    r"(?:comment|know|known|seen?|seem|saw|read|receiv|decid|say|said|speak|spoken?|answer|discuss|respond|intimidat|"
    r"silenc|deterr|bulli|want|wish|intend|tolerat|rest|hesitat|yet|sure|certain|clear|understand|understood|believ|"
    r"think|thought|expect|remember|recall|heard?|inform|notif|contact|consult|told|aware|ready|finish|complet|over|"
    r"forget|forgotten|possible|enough|need|hide|run|fear|afraid|worr|surpris|like|care|mind|regret|plan|view|word|"
    r"opinion|objection|doubt|choice|hurry|secret|position|time|reason|point|idea|interest|wonder|longer|matter)"
    r"(?:e|s|es|ed|d|ing|ied|ies|y)?\b"
)
# What somebody does not know, say, want or plan denies nothing that was done: "has not decided", "no plans to".
_NONCOMMITTAL = regex(
    rf"(?:\b(?:not|never|no one|nobody|none|no|nothing|neither)|n['’]t)\s+(?:\w+ly |yet |even |been |be |being |"
    rf"going "
    rf"to |able to |to |any |an? |the )*{_MIND}|"
    r"\b(?:will|would|shall|cannot|can|could|may|might|should|must)(?: not|n['’]t| never)\b|\b(?:won|can|"
    r"shan)['’]t\b|"
    r"\bcannot\b|"
    r"\b(?:nothing|not) (?:\w+ ){0,4}(?:add|say|tell|hide|fear|report|declare)\b|\bnot (?:only|just|least)\b|"
    r"\bwithout (?:comment\w*|delay|further|question|doubt)\b|\bno (?:later|more|less|fewer) than\b|"
    # Not all, no state may, no government has built more: of some, of the law, of the best.
    r"\bnot (?:all|every|everyone|everybody|always|many|much)\b|\bno [a-z]+ (?:may|can|must|should)\b|"
    r"\b(?:no [a-z]+|nobody|no one|never) (?:has|have|had) (?:ever )?\w+ (?:a |an )?(?:more|better|finer|greater|"
    r"as)\b",
)
# Regret, consent, promises, plans and inquiries: whatever they tell, they do not gainsay.
_YIELDING = regex(
    r"\b(?:sorry|apolog\w+|regret\w*|admit\w*|acknowledg\w+|conced\w+|correct|right|had a point|mistakes?|asham\w+|"
    r"sympath\w+|condolences|seriously|unacceptable|deplor\w+|inquiry|probe|"
    r"concern\w*|sadden\w*|investigat\w+|inquir\w+|review\w*|study\w*|look(?:ing|ed)? into|"
    r"examin\w+|audit\w*|co-?operat\w+|await\w*|wait\w*|will|would|shall|['’]ll|going to|plan(?:s|ned|"
    r"ning)?|intend\w*|hop(?:e|"
    r"es|ed|"
    r"ing)|expect\w*|ready|must|should|ought|may|might|thank\w*|welcom\w+|confident|agree(?!ment)\w*|yes|true|"
    r"looking for|"
    r"urg\w+|ask\w*|call\w* for|if|whether|proud|pleased|glad|wants?|wanted|unfortunate\w*|tragic|tragedy|"
    r"serious(?:ly)?|likewise|as much|the same$)\b|\?",
)
# Words that set one account against another: "only into the air", "both were shown it", "the seals were intact".
_CONTRAST = regex(
    r"\b(?:only|solely|merely|simply|both|each|every (?:single )?(?!body)\w+|whole|entire\w*|always|still|remain\w*|"
    r"instead|"
    r"rather|in fact|actually|in reality|properly|fully|duly|in full|intact|own|before|after|until|since|elsewhere|"
    r"at home|"
    r"throughout|exactly|as (?:agreed|required|usual)|on the contrary|perfectly|normal\w*|sober|awake|alive|safe\w*|"
    r"fewer|half)\b",
)
_OWN = regex(
    r"\b(?:i|we|it|he|she|they|(?:our|my|its|his|her|their)(?: \w+){1,2}) (?:have |has )?(?:had|was|were|did|been|"
    r"\w+ed|sat|"
    r"kept|gave|took|paid|told|went|held|made|sent|met|left|ran|sold|bought|found|saw|came|knew|put|brought|stood)\b",
)
_DENIED = regex(r"\b(?:no|without|not an?|never an?|lack(?:ed|s|ing)?)\s+(?:an?y? )?((?:[\w-]+\s?){1,2})")


_NEGATED = regex(
    r"\W*(?:of |for )?(?:(?:[\w'’-]+ ){0,7}?(?:of|for) |(?:[\w'’-]+ ){0,5}?|(?:[\w'’-]+ ){0,10}?(?=never))(?:not|"
    r"never|no|without)\b"
    r"|[^.;]{0,60}\w+n['’]t\b|"
    r"\W*(?:of |for |(?:[\w'’-]+ ){1,4}?(?:had |has |have )?|(?:[\w'’-]+ ){1,6}?of )?"
    r"(?:failing|failed|fails|refusing|refused|refuses|neglect(?:ing|ed|s)|ignor(?:ing|ed|es)|lack(?:ing|ed|s)"
    r"|withh(?:olding|eld)|breach(?:ing|ed)|"
    r"violat(?:ing|ed)|flout(?:ing|ed|s)|def(?:ied|ying|ies)|disregard(?:ing|ed|s)|skipp(?:ing|ed))\b",
)


@lru_cache(maxsize=1_000)
def negates(words: str) -> bool:
    """Whether they say of something done that it was not; "has not decided" says nothing of the kind."""
    plain = words.lower()
    return _NEGATION.search(plain) is not None and _NEGATION.search(_NONCOMMITTAL.sub(" ", plain)) is not None


def negation(text: str, span: Span) -> Span | None:
    """The first word that negates in a stretch of a text."""
    found = _NEGATION.search(lowered(text), *span)
    return found.span() if found and negates(text[slice(*span)]) else None


def yields(words: str) -> bool:
    """Whether they regret, consent, promise or ask, or only tell what is not known or decided: they do not gainsay."""
    plain = words.lower()
    return _YIELDING.search(plain) is not None or (_NONCOMMITTAL.search(plain) is not None and not negates(words))


def contrasts(words: str) -> bool:
    """Whether they set one account against another: only, both, still, instead."""
    return _CONTRAST.search(words.lower()) is not None


def denied(words: str) -> frozenset[str]:
    """The stems of the things they say were not there: no permit, without a permit."""
    return frozenset().union(*(terms(match[1]) for match in _DENIED.finditer(words.lower())))


def speaks_of_itself(words: str) -> bool:
    """Whether they are about those who say them: we, our, its."""
    return _OWN.search(words.lower()) is not None


@lru_cache(maxsize=1_000)
def is_negative(words: str) -> bool:
    """Whether a proposition says that something was not done: of failing to, has not, without."""
    return _NEGATED.match(words.lower()) is not None
