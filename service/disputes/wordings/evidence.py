"""Wordings that deny the evidence for a claim, or the basis on which it rests."""

from service.disputes.wordings.wording import CLAIM, NOT, PROOF, wording

_SCRAP = r"(?:shred|scrap|trace|iota|ounce|piece|bit)"
_OF = (
    r"(?:\s+(?:of|that|for|to (?:show|suggest|prove|support|back)|in|behind|whatsoever)\s+(?P<about>[^.;“”\"]{1,160}))?"
)
# Whatever numbers and papers a claim is drawn from, and what is held against them.
_SOURCE = (
    r"(?:methodology|method|analysis|figures?|data|report|study|survey|audit|investigation|inquiry|inspection|"
    r"calculations?|numbers|findings?|conclusions?|samples?|tests?|measurements?)"
)
_FLAWED = (
    r"(?:flawed|faulty|biased|one[- ]sided|unreliable|selective|invalid|botched|incomplete|contaminated|forged|"
    r"doctored|"
    r"outdated|wrong|a forgery)"
)
_POOR = (
    r"(?:insinuat\w+|false|faulty|flawed|wrong|outdated|obsolete|hearsay|rumou?rs?|speculation|assumptions?|guess\w*|"
    r"incomplete|unreliable|forged|anonymous|lies|unnamed|biased|one[- ]sided|misunderstanding|misreading)"
)
_EVIDENCE, _BASIS = "denial of evidence", "rejection of the basis"

WORDINGS = (
    # No proof, without a shred of evidence, lacking any basis.
    wording(_EVIDENCE, "denies_evidence",
        rf"\b(?:no|zero|without(?: any| a {_SCRAP} of)?|{NOT} (?:an?|one|any|enough|a single)(?: {_SCRAP} of)?|"
        rf"shred of|"
        r"lack\w*(?: any| of| all)?|absence of|insufficient|devoid of|free of|nothing in the way of)\s+"
        rf"(?:\w+ ){{0,2}}?{PROOF}\b{_OF}",
        needs=r"evidence|proof|basis|ground|foundation|fact|substan|confirm|merit|truth"),
    wording(_EVIDENCE, "denies_evidence",
        rf"\b(?:nobody|no one|none of \w+) [^.;“”\"]{{0,40}}?(?:the slightest|the least|any|a (?:single )?{_SCRAP} of) "
        rf"{PROOF}\b{_OF}",
        needs=r"evidence|proof|basis|ground|foundation|fact|substan|confirm|merit|truth"),
    # Has not shown any evidence; failed to back its claim.
    wording(_EVIDENCE, "denies_evidence",
        rf"\b(?:{NOT}|fail\w*|unable|yet|refus\w+)\s+(?:\w+ ){{0,1}}?(?:to )?(?:produce|provide|present|show|offer|"
        rf"supply|"
        rf"give|back|support|substantiate|prove|publish|share)\w*\s+(?:(?:\w+ ){{0,3}}?{PROOF}|it|them|one \w+|"
        rf"(?:its|their|"
        rf"his|her|the|these|those|that|this)\s+{CLAIM})\b",
        needs=r"produce|provide|present|show|offer|supply|give|back|support|substantiate|prove|publish|share"),
    wording(_EVIDENCE, "denies_evidence",
        rf"\b{NOT} (?:been )?(?:\w+ )?(?:supported|backed up|backed|borne out|corroborated|substantiated) by\b",
        r"\bun(?:proven|proved|supported|corroborated|verified)\b|\b(?:could|can)(?: ?not|n?['’]t) be (?:proven|proved|"
        r"substantiated|verified)\b",
        needs=r"unprov|unsupp|uncorr|unver|prove|substan|verif|support|back|borne|corrob"),
    wording(_EVIDENCE, "denies_evidence",
        r"\b(?:evidence|proof|information|case)\b[^.;]{0,40}?\b(?:is|was|are|were) (?:\w+ly )?(?:lacking|missing|"
        r"absent|weak|"
        r"thin|flimsy|worthless|circumstantial)\b",
        needs=r"evidence|proof|information|case"),
    wording(_EVIDENCE, "denies_evidence",
        rf"\b(?:do|does|did)(?: {NOT}|n['’]t) understand\b[^.;]{{0,40}}\b(?:{PROOF}|{CLAIM})\b|\b(?:prov|"
        rf"show)\w+ nothing\b",
        r"\bno (?:\w+ ){1,2}(?:has|have|had) (?:ever )?(?:confirmed|found|shown|proved|proven|established|seen)\b",
        r"\b(?:where|what) is the (?:evidence|proof)\b|\bfound no \w+",
        needs=r"understand|nothing|confirmed|found|shown|prove|establish|seen|evidence|proof"),
    # The claim has a basis, a poor one: introduced under a false pretense, drawn from rumours.
    wording(_BASIS, "rejects_basis",
        r"\b(?:false|flimsy|mere|invented|under (?:a|the)) [“\"‘]?(?:false |flimsy )?(?:pretences?|pretenses?|"
        r"pretexts?|"
        r"premises?)\b",
        needs=r"pretence|pretense|pretext|premise"),
    wording(_BASIS, "rejects_basis",
        r"\b(?:bas(?:ed|es|ing)|buil[dt]|rel(?:y|ies|ied|ying)|rest(?:s|ed|ing)?|found(?:ed)?|drew|drawn|"
        r"draws)\b (?:\w+ )"
        rf"{{0,3}}?(?:on|upon|from)\b[^.;]{{0,60}}?\b{_POOR}\b|\brel(?:y|ies|ied|ying) too (?:heavily|much)\b",
        needs=r"based|bases|basing|build|built|rely|relie|rest|found|drew|drawn|draws"),
    wording(_BASIS, "rejects_basis",
        rf"\b{_SOURCE}\b[^.;]{{0,50}}?\b(?:is|are|was|were|had been)\b (?:\w+ly |so )?{_FLAWED}\b",
        r"\bpolitical(?:ly)?[- ](?:motivated|stunt|motives?|attack|vendetta|theatre|theater|persecution)\b",
        r"\bout of context\b|\bcherry[- ]pick\w*|\b(?:misread|misinterpret|misrepresent|misunderst|mischaracteri)\w*",
        needs=r"flawed|faulty|biased|one|unreliable|selective|invalid|botched|incomplete|contaminated|forge|doctored|outdated|wrong|politic|context|cherry|misread|misinter|misrepre|misunder|mischara"),
    wording(_BASIS, "rejects_basis",
        r"\b(?:fail\w*|filed|neglect\w*|not|n['’]t) (?:to )?(?:take|took|taken) (?:\w+ ){0,2}?into (?:account|"
        r"consideration)\b",
        needs=r"account|consideration"),
    # The claimant took one thing for another; only in the mouth of the accused, or said of the claimant.
    wording(_BASIS, "rejects_basis",
        r"\b(?:outdated|out of date|obsolete|superseded|expired|lapsed|confus\w+|mix\w+ up|mistak\w+|mistook|"
        r"overlook\w+|"
        r"leav\w+ out|left out|add\w+ up|double[- ]count\w*|(?:\w+ ){0,2}counted|cit(?:es|ed|ing)|(?:are|is|was|"
        r"were) not "
        r"(?:ours|his|hers|theirs|its|mine))\b|\bwrong (?:\w+ )?(?:map|file|year|month|place|date|list|document|"
        r"version|"
        r"building|site|company|person|man|woman)\b", plain=False,
        needs=r"out|obsolete|superseded|expired|lapsed|confus|mix|mistak|mistook|overlook|add|double|count|cit|not|wrong"),
)  # fmt: skip
