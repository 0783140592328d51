"""Quotations inside longer ones are of those who are described right before them."""

import pytest

from service.extraction.marks import quotations
from service.extraction.nested import nested


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“My uncle used to say, ‘Never lend a boat,’ and he drowned,” said Lind.",
                     [("My uncle", "used to say", "Never lend a boat,")], id="kin"),
        pytest.param("“The doctor looked at me and asked, ‘Will you walk again?’ and I laughed,” said Lind.",
                     [("The doctor", "asked", "Will you walk again?")], id="a-verb-between"),
        pytest.param("“The bank’s man told me, ‘Sign here, mama dear,’ so I did,” said Lind.",
                     [("The bank’s man", "told", "Sign here, mama dear,")], id="an-owned-man"),
        pytest.param("“I came, and my old teacher said: ‘Sit down, child.’ So I sat,” said Lind.",
                     [("my old teacher", "said", "Sit down, child.")], id="behind-and"),
        pytest.param("“I wanted an aria called ‘Brine of the North’ and got none,” said Lind.", [], id="a-title"),
        pytest.param("“She said, ‘Who will marry you?’ and laughed,” said Lind.", [], id="she-is-not-told-here"),
        pytest.param("“The door said, ‘Keep out of here,’ so I did,” said Lind.", [], id="no-person"),
        pytest.param("“The man said ‘no’ again,” said Lind.", [], id="a-word"),
    ],
)  # fmt: skip
def test_nested(text, expected):
    found = nested(text, quotations(text))
    assert [tuple(text[start:end] for start, end in turn) for turn in found] == expected
