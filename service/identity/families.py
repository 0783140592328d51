"""Names the keys by which a naming of a person finds those whose meaning it may change, without a look at all others
of its block.

Whole names meet by the families of their first names; bare surnames meet them only where an office, an organisation or
a post speaks for both. What shares no key, directly or through others, is decided alike, whatever the rest is.
"""

from collections.abc import Iterable

from service.identity.evidence import Evidence
from service.identity.namings import Naming
from service.identity.other_spellings import name_keys
from service.identity.people import is_short

_REGNAL = "="  # a king's or a pope's one name


def keys_of(naming: Naming) -> list[str]:
    """The keys under which a naming is found; none where it is always found with its whole block."""
    if not is_told_apart(naming):
        return []
    if is_short(naming):
        return sorted(_placed(naming, "~", _marks(naming.evidence) | naming.evidence.context))
    initial = {naming.person.given[0]} if naming.person.has_initial else set()
    return sorted(_placed(naming, "=", _names(naming)) | _placed(naming, "^", initial) | _letters(naming, "@"))


def is_told_apart(naming: Naming) -> bool:
    """Whether a naming has keys: those of states and bodies are decided by whole blocks."""
    return naming.group == "person" and naming.article_id is None


def near(naming: Naming) -> set[str]:
    """The keys of whole names that may be one with this whole name."""
    # "J. K. Vance" may be any Vance whose first name begins so, and is asked about by each of them.
    others = _letters(naming, "@") if naming.person.has_initial else set()
    return _placed(naming, "=", _names(naming)) | _letters(naming, "^") | others


def near_shorts(naming: Naming) -> set[str]:
    """The keys of bare surnames for which something that is known of this whole name may speak."""
    posts = {mark for post in naming.evidence.posts for mark in post}
    return _placed(naming, "~", _marks(naming.evidence) | posts)


def _names(naming: Naming) -> set[str]:
    return name_keys(naming.person) or {_REGNAL}


def _letters(naming: Naming, sign: str) -> set[str]:
    return _placed(naming, sign, {first[0] for first in naming.person.given[:1]})


def _marks(known: Evidence) -> set[str]:
    return {f"office {' '.join(office)}" for office in known.offices} | {
        f"party {party}" for party in known.parties - known.states
    }


def _placed(naming: Naming, sign: str, keys: Iterable[str]) -> set[str]:
    return {f"{naming.block}|{sign}{key}" for key in keys}
