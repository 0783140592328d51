"""Tells of a place whether it stands in words that somebody is reported to have said: no subject of the article's."""

from itertools import islice

from service.extraction.names.memory import Memory
from service.extraction.names.words import sentence_start
from service.records import Span

_SOURCES = 8  # earlier ones whose words are looked at
_REACH = 900


class ReportedWords:
    """The reported words of one article, as far as its sources are resolved."""

    def __init__(self, text: str, memory: Memory) -> None:
        self.text, self.memory = text, memory

    def hold(self, place: int, at: int, content: tuple[Span, ...]) -> bool:
        """Whether a place stands in reported words that a pronoun at `at`, the source of `content`, does not stand in.

        Words without marks are told in one sentence: what the network adds to them from the sentence behind, or from
        those before "he said", is the article's.
        """
        past = (span for past in islice(self.memory.backwards(), _SOURCES) for span in past.content)
        start = next((a for a, b in past if a <= place < b and not a <= at < b), None)
        if start is not None:
            return sentence_start(self.text, place) <= start or self._is_marked(place)
        own = any(a <= place < b and not a <= at < b for a, b in content)
        return own and (sentence_start(self.text, at) <= place or self._is_marked(place))

    def _is_marked(self, place: int) -> bool:
        """Whether marks that open in the paragraph of a place are still open there."""
        before = self.text[max(self.text.rfind("\n", 0, place) + 1, place - _REACH) : place]
        straight = before.count('"') + before.count("''")
        return before.rfind("“") > before.rfind("”") or straight % 2 == 1
