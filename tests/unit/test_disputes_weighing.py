"""The table of weights: which of them judge a pair, in a short text and in a whole article."""

import pytest

from service.disputes.scaling import REACH
from service.disputes.weighing import parted

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
