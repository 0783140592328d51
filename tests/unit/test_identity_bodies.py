"""Names of ministries, agencies and firms: which are one, and which mean another body in every article."""

import pytest

from service.identity import namings_of
from service.identity.bodies import body_name
from service.identity.namings import naming, stays_with_article
from service.identity.partition import partition
from service.records import Mention


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("US Treasury", "Treasury Department", id="a seat that names its state"),
        pytest.param("U.S. Treasury", "Department of the Treasury", id="with stops"),
        pytest.param("Ministry of Defence of the United Kingdom", "British Defence Ministry", id="two words of it"),
        pytest.param("HM Treasury", "British Treasury", id="whose Treasury"),
    ],
)
def test_one_body(one, other):
    assert (body_name(one).core, body_name(one).owner) == (body_name(other).core, body_name(other).owner)


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        pytest.param("one Chinese firm", True, id="one of many"),
        pytest.param("A Chinese firm", True, id="at the beginning of a sentence"),
        pytest.param("A Safe Place", False, id="a name that begins so"),
        pytest.param("One Nation", False, id="a party"),
        pytest.param("Chinese Firm", False, id="a name"),
    ],
)
def test_an_indefinite_body_is_another_in_every_article(name, stays):
    assert stays_with_article(name, "organisation") is stays


@pytest.mark.parametrize(
    ("spoke", "party"),
    [
        pytest.param(["US Treasury"], {"United States"}, id="named in full beside it"),
        pytest.param(["US Treasury", "British Treasury"], set(), id="two are"),
        pytest.param([], set(), id="none is"),
    ],
)
def test_the_treasury_is_the_one_that_its_article_names(spoke, party):
    mentions = [Mention(name, kind="organisation") for name in ("Treasury", *spoke)]
    assert namings_of("a1", mentions)["Treasury", "organisation"].evidence.parties == party


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Security Council", "U.N. Security Council", True, id="an organ, without whose it is"),
        pytest.param("Security Council", "United Nations", False, id="an organ is not the whole"),
        pytest.param("UN Panel of Experts", "U.N. Security Council", False, id="two organs"),
        pytest.param("Bank of America", "American Bank", False, id="a firm that has a land in its name"),
        pytest.param("DOJ", "US Justice Department", True, id="letters, and the words that they stand for"),
        pytest.param("USDA", "U.S. Department of Agriculture", True, id="letters with the state in them"),
        pytest.param("Alphabet", "Google", False, id="a firm is not what it owns"),
        pytest.param("Meta Platforms", "Meta", True, id="a firm in full"),
    ],
)
def test_parts_of_great_organisations(one, other, same):
    assert _is_one((one, None, None), (other, None, None), "organisation") is same


@pytest.mark.parametrize("land", ["Philippines", "Ohio"])
@pytest.mark.parametrize("trade", ["Justice", "Agriculture"])
def test_a_department_of_another_land_is_none_of_the_united_states(land, trade):
    one, other = (f"Department of {trade}", None, land), (f"US Department of {trade}", None, None)
    assert not _is_one(one, other, "organisation")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("日本銀行", "Bank of Japan", True, id="a central bank that has its state's name"),
        pytest.param("中国国防部", "Chinese Ministry of National Defence", True, id="a ministry behind its state"),
        pytest.param("中国電力", "China", False, id="a region of Japan, and a firm"),
        pytest.param("中国外交部", "Chinese Ministry of Defence", False, id="another ministry"),
    ],
)
def test_bodies_in_han_letters(one, other, same):
    assert _is_one((one, None, None), (other, None, None), "organisation") is same


def test_who_is_no_world_health_organization():
    known = namings_of("a1", [Mention("Vance")], "Who knows? Vance said so.")["Vance", "person"].evidence
    assert not known.context
    told = namings_of("a1", [Mention("Vance")], "The WHO knows. Vance said so.")["Vance", "person"].evidence
    assert told.context == {"World Health Organization"}


