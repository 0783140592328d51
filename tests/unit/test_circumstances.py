"""What stands before who speaks and tells when or where."""

import pytest

from service.extraction.circumstances import behind_circumstance


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        pytest.param(
            "Speaking from Lima, Ann Roe said it.", "Speaking from Lima, Ann Roe", "Ann Roe", id="speaking-from"
        ),
        pytest.param("In Lima, its head, Bo, said it.", "In Lima, its head, Bo", "its head, Bo", id="in-a-place"),
        pytest.param("In Lima the board said it.", "Lima the board", "the board", id="a-place"),
        pytest.param("In a note to papers the board said it.", "papers the board", "the board", id="whom-it-went-to"),
        pytest.param("Shortly after four the man said it.", "four the man", "the man", id="an-hour"),
        pytest.param(
            "It came after delegates inside the hall booed.",
            "delegates inside the hall",
            "delegates inside the hall",
            id="where-those-are-who-speak",
        ),
        pytest.param("Harald the Old said it.", "Harald the Old", "Harald the Old", id="no-preposition-before"),
        pytest.param(
            "In Lima the board said it.", "the board", "the board", id="nothing-before-it"
        ),
    ],
)  # fmt: skip
def test_a_source_begins_behind_its_circumstances(text, source, expected):
    start = text.index(source)
    assert text[behind_circumstance(text, start, start + len(source)) : start + len(source)] == expected
