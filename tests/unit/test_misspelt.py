"""Words one letter away from a word, and a question put right as it was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.misspelt import LONGEST, SHORTEST, near, near_rows, put_right


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("sanctoin", "sanction", id="two that changed places"),
        pytest.param("sactions", "sanctions", id="one too few"),
        pytest.param("saanction", "sanction", id="one too many"),
        pytest.param("sanktion", "sanction", id="another"),
        pytest.param("xanction", "sanction", id="the first one"),
        pytest.param("london", "londoner"[:7], id="one more at the end"),
        pytest.param("москва", "москвы", id="Cyrillic"),
        pytest.param("αθηνα", "αθηναι", id="Greek"),
        pytest.param("שלום", "שולם", id="another script"),
    ],
)
def test_neighbours(typed, meant):
    assert meant in near(typed)


@pytest.mark.parametrize("word", ["", "ira", "2018", "b2b4", "a" * (LONGEST + 1), "two words"])
def test_none_of_what_is_short_long_or_no_word(word):
    assert near(word) == []


@given(st.text("abc", min_size=SHORTEST, max_size=LONGEST))
def test_each_once_and_never_the_word_itself(word):
    found = near(word)
    assert len(set(found)) == len(found) <= 54 * len(word) + 26
    assert word not in found
    assert all(abs(len(each) - len(word)) <= 1 for each in found)


def test_rows_change_one_word():
    rows = near_rows(("bank", "of", "ghana"))
    assert ("ghana", "china", "bank of china") not in rows
    assert ("bank", "tank", "tank of ghana") in rows
    assert not [each for each in rows if each[0] == "of"]


@pytest.mark.parametrize(
    ("text", "word", "right"),
    [
        pytest.param("Brexti -deal", "brexti", "Brexit -deal", id="a capital"),
        pytest.param('"the BREXTI" or brexti*', "brexti", '"the BREXIT" or brexit*', id="all of them, as typed"),
        pytest.param("Bréxti", "brexti", "Brexit", id="an accent"),
        pytest.param("nothing here", "brexti", "nothing here", id="not there"),
    ],
)
def test_put_right(text, word, right):
    assert put_right(text, word, "brexit") == right