def _is_one(one: tuple, other: tuple, kind: str) -> bool:
    first, second = (
        naming(at, name, kind, [role] if role else [], [party] if party else [])
        for at, (name, role, party) in (("a1", one), ("a2", other))
    )
    meant = partition({first: 1, second: 1} if first != second else {first: 2})
    return meant[first.id].speaker is not None and meant[first.id] == meant[second.id]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Quai d'Orsay", "French Foreign Ministry", True, id="a house for its ministry"),
        pytest.param("Quai d'Orsay", "French Defence Ministry", False, id="another ministry"),
        pytest.param("Casa Rosada", "Argentine presidency", True, id="a palace for who sits there"),
        pytest.param("Casa Rosada", "Argentine government", False, id="no government"),
        pytest.param("Downing Street", "British government", False, id="nor is an office one"),
        pytest.param("Bank Indonesia", "Indonesia's central bank", True, id="a central bank by its state"),
        pytest.param("Bundesbank", "central bank of Germany", True, id="with of"),
        pytest.param("Bank of India", "Indian central bank", False, id="a bank of its name"),
        pytest.param("Grupo Norvane S.A. de C.V.", "Grupo Norvane", True, id="a firm of Mexico"),
        pytest.param("Casa de Norvane", "Casa", False, id="small words that are no form of a firm"),
        pytest.param(
            "the Tarn Courier newspaper", "Tarn Courier", True, id="what sort of body follows in small letters"
        ),
        pytest.param("Tarn Newspaper", "Tarn", False, id="a word of the name"),
        pytest.param("Norvane Group Inc.", "Norvane", True, id="a group"),
        pytest.param("Norvane News Agency", "Norvane", True, id="an agency"),
        pytest.param("Danish News Agency", "Danish", False, id="that is named by its state"),
        pytest.param("Tarn Rail Union (TRU)", "Tarn Rail Union", True, id="its letters"),
        pytest.param("Tarn Party (Marxist)", "Tarn Party", False, id="a wing"),
        pytest.param("Bayern München", "Bayern Munich", True, id="a city in its own language"),
        pytest.param("General Staff of the Armed Forces of Chad", "Chad's General Staff", True, id="whose staff"),
        pytest.param("Armed Forces of Chad", "Chad's General Staff", False, id="all of them"),
        pytest.param("財務省", "Ministry of Finance", True, id="a ministry in kanji"),
        pytest.param("財務省", "Foreign Ministry", False, id="and another"),
        pytest.param("Federal Ministry of the Interior", "Interior Ministry", True, id="of a federation"),
        pytest.param("Bavarian Interior Ministry", "Interior Ministry", False, id="and of its part"),
        pytest.param("Tarn Police Department", "Tarn Police", True, id="a department"),
        pytest.param("Tarn Police Federation", "Tarn Police", False, id="a union of it"),
    ],
)
def test_bodies_by_short_names(one, other, same):
    assert _is_one((one, None, "Chad"), (other, None, "Chad"), "organisation") is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(
            ("NVB", "central bank", "Tarn area"), ("NVB", "cricket board", "Norholm"), False, id="of two trades"
        ),
        pytest.param(
            ("NVB", "ruling party", "Tarn area"), ("NVB", "village board", "Norholm"), False, id="of one walk"
        ),
        pytest.param(("NVB", "central bank", "Tarn area"), ("NVB", "regional bank", "Norholm"), True, id="of one"),
        pytest.param(("NVB", None, None), ("NVB", "cricket board", "Norholm"), True, id="nothing is said of one"),
        pytest.param(("Norvane", "steel maker", "Tarn area"), ("Norvane", "steel firm", "Norholm"), True, id="a word"),
    ],
)
def test_letters_that_stand_for_two_bodies(one, other, same):
    assert _is_one(one, other, "organisation") is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(("Courier", "newspaper", "London"), ("Courier", "tabloid", "Sydney"), False, id="of two states"),
        pytest.param(("Courier", "newspaper", "Sydney"), ("Courier", None, "Australia"), True, id="a state and a city"),
        pytest.param(("Tarn University", None, "Ohio"), ("Tarn University", None, "Iowa"), False, id="of two parts"),
        pytest.param(("Tarn University", None, "Ohio"), ("University of Tarn", None, "US"), True, id="of a part"),
        pytest.param(("Tarn College", None, "Boston"), ("Tarn College", None, "Seattle"), False, id="of two cities"),
        pytest.param(
            ("Bishop of Tarn", None, "Tarn, England"), ("Bishop of Tarn", None, "Tarn, Ohio"), False, id="a town's land"
        ),
        pytest.param(
            ("Dinamo Tarn", "football club", "Serbia"), ("Dinamo Tarn", "ice hockey club", "Serbia"), False, id="sports"
        ),
        pytest.param(("Dinamo Tarn", "football club", "Serbia"), ("Dinamo Tarn", None, "Serbia"), True, id="a club"),
        pytest.param(
            ("Supreme Court of Georgia", None, "Georgia"), ("Georgia Supreme Court", None, "Atlanta"), False, id="parts"
        ),
        pytest.param(("Norvane", "oil company", "Ohio"), ("Norvane", "oil firm", "Iowa"), True, id="a firm at work"),
        pytest.param(("Norvane", "Formula 1 team", None), ("Norvane", "drinks maker", "Chad"), False, id="of no land"),
        pytest.param(("King's Hospital", None, "Norholm"), ("King's Hospital", None, "Tarn"), False, id="of two towns"),
        pytest.param(("Tarn Hospital", None, "Tarn"), ("Tarn Hospital", None, "Norway"), True, id="named by its town"),
        pytest.param(("King's Hospital", None, "London"), ("King's Hospital", None, "Leeds"), False, id="of a capital"),
        pytest.param(
            ("King's Hospital", None, "London"), ("King's Hospital", None, "England"), True, id="and its land"
        ),
        pytest.param(
            ("Norvane", "football club", "Chad"), ("Norvane", "steel maker", "Chad"), False, id="a club and a firm"
        ),
        pytest.param(
            ("Tarn FC", "football club", "Leeds"), ("Tarn", "club", "England"), True, id="for short, by state"
        ),
        pytest.param(
            ("Norvane", "oil company", None), ("Norvane", "charity", "Chad"), False, id="a firm and a charity"
        ),
        pytest.param(("Norvane", "media company", None), ("Norvane", "newspaper", "Chad"), True, id="a firm, printing"),
        pytest.param(("Norvane", "newspaper", "Chad"), ("Norvane", "insurer", "Chad"), False, id="or insuring"),
        pytest.param(("Tarn FC", "club", "Boston"), ("Tarn", "club", "Seattle"), False, id="for short, elsewhere"),
        pytest.param(("Norvane", "bank", None), ("Norvane Canada", "bank", "Canada"), False, id="a branch"),
        pytest.param(
            ("Statistical Bank of Canada", None, None), ("Canadian Statistical Bank", None, None), True, id="no branch"
        ),
        pytest.param(
            ("Tarn Agriculture Department", None, "Mexico"),
            ("New Mexico Tarn Agriculture Department", None, None),
            False,
            id="a part of a state that is named like a state",
        ),
    ],
)
def test_bodies_of_one_name_in_two_places(one, other, same):
    assert _is_one(one, other, "organisation") is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("UN special envoy for Chad", "United Nations envoy to Chad", True, id="in full"),
        pytest.param("UN envoy for Chad", "UN envoy for Niger", False, id="to two states"),
        pytest.param("German Foreign Office", "German Foreign Ministry", True, id="an office for a ministry"),
        pytest.param("European Council", "Council of the European Union", False, id="two councils"),
    ],
)
def test_offices_and_bodies_of_unions(one, other, same):
    assert _is_one((one, None, None), (other, None, None), "office") is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(("the Kremlin", None, "Russia"), ("Russia", None, None), True, id="by its seat of government"),
        pytest.param(("Downing Street", None, "Britain"), ("Whitehall", None, "Britain"), False, id="two seats"),
        pytest.param(("Mexico City", "capital", "Mexico"), ("Mexico", "country", None), False, id="its capital"),
    ],
)
def test_states_by_other_names(one, other, same):
    assert _is_one(one, other, "state") is same


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        pytest.param("a mother of three", True, id="with an article"),
        pytest.param("an eyewitness in Tarn", True, id="and a place"),
        pytest.param("someone close to Vance", True, id="of no kind"),
        pytest.param("senior Western diplomat", True, id="a description"),
        pytest.param("U.S. defense official", True, id="that begins with a name"),
        pytest.param("bell hooks", False, id="a name in small letters"),
        pytest.param("john king", False, id="whose surname is a noun"),
        pytest.param("Ada Baker", False, id="a name"),
        pytest.param("official", False, id="one word"),
    ],
)
def test_whoever_is_only_described_is_another_in_every_article(name, stays):
    assert stays_with_article(name, "person") is stays
