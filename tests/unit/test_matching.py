"""Which quotes of two readings of one text are the same: by half their words, one to one, the best pairs first."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.matching import Placed, matched


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        pytest.param({}, {}, {}, id="nothing"),
        pytest.param({"a": [(0, 10)]}, {}, {}, id="gone"),
        pytest.param({}, {"x": [(0, 10)]}, {}, id="new"),
        pytest.param({"a": [(0, 10)]}, {"x": [(0, 10)]}, {"x": "a"}, id="the same words"),
        pytest.param({"a": [(0, 10)]}, {"x": [(0, 20)]}, {"x": "a"}, id="twice the words: just half"),
        pytest.param({"a": [(0, 10)]}, {"x": [(0, 21)]}, {}, id="a character more than twice"),
        pytest.param({"a": [(0, 10)]}, {"x": [(5, 10)]}, {"x": "a"}, id="half of the words"),
        pytest.param({"a": [(0, 10)]}, {"x": [(6, 10)]}, {}, id="a character less than half"),
        pytest.param({"a": [(0, 30)]}, {"x": [(10, 40)]}, {"x": "a"}, id="shifted by a third: half of what either has"),
        pytest.param({"a": [(0, 30)]}, {"x": [(11, 41)]}, {}, id="shifted by more"),
        pytest.param({"a": [(0, 10)]}, {"x": [(10, 20)]}, {}, id="touching is not overlapping"),
        pytest.param({"a": [(0, 9), (20, 29)]}, {"x": [(0, 29)]}, {"x": "a"}, id="a gap was filled"),
        pytest.param({"a": [(0, 9), (30, 39)]}, {"x": [(0, 39)]}, {}, id="a great gap was filled"),
        pytest.param({"a": [(0, 9), (20, 29)]}, {"x": [(20, 29)]}, {"x": "a"}, id="one of two equal parts is left"),
        pytest.param(
            {"a": [(0, 20)]}, {"x": [(0, 10)], "y": [(10, 20)]}, {"x": "a"}, id="cut in two halves: the first keeps it"
        ),
        pytest.param({"a": [(0, 20)]}, {"x": [(0, 8)], "y": [(8, 20)]}, {"y": "a"}, id="cut in two: the longer does"),
        pytest.param({"a": [(0, 10)], "b": [(10, 20)]}, {"x": [(0, 20)]}, {"x": "a"}, id="two halves made one"),
        pytest.param(
            {"a": [(0, 10)], "b": [(0, 9)]}, {"x": [(0, 9)], "y": [(0, 11)]}, {"x": "b", "y": "a"}, id="the best first"
        ),
        pytest.param(
            {"a": [(0, 10)], "b": [(0, 10)]}, {"b": [(0, 10)], "a": [(0, 10)]}, {"a": "a", "b": "b"},
            id="the same words twice: each its own",
        ),
        pytest.param(
            {"a": [(0, 40)], "b": [(10, 40)]}, {"x": [(10, 40)], "y": [(0, 40)]}, {"x": "b", "y": "a"},
            id="a report within a report",
        ),
    ],
)  # fmt: skip
def test_pairs(old, new, pairs):
    assert matched(placed(old), placed(new)) == pairs


def placed(quotes):
    return [Placed(name, tuple(content)) for name, content in quotes.items()]


def characters(quote):
    return {place for start, end in quote.content for place in range(start, end)}


def overlap(old, new):
    return len(characters(old) & characters(new)) / len(characters(old) | characters(new))


def spaced(lengths):
    """Spans from lengths of gaps and of words in turn."""
    edges = list(accumulate(lengths))
    return tuple(zip(edges[::2], edges[1::2], strict=True))


LENGTHS = st.integers(1, 20)
CONTENTS = st.builds(spaced, st.one_of(st.tuples(LENGTHS, LENGTHS), st.tuples(LENGTHS, LENGTHS, LENGTHS, LENGTHS)))


def readings(names):
    """Readings with up to four quotes of these ids."""
    return st.dictionaries(st.sampled_from(names), CONTENTS, max_size=4).map(placed)


OLD, NEW = readings("abcdefgh"), readings("efghijkl")


@given(OLD, NEW)
def test_every_pair_overlaps_by_half_and_none_is_given_twice(old, new):
    pairs = matched(old, new)
    was, now = {each.id: each for each in old}, {each.id: each for each in new}
    assert all(overlap(was[old_id], now[new_id]) >= 0.5 for new_id, old_id in pairs.items())
    assert len(set(pairs.values())) == len(pairs)


@given(OLD, NEW)
def test_who_is_left_out_overlaps_none_by_half_but_such_as_have_a_better_one(old, new):
    pairs = matched(old, new)
    was, now = {each.id: each for each in old}, {each.id: each for each in new}
    best = {old_id: overlap(was[old_id], now[new_id]) for new_id, old_id in pairs.items()}
    for o in old:
        for n in new:
            if overlap(o, n) >= 0.5 and pairs.get(n.id) != o.id:
                better_for_new = n.id in pairs and overlap(was[pairs[n.id]], n) >= overlap(o, n)
                better_for_old = best.get(o.id, -1) >= overlap(o, n)
                assert better_for_new or better_for_old


@given(OLD, NEW, st.randoms(use_true_random=False))
def test_the_order_has_no_influence(old, new, random):
    shuffled = random.sample(old, len(old)), random.sample(new, len(new))
    assert matched(*shuffled) == matched(old, new)


@given(OLD)
def test_the_same_reading_again_keeps_every_quote(old):
    assert matched(old, old) == {each.id: each.id for each in old}
