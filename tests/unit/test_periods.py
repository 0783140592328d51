from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.periods import period_of


def _at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "start", "until"),
    [
        ("2018", _at(2018, 1, 1), _at(2019, 1, 1)),
        ("2018-08", _at(2018, 8, 1), _at(2018, 9, 1)),
        ("2018-12", _at(2018, 12, 1), _at(2019, 1, 1)),
        ("2020-02-29", _at(2020, 2, 29), _at(2020, 3, 1)),
        ("2018-08-21T10:00:00Z", _at(2018, 8, 21, 10), _at(2018, 8, 21, 10, 0, 0, 1)),
        ("2018-08-21t10:00:00+02:00", _at(2018, 8, 21, 8), _at(2018, 8, 21, 8, 0, 0, 1)),
        ("2018-08-21T10:00Z", _at(2018, 8, 21, 10), _at(2018, 8, 21, 10, 0, 0, 1)),
        ("9999", _at(9999, 1, 1), _at(9999, 12, 31, 23, 59, 59, 999999)),
        ("0001", _at(1, 1, 1), _at(2, 1, 1)),
    ],
)
def test_periods(text, start, until):
    assert period_of(text) == (start, until)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("18", id="no year"),
        pytest.param("2018-8", id="month of one digit"),
        pytest.param("2018-13", id="no such month"),
        pytest.param("2018-02-29", id="no such day"),
        pytest.param("0000", id="no such year"),
        pytest.param("2018-08-21T10:00:00", id="an instant without a zone"),
        pytest.param("2018-08-21T25:00:00Z", id="no such hour"),
        pytest.param("0001-01-01T00:00:00+10:00", id="before the first year in UTC"),
        pytest.param("9999-12-31T23:59:59-10:00", id="after the last year in UTC"),
        pytest.param("٢٠١٨", id="digits of another script"),
        pytest.param("2018\n", id="more than a date"),
        pytest.param("August 21, 2018", id="words"),
    ],
)
def test_no_dates(text):
    with pytest.raises(ValueError, match=r".+"):
        period_of(text)


@given(st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 12, 31), timezones=st.just(UTC)))
def test_an_instant_lies_in_its_day_month_and_year(instant):
    for length in (4, 7, 10):
        start, until = period_of(instant.isoformat()[:length])
        assert start <= instant < until
    assert period_of(instant.isoformat()).start == instant
