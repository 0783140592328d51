"""The words that say little by themselves, and those that turn what stands beside them."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PRONOUNS = _set(
    """he she it they we i you him her them us me his hers its their theirs our ours my mine your yours this that
    these those one who whom whose here there himself herself itself themselves ourselves myself yourself"""
)
AUXILIARIES = _set(
    """am is are was were be been being has have had having do does did will would shall should can could may
    might must i'm he's she's it's that's there's we're they're you're i've we've they've you've i'll we'll he'll
    she'll they'll you'll i'd we'd he'd she'd they'd you'd im hes shes its thats theres theyre youre ive weve
    theyve youve theyll youll theyd youd"""
)
_SMALL = _set(
    """a an the of to in on at by for from with and or but as if so than then too very into onto over under up
    down out off about after before between through during again just also only own same some any all both each
    such what which when where why how because until while per"""
)
# "without" takes its own complement along: to leave out both drops no negation of what stays.
NEGATIONS = _set(
    """not no never none nobody nothing neither nor nowhere noone cannot hardly scarcely barely rarely dont doesnt
    didnt wont wouldnt shouldnt couldnt cant isnt arent wasnt werent hasnt havent hadnt mustnt neednt aint shant"""
)
CONDITIONS = _set("""if unless until only except provided although though whether supposing otherwise but""")
# Before "the dam is safe" these make it somebody else's word, a thought or a doubt.
FRAMES = _set(
    """say says said saying claim claims claimed claiming think thinks thought believe believes believed tell
    tells told pretend pretends pretended suggest suggests suggested argue argues argued allege alleges alleged
    imagine imagines suppose supposes supposed wish wishes hope hopes hoped that whether deny denies denied doubt
    doubts"""
)
CUES = _set(
    """called calls calling described describes branded brands termed dubbed added adds asked asks answered answers
    replied replies warned warns wrote writes spoke speaks vowed vows insisted insists declared declares quoted"""
)
FUNCTION_WORDS = PRONOUNS | AUXILIARIES | _SMALL | NEGATIONS
NUMBER_WORDS = _set(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million
    billion trillion first second third fourth fifth sixth seventh eighth ninth tenth half twice dozen once"""
)


def is_negation(form: str) -> bool:
    """Whether a word in its compared form denies."""
    return form in NEGATIONS


def is_content(form: str) -> bool:
    """Whether a word in its compared form says something by itself."""
    return form not in FUNCTION_WORDS


def is_number(form: str) -> bool:
    """Whether a word in its compared form is a number, in digits or letters."""
    return form in NUMBER_WORDS or any(char.isdigit() for char in form)
