"""A naming: all that decides who is meant by a speaker of an article, one for all articles that say the same."""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import orjson

from service.identity.bodies import BodyName, body_name
from service.identity.bodies_in_tables import is_in_table
from service.identity.cities import capitals_among
from service.identity.descriptions import describes_people, describes_somebody
from service.identity.evidence import Evidence, evidence
from service.identity.name_order import east_asian
from service.identity.names_in_full import in_full, state_in_name
from service.identity.person_names import PersonName, person_name
from service.identity.sounds import sound
from service.identity.state_names import state_name
from service.identity.syllables import outline_of_surname
from service.identity.tables import section
from service.regex import regex

Group = Literal["person", "body", "state", "document", "anonymous"]
_GROUPS: dict[str, Group] = {"person": "person", "state": "state", "document": "document", "anonymous": "anonymous"}
_MOST_KEPT = 16_384  # namings that are kept at hand
_LONGEST = 300  # characters of a name: a longer one, a broken reading, fits into no index
_DEGREES = frozenset({"dr", "doctor", "prof", "professor"})
_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False)
# A Chinese firm, two ministries: another one in every article. Not "A Safe Place", nor "One Nation".
_INDEFINITE = regex(r"(?:an?|one|another|some(?:one|body)?|several|two|three|four|five|many|most) ", re.IGNORECASE)
_NOBODY = frozenset({"john doe", "jane doe", "john roe", "jane roe", "richard roe"})  # whom courts do not name
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_PAIRS = [one + other for one in _LETTERS for other in _LETTERS]


@dataclass(frozen=True, slots=True)
class Naming:
    """A name as printed with what its article says of the bearer. Only namings of one `block` can be one speaker.

    `id` is the same wherever name and evidence are the same; `article_id` is set where they tell so little that
    no other article can be meant.
    """

    id: str
    group: Group
    block: str
    name: str
    kind: str
    evidence: Evidence
    article_id: str | None = None

    def __hash__(self) -> int:
        # The id tells all that the rest does, which would take ten times as long.
        return hash(self.id)

    @property
    def person(self) -> PersonName:
        """The parts of a person's name."""
        return person_name(self.name)

    @property
    def body(self) -> BodyName:
        """The parts of the name of a body."""
        return body_name(self.name)


def naming(
    article_id: str, name: str, kind: str, roles: Iterable[str] = (), parties: Iterable[str] = (),
    context: Iterable[str] = (),
) -> Naming:  # fmt: skip
    """The naming of a speaker whom an article calls `name` at the fullest, in `roles` as printed, answering for
    `parties` by any of their names. `context`: what tells the states and bodies that speak beside a bare surname.
    """
    name = " ".join(name.split())[:_LONGEST]
    alone = article_id if stays_with_article(name, kind) else None
    return _naming(name, kind, tuple(roles), tuple(parties), frozenset(context), alone)


# Those in the news are printed alike day by day.
@lru_cache(maxsize=_MOST_KEPT)
def _naming(
    name: str, kind: str, roles: tuple[str, ...], parties: tuple[str, ...], context: frozenset[str], alone: str | None
) -> Naming:
    group = _GROUPS.get(kind, "body")
    whose = state_in_name(name) if group == "person" else None
    # Whoever answers for a state is told by its capital, but a hospital is of the town itself.
    context = capitals_among(parties) if group == "body" else context
    known = evidence([*roles, *_titles(name, group, roles)], (*parties, *([whose] if whose else [])), context)
    block = block_of(name, group)
    words = name if group == "person" else name.casefold()
    # As JSON has the list of these.
    people = "true" if kind == "group" else "false"
    where = "null" if alone is None else _JSON.encode(alone)
    digest = _digest(f'["{group}", {people}, {_JSON.encode(words)}, {_facts_as_json(known)}, {where}]')
    return Naming("n" + digest, group, block, name, kind, known, alone)


@lru_cache(maxsize=_MOST_KEPT)
def restored(id_: str, group: Group, block: str, name: str, kind: str, facts: str, article_id: str | None) -> Naming:
    """A naming out of what `facts_of` gave for it, as JSON."""
    return Naming(id_, group, block, name, kind, _restored_evidence(facts), article_id)


