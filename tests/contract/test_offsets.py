"""Offsets stay true from the received file to the answer, whatever invisible, wide or combining characters stand there.

Read by the shipped reader, stored, and asked for over HTTP: every span is its words, every selector its surroundings.
"""

import hashlib
import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from service.app import create_app
from service.extraction.reader import load_reader
from service.intake import take_in
from service.settings import read_settings
from service.sources import articles_in
from service.store.pool import open_pool

LIMIT = 100_000
SENTENCES = (
    "“We never did that, and we never will,” said Ama Boateng, head of the port.",
    "The ministry said the bridge was “perfectly safe” for all traffic.",
    "José Peña told reporters that the talks had failed.",
    "\"Nobody asked us,\" Ms Zoë Krüger added. 'Nobody ever does.'",
    "It rained in the harbour for most of the afternoon.",
    "“This is a long story,” he said. “It began in the spring",
    "According to the Café Müller group, prices rose by 3 per cent.",
    "Tariq al-Amin (طارق) denied the claim: “It is false 😀,” he wrote.",
    "Lena O’Neill accused the council of hiding the report.",
)
ODD = (
    "\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\u200e", "\u200f", "\u202e", "\u0301", "\u20dd", "\u00a0",
    "\u2028", "😀", "👩‍👩‍👧", "🇺🇦", "\U0001d518", "\t", "\x0b", "\x85", "\r", "\r\n", "\n", "\n\n", "ß", "ﬁ", "İ",
    "שלום", "“", "”", "'",
)  # fmt: skip
LAST = "“The offsets are true,” said Kofi Mensah, the mayor of the town."


@st.composite
def articles(draw: st.DrawFn) -> str:
    """Sentences of news with odd characters anywhere between their letters; the last one is left in peace."""
    breaks = st.sampled_from([" ", "\n", "\r\n", "\n\n", "\r\n\r\n"])
    sentences = draw(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=6))
    text = "".join(sentence + draw(breaks) for sentence in sentences)
    for place, odd in draw(st.lists(st.tuples(st.integers(0, 10_000), st.sampled_from(ODD)), max_size=15)):
        at = place % (len(text) + 1)
        text = text[:at] + odd + text[at:]
    return text + "\r\n\r\n" + LAST


class Desk:
    """The shipped reader behind the application, and a folder from which articles are taken in."""

    def __init__(self, folder: Path, pool, url: str) -> None:
        self._folder, self._pool, self._reader = folder, pool, load_reader()
        chosen = replace(read_settings(), database_url=url, text_public=True, rate_limit="off")
        self._client = create_app(chosen, reader=self._reader, pool=pool).test_client()

    def take_in(self, name: str, received: bytes) -> str:
        """The id of the article that stands in a file of this name and content."""
        path = self._folder / name
        path.write_bytes(received)
        [found] = articles_in(path, LIMIT)
        return take_in(self._pool, self._reader, found.article, limit=LIMIT).article_id

    def get(self, path: str) -> dict:
        answer = self._client.get(path)
        assert answer.status_code == 200, answer.text
        return answer.json


@pytest.fixture
def desk(database_url, tmp_path):
    # A slow machine is no failure: where a connection took longer than it may, the answer would be 503.
    with closing(open_pool(database_url, size=2, wait=60.0, statement_timeout=60.0)) as pool:
        yield Desk(tmp_path, pool, database_url)


def as_file(text: str, kind: str) -> tuple[str, bytes]:
    """Name and content of a file that holds the text."""
    if kind == "rows":
        return "news.jsonl", json.dumps({"text": text}).encode()
    if kind == "JSON":
        return "news.json", json.dumps({"uri": "urn:1", "body_text": text}, ensure_ascii=False).encode()
    return "news.txt", text.encode("utf-8-sig" if kind == "text with a mark" else "utf-8")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=articles(), kind=st.sampled_from(["text", "text with a mark", "rows", "JSON"]))
@example(text=f"\ufeff{SENTENCES[0]}\r\n{LAST}", kind="text with a mark")
def test_every_span_is_its_words_in_the_received_text(desk, text, kind):
    article_id = desk.take_in(*as_file(text, kind))
    stored = desk.get(f"/articles/{article_id}/text")
    assert stored["text"] == text
    quotes = desk.get(f"/quotes?article={article_id}&limit=200")["items"]
    assert quotes or desk.get(f"/articles/{article_id}")["reading"] == "unsupported_language"
    for quote in quotes:
        assert quote["article_sha256"] == hashlib.sha256(text.encode()).hexdigest()
        prove(quote, text)


def prove(quote: dict, text: str) -> None:
    """Every place that the quote names holds what the quote says."""
    for span in [*quote["spans"], *quote["quoted"], *filter(None, [quote["cue"]])]:
        assert text[span["start"] : span["end"]] == span["text"]
        assert span["text"]
    assert quote["text"] == " … ".join(span["text"] for span in quote["spans"])
    start, end = quote["selector"]["start"], quote["selector"]["end"]
    assert (start, end) == (quote["spans"][0]["start"], quote["spans"][-1]["end"])
    assert quote["selector"]["prefix"] == text[max(0, start - 32) : start]
    assert quote["selector"]["suffix"] == text[end : end + 32]
    assert quote["context"] == {"before": text[max(0, start - 300) : start], "after": text[end : end + 300]}


def test_the_articles_above_are_read(desk):
    """Without odd characters every article gives quotes, so that the property is about something."""
    article_id = desk.take_in("plain.txt", "\n".join((*SENTENCES, LAST)).encode())
    quotes = desk.get(f"/quotes?article={article_id}&limit=200")["items"]
    assert {quote["kind"] for quote in quotes} == {"direct", "mixed", "indirect"}
    assert "Kofi Mensah" in [quote["speaker"]["name"] for quote in quotes if quote["speaker"]]
