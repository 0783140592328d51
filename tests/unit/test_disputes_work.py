"""Thousands of statements in one article: twice as many are twice the work, counted in calls, whoever makes them."""

import sys

import pytest

from service.disputes import disputed
from service.records import Mention, Quote

CUE = "said that"


def statement(number, speaker):
    return speaker.format(
        number
    ), f"the barrel{number} near the mill{number % 7} had been dumped by Delmar{number % 50}"


def article(count, speaker):
    """A text of so many statements, and their quotes."""
    text, quotes = "", []
    for number in range(count):
        name, words = statement(number, speaker)
        start = len(text)
        cue = (start + len(name) + 1, start + len(name) + 1 + len(CUE))
        content = (cue[1] + 1, cue[1] + 1 + len(words))
        text += f"{name} {CUE} {words}.\n"
        mention = Mention(name, (start, start + len(name)), "person")
        quotes.append(
            Quote((content,), (), cue, (mention,), None, "indirect", "assert", True, "attributed", "", (), 0.95)
        )
    return text, quotes


def accusations(count, speaker):
    """A text of so many accusations and denials, told by nobody but the article."""
    told = (f"{speaker.format(number)} accused Delmar{number} of dumping barrel{number}. " for number in range(count))
    return "".join(each + f"Delmar{number} denied it.\n" for number, each in enumerate(told)), []


def calls(text, quotes):
    """How many functions are called to find the disputes of a text."""
    found = 0

    def count(frame, event, argument):
        nonlocal found
        found += event == "call"

    sys.setprofile(count)
    try:
        disputed(text, quotes)
    finally:
        sys.setprofile(None)
    return found


@pytest.mark.parametrize(
    ("made", "speaker"),
    [
        pytest.param(article, "Anna{0} Kovac{0}", id="each another speaker"),
        pytest.param(article, "Anna Kovac{}", id="all of one first name"),
        pytest.param(accusations, "Kestel{} Works", id="accusations and denials"),
    ],
)
def test_twice_the_statements_are_twice_the_work(made, speaker):
    disputed(*made(160, speaker))  # words that were met are remembered: no run shall profit from the one before
    assert calls(*made(160, speaker)) <= 2.3 * calls(*made(80, speaker))
