"""Rules out by its form that an answer disputes a claim, above all in a whole article, where most answer nothing."""

import re
from functools import lru_cache

from service.disputes.between import is_told_before, negates_words, same_run
from service.disputes.denying_else import is_of_affair, is_of_else
from service.disputes.given import Given
from service.disputes.kindred import kindred
from service.disputes.manner import charges_by, umpires
from service.disputes.matter import are_other_figures
from service.disputes.pair import Pair
from service.disputes.placed import Placed
from service.disputes.reference import takes_up
from service.disputes.signals import names_claim
from service.disputes.ties import FAR
from service.disputes.wordings.showing import DOCUMENT, SHOWING
from service.disputes.words import terms
from service.regex import regex

_SAME = 4  # words in the same order, from which on they say the same
_FEWEST = 2  # stems of a claim that may be true or not
_OTHER = 0.5  # kinship of two statements, below which they tell of other things
_FIRST = 3  # words of a statement that tell what it is about
_NEXT = 2  # sentences behind an answer in which somebody replies to it
_LATE = 12  # characters into a statement in which a bare "No" stands that answers somebody
_OPENING = 50  # characters of a statement in which it tells what it is
_BACK = 30  # characters before a denial in which it is told when it was given, or whose claim it denies
_FIRM = regex(
    r"(?:den(?:y|ies|ied|ying|ials?)|disput|refut|rebut|reject|contradict|repudiat|push|debunk|rubbish|"
    r"t(?:ook|akes) issue|brush|dismiss|disavow|plead|pled|contest|insist|maintain|protest|disagree|beg(?:s|ged)? to|"
    r"(?:would|will|is|was|are|were) hav|discount|scotch|swat|wav|shrug|(?:shoot|shot|knock)\w* down|laugh\w* off)",
    re.I,
)
_RESENTS = regex(r"condemn|slam|decr", re.I)  # not that it is untrue: that it is bad
# "She said, without evidence, that": it is the article that says so. Not to support a bill denies nothing.
_ASIDE = regex(r"without|.*\b(?:support|back|share|give|publish)\w* (?:it|them)$", re.I | re.S)
_PREDICATES = regex(
    r"\b(?:is|are|was|were|be|been|has|had|have|does|did|do|call\w*|descri\w+|brand\w*|dismiss\w*|den\w+|reject\w*|"
    r"mak\w+|made|kn[eo]ws?)\b|['’](?:s|re|t)\b",
    re.I,
)
# "Did they love it? Of course not" answers one's own question.
_BARE_NO = regex(r"(?:(?:\w+ ){1,2}not|by no means|never in my life|no way|far from it)\W*$", re.I)
_RELATIVE = regex(r"(?P<noun>\w+) (?:that|which|who)\s+$")
_ENDS = regex(r"\W*(?:$|[.,!;”\"—])")
_NOUNS = regex(r"\w+ (?:and \w+ )?(?P<noun>\w+)$")
_POINTED = regex(r"\b(?:these|those|this|that|such|his|her|its|their|\w+['’]s)\W+(?:\w+ly |\w+, )*$", re.I)
_AGO = regex(r"\b(?:previously|earlier|once|initially|originally|at first|had)\s+(?:\w+ly )?$", re.I)
_BY = regex(r"\bby (?:the )?[A-Z]\w+\W*$")  # "often called a witch hunt by Democrats": they say so
_THEIRS = regex(r"\b(?:his|her|its|their)\b", re.I)
_TWO_VOICES = regex(r"[”\"][^“”\"]{0,90}\b(?:said|told|says|wrote|added)\b", re.S)
_PRAISES = regex(r"\b(?:commend|applaud|prais|congratulat|salut|thrilled|grateful)\w*", re.I)
# "If that's so, he owes us an apology", "I wish I had three like him": of what is not said to be.
_SUPPOSES = regex(
    r"\W*(?:(?:even )?if (?:(?:that|this|it|they|these|those|the \w+)(?:['’]s| is| was| are| were| proves?| turns? out"
    r"(?: to be)?)? (?:so|true|right|correct|the case|confirmed)\b|true\b|so\b)|(?:I|we) (?:\w+ )?(?:wish|hope)\b)",
    re.I,
)
# Who says no more than that they look into it, or take it seriously, answers nothing.
_LOOKS_INTO = regex(
    r"\b(?:think|thinks|thinking|thought|concentrat\w+|focus\w*) (?:only |just |solely )?(?:of|about|on)\b|"
    r"\b(?:tak(?:es?|ing)|took|treat(?:s|ed|ing)?) (?:\w+ ){1,5}?(?:very |extremely |most )?seriously\b|"
    r"\b(?:is|are|was|were|am|['’]re|['’]m|be) (?:now |already |also |currently |still )?(?:looking into|investigating|"
    r"examining|reviewing|aware of|checking|studying|in (?:touch|contact) with|co-?operating|assisting)\b|"
    r"\b(?:will|would|shall|['’]ll) (?:\w+ )?(?:look into|investigate|examine|review|check|study|go through|"
    r"co-?operate|answer (?:in|before) court|see what)\b|"
    r"\b(?:has|have|had) (?:opened|launched|begun|started|ordered|asked for|commissioned) (?:an? |the )?(?:\w+ )?"
    r"(?:inquiry|investigation|review|audit|check|probe)\b",
    re.I,
)
_LIKEWISE = regex(r"\b(?:first|(?:it|him|her|them)sel(?:f|ves)|too|also|as well|likewise|(?:far |even )?worse)\b", re.I)
_CHARGE = regex(
    r"\b(?:ow(?:e[sd]?|ing)|stole\w*|steal\w*|hid|hid(?:es?|den|ing)|hoard\w*|cheat\w*|poach\w*|brib\w*|evad\w*|dodg\w*|"
    r"smuggl\w*|launder\w*|plagiari\w*|copied|spied|spying|embezzl\w*|defraud\w*|debts?|arrears|unpaid|"
    r"(?:broke|broken|violated|breached) (?:the|its|his|her|their|every)|(?:had|has|have|is|are|was|were) (?:itself|"
    r"himself|herself|themselves))\b",
    re.I,
)
# "He had worked there since 2004": who somebody is.
_CAREER = regex(
    r"\b(?:worked|served|been (?:employed|with|a member|on the staff)|joined|was (?:hired|appointed|elected|born)|"
    r"taught|played) (?:[\w’'-]+ ){0,4}?(?:since|for|in) (?:(?:19|20)\d\d|(?:\w+ ){1,3}years)\b",
    re.I,
)
_THING = regex(r"\W*(?:the|an?) (?!(?:claim|charge|allegation|accusation|report|idea|whole)\b)[a-z]", re.I)
_PROPOSES = regex(r"\b(?:should|ought to|must)\b(?! (?:not )?have\b)|\bneeds? (?:an?|to|more)\b")
_STOP = regex(r"(?<=[.!?])[”\"’']?\s+(?=[A-Z“\"])")
_IN_RETURN = regex(
    r"\b(?:respond|repli|reply|react|retort|counter|answer)\w*\b|\b(?:hit|hits|fired?|fires|shot|struck) back\b|"
    r"\bin (?:reply|response|return|turn)\b"
)
_DENIES = regex(
    r"\b(?:denie[ds]|deny|denying) (?:the|any|that|having|all|it|\w+ing)\b|"
    r"\b(?:he|she|they|which) (?:had |has |have )?denied\b"
)
_SHOWS, _PAPER = regex(SHOWING), regex(DOCUMENT)
_POINTS = regex(r"\w+ (?:\w+ly )?(?:this|that|these|those)\W*", re.I)
_STOPS = regex(r"[.?!:;…”\"’'—)]$")


