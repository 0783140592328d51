"""Words set off below a colon are quoted when the sentence says by whom; lists and headings are not."""

import pytest

from service.extraction.blocks import blocks
from service.extraction.marks import paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The auditor put it in two lines, read aloud:\n\n    The fund is empty today. I cannot sign.\n\nIt rained.",
            [("The auditor", "put it", "The fund is empty today. I cannot sign.")],
            id="indented",
        ),
        pytest.param(
            "A letter to members read, in full:\n\nWe are very sorry indeed.\n\nThe shop was shut.",
            [("A letter to members", "read", "We are very sorry indeed.")],
            id="one-paragraph-said-to-be-quoted",
        ),
        pytest.param(
            "The abbot wrote on the door:\n\n\tNobody may enter here.\n\tNobody may leave it either.\n\nRain fell.",
            [("The abbot", "wrote", "Nobody may enter here."), ("The abbot", "wrote", "Nobody may leave it either.")],
            id="every-indented-paragraph",
        ),
        pytest.param(
            "The union replied in two lines:\n\nWe have asked for nothing else.\n\nIt rained.",
            [("The union", "replied", "We have asked for nothing else.")],
            id="so-many-lines",
        ),
        pytest.param("The minister said in Rabat:\n\nMoney had run out by then.", [], id="no-indent"),
        pytest.param("The union said it wanted three things:\n\n    More pay for every hour.", [], id="a-list-begins"),
        pytest.param("The notice reads:\n\n- no dogs in the yard", [], id="an-entry-of-a-list"),
        pytest.param("The notice reads:\n\n“No dogs in the yard today.”", [], id="marks-are-read-elsewhere"),
        pytest.param("Results of the day:\n\n    Fjordbyen three, Gandsfjord nothing.", [], id="nobody-says-it"),
        pytest.param("The statement reads:\n\nPhoto by Lind", [], id="too-short"),
    ],
)  # fmt: skip
def test_blocks(text, expected):
    found = blocks(text, paragraphs(text), [])
    assert [tuple(text[start:end] for start, end in turn) for turn in found] == expected
