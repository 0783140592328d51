"""Who speaks in an opening clause without a subject."""

import pytest

from service.extraction.participles import subject_behind


def subject(text, cue, content, *sources):
    spans = sorted(_at(text, words) for words in sources)
    found = subject_behind(text, _at(text, cue), [_at(text, content)], spans)
    return found and text[slice(*found)]


def _at(text, words):
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        pytest.param("Noting that it rained, Okoro left.", "Noting", "that it rained", "Okoro", id="opens the text"),
        pytest.param("It rained. After promising a dam, she left.", "promising", "a dam", "she", id="after doing"),
        pytest.param("So while praising Lima, Ana Sá wept.", "praising", "Lima", "Ana Sá", id="while doing"),
        pytest.param(
            "By offering Lind the post, the minister won.", "offering", "Lind the post", "the minister", id="by"
        ),
        pytest.param("Worried it might rain, Okoro left.", "Worried", "it might rain", "Okoro", id="of mind"),
        pytest.param(
            "Calling it “a dam,” Governor Ana Sá (R-OK) left.", "Calling", "it “a dam", "Governor Ana Sá", id="marks"
        ),
        pytest.param("Noting it rained, though, Okoro left.", "Noting", "it rained", "Okoro", id="though"),
    ],
)
def test_the_subject_of_the_sentence_speaks(text, cue, content, expected):
    assert subject(text, cue, content) == expected


def test_what_the_network_took_for_a_source_is_taken_whole():
    text = "Noting that it rained, Trade Minister Ana Sá, who had come late, left."
    assert subject(text, "Noting", "that it rained", "Trade Minister Ana Sá, who had come late,").endswith("late,")


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        pytest.param(
            "Noting that it rained, rain or shine, Okoro left.", "Noting", "that it rained", id="no subject next"
        ),
        pytest.param("Lind spoke, noting that it rained, Okoro said.", "noting", "that it rained", id="hangs on Lind"),
        pytest.param("When asked about rain, Okoro left.", "asked", "about rain", id="a passive: somebody else asks"),
        pytest.param("Noting that it rained. Okoro left.", "Noting", "that it rained", id="another sentence"),
        pytest.param("It rained, noting Okoro, Lind left.", "noting", "It rained", id="the words stand before"),
        pytest.param("Noting that it rained, Okoro and Lind, who", "Noting", "that it rained", id="no verb"),
        pytest.param("Citing the storm, the river and Lind left.", "Citing", "the storm", id="no person"),
    ],
)
def test_nobody_is_guessed(text, cue, content):
    assert subject(text, cue, content) is None
