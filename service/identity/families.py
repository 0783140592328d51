"""Names the keys by which a naming finds those whose meaning it may change, without a look at all others
of its block.

Whole names meet where they are the same, and where their first names are of one family and an office, an organisation
or a state speaks for both; bare surnames meet whole names, and each other, only where an office, an organisation or a
post does. What shares no key, directly or through others, is decided alike, whatever the rest is.
"""

from collections.abc import Collection, Iterable
from functools import lru_cache
from zlib import crc32

from service.identity.evidence import Evidence
from service.identity.namings import Naming
from service.identity.other_names import callings
from service.identity.other_spellings import marks as spelling_marks
from service.identity.other_spellings import marks_of_offices, name_keys
from service.identity.people import is_short
from service.identity.places import is_state
from service.identity.roles import speaks_beside
from service.identity.same_posts import marks_of_posts
from service.identity.shared_parties import marks_of_parties
from service.identity.short_names import keys_of_short_names, keys_of_whole_names, short_names

# Before a key: whose it is, and what it is about.
_NAME, _UNTOLD, _SAME, _BACKED, _LETTER, _INITIAL = "=", "?", "!", "&", "@", "^"
_WHOLE, _SHORT, _POST, _CONTEXT = "*", "~", "+", "-"
# For each sign of a key those of the keys it looks for. A name in other letters of whose bearer nothing is told may be
# any that it spells, "J. K. Vance" any Vance whose first name begins so. By an office bare surnames find each other and
# whole names, whole names nothing but bare surnames.
LOOKS_FOR = {
    _NAME: (_UNTOLD,), _UNTOLD: (_NAME,), _SAME: (_SAME,), _BACKED: (_BACKED,), _LETTER: (_INITIAL,),
    _INITIAL: (_LETTER,), _WHOLE: (_SHORT,), _SHORT: (_SHORT, _WHOLE), _POST: (_CONTEXT,), _CONTEXT: (_POST,),
}  # fmt: skip


def is_told_apart(naming: Naming) -> bool:
    """Whether a naming has keys: those of states and bodies are decided by whole blocks."""
    return naming.group == "person" and naming.article_id is None


def keys_of(naming: Naming) -> set[str]:
    """The keys under which a naming is found."""
    if not is_told_apart(naming):
        return keys_of_short_names(naming)
    marks = _marks(naming.evidence)
    posts = _placed(naming, _POST, (_rarest(bodies) for bodies in map(speaks_beside, naming.evidence.posts) if bodies))
    if is_short(naming):
        return _placed(naming, _SHORT, marks) | _placed(naming, _CONTEXT, naming.evidence.context) | posts
    initials = _letters(naming, _INITIAL) if naming.person.has_initial else set()
    whole = _letters(naming, _LETTER) | initials | _placed(naming, _WHOLE, marks) | posts | _elsewhere(naming, marks)
    return whole | _whole_name(naming)


def _whole_name(naming: Naming) -> set[str]:
    """The keys of a name that is no bare surname, and of the same with all that may speak for another spelling."""
    person, names = naming.person, name_keys(naming.person)
    backed = (crc32(f"{name} {mark}".encode()) for mark in spelling_marks(naming.evidence) for name in names)
    untold = names if person.foreign and not naming.evidence else ()
    return (
        _placed(naming, _NAME, names)
        | _placed(naming, _UNTOLD, untold)
        | _placed(naming, _SAME, [" ".join([*person.given[:1], person.surname])])
        | _placed(naming, _BACKED, (f"{each:x}" for each in backed))  # for short: who meets by chance is compared
    )


def blocks_near(naming: Naming) -> set[str]:
    """The blocks of those that a naming of a body may be called by, and its own."""
    return {naming.block, *(short.block for short in short_names(naming))}


def near(naming: Naming) -> set[str]:
    """The keys of all namings whose meaning may hang on this one's; of a body, with all others of their blocks."""
    if not is_told_apart(naming):
        return keys_of_whole_names(naming)
    return {f"{place}|{sign}{mark}" for place, held, mark in map(_parted, keys_of(naming)) for sign in LOOKS_FOR[held]}


def _parted(key: str) -> tuple[str, str, str]:
    place, _, rest = key.partition("|")
    return place, rest[0], rest[1:]


def first_name_key(block: str, name: str) -> str:
    """The key of all in a block who may have this first name, or one of this sound, or nickname."""
    return f"{block}|{_NAME}{name}"


def _letters(naming: Naming, sign: str) -> set[str]:
    return _placed(naming, sign, naming.person.letters)


@lru_cache(maxsize=16_384)
def _marks(known: Evidence) -> frozenset[str]:
    """The offices and organisations that may speak for a bare surname."""
    offices = known.plain_offices
    return marks_of_offices(offices) | marks_of_posts(offices) | marks_of_parties(known.parties - known.states)


def _rarest(bodies: frozenset[str]) -> str:
    """The mark of a post by which the articles that speak of it all are found: rather a body's than a state's."""
    return min(bodies, key=lambda mark: (is_state(mark), mark))


def _elsewhere(naming: Naming, marks: Collection[str]) -> set[str]:
    """The same in the blocks of the other names by which the bearer may be called, as if they were bare surnames."""
    # Most have one surname.
    if not marks or not (called := callings(naming)):
        return set()
    return {f"{each.block}|{_SHORT}{mark}" for each in called for mark in marks}


def _placed(naming: Naming, sign: str, keys: Iterable[str]) -> set[str]:
    place = f"{naming.block}|{sign}"
    return {place + key for key in keys}
