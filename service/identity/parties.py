"""Tells for which state or organisation a speaker answers: Lavrov, the Kremlin and Moscow for Russia."""

import re
from collections.abc import Iterable
from functools import cache

from service.folding import words_of
from service.identity.places import Place, Words, place_of, places_in
from service.identity.tables import pairs, section
from service.regex import regex

# Where somebody is sent: the Russian envoy to Syria answers for Russia.
_DESTINATION = regex(
    r"\b(?:to|in|at|on|with|regarding)\s.*|(?<=envoy)\s+for\s.*|(?<=representative)\s+for\s.*", re.IGNORECASE
)
_FIRM = regex(
    r"[\s,]+(?:inc|corp|corporation|co|company|ltd|limited|plc|llc|gmbh|ag|sa|nv|spa|group|holdings)\.?$", re.I
)
_PROPER = regex(r"[^\W\d_a-z][\w.&'’-]*", re.UNICODE)
_POSSESSIVE = regex(r"['’]s?$")
_UNNAMED = ("anonymous", "group")  # told by their description alone


def party_of(name: str, kind: str, roles: Iterable[str] = ()) -> str | None:
    """The party of a speaker as a stable label ("Russia", "Microsoft"): the state or organisation answered for.

    `kind` is a speaker's kind (records.SpeakerKind), `roles` are as printed. None: no party is known. A person answers
    for whom the roles name, former ones left out; an organisation that is no part of a state answers for itself.
    """
    if kind == "person" or kind in _UNNAMED:
        texts = [*roles, *([] if kind == "person" else [name])]
        return next((party for role in texts if (party := _party_of_role(role))), None)
    if kind == "state":
        place = place_of(_plain(name))
        return place.label if place else _own_label(name)
    return party_of_body(name) or next((party for role in roles if (party := _party_of_role(role))), None)


def party_of_body(name: str) -> str | None:
    """For whom a body answers, by its name alone: its state where it is part of one, else itself. None: unnamed."""
    words = _plain(name)
    if place := place_of(words):
        return place.label
    found = places_in(words)
    if seat := next((place for place in found if place.sort == "seat"), None):
        return seat.label
    # The last: a mission of Russia to the United Nations is Russia's, a UN mission in Mali is the UN's.
    if _is_of_state(words) and (place := _owner(name)):
        return place.label
    return _own_label(name)


@cache
def _party_of_role(role: str) -> str | None:
    here = _DESTINATION.sub("", role)
    words = words_of(here)
    if not words or words[0] in {"former", "ex", "late", "then-former", "onetime", "retired", "ousted"}:
        return None
    if place := _first_place(here):
        if place.sort == "organisation":
            return place.label
        return place.label if _answers(words) else None
    return _sole_state(words) or (_organisation(role) if _speaks_for_firm(words) else None)


def _answers(words: Words) -> bool:
    return not section("roles", "answering").isdisjoint(words) and section("roles", "of_their_own").isdisjoint(words)


def _sole_state(words: Words) -> str | None:
    """The state whose office this is, where only one state has an office of this name."""
    if not section("roles", "of_their_own").isdisjoint(words):
        return None
    offices, longest = _offices(), _longest()
    starts = [at for at, word in enumerate(words) if word in longest]
    spans = ((at, end) for at in starts for end in range(min(len(words), at + longest[words[at]]), at, -1))
    return next((offices[words[start:end]] for start, end in spans if words[start:end] in offices), None)


@cache
def _offices() -> dict[Words, str]:
    return {words_of(office): state for office, state in pairs("offices")}


@cache
def _longest() -> dict[str, int]:
    """For each word that opens such an office, the words of the longest that it opens."""
    longest: dict[str, int] = {}
    for office in _offices():
        longest[office[0]] = max(longest.get(office[0], 0), len(office))
    return longest


def _owner(text: str) -> Place | None:
    """Whose a role or body is: the state or great organisation that it names first, where it is sent left out."""
    return _first_place(_DESTINATION.sub("", text))


def _first_place(text: str) -> Place | None:
    return next(iter(places_in(_plain(text))), None)


def _is_of_state(words: Words) -> bool:
    return bool(section("roles", "of_state") & set(words)) and not section("roles", "of_nobody") & set(words)


def _speaks_for_firm(words: Words) -> bool:
    return not section("roles", "of_firms").isdisjoint(words)


def _organisation(role: str) -> str | None:
    """The proper name in a role, titles left out: "chief executive of Northwind Air" -> Northwind Air."""
    common = section("roles", "no_body") | section("roles", "of_firms")
    best: list[str] = []
    run: list[str] = []
    for word in [*role.replace(",", " , ").split(), ","]:
        if _PROPER.fullmatch(word) and not common.issuperset(words_of(word)):
            run.append(word)
        else:
            best, run = max(best, run, key=len), []
    return _own_label(" ".join(best)) if best else None


def _own_label(name: str) -> str | None:
    bare = _POSSESSIVE.sub("", " ".join(name.split()))
    bare = bare[4:] if bare[:4].lower() == "the " else bare
    bare = _FIRM.sub("", bare) if len(bare.split()) > 1 else bare
    place = place_of(words_of(bare))
    if place:
        return place.label
    return bare if bare != bare.lower() and not _generic(words_of(bare)) else None


def _generic(words: Words) -> bool:
    # "Foreign Ministry" is somebody's: whose, it does not say.
    return section("roles", "of_state").union(_JOINING, section("roles", "no_body")).issuperset(words)


_JOINING = ("the", "of", "for", "and", "national", "federal", "affairs", "supreme")


def _plain(name: str) -> Words:
    words = words_of(name)
    return words[1:] if words[:1] == ("the",) else words