def is_ruled_out(pair: Pair) -> bool:
    """Whether the form of the two rules out that one disputes the other."""
    if _is_label(pair) or _speaks_for_two(pair.given.said) or _is_headline(pair):
        return True
    if says_nothing(pair.given, pair.placed):
        return True
    if not pair.given.answer.oblique:
        unknown = pair.given.nobody and pair.given.indefinite  # "the Democratic candidate" is often the claimant
        return unknown or not (_contests_charge(pair) or _denies(pair))
    return by_paper(pair) or _PRAISES.search(pair.given.said) is not None


def _contests_charge(pair: Pair) -> bool:
    """Whether the accused by name calls nothing untrue, but its basis, its motive, or what it left out of account."""
    if pair.ruled is None or not pair.answers_charge:
        return False
    return pair.ruled.strength == "weak" or pair.ruled.relation in ("rejects_basis", "contests_motive")


def _denies(pair: Pair) -> bool:
    return _is_firm(pair) and not (_is_innocence(pair) or _is_of_another(pair) or _is_of_nothing(pair))


def is_none(pair: Pair) -> bool:
    """Whether the words of either rule out a dispute in any text: a wish, a case only supposed, a denial as the claim.

    Nor is a motive denied where none was claimed: "he only wanted to see the video".
    """
    if _is_replied_to(pair) or _is_demand(pair.given, pair.placed):
        return True
    if not pair.given.answer.oblique:
        none = _is_motive_alone(pair) or _is_ruling(pair) or _is_proposed(pair)
        # What leads a report may be told in other words than what it denies, told behind.
        return none or _is_of_nearer(pair) or (is_told_before(pair) and is_of_else(pair))
    if pair.given.plain and not pair.given.answer.flat and _looks_into(pair.given.said):
        return True
    if _is_career(pair) or _is_ruling(pair) or is_of_affair(pair):
        return True
    denial = not pair.placed.framed and _DENIES.search(pair.placed.said) is not None
    supposed = _SUPPOSES.match(pair.given.said) is not None
    return denial or supposed or _is_proposed(pair) or _accuses_in_turn(pair) or _praises_else(pair)


