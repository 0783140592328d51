"""Two rows of words side by side."""

from difflib import SequenceMatcher
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.verifying.alignment import common, runs_of
from service.verifying.printed import Printed
from service.verifying.variants import variant

ROWS = st.lists(st.sampled_from("abcd"), max_size=25)


def longest(first, other):
    """The length of a longest common row, the slow way."""
    above = [0] * (len(other) + 1)
    for one in first:
        row = [0]
        for number, two in enumerate(other):
            row.append(above[number] + 1 if one == two else max(row[-1], above[number + 1]))
        above = row
    return above[-1]


@given(ROWS, ROWS)
def test_the_pairs_are_equal_rise_and_are_as_many_as_can_be(first, other):
    pairs = common(first, other)
    assert all(first[one] == other[two] for one, two in pairs)
    assert all(one < three and two < four for (one, two), (three, four) in pairwise(pairs))
    assert len(pairs) == longest(first, other)
    assert [pair for run in runs_of(pairs) for pair in zip(run.numbers, run.others, strict=True)] == pairs


@given(ROWS)
def test_a_row_is_one_run_of_itself(row):
    assert [run.length for run in runs_of(common(row, row))] == ([len(row)] if row else [])


@pytest.mark.parametrize(
    ("first", "other", "runs"),
    [
        pytest.param("x a b", "x y x a b", [3], id="a word is drawn to those behind it"),
        pytest.param("a b x", "a b x y x", [3], id="a word is drawn to those before it"),
        pytest.param("x y x a b", "x a b", [3], id="in the other row as well"),
        pytest.param("a b c", "d e f", [], id="nothing in common"),
    ],
)
def test_runs_are_not_torn_apart(first, other, runs):
    assert [run.length for run in runs_of(common(first.split(), other.split()))] == runs


@pytest.mark.parametrize(
    ("printing", "kind"),
    [
        pytest.param("WE COUNT, every vote.", "same", id="the same words"),
        pytest.param("We count", "cut", id="the begin alone"),
        pytest.param("We … vote", "cut", id="cut inside"),
        pytest.param("Today we count every single vote", "added", id="more words"),
        pytest.param("We count every ballot", "changed", id="a word changed"),
        pytest.param("We count every", "cut", id="the end cut"),
        pytest.param("Every vote we count", "changed", id="another order"),
    ],
)
def test_what_a_printing_did(printing, kind):
    found = variant(Printed("b", printing, ()), Printed("a", "We count every vote", ()))
    assert found.kind == kind
    earliest = " ".join(each.printed for each in found.differences if each.printed)
    assert SequenceMatcher(None, earliest, "We count every vote").ratio() == 1
