"""Bylines at the edges of a page, and lines that look like them. Outlets and people are invented."""

import pytest

from service.extraction.bylines import is_byline


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("By Šárka Dvořáčková, regional correspondent", id="role-in-small-letters"),
        pytest.param("By Ørjan Lind, arts critic in Tromsø", id="role-and-place"),
        pytest.param("Words by Amina Diallo", id="words-by"),
        pytest.param("Words and pictures by Amina Diallo", id="words-and-pictures"),
        pytest.param("Interview by Łukasz Żak", id="interview-by"),
        pytest.param("BY AMINA DIALLO AND BO EK", id="capitals"),
        pytest.param("By OUR SPECIAL CORRESPONDENT", id="no-name-in-capitals"),
        pytest.param("Our Staff Reporter", id="no-name"),
        pytest.param("By a staff writer", id="a-staff-writer"),
        pytest.param("Coastal News Service", id="news-service"),
        pytest.param("Amina Diallo, Political Editor", id="name-and-role"),
        pytest.param("AMINA DIALLO | Staff Writer", id="bar"),
        pytest.param("Amina Diallo and Bo Ek, health reporters in Dakar", id="two-and-a-place"),
        pytest.param("4 min read", id="reading-time"),
        pytest.param("Last updated: 4 May 2021, 10:15", id="time-stamp"),
    ],
)
def test_a_byline(line):
    assert is_byline(line, "Old bridge to close", "The old bridge will close.")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("By Monday, staff", id="weekday"),
        pytest.param("By Wednesday the newsroom was empty.", id="sentence"),
        pytest.param("Words by the thousand were spoken.", id="words-as-a-noun"),
        pytest.param("Amina Diallo, the mayor of Dakar", id="another-trade"),
        pytest.param("AMINA DIALLO: I am a staff writer", id="transcript"),
        pytest.param("The staff reporter was hurt", id="a-reporter-in-the-news"),
        pytest.param("By order of the editor, no one spoke", id="by-order"),
        pytest.param("By Amina Diallo's account, the staff", id="by-an-account"),
    ],
)
def test_no_byline(line):
    assert not is_byline(line, "Old bridge to close", "The old bridge will close.")


def test_a_name_with_its_trade_below_a_quotation_signs_it():
    assert not is_byline("Amina Diallo, political editor", "“We were never asked.”", "")
