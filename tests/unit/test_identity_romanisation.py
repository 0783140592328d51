"""Chinese first names in the spelling of Wade and Giles, and names that only look like it. The people are invented."""

import pytest

from service.identity.person_names import person_name
from service.identity.romanisation import pinyin
from service.identity.sounds import reads_alike


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        pytest.param("chia hsien", "jiaxian", id="hs is x, ch before i is j"),
        pytest.param("chung jen", "zhongren", id="ch is zh, j is r"),
        pytest.param("tse kuang", "zeguang", id="tse is ze, k is g"),
        pytest.param("tzu chieh", "zijie", id="a syllable of its own, ieh is ie"),
        pytest.param("shih tung", "shidong", id="ih is i, t is d, ung is ong"),
    ],
)
def test_older_spellings_in_pinyin(older, newer):
    assert pinyin(tuple(older.split()))[0] == newer


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("jia xian", id="pinyin"),
        pytest.param("ying lan", id="both at once"),
        pytest.param("hsiang loong", id="one syllable is of neither"),
        pytest.param("hsiao", id="one syllable alone"),
        pytest.param("dae jung", id="Korean: no syllable dae"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_not_surely_older_stays(name):
    assert pinyin(tuple(name.split())) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Song Chia-hsien", "Song Jiaxian", id="with a hyphen"),
        pytest.param("Song Chia Hsien", "Jiaxian Song", id="without, and the surname last"),
    ],
)
def test_both_spellings_are_one_name(one, other):
    assert person_name(one).given == person_name(other).given
    assert person_name(one).surname == person_name(other).surname


def test_an_apostrophe_that_news_leaves_out_is_told_as_an_alias():
    assert person_name("Song Hsiao-ping").alias == person_name("Song Xiaoping").given[0]


def test_korean_names_stay_korean():
    assert person_name("Park Chung-hsi").given == ("chunghsi",) or "zhong" not in person_name("Park Chung-hsi").given[0]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        pytest.param("gadhafi", "qadhafi", True, id="sounds that English lacks"),
        pytest.param("rouhani", "ruhani", True, id="a vowel in two ways"),
        pytest.param("pashinyan", "pashinian", True, id="y and i"),
        pytest.param("klitschko", "klychko", True, id="as German has it"),
        pytest.param("soleimani", "suleimani", True, id="o and u are heard for each other"),
        pytest.param("jamil", "jamal", False, id="two names by a vowel"),
        pytest.param("hassan", "hosseini", False, id="an ending more"),
        pytest.param("hamid", "hamdi", False, id="the vowel elsewhere"),
        pytest.param("baranov", "burunov", False, id="other vowels throughout"),
    ],
)
def test_transliterations_read_alike_vowels_and_all(one, other, alike):
    assert reads_alike(one, other) is alike
