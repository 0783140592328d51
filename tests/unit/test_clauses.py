"""Where a reported clause ends inside a longer sentence."""

import pytest

from service.extraction.clauses import cut
from service.extraction.marks import paragraphs, quotations
from service.extraction.sharing import Attribution, Page


def words(text, source, cue, content):
    spans = [(text.index(part), text.index(part) + len(part)) for part in (content, cue, source)]
    found = cut(text, Attribution([spans[0]], spans[1], [spans[2]]), Page(paragraphs(text), quotations(text)))
    return [text[start:end] for start, end in found]


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        pytest.param(
            "Tavara, which Okoro says arms the rebels, denied it.",
            "arms the rebels, denied it",
            "arms the rebels",
            id="relative-clause-between-commas",
        ),
        pytest.param(
            "Tavara, which Okoro says “arms, feeds and hides” the rebels, denied it.",
            "“arms, feeds and hides” the rebels, denied it",
            "“arms, feeds and hides” the rebels",
            id="a-comma-inside-marks-ends-nothing",
        ),
        pytest.param(
            "On Monday Okoro says it rained, then it froze.",
            "it rained, then it froze",
            "it rained, then it froze",
            id="no-relative-clause",
        ),
    ],
)
def test_a_relative_clause_ends_at_its_comma(text, content, expected):
    assert words(text, "Okoro", "says", content) == [expected]
