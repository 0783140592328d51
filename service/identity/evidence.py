"""What is known of a speaker besides the name: offices, walks of life, and for whom the speaker answers."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from service.folding import words_of
from service.identity.parties import party_of, party_of_body
from service.identity.places import is_state, place_of
from service.identity.plain_offices import plain_offices
from service.identity.regions import plain_label, regions_in
from service.identity.roles import Craft, Office, crafts_of, is_former, office_of, post_of, walks_of
from service.identity.states_abroad import state_abroad
from service.identity.tables import pairs

# Whoever holds one of these in Georgia is of the American one.
_OF_FIFTY = frozenset({"governor", "sheriff", "county", "senator", "attorney"})
_NOT_OF_FIFTY = frozenset({"bank", "region", "provincial", "un", "eu", "special"})
_CENTRAL_BANK = frozenset({"central", "bank"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """The offices held, the walks of life, and for whom the speaker answers.

    `posts` are what tells each post from others, `context` what else of states and bodies speaks in the article of a
    bare surname, or of a body the capitals that stand for its states; `crafts` the callings within the walks of life;
    `past`: an office is told as a former one.
    """

    offices: frozenset[Office] = frozenset()
    walks: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    posts: frozenset[frozenset[str]] = frozenset()
    context: frozenset[str] = frozenset()
    crafts: frozenset[Craft] = frozenset()
    past: bool = False

    def __bool__(self) -> bool:
        return bool(self.offices or self.parties)

    def __or__(self, other: "Evidence") -> "Evidence":
        return Evidence(
            self.offices | other.offices, self.walks | other.walks, self.parties | other.parties,
            self.posts | other.posts, crafts=self.crafts | other.crafts, past=self.past or other.past,
        )  # fmt: skip

    @property
    def plain_offices(self) -> frozenset[Office]:
        """The offices without what every land, club and region has: a team captain is the captain."""
        return plain_offices(self.offices, self.parties) if self.offices else self.offices

    @property
    def states(self) -> frozenset[str]:
        """Those of the parties that are states."""
        return frozenset(party for party in self.parties if is_state(party))


def evidence(roles: Iterable[str], parties: Iterable[str], context: Iterable[str] = ()) -> Evidence:
    """What roles as printed and parties by any of their names say."""
    return _told(tuple(roles), tuple(parties), frozenset(context))


# Of most nothing is told, or one role that others hold too.
@lru_cache(maxsize=16_384)
def _told(roles: tuple[str, ...], parties: tuple[str, ...], context: frozenset[str]) -> Evidence:
    if len(roles) == 1 and not parties and not context and not (told := _told_by(roles[0])).parties:
        return told
    known = Evidence(parties=frozenset(filter(None, map(party_label, parties))) | _courts(parties))
    for role in roles:
        known |= _told_by(role)
    answers_for = known.parties | {
        state for party in known.parties if (state := _banks().get(party) or _state_of_bank(party))
    }
    if "Georgia" in answers_for and any(map(_is_of_one_of_fifty, known.offices)):
        answers_for = answers_for - {"Georgia"} | {"state georgia"}
    return replace(known, parties=answers_for, context=context)


# The same roles are printed day by day.
@lru_cache(maxsize=16_384)
def _told_by(role: str) -> Evidence:
    """What a role says; for whom it answers only as far as it names a part of a state, or a great organisation."""
    office, post = office_of(role), post_of(role)
    return Evidence(
        frozenset({office} if office and not _is_home(office, role) else ()), walks_of(role),
        regions_in(role) | _named_in(role), frozenset({post} if post else ()), frozenset(), crafts_of(role),
        is_former(role),
    )  # fmt: skip


def _is_home(office: Office, role: str) -> bool:
    """Whether what is left of a role is but a part of a state: Ohio Democrat."""
    regions = regions_in(role)
    return bool(regions) and {word for region in regions for word in region.split()}.issuperset(office)


def _is_of_one_of_fifty(office: Office) -> bool:
    """Whether there is an office in a state of the United States, and none in the country of Georgia."""
    return not _OF_FIFTY.isdisjoint(office) and _NOT_OF_FIFTY.isdisjoint(office)


def _courts(parties: Iterable[str]) -> frozenset[str]:
    """The courts among parties that answer for a state: to one of them few belong, as to no army or parliament."""
    courts = (party for party in parties if "court" in words_of(party) and place_of(words_of(party)) is None)
    return frozenset(plain_label(party) for party in courts if (label := party_label(party)) and is_state(label))


def _named_in(role: str) -> set[str]:
    """The great organisation for which a role as printed says that somebody answers: NASA astronaut."""
    party = party_of("", "person", [role])
    place = place_of(words_of(party)) if party else None
    named = party_label(party) if party and place and place.sort == "organisation" else None
    return {named} if named else set()


@lru_cache(maxsize=65_536)
def party_label(party: str) -> str | None:
    """The one label of a party named in any language or form that is known; its own folded words, if none is."""
    if state := state_abroad(party):
        return state
    label = party_of_body(party) or party
    if place_of(words_of(label)):
        return label
    return plain_label(label) or None


@cache
def _banks() -> dict[str, str]:
    """The state of each central bank."""
    return {label: state for state, bank in pairs("central_banks") if (label := party_label(bank))}


def _state_of_bank(party: str) -> str | None:
    """The state whose central bank has no other name: the Central Bank of Chile."""
    words = party.split()
    if not _CENTRAL_BANK.issubset(words):
        return None
    place = place_of(tuple(word for word in words if word not in _CENTRAL_BANK))
    return place.label if place and is_state(place.label) else None


def labels_of(name: str, kind: str, roles: Iterable[str]) -> dict[str, str]:
    """The parties of a speaker as compared, each with the label to show: "corvane" -> Corvane."""
    shown = (party_of(name, kind, each) for each in [*([role] for role in roles), []])
    return {compared: party for party in shown if party and (compared := party_label(party))}
