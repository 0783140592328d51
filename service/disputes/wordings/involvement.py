"""Wordings that deny a part in it, or that the thing spoken of exists."""

from service.disputes.wordings.wording import NOT, PROOF, wording

_PART = (
    r"(?:part|role|hand|involvement|connections?|links?|knowledge|contacts?|ties|say|responsibility|influence|"
    r"complicity|relation|association|dealings)"
)
_INVOLVED = r"(?:involved|responsible|behind|to blame|a party|complicit|connected|linked|implicated)"
_ABOUT = r"(?: (?:whatever|whatsoever|at all))?(?: (?:in|with|to|of|for|over) (?P<about>[^.;“”\"]{2,120}))?"
_INVOLVEMENT, _EXISTENCE = "denial of involvement", "denial of existence"

WORDINGS = (
    wording(_EXISTENCE, "denies_existence", r"\b(?:do|does|did)(?: not|n['’]t) (?:even )?exist\b", before=True,
        needs=r"exist|nonexist"),
    wording(_EXISTENCE, "denies_existence",
        r"\bnever existed\b|\bnon-?existent\b|\b(?:no|never(?: been| existed)?(?: any)?) such (?:an? )?"
        r"(?P<about>[^.;,“”\"]{2,80})",
        needs=r"exist|nonexist|such"),
    # "There is no second account"; there is no evidence, reason, doubt or comment says another thing.
    wording(_EXISTENCE, "denies_existence",
        r"\bthere (?:is|are|was|were|has been|have been|had been|['’]s) (?:no|never (?:been )?(?:any|an?)|not (?:any|"
        r"an?|one"
        rf"|a single)) (?!{PROOF}\b|reason|need|doubt|plans? to|question|word|sign|comment|point|place|way\b|"
        rf"\w+ comment)"
        r"(?P<about>[^.;“”\"]{2,120})", plain=False,
        needs=r"there"),
    wording(_INVOLVEMENT, "denies_involvement",
        r"\bnothing (?:at all |whatsoever |whatever )?to do with(?: (?P<about>[^.;“”\"]{2,120}))?",
        needs=r"nothing"),
    wording(_INVOLVEMENT, "denies_involvement",
        r"\b(?:had|has|have|having|played|plays|play|took|takes|bears?|bore|with)\s+(?:absolutely |had )?(?:no|"
        rf"{NOT} (?:had )?(?:an?|any))\s+(?:\w+ )?{_PART}\b{_ABOUT}",
        needs=r"part|role|hand|involvement|connection|link|knowledge|contact|tie|say|responsib|influence|complic|relation|associat|dealings"),
    wording(_INVOLVEMENT, "denies_involvement",
        rf"\b(?:was|were|is|are|am|been|has|have|had)(?: {NOT}|n['’]t)(?: been)? (?:\w+ly |ever |at all |in any way |"
        rf"yet "
        rf"|even |also )?{_INVOLVED}\b{_ABOUT}",
        needs=r"involved|responsible|behind|blame|party|complicit|connected|linked|implicated"),
    wording(_INVOLVEMENT, "denies_involvement",
        r"\b(?:is|was|am|are|were|his|her|their|its|my|our) (?:\w+ly )?(?:innocent|innocence)\b|\bnot guilty\b",
        r"\b(?:did|done|doing) nothing (?:wrong|illegal|improper|unlawful)\b|\b(?:no|any) wrongdoing\b",
        needs=r"innocen|guilty|nothing|wrongdoing"),
    wording(_INVOLVEMENT, "denies_involvement",
        rf"\b(?:do|does|did)(?: {NOT}|n['’]t) (?:even )?know (?:what|who|which)\b[^.;]{{0,60}}\b(?:talk|refer|mean|"
        rf"speak)\w*",
        r"\b(?:knew|knows?|known) nothing (?:of|about)(?: (?P<about>[^.;“”\"]{2,120}))?",
        needs=r"know|knew"),
)  # fmt: skip
