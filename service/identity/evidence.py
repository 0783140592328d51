"""What is known of a speaker besides the name, and whether two such things speak for one person or for two."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from service.folding import words_of
from service.identity.parties import party_of, party_of_body
from service.identity.places import is_state, place_of
from service.identity.regions import are_parts, is_land, lie_apart, plain_label, words_of_land
from service.identity.roles import Craft, Office, crafts_of, is_former, office_of, post_of, walks_of
from service.identity.states_abroad import state_abroad
from service.identity.tables import section

# People of these walks change over to one another: a banker becomes a minister, a general a president.
_NEAR = (
    frozenset({"public", "law", "business"}),
    frozenset({"science", "care"}),
    frozenset({"science", "law"}),
    frozenset({"science", "public"}),
    frozenset({"command", "public"}),
    frozenset({"force", "law"}),
    frozenset({"arts", "press"}),
    frozenset({"faith", "public"}),
    frozenset({"private", "labour"}),
    frozenset({"private", "care"}),
    # Causes are taken up from anywhere, hardly from a board or a team.
    *(
        frozenset({"cause", walk})
        for walk in ("public", "law", "science", "care", "arts", "faith", "press", "labour", "crime", "private")
    ),
)
# Offices that many hold at once in one place, by a word of theirs: to share one is no sign of being one.
_OF_MANY = frozenset(
    {"spokesperson", "official", "analyst", "lawmaker", "candidate", "officer", "owner", "coach"} | {"army", "police"}
)
_TRADES = ("labour", "private", "care", "science", "sport", "press", "law", "crime", "cause")
_LOW = frozenset({"private", "pvt", "pte", "corporal", "constable", "sergeant", "trooper", "patrolman"})
_HIGH = frozenset({"general", "admiral", "marshal", "brigadier", "colonel", "commissioner", "superintendent"})
_DEGREES = frozenset({("doctor",), ("professor",)})  # held beside any office
_HEADS = frozenset({("president",), ("chancellor",)})  # of states, where no firm or club is named
_AT_THE_HEAD = _HEADS | {("minister", "prime"), ("king",), ("emir",), ("sultan",), ("leader",)}
_OF_TOWNS = frozenset({("mayor",), ("sheriff",), ("county", "sheriff"), ("attorney", "district")})
_OF_ANY = frozenset({"team", "squad", "club", "side", "region", "regional", "province", "provincial", "head"})
_DEPUTIES = frozenset({"deputy", "vice", "assistant", "associate", "under", "junior", "second", "sub", "co"})
_OF_LANDS = frozenset(
    {"attorney", "solicitor", "surgeon", "prosecutor", "auditor", "inspector", "comptroller", "advocate", "procurator"}
)  # with "general" behind: of many, one
_KINDS_OF_TOWN = frozenset({"county", "city", "town", "district", "borough", "municipality"})
_COLOURS = frozenset(
    {"labour", "republicans", "democrats", "conservatives", "tories", "gop", "liberal democrats", "greens", "snp"}
    | {"social democrats", "christian democrats", "cdu", "csu", "spd", "fdp", "psoe", "afd"}
)
_UNDER = _DEPUTIES | {"parliamentary", "permanent", "private"}
_FOREMOST = frozenset(
    {"chief", "head", "national", "first", "supreme", "constitutional", "commissioner", "minister"}
)  # of many, one


@dataclass(frozen=True, slots=True)
class Evidence:
    """The offices held, the walks of life, and for whom the speaker answers.

    `posts` are what tells each post from others, `context` what else of states and bodies speaks in the article of a
    bare surname, `crafts` the callings within the walks of life; `past`: an office is told as a former one.
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
        return _plain_offices(self.offices, self.parties)

    @property
    def states(self) -> frozenset[str]:
        """Those of the parties that are states."""
        return frozenset(party for party in self.parties if is_state(party))


def evidence(roles: Iterable[str], parties: Iterable[str], context: Iterable[str] = ()) -> Evidence:
    """What roles as printed and parties by any of their names say."""
    roles = tuple(roles)
    answers_for = frozenset(filter(None, map(party_label, parties)))
    offices = {office for role in roles if (office := office_of(role))}
    walks = frozenset(walk for role in roles for walk in walks_of(role))
    posts = frozenset(post for role in roles if (post := post_of(role)))
    crafts = frozenset(craft for role in roles for craft in crafts_of(role))
    past = any(map(is_former, roles))
    return Evidence(frozenset(offices), walks, answers_for, posts, frozenset(context), crafts, past)


@lru_cache(maxsize=65_536)
def party_label(party: str) -> str | None:
    """The one label of a party named in any language or form that is known; its own folded words, if none is."""
    if state := state_abroad(party):
        return state
    label = party_of_body(party) or party
    if place_of(words_of(label)):
        return label
    return plain_label(label) or None


def labels_of(name: str, kind: str, roles: Iterable[str]) -> dict[str, str]:
    """The parties of a speaker as compared, each with the label to show: "corvane" -> Corvane."""
    shown = (party_of(name, kind, each) for each in [*([role] for role in roles), []])
    return {compared: party for party in shown if party and (compared := party_label(party))}


