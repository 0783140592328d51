"""What answers no claim although it looks so, and which words of a denial answer; all parties invented."""

from dataclasses import replace

import pytest

from service.disputes.article import disputed, paired
from service.records import Mention, Quote

CHARGE = "Velmark accused Corvane of dumping waste in the Ister. "
AUDIT = "Velmark claimed that Corvane paid for 50 lorries twice. "


def told(text: str) -> list[list[str]]:
    """The words of each answer that disputes a claim of a text."""
    return [[text[slice(*span)] for span in one.answer.spans] for one in disputed(text, ()).disputes]


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        pytest.param(CHARGE + "Corvane denied the accusation.", [["denied the accusation"]], id="takes it up"),
        pytest.param(
            "Corvane rejected Velmark's claim that it dumped waste in the Ister.", [["rejected"]], id="tells the claim"
        ),
        pytest.param(AUDIT + "Corvane denied that it was about to be sold.", [], id="past against what is to come"),
        pytest.param(AUDIT + "Corvane denied that it means to sell a depot.", [], id="past against what is meant"),
        pytest.param(AUDIT + "Corvane denied that it was building houses.", [], id="past against what goes on"),
        pytest.param(
            AUDIT + "Ana Lind, its head at the time, denied it.", [["denied it"]], id="what somebody was long ago"
        ),
        pytest.param(AUDIT + "At the time Corvane denied it.", [], id="denied long ago"),
        pytest.param(
            AUDIT + "Corvane denied saying any such thing.", [["denied saying any such thing"]], id="such thing"
        ),
        pytest.param(AUDIT + "Corvane denied rumours that its founder resigned.", [], id="rumours of another thing"),
        pytest.param(AUDIT + "Nobody at Corvane disputed the claim.", [], id="nobody denied"),
        pytest.param(
            "Corvane dismissed Police Chief Ana Lind on Monday over claims by Velmark that she stole lorries.",
            [],
            id="sacked by name",
        ),
    ],
)
def test_the_words_that_answer(text, answers):
    assert told(text) == answers


@pytest.mark.parametrize(
    ("sentence", "claimant"),
    [
        pytest.param(
            "Corvane denied that waste leaked into the Ister, as a watchdog group has charged.", "watchdog", id="as"
        ),
        pytest.param("Corvane denied a charge brought by Velmark that waste leaked.", "velmark", id="brought by"),
    ],
)
def test_whose_claim_a_denial_tells(sentence, claimant):
    (claim,) = disputed(sentence, ()).claims
    assert claimant in claim.parties


def said(text: str, words: str, speaker: str) -> Quote:
    """A statement in marks of a person."""
    at, by = text.index(words), text.index(speaker)
    mention = Mention(speaker, (by, by + len(speaker)), "person")
    cue = (text.index("said", at), text.index("said", at) + 4)
    return Quote(((at, at + len(words)),), (), cue, (mention,), None, "direct", "assert", True, "named", "", (), 0.99)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("If that is true, Corvane dumped its good name in the Ister", id="supposed"),
        pytest.param("The company takes every report of dumped waste seriously", id="taken seriously"),
        pytest.param("The company is looking into the waste in the Ister", id="looked into"),
        pytest.param("The company has opened an inquiry into the waste", id="an inquiry opened"),
        pytest.param("I wish Corvane had dumped no waste", id="wished"),
        pytest.param("Corvane had worked on the river since 1987", id="who they are"),
    ],
)
def test_what_is_only_supposed_answers_nothing(words):
    text = f"{CHARGE}“{words},” Mara Lind said."
    quotes = [said(text, words, "Mara Lind")]
    assert [pair for pair in paired(text, quotes) if pair.given.said == words] == []


@pytest.mark.parametrize(
    ("words", "met"),
    [
        pytest.param("Velmark owed its own staff 8 million", 0, id="another thing, no better"),
        pytest.param("Velmark had poured the waste into the Ister", 1, id="the same thing, by the claimant"),
        pytest.param("Velmark had dumped its waste there first", 0, id="the same, but first"),
        pytest.param("Velmark had mistaken rinsed pipes for a leak", 1, id="how the claimant came to say it"),
    ],
)
def test_who_only_accuses_in_turn_answers_nothing(words, met):
    text = f"{CHARGE}“{words},” Mara Lind of Corvane said."
    assert len([pair for pair in paired(text, [said(text, words, "Mara Lind")]) if pair.given.said == words]) == met


def test_who_praises_another_thing_answers_nothing():
    text = "Velmark said the pier was in a dangerous state. “The new harbour was the safest of all,” Mara Lind said."
    words = "The new harbour was the safest of all"
    claim = replace(said(text, "the pier was in a dangerous state", "Velmark"), kind="indirect")
    assert [pair for pair in paired(text, [claim, said(text, words, "Mara Lind")]) if pair.given.said == words] == []


@pytest.mark.parametrize(("stance", "met"), [("assert", 1), ("demand", 0)])
def test_what_somebody_only_asks_for_is_no_claim(stance, met):
    text = "“Corvane has to clean the river,” Velmark said. Corvane denied it."
    claim = replace(said(text, "Corvane has to clean the river", "Velmark"), stance=stance)
    assert len(list(paired(text, [claim]))) == met


def test_a_director_who_says_why_answers_with_the_firm():
    text = f"{CHARGE}Corvane denied the accusation. “No waste left the yard,” said its director, Mara Lind."
    (one,) = disputed(text, [said(text, "No waste left the yard", "Mara Lind")]).disputes
    assert "Mara Lind" in {mention.name for mention in one.answer.disputers}
    assert any(mention.name.startswith("Corvane") for mention in one.answer.disputers)
