"""The reader without its network: the rules around it, many times as fast, and with tags where none would be."""

import re

from service.analysis import Analyst
from service.extraction.reader import load_reader
from service.extraction.tagger import Tagged

_WORD = re.compile(r"\w+")


class EveryFifth:
    """Stands in for the network, whose time is in proportion to the text: one source, cue and content in five words."""

    def tag(self, text: str, marked: object, skip: object = None) -> list[Tagged]:
        """Spans as the network gives them."""
        words = [match.span() for match in _WORD.finditer(text)]
        spans: list[Tagged] = []
        for at in range(0, len(words) - 4, 5):
            cue = len(spans) + 1
            content = (words[at + 2][0], words[at + 4][1])
            spans += [
                Tagged("source", words[at], at, at + 1, 0.9, cue, 0.9),
                Tagged("cue", words[at + 1], at + 1, at + 2, 0.9),
                Tagged("content", content, at + 2, at + 5, 0.9, cue, 0.9),
            ]
        return spans


def rules_alone() -> Analyst:
    """The shipped reader with its rules alone."""
    reader = load_reader()
    vars(reader)["_tagger"] = EveryFifth()
    return Analyst(reader)
