"""Remembers who spoke so far in an article, for the pronouns and short names that follow."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from service.extraction.names.cores import FIRST, key
from service.extraction.names.people import Person
from service.records import Mention, Span, SpeakerKind

_NESTED = 12  # reported words that begin before a place and may still hold it
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
        self._meant: dict[int, tuple[str, int]] = {}
        self._open: dict[str, int] = {}  # the last source of each gender that nobody was found for

    def add(self, span: Span, content: tuple[Span, ...], speakers: tuple[Speaker, ...]) -> None:
        """Remembers the speakers of a source; a source without speakers leaves no trace."""
        if speakers:
            self.past.append(Past(span, content, speakers))

    def meant_by(self, gender: str, person: Person, at: int) -> None:
        """Remembers which pronoun meant somebody whose gender nothing else tells."""
        self._meant[id(person)] = (gender, at)

    def meant_since(self, person: Person, at: int) -> str | None:
        """The gender of the pronoun that meant somebody last, if it stands behind a place."""
        gender, place = self._meant.get(id(person), (None, -1))
        return gender if place > at else None

    def leave_open(self, gender: str, at: int) -> None:
        """Remembers a pronoun for which nobody was found: the next "she" may be the same woman."""
        self._open[gender] = at

    def is_open(self, gender: str, since: int) -> bool:
        """Whether nobody was found for a pronoun of a gender at `since` or later."""
        return self._open.get(gender, -1) >= since

    def backwards(self) -> Iterator[Past]:
        """Earlier sources, the last one first, as far as anybody refers back."""
        for at in range(len(self.past) - 1, max(-1, len(self.past) - 1 - _REACH), -1):
            yield self.past[at]

    def latest(self, kinds: tuple[SpeakerKind, ...], since: int) -> Speaker | None:
        """The last speaker of one of these kinds whose source begins at `since` or later."""
        recent = (past for past in self.backwards() if past.span[0] >= since)
        return next((speaker for past in recent for speaker in past.speakers if speaker.kind in kinds), None)

    def around(self, at: int) -> Speaker | None:
        """The speaker of the shortest reported words that a place stands in, among the sources resolved so far."""
        high = bisect_right(self._contents, at, key=lambda entry: entry[0])
        inside = [(b - a, past) for a, b, past in self._contents[max(0, high - _NESTED) : high] if at < b]
        return min(inside, key=lambda pair: pair[0])[1].speakers[0] if inside else None

    @cached_property
    def _contents(self) -> list[tuple[int, int, Past]]:
        """Reported words in order. Asked for once all sources but I and we are resolved, so it stays as it is."""
        return sorted(((a, b, past) for past in self.past for a, b in past.content), key=lambda entry: entry[:2])


def may_be_no_person(speaker: Speaker) -> bool:
    """Whether a name is a person's only because nothing tells what it names: Ecovia, Calmly, Pyrgos Maritime."""
    person = speaker.person
    unknown = person is not None and person.gender is None and not speaker.gender and not speaker.mention.role
    return unknown and person is not None and key(person.words[0]) not in FIRST
