"""Texts judged against statements: what is verbatim, reported, altered, of another, or found nowhere."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.verifying.asked import asked_of
from service.verifying.judging import Judge
from service.verifying.printed import Printed

DAM = "Nobody said that the dam is safe. We will not, whatever they write, sell the mill to a stranger."
MAYOR = "We re-elected the mayor, and I did what I had to do because nobody else would do it."
PLAN = "the plan was “utter nonsense” from beginning to end"
BILL = "I will resign if they prove a single word of it. The vote cost $5 million, about 7 percent of the budget."
BOOKS = "They [the auditors] came on a Sunday and left before the books were open."
ORDER = "“Stay home” is not advice, it is an order, and I gave it at noon."


def own(id, text, **given):
    return Printed(id, text, ((0, len(text)),), **given)


STATEMENTS = (
    own("dam", DAM), own("mayor", MAYOR), Printed("plan", PLAN, ((14, 28),)), own("bill", BILL), own("books", BOOKS),
    own("order", ORDER),
)  # fmt: skip


def judged(text, statements=STATEMENTS):
    return Judge(asked_of(text)).judgement(statements)


@pytest.mark.parametrize(
    ("text", "verdict", "nearest"),
    [
        pytest.param(DAM.upper(), "verbatim", "dam", id="capitals"),
        pytest.param("I did what I had to do", "verbatim", "mayor", id="a part"),
        pytest.param("We re elected the mayor", "verbatim", "mayor", id="a hyphen left out"),
        pytest.param("we reelected the mayor", "verbatim", "mayor", id="a hyphened word as one"),
        pytest.param("utter nonsense", "verbatim", "plan", id="a stretch inside marks"),
        pytest.param("She called it “utter nonsense”", "verbatim", "plan", id="a short stretch with its cue"),
        pytest.param("the plan was utter nonsense", "reported", "plan", id="across the border of the marks"),
        pytest.param("to end", "not_found", "plan", id="a short part of the reporter's"),
        pytest.param("They came on a Sunday", "verbatim", "books", id="the brackets of the printing left out"),
        pytest.param("They [state auditors] came on a Sunday", "verbatim", "books", id="other brackets"),
        pytest.param("[He] … will not, whatever they write, sell the mill", "verbatim", "dam", id="for a pronoun"),
        pytest.param("We re-elected … I did what I had to do", "verbatim", "mayor", id="an ellipsis"),
        pytest.param("I did … because nobody else would do it", "verbatim", "mayor", id="one that keeps the negation"),
        pytest.param("I did what I had to do … would do it", "altered", "mayor", id="one that drops it"),
        pytest.param("“Stay home” is not advice, it is an order", "verbatim", "order", id="marks inside"),
        pytest.param("“Stay home” is advice, it is an order", "altered", "order", id="marks inside, and altered"),
        pytest.param("We will … sell the mill", "altered", "dam", id="an ellipsis that drops a negation"),
        pytest.param("We will sell the mill to a stranger", "altered", "dam", id="a negation dropped without one"),
        pytest.param("We will not [rent] the mill to a stranger", "altered", "dam", id="a bracket for content"),
        pytest.param("[Never] I did what I had to do", "altered", "mayor", id="a bracket that denies"),
        pytest.param("We … the … mill … a … stranger", "not_found", "dam", id="words picked out"),
        pytest.param("the", "not_found", "dam", id="one small word"),
        pytest.param("I will", "not_found", "bill", id="two small words"),
        pytest.param("The harvest was the best in forty years.", "not_found", None, id="invented"),
        pytest.param("家にいろ", "not_found", None, id="another script"),
    ],
)
def test_verdicts(text, verdict, nearest):
    found = judged(text)
    assert found.verdict == verdict
    assert (found.nearest[0].printed.id if found.nearest else None) == nearest


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        pytest.param("We will … sell the mill", {"negation_dropped", "dishonest_cut"}, id="a dishonest cut"),
        pytest.param("I will never resign if they prove a single word", {"negation_added", "words_added"}, id="added"),
        pytest.param("The vote cost $6 million, about 7 percent", {"number_changed", "words_changed"}, id="a number"),
        pytest.param("I gave it at noon, it is an order", {"words_moved", "words_added"}, id="another order"),
        pytest.param(
            "I did what I had to do. The vote cost $5 million, about 7 percent of the budget.",
            {"spliced"},
            id="spliced",
        ),
        pytest.param("I will", {"too_short"}, id="too short to tell"),
    ],
)
def test_reasons(text, reasons):
    assert reasons <= set(judged(text).reasons or judged(text).nearest[0].reasons)


def test_a_spliced_text_names_its_statements_in_order():
    found = judged("The vote cost $5 million, about 7 percent. I did what I had to do.")
    assert [each.printed.id for each in found.nearest[:2]] == ["bill", "mayor"]


@pytest.mark.parametrize(
    ("text", "cautions", "before", "after"),
    [
        pytest.param("the dam is safe", ("negation_cut", "frame_cut"), "Nobody said that ", ". We will not,", id="not"),
        pytest.param("They came on a Sunday", (), "", " and left before", id="nothing that turns it"),
        pytest.param("it is an order, and I gave it", (), "", " at noon", id="a negation in the sentence before it"),
    ],
)
def test_a_cut_shows_what_stood_around(text, cautions, before, after):
    statements = (*STATEMENTS[:-1], own("order", "“Stay home” is not advice. it is an order, and I gave it at noon."))
    nearest = judged(text, statements).nearest[0]
    assert nearest.verdict == "verbatim"
    assert nearest.cautions == cautions
    assert nearest.around.before.endswith(before)
    assert nearest.around.after.startswith(after)


def test_a_condition_that_is_cut_is_told():
    found = judged(
        "I would resign from this office tomorrow", [own("a", "I would resign from this office tomorrow if asked.")]
    )
    assert (found.verdict, found.nearest[0].cautions) == ("verbatim", ("condition_cut",))


def test_the_differences_are_the_words_of_both():
    (nearest,) = judged("We will sell the mill to some stranger", [own("dam", DAM)]).nearest
    assert [(each.operation, each.asked, each.printed) for each in nearest.differences] == [
        ("same", "We will", "We will"), ("dropped", None, "not, whatever they write"),
        ("same", "sell the mill to", "sell the mill to"), ("changed", "some", "a"), ("same", "stranger", "stranger"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("speaker", "verdict"),
    [
        pytest.param("same", "verbatim", id="theirs"),
        pytest.param("other", "other_speaker", id="another's"),
        pytest.param("unknown", "other_speaker", id="of nobody known: never put into somebody's mouth"),
        pytest.param(None, "verbatim", id="nobody asked for"),
    ],
)
def test_whose_words_they_are(speaker, verdict):
    assert judged(MAYOR, [own("a", MAYOR, speaker=speaker)]).verdict == verdict


def test_words_of_the_speaker_go_before_those_of_another():
    found = judged(MAYOR, [own("a", MAYOR, speaker="other"), own("b", MAYOR, speaker="same")])
    assert (found.verdict, found.nearest[0].printed.id) == ("verbatim", "b")


def test_what_was_replaced_is_evidence_only_as_such():
    old = own("old", MAYOR, listed=False)
    assert (judged(MAYOR, [old]).verdict, judged(MAYOR, [old]).superseded) == ("verbatim", True)
    both = judged(MAYOR, [old, own("new", MAYOR)])
    assert (both.nearest[0].printed.id, both.superseded) == ("new", False)


WORDS = sorted({word.strip("“”.,[]") for text in (DAM, MAYOR, BILL, BOOKS, ORDER) for word in text.split()})


@given(st.lists(st.sampled_from(WORDS), min_size=5, max_size=25).map(" ".join))
def test_words_in_another_order_are_never_verbatim(text):
    there = any(f" {_plain(text)} " in f" {_plain(one.text)} " for one in STATEMENTS)
    assert there or judged(text).verdict in ("altered", "not_found")


@given(st.sampled_from([DAM, MAYOR, BILL, ORDER]), st.integers(0, 30), st.integers(5, 30))
def test_a_part_is_verbatim(statement, start, length):
    words = statement.split()
    part = words[start : start + length]
    if len(part) >= 5:
        assert judged(" ".join(part)).verdict == "verbatim"


@given(st.sampled_from([DAM, MAYOR, BILL, ORDER]), st.integers(0, 30), st.sampled_from(["zebra", "never", "42"]))
def test_a_word_put_in_is_never_verbatim(statement, place, word):
    words = statement.split()
    words.insert(place, word)
    assert judged(" ".join(words)).verdict == "altered"


@given(st.text(max_size=300))
def test_any_text_has_an_answer(text):
    assert judged(text).verdict


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a " * 5_000, id="one word again and again"),
        pytest.param("a [b] " * 1_600, id="brackets"),
        pytest.param("a … " * 2_500, id="ellipses"),
        pytest.param("“a” " * 2_000, id="marks"),
        pytest.param("[" * 10_000, id="brackets that open"),
        pytest.param("A: " * 3_000, id="labels"),
        pytest.param("x" * 10_000, id="one long word"),
        pytest.param("- " * 4_000 + "A", id="dashes"),
        pytest.param(" ".join(random.Random(1).choices(WORDS, k=1_800)), id="words of statements in any order"),
    ],
)
def test_a_text_made_to_be_slow_is_judged(text):
    long = own("long", "a b " * 2_000)
    assert judged(text, [*STATEMENTS, long]).verdict


def _plain(text):
    return " ".join("".join(char for char in text.casefold() if char.isalnum() or char in " $").split())
