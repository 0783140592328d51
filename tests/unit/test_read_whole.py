"""Texts that broke the reader, found by tests/fuzz/extraction.py and made as small as they can be."""

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