def supports(one: Evidence, other: Evidence) -> bool:
    """Whether both hold one office, or answer for one party."""
    return not (one.plain_offices.isdisjoint(other.plain_offices) and one.parties.isdisjoint(other.parties))


def shares_office(one: Evidence, other: Evidence) -> bool:
    """Whether both hold an office of the same words, one perhaps told more fully: "minister of finance"."""
    return not one.plain_offices.isdisjoint(other.plain_offices)


@lru_cache(maxsize=16_384)
def _plain_offices(offices: frozenset[Office], parties: frozenset[str]) -> frozenset[Office]:
    plain = _without_lands(offices, parties)
    # The mayor, of Tarn, is the mayor of Tarn.
    named = [words_of(party) for party in parties if not is_land(party)]
    return plain | {tuple(sorted({*office, *words})) for office in plain for words in named}


def _without_lands(offices: frozenset[Office], parties: frozenset[str]) -> frozenset[Office]:
    # The president of the Liguria region is its regional president; but the mayor of Tarn is no other mayor.
    common = _OF_ANY.union(*(words_of_land(party) for party in parties if is_land(party)))
    if any(is_land(party) and not is_state(party) for party in parties):
        common |= {"state"}  # the state premier of Saxony
    if "United Kingdom" in parties:
        return frozenset(
            _of_britain(tuple(word for word in office if word not in common) or office) for office in offices
        )
    return frozenset(tuple(word for word in office if word not in common) or office for office in offices)


def _of_britain(office: Office) -> Office:
    """The office of a British minister as it is told for short: of the Exchequer, and Secretary of State for X."""
    if office == ("chancellor", "exchequer"):
        return ("chancellor",)
    is_secretary = {"secretary", "state"} < set(office) and _UNDER.isdisjoint(office)
    return tuple(word for word in office if word not in ("state", "department")) if is_secretary else office


def shares_seat(one: Evidence, other: Evidence) -> bool:
    """Whether both answer for one party, in an office of the same words, be it one that many hold."""
    return bool(one.parties & other.parties) and shares_office(one, other)


def shares_one_post(one: Evidence, other: Evidence) -> bool:
    """Whether both hold, by now, one office that few hold. Whoever leads a state may have had a father who did."""
    held = shares_seat(one, other) and not only_of_many(one, other) and not (one.past or other.past)
    return held and not shares_head(one, other)


def shares_head(one: Evidence, other: Evidence) -> bool:
    """Whether both are at the head of a state or a government."""
    return not _AT_THE_HEAD.isdisjoint(one.plain_offices & other.plain_offices)


def shares_word_of_office(one: Evidence, other: Evidence) -> bool:
    """Whether offices of both have a word in common, or one of them has none."""
    mine, theirs = ({word for office in each.offices for word in office} for each in (one, other))
    return not (mine and theirs) or not mine.isdisjoint(theirs)


def supports_surname(one: Evidence, other: Evidence) -> bool:
    """Whether there is enough to take a bare surname for somebody: the office and the party, or an organisation.

    A land is not enough: a senator and an ombudswoman of one country are two.
    """
    shared = one.parties & other.parties
    if not all(map(is_land, shared)):
        # Of one club the midfielder and the goalkeeper, of one firm the chief executive and who speaks for it are two.
        mine, theirs = _at(shared, one), _at(shared, other)
        return not (mine and theirs) or any(_is_told_more(office, more) for office in mine for more in theirs)
    if not shares_office(one, other):
        return False
    if shared or _in_one_place(one, other):
        return not only_of_many(one, other)
    return not (one.parties and other.parties) and _tells_office(one, other)


def _is_told_more(one: Office, other: Office) -> bool:
    """Whether two offices in one organisation are one, told more fully: epidemiologist, chief epidemiologist."""
    more = set(one) ^ set(other)
    return one == other or ((set(one) < set(other) or set(other) < set(one)) and _DEPUTIES.isdisjoint(more))


def _at(parties: frozenset[str], known: Evidence) -> set[Office]:
    """The offices without degrees and the names of the organisations where they are held: the coach of SV Hallein."""
    named = {word for party in parties for word in words_of(party)}
    offices = known.plain_offices - _DEGREES
    return {tuple(word for word in office if word not in named) or office for office in offices}


def shares_art(one: Evidence, other: Evidence) -> bool:
    """Whether both are known for one art: singer, novelist."""
    return shares_office(one, other) and "arts" in one.walks & other.walks


def stands_in(one: Evidence, other: Evidence) -> bool:
    """Whether the bodies that speak in the article of a bare surname are those of a post of the other: the Treasury
    Department and a Treasury Secretary of the United States.
    """
    return bool(one.context) and any(post <= one.context for post in other.posts)


def live_apart(one: Evidence, other: Evidence) -> bool:
    """Whether nothing that two do is of one walk of life, one office or one organisation."""
    told = bool(one.walks and other.walks) and one.walks.isdisjoint(other.walks)
    return told and not (shares_office(one, other) or _shares_organisation(one, other))


