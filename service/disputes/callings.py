"""Reads what speakers are called: titles before a name, appositions behind it, and whose they are said to be."""

import re
from collections.abc import Iterable

from service.folding import words_of
from service.identity.places import places_in
from service.records import SpeakerKind
from service.regex import regex

_APPOSITION = regex(
    r",\s+((?:(?:an?|the|its|his|her|their|who|for|of|on behalf)\b|[A-Z]|[a-z]+ (?:of|for|at)\b)[^.;“”\"]{2,90}?)"
    r"(?=[,.;]|\s+(?:said|told|denied)\b)"
)
_PROPER = r"[A-Z](?:[\w'’-]|\.(?=\w))*(?:(?<=\b[A-Z])\.)?"  # no stop of a sentence: "of River Action. Voss said"
_BELONGING = regex(rf"\s+(?:of|for|from|at)\s+((?:the\s+)?{_PROPER}(?:\s+(?:of\s+|for\s+)?{_PROPER})*)")
# "Leader Roger Stannard", "her lawyer Stoyan Rangelov", "The builder, Otabek Soliyev".
_TITLE = regex(r"((?:(?i:the|its|his|her|their|an?)\s)?(?:[\w'’-]+\s){0,2}?[A-Za-z][\w-]+)(?:\s|,\s)$")
_RELATIVE = regex(r"\bwho(?:se)?\s+")
_IDLE = regex(r"who (?:does|did|do|has|had|is|was)(?: not|n['’]t| never)\b|who never\b")  # "who does not read Voss"
# Those who complain of a body from within or beside it do not speak for it.
_APART_FROM = regex(
    r"\b(?:former(?:ly)?|ex-\w+|once|whistle-?blowers?|critics?|opponents?|customers?|patients?|tenants?|passengers?|"
    r"victims?|survivors?|protest\w+|sacked|dismissed|fired|workers?|employees?|staff|residents?|pupils?|students?|"
    r"prisoners?|inmates?|cleaners?|parents?|neighbou?rs?|"
    r"(?!(?:manag|offic|lead|minist|lawy|advis|own|command|organis|organiz)ers|direct)"
    r"[a-z]+(?:ers|ors|men|women) at)\b",
)
# Whoever is called so, and nothing else, is somebody's: "plant manager Dirk Voss".
_RELATIONAL = regex(
    r"\b(?:owner|director|manager|spokes\w+|lawyer|attorney|solicitor|counsel|barrister|chief executive|boss|founder|"
    r"managing|secretary|agent|treasurer|principal|headmaster|headteacher|captain|commander|editor|landlord|chair)\b",
)
_BODIES = (
    r"mission|embassy|consulate|delegation|company|firm|group|ministry|agency|government|union|bank|club|council|party"
)
# The customs service is nobody's of whom a claim may have spoken.
_AUTHORITY = regex(
    r"\b(?:customs|coast ?guard|weather|meteorological|fire|ambulance|tax|prosecut\w+|inspectorate|regulator|watchdog|"
    r"ombudsman|auditor|statistics|electoral)\b",
    re.I,
)
# Whoever is called so speaks for somebody whom the words beside do not name.
_DEPENDENT = regex(
    r"\b(?:his|her|its|their)\s+(?:\w+\s+)?(?:lawyers?|attorneys?|solicitors?|counsel|spokes\w+|office|campaign|party|"
    r"team|ministry|agent|family|owners?|management|chief|director|head)\b|"
    rf"\bthe\s+(?:{_BODIES})\b|\b(?:the|an?)\s+(?:accused|defendants?|suspects?)\b|"
    # Raitis Kalns, who heads the producer; who runs the family firm.
    r"\b(?:heads?|headed|runs?|owns?|leads?|chairs?|manages?|directs?|founded|built up|inherited|speaks? for)\s+"
    r"(?:the|it|his|her|their)\b(?!\s+(?:\w+\s+)?(?:inquiry|investigation|prosecution|case|probe|protest|campaign|"
    r"union|residents|families|opposition|[a-z]+(?:ers|men|ents))\b)",
)
# "The hotel", "the Swedish builder", "a spokeswoman": somebody told of before.
_UNNAMED = regex(
    r"(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)(?: [\w'’-]+){0,2} [a-z][\w'’-]*|"
    r"[Aa]n? (?:\w+ )?(?:spokes\w+|lawyer|aide|representative|diplomat|envoy|courtier|supervisor|foreman|official|"
    r"notice|"
    r"communiqu\w+|statement|press release)(?: [\w ]+)?"
)
_POSSESSIVE = regex(r"(?:his|her|their) ", re.I)
# A rival lender was not told of before; "the Democratic candidate" is often the claimant, by another name.
_OPEN = regex(
    r"(?:an?|another|one|some|other)\b|.*\b(?:candidate|nominee|hopeful|front-?runner|politician|lawmaker|billionaire|"
    r"magnate|tycoon|mogul|veteran|star|native)s?\b",
    re.I,
)
_PERSON = regex(r"(?:[A-ZÀ-Þ][\w'’.-]+\s){1,2}[A-ZÀ-Þ][\w'’-]+")
_BODY = regex(
    r"\b(?:Inc|Corp|Group|Ltd|Company|Bank|Union|Party|Ministry|Council|University|Airlines?|Motors|Energy|Mining|"
    r"Shipping|Steel|Oil|Gas|Power|Water|Foods?|Pharma\w*|Holdings|Industries|Chemicals?|Labs?|Institute|Agency|Police|"
    r"Army|Court|Hospital|Club|League|Federation|Association|Foundation|Trust|Fund|Railways?|Rail|Telecom|Systems|"
    r"Media|"
    r"News|Times)\b"
)
# What somebody is called who answers for one of a kind, and what those of the kind are named.
_KINDS = (
    # The island's fisheries minister: states are written with a capital.
    (regex(
        r"\b[Tt]he (?:island|country|kingdom|republic|emirate|state|nation|archipelago|sultanate|principality)['’]s "
        r"(?:[\w’'-]+ ){0,3}?(?:minist\w+|government|president|premier|spokes\w+|ambassador|envoy|army|authorities|"
        r"governor|foreign office)\b"),
     regex(r"[A-Z]")),
    (regex(
        r"\b(?:[Tt]he (?:\w+ )?|^)(?:rebels?|insurgents?|guerrillas?|fighters|separatists|militants|militia)\b"),
     regex(r"\b(?:front|army|column|brigades?|liberation|resistance|militia|forces|fighters|movement)\b")),
    (regex(r"\b[Tt]he (?:\w+ )?(?:officers|police|gendarmes|troops|soldiers)\b"),
     regex(r"\b(?:police|gendarmerie|army|troops|soldiers|officers|guards?|forces)\b")),
)  # fmt: skip
# "According to Lind, Corvane dumped waste": what she says, not what she is.
_SAYS = regex(r"\bAccording to [^,.;:]{2,70}$")
_TELLS = regex(
    r"\b(?:is|are|was|were|has|have|had|did|does|do|will|would|can|could|may|might|must|should|never|not|[a-z]{2,}ed|"
    r"took|gave|made|paid|sold|bought|kept|hid|stole|let|ran|went|came|knew|left|lost|fell|rose|broke|struck|shot)\b"
)
_APART = 120  # characters in which an apposition ends
_BEFORE = 40  # characters in which a title begins


