"""What a quotation is about, or beside what it was said, is none of its words."""

import pytest

from service.extraction.marks import paragraphs, quotations
from service.extraction.sharing import Attribution, Page
from service.extraction.topics import without_topic


@pytest.mark.parametrize(
    ("text", "source", "cue", "contents", "expected"),
    [
        pytest.param('"It was awful," she said of the vote.', "she", "said", ["It was awful", "the vote"], 1, id="of"),
        pytest.param('"It was awful," said Ines Duarte, of Lisbon, about the vote.', "Ines Duarte", "said",
                     ["It was awful", "about the vote"], 1, id="behind an apposition"),
        pytest.param('"We had fun," Lind said cheerfully as rain fell.', "Lind", "said",
                     ["We had fun", "cheerfully as rain fell"], 1, id="how"),
        pytest.param('"We had fun," Lind told a crowd that the police put at 300. "It rained."', "Lind", "told",
                     ["We had fun", "the police put at 300", "It rained."], 2, id="of the listeners"),
        pytest.param('A film appears. "We won," he says.', "he", "says", ["A film", "We won"], 1,
                     id="the sentence before"),
        pytest.param('"We won," he said, and that nobody was hurt.', "he", "said", ["We won", "nobody was hurt"], 2,
                     id="it goes on"),
        pytest.param('"This is why," Lind said: The harbour is shut.', "Lind", "said",
                     ["This is why", "The harbour is shut"], 2, id="a colon goes on"),
        pytest.param('He felt "lost at sea," he said of the vote.', "he", "said", ["lost at sea", "the vote"], 2,
                     id="a part of a sentence may need the rest"),
        pytest.param('Citing "duties in Oslo," her office said the mayor would stay.', "her office", "said",
                     ["duties in Oslo", "the mayor would stay"], 2, id="quoted beside it"),
        pytest.param('"We won," Lind thought of the vote.', "Lind", "thought", ["We won", "the vote"], 2,
                     id="no verb of saying"),
        pytest.param("She said it of the vote.", "She", "said", ["it", "the vote"], 2, id="no quotation"),
    ],
)  # fmt: skip
def test_without_topic(text, source, cue, contents, expected):
    spans = [(text.index(words), text.index(words) + len(words)) for words in (source, cue, *contents)]
    one = Attribution(spans[2:], spans[1], [spans[0]])
    kept = without_topic(text, one, Page(paragraphs(text), quotations(text)))
    assert len(kept) == expected
    assert all(span in one.content for span in kept)
