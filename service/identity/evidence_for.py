"""Tells what speaks for it that two of whom something is known are one: an office, an organisation, a post."""

from service.folding import words_of
from service.identity.evidence import Evidence
from service.identity.offices_in_full import DEPUTIES
from service.identity.offices_of_many import is_of_many
from service.identity.places import is_state
from service.identity.plain_offices import is_word_of_roles
from service.identity.regions import are_in_two_parts, is_land
from service.identity.roles import Office, speaks_beside
from service.identity.same_posts import is_any_head, is_one_in_body, same_posts
from service.identity.shared_parties import are_land_and_colour, is_colour, names_of_party, shared_parties
from service.identity.tables import section

_HEADS_OF_PARTS = frozenset(
    {
        ("editor",),
        ("director",),
        ("manager",),
        ("coach",),
        ("secretary",),
        ("commissioner",),
        ("chair",),
        ("president",),
    }
)
_KINDS_OF_HEADS = frozenset(
    {"general", "chief", "national", "team", "museum", "school", "hospital", "club", "institute", "university", "union"}
    | {"association", "federation", "company", "bank", "founder", "owner", "cofounder", "co", "executive", "newspaper"}
)
_OF_FEW = frozenset({("coach",), ("spokesperson",)})  # in one body, however many there are elsewhere
_HELD_TOGETHER = frozenset({"founder", "leader", "chair", "owner", "president"})
# Who sits in one place by name, and nobody else with them.
_SEATED = frozenset({"archbishop", "bishop", "patriarch", "mufti", "abbot", "mayor", "governor"})
_ALONE = 2  # words of a posting of which only the office and one place are known
_SENT = frozenset({"ambassador", "envoy", "consul", "commissioner", "representative"})
_DEGREES = frozenset({("doctor",), ("professor",)})  # held beside any office
_HEADS = frozenset({("president",), ("chancellor",)})  # of states, where no firm or club is named
_AT_THE_HEAD = _HEADS | {("minister", "prime"), ("king",), ("emir",), ("sultan",), ("leader",)}


def supports(one: Evidence, other: Evidence) -> bool:
    """Whether both hold one office, or answer for one party."""
    return bool(shared_parties(one.parties, other.parties)) or shares_office(one, other)


def shares_office(one: Evidence, other: Evidence) -> bool:
    """Whether both hold one office, perhaps told in other words: "minister of finance"."""
    return bool(_shared(one, other))


def _shared(one: Evidence, other: Evidence) -> frozenset[Office]:
    return same_posts(one.plain_offices, other.plain_offices)


def shares_seat(one: Evidence, other: Evidence) -> bool:
    """Whether both answer for one party, in an office of the same words, be it one that many hold."""
    return bool(shared_parties(one.parties, other.parties)) and shares_office(one, other)


def shares_one_post(one: Evidence, other: Evidence) -> bool:
    """Whether both hold, by now, one office that few hold. Whoever leads a state may have had a father who did."""
    at_one = shares_seat(one, other) or in_one_place(one, other)
    held = at_one and not only_of_many(one, other) and not (one.past or other.past)
    return held and not _shares_head(one, other)


def _shares_head(one: Evidence, other: Evidence) -> bool:
    """Whether both are at the head of a state or a government."""
    return not _AT_THE_HEAD.isdisjoint(one.plain_offices & other.plain_offices)


def shares_named_body(one: Evidence, other: Evidence) -> bool:
    """Whether both are of what has one name and is told by one word more: the Lacor clinic. A town alone is no body."""
    shared = {word for mine in one.offices for theirs in other.offices for word in set(mine) & set(theirs)}
    return len(shared) > 1 and not all(map(is_word_of_roles, shared)) and any(map(is_word_of_roles, shared))


def shares_word_of_office(one: Evidence, other: Evidence) -> bool:
    """Whether offices of both have a word in common, or one of them has none."""
    mine, theirs = ({word for office in each.offices for word in office} for each in (one, other))
    return not (mine and theirs) or not mine.isdisjoint(theirs) or shares_office(one, other)


def supports_surname(one: Evidence, other: Evidence) -> bool:
    """Whether there is enough to take a bare surname for somebody: the office and the party, or an organisation.

    A land is not enough: a senator and an ombudswoman of one country are two.
    """
    if _are_posted_apart(one, other) or are_in_two_parts(one.parties, other.parties):
        return False
    if _are_of_one_posting(one, other):
        return True
    shared = shared_parties(one.parties, other.parties)
    if not all(map(is_land, shared)):
        # Of one club the midfielder and the goalkeeper, of one firm the chief executive and who speaks for it are two.
        mine, theirs = _at(one), _at(other)
        return not (mine and theirs) or _is_one_of_body(mine, theirs)
    if _is_one_of_body(_in_body(one, other), _at(other)) or _is_one_of_body(_in_body(other, one), _at(one)):
        return True
    if not shares_office(one, other):
        return False
    if shared or in_one_place(one, other):
        return not only_of_many(one, other)
    if not only_of_many(one, other) and _is_named_in_full(one, other):
        return True
    apart = one.parties and other.parties and not are_land_and_colour(one.parties, other.parties)
    return not apart and _tells_office(one, other)


