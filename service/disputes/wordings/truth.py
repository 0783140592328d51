"""Wordings that call a claim untrue: a predicate, a verb of calling, an adjective before the noun, a bare No."""

from service.disputes.wordings.wording import CLAIM, NOT, wording
from service.regex import regex

# What a claim is called: judgements of truth, made-up tales, sayings about the truth, the absence of it.
_JUDGED = (
    r"false(?:hoods?)?(?! (?:alarms?|econom\w+|starts?|teeth|positives?|dawn|modesty)\b)|untrue|"
    r"un(?:founded|substantiated|justified|warranted|grounded)|baseless|groundless|meritless|"
    r"bogus|misleading|incorrect|inaccurate|mistaken|erroneous|far-fetched|spurious|absurd(?:ity)?|ridiculous|"
    r"ludicrous|"
    r"preposterous|laughable|nonsens(?:e|ical)|outlandish|scurrilous|fanciful|distort(?:ed|ions?)|"
    r"exaggerated|"
    r"twisted|garbled|untruthful|wrong(?! to\b| doing)"
)
_TALE = (
    r"lies?|fictions?|fictional|fictitious|fantas(?:y|ies)|fake(?: news)?|hoax(?:es)?|myths?|fables?|tall tales?|"
    r"fairy ?tales?|bedtime stor(?:y|ies)|legends?|yarns?|phantoms?|inventions?|invent(?:ed)|made[- ]up|cooked up|"
    r"fabricat(?:ed|ions?)|concoct(?:ed|ions?)|dream(?:t|ed) up|imagin(?:ed|ary|ation)|a figment|trumped[- ]up|"
    r"half[- ]truths?|untruths?|gossip|hearsay|guesswork|speculation|insinuations?|conspiracy theor(?:y|ies)|"
    r"products? of (?:\w+['’]?s? |the ){0,3}(?:imagination|fantasy)"
)
_ABUSE = (
    r"smears?(?: campaign)?|slanders?|slanderous|libel(?:lous|ous)?|defamat(?:ory|ion)|calumn(?:y|ies)|"
    r"witch[- ]?hunts?|"
    r"rubbish|bunk|poppycock|drivel|garbage|hogwash|stunts?|pretexts?|pretences?|pretenses?|propaganda|disinformation|"
    r"misinformation|cobblers|tosh|tripe|baloney|balderdash|claptrap|codswallop|piffle|twaddle|moonshine|malarkey|"
    r"hokum|"
    r"hooey|humbug|tommyrot|bollocks|bullshit|hot air(?! balloon)|eyewash|gibberish|mumbo[- ]jumbo|canards?|travesty|"
    r"caricature|mischief(?:[- ]making)?|scaremongering|fear[- ]?mongering|hatchet job|stitch[- ]up|"
    r"(?:set|frame)[- ]up(?= *(?:[.,;!”\"]|$|by\b))|put[- ]up job|character assassination|sour grapes|delusions?|"
    r"delusional|"
    r"paranoia|paranoid|hallucinations?|ill[- ]informed|disingenuous|dishonest|vexatious|frivolous|vendetta|"
    r"cock[- ]and[- ]bull (?:story|stories|tale)|old wives['’] tales?|ghost stor(?:y|ies)|overblown|risible|"
    r"inconceivable|"
    r"unthinkable|beneath contempt"
)
_OFF = (
    r"far from (?:the truth|true|it)|(?:wide of|off) the mark|at odds with (?:the facts|reality)|contrary to the facts|"
    r"without (?:any |(?:a|an|one) (?:grain|shred|ounce|scrap|trace|word|iota|jot) of )?(?:merit|foundation|basis|"
    r"substance|truth|fact)|devoid of (?:any )?(?:merit|truth|foundation|"
    r"substance)|"
    r"(?:plucked|conjured|pulled) (?:out of|from) (?:thin )?air|a different story|mistaken identity|"
    r"no(?:thing|ne) of (?:the (?:sort|kind)|that|this|it)"
    rf"(?: (?:happened|occurred|was true|is true))?|{NOT} (?:\w+ )?(?:true|correct|accurate|the case|"
    r"so(?!\s+\w)|what (?:happened|took place|occurred|was said))|"
    # "It was not right" judges what was done, "that is not right" what was said.
    rf"(?<!was )(?<!were )(?<!was)(?<!were){NOT} right(?!\s+\w)"
)
_FALSE = rf"(?:{_JUDGED}|{_TALE}|{_ABUSE}|{_OFF})"
FALSE = regex(rf"\b{_FALSE}\b")  # of words in lower case

