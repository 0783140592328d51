"""A page twice as long takes twice the work, whatever stands on it: the text that patterns are given is counted."""

import re

import pytest

from service.extraction import (
    appeals,
    boilerplate,
    bylines,
    captions,
    consent,
    furniture,
    headlines,
    interruptions,
    voices,
)
from service.extraction import letters as letters_module
from service.regex import Regex

MODULES = (
    appeals,
    boilerplate,
    bylines,
    captions,
    consent,
    furniture,
    headlines,
    interruptions,
    letters_module,
    voices,
)
LENGTH = 10_000


class CountingPattern:
    """Stands in for a compiled pattern and adds up the lengths it is asked to look at."""

    def __init__(self, pattern: re.Pattern[str], seen: list[int]) -> None:
        self.pattern, self.seen = pattern, seen

    def __getattr__(self, name: str):
        method = getattr(self.pattern, name)

        def counted(*given):
            whole = given[-1] if name == "sub" else given[0]
            start, end = (*given[1:], len(whole))[:2] if len(given) > 1 and name != "sub" else (0, len(whole))
            self.seen.append(max(1, min(end, len(whole)) - start))
            return method(*given)

        return counted


def work(monkeypatch: pytest.MonkeyPatch, text: str) -> int:
    seen: list[int] = []
    with monkeypatch.context() as patched:
        for module in MODULES:
            for name, value in list(vars(module).items()):
                if isinstance(value, Regex):
                    patched.setattr(module, name, CountingPattern(value, seen))
        boilerplate.boilerplate(text)
    return sum(seen)


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("we ", id="one-word-on-one-line"),
        pytest.param("x", id="one-word"),
        pytest.param("was SEE ALSO: ", id="labels"),
        pytest.param("was SEE ALSO: “Ferry, says ", id="labels-with-open-marks"),
        pytest.param("If you give, ", id="conditions"),
        pytest.param("We use cookies. ", id="banners"),
        pytest.param("Ann ReedAnn ", id="names-run-together"),
        pytest.param("By Ann Reed, a b c d\n", id="bylines"),
        pytest.param("Dear readers,\n", id="letters"),
        pytest.param("Related:\n", id="list-headings"),
        pytest.param("Photo: Ann Reed and\n", id="credits"),
        pytest.param("“", id="marks"),
    ],
)
def test_work_grows_with_the_page(monkeypatch, piece):
    once, twice = (work(monkeypatch, piece * (size // len(piece))) for size in (LENGTH, 2 * LENGTH))
    assert 0 < once <= 120 * LENGTH
    assert twice <= 2.2 * once
