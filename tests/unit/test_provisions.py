"""What a document lays down is said by the document, unless the sentence reports somebody."""

import pytest

from service.extraction.marks import paragraphs, quotations
from service.extraction.provisions import provisions
from service.extraction.sharing import Page
from service.extraction.tagger import Tagged


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Per the bylaws, he “shall stand down”. It rained.",
                     [("the bylaws", "Per", "he “shall stand down”")], id="marks-inside"),
        pytest.param("As per the contract with Lund, a motor must be kept. It was not.",
                     [("the contract with Lund", "As per", "a motor must be kept")], id="as-per"),
        pytest.param("Per its charter, “no one. Not one.” may enter. It rained.",
                     [("its charter", "Per", "“no one. Not one.” may enter")], id="a-stop-inside-marks"),
        pytest.param("Per the mayor, roads are safe.", [], id="no-document"),
        pytest.param("Per Lind, the agreement, is dead.", [], id="a-man-called-per"),
        pytest.param("It pays ten crowns per the hour, they found.", [], id="no-sentence-begins"),
    ],
)  # fmt: skip
def test_provisions(text, expected):
    found = provisions(text, Page(paragraphs(text), quotations(text)), [])
    assert [tuple(text[start:end] for start, end in turn) for turn in found] == expected


def test_a_sentence_that_reports_somebody_is_left_to_the_network():
    text = "Per the bylaws, the chair said, he may stay."
    cue = text.index("said")
    said = Tagged("cue", (cue, cue + 4), 5, 6, 0.9)
    assert not list(provisions(text, Page(paragraphs(text), []), [said]))
