"""Which words that are tied to a cue stay with it; all parties invented."""

import pytest

from service.extraction.carrying import keep_to_paragraph
from service.extraction.marks import quotations
from service.extraction.sharing import Attribution, Page


@pytest.mark.parametrize(
    ("text", "parts", "kept"),
    [
        pytest.param("The petition has 4,000 names. Lind said many came late.", ("The petition", "many came late"),
                     ["many came late"], id="a sentence of the reporter before it"),
        pytest.param("The dam is old. It leaks, Lind said.", ("The dam is old", "It leaks"),
                     ["The dam is old", "It leaks"], id="nothing behind the cue"),
        pytest.param("It leaks, Lind said, and is old.", ("It leaks", "and is old"), ["It leaks", "and is old"],
                     id="one sentence"),
        pytest.param("“It leaks.” Lind said it is old.", ("“It leaks.”", "it is old"), ["“It leaks.”", "it is old"],
                     id="words in marks"),
        pytest.param("It leaks.\n\nLind said so.", ("It leaks",), [], id="another paragraph"),
    ],
)  # fmt: skip
def test_words_of_another_sentence_are_not_said(text, parts, kept):
    spans = [(at := text.index(words), at + len(words)) for words in (*parts, "said", "Lind")]
    one = Attribution(spans[:-2], spans[-2], [spans[-1]])
    paragraphs = [(0, text.index("\n")), (text.index("L"), len(text))] if "\n" in text else [(0, len(text))]
    keep_to_paragraph(text, Page(paragraphs, quotations(text)), [one])
    assert [text[slice(*span)] for span in one.content] == kept
