"""Words that are passed on are of whoever said them, not of the agency or the document that passes them on."""

import pytest

from service.extraction.marks import paragraphs, quotations
from service.extraction.passed_on import pass_on
from service.extraction.sharing import Attribution, Page


def passed_on(text, source, cue, *contents):
    """Speakers, contents and who passed them on, of what the network found."""
    spans = [(text.index(words), text.index(words) + len(words)) for words in (source, cue, *contents)]
    one = Attribution(spans[2:], spans[1], spans[:1])
    pass_on(text, one, Page(paragraphs(text), quotations(text)))
    told = [text[slice(*span)] for span in one.sources]
    return told, [text[slice(*span)] for span in one.content], one.via and text[slice(*one.via)]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "expected"),
    [
        pytest.param(
            "“We wait,” the groom's best man, Bo Diaz, was quoted as saying by the daily Zora.",
            "the daily Zora", "was quoted as saying", "“We wait,” the groom's best man, Bo Diaz",
            (["the groom's best man, Bo Diaz"], ["“We wait,”"], "the daily Zora"),
            id="the subject of the passive speaks, and is none of the words",
        ),
        pytest.param(
            "Oil Minister Bo Diaz was quoted by Vostok Press as saying that output will rise.",
            "Vostok Press", "as saying", "output will rise",
            (["Oil Minister Bo Diaz"], ["output will rise"], "Vostok Press"),
            id="the cue may be the end alone",
        ),
        pytest.param(
            "The plan was dead, Diaz was cited as saying by local media.",
            "local media", "was cited as saying by", "The plan was dead",
            (["Diaz"], ["The plan was dead"], "local media"),
            id="the words stand before it as a clause",
        ),
        pytest.param(
            "Diaz was quoted as saying that it rained.", "Diaz", "was quoted as saying", "it rained",
            (["Diaz"], ["it rained"], None), id="the network found who is quoted",
        ),
        pytest.param(
            "Diaz was late, saying it rained.", "Diaz", "saying", "it rained", (["Diaz"], ["it rained"], None),
            id="no quoting",
        ),
        pytest.param(
            "“They came at dawn,” a former sergeant told the inquiry, according to the report.",
            "the report", "according to", "“They came at dawn,” a former sergeant told the inquiry",
            (["a former sergeant"], ["They came at dawn,"], "the report"),
            id="a witness in a report",
        ),
        pytest.param(
            "“They came at dawn,” according to the report.", "the report", "according to", "They came at dawn,",
            (["the report"], ["They came at dawn,"], None), id="nobody else is told",
        ),
    ],
)  # fmt: skip
def test_who_speaks_where_words_are_passed_on(text, source, cue, content, expected):
    assert passed_on(text, source, cue, content) == expected


def test_what_a_witness_goes_on_to_say_stays():
    text = "“They came,” a sergeant said, according to the report. “Then they left.”"
    _, contents, _ = passed_on(text, "the report", "according to", "“They came,” a sergeant said", "Then they left.")
    assert contents == ["They came,", "Then they left."]
