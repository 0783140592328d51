"""The forms in which a statement is told by words that the reader does not know as those of saying it."""

import re
from dataclasses import dataclass

from service.disputes.cues import cue
from service.disputes.wordings.showing import DOCUMENT, SHOWING, STEMS
from service.disputes.wordings.truth import FALSE
from service.disputes.wordings.wording import CLAIM
from service.regex import regex


@dataclass(frozen=True, slots=True)
class Form:
    """A pattern with its `cue`. Who tells it is `by` or `apposed`, else whoever is told of before the cue; the
    `pronoun` behind a statement means who speaks or leads in the sentence before.

    What is told is `what`, else the clause that the sentence holds before the pattern.
    """

    pattern: re.Pattern[str]
    needs: int  # the cue of the words without one of which the pattern finds nothing
    holds: str = ""  # what it must hold, too, where it is slow


_STEMS = (
    r"answer|respon|repl|rejoin|retort|counter|firm|adamant|clear|categorical|emphatic|blunt|version|account|view|"
    r"story|statement|sentence|clause|contradict|differ|otherwise|disagree|object|remember|recall|figure|said|says|"
    r"told|wrote|insist|maintain|explain|spoke|issue|straight|correct|explanation|verdict|reason|finding|conclusion"
)
_NUMBER = (
    r"(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|\w+ (?:hundred|thousand))"
)
_NAME = r"[A-ZÀ-Þ][\w’'-]*(?: (?:& )?[A-ZÀ-Þ][\w’'-]*)*"
_NO_CLAUSE = r"(?!(?:and|but|or|which|who|whom|that|as|when|while|where|if|because|since|it|they|he|she|we|I|this)\b)"
SAYING = regex(
    r"(?:(?:has|have|had) )?(?:told|said|says?|conclude[sd]|calculate[sd]?|complain(?:s|ed)?|assure[sd]?|"
    r"answer(?:s|ed)|claim(?:s|ed)?|submitted|report(?:s|ed)?|found|finds|estimate[sd]?|wrote|writes?|allege[sd]?|"
    r"insist(?:s|ed)?|maintain(?:s|ed)?|argue[sd]?|repli(?:es|ed)|respond(?:s|ed)?|testified|announce[sd]|"
    r"recall(?:s|ed)?|state[sd]|declare[sd]?|swore|swears?|protest(?:s|ed)|retort(?:s|ed)|suspects?|suspected)\b"
)
_SAYING_STEMS = (
    "told|said$|say$|says$|conclude|calculate|complain|assure|answer|claim|submitted|report|found$|finds$|"
    "estimate|wrote|write|allege|insist|maintain|argue|repli|respond|testified|announce|recall|state|declare|"
    "swore|swear|protest|retort|suspect"
)
# Words that may be the verb of a clause.
FINITE = regex(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|must|should|never|[a-z]{2,}ed|"
    r"[a-z]{3,}s|went|came|took|gave|made|held|left|lost|rose|fell|ran|sold|bought|paid|kept|put|use|hit|shot|let|"
    r"cut|struck|sent|met|stood|began|drew|grew|flew|broke|built|led|saw|knew|fed|fled|won|drove|threw|sank|stole)\b|n['’]t\b"
)
FORMS = (
    # For Corvane the claim is baseless.
    Form(regex(
        rf"(?:(?m:^)|(?<=[.!?”\"] ))(?P<cue>For|To)\s+(?P<by>(?:the\s+)?(?:[a-z]+\s+){{0,2}}{_NAME}),?\s+"
        rf"(?P<what>(?:it|this|that|all this|the whole (?:thing|affair|story)|(?:the|these|those|such|his|her|their) "
        rf"(?:\w+ )?{CLAIM}) (?:is|are|was|were) [^;“”\"]{{0,60}}?{FALSE.pattern}[^;“”\"]{{0,80}})"),
        cue("for$|to$")),
    # For the critic Ana Lind it was a dull night.
    Form(regex(
        r"(?:(?m:^)|(?<=[.!?”\"] ))(?P<cue>For|To)\s+(?P<by>(?:the\s+)?(?:[a-z]+\s+){0,2}"
        r"[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)+)"
        r"(?:,\s+[^,;:“”\"]{3,80},)?,?\s+(?P<what>(?:it (?:is|was)|the|its|his|her|that|this|these|those)\s"
        r"[^;“”\"]{8,200})"),
        cue("for$|to$")),
    # The mission put the number of dead at no more than 14.
    Form(regex(
        r"\b(?P<cue>puts?|sets?|estimates?|estimated|speaks? of|spoke of|counts?|counted)\s+(?P<what>"
        r"(?:(?:the|its|their|his|her)\s+[^.;:“”\"]{3,60}?\s+at\s+)?"
        rf"(?:no more than |at least |about |some |fewer than |more than )?{_NUMBER}\b[^.;:“”\"]*)", re.I),
        cue("put$|puts$|set$|sets$|estimate|speak|spoke|count")),
    # The union has found that eleven keys are gone. She wondered aloud whether anybody had looked.
    Form(regex(
        r"\b(?P<cue>(?:reports?|reported|(?:has|have|had) (?:found|established|shown|calculated|documented|"
        r"discovered|learned|learnt|revealed|reported)(?: (?!that\b)[\w’'-]+){0,5}?|"
        r"testif(?:y|ies|ied)|sw(?:ears?|ore|orn))(?= that)|"
        r"wonder(?:s|ed)(?: aloud| publicly)?[^,;.]{0,40}?(?= (?:whether|if|why)))(?: that)? "
        r"(?P<what>[^;:“”\"]{12,240})"),
        cue("report|has$|had$|have$|testif|swear|swor|wonder")),
    # The coach was adamant that he had touched nobody.
    Form(regex(
        r"\b(?P<cue>(?:is|was|are|were|remains?|remained) (?:\w+ly )?(?:adamant|certain|sure|positive|convinced|"
        r"emphatic|clear|firm|categorical|insistent))(?: that|(?= (?:the|it|he|she|they|his|her|its|"
        r"[A-Z]))) (?P<what>[^;:“”\"]{12,240})"),
        cue("adamant|certain$|sure$|positive|convinced|emphatic|clear$|firm$|categorical|insistent")),
    # It holds for its part that strikers lit the fire; it has maintained since April that the traces were old.
    Form(regex(
        r"\b(?P<cue>(?:(?:hold|maintain|insist|argue|contend|claim|sa(?:y|id)|believe|suspect|allege|complain|assert|"
        r"object|warn|write|wrote|state|counter|respond|repl(?:y|ie)|add|told|held)(?:e?d|e?s)?(?= (?!that\b))|"
        r"(?:counter|rejoin|protest|stress|emphasi[sz]e|vow|retort|explain|reveal|disclose|declare|testif(?:y|ie)|remark|"
        r"hint|impl(?:y|ie)|insinuate|intimate|post|tweet|suggest|conclude|establish|fear)(?:e?d|e?s)|"
        r"swears?|swore|ma(?:de|kes) (?:it )?(?:\w+ )?clear|let it be (?:known|understood)|le(?:t|ts) slip)"
        r"(?: (?!that\b)[\w’'-]+){0,7}?),? that (?P<what>[^;:“”\"]{12,240})"),
        cue("hold|held|maintain|insist|argue|contend|claim|say|said|believe|suspect|allege|complain|assert|object|warn|"
            "write|wrote|state|counter|respond|repl|add|told|protest|stress|emphasi|vow|retort|explain|reveal|disclose|declare|"
            "testif|remark|swear|swore|made|makes|let|hint|imply|implie|insinuat|intimat|post|tweet|suggest|conclude|"
            "establish|fear")),
    # The engineers put it down to a lack of oil; she chalks the crash up to ice.
    Form(regex(
        r"\b(?P<cue>(?:puts?|chalk(?:s|ed)?|set(?:s)?) (?:it|this|that|them|(?:the|its|his|her|their|these|those) "
        r"(?!differen|discrepan|error|mistake|confusion|mix)[^.;:,“”\"]{3,60}?) (?:down|up) to) "
        r"(?P<what>[^.;:“”\"]{3,160}(?:: [^.;:“”\"]{12,160})?)"),
        cue("put$|puts$|chalk|set$|sets$")),
    # The refinery blamed sabotage: another cause, where nobody is blamed for anything.
    Form(regex(
        r"\b(?P<cue>blame[sd]?(?: (?:it|this|that) on)?) "
        r"(?P<what>(?!(?:on|by|for|it|this|that|him|her|them|himself|herself|itself|themselves|each)\b)"
        r"(?:(?!\b(?:for|on|over)\b)[^.;:“”\"]){3,90})(?=\.|$)"),
        cue("blam")),
    # He pinned it on the night shift; they lay the loss at the door of the dam.
    Form(regex(
        r"\b(?P<cue>(?:pins?|pinned|la(?:y|ys|id)) (?:it|this|that|them|(?:the|its|his|her|their|these|those) "
        r"[^.;:,“”\"]{3,60}?) (?:on|at the (?:door|feet) of)) (?P<what>[^.;:“”\"]{3,160})"),
        cue("pin|lay|laid")),
    # She held up a receipt; the firm published footage of the gate.
    Form(regex(
        rf"\b(?P<cue>{SHOWING}) (?P<what>{DOCUMENT}[^;:“”\"]*(?:: [^;“”\"]*)?)"),
        cue(STEMS)),
    # She traces the cracks back to the blasting.
    Form(regex(
        r"\b(?P<cue>dates?|dated|traces?|traced|attributes?|attributed|credits|credited|links|linked|ties|tied|"
        r"ascribes?|"
        r"ascribed) "
        r"(?P<what>[^.;:“”\"]{3,60}? (?:back )?to [^.;:“”\"]{3,120})"),
        cue("dat|trac|attribut|credit|link|ties|tied|ascrib")),
    # She told the court the gate was open.
    Form(regex(
        r"\b(?P<cue>told (?:(?:the|an?|his|her|its|their) )?(?:\w+ )?(?:court|jury|tribunal|council|councillors|"
        r"committee|"
        r"hearing|inquiry|inquest|reporters|journalists|police|detectives|judges?|magistrates?|MPs|parliament|meeting|"
        r"assembly|panel|board|readers|listeners|viewers|investigators|inspectors)) "
        r"(?P<what>(?:the|it|he|she|they|we|his|her|its|their|no|every|all|[A-ZÀ-Þ][\w’'-]+)\b[^;:“”\"]{12,240})"),
        cue("told$")),
    # It described how waste ran into the river.
    Form(regex(
        r"\b(?P<cue>(?:documented|describ(?:ed|es)|recount(?:ed|s)|relat(?:ed|es)|detail(?:ed|s)|recall(?:ed|s)|"
        r"reveal(?:ed|s)|"
        r"set out)(?: (?!how\b)[\w’'-]+){0,5}?) how (?P<what>[^;:“”\"]{12,240})"),
        cue("document|describ|recount|relat|detail|recall|reveal|set$")),
    # It sees Corvane behind the leak; they are furious that the gate was shut.
    Form(regex(
        r"\b(?P<cue>sees?|saw) (?P<what>[^.;:,“”\"]{3,60}? (?:behind|as the (?:cause|culprit|reason|source|"
        r"origin) (?:of|"
        r"for)) [^.;:“”\"]{3,120})"),
        cue("see$|sees$|saw$")),
    Form(regex(
        r"\b(?P<cue>(?:is|are|was|were) (?:\w+ly |so )?(?:angry|furious|outraged|appalled|dismayed|indignant|bitter|"
        r"upset|"
        r"incensed|aggrieved)) that (?P<what>[^;:“”\"]{12,240})"),
        cue("angry|furious|outrag|appall|dismay|indignant|bitter|upset|incens|aggriev")),
    # In Lind's account the gate was open; if Lind is to be believed, it was.
    Form(regex(
        r"(?:(?m:^)|(?<=[.!?”\"] ))(?P<cue>In|By|On|If|As) "
        r"(?P<by>(?:the )?(?:[a-z]+ ){0,2}[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*)*)(?:['’]s?)? (?:own )?"
        r"(?:account|view|version|telling|words|reckoning|estimate|estimation|reading|opinion|is to be believed|"
        r"tells it|sees it|puts it|has it|told it|is right),? (?P<what>[^;:“”\"]{12,240})"),
        cue("account|view$|version|telling|words$|reckon|estimat|reading|opinion|believed|it$|right$")),
    # By the reckoning of the ministry the average household pays more.
    Form(regex(
        r"(?:(?m:^)|(?<=[.!?”\"] ))(?P<cue>(?:By|On|In|According to) the (?:reckoning|account|estimates?|figures|count|"
        r"telling|version|calculations?)) of "
        r"(?P<by>(?:the )?[\w’'-]+(?: [\w’'-]+){0,3}?),? (?P<what>(?:the|an?|it|all|there|no|every|only|each|they|he|"
        r"she)\b [^;:“”\"]{12,240})"),
        cue("reckon|account|estimat|figures|count$|telling|version|calculat")),
    # The ministry was firm: every name was checked. Lind put it differently: he was driving at 40.
    Form(regex(rf"\b(?P<cue>(?i:{_STEMS})\w*)\b[^\n]{{0,160}}?: +(?P<what>[a-z].*)", re.S),
        cue(_STEMS), ": "),
    # The guides' office, in whose view the resort has tapped the spring.
    Form(regex(
        rf"(?P<by>{_NAME})(?: of (?:the )?[\w’' -]{{2,40}})?, "
        r"(?P<cue>in whose (?:view|words|opinion|eyes|account|version)|according to wh(?:ich|om)) "
        r"(?P<what>[^;:“”\"]{8,})"),
        cue("view$|words$|opinion|eyes$|account|version|according")),
    # The pump was sold for a song, in the view of the critic.
    Form(regex(
        r", (?P<cue>in the (?:view|words|opinion|eyes|account|version|telling|estimation|judge?ment) of) "
        rf"(?P<by>(?:the |an? )?(?:[\w’'-]+ ){{0,5}}?{_NAME})"),
        cue("view$|words$|opinion|eyes$|account|version|telling|estimation|judgment|judgement")),
    # Rents rose, the tenants' union calculates.
    Form(regex(
        rf", (?P<by>(?:[Tt]he |[Aa]n? |[Ii]ts |[Hh]is |[Hh]er )?(?:{_NO_CLAUSE}[\w’'-]+ ){{0,7}}?"
        rf"{_NO_CLAUSE}[\w-]+(?<!percent)"
        r"(?: (?:who|calling|known|close to|briefed|familiar)\b[^,;:“”\"]{3,80}?)??)"
        r"(?:, (?P<apposed>(?:who |which |of |the |an? )?[^,;:.“”\"]{2,70}),)? "
        rf"(?P<cue>{SAYING.pattern})(?=[^:“”\"]{{0,90}}[.;,]|\W*$)(?! that\b)"),
        cue(_SAYING_STEMS)),
    # Nobody washed their hands, he told the court.
    Form(regex(
        r", (?P<pronoun>he|she|they) (?P<cue>told (?:the|an?|his|her|their|[A-ZÀ-Þ][\w’'-]*|reporters|journalists|"
        r"supporters|members|delegates|workers|readers|viewers|listeners|shareholders|colleagues|parliament) )"),
        cue("told$"), ", "),
    # The gate was open, he went on.
    Form(regex(r", (?P<pronoun>he|she|it|they) (?P<cue>went on|goes on|continue[sd])(?=[,.;])"),
        cue("went$|goes$|continue"), ", "),
    # Glaciers have grown for ten years, claims the Slope Foundation in a booklet.
    Form(regex(
        rf", (?P<cue>{SAYING.pattern}) (?P<by>(?:the |an? )?(?:[a-z’'-]+ ){{0,2}}{_NAME})(?= in |[.,;]|\W*$)"),
        cue(_SAYING_STEMS)),
    # That is not so, said the foreman, Ana Lind.
    Form(regex(
        rf", (?P<cue>{SAYING.pattern}) (?P<by>(?:the|an?|its|his|her|their) (?:[\w’'-]+ ){{0,4}}?[a-z’'-]+)"
        rf"(?:, (?P<apposed>{_NAME}))?(?=[.;]|\W*$)"),
        cue(_SAYING_STEMS)),
)  # fmt: skip
