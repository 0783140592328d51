"""Who leads a sentence and so speaks the words behind it; all parties invented."""

import pytest

from service.disputes.finding import Quotes
from service.disputes.leading import described_at, is_body, leader


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Ana Lind laughed.", "Ana Lind", id="a-name"),
        pytest.param("Vet Oriel Sandvane produced a form.", "Vet Oriel Sandvane", id="three-capitals"),
        pytest.param("Her union rep, Dee Faulk, was brisk.", "Dee Faulk", id="named-behind-what-she-is"),
        pytest.param("Next door, Orla Dunmere unrolled a plan.", "Orla Dunmere", id="behind-an-adverbial"),
        pytest.param("Head teacher Oswin Pike sees it another way.", "Oswin Pike", id="behind-a-title-in-lower-case"),
        pytest.param("Tarsk's founder took to the stage.", "Tarsk's founder", id="somebody-s-founder"),
        pytest.param("The mayor put it on the website.", "The mayor", id="without-the-verb"),
        pytest.param("Brask police put the dead at nine.", "Brask police", id="a-body-by-its-town"),
        pytest.param("Brask city council put it off.", "Brask city council", id="a-body-by-two-words"),
        pytest.param("Ana Lind count on rain.", "Ana Lind", id="no-noun-for-a-body"),
        pytest.param("On Monday it rained.", None, id="a-day"),
        pytest.param("However it went, nobody came.", None, id="an-adverb"),
        pytest.param("It rained all day.", None, id="a-pronoun"),
        pytest.param("The rain fell all day.", None, id="a-thing"),
    ],
)
def test_the_first_words_tell_who_leads(text, name):
    found = leader(text, 0, len(text), Quotes(()))
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        pytest.param("a protected witness", "anonymous", id="a-person"),
        pytest.param("Velmar's environment ministry", "organisation", id="a-body"),
        pytest.param("a person who called himself a clerk", "anonymous", id="with-a-relative-clause"),
        pytest.param("the long wet winter", None, id="a-thing"),
    ],
)
def test_a_noun_calls_somebody(words, kind):
    found = described_at(words, (0, len(words)))
    assert (found.kind if found else None) == kind


@pytest.mark.parametrize(
    ("name", "body"),
    [("The road agency", True), ("The consulate in Brask", True), ("The premier", False), ("Ana Lind", False)],
)
def test_bodies_are_known_by_their_noun(name, body):
    assert is_body(name) is body
