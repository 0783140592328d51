"""Finds the quotes of an article by place: whose cue stands here, whose words these are, who is named here."""

from bisect import bisect_right
from collections.abc import Sequence

from service.records import Mention, Quote, Span

_BACK = 4  # quotes looked at before a place: contents nest, but not deeply


class Quotes:
    """The quotes with a speaker, by the places of their cues, contents and speakers."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self.all = [quote for quote in quotes if quote.content]
        self._cues = sorted((quote.cue, at) for at, quote in enumerate(self.all) if quote.cue)
        self._contents = sorted((span, at) for at, quote in enumerate(self.all) for span in quote.content)
        self._speakers = sorted(
            (mention.span, at, number)
            for at, quote in enumerate(self.all)
            for number, mention in enumerate(quote.speakers)
            if mention.span
        )

    def of_cue(self, cue: Span) -> Quote | None:
        """The quote whose cue shares a word with this one."""
        at = bisect_right(self._cues, cue[1] - 1, key=lambda entry: entry[0][0])
        for (start, end), number in self._cues[max(0, at - _BACK) : at]:
            if start < cue[1] and cue[0] < end:
                return self.all[number]
        return None

    def around(self, span: Span) -> Quote | None:
        """The quote within whose words this stands, the innermost."""
        at = bisect_right(self._contents, span[0], key=lambda entry: entry[0][0])
        for (_, end), number in reversed(self._contents[max(0, at - _BACK) : at]):
            if span[0] < end:
                return self.all[number]
        return None

    def speaking_at(self, span: Span) -> Mention | None:
        """The speaker of some quote who is named here."""
        at = bisect_right(self._speakers, span[1] - 1, key=lambda entry: entry[0][0])
        for (start, end), number, which in self._speakers[max(0, at - _BACK) : at]:
            if start < span[1] and span[0] < end:
                return self.all[number].speakers[which]
        return None
