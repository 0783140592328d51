"""Texts at the limit of a POST, made to be slow: the real reader ends, and with an answer."""

from dataclasses import replace

import pytest

from service.app import create_app

LIMIT = 300_000


@pytest.fixture(scope="module")
def client(samples):
    settings = replace(samples.settings, post_limit=LIMIT)
    return create_app(settings, reader=samples.reader, pool=samples.pool).test_client()


def filled(unit, bytes_):
    """As many of the unit as the bytes hold."""
    return unit * (bytes_ // len(unit.encode()))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(filled('"', LIMIT), id="straight marks"),
        pytest.param(filled("“", LIMIT), id="marks that open and never close"),
        pytest.param(filled("”", LIMIT), id="marks that close what never opened"),
        pytest.param(filled("“”", LIMIT // 3), id="pairs around nothing"),
        pytest.param(filled("'", LIMIT), id="apostrophes"),
        pytest.param(filled("word ", 250_000), id="one paragraph of 50,000 words"),
        pytest.param(filled("a", LIMIT), id="one word"),
        pytest.param("a" + filled("\n", LIMIT - 2) + "b", id="lines without words"),
        pytest.param("a" + filled(" ", LIMIT - 2) + "b", id="blanks"),
        pytest.param(filled(".", LIMIT), id="full stops"),
        pytest.param(filled("e\u0301", LIMIT), id="combining accents"),
        pytest.param(filled("😀", LIMIT), id="emoji"),
        pytest.param(filled("“a\n\n", 20_000), id="paragraphs that each open a quotation"),
        pytest.param(filled("He said yes.\n\n", 20_000), id="paragraphs of three words"),
    ],
)
def test_a_text_made_to_be_slow_is_read(text, client):
    answer = client.post("/extract", json={"text": text})
    assert (answer.status_code, answer.json["disputes"]) == (200, [])
    for quote in answer.json["quotes"]:
        assert all(0 <= start < end <= len(text) for start, end in quote["content"])


def test_a_megabyte_of_marks_is_refused(client):
    answer = client.post("/extract", json={"text": "“" * 333_333})
    assert answer.status_code == 413
    assert str(LIMIT) in answer.json["detail"]
