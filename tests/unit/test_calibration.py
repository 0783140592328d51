"""The probability that is served rises with the tie and is the share that was right."""

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.extraction.calibration import Calibration, between
from service.records import Mention, Quote
from service.training.calibrating import rising

POINTS = ((0.4, 0.5), (0.8, 0.9))


def quote(confidence: float, *, marked: bool = True, speakers: tuple[Mention, ...] = (Mention("Ann Reed"),)) -> Quote:
    inside = ((0, 5),) if marked else ()
    state = "attributed" if speakers else "unattributed"
    return Quote(((0, 5),), inside, None, speakers, None, "direct", "assert", True, state, "", (), confidence)


@pytest.mark.parametrize(
    ("tie", "share"),
    [
        pytest.param(0.1, 0.5, id="below all that was measured"),
        pytest.param(0.4, 0.5, id="at a point"),
        pytest.param(0.6, 0.7, id="half way between two"),
        pytest.param(0.8, 0.9, id="at the last point"),
        pytest.param(1.0, 0.9, id="above all that was measured"),
    ],
)
def test_between(tie: float, share: float) -> None:
    assert between(POINTS, tie) == pytest.approx(share)


def test_a_model_without_measurements_serves_the_tie_itself() -> None:
    assert Calibration().calibrated(quote(0.63)).confidence == 0.63


def test_words_in_marks_have_a_measure_of_their_own() -> None:
    found = Calibration(marked=POINTS, plain=((0.5, 0.25),))
    assert (found.calibrated(quote(0.6)).confidence, found.calibrated(quote(0.6, marked=False)).confidence) == (
        0.7,
        0.25,
    )


def test_without_a_speaker_there_is_no_confidence() -> None:
    assert Calibration(marked=POINTS).calibrated(quote(0.0, speakers=())).confidence == 0.0


def test_it_outlives_the_model_folder() -> None:
    there = Calibration(POINTS, ())
    assert Calibration.of(json.loads(json.dumps(there.as_facts()))) == there


def test_shares_are_those_of_the_cases() -> None:
    cases = [(0.2, n % 2 == 0) for n in range(100)] + [(0.9, True)] * 100
    assert rising(cases, least=100) == ((0.2, 0.5), (0.9, pytest.approx(100.5 / 101, abs=1e-4)))


def test_a_fall_is_levelled() -> None:
    cases = [(0.2, True)] * 50 + [(0.9, False)] * 50
    assert rising(cases, least=50) == ((0.55, 0.5),)


def test_too_few_cases_say_nothing() -> None:
    assert rising([(0.5, True)] * 9, least=10) == ()


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=200), st.randoms())
def test_points_rise_whatever_the_cases_and_their_order(cases: list[tuple[float, bool]], chance: random.Random) -> None:
    points = rising(cases, least=7)
    shuffled = chance.sample(cases, len(cases))
    assert rising(shuffled, least=7) == points
    shares = [share for _, share in points]
    assert shares == sorted(shares)
    assert [tie for tie, _ in points] == sorted(tie for tie, _ in points)
