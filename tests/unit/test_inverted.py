"""The source behind a cue at the end of a sentence, taken for words said."""

import pytest

from service.extraction.inverted import set_upright
from service.extraction.sharing import Attribution


@pytest.mark.parametrize(
    ("text", "cue", "contents", "expected"),
    [
        pytest.param(
            "It rained, say the anglers of Ork.", "say", ["It rained", "the anglers of Ork"],
            ("the anglers of Ork", ["It rained"]), id="behind-the-cue",
        ),
        pytest.param(
            "It rained, says Ana Sá, 70, and the doctor slept.", "says",
            ["It rained", "Ana Sá, 70, and the doctor slept"],
            ("Ana Sá", ["It rained", "and the doctor slept"]), id="what-goes-on-stays",
        ),
        pytest.param(
            "It rained, a notice read out in all parishes said.", "said",
            ["It rained", "a notice read out in all parishes"],
            ("a notice read out in all parishes", ["It rained"]), id="before-the-cue",
        ),
        pytest.param(
            "It rained, said he had slept.", "said", ["It rained", "he had slept"],
            (None, ["It rained", "he had slept"]), id="a-sentence-is-no-source",
        ),
        pytest.param(
            "It rained, the clerk was charged with gross theft.", "charged with", ["It rained", "gross theft"],
            (None, ["It rained", "gross theft"]), id="a-passive-has-no-source-behind-it",
        ),
        pytest.param(
            "Rain fell and says the sea rose.", "says", ["Rain fell", "the sea rose"],
            (None, ["Rain fell", "the sea rose"]), id="no-comma-before",
        ),
    ],
)  # fmt: skip
def test_a_source_is_told_from_words_said(text, cue, contents, expected):
    spans = [(text.index(words), text.index(words) + len(words)) for words in (cue, *contents)]
    one = Attribution(spans[1:], spans[0])
    set_upright(text, one)
    source = text[slice(*one.sources[0])] if one.sources else None
    assert (source, [text[start:end].strip() for start, end in one.content]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The bridge, said the mayor, will be late.", ("the mayor", ["The bridge", "will be late"]), id="an-office"
        ),
        pytest.param(
            "The bridge, said its builder, Bo Lind, is old.",
            ("its builder, Bo Lind", ["The bridge", "is old"]),
            id="with-a-name",
        ),
        pytest.param(
            "Ana Sá, said to be ill, will be late.",
            ("Ana Sá", ["to be ill, will be late"]),
            id="nobody-stands-behind-it",
        ),
        pytest.param("Ana Sá, said Bo Lind, and left.", ("Ana Sá", ["Bo Lind, and left"]), id="no-verb-goes-on"),
    ],
)
def test_what_stands_before_a_cue_set_between_commas_does_not_speak(text, expected):
    cue = (text.index("said"), text.index("said") + 4)
    one = Attribution([(cue[1] + 1, len(text) - 1)], cue, [(0, text.index(","))])
    set_upright(text, one)
    source, content = text[slice(*one.sources[0])], [text[slice(*span)].strip() for span in one.content]
    assert (source, content) == expected
