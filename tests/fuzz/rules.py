"""The reader without its network: the rules around it, many times as fast, and with tags where none would be."""

import re
from bisect import bisect_left

from service.analysis import Analyst
from service.extraction.reader import load_reader
from service.extraction.tagger import Role, Tagged

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\S)[^.!?\n]+)*")
_CUE = re.compile(
    r"\b(?:said|says?|told|added|asked|denied|rejected|called|accused|claims?|(?:[Aa]ccording|[Aa]s) to|quoted)\b"
)

SIDES: tuple[Role, Role] = ("source", "content")


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


class AroundCues:
    """Stands in for the network on prose: of a sentence with a word of saying, what is before and what is behind it
    are source and content, by turns."""

    def tag(self, text: str, marked: object, skip: object = None) -> list[Tagged]:
        """Spans as the network gives them."""
        words = [match.span() for match in _WORD.finditer(text)]
        starts = [start for start, _ in words]
        spans: list[Tagged] = []
        for sentence in _SENTENCE.finditer(text):
            first, last = bisect_left(starts, sentence.start()), bisect_left(starts, sentence.end())
            cue = _CUE.search(text, *sentence.span())
            if cue is None:
                continue
            begun, ended = bisect_left(starts, cue.start()), bisect_left(starts, cue.end())
            turned = len(sentence[0]) % 2
            before, behind = SIDES[::-1] if turned else SIDES
            if first < begun and ended < last:
                number = len(spans) + 1
                spans += [
                    Tagged(before, (starts[first], words[begun - 1][1]), first, begun, 0.9, number, 0.9),
                    Tagged("cue", cue.span(), begun, ended, 0.9),
                    Tagged(behind, (starts[ended], words[last - 1][1]), ended, last, 0.9, number, 0.9),
                ]
        return spans


def rules_alone(tagger: EveryFifth | AroundCues | None = None) -> Analyst:
    """The shipped reader with its rules alone, around the tags of a stand-in."""
    reader = load_reader()
    vars(reader)["_tagger"] = tagger or EveryFifth()
    return Analyst(reader)
