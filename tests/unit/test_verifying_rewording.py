"""What is looked for of a text that was reworded: pairs of its words, other spellings, its denial."""

import pytest

from service.verifying.keys import keys_of
from service.verifying.rewording import content_of, denials, spellings, together
from service.verifying.words import words_of


def test_words_of_content_are_folded_and_each_told_once():
    assert content_of(words_of("The Élite and the elite of these MILLS")) == ["elite", "mills"]


def test_a_word_without_end_is_passed_over():
    assert content_of(words_of(f"The {'a' * 101} mills")) == ["mills"]


def test_of_a_long_text_words_from_all_over_it():
    assert content_of(words_of(" ".join(f"word{number}" for number in range(16)))) == [
        f"word{number}" for number in range(0, 16, 2)
    ]


@pytest.mark.parametrize(
    ("items", "pairs"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("a", [], id="one"),
        pytest.param("abcde", ["ab", "ac", "ad", "bc", "bd", "be", "cd", "ce", "de"], id="few: two may stand between"),
        pytest.param("abcdef", ["ab", "ac", "bc", "bd", "cd", "ce", "de", "df", "ef"], id="more: one"),
    ],
)
def test_pairs_that_stand_together(items, pairs):
    assert ["".join(pair) for pair in together(items)] == pairs


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("labour", "labor"), ("organise", "organize"), ("organisation", "organization"), ("analyse", "analyze"),
        ("theatre", "theater"), ("dialogue", "dialog"), ("travelled", "traveled"), ("defence", "defense"),
        ("programme", "program"), ("grey", "gray"),
    ],
)  # fmt: skip
def test_words_are_looked_for_as_they_are_spelt_elsewhere(british, american):
    assert american in spellings(british)
    assert british in spellings(american)
    assert spellings(british)[0] == british


@pytest.mark.parametrize(
    ("text", "other"),
    [
        pytest.param("It was me", "It was not me", id="not put in"),
        pytest.param("It was not me", "It was me", id="and taken away"),
        pytest.param("It wasn't me", "It was me", id="contracted"),
        pytest.param("It was me", "It wasn't me", id="and to be contracted"),
        pytest.param("We can", "We cannot", id="one word"),
        pytest.param("I did it", "I did not do it", id="did"),
        pytest.param("I didn't do it", "I did it", id="did not"),
        pytest.param("We never do", "We do", id="never"),
    ],
)
def test_small_words_denied(text, other):
    assert keys_of(words_of(other)) in denials(words_of(text))


@pytest.mark.parametrize("text", ["", "Not", "We will sell the mill", "it " * 13])
def test_what_has_other_ways_to_be_found_is_not_denied(text):
    assert denials(words_of(text)) == []
