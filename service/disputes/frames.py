"""Finds the turns of phrase by which one party lays something to another: accuse X of, blame X for, over claims of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Literal

from service.disputes.cues import cue
from service.disputes.phrases import first_name, subject_before
from service.disputes.wordings import FALSE
from service.records import Span
from service.regex import regex

Sort = Literal["accuse", "blame", "assert", "ground", "noun"]

# Where what somebody is accused of ends and the sentence goes on.
_ENDS = regex(
    r";|\s[—–]\s|,?[”\"]?,? (?:but|while|whereas|although|though|adding|prompting|drawing|saying|calling|demanding"
    r"|urging)\b|"
    r"(?:,[”\"]?|[”\"],?) (?:an? |the )?(?:charges?|claims?|allegations?|accusations?|assertions?|suggestions?|"
    r"something)\b"
    r"(?: (?:that|which|it|he|she|they|the|has|have|was|were|has been|have been|is|are|denied|rejected|[A-Z]\w+)\b)|"
    r", (?:which|something|an? \w+ (?:that|which)) (?:it|he|she|they|(?:the|its|his|her|their) \w+|[A-Z]\w+)"
    r"(?: \w+){0,2} (?:den\w+|reject\w+|dismiss\w+|disput\w+|refut\w+|rebut\w+|call(?:s|ed)\b|descri\w+|brand\w+|"
    r"term(?:s|ed)\b|dubb\w+|label\w+|ridicul\w+|derid\w+|contest(?:s|ed)\b|contradict\w+|"
    r"(?:say|said|insist|maintain)\w* (?:is|was|are|were)\b)|"
    r",[”\"]? (?:the |a |an )?[\w'’ .-]{1,60} (?:said|says|told|wrote)\b|,[”\"]? (?:said|says|according to)\b|"
    r",? and (?:said|says|called|added|insisted|accused|vowed|demanded|urged|told|described|argued|warned"
    r"|threatened|promised)\b|"
    r",[”\"]? (?:an? \w+ |\w+ \w+ )?after (?:the |an? )?[^,.;:“”\"]{2,60}? (?:had )?(?:reported|said|wrote|accused|"
    r"claimed|alleged|published|charged)\b|"
    r"[.!?][”\"']*$|[.!?][”\"’']*\s+(?=[“\"A-Z])"
)
_DENIED_NEXT = regex(r",?\s+(?:which|that)?\s*(?:it|he|she|they|the \w+)?\s*(?:has|have)?\s*(?:denied|denies|deny)\b")
_AUX = r"(?:is|are|was|were|been|being|be|stands?|stood|stand)"
_DENIED = r"den(?:y|ies|ied|ying)|reject(?:s|ed)|disput(?:es|ed)|(?:no|any) (?:evidence|proof)|not true|untrue|false"
_CLAIMS = (
    r"(?:claims?|allegations?|accusations?|charges?|suspicions?|assertions?|reports?|complaints?|suggestions?|"
    r"insinuations?)"
)
_POSITION = (
    r"(?:case|position|view|line|version|argument|contention|account|story|complaint|grievance|thesis|theory|"
    r"charge|allegation|claim|accusation|belief|suspicion|finding|conclusion)"
)
_ACT = (
    r"(?:sanction\w*|suspend\w*|fin(?:ed|es|ing)|su(?:ed|es|ing)|expel\w*|bann?\w*|imposed|introduced|summon\w*"
    r"|recall\w*|"
    r"prosecut\w*|indict\w*|arrest\w*|detain\w*|penalis\w*|penaliz\w*|dismissed|sacked|fired|blacklist\w*|punish\w*)"
)
_CHIDES = (
    "criticis|criticiz|condemn|denounc|fault|rebuk|slam|slamm|attack|berat|chid|lambast|castigat|upbraid|censur|scold|"
    "excoriat|blast|pillori|assail|reprimand|reproach"
)
# To fault a study for counting lemonade is to answer it.
_FINDINGS = (
    r"(?:the|that|this|these|those|its|his|her|their) (?:\w+ )?(?:study|survey|report|poll|audit|research|analysis|"
    r"methods?|methodology|findings|figures|data)\b"
)
_NAMED = r"(?P<accused>[^.;:“”\"]{1,110}?)"
# No verb: "Olsen rejected Brandt's claim" tells of Brandt's.
_PROPER = r"[A-Z][\w.-]*(?: (?:[A-Z][\w.-]*|of|the|for|and|de|van|von|al|bin)){0,6}?"
_CLAIM_STEMS = "claim|allegation|accusation|charge|suspicion|assertion|report|complaint|suggestion|insinuation"
_WORDS = r"(?:statements?|remarks?|testimon(?:y|ies)|(?:news )?stor(?:y|ies)|evidence)"
_WORD_STEMS = "statement|remark|testimon|story|stories|evidence"
_PAPERS = (
    r"(?:stud(?:y|ies)|surveys?|articles?|audits?|analys[ie]s|posts?|accounts?|documentar(?:y|ies)|dossiers?|films?)"
)
_PAPER_STEMS = "study|studies|survey|article|audit|analys|post$|posts$|account|documentar|dossier|film"
_TELLS = r"(?:found|said|says|claimed|claims|showed|shows|alleged|concluded|suggested|reported|stated|asserted|charged)"
_ACT_STEMS = (
    "sanction|suspend|fined$|fines$|fining$|sued$|sues$|suing$|expel|ban|impos|introd|summon|recall|prosecut|indict|arrest|"
    "detain|penalis|penaliz|dismissed|sacked|fired|blacklist|punish"
)
_POSITION_STEMS = (
    "case|position|view|line|version|argument|contention|account|story|complaint|grievance|thesis|theory|charge|"
    "allegation|claim|accusation|belief|suspicion|finding|conclusion"
)


@dataclass(frozen=True, slots=True)
class _Form:
    """A pattern, the cue of the words without one of which it finds nothing, and what it must hold where it is slow."""

    sort: Sort
    needs: int
    pattern: re.Pattern[str]
    holds: re.Pattern[str] | None = None

    def within(self, text: str, start: int, end: int, here: int) -> Iterator[re.Match[str]]:
        """Its matches in a stretch of a text with the cues `here`."""
        if not self.needs & here or (self.holds and not self.holds.search(text, start, end)):
            return iter(())
        return self.pattern.finditer(text, start, end)


FORMS = (
    _Form("accuse", cue("accused|suspected"), regex(
        rf"(?:\b{_AUX} (?:\w+ly |also |again |once )*|, (?=\w+ by ))(?P<cue>accused|suspected) "
        r"(?:by (?P<by>[^,;]{1,80}?) )?of (?P<what>.+)", re.S)),
    _Form("accuse", cue("accus"), regex(
        rf"\b(?P<cue>accus(?:es?|ed|ing)) (?!of\b|by\b){_NAMED} of (?P<what>.+)", re.S)),
    _Form("blame", cue("blam"), regex(
        rf"\b(?P<cue>blam(?:es?|ed|ing)) (?!for\b|on\b){_NAMED} for (?P<what>.+)", re.S)),
    _Form("blame", cue("blam"), regex(
        r"\b(?P<cue>blam(?:es?|ed|ing)) (?P<what>[^.;]{3,110}?) "
        r"(?:squarely |directly )?on (?P<accused>[^.;,]+)", re.S)),
    _Form("blame", cue(_CHIDES), regex(
        rf"\b(?P<cue>(?:{_CHIDES})(?:es|ed|s|e|d)?) (?!{_FINDINGS}){_NAMED} for (?P<what>\w+ing\b.+)", re.S)),
    _Form("blame", cue("hold"), regex(
        rf"\b(?P<cue>holds?|held|holding) {_NAMED} (?:responsible|accountable|liable|"
        rf"to blame) for (?P<what>.+)", re.S)),
    _Form("accuse", cue("charg|indict"), regex(
        rf"\b(?<!\ba )(?<!\bthe )(?P<cue>charg(?:es?|ed)|indict(?:s|ed)) (?!that\b){_NAMED} "
        r"(?:with|for|over) (?P<what>.+)", re.S)),
    _Form("accuse", cue("sue|suing"), regex(
        rf"\b(?P<cue>su(?:es|ed)|is suing) (?!by\b){_NAMED} (?:for|over) (?P<what>.+)", re.S)),
    # Is being sued by Lind over the smoke; is under fire from residents for dumping.
    _Form("blame", cue("sued|taken|reported|prosecut|fire$|attack|criticism"), regex(
        r"\b(?P<cue>sued|taken to court|reported to (?:the )?police|prosecuted|under (?:fire|attack)|facing criticism) "
        r"(?:by|from) (?P<by>[^,;:“”\"]{2,70}?) (?:for|over|about) (?P<what>.+)", re.S)),
    # Took the firm to court over the smoke, to task for dumping.
    _Form("blame", cue("tak|took"), regex(
        rf"\b(?P<cue>tak(?:es?|ing|en)|took) {_NAMED} to (?:court|task) (?:for|over) (?P<what>.+)", re.S)),
    # Voiced the suspicion that; has published evidence that.
    _Form("assert", cue(f"{_CLAIM_STEMS}|evidence|proof|belief|theor|fear"), regex(
        r"\b(?P<cue>(?:level|voic|mak|mad|publish|present|air|rais|repeat|renew|bring|brought|produc|offer|ha[sd]|have|"
        r"spread|st(?:and|ood)\w* by|st(?:ick|uck)\w* (?:to|by)|put forward|g(?:ive|ave)|submit|collect|gather)\w* "
        rf"(?:(?:an?|the|his|her|its|their|fresh|new|further|no[wt]) ){{0,2}}(?:\w+ )?(?:{_CLAIMS}|evidence|proof|"
        rf"beliefs?|"
        r"theor(?:y|ies)|fears?)) that (?P<what>.+)", re.S),
        regex(r"s? that |proof that |evidence that ")),
    # The allegation, made by Lind, is that; the claim of Lind is that; the charge that | comes from Lind.
    _Form("noun", cue(_CLAIM_STEMS), regex(
        rf"\b[Tt]he (?:\w+ )?(?P<cue>{_CLAIMS})(?:,? (?:made|raised|levelled|voiced|put forward|brought))? (?:by|of|"
        rf"from) "
        r"(?P<by>(?:the |an? )?[\w'’. -]{2,60}?),? (?:is|was|has been|remains) that (?P<what>.+)", re.S),
        regex(r"(?:is|was|been|remains) that ")),
    # Have lodged a complaint over night trawling.
    _Form("blame", cue("complaint|charge$|charges$|suit$|suits$|lawsuit|petition"), regex(
        r"\b(?P<cue>(?:lodg|fil|mad|brought|bring)\w* (?:an? |the )?(?:\w+ )?(?:complaint|charge|suit|lawsuit|"
        r"petition)s?)(?: against (?P<accused>[^.;:“”\"]{1,80}?))? (?:over|about|for|of|alleging|that|saying|"
        r"claiming|accusing) (?P<what>.+)", re.S)),
    _Form("assert", cue("alleg|charg|claim|contend"), regex(
        r"\b(?P<cue>alleg(?:es?|ed|ing)|charg(?:es|ed)|claim(?:s|ed)|contend(?:s|ed)) that (?P<what>.+)", re.S)),
    _Form("assert", cue("alleg|claim"), regex(
        r"(?<!the )(?<!an )(?<!its )\b(?P<cue>alleg(?:es|ed)|claim(?:s|ed)) (?=(?:the|it|he|she|they|an?|its"
        r"|[A-Z])\b)(?P<what>[^;]+)", re.S)),
    _Form("ground", cue(_ACT_STEMS), regex(
        rf"\b(?P<cue>{_ACT})(?P<accused>[^.;“”\"]{{0,140}}?) (?:over|for|after|following|amid|because of|on) "
        rf"(?P<what>(?:{_CLAIMS}|suspicion) (?:of|that) .+)", re.S)),
    _Form("ground", cue(_ACT_STEMS), regex(
        rf"\b(?P<cue>{_ACT})(?P<accused>[^.;“”\"]{{0,170}}?) (?:over|for|because of|in response to) "
        r"(?P<what>(?:[\w'’]+ ){0,3}alleged(?:ly)? .+)", re.S)),
    _Form("ground", cue("what"), regex(
        r"\b(?P<cue>what (?:it|he|she|they|[A-Z]\w+) (?:calls?|called|describes? as|described as|says? (?:is|was"
        r"|were|are)|said (?:is|was|were))) (?P<what>.+)", re.S)),
    _Form("ground", cue("impos|slapp|introd"), regex(
        r"\b(?P<cue>imposed|slapped|introduced)(?P<accused>[^.;“”\"]{0,140}?) for "
        r"(?P<what>(?:\w+ly )?\w+ing .+)", re.S)),
    _Form("assert", cue(_POSITION_STEMS), regex(
        rf"(?P<by>\b(?:[Tt]he |[Ii]ts |[Hh]is |[Hh]er |[Tt]heir )?[\w'’. -]{{2,60}}?)['’]s? (?P<cue>{_POSITION}) "
        r"(?:is|was|remains|has been|goes) that (?P<what>.+)", re.S),
        regex(rf"['’]s? {_POSITION} (?:is|was|remains|has been|goes) that ")),
    _Form("assert", cue(_POSITION_STEMS), regex(
        rf"\b[Ii]t (?:is|was|has been) (?P<by>(?:the |an? )?[\w’' -]{{2,40}}?)(?:['’]s?)? (?P<cue>{_POSITION}) that "
        r"(?P<what>.+)", re.S),
        regex(rf" {_POSITION} that ")),
    _Form("assert", cue("it$|adamant|convinced|certain|sure|positive"), regex(
        r"(?P<by>\b(?:[Tt]he )?[\w'’. -]{2,60}?) (?P<cue>(?:has|have|had) it that|(?:is|are|was|were|remains?|"
        r"remained) "
        r"(?:adamant|convinced|certain|sure|positive)(?: that|:)) (?P<what>.+)", re.S),
        regex(r"(?:has|have|had) it that |(?:adamant|convinced|certain|sure|positive)\b")),
    _Form("noun", cue(rf"talk|word|whisper|gossip|{_CLAIM_STEMS}"), regex(
        rf"\b(?P<cue>[Tt]alk|[Ww]ord|[Ww]hispers|[Gg]ossip|{_CLAIMS}) (?:of|that|about) (?P<what>[^,;]+), (?:\w+ )?"
        r"(?:put about|spread|made|raised|circulated|levelled|voiced|aired|repeated|started|put forward|published) by "
        r"(?P<by>(?:the |an? )?[\w'’ -]{2,60}?)(?= since| on | in | last | this |,|\.)", re.S | re.I)),
    _Form("noun", cue(f"{_POSITION_STEMS}|{_CLAIM_STEMS}"), regex(
        rf"(?P<by>\b(?:[Tt]he )?{_PROPER}|\b(?:the|its|his|her|their|an?|one|some) [\w ]{{2,40}}?)"
        rf"['’]s? (?P<cue>{_CLAIMS}|{_POSITION}(?= that )) "
        r"(?:that|of|about|(?=to (?!the|an?|his|her|its|their|[A-Z])\w+)) ?(?P<what>.+)", re.S),
        regex(rf"['’]s? (?:{_CLAIMS} (?:that|of|about|to)|{_POSITION} that) ")),
    # Denied that it leaks, as alleged by Lind.
    _Form("assert", cue("charged|claimed|alleged|asserted|reported|suggested|stated"), regex(
        rf"\b(?:{_DENIED})\b[^.;]{{0,40}}? that (?P<what>[^;“”\"]{{8,200}}?), (?:as |an? \w+ )?"
        r"(?P<cue>charged|claimed|alleged|asserted|reported|suggested|stated) (?:by|in) (?P<by>[^,.;:“”\"]{2,70})"
        r"(?:, (?P<apposed>[A-Z][^,;:“”\"]{2,60}?)(?=[,.;]))?", re.S),
        regex(r" (?:by|in) ")),
    # Denied that a developer paid, as a watchdog group has charged; denied a newspaper report that.
    _Form("assert", cue("charge|claim|allege|complain|assert|report|suggest"), regex(
        rf"\b(?:{_DENIED})\b[^.;]{{0,40}}? that (?P<what>[^;“”\"]{{8,200}}?), as (?P<by>[^,.;]{{2,60}}?) "
        r"(?:(?:in|on|at|from) [^,.;]{2,40}? )?"
        r"(?:has |have |had )?(?P<cue>(?:charg|alleg)e[ds]|(?:claim|complain|assert|report|suggest)(?:ed|s))\b", re.S),
        regex(r", as ")),
    _Form("noun", cue(_CLAIM_STEMS), regex(
        rf"\b[Aa]n? (?P<by>[\w-]*(?:paper|magazine|website|television|radio|media|press|blog)) "
        rf"(?P<cue>{_CLAIMS}) that (?P<what>.+)", re.S)),
    # The allegation that police beat him was made by his mother; claims that it leaks came from the union.
    _Form("noun", cue(_CLAIM_STEMS), regex(
        rf"\b(?P<cue>(?i:{_CLAIMS})) (?:that|of) (?P<what>[^.;:“”\"]{{8,200}}?),? (?:(?:was|were|is|are|has been|have "
        r"been|had been) (?:first |also )?(?:made|raised|levelled|leveled|brought|voiced|aired|published|put forward|"
        r"lodged|filed) by|(?:first )?(?:came|comes?|stems?|stemmed|originate[sd]?) (?:from|with)) "
        r"(?P<by>(?:the |an? |his |her |its |their )?[\w’' -]{2,60}?)"
        r"(?:, (?P<apposed>[^,;:“”\"]{2,60}))?(?= since| on | in | last | this |,|\.)", re.S),
        regex(r" by | from | with ")),
    _Form("noun", cue(f"{_CLAIM_STEMS}|{_WORD_STEMS}"), regex(
        rf"\b(?P<cue>(?i:{_CLAIMS}|{_WORDS})) "
        rf"(?:made |given |levelled |leveled |raised |put forward |brought |aired |published |filed )?"
        r"(?:by|from|in|(?-i:of (?=(?:the )?[A-Z]))) "
        rf"(?P<by>(?:the |an? )?[\w'’. -]{{2,60}}?)(?<! and)(?<! or)(?:, (?:first |notably |chiefly )?(?:in |by |"
        rf"from )?(?P<apposed>[^,;:“”\"]{{2,60}}),)? (?:that|of(?! (?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*)* that\b)) "
        r"(?P<what>.+)", re.S)),
    # A study by the institute which found that prices had doubled; a report in the paper saying that.
    _Form("noun", cue(f"report|claim|{_WORD_STEMS}|{_PAPER_STEMS}"), regex(
        rf"\b(?P<cue>(?i:reports?|claims?|{_WORDS}|{_PAPERS})) (?:by|from|in|of) "
        rf"(?P<by>(?:the |an? )?[\w'’. -]{{2,60}}?)"
        rf"(?:, (?:in |by |from )?(?P<apposed>[^,;:“”\"]{{2,60}}),)? (?:(?:that|which) {_TELLS}|according to which|"
        r"in which (?:he|she|it|they) (?:said|says|claimed|wrote|charged|alleged)|saying|claiming|alleging|suggesting|"
        r"asserting|stating|showing|finding)(?: that)? (?P<what>.+)", re.S),
        regex(rf" (?:that|which) {_TELLS}|which|ing ")),
)  # fmt: skip
# Behind what an allegation says the sentence says what became of it.
_GOES_ON = regex(
    r",(?!\d)|\s[“\"]?(?:(?:has|have|had) (?:drawn|met|been (?:denied|rejected|dismissed|called|described|put))|"
    r"(?:was|were) (?:(?:first |also )?(?:made|raised|levelled|leveled|brought|voiced|aired|published|put forward|"
    r"lodged|filed) by|denied|rejected|dismissed|called|described|put to|met with)|drew|met with|prompted|provoked|"
    r"(?:first )?(?:came|comes?|stems?|stemmed|originate[sd]?) (?:from|with)|"
    r"contain(?:s|ed)?)\b"
)
_JUDGED = regex(rf"\s(?:is|are|was|were)\s(?:(?!(?:is|are|was|were)\b)[^,;]){{0,20}}?{FALSE.pattern}")
_FINITE = regex(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|\w+ed|lost|rose|fell|went|came|took|"
    r"gave|made|held|left|ran|cost|hit|cut|paid|sold|bought|kept|knew|met|broke|stole|hid|[a-z]{3,}s)\b"
)
# Of these no plural is one: two schools, the drugs.
_VERB = regex(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|\w+ed|lost|rose|fell|went|came|took|"
    r"gave|made|held|left|ran|cut|paid|sold|bought|kept|knew|met|broke|stole|hid|(?:it|he|she|there|who) [a-z]{3,}s|"
    r"(?<!\bthe )(?<!\btwo )(?<!\bin )(?<!\bof )[a-z]{3,}s(?=\s+(?:(?:has|have|had|was|were|is|are) )))\b"
)
_ANY = reduce(or_, (form.needs for form in FORMS))
_LONGEST = 420  # characters of a sentence looked at behind a cue


@dataclass(frozen=True, slots=True)
class Frame:
    """An accusation as told: its cue, who tells it (None where only the words around know), against whom, what."""

    sort: Sort
    cue: Span
    claimant: Span | None
    accused: Span | None
    what: Span


def frames(text: str, sentence: Span, here: int) -> list[Frame]:
    """The frames of one sentence with the cues `here`, in order; of two with one cue the first of the table holds."""
    start, end = sentence[0], min(sentence[1], sentence[0] + 4 * _LONGEST)
    found: dict[Span, Frame] = {}
    for form in FORMS if _ANY & here else ():
        for match in form.within(text, start, end, here):
            frame = _frame(text, sentence, form.sort, match)
            if frame and not any(cue[0] <= frame.cue[0] < cue[1] for cue in found):
                found[frame.cue] = frame
    return sorted(found.values(), key=lambda frame: frame.cue)


def clause_end(text: str, start: int, end: int) -> int:
    """Where a proposition that begins at `start` ends, at most at `end`."""
    cut = _ENDS.search(text, start + 1, end)
    stop = cut.start() if cut else end
    return start + len(text[start:stop].rstrip(" ,;.\n"))


def noun_end(text: str, start: int, end: int) -> int:
    """Where "X's claim that it leaks | is false" goes on behind the claim."""
    told = (found for found in _GOES_ON.finditer(text, start, end) if _is_behind(text, start, found))
    end = min((found.start() for found in told), default=end)
    judged = _JUDGED.search(text, start + 1, end)
    return judged.start() if judged and _FINITE.search(text, start, judged.start()) else end


def _is_behind(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether a claim is whole before what seems to go on behind it: not "that the spill | came from one of its lines".

    A noun before it, "of torture", is.
    """
    clause = text[:start].endswith("that ")
    return found[0].startswith(",") or not clause or _VERB.search(text, start, found.start()) is not None


