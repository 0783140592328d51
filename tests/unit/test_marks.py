"""Quotation marks: what stands inside them, in every style that news is printed in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.extraction.marks import paragraphs, quotations


def inside(text):
    return [text[q.start : q.end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“No,” said Ama. “Never.”", ["No,", "Never."], id="curly"),
        pytest.param('"No," said Ama. "Never."', ["No,", "Never."], id="straight"),
        pytest.param("``No,'' said Ama. ''Never.''", ["No,", "Never."], id="pairs of old wire copy"),
        pytest.param("„Nein“, sagte sie.", ["Nein"], id="low opener"),
        pytest.param("«Non», dit-elle. »Doch«, rief sie.", ["Non", "Doch"], id="angles, both ways round"),
        pytest.param('“no way," the board said.', ["no way,"], id="curly opener, straight closer"),
        pytest.param('"no way,” the board said.', ["no way,"], id="straight opener, curly closer"),
        pytest.param("‘It wasn’t me,’ she said.", ["It wasn’t me,"], id="single with an apostrophe inside"),
        pytest.param("'The workers' rights matter,' he said.", ["The workers' rights matter,"], id="possessive plural"),
        pytest.param("“He said ‘no’ twice.”", ["He said ‘no’ twice.", "no"], id="nested"),
        pytest.param('A 12" pipe and a 6\'2" man, "he said".', ["he said"], id="inches"),
        pytest.param("Rock ’n’ roll in the ’90s, and 'em all.", [], id="elisions open nothing"),
        pytest.param("Don't; the dogs' bowls.", [], id="apostrophes are no marks"),
        pytest.param('It won\'t," he said. "Fine."', ["Fine."], id="a stray closer closes nothing"),
        pytest.param('"" and “ ” are empty.', [], id="nothing inside"),
        pytest.param('In "1999" it rained.', ["1999"], id="a year in marks is no measure"),
    ],
)
def test_words_inside_marks(text, expected):
    assert inside(text) == expected


def test_unclosed_quotation_ends_with_its_paragraph():
    text = "“We won, she said.\nNobody cheered."
    assert inside(text) == ["We won, she said."]
    assert not quotations(text)[0].closed


def test_quotation_over_paragraphs_is_told_by_the_next_opening_mark():
    first, second = quotations("“One.\n\n“Two,” he said.")
    assert first.continues
    assert not first.closed
    assert second.closed


@pytest.mark.parametrize(
    ("text", "runs_on"),
    [
        pytest.param('"The show began late.\n\n"It ended early."', True, id="straight marks both"),
        pytest.param(
            '"The show began late.\n\n“Sit down,” she said.', False, id="another style: somebody else's words"
        ),
        pytest.param("''The show began late.\n\n''It ended early.''", True, id="two apostrophes both"),
        pytest.param("“The show began late.\n\n‘Sit down,’ she said.", False, id="single marks below double ones"),
    ],
)
def test_a_quotation_runs_on_only_in_marks_of_its_own_style(text, runs_on):
    assert quotations(text)[0].continues is runs_on


def test_a_long_line_of_white_space_is_no_paragraph():
    # As long as a text may be: what tries each place of it again does not end.
    assert paragraphs("a\n" + " \u00a0\t" * 100_000) == [(0, 1)]


def test_paragraphs_are_lines_with_something_in_them():
    text = "One.\r\n\r\n  \nTwo.\u2028Three."
    assert [text[s:e] for s, e in paragraphs(text)] == ["One.", "Two.", "Three."]


@given(st.text(alphabet=" ab.,\n“”\"'‘’„«»`1s", max_size=60))
def test_quotations_are_ordered_and_inside_their_paragraph(text):
    found = quotations(text)
    lines = paragraphs(text)
    assert [q.start for q in found] == sorted(q.start for q in found)
    for q in found:
        assert 0 <= q.opened_at < q.start < q.end <= q.closed_at <= len(text)
        assert any(s <= q.opened_at and q.closed_at <= e for s, e in lines)
