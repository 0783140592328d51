"""Which words of an answer, of a claim and around both are weighed, and what they add; all parties invented."""

import numpy as np
import pytest

from service.disputes import diction
from service.disputes.article import paired
from service.disputes.diction import PARTS, Diction, means, parts
from service.disputes.pair import Pair
from service.disputes.weighing import Weighing
from service.extraction.word_vectors import vectors
from service.records import Mention, Quote

TEXT = (
    "On Monday Velmark said the waste leaked twice in May, from a tank. It rained. "
    "Nothing leaked from it, said Corvane."
)
CLAIM, ANSWER = "the waste leaked twice in May", "Nothing leaked from it"


def quoted(speaker: str, words: str) -> Quote:
    at, by = TEXT.index(words), TEXT.index(speaker)
    mention = Mention(speaker, (by, by + len(speaker)), "organisation")
    span = (at, at + len(words))
    return Quote((span,), (), None, (mention,), None, "indirect", "assert", True, "attributed", "", (), 0.95)


@pytest.fixture
def pair() -> Pair:
    found = paired(TEXT, [quoted("Velmark", CLAIM), quoted("Corvane", ANSWER)])
    return next(one for one in found if one.placed.said == CLAIM)


@pytest.mark.parametrize(
    ("part", "words"),
    [
        pytest.param("answer alone", ["from", "it"], id="not what the claim says, nor what has a capital"),
        pytest.param("claim alone", ["the", "waste", "twice", "in"], id="no names"),
        pytest.param("around answer", ["said"], id="of its own sentence"),
        pytest.param("around claim", ["said", "from", "a", "tank"], id="before and behind it"),
    ],
)
def test_the_words_of_both_and_around_both(pair, part, words):
    assert list(parts(pair)[PARTS.index(part)]) == words


def around_claim(weight: float) -> np.ndarray:
    """A table in which only what is like "tank" weighs, and only around a claim."""
    table = np.zeros((len(PARTS), vectors(["tank"]).shape[1]), np.float32)
    table[PARTS.index("around claim")] = weight * vectors(["tank"])[0]
    return table


def test_what_the_words_add_is_the_mean_of_what_each_weighs_where_it_stands(pair):
    table = around_claim(1.0)
    mean = vectors(["said", "from", "a", "tank"]).sum(axis=0) / 6  # as of six: four words tell less than forty
    assert Diction(table).odds(pair) == pytest.approx(float(mean @ vectors(["tank"])[0]), abs=1e-6)
    assert Diction(table).odds(pair) == pytest.approx(float((table * means(pair)).sum()), abs=1e-6)


def test_a_pair_is_the_likelier_a_dispute_the_more_its_words_speak_for_it(pair):
    less, none, more = (Weighing({}, Diction(around_claim(weight))).chance(pair) for weight in (-2.0, 0.0, 2.0))
    assert less < none == 0.5 < more


def test_without_words_nothing_is_added(pair, monkeypatch):
    monkeypatch.setattr(diction, "parts", lambda _: ([], [], [], []))
    assert Diction(around_claim(1.0)).odds(pair) == 0.0
    assert not means(pair).any()
