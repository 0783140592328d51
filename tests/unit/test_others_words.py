"""Words inside marks that somebody heard, or judges another for having said, are not theirs."""

import re

import pytest

from service.extraction.others_words import without_others_words
from service.records import Mention, Quote

WHO = Mention("Ama Boateng", None, "person")


def quote_of(text):
    """The quote that [cue] and what stands inside the marks of a text make, and the text without the brackets."""
    before, cue, behind = re.split(r"[][]", text)
    whole = before + cue + behind
    start, end = whole.index("“") + 1, whole.index("”")
    quote = Quote(
        content=((start, end),), quoted=((start, end),), cue=(len(before), len(before) + len(cue)), speakers=(WHO,),
        kind="direct", stance="assert", speech=True, attribution="attributed", reason="named", confidence=0.95,
        via=None, candidates=(),
    )  # fmt: skip
    return whole, quote


ANOTHERS = [
    ("Boateng [slammed] Lind for saying that rivers were “a rich man's toy”.", "Lind said so"),
    ("Boateng [mocked] Lind for calling himself the “king of the harbour”.", "Lind calls himself so"),
    ("Boateng [heard] “more than a few” shout.", "whoever shouted"),
    ("Boateng [said] it was part of what Per Lind called “the great sell-off”.", "Lind calls it so"),
    ("Boateng [cut] her forecast, wording that Lind later described as “empty talk”.", "Lind says what it is"),
]
HERS = [
    ("Boateng [said] it was part of what Ama Boateng called “the great sell-off”.", "her own name"),
    ("Boateng [attacked] what she called “the great sell-off”.", "she calls it so"),
    ("Boateng [slammed] Lind for a “rich man's plan”.", "she says what it is"),
    ("Boateng [slammed] Lind as “a rich man” for saying so.", "what he said comes after her words"),
    ("Boateng [thanked] Lind for saying “we were wrong”.", "no judging: the tagger has to tell"),
    ("Boateng [said] she had heard “more than a few”.", "she says it, whoever was heard"),
]


@pytest.mark.parametrize(("text", "why"), ANOTHERS)
def test_they_are_given_to_nobody(text, why):
    told = without_others_words(*quote_of(text))
    assert (told.speakers, told.attribution, told.confidence) == ((), "unattributed", 0.0), why


@pytest.mark.parametrize(("text", "why"), HERS)
def test_her_own_words_stay_hers(text, why):
    whole, quote = quote_of(text)
    assert without_others_words(whole, quote) is quote, why
