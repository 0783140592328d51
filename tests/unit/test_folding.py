import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.folding import fold, searchable, words_of


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("J. K. Rowling", ("jk", "rowling")),
        ("J.K. Rowling", ("jk", "rowling")),
        ("JK Rowling", ("jk", "rowling")),
        ("Harry S. Truman", ("harry", "s", "truman")),
        ("U.S. State Department", ("us", "state", "department")),
        ("O’Brien’s", ("obrien",)),
        ("Jean-Claude Juncker", ("jean", "claude", "juncker")),
        ("Jonas Gahr Støre", ("jonas", "gahr", "store")),
        ("Łukasz Żak", ("lukasz", "zak")),
        ("Recep Tayyip Erdoğan", ("recep", "tayyip", "erdogan")),
        ("İSTANBUL", ("istanbul",)),
        ("§ ... —", ()),
        ("", ()),
    ],
)
def test_words_of_names(name, words):
    assert words_of(name) == words


def test_what_is_searched_in_is_put_like_the_question():
    assert searchable("A witch‑hunt, in the U.S.!") == "a witch hunt, in the us!"


@given(st.text())
def test_folding_is_done_after_one_time(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_nothing_unstorable_survives(text):
    fold(text).encode()
    assert "\0" not in fold(text)