def _frame(text: str, sentence: Span, sort: Sort, match: re.Match[str]) -> Frame | None:
    given = match.groupdict()
    cue = match.span("cue")
    is_before = match.start("what") < max(match.start("cue"), _at(match, "accused") or 0)
    end = match.end("what") if is_before else sentence[1]
    what = (match.start("what"), clause_end(text, match.start("what"), min(end, match.start("what") + _LONGEST)))
    if text[match.start()] == "," and (comma := text.find(",", *what)) > 0:
        what = (what[0], comma)  # "the mayor, accused by police of theft, | flew home"
    if sort == "noun":
        what = (what[0], noun_end(text, *what))
    if what[1] - what[0] < 3:  # The allegation of the union, | he said
        return None
    accused = match.span("accused") if given.get("accused") and given["accused"].strip() else None
    if sort == "accuse" and not given.get("accused"):
        return Frame(sort, cue, _by(match), subject_before(text, sentence[0], match.start()), what)
    before = first_name if text[cue[0] : cue[0] + 4] == "what" else subject_before
    claimant = _by(match) or before(text, sentence[0], match.start("cue"))
    return Frame(sort, cue, claimant, accused, what)


def _by(match: re.Match[str]) -> Span | None:
    """By whom; the name beside it where there is one: by a former aide, Ana Lind, that."""
    given = match.groupdict()
    return next((match.span(name) for name in ("apposed", "by") if given.get(name)), None)


def _at(match: re.Match[str], name: str) -> int | None:
    return match.start(name) if match.groupdict().get(name) else None
