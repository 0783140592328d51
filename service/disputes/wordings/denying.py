"""The verbs by which an article tells that somebody denies: denied, waved away, would have none of it."""

from service.disputes.cues import cue
from service.regex import regex

_NOT = r"(?: not|n['’]t|not)"
# Contradicted him, disagreed with her about the price: not with her account.
_PERSON = r" (?:him|them|her(?=\W*$|[,.;]| (?:on|about|in|over|and|but|at|there)\b))"
_SORTS = {
    "deny": (
        r"den(?:y|ies|ied|ying)", r"disavow(?:s|ed)?", r"disclaim(?:s|ed)?",
    ),
    "innocence": (
        r"(?:plead(?:s|ed)?|pled) (?:not guilty|innocent)",
        r"enter(?:s|ed) (?:a )?pleas? of (?:not guilty|innocence)",
        r"(?:maintain|protest|insist|profess|declar|assert|claim|swear|swore|proclaim)\w* (?:on )?"
        r"(?:his|her|its|their) (?:\w+ )?innocence",
    ),
    # Of a claim, named or meant by "it".
    "reject": (
        r"reject(?:s|ed|ing)?", r"dismiss(?:es|ed|ing)?", r"denounc(?:e|es|ed|ing)", r"refut(?:e|es|ed|ing)",
        r"rebut(?:s|ted|ting)", r"disput(?:e|es|ed|ing)", rf"contradict(?:s|ed|ing)?(?!{_PERSON})",
        r"repudiat(?:e|es|ed|ing)",
        r"contest(?:s|ed|ing)", r"challeng(?:e|es|ed|ing)", r"rubbish(?:es|ed)", r"debunk(?:s|ed)", r"decr(?:ies|ied)",
        r"condemn(?:s|ed)", r"slam(?:s|med)", r"ridicul(?:e|es|ed)", r"derid(?:e|es|ed)", r"mock(?:s|ed)",
        r"hit(?:s)? (?:back|out) at", r"push(?:es|ed) back (?:against|on|at)", r"brush(?:es|ed) (?:aside|off)",
        r"wav(?:es|ed) (?:aside|away|off)", r"shrug(?:s|ged) off", r"scoff(?:s|ed) at", r"laugh(?:s|ed) (?:off|at)",
        r"bristl(?:es|ed) at", r"pour(?:s|ed) (?:scorn|cold water) on", r"t(?:ook|akes) (?:issue with|exception to)",
        r"cast(?:s)? doubt on", r"question(?:ed|s(?= (?:the|those|these|whether|how|if|his|her|its|their|[a-z])\b))"
        r"(?! (?:about|over|on|from|for|of|as to)\b)",
        r"fault(?:s|ed)", r"(?:pick|pok)(?:s|es|ed) holes in", r"f(?:ound|inds) fault with", r"t(?:ook|akes) apart",
        r"tore into", r"rebuff(?:s|ed|ing)", r"discount(?:s|ed|ing)", r"pooh-pooh(?:s|ed)", r"scotch(?:es|ed)",
        r"dispel(?:s|led)", r"(?:sho[ot]t?s?|knock(?:s|ed)) down", r"play(?:s|ed) down", r"ma(?:de|kes) light of",
        r"scorn(?:s|ed)", r"(?:sneer|snort|jeer|sniff)(?:s|ed) at", rf"disagree[sd]? with(?!{_PERSON})",
        r"g(?:ave|ives) the lie to",
        r"fend(?:s|ed) off", r"parr(?:ies|ied)", r"counter(?:s|ed)", r"bridl(?:es|ed) at", r"object(?:s|ed) to",
        r"swat(?:s|ted) (?:away|aside)", r"ha(?:s|ve|d) no time for", r"(?:fights|fighting|fought)",
        rf"(?:do|does|did|will|would|could|can){_NOT} (?:\w+ly )?(?:accept|believe|recogni[sz]e|buy|share|agree with)",
        r"refus(?:es|ed|ing) to (?:\w+ly )?(?:accept|believe|recogni[sz]e)",
        # Laughed the claim off.
        r"(?:laugh|wav|brush|shrug|swat|push|bat|slap|knock|writ|wrote)(?:e|es|s|ed|ted|ged|ing)?"
        r"(?= (?:it|this|that|them|these|those|the|his|her|its|their|all|any|such)\b[^,.;]{0,50}? (?:off|away|aside|"
        r"back)\b)",
    ),
    # Of whatever was said. Who "tells it differently" says how in other words, and those answer.
    "bare": (
        r"disagree[sd]?(?=\W*(?:$|[.;]|,(?! (?:that|which)\b)))", r"beg(?:s|ged) to differ",
        rf"(?:contradict(?:s|ed)|disagree[sd]? with)(?={_PERSON})",
        r"(?:would|will|is|was|are|were) hav(?:e|ing) none of (?:it|that|this)",
        r"(?:issu(?:es|ed)|put(?:s)? out|releas(?:es|ed)|sen(?:t|ds)(?: out)?|publish(?:es|ed)|post(?:s|ed)|made|"
        r"repeat(?:s|ed)|offer(?:s|ed)|gave|swore) (?:an?|its|his|her|their) (?:\w+ ){0,2}?(?:denials?|rebuttals?|"
        r"refutations?)(?! (?:of|that|to)\b)",
        r"sp(?:oke|eaks?) of (?:an? |the )?(?:\w+ ){0,3}?(?:lies|slanders?|smears?|witch[- ]hunts?|libel|fabrications?|"
        r"inventions?|fairy tales?|conspirac(?:y|ies)|plots?|vendetta|defamation|nonsense|falsehoods?|fake news|"
        r"insinuations?|disinformation|propaganda)\b",
        r"(?:sees|saw|suspects?|suspected|smells|smelt|smelled|scents|scented|detects?|detected) (?:an? |the |"
        r"in it an? )?"
        r"(?:\w+ ){0,2}?(?:plot|conspiracy|smear|witch[- ]hunt|vendetta|stitch[- ]up|set-up|intrigue|"
        r"political motives?)\b"
        r"(?=\W*$|[.,;]| (?:against|behind|by|aimed|before|to (?:discredit|smear|damage|oust|topple|silence|ruin))\b)",
    ),
}  # fmt: skip
_ALL = "|".join(f"(?P<{sort}>{'|'.join(verbs)})" for sort, verbs in _SORTS.items())
VERBS = regex(  # of a text in lower case
    rf"\b(?:{_ALL})(?!\w)"
)
STEMS = cue(
    r"deny|denie|disavow|disclaim|plead|pled|enter|maintain|protest|insist|profess|declar|assert|claim|swear|swore|"
    r"proclaim|reject|dismiss|denounc|refut|rebut|disput|contradict|repudiat|contest|challeng|rubbish|debunk|decr|"
    r"condemn|"
    r"slam|ridicul|derid|mock|hit$|hits$|push|brush|wav|shrug|scoff|laugh|bristl|pour|took|takes|cast|question|fault|pick|"
    r"pok|"
    r"found|finds|tore|rebuff|discount|pooh|scotch|dispel|shoo|shot|knock|play|made|makes|scorn|sneer|snort|jeer|sniff|"
    r"disagree|gave|gives|fend|parr|counter|bridl|object|swat|has$|had$|have$|having|fight|fought|accept|believe|"
    r"recogni|buy$|"
    r"share|agree|refus|bat|slap|writ|wrote|beg$|begs$|begged|none|see|saw|tell|told|remember|recall|describ|view|put|"
    r"offer|"
    r"present|issu|releas|sent|send|publish|post|repeat|spoke|speak|suspect|smell|smelt|scent|detect"
)
