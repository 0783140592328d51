"""What is stored of a text is held against it to the letter, in characters and not in bytes."""

import hashlib

import pytest

from service.store.exact_words import wrong_text, wrong_words

TEXT = "“Naïve 🙂 words,” she said — twice."
SHA256 = hashlib.sha256(TEXT.encode()).hexdigest()
SPAN = {"start": 1, "end": 14, "text": "Naïve 🙂 words"}
CUE = {"start": 21, "end": 25, "text": "said"}
QUOTE = {
    "article_sha256": SHA256, "spans": [SPAN], "text": SPAN["text"], "extent_start": 1, "extent_end": 14,
    "quoted": [SPAN], "cue": CUE, "before": "“", "after": TEXT[14:], "places": [[17, 20]],
}  # fmt: skip
TWO = {
    "spans": [{"start": 1, "end": 6, "text": "Naïve"}, {"start": 9, "end": 14, "text": "words"}],
    "quoted": [], "text": "Naïve … words",
}  # fmt: skip


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(QUOTE, id="as it was cut"),
        pytest.param(QUOTE | TWO, id="in two spans"),
        pytest.param(
            QUOTE | {"cue": None, "quoted": [], "places": []}, id="without cue, marks and place of the speaker"
        ),
        pytest.param({"signals": [CUE | {"purpose": "denial"}]}, id="a dispute has signals alone"),
    ],
)
def test_what_is_the_texts_is_right(row):
    assert list(wrong_words(TEXT, SHA256, row)) == []


@pytest.mark.parametrize(
    ("change", "name"),
    [
        pytest.param({"article_sha256": "ab"}, "texts", id="of another text"),
        pytest.param({"text": "Naive 🙂 words"}, "words", id="an accent lost"),
        pytest.param({"spans": [SPAN | {"end": 15}]}, "words", id="one further"),
        pytest.param({"spans": [SPAN | {"start": -33}]}, "words", id="counted from the end"),
        pytest.param({"spans": [SPAN | {"start": 14, "end": 14, "text": ""}]}, "words", id="nothing"),
        pytest.param({"spans": [], "quoted": []}, "words", id="no span"),
        pytest.param({"extent_start": 0, "before": "", "after": TEXT[14:]}, "words", id="another extent"),
        pytest.param({"cue": CUE | {"text": "says"}}, "parts", id="another cue"),
        pytest.param({"quoted": [SPAN | {"start": 2}]}, "parts", id="quoted otherwise"),
        pytest.param({"places": [[17, 200]]}, "parts", id="a speaker beyond the end"),
        pytest.param({"quoted": [CUE]}, "quoted", id="quoted outside of the content"),
        pytest.param({"before": ""}, "surroundings", id="nothing before"),
        pytest.param({"after": TEXT[15:]}, "surroundings", id="behind one later"),
    ],
)
def test_what_is_not_is_named(change, name):
    assert name in set(wrong_words(TEXT, SHA256, QUOTE | change))


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        pytest.param({}, [], id="as received"),
        pytest.param({"characters": None}, [], id="an older revision, whose length nobody tells"),
        pytest.param({"characters": len(TEXT.encode())}, ["texts"], id="bytes are no characters"),
        pytest.param({"sha256": "ab"}, ["texts"], id="another digest"),
        pytest.param({"text": TEXT + " "}, ["texts"], id="a space more"),
    ],
)
def test_a_text_is_what_its_digest_says(change, wrong):
    assert list(wrong_text({"text": TEXT, "sha256": SHA256, "characters": len(TEXT)} | change)) == wrong
