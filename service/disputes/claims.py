"""Takes the claims out of an article: who lays what to whom, and what else its speakers hold to be so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from service.disputes.antecedents import meant
from service.disputes.authors import authored
from service.disputes.bodies import bodies
from service.disputes.finding import Quotes
from service.disputes.frames import Frame, frames
from service.disputes.matter import years
from service.disputes.opposing import denied, is_negative
from service.disputes.phrases import calls_somebody
from service.disputes.reference import POINT
from service.disputes.sentences import place
from service.disputes.sides import Side, Sides, geographic
from service.disputes.tables import section
from service.disputes.wordings.within import SAYS
from service.disputes.words import WORD, terms
from service.folding import fold
from service.records import Claim, Nature, Quote, Span
from service.regex import regex

_PRONOUN = regex(r"(?:he|she|it|they|him|her|them|this|that|these|those|who|which|one|some|many|others)$", re.I)
_CLAUSE = regex(r"(?:he|she|it|they|we|i|there|which|who|that|by|in|on|at) (?!of\b)", re.I)
_HOLDS = regex(
    r"\b(?:hold|held|think|thought|believ|consider|reckon|feel|felt|suspect|regard|found|finds?\b|calculat|conclud|"
    r"named|"
    r"identif|establish|estimat|determin|put\b|puts\b|swear|swore|sworn|fear|recall|remember|sure\b|certain\b|"
    r"convinced|"
    r"adamant|positive\b|protest(?:s|ed)?\b|complain|object(?:s|ed)\b)",
    re.I,
)
# A film shows a mayor taking money: it says that she did.
_FILM = regex(
    r"\b(?:movie|film|book|novel|memoir|documentary|series|play|drama|miniseries|advert\w*|ad|commercial|cartoon)\b",
    re.I,
)
_PORTRAYS = regex(r"(?:show|depict|portray|paint|present|describ)\w*", re.I)
_DENY = regex(r"\bden(?:y|ies|ied|ying)\b")
_HAD = regex(r"\bhad\b(?! (?:an?|another|one|no|the|its|his|her|their)\b)")  # "had another view" is of now
# "Word had gone round since May, when the cook told": before what stands around it.
_EARLIER = regex(
    r"\b(?:(?:an?|the|one|two|three|\w+ty) (?:hour|day|night|evening|week|month)s? (?:earlier|before)|"
    r"(?:minutes|hours|days|weeks|months) (?:earlier|before)|(?:ever )?since [^,;:“”\"]{3,30}, when|"
    r"had (?:first )?(?:gone (?:a)?round|made the rounds|spread|surfaced|emerged|arisen|begun|"
    r"started)\b[^;:“”\"]{0,60}"
    r"\b(?:when|after|with|because))\b",
)
_PAST = ("arlier", "efore", "ince ", "ad ")  # of which what is told as said earlier holds one
_LOOKED_AT = 4_000  # characters of somebody's words
# "The mails were open at the time | - a point that officials dispute".
_DENIED_BEHIND = regex(
    rf"\s*[,;—–-]+\s*{POINT} [^,;:“”\"]{{1,60}}\b(?:den(?:y|ie[sd])|disput\w+|reject\w+|dismiss\w+|refut\w+|rebut\w*|"
    r"contest\w*|challeng\w+)"
)
_STOP = regex(r"[.!?]\s+(?=[A-Z“\"])")
_LEADS_UP = 140  # characters before a cue that tell when it was said
_OWN = regex(r"(?:I|[Ww]e|us|me)$")
_NAMING = regex(r"[A-Z]|\b(?:the|its|his|her|their|an?)\b")
_OBJECT = regex(
    r"^.*?\b(?:sanctions|penalties|measures|curbs|bans?|tariffs|charges|restrictions) (?:on|against)\s+|\s+for\b.*$"
)
_WHEN = regex(r"\s+(?:on|last|this) (?:\w+day|week|month|year)\b.*$|\s+(?:yesterday|today|again)\b.*$")
_NO_CLAIM = frozenset(("decline", "ask", "promise", "agree", "deny"))
_AGAINST = frozenset(("deny", "reject"))
_OATH = regex(r"\bsw(?:ears?|ore|orn)\b", re.I)
# "Asked why the drones send pictures to Shenzhen" says that they do; a reporter's question says nothing.
_SUPPOSING = regex(r"(?:asks?|asked)\b(?=.*\bwhy )|wonder(?:s|ed)?\b(?=.*\b(?:whether|if|why|how) )", re.I | re.S)
_ASKING = regex(r"\b(?:reporter|journalist|interviewer|moderator|host|anchor|presenter|questioner|lawyer)s?\b", re.I)
_PURPOSE = regex(
    r"\b(?:for \w+ing|because|in order to|so as to|in a bid to|(?:as|in) (?:revenge|retaliation|punishment)|so that|"
    r"out of|for the sake of|was done to|were done to|to (?:please|hide|"
    r"punish"
    r"|silence|cover|avoid|help|hurt|influence|protect|win|get|make|push|force|wreck|block|stop|favou?r|"
    r"put pressure|press|intimidat\w*|weaken|scare|frighten|drive|discredit|humiliate|provoke|retaliate|avenge))\b",
)
_UNNAMED = regex(
    r"\b(?:the|its) (?:company|firm|bank|club|hotel|ministry|group|agency|factory|plant|mine|owner|owners"
    r"|government|authorities|council|city|university|school|hospital|airline|operator|management)\b",
)
_BY = regex(r" (?:by|in) [^.;:“”\"]*$")
_TITLED = 70  # characters of what a claimant is called before the name
_SHORT = 3  # letters of a word that has no capital in a headline
_FEWEST = 2  # words of content that say something checkable
_SENTENCE = 5  # words of which one carries content: "We have not been paid since March"


@dataclass(frozen=True)
class Placed:
    """A claim with the number of its sentence and the offset where it begins."""

    claim: Claim
    sentence: int
    start: int
    told: Span  # with cue and accused, as far as the frame reaches
    framed: bool
    heads: frozenset[str]  # stems of what the claimant is called
    said: str  # all of it, whom it accuses included
    recalled: bool = False  # told as said before what stands around it: "had told the council"
    charged: Side | None = None  # whom a frame accuses

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of all of it."""
        return terms(self.said)

    @cached_property
    def titled(self) -> bool:
        """Whether it is told in a headline, in which most words have a capital: what follows tells the same."""
        words = [word for word in WORD.findall(self.said) if len(word) > _SHORT]
        return len(words) > _FEWEST and sum(word[0].islower() for word in words) <= len(words) // 5

    @cached_property
    def motive(self) -> bool:
        """Whether it says what for."""
        return _PURPOSE.search(self.said.lower()) is not None

    @cached_property
    def unnamed(self) -> bool:
        """Whether it speaks of "the company"."""
        return _UNNAMED.search(self.said.lower()) is not None

    @cached_property
    def bodies(self) -> frozenset[str]:
        """The kinds of bodies of which it speaks by a noun: the army."""
        return bodies(self.said, "claimed")

    @cached_property
    def denied(self) -> frozenset[str]:
        """The stems of what it says was not there."""
        return denied(self.said)

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that it names."""
        return years(self.said)

    @cached_property
    def terms(self) -> frozenset[str]:
        """The stems of what it says."""
        return frozenset(self.claim.terms)


def claims_of(text: str, spans: list[Span], marks: list[int], quotes: Quotes, sides: Sides) -> list[Placed]:
    """All claims of the sentences `spans` with the cues `marks`, in the order of the text.

    A claim whose claimant is unknown is none.
    """
    found = [(at, frame) for at, sentence in enumerate(spans) for frame in frames(text, sentence, marks[at])]
    known = sorted(frame.what for _, frame in found)
    found += [told for told in authored(text, spans, marks) if _is_of_nobody_yet(told[1].what, known, quotes)]
    framed = [placed for at, frame in found if (placed := _of_frame(text, spans, at, frame, quotes, sides))]
    taken = sorted(placed.told for placed in framed)
    asserted = [_of_quote(text, spans, quote, sides) for quote in quotes.all if _asserts(text, quote, taken)]
    framed += _within_words(text, spans, quotes, sides, taken)
    return sorted((placed for placed in framed + asserted if placed.claim.parties), key=lambda placed: placed.start)


def _is_of_nobody_yet(what: Span, known: list[Span], quotes: Quotes) -> bool:
    """Whether no frame tells a claim, nor anybody says it: "in a report that it leaks" may be the teller's own."""
    quote = quotes.around((what[0], what[0] + 1))
    said = quote is not None and quote.stance not in _AGAINST and any(start == what[0] for start, _ in quote.content)
    return not said and not any(_meet(what, span) for span in _near(known, *what))


