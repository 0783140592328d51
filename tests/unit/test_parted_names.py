"""Descriptions whose name the network took for something else."""

import pytest

from service.extraction.parted_names import take_name, with_name
from service.extraction.sharing import Attribution


def _at(text, words):
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize(
    ("text", "source", "other", "expected"),
    [
        pytest.param(
            "It rained, said its representative, Dr Ann Roe.",
            "its representative,",
            "Dr Ann Roe.",
            "its representative, Dr Ann Roe.",
            id="between-commas",
        ),
        pytest.param(
            "A diplomat who took part, Ann Roe, said it rained.",
            "A diplomat",
            "Ann Roe,",
            "A diplomat who took part, Ann Roe,",
            id="behind-a-clause",
        ),
        pytest.param(
            "News site The Lima Post reported it.",
            "News site",
            "The Lima Post",
            "News site The Lima Post",
            id="right-behind",
        ),
        pytest.param(
            "The Front for Change, the main party, said it rained.",
            "The Front for Change,",
            "the main party,",
            "The Front for Change, the main party,",
            id="a-name-with-its-description",
        ),
        pytest.param(
            "Norvex, the operator, said it rained.",
            "Norvex",
            "the operator,",
            "Norvex, the operator,",
            id="the-comma-belongs-to-neither",
        ),
        pytest.param("Norvex laughed, the owner, said it.", "Norvex", "the owner,", None, id="a-verb-behind-the-name"),
        pytest.param("Norvex, the owner said it.", "Norvex,", "the owner", None, id="a-description-ends-at-a-comma"),
        pytest.param("Some of Ann Roe wept.", "Some of", "Ann Roe", None, id="a-small-word-between"),
        pytest.param("The mayor laughed and Ann Roe wept.", "The mayor", "Ann Roe", None, id="a-verb-between"),
        pytest.param("Bo Diaz, Ann Roe said.", "Bo Diaz,", "Ann Roe", None, id="a-name-is-no-description"),
        pytest.param("The mayor, a poet, said it.", "The mayor,", "a poet,", None, id="no-name"),
        pytest.param("Ann Roe, the mayor, said it.", "the mayor,", "Ann Roe,", None, id="the-name-stands-before"),
    ],
)
def test_a_description_goes_with_the_name_behind_it(text, source, other, expected):
    whole = with_name(text, _at(text, source), _at(text, other))
    assert (text[slice(*whole)] if whole else None) == expected


@pytest.mark.parametrize(
    ("text", "source", "content", "expected"),
    [
        pytest.param(
            "According to the agency's deputy head, Ann Roe, the dam broke.",
            "the agency's deputy head,",
            "Ann Roe, the dam broke",
            ("the agency's deputy head, Ann Roe", "the dam broke"),
            id="an-office",
        ),
        pytest.param(
            "According to the head of the board, Ann Roe, the dam broke.",
            "the head of the board",
            "Ann Roe, the dam broke",
            ("the head of the board, Ann Roe", "the dam broke"),
            id="of-something",
        ),
        pytest.param(
            "According to a summary of it, Ann Roe, an aide, wept.",
            "a summary of it",
            "Ann Roe, an aide, wept",
            ("a summary of it", "Ann Roe, an aide, wept"),
            id="a-summary-has-no-such-name",
        ),
        pytest.param(
            "According to the mayor, Ann Roe wept.",
            "the mayor",
            "Ann Roe wept",
            ("the mayor", "Ann Roe wept"),
            id="the-name-leads-what-is-told",
        ),
    ],
)
def test_a_name_behind_an_office_is_none_of_what_is_told(text, source, content, expected):
    found = Attribution([_at(text, content)], _at(text, "According to"), [_at(text, source)])
    take_name(text, found)
    assert (text[slice(*found.sources[0])], text[slice(*found.content[0])]) == expected


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        pytest.param("A rebel figure Ann Roe, in Lima, denied it.", "A rebel figure", "A rebel figure Ann Roe",
                     id="right behind its office"),
        pytest.param("The harbour Ann Roe, in Lima, denied it.", "The harbour", "The harbour", id="no office"),
    ],
)  # fmt: skip
def test_a_name_before_the_cue_is_none_of_what_is_denied(text, source, expected):
    found = Attribution([_at(text, "Ann Roe"), _at(text, "it")], _at(text, "denied"), [_at(text, source)])
    take_name(text, found)
    assert text[slice(*found.sources[0])] == expected
