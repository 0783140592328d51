"""Who speaks in a passive: whoever stands behind "by", never its subject."""

import pytest

from service.extraction.marks import paragraphs, quotations
from service.extraction.passives import set_passive_right
from service.extraction.sharing import Attribution, Page


def right(text, cue, source=None, *contents):
    """The sources and contents of an attribution once its passive is set right."""
    sources = [_at(text, source)] if source else []
    found = Attribution([_at(text, content) for content in contents], _at(text, cue), sources)
    set_passive_right(text, found, Page(paragraphs(text), quotations(text)))
    return [text[slice(*span)] for span in found.sources], [text[slice(*span)] for span in found.content]


def _at(text, words):
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize(
    ("text", "cue", "source", "speaks"),
    [
        pytest.param("Okoro was asked about the pump.", "was asked about", "Okoro", [], id="who-is-asked"),
        pytest.param("Okoro was not told of it.", "was not told of", "Okoro", [], id="negated"),
        pytest.param("Okoro has since been asked to go.", "asked", "Okoro", [], id="auxiliary-outside-the-cue"),
        pytest.param(
            "The brig was denied entry.", "was denied", "The brig", [], id="who-is-denied-entry-denies-nothing"
        ),
        pytest.param("Okoro was told by the county to go.", "was told", "Okoro", ["the county"], id="by-somebody"),
        pytest.param(
            "Okoro was told by the county to go.", "was told by", None, ["the county"], id="by-inside-the-cue"
        ),
        pytest.param(
            "It was called late by Per Lind.", "was called", "Per Lind", ["Per Lind"], id="by-behind-the-words"
        ),
        pytest.param("Okoro was told by Monday to go.", "was told", "Okoro", [], id="a-day-tells-nothing"),
        pytest.param("It was ordered by firms in Lima.", "was ordered", "It", [], id="a-play-is-ordered-but-not-to-go"),
        pytest.param(
            "He was ordered by firms to go.", "was ordered", "He", ["firms"], id="whoever-is-ordered-to-go-is"
        ),
        pytest.param("Okoro told the county to go.", "told", "Okoro", ["Okoro"], id="no-passive"),
        pytest.param("Okoro was sure and asked to go.", "asked", "Okoro", ["Okoro"], id="another-verb-between"),
        pytest.param("It rained, Okoro said when asked about it.", "asked about", "Okoro", [], id="when-asked"),
        pytest.param("Asked about it, Okoro left.", "Asked about", "Okoro", [], id="asked-at-the-opening"),
        pytest.param(
            "It was late, Okoro said when asked to comment on it.",
            "asked to comment on",
            "Okoro",
            [],
            id="when-asked-to-comment",
        ),
        pytest.param(
            "Okoro was told by the county in a memo that it closed.",
            "was told by the county in a memo",
            "Okoro",
            ["the county"],
            id="by-deep-inside-the-cue",
        ),
        pytest.param(
            "Okoro was told by management in a memo that it closed.",
            "was told by",
            "Okoro",
            ["management"],
            id="by-a-body-without-an-article",
        ),
        pytest.param(
            "Okoro, asked by a caller whether it leaked, left.",
            "asked",
            "Okoro",
            ["a caller"],
            id="asked-between-commas",
        ),
        pytest.param("Okoro, asked whether it leaked, laughed.", "asked", "Okoro", [], id="asked-by-whomever"),
        pytest.param(
            "Okoro, a diver, asked whether it leaked.", "asked", "Okoro", ["Okoro"], id="who-asks-behind-an-apposition"
        ),
        pytest.param("“Is it late?” asked Okoro.", "asked", "Okoro", ["Okoro"], id="who-asks-behind-a-question"),
        pytest.param(
            "“Okoro was asked about it,” Lind said.", "was asked about", "Okoro", ["Okoro"], id="inside-marks"
        ),
    ],
)
def test_who_speaks_in_a_passive(text, cue, source, speaks):
    assert right(text, cue, source)[0] == speaks


@pytest.mark.parametrize(
    ("text", "cue", "contents", "expected"),
    [
        pytest.param(
            "Okoro was asked by the wardens to go.",
            "was asked by",
            ["Okoro", "the wardens to go"],
            [" to go"],
            id="neither-whom-they-ask-nor-they-themselves",
        ),
        pytest.param(
            "Okoro, an arborist, was asked to go.",
            "was asked",
            ["Okoro, an arborist", "to go"],
            ["to go"],
            id="nor-what-they-are",
        ),
        pytest.param("Okoro was asked.", "was asked", ["Okoro"], ["Okoro"], id="nothing-else-was-said"),
        pytest.param(
            "The deal was criticised as late.",
            "was criticised",
            ["The deal", "as late"],
            ["The deal", "as late"],
            id="what-is-criticised-is-part-of-it",
        ),
        pytest.param(
            "It rained. He was told to go.",
            "was told",
            ["It rained", "to go"],
            ["It rained", "to go"],
            id="another-sentence",
        ),
    ],
)
def test_who_is_addressed_is_no_part_of_what_is_said(text, cue, contents, expected):
    assert right(text, cue, None, *contents)[1] == expected
