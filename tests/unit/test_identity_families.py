"""Namings that share no key, directly or through others, are decided alike whatever else there is."""

import random
from collections import defaultdict

import pytest

from service.identity import Naming, namings_of, partition
from service.identity.families import is_told_apart, keys_of, near
from service.records import Mention


def naming(name: str, role: str | None = None, *spoke: str) -> Naming:
    """A naming in an article in which these organisations speak too."""
    bodies = [Mention(each, None, "organisation") for each in spoke]
    return namings_of("a1", [Mention(name, None, "person", role, (name,)), *bodies])[name, "person"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(("Ada Vance", "mayor"), ("Ada Vance", "baker"), id="one name, whatever they are"),
        pytest.param(("Bill Vance", "mayor of Tarn"), ("William Vance", "Tarn mayor"), id="a nickname in one office"),
        pytest.param(
            ("Sergei Orlov", "Czech envoy"), ("Sergey Orlov", "Czech minister"), id="a spelling, of one state"
        ),
        pytest.param(("Mahmoud Sinwar", "mayor"), ("محمود سنوار", None), id="in letters that may spell any"),
        pytest.param(("Ada Vance", "mayor of Tarn"), ("Vance", "mayor of Tarn"), id="a surname alone in one office"),
        pytest.param(("Vance", "mayor of Tarn"), ("Vance", "Tarn mayor"), id="two surnames alone in one office"),
        pytest.param(("J. K. Vance", "baker"), ("Joan Vance", "baker"), id="an initial that may stand for it"),
        pytest.param(("Vance", None, "US Treasury"), ("Ada Vance", "US Treasury Secretary"), id="bodies of a post"),
        pytest.param(("Vance", None, "US mission", "UN"), ("Ada Vance", "US envoy to the UN"), id="of who is sent"),
    ],
)
def test_whoever_may_be_one_looks_for_the_other(one, other):
    one, other = naming(*one), naming(*other)
    assert near(one) & keys_of(other)
    assert near(other) & keys_of(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(("Bill Vance", "mayor of Tarn"), ("William Vance", "baker"), id="nothing speaks for a nickname"),
        pytest.param(("Jon Vance", "envoy"), ("John Vance", "poet"), id="nothing speaks for a sound"),
        pytest.param(("Ada Vance", "mayor of Tarn"), ("Bea Vance", "mayor of Tarn"), id="first names of two"),
        pytest.param(("Ada Vance", "mayor of Tarn"), ("Vance", "baker"), id="a surname alone, in another office"),
        pytest.param(("Ada Vance", "mayor of Tarn"), ("Ada Roe", "mayor of Tarn"), id="surnames of two"),
        pytest.param(("Mahmoud Sinwar", "mayor"), ("حسن سنوار", None), id="letters that spell another"),
    ],
)
def test_of_thousands_of_one_surname_few_are_looked_for(one, other):
    one, other = naming(*one), naming(*other)
    assert not near(one) & keys_of(other)
    assert not near(other) & keys_of(one)


FIRST = (
    "Alex", "Alexander", "Sasha", "Bill", "William", "J. K.", "Joan K.", "J.", "Jon", "John", "Hasan", "Hassan",
    "Mr. Kim", "Ms. Kim", "Kim", "Luis", "", "King", "Tsai", "蔡", "Mahmoud", "محمود",
)  # fmt: skip
LAST = (
    "Vance", "Wanz", "Qadri", "Kadri", "Garcia", "Garcia Vance", "Wanz-Garcia", "سنوار", "Sinwar", "Salman", "Ing-wen",
    "英文",
)  # fmt: skip
ROLES = (
    None, "Czech minister", "Polish minister", "CEO of Norholm", "Norholm spokesman", "baker", "Treasury Secretary",
    "governor", "governor of Norges Bank", "central bank governor", "Norholm FC coach", "coach", "king of Oman",
    "envoy to Mali", "US envoy to the UN", "minister of finance", "US finance minister", "mayor of Tarn",
    "Tarn councillor",
)  # fmt: skip

BODIES = ("US Treasury", "US mission", "UN", "Norges Bank")


def drawn(chance: random.Random) -> dict[Naming, int]:
    """Namings of people of few names and roles, with the numbers of their articles."""
    names = (f"{chance.choice(FIRST)} {chance.choice(LAST)}".strip() for _ in range(120))
    told = ((each, chance.choice(ROLES), *chance.sample(BODIES, chance.randrange(3))) for each in names)
    found = {naming(*each): chance.choice([1, 1, 2, 3, 9, 40, 200]) for each in told}
    return {each: articles for each, articles in found.items() if is_told_apart(each)}


def families(namings: dict[Naming, int]) -> list[dict[Naming, int]]:
    """The namings that are tied by keys, directly or through others."""
    under: dict[str, list[Naming]] = defaultdict(list)
    for each in namings:
        for key in keys_of(each):
            under[key].append(each)
    left, found = set(namings), []
    while left:
        family, waiting = {}, [left.pop()]
        while waiting:
            one = waiting.pop()
            family[one] = namings[one]
            met = {other for key in near(one) for other in under[key]} & left
            left -= met
            waiting += met
        found.append(family)
    return found


@pytest.mark.parametrize("seed", range(12))
def test_what_is_tied_by_no_key_is_decided_alike_alone_and_among_all(seed):
    namings = drawn(random.Random(seed))
    apart = families(namings)
    assert 20 < len(apart) < len(namings) - 20
    alone = {each: meant.speaker for family in apart for each, meant in partition(family).items()}
    assert alone == {each: meant.speaker for each, meant in partition(namings).items()}


def test_an_initial_gives_nobody_the_id_of_another_with_this_initial():
    king, initial = naming("King Qadri", "Czech minister"), naming("J. Qadri", "Czech minister")
    other = naming("J. K. Qadri", "CEO of Norholm")
    meant = partition({king: 1, initial: 1})
    assert meant[king.id].speaker == meant[initial.id].speaker
    assert meant[king.id].speaker != partition({other: 1})[other.id].speaker
