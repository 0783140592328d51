"""Fitting the weights of disputes: which pairs are learned from, and what they teach."""

from dataclasses import replace

import numpy as np

from service.disputes.diction import PARTS
from service.training.disputes import Example, fit

WIDTH = 3


def means(first):
    """Words of the answer alone, and none elsewhere."""
    found = np.zeros((len(PARTS), WIDTH), np.float32)
    found[0, 0] = first
    return found


EXAMPLES = [
    *[Example({"bias": 1.0, "near": 1.0, "whole: near": 1.0}, means(0.2), disputes=True)] * 6,
    *[Example({"bias": 1.0}, means(-0.2), disputes=False)] * 6,
]


def test_what_stands_by_disputes_weighs_for_them_and_less_of_it_in_whole_articles_alone():
    weights = fit(EXAMPLES).named
    assert weights["near"] > weights["whole: near"] > 0 > weights["bias"]


def test_words_that_stand_by_disputes_weigh_for_them_where_they_stand():
    diction = fit(EXAMPLES).diction
    assert diction.shape == (len(PARTS), WIDTH)
    assert diction[0, 0] > 0
    assert not diction[1:].any()
    assert not diction[:, 1:].any()


def test_examples_that_count_for_half_weigh_less():
    lighter = [replace(example, worth=0.5) for example in EXAMPLES]
    assert 0 < fit(lighter).named["near"] < fit(EXAMPLES).named["near"]
