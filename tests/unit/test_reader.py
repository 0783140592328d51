"""The reader as shipped: the sample newsroom is read as people read it, odd texts do no harm, offsets are true."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.errors import ModelError
from service.extraction.reader import load_reader

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
ARTICLES = {each["url"]: each for each in map(json.loads, (SEEDS / "newsroom.jsonl").open(encoding="utf-8"))}
EXPECTED = [json.loads(line) for line in (SEEDS / "expected.jsonl").open(encoding="utf-8")]
STATEMENTS = [(each["url"], quote) for each in EXPECTED for quote in each["quotes"] if quote["kind"] != "indirect"]


@pytest.fixture(scope="module")
def reader():
    return load_reader()


@pytest.fixture(scope="module")
def readings(reader):
    return {url: reader.read(article["text"]) for url, article in ARTICLES.items()}


def last_word(name):
    return re.findall(r"\w+", name)[-1].lower()


def given_to(text, reading, words):
    """The quotes that hold most of these words."""
    start = text.index(words)
    inside = range(start, start + len(words))
    return [q for q in reading.quotes if sum(s in inside or start in range(s, e) for s, e in q.content)]


@pytest.mark.parametrize(("url", "expected"), STATEMENTS)
def test_no_statement_of_the_samples_is_given_to_the_wrong_speaker(readings, url, expected):
    found = given_to(ARTICLES[url]["text"], readings[url], expected["content"][0])
    assert found
    # A document that is reported to say the words ("the statement") is nobody's name.
    speakers = [quote.speaker for quote in found if quote.speaker and quote.speaker.kind != "document"]
    named = {last_word(speaker.name) for speaker in speakers}
    assert named <= ({last_word(expected["speaker"])} if expected["speaker"] else set())


def test_most_statements_of_the_samples_have_their_speaker(readings):
    known = [(url, quote) for url, quote in STATEMENTS if quote["speaker"]]
    right = [
        any(
            quote.speaker and last_word(quote.speaker.name) == last_word(expected["speaker"])
            for quote in given_to(ARTICLES[url]["text"], readings[url], expected["content"][0])
        )
        for url, expected in known
    ]
    assert sum(right) >= 0.9 * len(known)


def test_an_answer_depends_on_its_text_alone(reader):
    text = next(iter(ARTICLES.values()))["text"]
    before = reader.read(text)
    reader.read("“No,” said Ama Boateng. " * 200)
    assert reader.read(text) == before


def test_other_languages_are_not_read(reader):
    text = "Die Ministerin sagte am Dienstag, der Vertrag werde nicht verlängert. „Das ist das Ende“, sagte sie."
    reading = reader.read(text)
    assert (reading.status, reading.language, reading.quotes) == ("unsupported_language", "de", ())


WORDS = st.sampled_from(
    [
        *[
            "“No",
            "never,”",
            "said",
            "Ama Boateng",
            ".",
            '"',
            "''",
            "she",
            "told",
            "the board",
            "that",
            "NAME:",
            "accused",
        ],
        *["\n\n", "\r\n", "—", "’", "«", "»", "‘we’", "Mr. Lind", "MORE"],
        *["👍🏽", "e\u0301", "\u00ad", "\u200b", "\u202e"],
    ]
)


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_offsets_are_true_whatever_the_text(reader, text):
    for quote in reader.read(text).quotes:
        assert quote.content
        assert list(quote.content) == sorted(quote.content)
        spans = [*quote.content, *quote.quoted, *([quote.cue] if quote.cue else [])]
        spans += [speaker.span for speaker in quote.speakers if speaker.span]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(any(s <= start and end <= e for s, e in quote.content) for start, end in quote.quoted)


def test_a_model_folder_that_lacks_a_file_is_named(tmp_path):
    (tmp_path / "tokenizer.json").write_text("{}")
    with pytest.raises(ModelError, match=r"tagger\.onnx, network\.onnx, links\.onnx, reader\.json"):
        load_reader(tmp_path)


def test_spans_begin_and_end_with_whole_words(readings):
    for url, reading in readings.items():
        text = ARTICLES[url]["text"]
        spans = [span for quote in reading.quotes for span in quote.content]
        assert not [text[s - 1 : e + 1] for s, e in spans if s and text[s - 1].isalnum() and text[s].isalnum()]
        assert not [text[s : e + 1] for s, e in spans if text[e - 1].isalnum() and text[e : e + 1].isalnum()]