# The words without one of which nothing above is said.
_JUDGED_STEMS = (
    r"false|untru|unfound|unsubst|unjust|unwarr|unground|baseless|groundless|meritless|bogus|mislead|incorrect|inaccur|"
    r"mistak|erroneous|far$|spurious|absurd|ridicul|ludicrous|prepost|laughable|nonsens|outlandish|outrageous|scurril|"
    r"fanciful|distort|exagger|twisted|garbled|wrong|malicious|defamat|slander|invent|fabricat"
)
_STEMS = (
    rf"{_JUDGED_STEMS}|lie$|lies$|fiction|fictit|fantas|fake|hoax|myth|fable|tall|fairy|bedtime|legend|yarn|phantom|made|"
    r"cooked|concoct|dream|imagin|figment|trumped|half|gossip|hearsay|guesswork|speculation|insinuation|conspirac|"
    r"smear|"
    r"libel|calumn|witch|rubbish|bunk|poppycock|drivel|garbage|hogwash|stunt|pretext|pretence|pretense|propaganda|"
    r"disinform|misinform|cobblers|tosh|tripe|baloney|balder|claptrap|codsw|piffle|twaddle|moonshine|malarkey|hokum|"
    r"hooey|humbug|tommyrot|bollocks|bullshit|hot$|eyewash|gibberish|mumbo|canard|travesty|caricature|mischief|"
    r"scaremonger|fear|hatchet|stitch|set$|frame|put$|character|sour|delusion|paranoi|hallucin|ill$|disingen|dishonest|"
    r"vexatious|frivolous|vendetta|cock$|old$|ghost|overblown|risible|inconceiv|unthink|beneath|wide|off$|odds|"
    r"contrary|without|devoid|plucked|conjured|pulled|different|identity|no$|nothing|none|not$|never|t$"
)

_BE = (
    r"(?:\b(?:is|are|was|were)(?=n['’]t\b)|"
    r"\b(?:is|are|was|were|be|been|being|had been|has been|have been|amount\w* to|contain\w*|seem\w*|remain\w*)\b|"
    r"['’]s\b|['’]re\b)"
)
_DEGREE = (
    r"(?:\w+ly|all|just|pure|sheer|utter|total|complete|absolute|patent|nothing but|nothing more than|an?|the|so|"
    r"another|"
    r"mere|deliberate|blatant|outright|malicious|cynical|old|as|and|quite|flat|plain|wicked|vicious|monstrous|"
    r"shameless|"
    r"bare-?faced|downright|vile|filthy|damned|big|great|simple|wild|crude|silly|stupid|dangerous|hurtful|nasty|gross|"
    r"what|(?:pack|tissue|string|web|load|heap|bunch|bag|pile|catalogue|litany|farrago|torrent|series|lot) of|idle|"
    r"beyond|grotesque|transparent|desperate|shameful|ugly|dirty|political)"
)
_CALLING = (
    r"(?:call|descri|portray|regard|brand|dub|label|dismiss|reject|denounc|slam|ridicul|derid|condemn|blast|brush|decr|"
    r"characteri|refut|wav)\w*"
)
_TRUTH = "denial of truth"