def title(text: str, at: int) -> str:
    """What stands before a name that begins at `at`."""
    before = text[max(0, at - _BEFORE) : at] if at > 0 else ""
    found = _TITLE.search(before) if before[-1:].isspace() else None
    return found[1] if found else ""


def beside(text: str, end: int) -> str:
    """The apposition behind a name that ends at `end`: ", a lawyer for Corvane,"."""
    found = _APPOSITION.match(text, end, end + _APART) or _BELONGING.match(text, end, end + _APART)
    if found is None or _IDLE.match(found[1]):
        return ""
    if _SAYS.search(text[max(0, end - _APART) : end]) and _TELLS.search(found[1]):
        return ""
    return _RELATIVE.sub("", found[1])  # "who" is no World Health Organization


def stands_apart(called: str) -> bool:
    """Whether somebody of a body is called so who does not speak for it: a former clerk, residents."""
    return _APART_FROM.search(called.lower()) is not None


def is_somebodys(called: str, printed: str, kind: SpeakerKind, *, unattached: bool) -> bool:
    """Whether a speaker answers for one whom the words do not name; `unattached`: they name no party beside."""
    unnamed = kind != "person" and _UNNAMED.fullmatch(printed.strip()) is not None and not _AUTHORITY.search(printed)
    plain = called.lower()
    return unnamed or bool(_DEPENDENT.search(plain)) or (unattached and bool(_RELATIONAL.search(plain)))


def is_possessive(called: str) -> bool:
    """Whether it is somebody's by a pronoun: "his lawyer"."""
    return _POSSESSIVE.match(called.strip()) is not None


def is_called_after(called: str, accused: Iterable[str]) -> bool:
    """Whether words tell of whom of the accused somebody is: the island's minister, where a state was accused."""
    kinds = [names for words, names in _KINDS if words.search(called)]
    return any(names.search(party) for names in kinds for party in accused)


def is_open(name: str) -> bool:
    """Whether it is open who is called so: somebody not told of before, or anybody by another name."""
    return _OPEN.match(name) is not None


def looks_personal(name: str) -> bool:
    """Whether a name that is no speaker's seems to be of a person."""
    return _PERSON.fullmatch(name) is not None and not places_in(words_of(name)) and not _BODY.search(name)
