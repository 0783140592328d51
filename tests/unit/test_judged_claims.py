"""What others claim beside the words that judge it: whose words they are; all parties invented."""

import pytest

from service.extraction.judged_claims import (
    before_judgement,
    is_of_judge,
    join_judged,
    keep_authors,
    without_apposition,
)
from service.extraction.sharing import Attribution


def at(text: str, words: str) -> tuple[int, int]:
    start = text.rindex(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param('Lind called UN claims that he stole it "a lie".', 1, id="a noun: what is called a lie"),
        pytest.param('Lind called UN staff and claims that he stole it "a lie".', 2, id="a verb of its own"),
    ],
)
def test_a_noun_for_what_others_claim_belongs_to_the_verb_that_judges_it(text, left):
    groups = {
        1: Attribution([at(text, "UN")], at(text, "called"), [at(text, "Lind")]),
        2: Attribution([at(text, 'that he stole it "a lie"')], at(text, "claims")),
    }
    join_judged(text, groups)
    assert len(groups) == left


def test_who_made_a_claim_stays_within_the_words_that_reject_it():
    text = "Lind left, rejecting a charge by the army that she shot first."
    group = Attribution(
        [at(text, "a charge by"), at(text, "that she shot first")], at(text, "rejecting"), [at(text, "the army")]
    )
    keep_authors(text, {1: group})
    assert (group.sources, text[slice(*group.content[0])]) == ([], "a charge by the army")


@pytest.mark.parametrize(
    ("text", "cue", "said"),
    [
        pytest.param('Lind\'s claims that it is safe were called "a joke" by Roe.', "claims", "it is safe",
                     id="what others call it"),
        pytest.param("Lind's claims that he was called a thief", "claims", "he was called a thief",
                     id="called so within the claim"),
        pytest.param('Lind said that it is safe and was called "a joke".', "said",
                     'it is safe and was called "a joke".', id="no noun"),
    ],
)  # fmt: skip
def test_a_claim_ends_where_others_judge_it(text, cue, said):
    start = text.index("that ") + 5
    one = Attribution([(start, len(text))], at(text, cue), [at(text, "Lind")])
    [span] = before_judgement(text, one)
    assert text[slice(*span)] == said


@pytest.mark.parametrize(
    ("text", "cue", "said", "dropped"),
    [
        pytest.param("Lind said it leaks, claims the board denies.", "claims", "the board denies.", True,
                     id="who denies it"),
        pytest.param("Lind said it leaks, claims that the board has dismissed as absurd.", "claims",
                     "the board has dismissed as absurd", True, id="what they call it"),
        pytest.param("Lind repeated claims the board denied visas to monks.", "claims",
                     "the board denied visas to monks", False, id="another thing denied"),
        pytest.param("Lind claims the board denies.", "claims", "the board denies.", False, id="a verb"),
        pytest.param("Lind said the board denies.", "said", "the board denies.", False, id="no noun"),
    ],
)  # fmt: skip
def test_who_denies_a_claim_behind_the_noun_for_it_is_no_claim(text, cue, said, dropped):
    one = Attribution([at(text, said)], at(text, cue), [at(text, "Lind")])
    assert is_of_judge(text, one) == dropped


@pytest.mark.parametrize(
    ("text", "behind", "left"),
    [
        pytest.param("It leaks, Lind said, a claim the board denies.", "a claim the board denies", 1, id="what it is"),
        pytest.param("It leaks, Lind said, a pipe having burst.", "a pipe having burst", 2, id="said as well"),
        pytest.param(
            "It leaks, Lind said on Monday, contradicting Roe.", "contradicting Roe", 1, id="whom it contradicts"
        ),
        pytest.param("It leaks, Lind said. It was, Roe told us, a claim.", "a claim", 2, id="not right behind"),
    ],
)
def test_what_the_reporter_calls_a_statement_was_not_said(text, behind, left):
    one = Attribution([at(text, "It leaks"), at(text, behind)], at(text, "said"), [at(text, "Lind")])
    assert len(without_apposition(text, one)) == left


def test_what_stands_behind_a_speaker_who_said_nothing_before_stays():
    text = "Lind said, a claim the board denies."
    one = Attribution([at(text, "a claim the board denies")], at(text, "said"), [at(text, "Lind")])
    assert without_apposition(text, one) == one.content
