"""What a search says it cannot do without is in all that it finds."""

import json
from pathlib import Path

import pytest

from service.disputes.cues import cue, cues, lowered
from service.disputes.frames import FORMS
from service.disputes.sentences import sentences
from service.disputes.traps import GRANTS, granted, silent
from service.disputes.wordings import WORDINGS
from service.disputes.wordings.denying import STEMS, VERBS

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.fixture(scope="module")
def told() -> list[str]:
    rows = [row for half in ("open", "more") for row in (GOLDEN / f"disputes_{half}.jsonl").open(encoding="utf-8")]
    texts = [json.loads(row)["text"] for row in rows]
    return [text[start:end] for text in texts for start, end in sentences(text)]


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording.pattern.pattern[:40])
def test_a_wording_finds_nothing_without_its_cue(wording, told):
    found = [words for words in told if wording.pattern.search(words)]
    assert [words for words in found if not wording.needs & cues(words, (0, len(words)))] == []


def test_a_verb_of_denial_is_found_by_its_cue(told):
    found = [words for words in told if VERBS.search(words.lower())]
    assert [words for words in found if not STEMS & cues(words, (0, len(words)))] == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.pattern.pattern[:40])
def test_a_frame_finds_nothing_without_its_cue(form, told):
    missed = [
        words
        for words in told
        if form.pattern.search(words) and not any(form.within(words, 0, len(words), cues(words, (0, len(words)))))
    ]
    assert missed == []


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("He declined to comment.", id="declined"),
        pytest.param("Nobody disputes the figures.", id="nobody disputes"),
        pytest.param("It didn't immediately respond.", id="no response"),
        pytest.param("There is no denying that.", id="no denying"),
        pytest.param("It is our policy not to speak of cases.", id="policy"),
        pytest.param("She stopped short of denying it.", id="stopped short"),
        pytest.param("The claim is not without merit.", id="not without merit"),
        pytest.param("They could not be reached.", id="not reached"),
    ],
)
def test_silence_is_seen_through_its_cues(words):
    assert silent(words, (0, len(words)))


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("They are not far off.", id="not off"),
        pytest.param("They do not take issue with that.", id="no quarrel"),
        pytest.param("The gate had indeed been shut.", id="indeed"),
        pytest.param("She said as much.", id="as much"),
        pytest.param("They did so too, and got the same.", id="so too"),
        pytest.param("He was right about that.", id="right about"),
        pytest.param("That's true Norwind said.", id="true, before a name"),
        pytest.param("We fully acknowledge the delay.", id="acknowledge"),
        pytest.param("I apologise.", id="apologise"),
        pytest.param("It was our own mistake.", id="own mistake"),
        pytest.param("That is a fair point.", id="fair point"),
        pytest.param("We had fallen short.", id="fell short"),
        pytest.param("The pumps should have run.", id="should have"),
    ],
)
def test_what_grants_is_seen_through_its_cues(words):
    assert granted(words)
    assert GRANTS & cues(words, (0, len(words)))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("He DENIED it.", "he denied it.", id="capitals"),
        pytest.param("\u0130zmir DENIED it.", "\u0130zmir denied it.", id="a letter whose small form is two stays"),
    ],
)
def test_no_letter_changes_its_place_in_lower_case(text, plain):
    assert lowered(text) == plain


def test_a_stem_begins_a_word_and_with_a_dollar_is_one():
    flag = cue("quokk|gnu$")
    assert [bool(cues(word, (0, len(word))) & flag) for word in ("Quokkas", "gnu", "gnus", "quok")] == [
        True, True, False, False,
    ]  # fmt: skip