def _within_words(text: str, spans: list[Span], quotes: Quotes, sides: Sides, taken: list[Span]) -> Iterator[Placed]:
    """What somebody tells in marks that another says, to answer it: "Lind says the dam is safe. That is a lie"."""
    inside = (span for quote in quotes.all if quote.kind == "direct" and quote.speakers for span in quote.content)
    for start, end in inside:
        for match in SAYS.finditer(text, start, min(end, start + _LOOKED_AT)):
            what = match.span("what")
            if not any(_meet(what, span) for span in taken) and nature_of(match["what"]) == "fact":
                frame = Frame("noun", match.span("cue"), match.span("by"), None, what)
                placed = _of_frame(text, spans, place(spans, what[0]), frame, quotes, sides)
                yield from (placed,) if placed else ()


def nature_of(words: str) -> Nature:
    """Opinion where the words judge, demand or foretell; else fact."""
    return "opinion" if any(map(_judges, WORD.findall(words))) else "fact"


@lru_cache(maxsize=20_000)
def _judges(word: str) -> bool:
    return fold(word) in section("opinion")


def _of_frame(text: str, spans: list[Span], at: int, frame: Frame, quotes: Quotes, sides: Sides) -> Placed | None:
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
        "fact", tuple(sorted(_content(f"{act} {words}"))), is_negative(words), quote is None,
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
        _was_told(text, frame.cue),
        accused,
    )


