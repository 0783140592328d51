"""Disputes in whole articles: who denies what, among statements of others; all parties invented."""

from dataclasses import replace

import pytest

from service.disputes.article import disputed, paired
from service.disputes.between import same_run
from service.disputes.observing import WHOLE, observed
from service.disputes.proving import proof
from service.records import Mention, Quote

TOWN = (
    "The town lies on the river. It has two schools. The market opens early. Rain fell in the night. "
    "The bridge is old. A bus leaves every hour. The hall holds many. The park was closed. Two roads meet here. "
    "The baker sells rye bread. "
) * 4
CHARGE = "Velmark accused Corvane of dumping waste in the Ister. "
ROADS = "Lund said the roads were empty on Sunday. "


def quoted(text: str, speaker: str, cue: str, words: str, kind: str = "organisation") -> Quote:
    """The quote of a speaker, each part at its last place in the text."""
    spans = [(at := text.rindex(part), at + len(part)) for part in (speaker, cue, words)]
    mention = Mention(speaker, spans[0], kind)
    return Quote((spans[2],), (), spans[1], (mention,), None, "indirect", "assert", True, "attributed", "", (), 0.95)


def shown(text: str, *quotes: Quote) -> set[str | None]:
    """By what each answer in a text shows that it is about a claim."""
    return {proof(pair) for pair in paired(text, quotes)}


@pytest.mark.parametrize(
    ("answer", "by"),
    [
        pytest.param("Corvane denied it.", {"takes up what was told last"}, id="it"),
        pytest.param("Corvane rejected those charges.", {"takes up what was told last"}, id="those charges"),
        pytest.param("Corvane rejected Velmark's claim.", {"names the claimant"}, id="whose claim"),
        pytest.param(
            "Corvane rejected Lind's claim that waste leaked.",
            {"names the claimant and the claim"},
            id="the claim of another, told with it",
        ),
        pytest.param("Corvane condemned the charges.", set(), id="bad, not untrue"),
        pytest.param("Corvane had once denied it.", set(), id="denied before it was said"),
    ],
)
def test_a_denial_shows_what_it_denies(answer, by):
    assert shown(TOWN + CHARGE + answer) == by


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param("Corvane denied it.", id="plainly"),
        pytest.param("Corvane denounced Velmark's accusations.", id="by whose accusations they are"),
        pytest.param("Corvane denied the charges on Monday.", id="on a day"),
    ],
)
def test_what_the_accused_by_name_answers_is_said_in_a_whole_article(answer):
    [found] = disputed(TOWN + CHARGE + answer, ()).disputes
    assert [mention.name for mention in found.answer.disputers] == ["Corvane"]


def test_another_claim_between_is_the_one_denied():
    text = TOWN + CHARGE + ROADS + "Corvane denied it."
    said = quoted(text, "Lund", "said", "the roads were empty on Sunday", "person")
    found = {(pair.placed.claim.claimants[0].name, proof(pair)) for pair in paired(text, [said])}
    assert ("Velmark", None) in found


@pytest.mark.parametrize(
    ("words", "pairs"),
    [
        pytest.param("those claims were false", 1, id="those claims"),
        pytest.param("there was never any such dumping", 1, id="never any such"),
        pytest.param("he had read a false report on bread", 0, id="some report or other"),
        pytest.param("the absurd bread", 0, id="no predicate"),
        pytest.param("he liked his bread dark. Did he like every loaf? Of course not", 0, id="his own question"),
    ],
)
def test_what_is_called_untrue_was_told_before(words, pairs):
    text = TOWN + CHARGE + f"Corvane said {words}."
    assert len(list(paired(text, [quoted(text, "Corvane", "said", words)]))) == pairs


@pytest.mark.parametrize(
    ("before", "claim", "whole"),
    [
        pytest.param(TOWN, ROADS, True, id="a statement in a whole article"),
        pytest.param("", ROADS, False, id="in a short one"),
        pytest.param(TOWN, CHARGE, False, id="what the accused by name answers is plain anywhere"),
    ],
)
def test_in_a_whole_article_what_is_observed_of_statements_weighs_more_or_less(before, claim, whole):
    text = before + claim + "Corvane denied it."
    said = quoted(text, "Lund", "said", "the roads were empty on Sunday", "person") if claim == ROADS else None
    [pair] = paired(text, [said] if said else ())
    seen = observed(pair)
    common = {name for name in seen if not name.startswith(WHOLE)}
    assert {name for name in common if WHOLE + name in seen} == (common if whole else set())


