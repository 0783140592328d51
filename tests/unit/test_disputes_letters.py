"""Which bodies an article calls by letters as well; all invented."""

import pytest

from service.disputes.letters import by_letters


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "The Rapid Defence Units left. The RDU denied it.", {"RDU": "Rapid Defence Units"}, id="told later"
        ),
        pytest.param(
            "The RDU denied it. The Rapid Defence Units left.", {"RDU": "Rapid Defence Units"}, id="told first"
        ),
        pytest.param("The Union of Brask Drivers (UBD) sued.", {"UBD": "Union of Brask Drivers"}, id="a small word"),
        pytest.param(
            "On Monday Rapid Defence Units fled; RDU.", {"RDU": "Rapid Defence Units"}, id="behind other capitals"
        ),
        pytest.param("The Rapid Defence Units left.", {}, id="no letters"),
        pytest.param(
            "The RDU met the Rapid Defence Units and the Red Drivers Union.", {}, id="two of the same letters"
        ),
        pytest.param("Ana Lind met the AL.", {}, id="two letters may be anybody's"),
    ],
)
def test_the_whole_name_of_letters(text, found):
    assert by_letters(text) == found
