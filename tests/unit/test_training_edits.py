"""Changing an annotated text must not move a word out of its annotation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.training.edits import Edit, edited


def article(text: str, *contents: tuple[int, int]) -> dict:
    none = {"source": [], "cue": []}
    return {"text": text, "attributions": [none | {"content": [list(span)]} for span in contents]}


def words(changed: dict) -> list[str]:
    return [changed["text"][slice(*one["content"][0])] for one in changed["attributions"]]


CASES = [
    pytest.param("Ann said no", (9, 11), [Edit(0, 3, "Ousmane")], "Ousmane said no", "no", id="before the span"),
    pytest.param("Ann said no", (0, 3), [Edit(9, 11, "yes")], "Ann said yes", "Ann", id="behind the span"),
    pytest.param("Ann said no", (0, 8), [Edit(0, 3, "Jo")], "Jo said no", "Jo said", id="at its beginning"),
    pytest.param("Ann said no", (4, 11), [Edit(9, 11, "never")], "Ann said never", "said never", id="at its end"),
    pytest.param("Ann said no", (1, 11), [Edit(0, 3, "Jo")], "Jo said no", "Jo said no", id="begins inside an edit"),
    pytest.param("Ann said no", (4, 10), [Edit(9, 11, "never")], "Ann said never", "said never", id="ends inside one"),
    pytest.param('"no" she said', (1, 3), [Edit(3, 4, "")], '"no she said', "no", id="the closing mark is lost"),
    pytest.param(
        "no\nshe", (0, 2), [Edit(2, 2, "\nRead more")], "no\nRead more\nshe", "no", id="put in behind the span"
    ),
    pytest.param("no she", (3, 6), [Edit(3, 3, "x")], "no xshe", "she", id="put in before the span"),
    pytest.param("a b c", (2, 3), [Edit(0, 3, "x"), Edit(2, 5, "y")], "x c", "x", id="of two that overlap the first"),
]


@pytest.mark.parametrize(("text", "span", "edits", "expected", "held"), CASES)
def test_spans_move_with_their_words(
    text: str, span: tuple[int, int], edits: list[Edit], expected: str, held: str
) -> None:
    changed = edited(article(text, span), edits)
    assert (changed["text"], words(changed)) == (expected, [held])


def test_the_article_itself_stays_as_it_was() -> None:
    before = article("Ann said no", (9, 11))
    edited(before, [Edit(0, 3, "Jo")])
    assert before == article("Ann said no", (9, 11))


@given(st.lists(st.text("ab", min_size=1, max_size=4), min_size=1, max_size=8), st.data())
def test_words_that_no_edit_touches_are_found_again(parts: list[str], data: st.DataObject) -> None:
    text = " ".join(parts)
    starts = [sum(len(part) + 1 for part in parts[:i]) for i in range(len(parts))]
    kept = data.draw(st.integers(0, len(parts) - 1))
    others = [i for i in range(len(parts)) if i != kept]
    edits = [
        Edit(starts[i], starts[i] + len(parts[i]), data.draw(st.text("xyz ", max_size=6)))
        for i in data.draw(st.lists(st.sampled_from(others), unique=True) if others else st.just([]))
    ]
    changed = edited(article(text, (starts[kept], starts[kept] + len(parts[kept]))), edits)
    assert words(changed) == [parts[kept]]