def contradicts(one: Evidence, other: Evidence, *, common: bool) -> bool:
    """Whether two bearers of one full name must be two: other lands, or other walks of life.

    `common`: very many bear this name, so that other organisations and unknown walks are enough.
    """
    if lie_apart(one.parties, other.parties) or _of_two_towns(one, other):
        return True
    if _walk_apart(one, other):
        return not (shares_office(one, other) or _shares_organisation(one, other))
    if _ranks_differ(one, other):
        return True
    if not common:
        return False
    if one.parties and other.parties and not (one.parties & other.parties or _in_one_place(one, other)):
        return True  # two mayors, two spokesmen
    if supports(one, other):
        return False
    apart = bool(one.parties and other.parties) or bool(one.offices and other.offices)
    return apart and not (shares_office(one, other) or one.crafts & other.crafts)


def answer_alike(one: Evidence, other: Evidence) -> bool:
    """Whether those for whom two answer do not contradict each other: a land and a part of it, a land and a political
    party.
    """
    return are_parts(one.parties, other.parties) or _is_colour_of(one, other) or _is_colour_of(other, one)


def _is_colour_of(one: Evidence, other: Evidence) -> bool:
    both = bool(one.parties and other.parties)
    return both and all(map(_is_colour, one.parties)) and all(map(is_land, other.parties))


def _is_colour(party: str) -> bool:
    return party.endswith(" party") or party in _COLOURS


def _of_two_towns(one: Evidence, other: Evidence) -> bool:
    """Whether both are mayors, sheriffs or the like, and no word of the one's town is of the other's."""
    if not (one.parties and other.parties) or _OF_TOWNS.isdisjoint(one.offices & other.offices):
        return False
    mine, theirs = (
        {word for party in each.parties for word in party.casefold().split()} - _KINDS_OF_TOWN for each in (one, other)
    )
    return mine.isdisjoint(theirs) and not any(map(is_land, one.parties | other.parties))


def _in_one_place(one: Evidence, other: Evidence) -> bool:
    """Whether both hold one office, and in it is the name of the town or body for which the other answers."""
    named = {word for party in one.parties | other.parties if not is_land(party) for word in words_of(party)}
    return any(not named.isdisjoint(office) for office in one.plain_offices & other.plain_offices)


def _ranks_differ(one: Evidence, other: Evidence) -> bool:
    """Whether one is of the lowest ranks, the other of the highest: a constable and a chief constable."""
    mine, theirs = _ranks(one), _ranks(other)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _ranks(known: Evidence) -> set[str]:
    words = {word for office in known.offices for word in office if "force" in known.walks}
    if words & _HIGH or "chief" in words:
        return {"high"}
    return {"low"} if words & _LOW else set()


def _shares_organisation(one: Evidence, other: Evidence) -> bool:
    """Whether both answer for one body, which is no land, and no town that bishops and bus drivers live in alike."""
    shared = one.parties & other.parties
    of_town = any(_is_of_town(known) for known in (one, other))
    return not (all(map(is_land, shared)) or of_town)


def _is_of_town(known: Evidence) -> bool:
    """Whether the office is one that towns have, not firms, or the calling of a craftsman."""
    offices = {word for office in known.offices for word in office}
    return not offices.isdisjoint(section("roles", "of_towns")) or known.walks == frozenset({"private"})


def _walk_apart(one: Evidence, other: Evidence) -> bool:
    """Whether they are of walks of life, or of callings within one, that a person hardly has both of."""
    shared = one.walks & other.walks
    if shared:
        return all(_differ(_within(one, walk), _within(other, walk)) for walk in shared)
    return bool(one.walks and other.walks) and not _are_near(one.walks, other.walks)


def _within(known: Evidence, walk: str) -> set[str]:
    return {craft for of, craft in known.crafts if of == walk}


def _differ(one: set[str], other: set[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _are_near(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(near & one and near & other for near in _NEAR)


def only_of_many(one: Evidence, other: Evidence) -> bool:
    """Whether the offices that two share, if any, are such as many hold."""
    return all(map(_is_of_many, one.plain_offices & other.plain_offices))


def _tells_office(one: Evidence, other: Evidence) -> bool:
    """Whether a shared office is held by one person alone wherever it is, as far as its words tell."""
    shared = one.offices & other.offices
    if not shared.isdisjoint(_HEADS) and one.parties | other.parties <= one.states | other.states:
        return True
    return not all(map(_is_of_many, (office for office in shared if len(office) > 1)))


@lru_cache(maxsize=16_384)
def _is_of_many(office: Office) -> bool:
    """Whether many hold an office, as far as its words tell: bus driver, army officer."""
    words = set(office)
    if "general" in words and words & _OF_LANDS:
        return False
    return bool(words & (_OF_MANY | _trades())) and not words & _FOREMOST


@cache
def _trades() -> frozenset[str]:
    return frozenset().union(*(section("domains", walk) for walk in _TRADES), ("judge",))
