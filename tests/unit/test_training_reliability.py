"""How often what is held to be a dispute is one: by weights that have not seen the case, in a line for each tenth."""

import numpy as np

from service.disputes.diction import PARTS
from service.training.disputes import Example
from service.training.reliability import asked, table

NO_WORDS = np.zeros((len(PARTS), 1), np.float32)


def test_a_case_is_asked_by_weights_that_have_not_seen_it():
    ordinary = [(f"ordinary-{number}", Example({"near": 1.0}, NO_WORDS, disputes=True)) for number in range(40)]
    odd = ("odd", Example({"odd": 1.0}, NO_WORDS, disputes=True))
    chances = sorted(chance for chance, _, _ in asked([*ordinary, odd]))
    assert chances[0] == 0.5  # nothing else that is odd was seen
    assert chances[1] > 0.8


def test_a_case_that_counts_for_half_teaches_and_is_not_asked():
    light = [(f"light-{number}", Example({"near": 1.0}, NO_WORDS, disputes=True, worth=0.5)) for number in range(40)]
    heavy = ("heavy", Example({"near": 1.0}, NO_WORDS, disputes=True))
    ((chance, _, _),) = asked([*light, heavy])
    assert chance > 0.8


def test_a_pair_is_told_to_be_of_a_whole_article():
    examples = [
        (str(number), Example({"near": 1.0, "whole: near": 1.0}, NO_WORDS, disputes=True)) for number in range(3)
    ]
    assert [whole for _, _, whole in asked(examples)] == [True] * 3


def test_a_line_tells_how_many_of_each_tenth_are_disputes():
    found = [(0.95, True, False), (0.91, False, False), (0.05, False, False)]
    assert list(table(found)) == ["0.0 to 0.1: 0 of 1", "0.9 to 1.0: 1 of 2"]
