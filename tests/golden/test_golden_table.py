"""The golden table counts what it says: right, missed and wrong by topic, on an invented article."""

import json
from collections import Counter, defaultdict

import pytest
from table import HALVES, rows, silent, spoken, topics

from service.evaluation.annotations import annotated, found_quotes

TEXT = "“The dam will hold,” said Ama Boateng. Subscribe: “Dam good news every day.” Somebody sighed: “Too late.”"


def span(words):
    return [TEXT.index(words), TEXT.index(words) + len(words)]


def statement(content, source, expect):
    return {
        "content": [span(content)],
        "source": [span(source)] if source else [],
        "kind": "direct",
        "source_type": "named" if source else "none",
        "speaker_names": [source] if source else [],
        "expect": expect,
    }


ROW = {
    "id": "dam",
    "text": TEXT,
    "topics": ["marks-curly", "indirect-that", "unknown-no-speaker", "silent-newsletter"],
    "attributions": [
        statement("The dam will hold", "Ama Boateng", "attributed"),
        statement("Too late", None, "unattributed"),
    ],
    "silent": [[*span("Subscribe: “Dam good news every day.”"), "newsletter"]],
}
(ARTICLE,) = annotated([json.dumps(ROW)], "open")


def read(*quotes):
    found = [
        {"content": [span(words)], "speaker_name": who, "speaker_span": span(who) if who else None}
        for words, who in quotes
    ]
    return found_quotes([json.dumps({"id": "dam", "quotes": found})], "found")["dam"]


HOLDS, LATE = ("The dam will hold", "Ama Boateng"), ("Too late", None)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        pytest.param([HOLDS, LATE], ["right", "right"], id="all is right"),
        pytest.param([LATE], ["missed", "right"], id="nothing found"),
        pytest.param([(HOLDS[0], None), LATE], ["missed", "right"], id="no speaker found"),
        pytest.param([(HOLDS[0], "Somebody"), LATE], ["wrong", "right"], id="another speaker"),
        pytest.param([HOLDS, (LATE[0], "Somebody")], ["right", "wrong"], id="a speaker where none is known"),
        pytest.param([HOLDS], ["right", "missed"], id="the words of nobody not found"),
    ],
)
def test_statements_count_for_their_topics(found, said):
    assert list(spoken(ROW, ARTICLE, read(*found))) == list(
        zip(["marks-curly", "unknown-no-speaker"], said, strict=True)
    )


@pytest.mark.parametrize(
    ("found", "said"),
    [
        pytest.param([HOLDS], "right", id="nothing found in it"),
        pytest.param([("Dam good news every day", "Ama Boateng")], "wrong", id="a quote in it"),
        pytest.param([("Dam good news every day", None)], "right", id="a quote of nobody"),
        pytest.param([("Boateng. Subscribe", "Ama Boateng")], "wrong", id="a quote mostly in it"),
        pytest.param([("said Ama Boateng. Subs", "Ama Boateng")], "right", id="a quote that only touches it"),
    ],
)
def test_silence_is_broken_by_a_quote_with_a_speaker(found, said):
    assert list(silent(ROW, read(*found))) == [("silent-newsletter", said)]


def test_every_topic_has_a_row_under_its_group():
    counts = defaultdict(Counter, {"marks-curly": Counter(right=2), "marks-straight": Counter(wrong=1)})
    printed = [row.split() for row in rows(dict.fromkeys(HALVES, counts))]
    assert {row[0] for row in printed if row} >= {*topics(), "marks", "order", "silent", "unknown"}
    assert ["marks", *("2", "0", "1") * len(HALVES)] in printed
    assert ["marks-curly", *("2", "0", "0") * len(HALVES)] in printed
