"""Consent banners, and the news about them. Outlets, people and firms are invented."""

import pytest

from service.extraction.boilerplate import boilerplate

NEWS = "The old bridge will close for a year, Mayor Oda Holm said on Monday."


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in boilerplate(text)]


@pytest.mark.parametrize(
    "banner",
    [
        pytest.param(
            "Your privacy is ours to guard. “Accept and continue, or change your settings. "
            "By browsing on you agree to be remembered",
            id="no-cookies-and-a-mark-that-never-closes",
        ),
        pytest.param(
            'Welcome to The Quay. We and our 88 vendors store data on your device to "measure audiences and show you '
            "ads. You may withdraw consent whenever you want.",
            id="vendors-and-a-straight-mark",
        ),
        pytest.param(
            "“Accept all, or manage your preferences. By using this site you consent to personalised ads",
            id="opens-with-a-mark",
        ),
        pytest.param(
            "We value your privacy. Reject all | Accept all | Manage options. You can change your mind at any time.",
            id="buttons",
        ),
        pytest.param(
            "We ask you to accept all “functional” storage on your phone, or to review your choices in our policy.",
            id="one-word-in-marks",
        ),
        pytest.param(
            "By continuing you agree that our partners may measure ads on your browser at any time.", id="one-sentence"
        ),
    ],
)
def test_a_banner_before_the_news(banner):
    assert cut(f"{banner}\n{NEWS}") == [banner]


def test_a_banner_with_news_behind_it_in_one_paragraph():
    banner = "We value your privacy. Accept all, or manage your choices. By staying you agree to our terms of use."
    assert cut(f"{banner} {NEWS} “We know,” she added.") == [banner]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "The banner read: “Accept all, or manage your choices. By staying you agree to let our partners in.”",
            id="a-banner-cited",
        ),
        pytest.param(
            "The banner read: “Accept all, or manage your choices. By staying you agree to let our partners in.",
            id="a-banner-cited-without-a-closing-mark",
        ),
        pytest.param(
            "“We ask you to accept all of it. You can change your mind at any time, on your phone,” Bo Ek said.",
            id="somebody-s-words",
        ),
        pytest.param(
            "“We want your consent. Our partners store cookies on your device. Accept all or none.”", id="only-marks"
        ),
        pytest.param(
            "“We want your consent. Our partners store cookies. Accept all or none.", id="a-quotation-runs-on"
        ),
        pytest.param(
            "Regulators want you to accept all cookies at a click, and to change your settings as easily.",
            id="news-of-banners",
        ),
        pytest.param("You can change your settings at any time: tap Manage choices, then Reject all.", id="advice"),
        pytest.param("The cookies were baked with your consent in mind, the baker said.", id="bakery"),
        pytest.param("By staying you agree to nothing but a night in a bed.", id="a-hotel"),
    ],
)
def test_news_is_kept(line):
    assert cut(f"{NEWS}\n{line}\n{NEWS}") == []
