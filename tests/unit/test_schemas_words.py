"""What the fields for words and dates let in, and the one-line form of what they do not."""

from datetime import datetime, timedelta, timezone

import pytest
from marshmallow import Schema, ValidationError

from schemas.words import Instant, PartialDate, WebAddress, Words, flattened, in_order, one_line, one_of


def loaded(field, value):
    return Schema.from_dict({"field": field})().load({"field": value})["field"]


def refused(field, value):
    with pytest.raises(ValidationError) as caught:
        loaded(field, value)
    return one_line(caught.value.messages)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        pytest.param("denies", "; the nearest is deny.", id="it begins alike"),
        pytest.param("declined", "; the nearest is decline.", id="an ending"),
        pytest.param("DENY", "; the nearest is deny.", id="in capitals"),
        pytest.param("foo", ", accuse.", id="none is near"),
        pytest.param("", ", accuse.", id="nothing"),
    ],
)
def test_a_wrong_word_is_told_the_nearest_if_one_is_near(value, told):
    assert refused(one_of(("deny", "decline", "accuse")), value).endswith(told)


@pytest.mark.parametrize(
    "date",
    [
        pytest.param("2018", id="a year"),
        pytest.param("2018-08", id="a month"),
        pytest.param("2018-08-21", id="a day"),
        pytest.param("2020-02-29", id="a leap day"),
        pytest.param("9999-12-31", id="the last day that Python knows"),
        pytest.param("2018-08-21T10:00:00Z", id="an instant in UTC"),
        pytest.param("2018-08-21t10:00:00z", id="an instant in small letters, as RFC 3339 allows"),
        pytest.param("2018-08-21T10:00:00.123456+03:00", id="an instant with an offset and a fraction"),
    ],
)
def test_dates_of_news_are_kept_as_written(date):
    assert loaded(PartialDate(), date) == date


@pytest.mark.parametrize(
    "date",
    [
        pytest.param("0000", id="no year"),
        pytest.param("2018-13", id="no month"),
        pytest.param("2018-02-30", id="no day of February"),
        pytest.param("2019-02-29", id="not a leap year"),
        pytest.param("2018-8", id="one digit"),
        pytest.param("２０１８", id="digits of another script"),
        pytest.param("2018-08-21T10:00:00", id="an instant without an offset names no instant"),
        pytest.param("2018-08-21 10:00:00 02:00", id="a plus that a query string turned into a blank"),
        pytest.param("2018-08-21T25:00:00Z", id="no hour"),
        pytest.param("0001-01-01T00:00:00+10:00", id="before the year 1 in UTC"),
        pytest.param("yesterday", id="a word"),
        pytest.param("", id="empty"),
        pytest.param(2018, id="a number"),
    ],
)
def test_what_is_no_date_is_refused_by_name(date):
    assert refused(PartialDate(), date).startswith("field: ")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        pytest.param("", "between 1 and 5", id="empty"),
        pytest.param(" \n\t", "blank", id="blank"),
        pytest.param("a\x00b", "U+0000 at character 1", id="NUL, which Postgres cannot keep"),
        pytest.param("a\ud800", "U+D800 at character 1", id="a lone surrogate, which UTF-8 cannot write"),
        pytest.param("123456", "between 1 and 5", id="too long"),
        pytest.param(["word"], "string", id="a list"),
        pytest.param(None, "null", id="null"),
    ],
)
def test_what_cannot_be_kept_is_refused(words, why):
    assert why in refused(Words(most=5), words)


@pytest.mark.parametrize("words", ["“ä”", "😀", " a ", "\u202eabc"[:5]])
def test_other_words_are_kept_as_they_are(words):
    assert loaded(Words(most=5), words) == words


@pytest.mark.parametrize(
    "address", ["http://example.org/a?b=c#d", "https://müller.example/ä", "HTTPS://EXAMPLE.org:8443", "http://[::1]/x"]
)
def test_web_addresses_are_kept(address):
    assert loaded(WebAddress(), address) == address


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("ftp://example.org", id="another protocol"),
        pytest.param("javascript:alert(1)", id="a script"),
        pytest.param("//example.org", id="no protocol"),
        pytest.param("http://", id="no host"),
        pytest.param("http://exa mple.org", id="a blank within"),
        pytest.param("http://[::1", id="brackets left open, at which urlsplit raises"),
        pytest.param("http://example.org:99999", id="no such port"),
        pytest.param("http://example.org/" + "a" * 2000, id="too long"),
    ],
)
def test_what_is_no_web_address_is_refused(address):
    assert refused(WebAddress(), address).startswith("field: ")


def test_instants_are_written_in_utc():
    moment = datetime(2018, 8, 21, 12, tzinfo=timezone(timedelta(hours=2)))
    assert Schema.from_dict({"at": Instant()})().dump({"at": moment}) == {"at": "2018-08-21T10:00:00Z"}


def test_messages_become_one_line_with_the_names_of_the_fields():
    messages = {"_schema": ["Whole."], "title": ["One.", "Two."], "tags": {0: ["Inner."]}}
    assert flattened(messages) == [("", "Whole."), ("title", "One."), ("title", "Two."), ("tags/0", "Inner.")]
    assert one_line(messages) == "Whole.; title: One.; title: Two.; tags/0: Inner."


@pytest.mark.parametrize(
    ("first", "last", "holds"),
    [
        pytest.param("2018", "2018", True, id="the same year"),
        pytest.param("2018-08", "2018", True, id="a month of the year"),
        pytest.param("2018", "2018-01", True, id="a year that begins with the month"),
        pytest.param("2018-02", "2018-01-31", False, id="a month after the day"),
        pytest.param("2019", "2018", False, id="years"),
        pytest.param("2018-01-01T00:00:00+02:00", "2017", True, id="still the old year in UTC"),
        pytest.param("2018-01-01T10:00:00Z", "2018-01-01T09:59:59.5Z", False, id="half a second"),
    ],
)
def test_two_dates_in_order(first, last, holds):
    assert in_order(first, last) is holds