def _is_replied_to(pair: Pair) -> bool:
    """Whether the claim is told behind the answer as a reply to it: "Voss responded by accusing her of theft"."""
    spans, placed = pair.given.ground.sentences, pair.placed
    if not 0 < placed.sentence - pair.given.sentence <= _NEXT or pair.given.recalled:
        return False
    return _IN_RETURN.search(pair.given.ground.text, spans[placed.sentence][0], placed.start) is not None


def _is_of_nearer(pair: Pair) -> bool:
    """Whether what is only pointed at, "that never happened", must have been told nearer than this claim, or before.

    What leads a report may answer what is told behind.
    """
    given, distance = pair.given, pair.tied.reply.distance
    if given.answer.narrated and _POINTS.fullmatch(given.said):
        return pair.others > 0  # "Leclerc denied this" answers who spoke last
    if given.answer.narrated or given.answer.terms or pair.tied.met or names_claim(given.said) or distance is None:
        return False
    behind = distance < 0 and not pair.placed.recalled and given.ground.whole and given.sentence > _NEXT
    return behind or distance > FAR


def _looks_into(said: str) -> bool:
    """Whether it opens with what will be looked into: not "all were called, and she would check"."""
    found = _LOOKS_INTO.search(said)
    return found is not None and found.start() < _OPENING


def _is_career(pair: Pair) -> bool:
    """Whether it tells no more than who somebody is of whom the claim speaks."""
    named = terms(" ".join(pair.placed.claim.about))
    return pair.given.plain and pair.tied.met <= named and _CAREER.search(pair.given.said) is not None


def _accuses_in_turn(pair: Pair) -> bool:
    """Whether it lays to the claimant something else that is no better, or the same: "Velmark had leaked it first"."""
    given, claim = pair.given, pair.placed.claim
    if not given.plain or given.answer.flat or not claim.accused:
        return False
    leads = {*given.leading, *terms(" ".join(given.said.split()[:_FIRST]))}
    if leads.isdisjoint({*claim.parties, *pair.placed.heads}):
        return False
    if _LIKEWISE.search(given.said):
        return True
    charges = not pair.tied.met and _CHARGE.search(given.said) is not None  # not "he had tripped over his own bag"
    return charges and kindred(pair.placed.said, given.said, given.ground.names).nearest < _OTHER


def _praises_else(pair: Pair) -> bool:
    """Whether it only judges another thing, which the claim does not speak of: "the new pool is the safest"."""
    judges = {signal.purpose for signal in pair.given.answer.signals} == {"counter-evaluation"}
    return judges and not (pair.tied.met or pair.tied.side) and _THING.match(pair.given.said) is not None


def _is_motive_alone(pair: Pair) -> bool:
    purposes = {signal.purpose for signal in pair.given.answer.signals} - {"the accused answers"}
    alone = purposes == {"denial of the motive"} and not pair.placed.motive and not pair.tied.met
    return alone and not pair.answers_charge  # "of covering up": what for stands in the verb


def _is_ruling(pair: Pair) -> bool:
    """Whether a court decides: to dismiss a chef's claim that she was let go is no answer of another party."""
    quote = pair.given.quote
    rules = pair.given.answer.narrated or (quote is not None and quote.stance == "reject")
    return rules and any(umpires(mention.name) for mention in pair.given.answer.disputers)


def _is_proposed(pair: Pair) -> bool:
    """Whether the claim says what should be done: to reject that denies nothing.

    Who complains that something must be done tells what is: "they must pay at every roadblock".
    """
    quote = pair.given.ground.quotes.around((pair.placed.start, pair.placed.start + 1))
    cue = pair.given.ground.text[slice(*quote.cue)] if quote and quote.cue else ""
    first = pair.given.ground.text[slice(*pair.placed.claim.spans[0])]
    told = _STOP.split(first, maxsplit=1)[0]  # "He never fought for it. A leader must fight"
    return not (pair.placed.framed or charges_by(cue)) and _PROPOSES.search(told) is not None


def by_paper(pair: Pair) -> bool:
    """Whether a suit, a report, a release answers: it mostly tells what somebody else says."""
    return any(mention.kind == "document" for mention in pair.given.answer.disputers)


@lru_cache(maxsize=16)
def _speaks_for_two(said: str) -> bool:
    """Whether some words hold who says them, too: then the one who passed them on seems to speak."""
    return _TWO_VOICES.search(said) is not None


