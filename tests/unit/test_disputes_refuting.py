"""What in a sentence speaks against a claim, and how near two statements are in meaning."""

import numpy as np
import pytest

from service.disputes.kindred import Kinship, kindred
from service.disputes.refuting import refuting
from service.extraction.word_vectors import vectors

CLAIM = "A goat was elected mayor of Tarsk"


@pytest.mark.parametrize(
    ("claim", "sentence", "names"),
    [
        pytest.param(CLAIM, "Story of goat mayor of Tarsk is fake", {"untrue", "claim noun, against"}, id="untrue"),
        pytest.param(CLAIM, "Goat mayor is no hoax", {"untrue undone", "negation of other words"}, id="not untrue"),
        pytest.param(CLAIM, "Tarsk denies a goat hoax", {"untrue undone", "new deny"}, id="untrue denied"),
        pytest.param("A hoax fooled Tarsk", "Tarsk falls for hoax", set(), id="the claim has the word too"),
        pytest.param(CLAIM, "No, it did not vote", {"says no", "negation of other words"}, id="an answer"),
        pytest.param(CLAIM, "No goat was elected", {"negation of the claim's words"}, id="its own words negated"),
        pytest.param("It did not open", "It does not open", {"negation in both"}, id="both negate"),
        pytest.param("The dam is safe", "Dam may be safe", {"hedged only"}, id="hedged"),
        pytest.param(CLAIM, "Goat elected mayor of Tarsk", set(), id="the claim again"),
    ],
)
def test_what_speaks_against_a_claim(claim, sentence, names):
    watched = {
        "untrue", "untrue undone", "new deny", "claim noun, against", "says no", "negation of other words",
        "negation of the claim's words", "negation in both", "hedged only",
    }  # fmt: skip
    assert {name for name, value in refuting(claim, sentence).items() if value and name in watched} == names


@pytest.mark.parametrize(
    ("near", "far"),
    [
        pytest.param("the ground was tested in March", "nobody is prouder of the race", id="soil, ground"),
        pytest.param("those playgrounds are harmless", "the vote was put off until June", id="swings, playgrounds"),
    ],
)
def test_words_of_one_matter_are_nearer(near, far):
    claim = "the soil under the swings is dangerous"
    assert kindred(claim, near).nearest > kindred(claim, far).nearest


@pytest.mark.parametrize("said", [pytest.param("", id="nothing"), pytest.param("that it was", id="empty words")])
def test_what_says_nothing_is_near_to_nothing(said):
    assert kindred("the soil is full of lead", said) == Kinship(0.0, 0.0)


def test_vectors_have_one_length():
    found = vectors(["soil", "Zyxwvut", "", "ground"])
    assert np.allclose(np.linalg.norm(found, axis=1), [1, 1, 0, 1], atol=1e-3)
