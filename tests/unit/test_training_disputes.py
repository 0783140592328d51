"""Fitting the weights of disputes: which pairs are learned from, and what they teach."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from service.disputes.diction import PARTS
from service.records import Mention, Quote
from service.training.disputes import Example, examples_of, fit

TEXT = "Velmark accused Corvane of dumping waste in the Ister. Corvane denied it."
CLAIM, DENIAL = "dumping waste in the Ister", "denied it"
NOBODY = SimpleNamespace(read=lambda text: SimpleNamespace(quotes=()))


def spans(words):
    at = TEXT.index(words)
    return [[at, at + len(words)]]


def case(mark, **fields):
    """A case in which the denial disputes the claim, surely or not."""
    one = {"claim_spans": spans(CLAIM), "dispute_spans": spans(DENIAL), **fields}
    return {"id": "waste", "text": TEXT, "disputes": [], mark: [one]}


@pytest.mark.parametrize(
    ("marked", "learned"),
    [
        pytest.param({"id": "waste", "text": TEXT, "disputes": []}, [False], id="marked by nobody"),
        pytest.param(case("disputes"), [True], id="marked"),
        pytest.param(case("doubtful"), [], id="doubtful: neither way"),
        pytest.param(case("disputes", claim_spans=spans("Velmark")), [False], id="of another claim"),
        pytest.param(case("disputes", claim_spans=spans("Velmark"), also=[spans(CLAIM)]), [True], id="told once more"),
    ],
)
def test_the_pairs_of_a_case_are_learned_from(marked, learned):
    assert [example.disputes for example in examples_of(marked, NOBODY)] == learned


def test_further_words_of_a_marked_answer_in_a_whole_article_teach_nothing():
    text = "It rained. " * 80 + "Velmark said that waste leaked. Corvane denied it. No pipe leaked, Corvane said."
    quotes = [quoted(text, "Velmark", "waste leaked"), quoted(text, "Corvane", "No pipe leaked")]
    reader = SimpleNamespace(read=lambda _: SimpleNamespace(quotes=quotes))
    marks = [[[at := text.index(words), at + len(words)]] for words in ("waste leaked", "denied it")]
    marked = {"claim_spans": marks[0], "dispute_spans": marks[1]}

    def learned(side):
        return len(list(examples_of({"text": text, "disputes": [{**marked, "disputers": [side]}]}, reader)))

    assert learned("Lind") == learned("Corvane") + 1


def quoted(text, speaker, words):
    at, start = text.index(speaker), text.index(words)
    mention = Mention(speaker, (at, at + len(speaker)), "organisation")
    span = (start, start + len(words))
    return Quote((span,), (), None, (mention,), None, "indirect", "assert", True, "attributed", "", (), 0.95)


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
