import pytest

from service.extraction.marks import paragraphs, quotations
from service.extraction.stray import without_stray


def kept(text: str) -> list[str]:
    return [text[each.start : each.end] for each in without_stray(text, quotations(text), paragraphs(text))]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('"The port master told a clerk who said that the pump was old".', id="who said that"),
        pytest.param("Rain.\n\n“A baker claimed on Monday that bread was dear”.\n\nSun.", id="a day between"),
        pytest.param('"The paper showed a diver who denied that he sank it".\n\nHe left.', id="denied that"),
    ],
)
def test_marks_around_what_the_article_tells_are_left_out(text):
    assert kept(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param('"A clerk said that the pump was old," said Roe.', "A clerk said that the pump was old,",
                     id="a speaker stands beside"),
        pytest.param('"A clerk said that the pump was old."', "A clerk said that the pump was old.",
                     id="the full stop inside, as words that go on over paragraphs have it"),
        pytest.param('"My clerk said that the pump was old".', "My clerk said that the pump was old",
                     id="somebody's own words"),
        pytest.param('"The crane is old and falls".', "The crane is old and falls", id="nobody else is told of"),
        pytest.param("'A clerk said that the pump was old'.", "A clerk said that the pump was old", id="single marks"),
        pytest.param('Roe wrote: "A clerk said that the pump was old".', "A clerk said that the pump was old",
                     id="words before"),
    ],
)  # fmt: skip
def test_marks_that_may_be_words_of_somebody_stay(text, words):
    assert kept(text) == [words]
