"""Words and sentences without end, found by tests/fuzz/growth.py: each of these took minutes, or hours, before.

Nothing is timed: where the work grows with the square of the text once more, these do not end.
"""

import pytest

from service.disputes.sentences import sentences
from service.extraction.names.cores import glued_at
from service.folding import searchable

LONG = 1_000_000
GLUED = "Boateng" * 40_000


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("a" * LONG, "a" * LONG, id="one word"),
        pytest.param("a-" * LONG, "a " * (LONG - 1) + "a-", id="one hyphened word"),
        pytest.param("_" * LONG, "_" * LONG, id="one line to write on"),
        pytest.param("co-op, x-y-z, -a-", "co op, x y z, -a-", id="hyphens come apart as ever"),
    ],
)
def test_a_word_without_end_is_made_searchable(text, found):
    assert searchable(text) == found


@pytest.mark.parametrize(
    ("text", "at"),
    [
        pytest.param(GLUED, len(GLUED), id="no first name in it"),
        pytest.param(GLUED + "Jane", len(GLUED), id="one at its end"),
        pytest.param("BoatengJane Mary", 7, id="one behind a name"),
    ],
)
def test_names_run_together_without_end_are_taken_apart(text, at):
    assert glued_at(text, 0, len(text)) == at


@pytest.mark.parametrize(
    "text", [pytest.param("Boateng said no and " * 5_000, id="of words"), pytest.param("x" * 100_000, id="of one word")]
)
def test_a_sentence_without_end_is_cut_and_loses_nothing(text):
    spans = sentences(text)
    assert max(end - start for start, end in spans) <= 2_000
    assert "".join(text[slice(*span)] for span in spans) == text
    assert all(text[end - 1] == " " for _, end in spans[:-1]) == (" " in text)
