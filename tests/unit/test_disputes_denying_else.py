"""What denies another thing than the claim before it answers nothing; all parties invented."""

import pytest

from service.disputes.article import disputed, paired
from service.records import Mention, Quote

CHARGE = "Velmark accused Corvane of dumping waste in the Ister. "


def told(text: str, *quotes: Quote) -> int:
    """How many claims of a text are disputed in it."""
    return len(disputed(text, quotes).disputes)


def quoted(text: str, speaker: str, cue: str, words: str, **more: str) -> Quote:
    """The indirect statement of a firm, each part at its last place in the text."""
    spans = [(at := text.rindex(part), at + len(part)) for part in (speaker, cue, words)]
    mention = Mention(speaker, spans[0], more.get("of", "organisation"), more.get("role"))
    stance = more.get("stance", "assert")
    return Quote((spans[2],), (), spans[1], (mention,), None, "indirect", stance, True, "attributed", "", (), 0.95)


@pytest.mark.parametrize(
    "denial",
    [
        pytest.param("that it was for sale", id="a sale"),
        pytest.param("that its yard on the Ister was up for sale", id="a sale of what the claim names, too"),
        pytest.param("that it was in talks over a merger", id="a merger"),
        pytest.param("that it was looking for a buyer", id="a buyer"),
        pytest.param("that its founder was about to retire", id="a retirement"),
        pytest.param("that it would be its last year", id="the last of something"),
        pytest.param("that its chief would step down", id="stepping down"),
        pytest.param("that its founder's marriage was over", id="a marriage"),
        pytest.param("that it was bankrupt", id="bankruptcy"),
        pytest.param("that its founder was running for mayor", id="a candidacy"),
        pytest.param("that it planned redundancies", id="redundancies"),
        pytest.param("that it would relocate abroad", id="a move"),
        pytest.param("that its barges on the Ister would be renamed", id="what is yet to come of what the claim names"),
        pytest.param("rumours that its founder had died", id="rumours"),
    ],
)
def test_what_is_denied_beside_the_claim(denial):
    assert told(f"{CHARGE}Corvane denied {denial}.") == 0


@pytest.mark.parametrize(
    ("claim", "denial"),
    [
        pytest.param("dumping waste in the Ister", "that any waste had been dumped", id="the same deed"),
        pytest.param("dumping waste in the Ister", "having done so", id="done so"),
        pytest.param("ignoring calls from a boat", "having received any", id="one verb, whatever it is"),
        pytest.param("planning a merger in secret", "that a merger was planned", id="the affair is the claim"),
        pytest.param("selling a yard in secret", "that the yard was for sale", id="told by a word of the same affair"),
        pytest.param("planning to drain the Ister", "that it would drain it", id="both are yet to come"),
        pytest.param("beating pickets at its gate", "that force had been used", id="it was not used"),
        pytest.param("copying an essay", "any borrowing", id="a noun for the deed"),
        pytest.param("withholding overtime pay", "that any overtime was outstanding", id="nothing is going on there"),
        pytest.param("hiding files on a fire", "that any files on it were missing", id="missing is no deed either"),
    ],
)
def test_what_is_denied_of_the_claim(claim, denial):
    assert told(f"Velmark accused Corvane of {claim}. Corvane denied {denial}.") == 1


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Corvane denied such dumping throughout the 1960s.", id="how long, in the past"),
        pytest.param("Corvane denied dumping waste until 2008.", id="until a year"),
        pytest.param("Successive owners denied it.", id="those who came before"),
        pytest.param("Former directors denied it.", id="those who have left"),
        pytest.param("Corvane used to deny it.", id="used to"),
    ],
)
def test_what_was_denied_long_ago(sentence):
    assert told(CHARGE + sentence) == 0


@pytest.mark.parametrize(
    ("before", "met"),
    [
        pytest.param("confirmed the report", 0, id="confirmed"),
        pytest.param("acknowledged the failures", 0, id="acknowledged"),
        pytest.param("accepted it", 0, id="accepted"),
        pytest.param("studied the report", 1, id="studied"),
    ],
)
def test_who_confirms_what_was_said_gives_no_other_account(before, met):
    text = f"Velmark said Corvane had dumped waste. Corvane {before} and said that it had cleaned every barge."
    verb, _, what = before.partition(" ")
    quotes = (
        quoted(text, "Velmark", "said Corvane", "Corvane had dumped waste"),
        quoted(text, "Corvane", verb, what, stance="confirm"),
        quoted(text, "Corvane", "said that", "it had cleaned every barge"),
    )
    assert len([pair for pair in paired(text, quotes) if pair.given.said == "it had cleaned every barge"]) == met


@pytest.mark.parametrize(
    ("claim", "met"),
    [
        pytest.param("the Ister needs a dam", 0, id="what is needed"),
        pytest.param("Corvane should drain the Ister", 0, id="what should be done"),
        pytest.param("Corvane should not have drained the Ister", 1, id="what should not have been done"),
        pytest.param("Corvane drained the Ister", 1, id="what was done"),
    ],
)
def test_nobody_disputes_what_is_proposed(claim, met):
    text = f"Velmark said {claim}. Corvane said that no drop had left the Ister."
    quotes = (
        quoted(text, "Velmark", "said", claim),
        quoted(text, "Corvane", "said that", "no drop had left the Ister"),
    )
    assert len([pair for pair in paired(text, quotes) if pair.given.said == "no drop had left the Ister"]) == met


def test_what_the_sentence_tells_to_be_answered_is_no_other_thing():
    claim = "it had sought loans from the state"
    text = f"Corvane denied that it was running short of cash, after Velmark reported that {claim}."
    assert told(text, quoted(text, "Velmark", "reported", claim)) == 1


@pytest.mark.parametrize(
    ("claimant", "role", "denial", "disputed_by"),
    [
        pytest.param("Police", None, "causing death by dangerous driving", 1, id="an offence, of what police say"),
        pytest.param("Voss", "prosecutor", "two counts of wounding", 1, id="counts, of what a prosecutor says"),
        pytest.param("Police", None, "ever wearing gloves", 0, id="no offence"),
        pytest.param("Voss", None, "causing death by dangerous driving", 0, id="no case of the law"),
    ],
)
def test_a_plea_is_of_what_police_say_was_done(claimant, role, denial, disputed_by):
    text = f"{claimant} said Omar Lind struck the cyclist on a bridge. Omar Lind denies {denial}."
    first = quoted(text, claimant, "said", "Omar Lind struck the cyclist on a bridge", role=role)
    plea = quoted(text, "Omar Lind", "denies", denial, of="person", stance="deny")
    assert told(text, first, plea) == disputed_by
