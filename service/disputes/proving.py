"""Says by what an answer shows, where much is said, that it speaks to this claim and to no other of its article.

Where two or three speak, who answers whom is plain from their places. In a whole article somebody denies something in
every second one, and most of what stands before it is by others and about another matter.
"""

import re

from service.disputes.given import LEAST
from service.disputes.observing import Pair
from service.disputes.refuting import refuting
from service.disputes.sentences import place
from service.disputes.signals import names_claim
from service.disputes.tables import section
from service.disputes.words import WORD
from service.folding import fold

_RARE = 3  # sentences that at most hold a word which tells what an article's sentence is about
_ALIKE = 0.4  # of the stems of the shorter
_RUN = 3  # words in the same order, one of content: "where we need to be"
_FEWEST = 2  # stems of a claim that may be true or not
_REACH = 2  # sentences over which "that" and "the charge" reach back
_FAR = 10  # sentences over which "Lind's claim" reaches back
_LATE = 12  # characters into a statement in which a bare "No" stands that answers somebody
_FIRM = re.compile(
    r"(?:den(?:y|ies|ied|ying|ials?)|disput|refut|rebut|reject|contradict|repudiat|push|debunk|rubbish|"
    r"t(?:ook|akes) issue|brush|dismiss|disavow|plead|pled|contest|insist|maintain|protest)",
    re.I,
)
# "She said, without evidence, that": it is the article that says so. Not to support a bill denies nothing.
_ASIDE = re.compile(r"without|.*\b(?:support|back|share|give|publish)\w* (?:it|them)$", re.I | re.S)
_PREDICATES = re.compile(
    r"\b(?:is|are|was|were|be|been|has|had|have|does|did|do|call\w*|descri\w+|brand\w*|dismiss\w*|den\w+|reject\w*|mak\w+|made)\b|"
    r"['’](?:s|re|t)\b",
    re.I,
)
_ENDS = re.compile(r"\W*(?:$|[.,!;”\"—])")
_STOPS = re.compile(r"[.?!:;…”\"’'—)]$")
_NOUNS = re.compile(r"\w+ (?:and \w+ )?(?P<noun>\w+)$")
_POINTED = re.compile(r"\b(?:these|those|this|that|such|his|her|its|their|\w+['’]s)\W+(?:\w+ly |\w+, )*$", re.I)
_AGO = re.compile(r"\b(?:previously|earlier|once|initially|originally|at first|had)\s+(?:\w+ly )?$", re.I)
_THEIRS = re.compile(r"\b(?:his|her|its|their)\b", re.I)
_TWO_VOICES = re.compile(r"[”\"][^“”\"]{0,90}\b(?:said|told|says|wrote|added)\b", re.S)


def proof(pair: Pair) -> str | None:
    """What shows that the answer speaks to the claim, by name; None where nothing does."""
    if _TWO_VOICES.search(pair.given.said) or _is_label(pair) or _is_headline(pair):
        return None
    if pair.given.answer.oblique or _is_of_motive(pair):
        return _of_account(pair)
    return _of_denial(pair) if _is_firm(pair) else None


def _is_label(pair: Pair) -> bool:
    """Whether the claim says nothing that may be true or not, but only calls somebody something: "unhinged"."""
    return not pair.placed.framed and len(pair.placed.terms - pair.given.ground.names) < _FEWEST


def _is_headline(pair: Pair) -> bool:
    """Whether the answer stands in a line that is no sentence: what is listed beside it is of other articles."""
    spans, at = pair.given.ground.sentences, pair.given.sentence
    return at > 0 and not _STOPS.search(pair.given.ground.text[slice(*spans[at])].rstrip())


def _is_of_motive(pair: Pair) -> bool:
    return all(signal.purpose == "denial of the motive" for signal in pair.given.answer.signals)


def _of_denial(pair: Pair) -> str | None:
    given, tied = pair.given, pair.tied
    if tied.referred:
        return _of_claimant(pair)
    topic = bool(given.answer.terms)
    if given.refers and is_last(pair) and behind(pair) <= _REACH and (not topic or tied.met or tied.accused):
        return None if _is_of_another(pair) else "takes up what was told last"
    if not topic or not is_told_before(pair):
        return None
    rare = rare_words(pair, tied.common)
    if len(rare) > 1 and (tied.accused or behind(pair) <= _FAR):
        return "says what is denied"
    if rare and tied.accused and is_last(pair):
        return "the accused says what is denied"
    return None


