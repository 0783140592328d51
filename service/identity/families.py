"""Names the keys by which a naming finds those whose meaning it may change, without a look at all others
of its block.

Whole names meet by the families of their first names; bare surnames meet whole names, and each other, only where an
office, an organisation or a post speaks for both. What shares no key, directly or through others, is decided alike,
whatever the rest is.
"""

from collections.abc import Collection, Iterable
from functools import lru_cache

from service.identity.evidence import Evidence
from service.identity.namings import Naming
from service.identity.other_names import callings
from service.identity.other_spellings import name_keys
from service.identity.people import is_short
from service.identity.person_names import PersonName
from service.identity.places import is_state
from service.identity.same_posts import marks_of_posts
from service.identity.shared_parties import marks_of_parties
from service.identity.short_names import keys_of_short_names, keys_of_whole_names, short_names

_REGNAL = "a regnal name"  # all kings of one name
# Before a key: whose it is, and what it is about.
_NAME, _LETTER, _INITIAL, _WHOLE, _SHORT, _POST, _CONTEXT = "=", "@", "^", "*", "~", "+", "-"


def is_told_apart(naming: Naming) -> bool:
    """Whether a naming has keys: those of states and bodies are decided by whole blocks."""
    return naming.group == "person" and naming.article_id is None


def keys_of(naming: Naming) -> set[str]:
    """The keys under which a naming is found."""
    if not is_told_apart(naming):
        return keys_of_short_names(naming)
    marks, posts = _marks(naming.evidence), _placed(naming, _POST, map(_rarest, naming.evidence.posts))
    if is_short(naming):
        return _placed(naming, _SHORT, marks) | _placed(naming, _CONTEXT, naming.evidence.context) | posts
    initials = _letters(naming, _INITIAL) if naming.person.has_initial else set()
    names = _placed(naming, _NAME, _first_names(naming.person)) | _letters(naming, _LETTER)
    return names | initials | _placed(naming, _WHOLE, marks) | posts | _elsewhere(naming, (_SHORT,), marks)


def blocks_near(naming: Naming) -> set[str]:
    """The blocks of those that a naming of a body may be called by, and its own."""
    return {naming.block, *(short.block for short in short_names(naming))}


def near(naming: Naming) -> set[str]:
    """The keys of all namings whose meaning may hang on this one's; of a body, with all others of their blocks."""
    if not is_told_apart(naming):
        return keys_of_whole_names(naming)
    known, person = naming.evidence, naming.person
    marks = _marks(known) if known.offices or known.parties else frozenset[str]()
    signs = [_SHORT + mark for mark in marks]
    signs += [_CONTEXT + _rarest(post) for post in known.posts]
    if is_short(naming):
        signs += [_WHOLE + mark for mark in marks]
        return _placed(naming, "", signs + [_POST + mark for mark in known.context])
    signs += [_NAME + key for key in _first_names(person)]
    signs += [_INITIAL + letter for letter in person.letters]
    # "J. K. Vance" may be any Vance whose first name begins so, and is asked about by each of them.
    if person.has_initial:
        signs += [_LETTER + letter for letter in person.letters]
    return _placed(naming, "", signs) | _elsewhere(naming, (_SHORT, _WHOLE), marks)


def first_name_key(block: str, name: str) -> str:
    """The key of all in a block who may have this first name, or one of this sound, or nickname."""
    return f"{block}|{_NAME}{name}"


def _first_names(person: PersonName) -> Collection[str]:
    return name_keys(person) if person.given else (_REGNAL,)


def _letters(naming: Naming, sign: str) -> set[str]:
    return _placed(naming, sign, naming.person.letters)


@lru_cache(maxsize=16_384)
def _marks(known: Evidence) -> frozenset[str]:
    """The offices and organisations that may speak for a bare surname."""
    offices = frozenset(f"office {' '.join(office)}" for office in known.plain_offices)
    return offices | marks_of_posts(known.plain_offices) | marks_of_parties(known.parties - known.states)


def _rarest(post: frozenset[str]) -> str:
    """The mark of a post by which the articles that speak of it all are found: rather a body's than a state's."""
    return min(post, key=lambda mark: (is_state(mark), mark))


def _elsewhere(naming: Naming, signs: Iterable[str], marks: Collection[str]) -> set[str]:
    """The same in the blocks of the other names by which the bearer may be called, as if they were bare surnames."""
    # Most have one surname.
    if not marks or not (called := callings(naming)):
        return set()
    return {f"{each.block}|{sign}{mark}" for each in called for sign in signs for mark in marks}


def _placed(naming: Naming, sign: str, keys: Iterable[str]) -> set[str]:
    place = f"{naming.block}|{sign}"
    return {place + key for key in keys}
