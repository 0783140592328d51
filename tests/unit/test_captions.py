"""Captions and credits, and the news beside them. Outlets and people are invented."""

import pytest

from service.extraction.boilerplate import boilerplate

TITLE = "Old bridge to close for a year"
NEWS = "The old bridge will close for a year, Mayor Oda Holm said on Monday."


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in boilerplate(text)]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("A heron waits below the weir. (File photo)", id="file-photo"),
        pytest.param("Traffic at the toll gate. (Representational image)", id="representational"),
        pytest.param("The sign over the door: “Nothing to declare”. Picture: Fjord Press", id="a-sign-in-marks"),
        pytest.param("‘Old Tom’, the ferry’s cat, on the quay. Photo: supplied", id="supplied"),
        pytest.param("Oda Holm cuts the ribbon. Photograph by Tor Lind/The Fjord Gazette", id="photograph-by"),
        pytest.param("Oda Holm cuts the ribbon. Photo courtesy of the Holm family", id="courtesy"),
        pytest.param("[Photographs: Šimon Říha]", id="credit-alone-in-brackets"),
        pytest.param("Image source, Fjord Press", id="image-source"),
        pytest.param("Image caption, The bridge at dawn, with the words “for ever” on it", id="image-caption"),
        pytest.param("Pictured: Oda Holm at the toll gate", id="pictured"),
    ],
)
def test_a_caption_is_cut(line):
    assert cut(f"{TITLE}\n{NEWS}\n{line}\n{NEWS}") == [line]


@pytest.mark.parametrize(
    ("news", "credit"),
    [
        pytest.param("“We are late,” Oda Holm said on the bridge.", "Photo: Tor Lind", id="a-quotation"),
        pytest.param("The firm denied that the bridge was old.", "(File photo)", id="a-denial"),
        pytest.param("Holm promised three times that it would stand.", "Picture: Fjord Press", id="a-promise"),
    ],
)
def test_of_news_with_a_credit_only_the_credit_is_cut(news, credit):
    assert cut(f"{TITLE}\n{NEWS}\n{news} {credit}\n{NEWS}") == [credit]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("The caption under it read “Photo: supplied”, and she laughed.", id="a-caption-is-the-news"),
        pytest.param("She said the picture was false. Photo editors agreed with her.", id="photo-begins-a-sentence"),
        pytest.param("He sold the picture. File it away, he told her.", id="file-as-a-verb"),
        pytest.param("Pictured: a town in despair, says its mayor, Oda Holm.", id="a-label-with-a-speaker"),
        pytest.param("The court saw one picture: Tor Lind at the wheel.", id="picture-in-a-sentence"),
    ],
)
def test_news_about_pictures_is_kept(line):
    assert cut(f"{TITLE}\n{NEWS}\n{line}\n{NEWS}") == []
