"""A denial that a whole article tells, with what those who deny say right behind; all parties invented."""

import pytest
from test_disputes_whole import CHARGE, ROADS, TOWN, quoted

from service.disputes.article import paired


@pytest.mark.parametrize(
    ("behind", "words"),
    [
        pytest.param(" No waste of any kind was dumped, Corvane said.", "No waste of any kind was dumped", id="next"),
        pytest.param("\n\nNo waste of any kind was dumped, Corvane said.", "", id="another paragraph"),
        pytest.param(" No waste of any kind was dumped, Eva Voss said.", "", id="another speaker"),
        pytest.param(" It rained. No waste of any kind was dumped, Corvane said.", "", id="two sentences behind"),
    ],
)
def test_what_goes_on_from_a_denial(behind, words):
    text = TOWN + CHARGE + ROADS + "Corvane denied it." + behind
    lund = quoted(text, "Lund", "said", "the roads were empty on Sunday", "person")
    speaker = "Eva Voss" if "Eva" in behind else "Corvane"
    answer = quoted(text, speaker, "said", "No waste of any kind was dumped")
    denials = {
        pair.given.answer.spans: pair.given.said
        for pair in paired(text, [lund, answer])
        if not pair.given.answer.oblique
    }
    assert list(denials.values()) == [f"denied it {words}".strip()]


def test_what_denies_another_thing_plainly_is_no_answer_besides():
    text = TOWN + CHARGE + ROADS + "Corvane denied it. “That is nonsense,” Corvane said."
    said = quoted(text, "Corvane", "said", "That is nonsense")
    assert len({pair.given.start for pair in paired(text, [said])}) == 1
