"""Remembers who spoke so far in an article, for the pronouns and short names that follow."""

from collections.abc import Iterator
from dataclasses import dataclass

from service.extraction.names.people import Person
from service.records import Mention, SpeakerKind, Span

_REACH = 40  # sources looked back; a pronoun refers to one of the last few


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker at one place: the mention, and the person behind it where there is one."""

    mention: Mention
    person: Person | None = None
    gender: str | None = None
    head: str = ""

    @property
    def kind(self) -> SpeakerKind:
        """The kind of speaker."""
        return self.mention.kind

    @property
    def told_gender(self) -> str | None:
        """'m', 'f' or None, of the phrase or of the person."""
        return self.gender or (self.person.gender if self.person else None)


@dataclass(frozen=True, slots=True)
class Past:
    """The speakers of one earlier source."""

    span: Span
    content: tuple[Span, ...]
    speakers: tuple[Speaker, ...]


class Memory:
    """The sources resolved so far, in the order of the text."""

    def __init__(self) -> None:
        self.past: list[Past] = []

    def add(self, span: Span, content: tuple[Span, ...], speakers: tuple[Speaker, ...]) -> None:
        """Remembers the speakers of a source; a source without speakers leaves no trace."""
        if speakers:
            self.past.append(Past(span, content, speakers))

    def backwards(self) -> Iterator[Past]:
        """Earlier sources, the last one first, as far as anybody refers back."""
        for at in range(len(self.past) - 1, max(-1, len(self.past) - 1 - _REACH), -1):
            yield self.past[at]

    def latest(self, kinds: tuple[SpeakerKind, ...]) -> Speaker | None:
        """The last speaker of one of these kinds."""
        return next((s for past in self.backwards() for s in past.speakers if s.kind in kinds), None)

    def around(self, at: int) -> Speaker | None:
        """The speaker of the innermost remembered words that a place stands in."""
        inside = ((b - a, past) for past in self.backwards() for a, b in past.content if a <= at < b)
        return min(inside, key=lambda pair: pair[0], default=(0, None))[1].speakers[0] if any(
            a <= at < b for past in self.backwards() for a, b in past.content
        ) else None
