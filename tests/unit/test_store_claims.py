"""What the store makes of claims without a database: ids that last, days between dates, rows and back."""

import pytest

from service.periods import period_of
from service.records import Answer, Claim, Mention, Signal
from service.store.claim_postings import days_between
from service.store.claim_values import QuotePlaces, answer_of, claim_of, named, values_of

TEXT = "Corvane says that Delmar dumped waste. Delmar denies it."
CLAIM = Claim(
    ((18, 37),), (Mention("Corvane", (0, 7), "organisation", None, ("Corvane",)),), ("Corvane",), ("Delmar",),
    ("Delmar",), ("Delmar",), "fact", ("dump", "wast"), narrated=True, confidence=0.9,
)  # fmt: skip
ANSWER = Answer(
    ((46, 55),), (Mention("Delmar", None, "organisation", "maker"),), ("Delmar",),
    (Signal((46, 52), "denial of truth"),), "denies", referred=("Corvane",), narrated=True,
)  # fmt: skip


def dated(date):
    period = period_of(date) if date else None
    return {"published_from": period and period.start, "published_until": period and period.until}


@pytest.mark.parametrize(
    ("first", "then", "days"),
    [
        pytest.param("2018-03-01", "2018-03-01", 0, id="the same day"),
        pytest.param("2018-03-01", "2018-03-04", 3, id="days later"),
        pytest.param("2018-03-04", "2018-03-01", -3, id="days before"),
        pytest.param("2018-03-01T23:00:00Z", "2018-03-02T01:00:00Z", 1, id="two hours later, the next day"),
        pytest.param("2018-03", "2018-03-31", 0, id="may be the same day"),
        pytest.param("2018-03", "2018-05-01", 31, id="from the last day of a month"),
        pytest.param("2018", "2019-01-01", 1, id="from the last day of a year"),
        pytest.param("2018-03-01", "2018", 0, id="within its year"),
        pytest.param(None, "2018", None, id="no date, no days"),
        pytest.param("2018", None, None, id="no date on the other side"),
    ],
)
def test_days_between(first, then, days):
    assert days_between(dated(first), dated(then)) == days


@pytest.mark.parametrize(("record", "back"), [pytest.param(CLAIM, claim_of), pytest.param(ANSWER, answer_of)])
def test_a_record_comes_back_as_it_was(record, back):
    assert back(values_of(TEXT, record, QuotePlaces([]))) == record


def row(text, start, id=None):
    return {"id": id, "text": text, "spans": [{"start": start, "end": start + len(text), "text": text}]}


def test_ids_are_of_the_words_wherever_they_stand():
    first, again = named("a", "c", [row("one", 0), row("one", 9)], [])
    assert first != again
    assert named("a", "c", [row("two", 0), row("one", 50), row("one", 60)], [])[1:] == [first, again]
    assert named("b", "c", [row("one", 0)], []) != [first]


def test_words_that_overlap_by_half_keep_their_id():
    stored = [row("dumped waste at night", 10, "a.cOLD"), row("bribed guards", 40, "a.cOTHER")]
    assert named("a", "c", [row("dumped waste", 10)], stored) == ["a.cOLD"]
    assert named("a", "c", [row("night", 26)], stored) != ["a.cOLD"]
