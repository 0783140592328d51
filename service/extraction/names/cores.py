"""Parts a run of capitalised words into titles and modifiers and the name that follows them."""

from collections.abc import Sequence

from service.extraction.names import tables
from service.extraction.names.known_bodies import length_of_body
from service.extraction.names.words import PARTICLES, is_acronym, is_initials, is_suffix
from service.regex import regex

MALE, FEMALE = (
    tables.words("first_names", sex) | tables.words("further_first_names", sex) for sex in ("male", "female")
)
FIRST = MALE | FEMALE | tables.words("first_names", "any")
_FEMALE_LATER, _MALE_LATER = (tables.words("name_parts", section) for section in ("female", "male"))
HONORIFICS = frozenset(
    {"mr", "mrs", "ms", "miss", "mme", "messrs", "mister", "monsieur", "madame", "mademoiselle", "mlle", "herr", "frau"}
    | {"señor", "senor", "señora", "senora", "señorita", "senorita", "signor", "signore", "signora", "signorina"}
    | {"daw", "doña"}
)
TITLES = tables.words("titles")
PERSON_NOUNS = tables.words("person_nouns")
ORGANISATIONS = tables.words("collective_nouns", "organisation")
_RIVALS, _OUTLETS = (tables.words("bodies", section) for section in ("rival", "outlet"))
FIRMS = tables.words("collective_nouns", "firm")
_NAMED = tables.words("collective_nouns", "named")
_LEADING = tables.words("collective_nouns", "leading")
_COMPOUND, _FELLOW = (tables.words("modifiers", section) for section in ("compound", "fellow"))
_PORTFOLIOS = tables.words("modifiers", "portfolio")
_PLACES = tables.words("modifiers", "american_states") | tables.states().keys() | tables.capitals().keys()
_KEPT_TITLES, _SURNAMES, _NEVER_NAMES, _BODIES_OR_SURNAMES = (
    tables.words("exceptions", section) for section in ("kept_titles", "surnames", "never_names", "bodies_or_surnames")
)
_OPENING = tables.words("modifiers", "opening")
CALENDAR = tables.words("modifiers", "calendar")
_ADJECTIVES = frozenset(tables.adjectives())


_TRADE = regex(r"(?:[eo]r|ist|ian|eon|man|woman)$")


def key(word: str) -> str:
    """The form under which the lists hold a word."""
    return word.lower().replace(".", "")


def is_title(word: str) -> bool:
    """Whether a word is printed before names: Mr., Senator, Spokesman."""
    if word in PARTICLES:  # Del. Ann Roe, but El Faro del Sur
        return False
    lower = key(word)
    return lower in TITLES or lower in PERSON_NOUNS or ("-" in lower and _is_compound(lower))


def _is_compound(word: str) -> bool:
    head, _, tail = word.rpartition("-")
    return tail in _COMPOUND or (head in _FELLOW and tail in PERSON_NOUNS)


def is_rival(word: str) -> bool:
    """Whether a word tells what a body is before its name: Rival Orvanel Motors, Tile-maker Orvanel."""
    return key(word) in _RIVALS or key(word).endswith("-maker")


def is_lexical(word: str) -> bool:
    """Whether a capitalised word is a common modifier, place, day or opening word and says nothing of a name."""
    lower = key(word)
    return lower in _PORTFOLIOS or lower in _PLACES or lower in _ADJECTIVES or lower in _OPENING or lower in CALENDAR


def is_day(word: str) -> bool:
    """Whether a word is a day or month in full; Jan, May and Sun may be names."""
    return len(word) > 4 and key(word) in CALENDAR


def is_short_day(word: str) -> bool:
    """Whether a word is a day or month cut short, or May: any of them may be a name too."""
    return key(word) in CALENDAR and not is_day(word)


def without_suffix(words: Sequence[str]) -> Sequence[str]:
    """The words without Jr., II and the like at the end."""
    end = len(words)
    while end > 1 and is_suffix(words[end - 1]):
        end -= 1
    return words[:end]


def name_start(words: Sequence[str], opens: bool = False) -> int:
    """Where the name begins in a capitalised run: behind its last title, then behind its modifiers.

    len(words) when the run is all title ("Attorney General"). `opens`: the first word opens a sentence.
    """
    body = without_suffix(words)
    if len(body) == 1 and key(body[0]) in _SURNAMES and not opens:
        return 0
    start = 0
    for place, word in enumerate(body):
        if is_title(word) and not _is_part_of_name(body, start, place):
            start = place + 1
    if start >= len(body):
        return len(words) - 2 if _is_surname_noun(body) else len(words)
    if start == len(body) - 1 and start > 0 and key(body[start - 1]) in _KEPT_TITLES and key(body[start]) in FIRST:
        return start - 1
    return _behind_modifiers(body, start, opens and start == 0)