@pytest.mark.parametrize(
    ("claimed", "said", "words"),
    [
        ("we are where we need to be", "we are not where we need to be", 5),
        ("it is in the", "it is in the", 0),
        ("boots on the ground", "a ship", 0),
    ],
)
def test_words_in_the_same_order(claimed, said, words):
    assert same_run(claimed, said) == words


@pytest.mark.parametrize(
    ("headline", "cue", "pairs"),
    [
        pytest.param("Lund: Roads were empty of all cars on Sunday", ":", 0, id="after a colon"),
        pytest.param("Lund Says Roads Were Empty Of Cars On Sunday", "Says", 0, id="in capitals"),
        pytest.param("Lund said roads were empty of all cars on Sunday", "said", 1, id="a sentence"),
    ],
)
def test_what_a_headline_says_is_answered_by_denials_alone(headline, cue, pairs):
    text = f"{headline}.\n\nOne car had been seen on Sunday, Corvane said."
    words = headline.partition(cue)[2].strip()
    claim = quoted(text, "Lund", cue, words, "person")
    answer = quoted(text, "Corvane", "said", "One car had been seen on Sunday")
    found = [pair for pair in paired(text, [claim, answer]) if pair.placed.claim.claimants[0].name == "Lund"]
    assert len(found) == pairs


def test_words_within_a_claim_are_no_answer_to_it():
    text = "Lund said the roads had been empty and Corvane had never seen a car on Sunday."
    claim = quoted(
        text, "Lund", "said", "the roads had been empty and Corvane had never seen a car on Sunday", "person"
    )
    inner = quoted(text, "Corvane", "seen", "never seen a car on Sunday")
    assert not [pair for pair in paired(text, [claim, inner]) if pair.given.answer.oblique]


def test_a_claim_of_others_has_a_rival_that_speaks_of_those_who_answer():
    text = TOWN + "Lind said that Corvane had burned the pines. Lind added that Velmark had felled the oaks. "
    text += "Corvane denied it."
    said = [
        quoted(text, "Lind", "said", "Corvane had burned the pines", "person"),
        quoted(text, "Lind", "added", "Velmark had felled the oaks", "person"),
        quoted(text, "Corvane", "denied", "it"),
    ]
    found = {pair.placed.said: pair.rival for pair in paired(text, said) if not pair.given.answer.oblique}
    assert found == {"Corvane had burned the pines": False, "Velmark had felled the oaks": True}


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("no such order was given", id="no such order"),
        pytest.param("it had received no such order", id="within the words"),
    ],
)
def test_that_there_was_no_such_thing_means_what_was_told_before(words):
    text = TOWN + f"Lund said the guards had an order to wait. Corvane said {words}."
    claim = quoted(text, "Lund", "said", "the guards had an order to wait", "person")
    [pair] = [one for one in paired(text, [claim, quoted(text, "Corvane", "said", words)]) if one.given.said == words]
    assert pair.given.refers


@pytest.mark.parametrize(
    ("before", "claimants"),
    [
        pytest.param("Paul Lund is a clerk. Lund sued the mill.", ["Lund"], id="a surname that leads"),
        pytest.param("The divers went home.", [], id="several"),
    ],
)
def test_what_he_told_somebody_is_his_who_leads_the_sentence_before(before, claimants):
    text = f"{before} Nobody at the mill washed their hands, he told the court in May."
    assert [mention.name for one in disputed(text, ()).claims for mention in one.claimants] == claimants


@pytest.mark.parametrize(
    ("before", "pairs"),
    [
        pytest.param("The regulator declined to comment.", 1, id="another is silent"),
        pytest.param("Corvane declined to comment.", 0, id="they are silent"),
    ],
)
def test_whose_silence_stands_before_an_answer(before, pairs):
    text = TOWN + ROADS + before + "\n\nCorvane said no road had been empty on Sunday."
    claim = quoted(text, "Lund", "said", "the roads were empty on Sunday", "person")
    answer = quoted(text, "Corvane", "said", "no road had been empty on Sunday")
    assert len(list(paired(text, [claim, answer]))) == pairs


