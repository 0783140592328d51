"""Claims that are taken back, conceded or agreed with in their article: texts, and the quotes a reader finds there."""

import pytest

from service.disputes import conceding, disputed, retracting
from service.disputes.status import SHOWN
from service.records import Mention, Quote

SAID = "Kestel said that the pump had been switched off."
ACCUSED = "Kestel accused Dromore of switching off the pump."


def quoted(text, speaker, cue, words, kind="direct", stance="assert"):
    """The quote of a speaker, each part at its last place in the text."""
    spans = [(at := text.rindex(part), at + len(part)) for part in (speaker, cue, words)]
    inside = (spans[2],) if kind == "direct" else ()
    mention = Mention(speaker, spans[0], "organisation")
    return Quote((spans[2],), inside, spans[1], (mention,), None, kind, stance, True, "attributed", "", (), 0.95)


def first(text, speaker="Kestel", words="the pump had been switched off"):
    """The quote with which a text begins."""
    return quoted(text[: text.index(words) + len(words)], speaker, "said", words, "indirect")


def replies(text, *quotes):
    """What is said to each claim that anything is said to."""
    found = disputed(text, quotes).claims
    return [(text[slice(*claim.spans[0])], one.kind) for claim in found for one in claim.replies]


TAKEN_BACK = [("the pump had been switched off", "retracts")] if SHOWN["retracted"] else []


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("I withdraw what I said", id="what was said"),
        pytest.param("We retract the allegation", id="the allegation"),
        pytest.param("I hereby take back every word", id="every word"),
        pytest.param("I take my statement back", id="the noun between"),
        pytest.param("What I said about the pump was not true", id="called untrue"),
        pytest.param("I lied when I told you so", id="a lie"),
    ],
)
def test_who_takes_his_words_back_in_the_first_person_retracts_his_claim(words):
    text = f"{SAID} “{words},” Kestel told reporters."
    assert replies(text, first(text), quoted(text, "Kestel", "told", words)) == TAKEN_BACK


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("I withdraw my motion", id="a motion"),
        pytest.param("I withdraw my complaint", id="a complaint may still be true"),
        pytest.param("I take it back", id="perhaps a thing"),
        pytest.param("I will retract the allegation", id="yet to come"),
        pytest.param("I do not withdraw what I said", id="negated"),
        pytest.param("Show me proof and I withdraw what I said if it holds", id="on a condition"),
        pytest.param("They want me to say that I withdraw what I said", id="wanted by others"),
        pytest.param("In 2009 I took back a statement", id="long ago"),
        pytest.param("I never said so", id="denies having said it"),
        pytest.param("I am sorry for my tone", id="the tone"),
    ],
)
def test_what_only_looks_like_a_retraction_is_none(words):
    text = f"{SAID} “{words},” Kestel told reporters."
    assert replies(text, first(text), quoted(text, "Kestel", "told", words)) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("On Friday it withdrew the accusation.", TAKEN_BACK, id="told, of the only speaker"),
        pytest.param("It has now retracted its statement.", TAKEN_BACK, id="since then"),
        pytest.param("Asked to withdraw the accusation, it refused.", [], id="refused"),
        pytest.param("Its lawyers withdrew the accusation.", [], id="others withdrew it"),
        pytest.param("It withdrew the troops.", [], id="troops"),
        pytest.param("It withdrew the charge.", [], id="a charge is dropped for many reasons"),
        pytest.param("In 2004 it withdrew a statement on frogs.", [], id="years ago"),
    ],
)
def test_a_retraction_told(sentence, found):
    text = f"{SAID} {sentence}"
    assert replies(text, first(text)) == found


def test_the_very_words_that_somebody_withdrew_are_taken_back():
    text = "Kestel has retracted its claim that the pump had been switched off."
    words = "the pump had been switched off"
    quote = quoted(text, "Kestel", "has retracted its claim that", words, "indirect", "retract")
    assert replies(text, quote) == TAKEN_BACK


