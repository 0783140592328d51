"""Measures and titles are no statements; documents, people and words that somebody quotes are."""

import pytest

from service.extraction.marks import paragraphs, quotations
from service.extraction.sharing import Attribution, Page
from service.extraction.untold import is_of_its_subject, is_untold


def attribution(text: str, source: str, cue: str, content: str) -> Attribution:
    spans = [(text.index(words), text.index(words) + len(words)) for words in (source, cue, content)]
    return Attribution([spans[2]], spans[1], [spans[0]])


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        pytest.param("Adwoa Sarr is obese according to her body mass index.",
                     "her body mass index", "according to", "Adwoa Sarr is obese", True, id="a measure"),
        pytest.param("The crew is seated according to rank.", "rank", "according to", "The crew is seated", True,
                     id="an order"),
        pytest.param("The crew is safe, according to an officer of that rank.",
                     "an officer of that rank", "according to", "The crew is safe", False, id="somebody of a rank"),
        pytest.param("Prices fell, according to the index of the bank.",
                     "the index of the bank", "according to", "Prices fell", False, id="a document"),
        pytest.param("Lind's commentary, “Tell us who you are,” is very thoughtful.",
                     "Lind", "commentary", "“Tell us who you are,”", True, id="a title, and what is said of it"),
        pytest.param("Lind's commentary, “Tell us who you are,” Okoro said.",
                     "Lind", "commentary", "“Tell us who you are,”", False, id="somebody says it"),
        pytest.param("Lind's column: “The harbour is lost” is all it said.",
                     "Lind", "column", "“The harbour is lost”", False, id="a colon quotes"),
        pytest.param("Lind's column “The harbour is lost. We are not” is long.",
                     "Lind", "column", "“The harbour is lost. We are not”", False, id="no title has two sentences"),
        pytest.param("Okoro rejected the cuts, which were announced earlier the same day.",
                     "the cuts", "were announced", "earlier the same day", True, id="when it was announced"),
        pytest.param("New duties were announced against one firm.", "one firm", "were announced against", "New duties",
                     True, id="whom it was aimed at"),
        pytest.param("“New duties” were announced against one firm.", "one firm", "were announced against",
                     "“New duties”", False, id="words in marks stay"),
        pytest.param("New duties were warned against, Lind said.", "Lind", "were warned against", "New duties", False,
                     id="somebody else behind it"),
        pytest.param("All told, forty are left.", "All", "told", "forty are left", True, id="all told"),
        pytest.param("All told the police that forty are left.", "All", "told", "forty are left", False,
                     id="all who told"),
        pytest.param("Book review: The harbour is lost", "Book review", ":", "The harbour is lost", True,
                     id="the kind of the piece"),
        pytest.param("Q&A: “The harbour is lost”", "Q&A", ":", "“The harbour is lost”", False,
                     id="its words in marks stay"),
        pytest.param("Zora review: The harbour is lost", "Zora review", ":", "The harbour is lost", False,
                     id="the review of a paper"),
        pytest.param("Lind: The harbour is lost", "Lind", ":", "The harbour is lost", False,
                     id="somebody before a colon"),
        pytest.param("It was announced that the cuts would stay.", "It", "was announced", "that the cuts would stay",
                     False, id="what was announced"),
        pytest.param("Lind's view, “we are lost,” is known.", "Lind", "view", "“we are lost,”", False, id="no work"),
    ],
)  # fmt: skip
def test_untold(text, source, cue, content, expected):
    page = Page(paragraphs(text), quotations(text))
    assert is_untold(text, page, attribution(text, source, cue, content)) is expected


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        pytest.param("Oil said to have reached the port was sold.", "Oil", "said", "to have reached the port", True,
                     id="oil says nothing"),
        pytest.param("Lind claimed to have reached the port.", "Lind", "claimed", "to have reached the port", False,
                     id="somebody claims"),
        pytest.param("Forty were reported dead.", "Forty", "were reported", "dead", True, id="the dead report nothing"),
        pytest.param("Forty reported losses.", "Forty", "reported", "losses", False, id="who reports"),
        pytest.param("Thousands told to leave the coast", "Thousands", "told", "to leave the coast", True,
                     id="who is told to leave"),
        pytest.param("Lind told Roe to leave the coast", "Lind", "told", "to leave the coast", False, id="who tells"),
        pytest.param("Lind said the oil was sold.", "Lind", "said", "the oil was sold", False, id="somebody says"),
    ],
)  # fmt: skip
def test_what_is_said_to_have_happened_is_no_source(text, source, cue, content, expected):
    assert is_of_its_subject(text, attribution(text, source, cue, content)) is expected
