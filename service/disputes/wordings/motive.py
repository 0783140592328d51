"""Wordings that admit the act and contest its motive, or judge it well."""

from service.disputes.wordings.wording import NOT, wording

_MOTIVE = "denial of the motive"

WORDINGS = (
    # It only meant to, it was purely a matter of.
    wording(_MOTIVE, "contests_motive",
        r"(?<!\bhim )(?<!\bher )(?<!\bthem )(?<!\bus )(?<!\bnot )(?<!n['’]t )"
        r"\b(?:only|merely|simply|purely|solely|just(?! (?:to|a matter|because|out|for|want|wanted|made|"
        r"done)\b)) (?:ever )?(?:about|meant|intended|aimed|designed|increased?|"
        r"improv\w+|"
        r"serv\w+|to|a matter of|because|out of|for|intend\w*|sought|wanted|want|technical|routine|precaution\w*|"
        r"administrative|made|done|following|correct\w+|help\w+)\b",
        needs=r"only|merely|simply|purely|solely|just"),
    # It was not meant to, not because of.
    wording(_MOTIVE, "contests_motive",
        rf"\b{NOT} (?:\w+ly )?(?:meant|intended|designed|aimed|because|out of|of|from|in order|politically|"
        rf"an attempt|a bid|"
        r"an effort|a way|punishment|a punishment|retaliat\w+|revenge|in retaliation|to (?:hide|silence|punish|"
        r"influence|"
        r"cover|avoid|evade|favou?r|please|hurt|harm|help|enrich|benefit|mislead|deceive))\b",
        needs=r"not|never|t$"),
    # Another reason: only against a claim that gives one.
    wording(_MOTIVE, "contests_motive",
        r"\b(?:for no other|the (?:only|sole|real|true)) (?:aim|purpose|goal|intention|reason|motive)\b|\ba (?:matter|"
        r"question|case) of\b|\b(?:because|on account|in view) of\b|\bbecause\b|\b(?:due|owing) to\b|\bas part of\b",
        r"\bfor (?:\w+ )?(?:\w+ )?(?:reasons|grounds)\b|\bon (?:\w+ )?grounds\b|\b(?:was|were|is|are|"
        r"a) (?:\w+ly )?routine\b",
        r"\bas a precaution\b|\bcoinciden\w+|\b(?:long[- ]planned|(?:planned|decided|agreed|scheduled) (?:long|"
        r"months|weeks|"
        r"years))\b", plain=False,
        needs=r"aim|purpose|goal|intention|reason|motive|matter|question|case|because|account|view|due|owing|part|"
        r"ground|routine|precaution|coinciden|long|planned|decided|agreed|scheduled"),
    # Done by the rules: judged otherwise than the claim judges it.
    wording("counter-evaluation", "counter_evaluates",
        r"\b(?:in (?:full |line |strict )?(?:compliance|accordance|line|conformity|keeping) with|within the (?:law|"
        r"rules|"
        r"limits?)|by the book|above board|in good faith|to the letter|follow\w* (?:all|the|every|each|its|proper) "
        r"(?:\w+ )?(?:rules?|procedures?|laws?|regulations?|protocols?|steps?|guidelines))\b",
        r"\b(?:was|were|is|are|been|acted|conducted|carried out|handled|done|behaved)\s+(?:\w+ ){0,2}?(?:lawful|legal|"
        r"legitimate|proper|correct|fair|transparent|safe|responsib|appropriate|justified)\w*\b", plain=False,
        needs=r"complian|accordance|line|conformity|keeping|within|book|board|faith|letter|follow|lawful|legal|"
        r"legitimate|proper|correct|fair|transparent|safe|responsib|appropriate|justified"),
)  # fmt: skip
