"""The table of weights: which of them judge a pair, in a short text and in a whole article."""

import numpy as np
import pytest

from service.disputes import disputed
from service.disputes.diction import PARTS, Diction
from service.disputes.scaling import REACH
from service.disputes.weighing import Weighing, parted
from service.extraction.word_vectors import vectors

WEIGHTS = {"near": 1.0, "whole: near": -0.25, "whole: long": -2.0, "denial: near": 3.0, "whole: denial: near": 0.5}


@pytest.mark.parametrize(
    ("whole", "oblique", "weights"),
    [
        pytest.param(False, True, {"near": 1.0}, id="another account in a short text"),
        pytest.param(True, True, {"near": 0.75, "long": -2.0}, id="in a whole article, where more or less is added"),
        pytest.param(False, False, {"near": 3.0}, id="a plain denial"),
        pytest.param(True, False, {"near": 3.5}, id="a plain denial in a whole article"),
    ],
)
def test_what_weighs_in_a_whole_article_is_added_to_what_weighs_anywhere(whole, oblique, weights):
    assert parted(WEIGHTS)[whole, oblique][0] == weights


def test_what_is_costly_to_observe_can_add_no_more_than_its_weights_allow():
    tables = parted({"kindred": 0.5, "whole: kindred": -0.75, "near": 9.0})
    assert [tables[whole, True][1] for whole in (False, True)] == [REACH * 0.5, REACH * 0.25]


@pytest.mark.parametrize(
    ("bias", "said"),
    [pytest.param(9.0, 1, id="for any denial"), pytest.param(-9.0, 0, id="against any denial")],
)
def test_disputes_are_said_by_the_weights_that_are_given(bias, said):
    nothing = Diction(np.zeros((len(PARTS), vectors(["tank"]).shape[1]), np.float32))
    text = "Velmark accused Corvane of dumping waste in the Ister. Corvane denied it."
    assert len(disputed(text, (), weighing=Weighing({"denial: bias": bias}, nothing)).disputes) == said