def _until(text: str, frame: Frame) -> int:
    """Where a cue ends, with the claimant right behind it: "as alleged | by Lind"."""
    who, end = frame.claimant, frame.cue[1]
    between = text[end : who[0]] if who else ""
    return who[1] if who and _BY.match(between) and len(between) < _TITLED else end


_NARRATED = 0.9  # that the noun phrase before an accusing verb is who accuses


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


def _asserts(text: str, quote: Quote, taken: list[Span]) -> bool:
    cue = text[slice(*quote.cue)] if quote.cue else ""
    supposes = _supposes(text, quote, cue)
    said = quote.speech or supposes or _HOLDS.search(cue) or _portrays(quote, cue)
    if not (said and quote.speakers and (quote.stance not in _NO_CLAIM or supposes or _OATH.search(cue))):
        return False
    if quote.cue and _DENY.search(text, *quote.cue):  # "was denied visas", "does not deny that"
        return False
    first, last = quote.content[0][0], quote.content[-1][1]
    if any(_meet((first, last), span) for span in _near(taken, first, last)):
        return False
    words = _words(text, quote.content)
    enough = len(terms(words)) >= _FEWEST or (len(terms(words)) == 1 and len(words.split()) >= _SENTENCE)
    return enough and not words.rstrip().endswith("?")


def _portrays(quote: Quote, cue: str) -> bool:
    """Whether a film or a book shows something."""
    return _PORTRAYS.search(cue) is not None and any(_FILM.search(mention.name) for mention in quote.speakers)


def _supposes(text: str, quote: Quote, cue: str) -> bool:
    """Whether somebody wonders whether something is so, or asks why it is."""
    asked = quote.kind == "indirect" and _SUPPOSING.match(f"{cue} {text[slice(*quote.content[0])]}") is not None
    return asked and not any(_ASKING.search(f"{one.name} {one.role or ''}") for one in quote.speakers)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _near(taken: list[Span], first: int, last: int) -> list[Span]:
    low = place(taken, first)
    high = place(taken, last)
    return taken[max(0, low) : high + 1]


def _of_quote(text: str, spans: list[Span], quote: Quote, sides: Sides) -> Placed:
    content = _before_denial(text, quote)
    words = _words(text, content)
    side = sides.of_mentions(quote.speakers)
    about = tuple(dict.fromkeys(party for span in content for party in sides.named_in(*span)))
    claim = Claim(
        content, side.mentions, side.parties, (), (), about, nature_of(words), tuple(sorted(_content(words))),
        is_negative(words), False, quote.confidence,
    )  # fmt: skip
    start = content[0][0]
    return Placed(
        claim,
        place(spans, start),
        start,
        (start, content[-1][1]),
        False,
        side.heads,
        words,
        recalled(text, quote),
    )


def _before_denial(text: str, quote: Quote) -> tuple[Span, ...]:
    """The content without the words behind it by which somebody else denies it: something the owner denied."""
    start, end = quote.content[-1]
    denied = None if quote.kind == "direct" else _DENIED_BEHIND.search(text, start + 1, end)
    return (*quote.content[:-1], (start, denied.start())) if denied else quote.content


def recalled(text: str, quote: Quote) -> bool:
    """Whether a quote is told as said before what stands around it."""
    if quote.cue is None:
        return False
    told = max((end for _, end in quote.content if end <= quote.cue[0]), default=0)
    before = text[max(told, quote.cue[0] - _LEADS_UP) : quote.cue[0]]
    if any(word in before for word in _PAST) and _EARLIER.search(_STOP.split(before)[-1].lower()):
        return True
    return _was_told(text, quote.cue, told)


def _was_told(text: str, cue: Span, start: int = 0) -> bool:
    """Whether "had" stands right before a cue, not before `start`: "Velmark had | blamed him"."""
    return _HAD.search(text[max(start, cue[0] - 14) : cue[1]]) is not None


def _content(words: str) -> frozenset[str]:
    return terms(words) - geographic(words)


def _words(text: str, content: tuple[Span, ...]) -> str:
    return " ".join(text[start:end] for start, end in content)