def test_of_two_claims_the_one_of_the_same_words_is_taken_back_and_else_none():
    taken = "“I withdraw what I said about the rotten bridge,” Kestel added."
    text = f"{SAID} Kestel said that the bridge was rotten. {taken}"
    second = quoted(text[: text.index("rotten.") + 7], "Kestel", "said", "the bridge was rotten", "indirect")
    third = quoted(text, "Kestel", "added", "I withdraw what I said about the rotten bridge")
    assert replies(text, first(text), second, third) == [("the bridge was rotten", "retracts")] * SHOWN["retracted"]
    text = text.replace(" about the rotten bridge", "")
    third = quoted(text, "Kestel", "added", "I withdraw what I said")
    assert replies(text, first(text), second, third) == []


def test_what_another_takes_back_is_not_the_claim():
    text = f"{SAID} “I withdraw what I said,” Dromore told reporters."
    assert replies(text, first(text), quoted(text, "Dromore", "told", "I withdraw what I said")) == []


@pytest.mark.parametrize(
    ("speaker", "cue", "words", "found"),
    [
        pytest.param("Dromore", "admitted", "it had switched off the pump", ["concedes"], id="the accused admits"),
        pytest.param("Dromore", "said", "That is true", ["concedes"], id="the accused says that it is so"),
        pytest.param("The council", "said", "They are not wrong", ["agrees"], id="a third party agrees"),
        pytest.param("The council", "confirmed", "the pump had been switched off", ["agrees"], id="a third confirms"),
        pytest.param("Dromore", "admitted", "the bridge was rotten", [], id="another thing is admitted"),
        pytest.param("Dromore", "admitted", "it had a pump", [], id="a part of it only"),
        pytest.param("Dromore", "refused to admit", "it had switched off the pump", [], id="refused"),
        pytest.param("Dromore", "said", "That is true, but the pump was dry", [], id="and yet"),
        pytest.param("Dromore", "admitted", "it had not switched off the pump", [], id="the opposite"),
        pytest.param("Dromore", "said", "Sales of pumps had doubled", [], id="another matter"),
        pytest.param("The council", "said", "the line was correct", [], id="something else is correct"),
        pytest.param("Kestel", "said", "That is true", [], id="the claimant's own"),
    ],
)
def test_a_claim_is_conceded_or_agreed_with(speaker, cue, words, found):
    text = f"{ACCUSED} {speaker} {cue}: {words}."
    assert [kind for _, kind in replies(text, quoted(text, speaker, cue, words, "indirect"))] == found


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param("“I withdraw what I said,” Kestel said. ", id="taken back again and again"),
        pytest.param("“That is true,” Dromore said. ", id="granted again and again"),
    ],
)
def test_replies_meet_few_of_many_claims(answer, monkeypatch):
    """Work is counted: twice the statements are at most twice the looks at claims."""
    seen = []
    for module, name in ((conceding, "_is_told_before"), (retracting, "_is_before")):
        monkeypatch.setattr(module, name, counted(getattr(module, name), seen))
    assert looks(200, answer, seen) <= 2 * looks(100, answer, seen) + 100


def counted(function, seen):
    def called(*values):
        seen.append(values)
        return function(*values)

    return called


def looks(number, answer, seen):
    """How many looks so many claims and so many answers take."""
    seen.clear()
    text = (SAID + " ") * number + answer * number
    quotes = []
    for sentence, times, speaker, kind in ((SAID + " ", 0, "Kestel", "indirect"), (answer, number, None, "direct")):
        words = "the pump had been switched off" if speaker else sentence[1 : sentence.index(",")]
        for at in range(number):
            end = times * (len(SAID) + 1) + (at + 1) * len(sentence)
            quotes.append(quoted(text[:end], speaker or sentence.split("” ")[1].split()[0], "said", words, kind))
    disputed(text, quotes)
    return len(seen)
