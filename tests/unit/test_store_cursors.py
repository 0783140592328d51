import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.errors import InvalidCursor
from service.store.conditions import QuoteConditions
from service.store.cursors import cursor, place_of

QUESTION = QuoteConditions(speaker=("Lavrov",))
_IDS = st.text("abcdefghij234567.", max_size=30)


@given(st.integers(-(2**63), 2**63 - 1), _IDS)
def test_a_cursor_names_the_place_it_was_made_of(place, last_id):
    assert place_of(QUESTION, cursor(QUESTION, (place, last_id))) == (place, last_id)


@given(st.floats(0, 10), _IDS)
def test_a_rank_survives_exactly(rank, last_id):
    assert place_of(QUESTION, cursor(QUESTION, (rank, last_id)), float) == (rank, last_id)


def _encoded(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


GIVEN_OUT = cursor(QUESTION, (5, "a.b"))
DIGEST = json.loads(base64.urlsafe_b64decode(GIVEN_OUT + "=="))[2]


@pytest.mark.parametrize(
    "after",
    [
        pytest.param("", id="empty"),
        pytest.param("äöü", id="not ASCII"),
        pytest.param("\0", id="NUL"),
        pytest.param("a", id="no base64"),
        pytest.param(GIVEN_OUT[:-4], id="cut off"),
        pytest.param(GIVEN_OUT + "!", id="something behind it"),
        pytest.param(_encoded({"a": 1}), id="another shape"),
        pytest.param(_encoded([6, "a.b", DIGEST]), id="another place under the same digest"),
        pytest.param(_encoded([5, "a.c", DIGEST]), id="another id under the same digest"),
        pytest.param(_encoded(["5", "a.b", DIGEST]), id="a place that is text"),
        pytest.param(_encoded([True, "a.b", DIGEST]), id="a place that is true"),
        pytest.param(_encoded([5, None, DIGEST]), id="no id"),
        pytest.param("W" * 100_000, id="nested too deep"),
        pytest.param(base64.b64encode(b"[" * 60_000).decode(), id="nested too deep for JSON"),
        pytest.param(cursor(QuoteConditions(), (5, "a.b")), id="of another question"),
    ],
)
def test_what_was_not_given_out_is_invalid(after):
    with pytest.raises(InvalidCursor):
        place_of(QUESTION, after)


@given(st.text())
def test_no_text_is_anything_but_invalid(after):
    with pytest.raises(InvalidCursor):
        place_of(QUESTION, after)
