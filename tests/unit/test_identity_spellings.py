"""Names in further spellings, scripts and orders, and the bodies, lands and callings that tell namesakes apart."""

import pytest

from service.identity import naming, partition
from service.identity.indic import spelt_out
from service.identity.person_names import person_name
from service.identity.regions import is_land, lie_apart


def _is_one(one: tuple, other: tuple, kind: str = "person") -> bool:
    """Whether two (name, role, party), each in an article of its own, are one."""
    first, second = (
        naming(article, name, kind, [role] if role else [], [party] if party else [])
        for article, (name, role, party) in (("a1", one), ("a2", other))
    )
    meant = partition({first: 2} if first == second else {first: 1, second: 1})
    return meant[first.id].speaker is not None and meant[first.id] == meant[second.id]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Nikos Hatzivellis", "Nikos Chatzivellis", id="a letter of Greek"),
        pytest.param("Nikos Haravopoulos", "Nikos Charavopoulos", id="by a Greek ending"),
        pytest.param("Rehana Chowdhury", "Rehana Choudhuri", id="a Bengali surname"),
        pytest.param("Rehana Chaudhry", "Rehana Choudhary", id="and its sister further west"),
        pytest.param("Aidar Zhumatayev", "Aidar Jumataev", id="old and new letters of the Kazakhs"),
        pytest.param("Pavlo Grodyshyn", "Pavlo Hrodishin", id="an ending of Ukraine"),
        pytest.param("Tarek Ashmawy", "Tarek Ashmawi", id="an ending of Egypt"),
        pytest.param("Nura Alotaifi", "Nura Al Otaifi", id="the article before a vowel"),
        pytest.param("Nura Alrashwani", "Nura Al Rashwani", id="the article written together"),
        pytest.param("Петър Вълканов", "Petar Valkanov", id="Bulgarian by its vowel"),
        pytest.param("Жарко Вујанић", "Zarko Vujanic", id="Serbian by its letters"),
        pytest.param("विकास भारद्वाज", "Vikas Bharadvaj", id="Devanagari"),
        pytest.param("Mori Kazuhiro", "Kazuhiro Mori", id="a Japanese first name"),
        pytest.param("Goh Wei Jie", "Wei Jie Goh", id="a southern surname behind a first name that may be one"),
        pytest.param("Winnie Chow Mei-ling", "Chow Mei-ling", id="a Western name before a Chinese one"),
        pytest.param("Bak Kyung-ho", "Park Kyong-ho", id="newspapers of both Koreas"),
        pytest.param("Aziz Xoliqov", "Aziz Kholiqov", id="new letters of the Uzbeks"),
        pytest.param("Nikos Mavrachos", "Nikos Mavrahos", id="a letter of Greek, within"),
        pytest.param("Salahuddin Vance", "Salaheddine Vance", id="a first name's ending in Arabic"),
        pytest.param("An Chul-ho", "Ahn Cheol-ho", id="a Korean surname of two letters"),
        pytest.param("Awa N'Dobe", "Awa Ndobe", id="a nasal before a consonant"),
        pytest.param("Gholamhossein Vance", "Gholam Hosein Vance", id="two first names in one word"),
        pytest.param("Georgios Vance", "George Vance", id="as English calls a Greek"),
        pytest.param("Abebe Tilahun Kassa", "Abebe Tilahun", id="the grandfather left out"),
        pytest.param("Girma Wolde Kassa", "Girma Woldekassa", id="a name of two words there"),
    ],
)  # fmt: skip
def test_spellings_of_one_name(one, other):
    assert _is_one((one, "mayor", "Tarn"), (other, "mayor", "Tarn"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Rehana Chowdhury", "Rehana Chaudhry", id="two surnames, however alike"),
        pytest.param("Ed Alderman", "Ed Derman", id="no article of Arabic"),
        pytest.param("Omar Alhassan", "Omar Hassan", id="a name that the article is part of"),
        pytest.param("Peter Lam Wai-ming", "Paul Lam Wai-ming", id="two Western names before a Chinese one"),
        pytest.param("Winnie Chow Mei-ling", "Winnie Lam Mei-ling", id="one first name, two surnames"),
        pytest.param("Abebe Tilahun Kassa", "Abebe Tilahun Worku", id="two grandfathers"),
        pytest.param("Abebe Tilahun Kassa", "Abebe Kassa", id="a grandfather is no father"),
    ],
)
def test_spellings_of_two_names(one, other):
    assert not _is_one((one, "mayor", "Tarn"), (other, "mayor", "Tarn"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(("Manolis Vance", "mayor", "Tarn"), ("Emmanouil Vance", "mayor", "Tarn"), id="Greek short form"),
        pytest.param(("Hsiao Chi-wei", "mayor", "Tarn"), ("Xiao Qiwei", "mayor", "Tarn"), id="an old surname tells"),
        pytest.param(("باسم الوردي", "mayor", "Tarn"), ("Basem al-Wardi", "mayor", "Tarn"), id="three consonants"),
        pytest.param(("باسم العقيلي", "mayor", "Tarn"), ("Basem al-Oqaili", "mayor", "Tarn"), id="a vowel that opens"),
        pytest.param(("Ousmane Vance", "mayor", "Tarn"), ("Usman Vance", "mayor", "Tarn"), id="as French spells it"),
        pytest.param(("E. Vance", "police commissioner", "Chad"), ("Ed Vance", "police commissioner", "Chad"),
                     id="of the police one is the commissioner"),
        pytest.param(("Mrs. Ed Vance", "mayor", "Tarn"), ("Ed Vance", "mayor", "Tarn"), id="her own office"),
        pytest.param(("Ed Vance", "senator", "Ohio"), ("Ed Vance", "senator", "United States"), id="a part of it"),
        pytest.param(("Ed Vance", "mayor", "Tarn"), ("Ed Vance", "mayor", "Greater Tarn"), id="of one town"),
        pytest.param(("Ed Vance", "coach", "Tarn"), ("Ed Vance", "coach", "Norholm"), id="a coach may move"),
        pytest.param(("Ed Vance", "shop owner", "Tarn"), ("Ed Vance", "shopkeeper", "Tarn"), id="a small shop"),
    ],
)  # fmt: skip
def test_one_person_by_more_than_the_name(one, other):
    assert _is_one(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(("Mrs. Ed Vance", None, "Ohio"), ("Ed Vance", "mayor", "Ohio"), id="his wife"),
        pytest.param(("Ed Vance", "senator", "Ohio"), ("Ed Vance", "senator", "Utah"), id="of two parts of one state"),
        pytest.param(("Ed Vance", "minister", "Chad"), ("Ed Vance", "minister", "Bavaria"), id="of no part of it"),
        pytest.param(("Vance", None, "Ohio"), ("Ed Vance", "mayor", "Ohio"), id="a land is no firm"),
        pytest.param(("Ed Vance", "mayor", "Tarn"), ("Ed Vance", "mayor", "Norholm"), id="mayors of two towns"),
        pytest.param(("Ed Vance", "sheriff", "Tarn County"), ("Ed Vance", "sheriff", "Norholm County"), id="counties"),
        pytest.param(("Ed Vance", "pupil", None), ("Ed Vance", "premier", "Chad"), id="a child"),
        pytest.param(("Ed Vance", "shop assistant", None), ("Ed Vance", "premier", "Chad"), id="no politician"),
        pytest.param(("Ed Vance", "pub owner", None), ("Ed Vance", "foreign minister", "Chad"), id="no tycoon"),
    ],
)
def test_two_people_of_one_name(one, other):
    assert not _is_one(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Ministerio de Salud", "Ministry of Health", True, id="Spanish"),
        pytest.param("Ministère de la Justice", "Ministry of Health", False, id="another one"),
        pytest.param("DGB", "Deutscher Gewerkschaftsbund", True, id="letters and their words"),
        pytest.param("Economía", "Economy", False, id="a paper, no ministry"),
        pytest.param("Bundesministerium der Justiz", "Justice Ministry", True, id="German"),
        pytest.param("De La Rue", "Rue", False, id="small words of a firm"),
    ],
)
def test_bodies_in_their_own_language(one, other, same):
    assert _is_one((one, None, "Chad"), (other, None, "Chad"), "organisation") is same


def test_parts_of_states():
    assert is_land("ohio")
    assert not is_land("norholm")
    assert lie_apart(["ohio"], ["utah"])
    assert not lie_apart(["punjab"], ["Pakistan"])
    assert not lie_apart(["punjab"], ["India"])
    assert not lie_apart(["norholm"], ["utah"])


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        pytest.param("मनमोहन", "manmohan", id="a vowel that nobody says, within"),
        pytest.param("राहुल", "rahul", id="and at the end"),
        pytest.param("नरेंद्र", "narendra", id="but for one behind two consonants"),
        pytest.param("કમલ", "kamal", id="Gujarati"),
    ],
)
def test_scripts_of_india(word, latin):
    assert spelt_out(word) == latin


def test_a_western_name_before_a_chinese_one_is_kept_as_an_alias():
    name = person_name("Winnie Lam Mei-ling")
    assert (name.given, name.surname, name.alias) == (("meiling", "winnie"), "lam", "winnie")
