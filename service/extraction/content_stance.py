"""Says what a statement does by how its words begin, where its cue ("said", "added", a colon) does not tell."""

import re

from service.extraction.cue_words import known_words, words_of
from service.records import Stance
from service.regex import regex

_CLAIM = (
    r"(?:claims?|allegations?|accusations?|charges?|reports?|rumou?rs?|suggestions?|assertions?|insinuations?|"
    r"stor(?:y|ies)|statements?|theor(?:y|ies)|lawsuits?|complaints?|notions?|indictment|dossier)"
)
_FALSE = (
    r"(?:un(?:true|founded|substantiated)|false(?:hoods?)?|baseless|groundless|fabricat\w+|invent(?:ed|ions?)|"
    r"nonsens\w*|absurd\w*|ridiculous|ludicrous|preposterous|laughable|lies?|fictions?|fictitious|fantas(?:y|ies)|"
    r"fake|hoax|myth|smears?|slander\w*|libel\w*|defam\w+|witch[- ]?hunt|rubbish|bogus|misleading|incorrect|"
    r"inaccurate|wrong(?! to\b)|pretext|far-fetched|not (?:true|correct|accurate|the case)|made up|"
    r"without (?:merit|foundation|basis|substance)|no (?:merit|basis|foundation|truth|substance))"
)
_BE = r"(?:(?:is|are|was|were|be|been|being|as|had|has|have|contain\w*|amount\w* to)\b|['’]s\b|['’]re\b)"
_DEGREE = (
    r"(?:\W*\b(?:\w+ly|a|an|the|pure|total|utter|absolute|complete|just|all|simply|so|patent|nothing but|another)\b)"
    r"{0,3}"
)
_JUDGED_FALSE = rf"{_DEGREE}\W*\b{_FALSE}\b"
_REJECTIONS = (
    regex(rf"\W*(?:that )?{_JUDGED_FALSE}", re.I),
    regex(rf"\W*(?:that )?(?:it|this|that|these|those|they|all (?:of )?this)\W{{0,2}}{_BE}{_JUDGED_FALSE}", re.I),
    regex(rf"[^.;?!]{{0,60}}\b{_CLAIM}\b[^.;?!]{{0,80}}?\b{_BE}{_JUDGED_FALSE}", re.I),
)
_CALLED_FALSE = regex(
    rf"(?:[^.;?!]{{0,60}}\b{_CLAIM}|\W*(?:it|this|that|them))\b[^.;?!]{{0,60}}?\b{_FALSE}\b|\W*{_JUDGED_FALSE}", re.I
)
_A_CLAIM = regex(rf"[^.;?!]{{0,40}}\b{_CLAIM}\b", re.I)
_EPITHET = regex(
    r"[^.;?!]{0,80}\b(?:liars?|crooks?|criminals?|thie(?:f|ves)|frauds?|traitors?|cheats?|racists?|killers?|thugs?|"
    r"terrorists?|corrupt|crooked)\b",
    re.I,
)
_DENIAL = regex(
    r".{0,200}(?:\bnothing (?:at all )?to do with\b|\b(?:played|had|have|has) no (?:part|role|involvement|hand|"
    r"knowledge|connection)\b|\b(?:not|never|n['’]t) (?:been )?involved\b|\b(?:do|does|did)(?: not|n['’]t) exist\b|"
    r"\bnever (?:happened|existed|occurred|took place)\b|\bno (?:such thing|evidence|proof)\b|"
    r"\black(?:s|ed|ing)? (?:any )?(?:evidence|proof)\b|\binnocent of\b|"
    r"\b(?:is|are|was|were|am)(?: not|n['’]t) (?:guilty|responsible|to blame|behind)\b|"
    r"\bnothing (?:wrong|illegal|improper)\b)",
    re.I | re.S,
)
_NO_COMMENT = regex(r"\W*no comment\b", re.I)
_QUESTION = regex(r"[^.!?]{2,230}\?\W*$")
_DANGER = regex(
    r"[^.;?!]{0,120}\b(?:will|would|could|may|might|can|risk(?:s|ed)?|threaten(?:s|ed)?)\b[^.;?!]{0,60}\b(?:danger\w*|"
    r"disast\w+|catastroph\w+|consequences|chaos|retaliat\w+|collapse|devastat\w+|counter-?productive|backfire|"
    r"escalat\w+|bloodshed)\b"
)
# "it would be wrong", "they would lose": no promises, whoever "it" and "they" are.
_PROMISE = regex(
    r"\W*(?:that )?(?:(?:I|[Ww]e)(?: will| shall|['’]ll| won['’]t| (?:are|am) going to|['’](?:re|m) going to)|"
    r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t) (?:would|will|wo)(?:n['’]t)?)(?: (?:not|never|also|soon|continue to|\w+ly))*"
    r" (?!(?:be|like|love|rather|prefer|have|know|see|lose|need|find|take|mean|make|seem|cost|help|hurt|remain|depend|"
    r"die|suffer|win|want|include)\b)[a-z]+"
)
# The subject of the sentence itself: "he sees a view that taxes must rise" demands nothing.
_OBLIGATION = regex(
    r"\W*(?:that )?(?:(?!(?:that|which|who|because|as|if|when|whether|how|what)\b)[\w'’“”\".-]+ ){1,8}"
    r"(?:should|must|ought to|needs? to)(?: not| never| also| immediately| now)* (?!(?:have|know|be able)\b)[a-z]+",
    re.I,
)
_WRONGDOING = regex(
    r"(?!\W*(?:I|[Ww]e)\b)[^.;?!]{0,80}\b(?:lied|(?:is|are|was|were) (?:lying|cheating|stealing|a liar|liars|corrupt|"
    r"a criminal|criminals|a crook|crooked|a traitor|traitors|racist)|(?:had|has|have) (?:cheated|stolen|rigged|"
    r"covered up|broken the law)|cheated|stole|rigged|covered up|broke the law)\b"
)
_PERFORMED = regex(
    r"\W*(?:I|we|We)\b(?:['’](?:ve|re|m))?(?: (?:also|do|must|have|are|am|therefore|\w+ly)){0,3} (?P<verb>\w+(?: \w+)?)"
)
_BY_BEGINNING: tuple[tuple[Stance, tuple[re.Pattern[str], ...]], ...] = (
    ("decline", (_NO_COMMENT,)),
    ("reject", _REJECTIONS),
    ("deny", (_DENIAL,)),
    ("ask", (_QUESTION,)),
    ("warn", (_DANGER,)),
    ("promise", (_PROMISE,)),
    ("demand", (_OBLIGATION,)),
    ("accuse", (_WRONGDOING,)),
)


def by_beginning(beginning: str) -> Stance:
    """What neutral words ("said") report, by how the content begins: the first kind that fits, else "assert"."""
    performed = _performed(beginning)
    if performed:
        return performed
    fitting = (kind for kind, patterns in _BY_BEGINNING if any(pattern.match(beginning) for pattern in patterns))
    return next(fitting, "assert")


def belittled(said: Stance, beginning: str) -> Stance:
    """Calling a claim baseless, or denouncing a claim, rejects it; calling a man a liar accuses him."""
    if _CALLED_FALSE.match(beginning) or (said == "accuse" and _A_CLAIM.match(beginning)):
        return "reject"
    return "accuse" if _EPITHET.match(beginning) else said


def _performed(beginning: str) -> Stance | None:
    """In "We reject this" and "I urge them" the words do what their verb names."""
    match = _PERFORMED.match(beginning)
    hits = known_words(words_of(match["verb"])) if match else []
    if not hits or hits[0].start or hits[0].sense.stance == "assert" or hits[0].sense.speech is False:
        return None
    return hits[0].sense.stance
