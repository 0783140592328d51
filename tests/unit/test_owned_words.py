"""Words in marks between their owner and a noun for what was said are the owner's."""

import pytest

from service.extraction.marks import paragraphs, quotations
from service.extraction.owned_words import owned_words
from service.extraction.sharing import Page


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('Okoro defended Ana Lind\'s "lazy harbour" remark.', [("Ana Lind", "remark", "lazy harbour")],
                     id="another defends it"),
        pytest.param("They laughed at Duarte’s famous “We dig on!” line.", [("Duarte", "line", "We dig on!")],
                     id="curly marks, an adjective"),
        pytest.param('It mocked James Voss\' "no taxes" early pledge.', [("James Voss", "pledge", "no taxes")],
                     id="a name in s"),
        pytest.param('Lind\'s "Night Boats" exhibition opens.', [], id="a title"),
        pytest.param('He defended his "lazy harbour" remark.', [], id="who he is is not known here"),
        pytest.param('Lind\'s friend made the "lazy harbour" remark.', [], id="not hers"),
    ],
)  # fmt: skip
def test_owned_words(text, expected):
    found = owned_words(text, Page(paragraphs(text), quotations(text)))
    assert [tuple(text[start:end] for start, end in turn) for turn in found] == expected
