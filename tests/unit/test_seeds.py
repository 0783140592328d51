"""The sample newsroom quotes real people: every word it puts between quotation marks must be theirs."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

Json = dict[str, Any]
SEEDS = Path(__file__).resolve().parents[2] / "seeds"
FIELDS = {"title", "url", "publisher", "published_at", "text", "first_reported"}
CLOSING = {"“": "”", "«": "»", "''": "''", '"': '"'}
OPENING = re.compile("|".join(re.escape(mark) for mark in CLOSING))
UNEXPECTED = re.compile("[”»‘„‹›`]")


def rows(name: str) -> list[Json]:
    """The objects of one file of the newsroom, one a line."""
    lines = (SEEDS / name).read_text(encoding="utf-8").split("\n")
    assert lines.pop() == "", f"{name} must end with a line feed"
    return [json.loads(line) for line in lines]


ARTICLES = rows("newsroom.jsonl")
EXPECTED = rows("expected.jsonl")
STATEMENTS = rows("statements.jsonl")


def quoted_segments(text: str) -> Iterator[str]:
    """What stands between quotation marks; a mark left open must be taken up again by the next paragraph."""
    paragraphs = text.split("\n\n")
    for paragraph, following in zip(paragraphs, [*paragraphs[1:], ""], strict=True):
        position = 0
        while opening := OPENING.search(paragraph, position):
            outside = paragraph[position : opening.start()]
            closing = paragraph.find(CLOSING[opening[0]], opening.end())
            if closing < 0 and not following.startswith(opening[0]):
                raise ValueError(f"a quotation is never closed, after: {outside}")
            end = closing if closing >= 0 else len(paragraph)
            yield paragraph[opening.end() : end]
            position = end + len(CLOSING[opening[0]])
            refuse_stray_marks(outside)
        refuse_stray_marks(paragraph[position:])


def refuse_stray_marks(narration: str) -> None:
    if UNEXPECTED.search(narration):
        raise ValueError(f"a mark that was never opened, or that this test does not know: {narration}")


def squeezed(words: str) -> str:
    return " ".join(words.split())


def real_statements(segment: str) -> list[Json]:
    """The statements that hold this segment word for word; only white space may differ."""
    whole_words = re.compile(rf"(?<!\w){re.escape(squeezed(segment))}(?!\w)")
    return [known for known in STATEMENTS if segment.strip() and whole_words.search(squeezed(known["words"]))]


def last_word(name: str | None) -> str | None:
    """Enough to compare speakers: Sergei Lavrov and Sergey Lavrov, a diplomat and an anonymous diplomat."""
    return name.split()[-1].lower() if name else None


def of_each(items: list[Json]) -> Json:
    return {"argvalues": items, "ids": [item["url"].rsplit("/", 1)[-1] for item in items]}


each_article = pytest.mark.parametrize("article", **of_each(ARTICLES))
each_pair = pytest.mark.parametrize(
    ("article", "expected"),
    list(zip(ARTICLES, EXPECTED, strict=True)),
    ids=of_each(ARTICLES)["ids"],
)


def test_there_are_at_least_ten_articles_under_urls_of_their_own() -> None:
    assert len(ARTICLES) >= 10
    assert len({article["url"] for article in ARTICLES}) == len(ARTICLES)
    assert len({article["text"] for article in ARTICLES}) == len(ARTICLES)


@each_article
def test_an_article_has_exactly_the_fields_and_is_marked_as_a_sample(article: Json) -> None:
    assert set(article) == FIELDS
    assert urlsplit(article["url"]).scheme == "https"
    assert urlsplit(article["url"]).hostname == "sample.invalid"
    assert article["publisher"].startswith("On Record Sample ")
    assert re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", article["published_at"])
    assert article["title"] == squeezed(article["title"]) != ""


@each_article
def test_an_article_is_short_and_in_paragraphs(article: Json) -> None:
    assert 120 <= len(article["text"].split()) <= 260
    paragraphs = article["text"].split("\n\n")
    assert len(paragraphs) >= 4
    assert all(paragraph == squeezed(paragraph) != "" for paragraph in paragraphs)


@each_article
def test_an_article_says_where_its_statements_were_first_reported(article: Json) -> None:
    first = article["first_reported"]
    for report in first if isinstance(first, list) else [first]:
        assert set(report) == {"outlet", "date", "file"}
        assert report["outlet"]
        assert re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", report["date"])
    reports = {report["file"] for report in (first if isinstance(first, list) else [first])}
    for segment in quoted_segments(article["text"]):
        assert reports & {known["source_file"] for known in real_statements(segment)}, segment


@each_article
def test_every_quoted_segment_is_a_real_statement_word_for_word(article: Json) -> None:
    segments = list(quoted_segments(article["text"]))
    assert segments, "an article without a quotation"
    assert [segment for segment in segments if not real_statements(segment)] == []


@each_article
def test_a_title_quotes_nobody(article: Json) -> None:
    assert list(quoted_segments(article["title"])) == []


@each_pair
def test_expected_answers_stand_in_the_text(article: Json, expected: Json) -> None:
    assert set(expected) == {"url", "quotes"}
    assert expected["url"] == article["url"]
    for quote in expected["quotes"]:
        assert set(quote) == {"content", "speaker", "kind"}
        assert quote["kind"] in {"direct", "mixed", "indirect"}
        assert quote["content"]
        assert all(words and words in article["text"] for words in quote["content"])
        assert quote["speaker"] is None or quote["speaker"] in article["text"]


@each_pair
def test_every_quoted_segment_is_expected_of_the_reader(article: Json, expected: Json) -> None:
    contents = [words for quote in expected["quotes"] if quote["kind"] != "indirect" for words in quote["content"]]
    for segment in quoted_segments(article["text"]):
        assert any(segment in words for words in contents), segment


@each_pair
def test_expected_speakers_are_those_who_really_spoke(article: Json, expected: Json) -> None:
    for quote in expected["quotes"]:
        for segment in own_words(quote):
            who = {last_word(known["speaker"]) for known in real_statements(segment)}
            assert last_word(quote["speaker"]) in who, (segment, quote["speaker"])


def own_words(quote: Json) -> list[str]:
    """The quoted part of an expected answer: all of a direct one, what is between marks in a mixed one."""
    if quote["kind"] == "direct":
        return quote["content"]
    return [segment for words in quote["content"] for segment in quoted_segments(words)]


@each_pair
def test_the_kind_says_whether_all_a_part_or_nothing_is_quoted(article: Json, expected: Json) -> None:
    segments = set(quoted_segments(article["text"]))
    for quote in expected["quotes"]:
        if quote["kind"] == "direct":
            assert set(quote["content"]) <= segments
        else:
            assert bool(own_words(quote)) == (quote["kind"] == "mixed")


def test_the_newsroom_has_the_variety_it_promises() -> None:
    texts = [article["text"] for article in ARTICLES]
    names = ["Sergei Lavrov", "Sergey Lavrov", "Steven Mnuchin", "Nikki Haley"]
    for wanted in [*CLOSING, *names, "witch-hunt"]:
        assert any(wanted in text for text in texts), wanted
    assert not any("Sergei Lavrov" in text and "Sergey Lavrov" in text for text in texts)
    assert any(isinstance(article["first_reported"], list) for article in ARTICLES)


@pytest.mark.parametrize("mark", CLOSING)
@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("We don’t know what hackers they are talking about,", True),
        ("what hackers  they\nare talking about", True),
        ("We do not know what hackers they are talking about", False),
        ("hackers they know what are talking about", False),
        ("what hackers they are talk", False),
        ("", False),
    ],
)
def test_the_check_tells_real_words_from_others(mark: str, words: str, known: bool) -> None:
    (segment,) = quoted_segments(f"Narration, {mark}{words}{CLOSING[mark]} he said.")
    assert bool(real_statements(segment)) is known


def test_a_quotation_may_run_over_paragraphs() -> None:
    assert list(quoted_segments("He said: “One.\n\n“Two,” and left.")) == ["One.", "Two,"]


@pytest.mark.parametrize("text", ["He said: “One.\n\nTwo.", "He said: One.” Two.", "He said: ‘One.’", '"One. Two.'])
def test_a_mark_that_is_not_paired_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="never"):
        list(quoted_segments(text))
