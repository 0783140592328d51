"""Gathers what one article says of each of its speakers: roles of all places, party, the country in question."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from service.folding import words_of
from service.identity.bodies import body_name
from service.identity.namings import Naming, naming
from service.identity.parties import party_of
from service.identity.person_names import person_name
from service.identity.places import is_state, places_in
from service.records import Mention
from service.regex import regex

Named = tuple[str, str]  # name and kind, as a mention has them
# States whose ministries go by other names: "the Foreign Ministry" is never the State Department.
_NO_MINISTRIES = frozenset({"United States", "United Kingdom"})


# As a text prints the name of a body: "United Nations", "U.N.".
_CAPITALISED = regex(r"\b[A-Z][\w.]*(?: (?:of |the )*[A-Z][\w.]*)*")


def namings_of(article_id: str, mentions: Iterable[Mention], text: str = "") -> dict[Named, Naming]:
    """For each name and kind among the mentions of an article: its naming. Which great organisations the `text` of the
    article speaks of tells more of bare surnames; without, only those that speak themselves count.
    """
    roles: dict[Named, set[str]] = defaultdict(set)
    for mention in mentions:
        roles[mention.name, mention.kind].update([mention.role] if mention.role else [])
    parties = {named: _parties(*named, known) for named, known in roles.items()}
    states = {party for found in parties.values() for party in found if is_state(party)}
    bare = {named for named, known in roles.items() if not known and _is_bare(*named)}
    context = {mark for named in roles for mark in _marks(*named)} | _organisations(text) if bare else set()
    return {
        named: naming(
            article_id, *named, sorted(known), parties[named] or _country(*named, states, parties),
            context if named in bare else (),
        )
        for named, known in roles.items()
    }  # fmt: skip


def _parties(name: str, kind: str, roles: set[str]) -> list[str]:
    if kind == "person" and not roles:
        return []
    # Role by role: somebody may answer for a ministry and for a firm.
    found = {party for role in roles if (party := party_of(name, kind, (role,)))}
    return sorted(found or filter(None, [party_of(name, kind, ())]))


def _is_bare(name: str, kind: str) -> bool:
    return kind == "person" and person_name(name).is_bare


def _marks(name: str, kind: str) -> set[str]:
    """What a state or body that speaks tells of its article: of the Treasury Department, United States and treasury."""
    if kind not in ("state", "organisation", "office"):
        return set()
    return {*(place.label for place in places_in(words_of(name))), *body_name(name).core}


def _organisations(text: str) -> set[str]:
    # Who is no WHO.
    names = {found[0] for found in _CAPITALISED.finditer(text) if found[0] != "Who"}
    return {place.label for name in names for place in places_in(words_of(name)) if place.sort == "organisation"}


def _country(name: str, kind: str, states: set[str], parties: Mapping[Named, list[str]]) -> list[str]:
    """The country of "the Foreign Ministry": that of the ministry which its article names in full, else the one whose
    people speak there, if it is one country.
    """
    if kind not in ("organisation", "office") or not body_name(name).generic:
        return []
    core = body_name(name).core
    named = {
        party
        for (other, of), known in parties.items()
        if of in ("organisation", "office") and body_name(other).core == core
        for party in known
    }
    fitting = named or (states - _NO_MINISTRIES if "ministry" in core else states)
    return sorted(fitting) if len(fitting) == 1 else []
