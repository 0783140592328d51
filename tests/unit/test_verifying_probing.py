"""Seldom words are looked up first, and of words that everybody says nothing that grows with the store."""

import pytest

from service.verifying.probing import Held, probes

SELDOM, OFTEN, ALWAYS = 300.0, 20_000.0, 900_000.0


def words(*counts: float) -> list[Held]:
    return [Held("abcdefgh"[at], count) for at, count in enumerate(counts)]


@pytest.mark.parametrize(
    ("counts", "quotes", "queries"),
    [
        pytest.param((), 1e7, [], id="nothing"),
        pytest.param((SELDOM,), 1e7, ["(a)"], id="one word: by itself"),
        pytest.param((SELDOM,) * 3, 1e7, ["(a) & (b)", "(a) & (c)", "(b) & (c)"], id="seldom: all pairs"),
        pytest.param((ALWAYS, ALWAYS), 1e7, [], id="worn words alone: nothing"),
        pytest.param((SELDOM, ALWAYS, ALWAYS), 1e7, ["(a) & (b)"], id="as many as may be paid for"),
        pytest.param((OFTEN, OFTEN, SELDOM), 1e6, ["(a) & (c)", "(b) & (c)", "(a) & (b) & (c)"], id="a third word"),
    ],
)
def test_what_is_looked_up(counts, quotes, queries):
    assert list(probes(words(*counts), quotes)) == queries
