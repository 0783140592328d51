import pytest

from service.identity.mentioned import asked_keys, name_keys, spoken_keys


@pytest.mark.parametrize(
    ("words", "asked", "found"),
    [
        pytest.param("He met Sergei Lavrov", "Sergey Lavrov", True, id="another spelling"),
        pytest.param("He met Sergei Lavrov", "Сергей Лавров", True, id="another script"),
        pytest.param("He met Sergei Lavrov", "Lavrov", True, id="the surname of a full name"),
        pytest.param("He met Kim Jong Un", "Kim Jong-un", True, id="the surname first"),
        pytest.param("by the Bank of England, he", "the Bank of England", True, id="a name joined by of"),
        pytest.param("of U.S. Steel", "US Steel", True, id="an abbreviation"),
        pytest.param("Microsoft’s lawyers", "Microsoft", True, id="a possessive"),
        pytest.param("to al-Rashid", "Rashid", True, id="without its article"),
        pytest.param("with Ursula von der Leyen", "von der Leyen", True, id="a surname with its particles"),
        pytest.param("with Ursula von der Leyen", "Leyen", True, id="the surname behind particles"),
        pytest.param("Will we win?", "Will", False, id="a small word at the beginning"),
        pytest.param("Will Smith won", "Will Smith", True, id="a name that begins like a small word"),
        pytest.param("and May said", "May", True, id="a small word that is a name in the middle"),
        pytest.param("they may win", "May", False, id="no capital"),
        pytest.param("It is I", "I", False, id="the one who speaks"),
        pytest.param("", "Lavrov", False, id="no words"),
    ],
)
def test_a_name_finds_words_that_hold_it(words, asked, found):
    assert bool(set(name_keys(words)) & set(asked_keys(asked))) == found


def test_a_surname_alone_is_told_from_one_behind_another_first_name():
    whole, alone = spoken_keys("Sergey Lavrov", "person", ["Sergei Lavrov", "Mr. Lavrov", "the minister", "Minister"])
    assert set(name_keys("Sergei Lavrov spoke")) & set(whole)
    assert not set(name_keys("Kirill Lavrov spoke")) & {*whole, *alone}
    assert set(name_keys("and Foreign Minister Lavrov")) & set(alone)
    assert not set(name_keys("the Minister spoke")) & {*whole, *alone}


def test_what_means_others_elsewhere_is_no_name_of_a_body():
    whole, alone = spoken_keys("Microsoft", "organisation", ["Microsoft", "the company", "Microsoft Corp."])
    assert set(name_keys("Microsoft Corp. said")) & set(whole)
    assert not set(name_keys("The Company said")) & {*whole, *alone}


@pytest.mark.parametrize("words", ["A" * 100_000, "Ab " * 30_000, "Of Of " * 9_000, "\0\ud800😀"])
def test_odd_words_have_few_keys(words):
    assert len(name_keys(words)) <= 300
