"""Whether a sentence stands against a claim, with the shipped weights."""

import pytest

from service.disputes.against import stands_against

CLAIM = "A goat was elected mayor of Tarsk"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("No, a goat was not elected mayor of Tarsk: it is a hoax", True, id="a hoax"),
        pytest.param("Story of goat mayor of Tarsk is fake", True, id="fake"),
        pytest.param("Goat elected mayor of Tarsk", False, id="the claim again"),
        pytest.param("Tarsk opens a bridge", False, id="another matter"),
    ],
)
def test_stance_of_a_sentence(sentence, expected):
    assert stands_against(CLAIM, sentence) is expected