def _is_part_of_name(words: Sequence[str], start: int, place: int) -> bool:
    """Peter Baker, Dean Holm, Ann King Jr.: titles that are names here."""
    before, after = words[start:place], words[place + 1 :]
    if len(before) in (1, 2) and key(before[0]) in FIRST and (not after or key(after[0]) not in FIRST):
        return not words[place].endswith(".") and key(words[place]) not in _NEVER_NAMES
    return not before and len(after) == 1 and key(words[place]) in FIRST


def _is_surname_noun(words: Sequence[str]) -> bool:
    """Teal Baker: a trade that is a surname, behind a word that is no title or modifier."""
    return len(words) == 2 and key(words[1]) in _SURNAMES and not (is_title(words[0]) or is_lexical(words[0]))


def _behind_modifiers(words: Sequence[str], start: int, opens: bool) -> int:
    if opens and len(words) - start >= 2 and key(words[start]) in _OPENING and key(words[start]) not in FIRST:
        start += 1
    first = next((at for at in range(start + 1, len(words) - 1) if key(words[at]) in FIRST), None)
    if opens and first == start + 1 and key(words[start]) not in FIRST and _TRADE.search(words[start]):
        return first  # Theatregoer Ann Roe
    if first and (all(map(_modifies, words[start:first])) or length_of_body(words[start:first]) == first - start):
        return first  # Harbour Trade Okoro's Ann Roe; Reuters Ann Roe
    while len(words) - start >= 3 and _modifies(words[start]) and not _names_somebody(words, start):
        start += 1
    return start


def _modifies(word: str) -> bool:
    if key(word) in PARTICLES:
        return False
    return is_lexical(word) or (is_acronym(word) and not is_initials(word)) or key(word) in ORGANISATIONS


def _names_somebody(words: Sequence[str], start: int) -> bool:
    return key(words[start]) in FIRST or is_organisation(words[start:])


def is_organisation(words: Sequence[str]) -> bool:
    """Whether a capitalised run is the name of a body by its words: Census Bureau, but not Ann Church."""
    if not words:
        return False
    last = key(words[-1])
    if len(words) in (2, 3) and key(words[0]) in FIRST and last in _BODIES_OR_SURNAMES:
        return False
    if len(words) > 1 and (key(words[0]) in _LEADING or key(words[0]) in _OUTLETS):  # Grupo Tavira, Daily El Faro
        return True
    if last in FIRMS:  # Norte Mining, but not Ann Power
        return len(words) > 1 and key(words[0]) not in FIRST
    if len(words) > 1 and words[0].endswith("-maker"):
        return True
    if last in _NAMED:  # Harbour Action, The Ann Roe Show, but not Ann Watch
        return len(words) > 2 or (len(words) == 2 and key(words[0]) not in FIRST)
    return last in ORGANISATIONS or (last not in TITLES and is_acronym(words[-1]) and not _is_shouted(words))


def _is_shouted(words: Sequence[str]) -> bool:
    return len(words) >= 2 and all(word.isupper() for word in words)


_GLUE = regex(r"[a-zß-ÿ]{3}(?=[A-Z][a-zß-ÿ]{2})")
_FOLLOWING = regex(r"(\w{1,40}+)(?!\w)(:)?")  # no first name is longer, and a word may be as long as the text


def glued_at(text: str, start: int, end: int) -> int:
    """Where a second name is glued to a word, as careless scrapers do; `end` if nowhere.

    "Jane RoeJane Mary Roe"; or the label of what follows: "Name: Jane RoeAge: 27".
    """
    for match in _GLUE.finditer(text, start, end):
        following = _FOLLOWING.match(text, match.end())
        label = following and following[2] and " " in text[start : match.end()]  # Okoro NewsDesk: is one word
        if following and (label or key(following[1]) in FIRST):
            return match.end()
    return end


def gender_of(words: Sequence[str]) -> str | None:
    """'m' or 'f' by the first name, or the word behind it that tells, None where both bear it or the lists lack it."""
    if len(words) < 2:
        return None
    for told, later in (("f", _FEMALE_LATER), ("m", _MALE_LATER)):
        if any(key(word) in later for word in words[1:]):
            return told
    first = key(words[0])
    first = first if first in FIRST or "-" not in first else first.split("-")[0]
    if (first in MALE) == (first in FEMALE):
        return None
    return None if first in tables.words("first_names", "any") else "m" if first in MALE else "f"
