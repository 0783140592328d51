"""Texts that broke the reader, found by tests/fuzz and made as small as they can be."""

import pytest

from service.analysis import load_analyst


@pytest.fixture(scope="module")
def reader():
    return load_analyst()


@pytest.mark.parametrize(
    "text", [pytest.param("“,” SEE ALSO:8", id="a quotation in a paragraph of which a list of links is left out")]
)
def test_it_is_read_to_the_end(text, reader):
    assert reader.read(text).status == "read"


@pytest.mark.parametrize(
    "text", [pytest.param("allegation in a t of ,ai", id="an allegation of which nothing is told before its comma")]
)
def test_what_is_told_has_words(text, reader):
    reading = reader.read(text)
    told = [*reading.claims, *reading.answers, *(dispute.claim for dispute in reading.disputes)]
    assert all(start < end for statement in told for start, end in statement.spans)