def _is_of_another(pair: Pair) -> bool:
    """Whether somebody else's words are meant: she made it up, said of a board; his findings, beside a claim of his."""
    given, claim = pair.given, pair.placed.claim
    persons = any(mention.kind == "person" for mention in claim.claimants)
    if given.of_person and not persons:
        return True
    theirs = any(_THEIRS.search(mention.name) for mention in given.answer.disputers)
    return _by_paper(pair) or (theirs and persons and not pair.tied.named)


def _by_paper(pair: Pair) -> bool:
    """Whether a suit, a report, a release answers: it mostly tells what somebody else says."""
    return any(mention.kind == "document" for mention in pair.given.answer.disputers)


def _of_claimant(pair: Pair) -> str | None:
    """Of whose claim it is said which: the one told with it, the one of the same words, or the last."""
    given, tied = pair.given, pair.tied
    if any(start <= pair.placed.start < end for start, end in given.answer.spans):
        return "names the claimant and the claim"
    if given.answer.terms and not tied.common:
        return None
    if len(tied.common) > 1 and is_told_before(pair):
        return "names the claimant and what is denied"
    return "names the claimant" if is_told_before(pair) and not pair.again and behind(pair) <= _FAR else None


def _of_account(pair: Pair) -> str | None:
    given, tied = pair.given, pair.tied
    if not is_last(pair) or behind(pair) > 1 or given.granting or _by_paper(pair):
        return None
    if not (tied.accused or tied.referred or given.others & set(pair.placed.claim.parties)):
        return None
    negated = refuting(pair.placed.said, given.said)["negation of the claim's words"] > 0
    rare = rare_words(pair, tied.met)
    if negated and same_run(pair.placed.said, given.said) >= _RUN and rare:
        return "denies the same words"
    if negated and len(rare) > 1 and tied.around >= _ALIKE:
        return "denies much the same"
    if tied.referred and not {signal.purpose for signal in given.answer.signals} <= LEAST:
        return "judges the claimant's words"
    return None


def _is_firm(pair: Pair) -> bool:
    """Whether it denies by a verb that says so, or calls untrue what was said, at once if it says no more than No."""
    given, text = pair.given, pair.given.ground.text
    said = [(signal.span, text[slice(*signal.span)]) for signal in given.answer.signals]
    if given.answer.narrated:
        (start, _), verb = said[0]
        return bool(_FIRM.match(verb) or pair.tied.referred) and not _AGO.search(text[max(0, start - 30) : start])
    return any(_judges(text, span[0], words, given.start) for span, words in said)


def _judges(text: str, at: int, words: str, start: int) -> bool:
    if _ASIDE.match(words) or not (_PREDICATES.search(words) or _ENDS.match(text, at + len(words))):
        return False
    if len(words.split()) == 1:
        return at - start <= _LATE and words[0].isupper()
    noun = _NOUNS.match(words)
    calls = noun is None or not names_claim(noun["noun"])
    return calls or _POINTED.search(text[max(0, at - 30) : at]) is not None


def is_told_before(pair: Pair) -> bool:
    """Whether the claim stands before the answer."""
    return pair.placed.start < pair.given.start


def is_last(pair: Pair) -> bool:
    """Whether nobody but the one who answers claims anything between the two."""
    return is_told_before(pair) and not pair.others and not pair.again


def behind(pair: Pair) -> int:
    """The sentences from the end of the claim to the answer; 0 within one."""
    ends = place(pair.given.ground.sentences, pair.placed.claim.spans[-1][1] - 1)
    return max(0, pair.given.sentence - ends)


def rare_words(pair: Pair, stems: frozenset[str]) -> frozenset[str]:
    """Those of some stems that few sentences of the article hold: they tell what is spoken of."""
    return frozenset(stem for stem in stems if pair.given.ground.spread[stem] <= _RARE)


def same_run(claimed: str, said: str) -> int:
    """The most words that two statements have in the same order, of runs that hold one of content."""
    first, other = ([fold(word) for word in WORD.findall(words)] for words in (claimed, said))
    longest, before = 0, {}
    for word in first:
        here: dict[int, tuple[int, bool]] = {}
        for at, one in enumerate(other):
            if one == word:
                length, holds = before.get(at - 1, (0, False))
                here[at] = (length + 1, holds or word not in section("weightless"))
        longest = max([longest, *(length for length, holds in here.values() if holds)])
        before = here
    return longest
