"""For whom somebody answers who is called so by a pronoun; all parties invented."""

import pytest

from service.disputes.finding import Quotes
from service.disputes.owners import Owners
from service.disputes.sentences import sentences
from service.disputes.sides import Sides
from service.records import Mention, Quote

SAID = "The sensors work, she said."


def quoted(text: str, name: str, words: str) -> Quote:
    """The last words of a text as said by somebody who is named before."""
    at, said = text.index(name), text.rindex(words)
    mention = Mention(name, (at, at + len(name)), "person" if " " in name else "organisation")
    return Quote(
        ((said, said + len(words)),), (), None, (mention,), None, "indirect", "assert", True, "attributed", "", (), 0.9
    )


@pytest.mark.parametrize(
    ("text", "name", "owner"),
    [
        pytest.param(
            f"Norwind Energy runs the plant. Its managing director, Ana Lind, came on Monday. {SAID}",
            "Ana Lind",
            "Norwind Energy",
            id="told of before the sentence that tells what she is",
        ),
        pytest.param(
            f"The drug is made by Norwind Energy, a company. Its director, Ana Lind, spoke on Monday. {SAID}",
            "Ana Lind",
            "Norwind Energy",
            id="where the sentence before ends",
        ),
        pytest.param(
            f"Eva Voss saw it. The road agency has no money, its director, Ana Lind, complained. {SAID}",
            "Ana Lind",
            "road agency",
            id="in the same sentence",
        ),
        pytest.param(f"Eva Voss sued. Its director, Ana Lind, spoke on Monday. {SAID}", "Ana Lind", "", id="no person"),
        pytest.param(f"Norwind Energy sued.\n\nIts director, Ana Lind, spoke. {SAID}", "Ana Lind", "", id="paragraph"),
        pytest.param(f"Norwind Energy sued. A director, Ana Lind, spoke. {SAID}", "Ana Lind", "", id="nobody's"),
    ],
)
def test_for_whom_somebody_answers(text, name, owner):
    quotes = [quoted(text, name, "The sensors work")]
    found = Owners(text, sentences(text), Quotes(quotes), Sides(text, quotes)).by_speaker()
    assert (owner in found[name]) if owner else (name not in found)