def _is_named_in_full(one: Evidence, other: Evidence) -> bool:
    """Whether an office that both hold is told by a name, whatever church it is of: archbishop of Canterbury."""
    seats = (office for office in one.offices & other.offices if not _SEATED.isdisjoint(office))
    return any(not all(map(is_word_of_roles, office)) for office in seats)


def _is_one_of_body(some: set[Office], others: set[Office]) -> bool:
    """Whether an office in one organisation is another in it. Of a town two residents are two."""
    shared = some & others
    if shared and all(len(office) == 1 and section("roles", "of_anyone").issuperset(office) for office in shared):
        return False
    return any(_is_told_more(office, more) for office in some for more in others)


def _in_body(one: Evidence, other: Evidence) -> set[Office]:
    """The offices of one for whom nobody is told, in what has the name of another's party: Corvane spokesperson."""
    named = [set(words_of(name)) for party in other.parties if not is_land(party) for name in names_of_party(party)]
    if one.parties or not named:
        return set()
    offices = ((office, words) for office in one.plain_offices for words in named if words < set(office))
    held = {tuple(word for word in office if word not in words) for office, words in offices}
    # Of one name a town has several farmers, but a club has one coach.
    return {office for office in held if office in _OF_FEW or not is_of_many(office)}


def _are_posted_apart(one: Evidence, other: Evidence) -> bool:
    """Whether both are sent to lands, and to two: the ambassadors to Mali and to Chad."""
    mine, theirs = _posted_to(one), _posted_to(other)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _are_of_one_posting(one: Evidence, other: Evidence) -> bool:
    """Whether both are sent by one state to one place, told in the office here and as the party there: the U.S.
    ambassador to the U.N.
    """
    mine, theirs = ({post | known.states for post in known.posts if post & _SENT} for known in (one, other))
    return any(len(post) > _ALONE for post in mine & theirs) and shares_office(one, other)


def _posted_to(known: Evidence) -> set[str]:
    sent = any(not _SENT.isdisjoint(office) for office in known.offices)
    return {place for post in known.posts for place in post if is_state(place)} - known.parties if sent else set()


def _alone(office: Office) -> Office:
    """An office as if nobody held it too: who is called founder, or leader, may be one of two."""
    words = {"founder" if word == "cofounder" else word for word in office}
    return tuple(sorted(words - {"co"})) if words & _HELD_TOGETHER else office


def _is_told_more(one: Office, other: Office) -> bool:
    """Whether two offices in one organisation are one, told more fully: epidemiologist, chief epidemiologist; or its
    head's, for whom "chief" is the short word, or that of a body which is told: the ferry operator's chief.
    """
    one, other = _alone(one), _alone(other)
    more = set(one) ^ set(other)
    if one != other and (is_any_head(one) or is_any_head(other)):
        return is_one_in_body(one, other)
    if more == {"chief"} and ("police",) in (one, other):
        return False  # of a police officer the office says no more
    if _HEADS_OF_PARTS & {one, other} and not _KINDS_OF_HEADS.issuperset(more):
        return is_one_in_body(one, other)  # the sports editor is not the editor
    told_more = (set(one) < set(other) or set(other) < set(one)) and DEPUTIES.isdisjoint(more)
    return told_more or is_one_in_body(one, other)


def _at(known: Evidence) -> set[Office]:
    """The offices without degrees and the names of the organisations where they are held: the coach of SV Hallein."""
    named = {word for party in known.parties for word in words_of(party)}
    if any(map(is_colour, known.parties)):
        named.add("opposition")  # Labour's leader is the opposition's, if Labour is in it
    offices = known.plain_offices - _DEGREES
    return {tuple(word for word in office if word not in named) or office for office in offices}


def shares_art(one: Evidence, other: Evidence) -> bool:
    """Whether both are known for one art: singer, novelist."""
    return shares_office(one, other) and "arts" in one.walks & other.walks


def stands_in(one: Evidence, other: Evidence) -> bool:
    """Whether the bodies that speak in the article of a bare surname are those of a post of the other: the Treasury
    Department and a Treasury Secretary of the United States.
    """
    posts = map(speaks_beside, other.posts) if one.context else ()
    return any(post <= one.context for post in posts if post)


def shares_with_another(one: Evidence, other: Evidence) -> bool:
    """Whether the office that two share is one of two or more that are held together: co-owner."""
    return any("co" in office or "cofounder" in office for office in _shared(one, other))


def only_of_many(one: Evidence, other: Evidence) -> bool:
    """Whether the offices that two share, if any, are such as many hold."""
    return all(map(is_of_many, _shared(one, other)))


def is_held_by_many(one: Evidence, other: Evidence) -> bool:
    """Whether both hold one office, and only such as many hold: economist."""
    return shares_office(one, other) and only_of_many(one, other)


def _tells_office(one: Evidence, other: Evidence) -> bool:
    """Whether a shared office is held by one person alone wherever it is, as far as its words tell."""
    shared = _shared(one, other)
    if not shared.isdisjoint(_HEADS) and one.parties | other.parties <= one.states | other.states:
        return True
    return not all(map(is_of_many, (office for office in shared if len(office) > 1)))


def in_one_place(one: Evidence, other: Evidence) -> bool:
    """Whether both hold one office, and in it is the name of the town or body for which the other answers."""
    named = {word for party in one.parties | other.parties if not is_land(party) for word in words_of(party)}
    return any(not named.isdisjoint(office) for office in _shared(one, other))
