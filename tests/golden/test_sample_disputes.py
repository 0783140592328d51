"""The disputes within each article of the sample newsroom are these and no others: a false one would be shown first."""

import json
from pathlib import Path

import pytest

from service.analysis import analysed
from service.extraction.lines import line
from service.extraction.reader import Reader, load_reader

NEWSROOM = Path(__file__).resolve().parents[2] / "seeds" / "newsroom.jsonl"
ARTICLES = [json.loads(row) for row in NEWSROOM.read_text("utf-8").splitlines()]
# By the end of the article's URL: who claims, who disputes it, how, and the first words that dispute it.
DISPUTED = {
    "russian-shippers-sanctioned": {
        ("United States", "Sergei Ryabkov", "rejects_basis", "the American measures had been taken under"),
    },
    "kremlin-on-microsoft-allegations": {
        ("Microsoft", "Kremlin", "denies_evidence", "it did not understand the allegations made"),
        ("Microsoft", "Dmitry Peskov", "denies_involvement", "We don’t know what hackers they are"),
    },
    "ministry-denounces-microsoft": {
        ("Microsoft", "Russia’s Foreign Ministry", "denies", "denounced the accusations"),
        ("Microsoft", "Kremlin", "denies_evidence", "the allegations lacked evidence"),
        ("Microsoft", "Dmitry Peskov", "denies_involvement", "We don’t know what hackers they are"),
    },
}
WORDS = 7


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_reader()


def told(text: str, reader: Reader) -> set[tuple[str, str, str, str]]:
    found = line(None, analysed(text, reader.read(text)))["disputes"]
    starts = (" ".join(text[slice(*one["dispute_spans"][0])].split()[:WORDS]) for one in found)
    return {
        (one["claimants"][0], one["disputers"][0], one["relation"], words)
        for one, words in zip(found, starts, strict=True)
    }


@pytest.mark.parametrize("article", [pytest.param(one, id=one["url"].rpartition("/")[2]) for one in ARTICLES])
def test_the_disputes_of_the_sample_newsroom(article, reader):
    assert told(article["text"], reader) == DISPUTED.get(article["url"].rpartition("/")[2], set())
