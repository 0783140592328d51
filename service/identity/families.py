"""Names the keys by which a naming of a person finds those whose meaning it may change, without a look at all others
of its block.

Whole names meet by the families of their first names; bare surnames meet whole names, and each other, only where an
office, an organisation or a post speaks for both. What shares no key, directly or through others, is decided alike,
whatever the rest is.
"""

from collections.abc import Iterable

from service.identity.namings import Naming
from service.identity.other_spellings import name_keys
from service.identity.people import is_short
from service.identity.places import is_state

_REGNAL = "a regnal name"  # all kings of one name
# Before a key: whose it is, and what it is about.
_NAME, _LETTER, _INITIAL, _WHOLE, _SHORT = "=", "@", "^", "*", "~"


def is_told_apart(naming: Naming) -> bool:
    """Whether a naming has keys: those of states and bodies are decided by whole blocks."""
    return naming.group == "person" and naming.article_id is None


def keys_of(naming: Naming) -> set[str]:
    """The keys under which a naming is found."""
    if not is_told_apart(naming):
        return set()
    if is_short(naming):
        return _placed(naming, _SHORT, _marks(naming) | naming.evidence.context)
    initials = _letters(naming, _INITIAL) if naming.person.has_initial else set()
    names = _placed(naming, _NAME, _names(naming)) | _letters(naming, _LETTER)
    return names | initials | _placed(naming, _WHOLE, _marks(naming))


def near(naming: Naming) -> set[str]:
    """The keys of all namings whose meaning may hang on this one's."""
    if is_short(naming):
        marks = _marks(naming) | naming.evidence.context
        return _placed(naming, _SHORT, marks) | _placed(naming, _WHOLE, marks)
    # "J. K. Vance" may be any Vance whose first name begins so, and is asked about by each of them.
    others = _letters(naming, _LETTER) if naming.person.has_initial else set()
    names = _placed(naming, _NAME, _names(naming)) | _letters(naming, _INITIAL)
    return names | others | _placed(naming, _SHORT, _marks(naming))


def _names(naming: Naming) -> set[str]:
    return name_keys(naming.person) or {_REGNAL}


def _letters(naming: Naming, sign: str) -> set[str]:
    return _placed(naming, sign, {first[0] for first in naming.person.given[:1]})


def _marks(naming: Naming) -> set[str]:
    """What may speak for a bare surname: offices, organisations, and of each post the mark that fewest share."""
    known = naming.evidence
    offices = {f"office {' '.join(office)}" for office in known.offices}
    return offices | {f"party {each}" for each in known.parties - known.states} | set(map(_rarest, known.posts))


def _rarest(post: frozenset[str]) -> str:
    return min(post, key=lambda mark: (is_state(mark), mark))


def _placed(naming: Naming, sign: str, keys: Iterable[str]) -> set[str]:
    return {f"{naming.block}|{sign}{key}" for key in keys}
