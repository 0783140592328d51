"""Sayings by which people deny what was claimed without a word for false: got it back to front, nothing to hide."""

from service.disputes.wordings.wording import CLAIM, NOT, wording

_TRUTH, _EVIDENCE = "denial of truth", "denial of evidence"
_INVOLVEMENT, _BASIS = "denial of involvement", "rejection of the basis"
_IT = r"(?:it|this|that|them|these|those)"
_WHO = r"(?!(?:i|we|that|and|it)\b)(?:he|she|they|you|who(?:ever)?|(?:the|this|that|these|those) (?:\w+ )?\w+|[a-z]\w+)"
_OUR = r"(?:my|our|his|her|its|their)"

WORDINGS = (
    # Not one word of it is so; it did no such thing; there is nothing in it.
    wording(_TRUTH, "denies",
        rf"\b(?:{NOT}|hardly) (?:a|one)(?: single)? (?:word|grain|shred|scrap|bit|ounce|iota|syllable|line) (?:of|in|"
        rf"to) "
        rf"(?:{_IT}|what (?:he|she|they|you|[a-z]\w+) (?:said|says?|claims?|claimed|wrote|writes?))\b",
        r"\b(?:did|done|does|do|doing|said|says?|promised|claimed|wrote|seen|happened|heard) (?:nothing (?:whatever |"
        r"at "
        r"all )?(?:of the (?:sort|kind)|like (?:it|that|this))|no such thing)\b",
        rf"\b(?:there(?: is| was|['’]s)) (?:absolutely |simply )?nothing (?:at all )?(?:in|to) (?:{_IT}|(?:the|these|"
        rf"those|"
        rf"his|her|their) {CLAIM})(?=\W|$)",
        r"\bnothing to (?:it|that|this)(?=\W*$|[.,;])",
        needs=r"word|grain|shred|scrap|bit$|ounce|iota|syllable|line|nothing|such"),
    # The opposite is true; absolutely not; by no means.
    wording(_TRUTH, "denies",
        r"\bthe (?:exact |very )?(?:opposite|reverse|contrary) (?:is|was|has been|happened|holds)\b",
        r"^\W*(?:on the contrary|(?:quite|just|exactly) the (?:opposite|contrary|reverse)|(?:most )?(?:absolutely|"
        r"certainly|"
        r"definitely|emphatically|categorically|of course|obviously|clearly) not\b|by no means|never in my life|"
        r"far from it|"
        r"no way\b|not on your life|out of the question)(?=\W*[,.;:!”\"'’—–-]|\W*$)",
        needs=r"opposite|reverse|contrary|not$|means|never|far$|way$|life|question"),
    # They have got it back to front, the wrong end of the stick; it was not like that.
    wording(_TRUTH, "denies",
        rf"\b{_WHO}(?: has| have| had|['’]ve|['’]s)? (?:gets?|got|has|have|had|getting)(?: got)? (?:it|this|that|"
        rf"things|everything|the (?:\w+ )?\w+|"
        rf"{_OUR} (?:\w+ )?\w+)(?: \w+ly| all| quite)? (?:wrong|back to front|upside down|the wrong way (?:round|"
        rf"around|up)|"
        r"muddled|mixed up|confused)\b",
        r"\bwrong end of the stick\b|\bbarking up the wrong tree\b|\b(?:stands?|turn(?:s|ed|ing)?|stood) (?:the \w+|it|"
        r"things) (?:up)?on (?:its|their) heads?\b",
        r"\b(?:is|was|were|are)(?: not|n['’]t|nothing) (?:at all )?(?:how|what|the way) (?:it|that|this|things|"
        r"matters) "
        r"(?:was|were|is|are|happened|went|came about|looked|work(?:s|ed))\b",
        r"\b(?:is|was)(?: not|n['’]t) (?:at all |anything |remotely )?(?:like (?:that|this)|that way|so(?=\W*$|[.,;])|"
        r"as "
        r"(?:he|she|they|it|you|the \w+|[a-z]\w+) (?:says?|said|claims?|claimed|describes?|described|puts?|tells?|"
        r"told))\b",
        r"\b(?:is|was)(?: not|n['’]t) so(?=\W*$|[.,;])",
        needs=r"wrong|back|upside|muddle|mixed|confuse|head|how$|what$|way$|like|so$|as$"),
    # The records show otherwise; it flies in the face of the facts.
    wording(_TRUTH, "denies",
        r"\b(?:evidence|facts?|figures?|records?|data|documents?|numbers|files?|books|logs?|footage|pictures?|papers|"
        r"statistics|history|reality|truth) (?:\w+ly )?(?:shows?|showed|says?|said|tells?|told|proves?|proved|"
        r"suggests?|"
        r"indicates?|speaks?|is|was|looks?) (?:otherwise|different(?:ly)?|the (?:very )?(?:opposite|contrary|reverse)|"
        r"another (?:story|tale|thing|matter)|(?:a )?(?:very |quite |completely )?different (?:story|tale|picture|"
        r"thing|"
        r"matter))\b",
        r"\bfl(?:y|ies|ew|ying) in the face of\b|\bcontrary to (?:the )?(?:facts?|evidence|truth|reality|records?)\b|"
        r"\bat (?:odds|variance) with (?:the )?(?:facts?|evidence|truth|reality|records?)\b",
        rf"\b{NOT} (?:\w+ )?(?:based|founded|grounded|rooted) (?:up)?[oi]n (?:any )?(?:facts?|reality|truth|"
        rf"evidence)\b|"
        r"\b(?:no|any|without) (?:basis|foundation|grounding|root) in (?:fact|reality|truth)\b",
        needs=r"otherwise|different|opposite|contrary|reverse|another|face|odds|variance|fact|reality|truth|evidence"),
    # She lied; his memory plays tricks on him; they have been misled.
    wording(_TRUTH, "denies",
        rf"\b{_WHO}(?: (?:has|have|had|must have))? (?:lied(?! to (?:him|her|them))|misremember(?:s|ed)|misheard|"
        rf"mis-?spoke|"
        r"(?:made|make|makes|is making|are making) (?:it|this|that|things|everything|the (?:whole |entire )?(?:thing|"
        r"story|"
        r"lot|tale)) (?:all )?up|dream(?:t|ed)(?: up)? (?:it|this|that))\b",
        rf"\b(?:{_WHO} (?:is|are|was|were)|(?:he|she|it|that)['’]s|(?:they|you)['’]re) (?:\w+ly |just |plain |"
        rf"all )?(?:an? "
        r"(?:\w+ )?(?:liars?|fantasists?|fraudsters?)|liars|telling (?:lies|tales|stories|fibs|fairy tales)|"
        r"misinformed|"
        r"ill-informed|deluded|(?:not|never) telling the truth)\b|n['’]t telling the truth\b",
        r"\b(?:has|have|had|must have|was|were|been) (?:been )?(?:misled|misinformed|deceived|duped|taken in|"
        r"hoodwinked)\b",
        rf"\bmust (?:have been|be) (?:dreaming|joking|confus\w+|mistaken|drunk|thinking of)\b|"
        rf"\b{_OUR} memory (?:is|was|must be|has|may be)\b|\bputs? words in(?:to)? {_OUR} mouths?\b|"
        r"\btwist(?:s|ed|ing)? (?:my|our|his|her|their|the) (?:words|facts|truth)\b",
        needs=r"lied|lies|misrem|misheard|mis|made|mak|dream|liar|fantas|fraud|telling|ill|delu|decei|dup|taken|hood|must|"
        r"memory|mouth|twist"),
    # I do not believe a word of it; that cannot be; don't make me laugh.
    wording(_TRUTH, "denies",
        rf"\b(?:do|does|did|can|could)(?: ?not|n['’]t) (?:\w+ly |for a moment )?(?:accept|believe|recogni[sz]e|buy|"
        rf"credit) "
        rf"(?:{_IT}|a word|any of (?:it|this|that)|(?:the|this|that|these|those|his|her|their) (?:\w+ )?{CLAIM})(?=\W|"
        rf"$)",
        r"\b(?:can(?:not|['’]t| not)|could(?: not|n['’]t)) (?:possibly )?(?:be|have been) (?:true|so|correct|the "
        r"case)\b|\b(?:hard|difficult|impossible) to believe\b|\bbegs? belief\b|\bbeggars? belief\b|\bbeyond belief\b",
        r"\b(?:do not|don['’]t) make me laugh\b|\bpigs (?:might|may|can|will|would) fly\b|\bpull the other one\b|"
        r"\bcome off it\b|\bgive (?:me|us) a break\b|\bwhat planet\b|\bdignify\b|\b(?:pluck|pull|conjur|pick|"
        r"snatch)\w* "
        r"(?:\w+ ){0,3}?(?:out of|from) (?:the |thin )+air\b|\bfull of (?:holes|errors|mistakes|inaccuracies)\b|"
        r"\briddled with\b|\b(?:blown|blow\w*) (?:\w+ )?out of (?:all )?proportion\b",
        needs=r"accept|believ|recogni|buy|credit|cannot|can$|could|hard|difficult|impossible|belief|laugh|pigs|pull|come|give|"
        r"planet|dignify|air$|full|riddled|proportion"),
    # "I reject that", where no narrator tells it.
    wording(_TRUTH, "denies",
        rf"(?<!move that )(?<!moved that )\b(?:i|we)(?: \w+ly| do| also| must| can only| would)* (?:deny|reject|"
        rf"refute|dispute|contest|repudiate|rebut|"
        rf"challenge|take issue with)(?: \w+ly)? (?:{_IT}|everything|all of (?:{_IT})|(?:the|this|that|these|those|"
        rf"his|her|"
        rf"their|any|all|such|your) (?:\w+ )?{CLAIM})(?=\W|$)",
        needs=r"deny|reject|refute|dispute|contest|repudiate|rebut|challenge|take"),
    # Let him prove it; she cannot prove a thing; they have nothing on us.
    wording(_EVIDENCE, "denies_evidence",
        r"\b(?:let|dares?|dared|challenges?|challenged|invites?|invited|def(?:y|ies|ied)) (?:him|her|them|anyone|"
        r"anybody|"
        r"(?:the|his|her) \w+|[a-z]\w+)(?: \w+)?(?: to)? (?:prove|show|produce|name|bring (?:proof|evidence)|"
        r"come forward)\b",
        r"\b(?:show|bring|give) (?:me|us) (?:the|one|a|any|some)(?: single)? (?:evidence|proof|document|witness|"
        r"receipt|"
        r"photograph|name|victim|case|instance|example)\b|^\W*(?:then )?prove it\b|\bcalled on (?:him|her|"
        r"them) to prove\b",
        r"\b(?:can(?:not|['’]t| not)|could(?: not|n['’]t)|never|n['’]t|not) (?:be )?prove[dn]? (?:it|that|this|any\w*|"
        r"a "
        r"(?:thing|word)|otherwise)\b|\b(?:remain|ha(?:s|ve)|are|is) (?:yet )?to be prove[dn]\b|"
        r"\bremains? unprove[dn]\b",
        r"\b(?:nothing|not (?:a thing|anything)|n['’]t (?:a thing|anything)) on (?:me|us|him|her|them)\b|"
        r"\b(?:no|n['’]t a|not a) case to answer\b|\b(?:has|have|had) no case\b",
        needs=r"let|dare|challeng|invit|def|show|bring|give|prove|called|remain|nothing|thing|anything|case"),
    # It was none of our doing; our hands are clean; this is the first we have heard of it.
    wording(_INVOLVEMENT, "denies_involvement",
        rf"\bnothing to hide\b|\b{_OUR} (?:\w+ )?(?:consciences?|hands|records?|slate) (?:is|are|was|"
        rf"were) (?:\w+ly )?(?:clean|"
        rf"clear|spotless)\b|\b(?:clean|clear) (?:hands|conscience)\b",
        rf"\b(?:none of|{NOT}) {_OUR} (?:own )?(?:doing|making|fault|responsibility|handiwork)\b",
        r"\b(?:was|were|is|are)(?: not|n['’]t) (?:me|us|him|her|ours|mine)(?=\W*$|[.,;]|\s(?:who|that|but)\b)|"
        r"\b(?:did(?: not|n['’]t)|never) (?:do|did) (?:it|that|this|any(?:thing)? (?:of|like) (?:that|this|it|the \w+))"
        r"(?=\W|$)",
        r"\bnowhere near (?:the|it|there|that|any)\b|\b(?:was|were|is|are)(?: not|n['’]t) (?:aware|"
        r"conscious) of (?:any|it|"
        r"this|that)\b|\bfirst (?:\w+ )?(?:(?:has|have|had) )?(?:['’]ve )?heard of (?:it|this|that|any)\b|"
        r"\bnever (?:even )?heard of (?:it|this|that|any|the|him|her|them)\b",
        needs=r"nothing|conscience|hands|record|slate|doing|making|fault|responsib|handiwork|me$|us$|him|her|ours|mine|did|"
        r"never|nowhere|aware|conscious|first"),
    # Somebody is said to want to harm: of weight beside other words, by itself an accusation in return.
    wording(_BASIS, "rejects_basis",
        r"\b(?:try|tries|trying|tried|seek\w*|want\w*|attempt\w*|aim\w*|design\w*|meant|intend\w*|bid|plot|ploy|"
        r"campaign|"
        r"effort) (?:to|at|of) (?:\w+ly )?(?:discredit|smear|blacken|damag|tarnish|besmirch|defam|vilif|demoni|malign|"
        r"denigrat|slander|undermin)\w*", plain=False,
        needs=r"discredit|smear|blacken|damag|tarnish|besmirch|defam|vilif|demoni|malign|denigrat|slander|undermin"),
)  # fmt: skip
