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
        pytest.param("South of Lima, a nurse wept.", "South of Lima, a nurse", "a nurse", id="south-of-a-place"),
        pytest.param(
            "West of Lima Mills, a firm, wept.", "West of Lima Mills, a firm", "West of Lima Mills, a firm", id="a-firm"
        ),
        pytest.param("Ten miles from Lima, a nurse wept.", "Ten miles from Lima, a nurse", "a nurse", id="a-distance"),
        pytest.param("Opposite the mill, a nurse wept.", "Opposite the mill, a nurse", "a nurse", id="opposite"),
        pytest.param("Visiting Lima, its head spoke.", "Visiting Lima, its head", "its head", id="visiting"),
        pytest.param(
            "Sterling Roe, the head, wept.", "Sterling Roe, the head", "Sterling Roe, the head", id="a-name"
        ),
        pytest.param(
            "In the cold department of Xaver, a nurse, Bo, said it.",
            "the cold department of Xaver, a nurse, Bo",
            "a nurse, Bo",
            id="a-part-of-a-country",
        ),
        pytest.param(
            "By the mayor of the town of Xaver, Bo, it was said.",
            "the mayor of the town of Xaver, Bo",
            "the mayor of the town of Xaver, Bo",
            id="the-office-of-a-town",
        ),
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
