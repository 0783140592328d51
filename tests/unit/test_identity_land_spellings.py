"""Names of lands that have spelt them in several ways: among names of that land, and there alone, all are one."""

import pytest

from service.identity.land_spellings import are_first_names_alike, are_middle_names_alike, is_spelt_alike, surname_there
from service.identity.person_names import person_name


@pytest.mark.parametrize(
    ("one", "other", "land"),
    [
        pytest.param("Oleh Vaholko", "Oleh Vagolko", "Ukraine", id="one letter of Ukrainian"),
        pytest.param("Tarek Jondi", "Tarek Gondi", "Egypt", id="as Cairo says it"),
        pytest.param("Ada Wirjo", "Ada Wiryo", "Indonesia", id="as it was spelt until 1972"),
        pytest.param("Ada Soeharto", "Ada Suharto", "Indonesia", id="and until 1947"),
        pytest.param("Ada Vanxe Guuleed", "Ada Vanhe Guled", "Somalia", id="long vowels of Somali"),
        pytest.param("Ada Ohvane", "Ada Ovane", "Japan", id="a long vowel of Japan, by its h"),
        pytest.param("Ada Oovane", "Ada Ovane", "Japan", id="and by two letters"),
        pytest.param("Ada Vaanlund", "Ada Vanlund", "Norway", id="the older letters for å"),
    ],
)
def test_one_surname_in_its_land(one, other, land):
    assert is_spelt_alike(person_name(one), person_name(other), [land])


@pytest.mark.parametrize(
    ("one", "other", "land"),
    [
        pytest.param("Oleh Vaholko", "Oleh Vagolko", "Poland", id="another land"),
        pytest.param("Ada Oovane", "Ada Uvane", "Japan", id="another vowel"),
        pytest.param("Ada Vaanlund", "Ada Vanlund", "Finland", id="where a long vowel tells"),
    ],
)
def test_two_surnames(one, other, land):
    assert not is_spelt_alike(person_name(one), person_name(other), [land])


def test_first_names_and_those_between_are_brought_into_it_too():
    one, other = person_name("Soetrisno Djoko Vance"), person_name("Sutrisno Joko Vance")
    assert are_first_names_alike(one, other, ["Indonesia"])
    assert are_middle_names_alike(one, other, ["Indonesia"])
    assert not are_first_names_alike(one, other, ["Malaysia"])


def test_a_land_of_one_spelling_leaves_a_surname_as_it_is_compared():
    assert surname_there(person_name("Oleh Vaholko"), "France") == person_name("Oleh Vaholko").surname
