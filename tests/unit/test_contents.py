"""Contents are trimmed to the words that were said."""

import pytest

from service.extraction.contents import tidy
from service.extraction.marks import paragraphs, quotations
from service.extraction.sharing import Page


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        pytest.param("Lind said that it rained.", "that it rained", ["it rained"], id="leading-that"),
        pytest.param("Lind said twice that it rained.", "twice that it rained", ["it rained"], id="how-often"),
        pytest.param("Lind said only that it rained.", "only that it rained", ["it rained"], id="how-much-else"),
        pytest.param("Lind said nothing of mills.", "nothing of mills", [], id="nothing-was-said"),
        pytest.param("Lind said no more.", "no more", [], id="no-more-was-said"),
        pytest.param("Lind said little was new.", "little was new", ["little was new"], id="little-is"),
        pytest.param('Lind said "nothing of it".', '"nothing of it"', ["nothing of it"], id="nothing-in-marks"),
        pytest.param("It rained, Lind said.", "It rained,", ["It rained"], id="comma"),
        pytest.param('"No," Lind said.', '"No,"', ["No"], id="marks-and-the-comma-inside"),
        pytest.param('It was weeds, "mere weeds," as Lind put it.', 'It was weeds, "mere weeds," as',
                     ['It was weeds, "mere weeds'], id="a-word-of-the-next-clause"),
        pytest.param('Lind said it "is done", referring to the pier.', 'it "is done", referring to the pier',
                     ['it "is done"'], id="a-gloss-of-the-reporter"),
        pytest.param('Lind called it "a tomb," a reference to Roe.', 'it "a tomb," a reference to Roe',
                     ['it "a tomb,"'], id="another-gloss"),
        pytest.param("Lind said the pier, in reference to Roe, was done.", "the pier, in reference to Roe, was done",
                     ["the pier, in reference to Roe, was done"], id="no-gloss-but-a-part"),
        pytest.param("Lind said the pier is done, contrary to what Roe told.", "the pier is done, contrary to what Roe",
                     ["the pier is done"], id="what another told contrary to it"),
        pytest.param('"I spoke, referring to the pier," Lind said.', '"I spoke, referring to the pier,"',
                     ["I spoke, referring to the pier"], id="a-gloss-inside-marks-was-said"),
        pytest.param("Lind warned Roe in May, not, as he says, in June.", "Roe in May, not", ["Roe in May"],
                     id="the-beginning-of-what-was-not-said"),
        pytest.param('"It was and" is what Lind said.', '"It was and"', ["It was and"], id="broken-off-inside-marks"),
    ],
)  # fmt: skip
def test_only_what_was_said_is_left(text, content, expected):
    start = text.index(content)
    page = Page(paragraphs(text), quotations(text))
    assert [text[a:b] for a, b in tidy(text, [(start, start + len(content))], page)] == expected


@pytest.mark.parametrize(
    ("text", "pieces", "expected"),
    [
        pytest.param("Costs are put at 41p. Farms close, Lind said.", ["Costs", "Farms close"], ["Farms close"],
                     id="a-subject-cut-off"),
        pytest.param("Costs, Lind said, are up. Farms close.", ["Costs", "are up. Farms close"],
                     ["Costs", "are up. Farms close"], id="parted-by-its-cue"),
        pytest.param('"Costs" are up, Lind said. "Farms close."', ['"Costs"', '"Farms close."'],
                     ["Costs", "Farms close."], id="in-marks"),
        pytest.param("The costs of the mill are up. Farms close, Lind said.", ["The costs of the mill", "Farms close"],
                     ["The costs of the mill", "Farms close"], id="more-than-a-stub"),
    ],
)  # fmt: skip
def test_a_subject_whose_sentence_goes_on_without_it_was_not_said(text, pieces, expected):
    spans = [(text.index(piece), text.index(piece) + len(piece)) for piece in pieces]
    page = Page(paragraphs(text), quotations(text))
    assert [text[a:b] for a, b in tidy(text, spans, page)] == expected