@pytest.mark.parametrize(
    ("said", "pairs"),
    [
        pytest.param("No one dismissed Mr Lund by telephone", 1, id="somebody dismissed"),
        pytest.param("The mayor dismissed the claim of Lund", 0, id="a claim dismissed by another"),
    ],
)
def test_to_dismiss_somebody_is_no_denial_of_another(said, pairs):
    text = TOWN + "Lund said he had been told to go by telephone. "
    claim = quoted(text, "Lund", "said", "he had been told to go by telephone", "person")
    text += f"{said}, Corvane said."
    answer = quoted(text, "Corvane", "said", said)
    found = [pair for pair in paired(text, [claim, answer]) if pair.given.answer.disputers[0].name == "Corvane"]
    assert len(found) == pairs


@pytest.mark.parametrize(
    ("second", "again"),
    [
        pytest.param("Lund added that Velmark had felled the oaks. ", False, id="of others"),
        pytest.param("Lund added that Corvane had felled the oaks. ", True, id="of those who answer"),
    ],
)
def test_what_the_claimant_says_of_others_does_not_stand_between(second, again):
    text = TOWN + "Lund said that Corvane had burned the pines. "
    first = quoted(text, "Lund", "said", "Corvane had burned the pines", "person")
    text += second
    words = second.partition("that ")[2].rstrip(". ")
    quotes = [first, quoted(text, "Lund", "added", words, "person")]
    found = list(paired(text + "Corvane denied it.", quotes))
    assert [pair.again for pair in found if "pines" in pair.placed.said] == [again]


@pytest.mark.parametrize(
    ("cue", "words", "stance", "others"),
    [
        pytest.param("asked", "the town to close the road", "demand", 0, id="an order"),
        pytest.param("held up", "a photograph of the pines", "assert", 0, id="a paper shown"),
        pytest.param("said", "the town had closed the road", "assert", 1, id="a claim"),
    ],
)
def test_what_says_nothing_does_not_stand_between(cue, words, stance, others):
    text = TOWN + "Lund said the pines were gone. "
    claim = quoted(text, "Lund", "said", "the pines were gone", "person")
    text += f"Velmark {cue} {words}. No pine was gone, Corvane said."
    between = replace(quoted(text, "Velmark", cue, words), stance=stance)
    answer = quoted(text, "Corvane", "said", "No pine was gone")
    found = [pair for pair in paired(text, [claim, between, answer]) if pair.given.start == answer.content[0][0]]
    assert [pair.others for pair in found if pair.placed.start == claim.content[0][0]] == [others]


def test_who_knew_nothing_of_what_they_are_charged_with_denies_it_in_a_whole_article():
    text = TOWN + "Lund said that Corvane had sold shells to Velmark. "
    claim = quoted(text, "Lund", "said", "Corvane had sold shells to Velmark", "person")
    text += "Corvane said it knew nothing of shells."
    answer = quoted(text, "Corvane", "said", "it knew nothing of shells")
    assert [pair.placed.start for pair in paired(text, [claim, answer])] == [claim.content[0][0]]


@pytest.mark.parametrize(
    ("called", "accused"),
    [
        pytest.param("the army’s spokesman, Ana Lind", True, id="the army’s, of soldiers"),
        pytest.param("a baker, Ana Lind", False, id="nobody's"),
    ],
)
def test_who_was_first_named_by_an_office_of_the_body_that_a_claim_calls_by_a_noun(called, accused):
    text = TOWN + f"In the hall sat {called}. Velmark said that soldiers had burned the pines. "
    claim = quoted(text, "Velmark", "said", "soldiers had burned the pines")
    text += "Ms Lind said the pines were not burned."
    answer = quoted(text, "Ms Lind", "said", "the pines were not burned", "person")
    answer = replace(answer, speakers=(replace(answer.speakers[0], name="Ana Lind"),))
    found = [pair for pair in paired(text, [claim, answer]) if pair.placed.start == claim.content[0][0]]
    assert {pair.tied.accused for pair in found} == {accused}
    assert {observed(pair)["accused by a noun"] for pair in found} == {float(accused)}


def test_an_account_right_behind_a_denial_of_theirs_is_seen_so():
    text = TOWN + CHARGE + ROADS + "Corvane denied it. The valves were shut in May, Corvane said."
    lund = quoted(text, "Lund", "said", "the roads were empty on Sunday", "person")
    answer = quoted(text, "Corvane", "said", "The valves were shut in May")
    found = {pair.given.behind_denial for pair in paired(text, [lund, answer]) if pair.given.said in text[-50:]}
    assert found == {True}