def _is_label(pair: Pair) -> bool:
    """Whether the claim says nothing that may be true or not, but only calls somebody something: "unhinged"."""
    if pair.placed.framed:
        return pair.given.ground.text[: pair.placed.start].endswith(" about ")  # "Lind's claims about the school"
    return len(pair.placed.terms - pair.given.ground.names) < _FEWEST


def _is_headline(pair: Pair) -> bool:
    """Whether the answer stands in a line that is no sentence: what is listed beside it is of other articles."""
    spans, at = pair.given.ground.sentences, pair.given.sentence
    return at > 0 and not _STOPS.search(pair.given.ground.text[slice(*spans[at])].rstrip())


def says_nothing(given: Given, placed: Placed) -> bool:
    """Whether a claim is none: that something be done, or a paper that is shown."""
    quote = given.ground.quotes.around((placed.start, placed.start + 1))
    if quote is None or placed.framed:
        return False
    cue = given.ground.text[slice(*quote.cue)] if quote.cue else ""
    shown = _SHOWS.fullmatch(cue) is not None and (quote.reason == "told" or bool(_PAPER.match(placed.said)))
    return shown or _is_demand(given, placed)


def _is_demand(given: Given, placed: Placed) -> bool:
    """Whether somebody only asks that something be done: "asked for the crew to be given a lawyer"."""
    quote = given.ground.quotes.around((placed.start, placed.start + 1))
    return quote is not None and not placed.framed and quote.stance == "demand"


def restates(pair: Pair) -> bool:
    """Whether another account says the same words once more, and neither negates them nor has other figures."""
    if not pair.given.answer.oblique or not pair.tied.met or are_other_figures(pair.placed.said, pair.given.said):
        return False
    return same_run(pair.placed.said, pair.given.said) >= _SAME and not negates_words(pair)


def _is_innocence(pair: Pair) -> bool:
    """Whether somebody is only called innocent who is not the one accused by the claim."""
    purposes = {signal.purpose for signal in pair.given.answer.signals}
    return purposes == {"denial of involvement"} and not pair.tied.side


def _is_of_nothing(pair: Pair) -> bool:
    """Whether what is called untrue is neither what was told before nor anything that the claim speaks of."""
    own = pair.tied.accused and pair.given.answer.relation == "denies_involvement"
    untold = not (pair.given.answer.terms or pair.given.answer.narrated)
    own = own or (pair.answers_charge and untold)  # "Nice try, not true"
    return not (pair.given.refers or pair.tied.met or pair.tied.referred or own)


def _is_of_another(pair: Pair) -> bool:
    """Whether somebody else's words are meant: she made it up, said of a board; his findings, beside a claim of his."""
    persons = any(mention.kind == "person" for mention in pair.placed.claim.claimants)
    if pair.given.of_person and not persons:
        return True
    theirs = any(_THEIRS.search(mention.name) for mention in pair.given.answer.disputers)
    return theirs and persons and not pair.tied.named and is_told_before(pair)


def _is_firm(pair: Pair) -> bool:
    """Whether it denies by a verb that says so, or calls untrue what was said, at once if it says no more than No."""
    given, text = pair.given, pair.given.ground.text
    said = [(signal.span, text[slice(*signal.span)]) for signal in given.answer.signals]
    if given.answer.narrated:
        (start, _), verb = said[0]
        meant = pair.tied.referred or pair.answers_charge  # denounced the accusations
        firm = _FIRM.match(verb) or (meant and not _RESENTS.match(verb))
        return bool(firm) and not _AGO.search(text[max(0, start - _BACK) : start])
    if _BY.search(given.said):
        return False
    ends = (words for (_, end), words in said if _ENDS.match(text, end))
    if pair.answers_charge and any(map(_calls_claim, ends)):
        return True  # "he was looking for attention by false claims", not "had read a false report on bread"
    return any(_judges(text, span[0], words, given.start) for span, words in said)


def _calls_claim(words: str) -> bool:
    """Whether some words call a claim untrue by what stands before it: false claims."""
    noun = _NOUNS.match(words)
    return noun is not None and names_claim(noun["noun"])


def _judges(text: str, at: int, words: str, start: int) -> bool:
    """Whether the words at a place call untrue what was said before: "those false claims", not "a false report"."""
    told = _RELATIVE.search(text[max(start, at - _BACK) : at])
    if told and names_claim(told["noun"]):
        return False  # "the accusations that had been invented" are those of which the sentence tells
    if words.lower().endswith(" such"):  # no such, never any such
        return takes_up(text, (at, at + len(words)), start)
    if _ASIDE.match(words) or not (_PREDICATES.search(words) or _ENDS.match(text, at + len(words))):
        return False
    if len(words.split()) == 1 or _BARE_NO.match(words):
        return at - start <= _LATE and words[0].isupper()
    return not _calls_claim(words) or _POINTED.search(text[max(0, at - _BACK) : at]) is not None
