"""Words inside marks that may be a term or a title are given to nobody where little speaks for their speaker."""

import re
from dataclasses import replace

import pytest

from service.extraction.terms import without_terms
from service.records import Mention, Quote

WHO = Mention("Ama Boateng", None, "person")


def quote_of(text, confidence=0.65):
    """The quote that [cue] and what stands inside the marks of a text make, and the text without the brackets."""
    before, cue, behind = re.split(r"[][]", text)
    whole = before + cue + behind
    start, end = whole.index("“") + 1, whole.index("”")
    quote = Quote(
        content=((start, end),), quoted=((start, end),), cue=(len(before), len(before) + len(cue)), speakers=(WHO,),
        kind="direct", stance="assert", speech=True, attribution="attributed", reason="named", confidence=confidence,
        via=None, candidates=(),
    )  # fmt: skip
    return whole, quote


NOBODYS = [
    ("Boateng [chose] the singer as “person of the year”.", "an honour that is known by that name"),
    ("Boateng [wants] a “harbour first policy” soon.", "what others may call it"),
    ("Boateng [wore] a hat that read “Fair Winds for All Harbours”.", "a slogan, whatever the cue is"),
    ("Boateng [said] she liked “Songs of the Long Harbour” best.", "a title, beside a verb of saying too"),
]
HERS = [
    ("Boateng [said] it was a “harbour first policy” now.", "a verb of saying, and no title"),
    ("“Nonsense,” Boateng [said].", "one word is no title"),
    ("Boateng [wants] “people who are not afraid”.", "a verb stands inside the marks"),
    ("Boateng [hopes] “we can”.", "so does it here"),
    ("Boateng [wants] “a fair, open, honest and above all quick end to the whole affair”.", "too long for a term"),
]


@pytest.mark.parametrize(("text", "why"), NOBODYS)
def test_a_term_is_nobodys(text, why):
    told = without_terms(*quote_of(text))
    assert (told.speakers, told.attribution, told.confidence) == ((), "ambiguous", 0.0), why
    assert told.candidates == ("Ama Boateng",)


@pytest.mark.parametrize(("text", "why"), HERS)
def test_what_reads_like_speech_stays_hers(text, why):
    whole, quote = quote_of(text)
    assert without_terms(whole, quote) is quote, why


NO_WORDS = [
    ("Boateng, [seen] in the film “The Long Way Down to Oulu,” came.", "a title, told by the kind of work"),
    ("Boateng, [known] for acting in “Harbour”.", "a title of one word"),
    ("Boateng [waved] a banner reading “clean rivers for all”.", "a slogan that a thing bears"),
    ("Boateng [waved] her homemade “Rivers for all” sign.", "what is waved"),
    ("Boateng [launched] the “clean rivers for all initiative” in May.", "what is launched"),
    ("Boateng [has called] a referendum — “No to Foreign Harbours” — for June.", "a title behind what is known by one"),
]
SAID_ALL_THE_SAME = [
    ("Boateng [called] the film “a long way down”.", "she judges it"),
    ("Boateng [praised] the plan as “a long way down”.", "no work, and no bearer, stands right before the marks"),
    ("Boateng [waved] a banner reading “we are not afraid”.", "a whole sentence is somebody's"),
    ("Boateng [launched into] a lament for “clean rivers for all”.", "nothing is launched"),
    ("Boateng [called] the referendum “a waste of money”.", "what is known by a name, judged and not named"),
]


@pytest.mark.parametrize(("text", "why"), NO_WORDS)
def test_what_stands_behind_a_work_or_what_bears_it_is_nobodys_however_strong_the_tie(text, why):
    assert without_terms(*quote_of(text, confidence=0.97)).speakers == (), why


@pytest.mark.parametrize(("text", "why"), SAID_ALL_THE_SAME)
def test_what_is_said_of_a_work_or_told_by_a_banner_stays(text, why):
    whole, quote = quote_of(text, confidence=0.97)
    assert without_terms(whole, quote) is quote, why


def test_a_headline_of_no_cue_before_its_writer_is_nobodys():
    whole, quote = quote_of("Moving[—]“New gallery to open by the old harbour,” by the Courier's Ama Boateng: It is.")
    assert without_terms(whole, replace(quote, cue=None)).speakers == ()
    assert without_terms(whole, quote) is quote, "with a cue it is told by that"


def test_a_strong_tie_stays():
    whole, quote = quote_of(NOBODYS[0][0], confidence=0.9)
    assert without_terms(whole, quote) is quote
