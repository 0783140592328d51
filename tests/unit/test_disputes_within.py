"""Denials that tell the claim they deny: what is left of them without it, and whose it is; all parties invented."""

import pytest

from service.disputes import disputed
from service.records import Mention, Quote


def told(text: str, *stretches: str) -> Quote:
    """What Corvane rejects, in one stretch or more."""
    content = tuple((at := text.index(words), at + len(words)) for words in stretches)
    cue, by = text.index("dismissed"), text.index("Corvane")
    mention = Mention("Corvane", (by, by + len("Corvane")), "organisation")
    span = (cue, cue + len("dismissed"))
    return Quote(content, (), span, (mention,), None, "indirect", "reject", True, "attributed", "", (), 0.95)


LEAKS = "the dam leaks"


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        pytest.param(
            "Corvane dismissed as a lie the charge by a former director, Ana Lind, that the dam leaks.",
            ["as a lie the charge by a former director, Ana Lind", LEAKS],
            id="in a second stretch",
        ),
        pytest.param(
            "Corvane dismissed as a lie the claim by Ana Lind that the dam leaks.",
            ["as a lie the claim by Ana Lind that the dam leaks"],
            id="in the only one",
        ),
    ],
)
def test_an_answer_holds_no_word_of_the_claim_nor_of_who_makes_it(text, stretches):
    (one,) = disputed(text, (told(text, *stretches),)).disputes
    assert [text[slice(*span)] for span in one.claim.spans] == [LEAKS]
    assert [text[slice(*span)] for span in one.answer.spans] == ["as a lie"]
    assert one.claim.claimants[0].name == "Ana Lind"


@pytest.mark.parametrize(
    ("behind", "claimant"),
    [
        pytest.param("as alleged by Velmark", "Velmark", id="alleged by"),
        pytest.param("as alleged by the head of the union, Ana Lind", "Ana Lind", id="whose name stands behind"),
        pytest.param("as Velmark asserts", "Velmark", id="as somebody asserts"),
    ],
)
def test_whose_claim_is_denied_may_stand_behind_it(behind, claimant):
    text = f"Corvane denied that {LEAKS}, {behind}."
    (one,) = disputed(text, ()).disputes
    assert one.claim.claimants[0].name == claimant
    assert [text[slice(*span)] for span in (*one.claim.spans, *one.answer.spans)] == [LEAKS, "denied"]


def test_what_somebody_says_in_a_report_is_theirs_whoever_published_it():
    text = "In a report that the dam leaks, Tom Borde said. Velmark published the report."
    cue, by, at = (text.index(words) for words in ("said", "Tom Borde", LEAKS))
    mention = Mention("Tom Borde", (by, by + len("Tom Borde")), "person")
    content, span = ((at, at + len(LEAKS)),), (cue, cue + len("said"))
    quote = Quote(content, (), span, (mention,), None, "indirect", "assert", True, "attributed", "", (), 0.95)
    assert [claim.claimants[0].name for claim in disputed(text, (quote,)).claims] == ["Tom Borde"]