# The same.
@lru_cache(maxsize=_MOST_KEPT)
def _restored_evidence(facts: str) -> Evidence:
    said = orjson.loads(facts)
    return Evidence(
        frozenset(map(tuple, said["offices"])), frozenset(said["walks"]), frozenset(said["parties"]),
        frozenset(map(frozenset, said["posts"])), frozenset(said["context"]),
        frozenset(map(tuple, said.get("crafts", ()))), said.get("past", False),
    )  # fmt: skip


def facts_of(known: Evidence) -> dict[str, Any]:
    """Evidence as plain sorted lists, for a store."""
    facts: dict[str, Any] = {
        "offices": sorted(map(list, known.offices)), "walks": sorted(known.walks), "parties": sorted(known.parties),
        "posts": sorted(map(sorted, known.posts)), "context": sorted(known.context),
    }  # fmt: skip
    # Where there is nothing of these the naming is the one that older versions stored.
    if known.crafts:
        facts["crafts"] = sorted(map(list, known.crafts))
    if known.past:
        facts["past"] = True
    return facts


# Of most speakers nothing is told, or what is told of others too.
@lru_cache(maxsize=_MOST_KEPT)
def _facts_as_json(known: Evidence) -> str:
    return _JSON.encode(facts_of(known))


@lru_cache(maxsize=65_536)
def block_of(name: str, group: Group) -> str:
    """Where a name is compared: by the sound of a surname, by the words of a body that are not its owner's."""
    if group == "person":
        return surname_block(person_name(name).surname)
    if group == "state":
        return f"state {' '.join(state_name(name))}"[:_LONGEST]
    return f"{group} {' '.join(body_name(name).core)}"[:_LONGEST]


@lru_cache(maxsize=65_536)
def surname_block(surname: str) -> str:
    """The block in which the bearers of a surname are compared."""
    if surname in east_asian():
        return f"person ~{outline_of_surname(surname)}"
    alike = sound(surname)
    # What Arabic writes without vowels has y for i: sysy, Sisi.
    return f"person {alike if len(alike) > 1 else surname.replace('y', 'i')}"[:_LONGEST]


@lru_cache(maxsize=_MOST_KEPT)
def stays_with_article(name: str, kind: str) -> bool:
    """Whether a name can mean nobody beyond its article: a source without a name, a description in small letters."""
    if kind == "anonymous" or not any(char.isalnum() for char in name):
        return True
    if kind == "person":
        return (
            name.casefold() in _NOBODY
            or describes_somebody(name)
            or (name[0].islower() and bool(_INDEFINITE.match(name)))
        )
    if kind == "group" and describes_people(name):
        return True
    if _INDEFINITE.match(name) and (name[0].islower() or name.rsplit(" ", 1)[-1].islower()):
        return True
    body = body_name(name)
    described = name == name.lower() and name != name.upper() and not is_in_table(name)
    return described or not body.core or (kind == "document" and body.generic)


def speaker_id(key: str) -> str:
    """The opaque id of the speaker with this key."""
    return "s" + _digest(key)


def _titles(name: str, group: Group, roles: tuple[str, ...]) -> list[str]:
    titles = person_name(name).titles if group == "person" else ()
    # That somebody is called by another name by now says nothing of an office: a Jorge Bergoglio may be no pope.
    if not titles or in_full(name) != name:
        return []
    # Of a minister with a degree Dr. says no more.
    silent = section("titles", "courtesies") | (_DEGREES if roles else frozenset())
    told = [title for title in titles if title not in silent]
    return [" ".join(told)] if told else []


def is_regnal(naming: Naming) -> bool:
    """Whether a single name is that of a king, a pope or the like, by title, role or number."""
    name = naming.person
    offices = {word for office in naming.evidence.offices for word in office}
    return name.is_bare and (name.regnal or bool(name.suffix) or bool(offices & section("titles", "regnal")))


def _digest(text: str) -> str:
    # As b32encode has the first ten bytes in small letters, in a tenth of its time.
    first, second = int.from_bytes((found := hashlib.sha256(text.encode("utf-8", "replace")).digest())[:5]), found[5:10]
    return _eight_letters(first) + _eight_letters(int.from_bytes(second))


def _eight_letters(number: int) -> str:
    pairs = _PAIRS
    return pairs[number >> 30] + pairs[number >> 20 & 1023] + pairs[number >> 10 & 1023] + pairs[number & 1023]