WORDINGS = (
    # The subject is what is denied: the accusation was an outright lie.
    wording(_TRUTH, "denies",
        rf"{_BE}\s*[“\"‘']?(?:{_DEGREE}[ ,]+){{0,5}}[“\"‘']?{_FALSE}\b"
        r"(?:\s+that (?P<more>[^.;]{2,120}))?", before=True,
        needs=_STEMS),
    # Called the testimony unsubstantiated.
    wording(_TRUTH, "denies",
        rf"\b{_CALLING}\s+(?P<about>[^.;:]{{1,140}}?)\s*(?:\bas |\bto be )?[“\"‘']?(?:\b{_DEGREE}[ ,]+){{0,5}}[“\"‘']?"
        rf"\b{_FALSE}\b",
        needs=r"call|descri|portray|regard|brand|dub|label|dismiss|reject|denounc|slam|ridicul|derid|condemn|blast|brush|decr|characteri|refut|wav"),
    # Called the claim a provocation; what is no judgement of truth is one of a claim.
    wording(_TRUTH, "denies",
        rf"\b{_CALLING}\s+(?:\w+ ){{0,3}}?{CLAIM}\s+(?:\w+ ){{0,2}}?(?:as )?[“\"‘']?(?:{_DEGREE}[ ,]+){{0,3}}[“\"‘']?"
        r"(?:provocations?|insults?|attacks?|slurs?|distractions?|blackmail|theat(?:re|er|rics)|black propaganda|"
        r"electioneering|scaremongering|sensationalism|a diversion|revenge|sour grapes|unjust|unfair)\b",
        rf"\b{_CALLING}\s+(?:it|that|this|them|those|these)\s+(?:as )?[“\"‘']?(?:{_DEGREE}[ ,]+){{0,3}}[“\"‘']?"
        r"slurs?\b",
        needs=r"provocation|insult|attack|slur|distraction|blackmail|theat|black|electioneer|scaremong|sensation|diversion|"
        r"revenge|sour|unjust|unfair"),
    # These baseless accusations of theft.
    wording(_TRUTH, "denies",
        rf"\b(?:{_JUDGED}|malicious|defamatory|slanderous|invented|fabricated)\s+(?:and \w+ )?{CLAIM}\b"
        r"(?: (?:of|that|about) (?P<about>[^.;“”\"]{2,120}))?",
        needs=_JUDGED_STEMS),
    # "Nonsense", "A lie", "That's wrong" open the reply.
    wording(_TRUTH, "denies",
        rf"^\W*(?:(?:that|this|it|those|these|they|the \w+)(?:['’]s|['’]re| is| are| was| were)? )?(?:{_DEGREE} )*"
        rf"{_FALSE}\b",
        r"^\W*(?:no|never|not (?:so|us|me|at all|a bit of it|in the least|one word)|hardly)\b(?=\W*[,.;:!”\"'’—–-]|"
        r"\W*$)",
        needs=rf"{_STEMS}|hardly"),
    # "It won't", "they had not", and no more: what was claimed is meant.
    wording(_TRUTH, "denies",
        r"^\W*(?:that )?(?:it|they|he|she|there|these|those|that|we|i) "
        r"(?:(?:do|does|did|is|are|was|were|has|have|had|will|would)(?: not|n['’]t)|won['’]t)\W*$",
        needs=r"not$|t$|don|doesn|didn|isn|aren|wasn|weren|hasn|haven|hadn|won|wouldn"),
    # "Nice try, not true" ends it.
    wording(_TRUTH, "denies",
        r"(?<=[,;—–] )(?:\w+ly |just |just plain )?(?:not true|untrue|false|not so)(?=\W*$)",
        needs=r"not$|untru|false"),
    wording(_TRUTH, "denies",
        r"\b(?:no|not an? (?:word|grain|shred|ounce|scrap|trace|iota|jot) of|any|an ounce of) truth\b(?: (?:in|to|"
        r"that) (?P<about>[^.;“”\"]{2,120}))?",
        rf"\b(?:never|did{NOT}|did not|does not) (?:happen|occur|take place)(?:ed|red)?\b|\bnever took place\b",
        rf"\b(?:has|have|had)(?: {NOT}|n['’]t) (?:happened|occurred|taken place)\b",
        r"\bwitch[- ]?hunts?\b|\bnothing could be further from the truth\b|\b(?:is|are|was|were|been) lying\b",
        needs=r"truth|happen|occur|take|took|witch|further|lying"),
    # The account does not add up, bears little relation to the facts; we do not recognise the figures.
    wording(_TRUTH, "denies",
        r"\b(?:do|does|did)(?: not|n['’]t) (?:hold water|add up|stand up|match|correspond|square|"
        r"(?:bear|survive|withstand) (?:scrutiny|examination|inspection)|hold up|reflect)\b",
        r"\b(?:bears?|bore) (?:no|little|scant) (?:relation|resemblance)\b|\b(?:mak(?:es?|ing)|made) \w+(?: \w+)? up\b",
        rf"\b(?:do|does|did)(?: not|n['’]t) (?:accept|recogni[sz]e|agree with|share)\b[^.;]{{0,40}}\b{CLAIM}\b",
        rf"\b(?:have|has|having) none of (?:it|that|this)\b|\bbegs? to differ\b|\b(?:disagree\w* with|tak(?:es|"
        rf"ing) issue "
        rf"with|took issue with) (?:\w+ ){{0,3}}{CLAIM}\b",
        needs=r"hold|add|stand|match|correspond|square|bear|survive|withstand|reflect|bore|mak|made|accept|recogni|agree|share|none|beg|disagree|tak|took"),
)  # fmt: skip
