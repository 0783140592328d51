"""Names in other scripts in Latin letters, and names that are printed now in one word and now in several."""

import pytest

from service.identity.evidence import party_label
from service.identity.joined_words import printed_one_way
from service.identity.own_letters import own_letters
from service.identity.scripts import latin


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        pytest.param("박지영", "Bak Ji Yeong", id="Hangul: each letter a syllable"),
        pytest.param("이상호", "Lee Sang Ho", id="Hangul: a surname that nobody spells as it is written"),
        pytest.param("דוד לוי", "David Levi".replace("e", ""), id="Hebrew: vav a consonant, e unwritten"),
        pytest.param("יוסי כהן", "Yosi Khn", id="Hebrew: vav a vowel, yod first"),
        pytest.param("Олександр Гончар", "Oleksandr Honchar", id="Ukrainian by its first name"),
        pytest.param("Ігор Гринів", "Ihor Hryniv", id="Ukrainian by its letters"),
        pytest.param("Егор Гончаров", "Egor Goncharov", id="Russian"),
        pytest.param("முத்து கந்தன்", "Muttu Kandan", id="Tamil: t after n is d"),
    ],
)
def test_letters_of_other_scripts(printed, plain):
    assert latin(printed) == plain


@pytest.mark.parametrize(
    ("printed", "compared"),
    [
        pytest.param("Nour al-Din Tarn", "Noureddin Tarn", id="of the faith, in three words"),
        pytest.param("Nour Eddine Tarn", "Noureddin Tarn", id="and in two"),
        pytest.param("Ahmed Aboul Fotouh", "Ahmed AbuFotouh", id="the father of"),
        pytest.param("Ahmad Abu al-Futuh", "Ahmad AbuFutuh", id="with its article"),
        pytest.param("Girmay Gebre Mariam", "Girmay GebreMariam", id="a name of two words in Ethiopia"),
        pytest.param("Omar bin Tarn Al Saud", "Omar bin Tarn", id="a house that goes without saying"),
        pytest.param("Omar Al Saud", "Omar Al Saud", id="a house that does not"),
        pytest.param("Baroness Vance of Tarn", "Baroness Vance", id="the place of a peer"),
        pytest.param("the Lord Mayor of Tarn", "the Lord Mayor of Tarn", id="no peer"),
        pytest.param("Ko Htet Naing", "Htet Naing", id="a courtesy of Burma"),
        pytest.param("Ko Wen-je", "Ko Wen-je", id="a surname of Taiwan"),
        pytest.param("Pádraig Ó Tarn", "Pádraig O'Tarn", id="Irish with its mark"),
        pytest.param("Ann Vance", "Ann Vance", id="nothing to do"),
    ],
)
def test_words_that_are_joined_or_left_out(printed, compared):
    assert printed_one_way(printed) == compared


@pytest.mark.parametrize(
    ("party", "label"),
    [
        pytest.param("США", "United States", id="short in Cyrillic"),
        pytest.param("한국", "South Korea", id="short in Hangul"),
        pytest.param("საქართველო", "Georgia", id="by CLDR"),
        pytest.param("山东省", "shandong", id="a province, with its kind"),
        pytest.param("山东", "shandong", id="and without"),
    ],
)
def test_lands_in_other_scripts(party, label):
    assert party_label(party) == label


@pytest.mark.parametrize(
    "printed", ["\u00a0", "\u2028\u2028", "đ", "Ω"], ids=["space", "breaks", "a letter", "another"]
)
def test_a_name_of_less_than_two_words_has_nothing_of_its_own_script(printed):
    # A stranger may ask for one of white space that is none to ASCII.
    assert own_letters(printed) == ()
