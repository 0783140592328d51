"""An article read whole: what the reader found, the disputes in it, and by which rules."""

from types import SimpleNamespace

import pytest

from service.analysis import Analyst
from service.records import Reading


def analyst(status: str, language: str) -> Analyst:
    def read_around(text: str) -> tuple[Reading, list]:
        return Reading(status, language, "reader-1"), []

    return Analyst(SimpleNamespace(version="reader-1", read_around=read_around))


@pytest.mark.parametrize(
    ("status", "language"),
    [pytest.param("read", "en", id="read"), pytest.param("unsupported_language", "ru", id="in another language")],
)
def test_a_reading_names_the_rules_that_made_it(status: str, language: str) -> None:
    # Otherwise every stored article would be due to be read again, each time.
    found = analyst(status, language)
    assert found.read("Nobody said a word.").reader == found.version


def test_the_version_is_more_than_that_of_the_reader() -> None:
    assert analyst("read", "en").version.startswith("reader-1+")
