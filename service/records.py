"""What all layers speak: articles, and what a reading of one article found. Offsets are code points, end exclusive."""

from dataclasses import dataclass, field
from typing import Any, Literal

Span = tuple[int, int]

Kind = Literal["direct", "mixed", "indirect"]
Stance = Literal[
    "assert", "allege", "accuse", "deny", "reject", "concede", "confirm",
    "agree", "promise", "demand", "warn", "ask", "retract", "decline",
]  # fmt: skip
AttributionState = Literal["attributed", "ambiguous", "unattributed"]
SpeakerKind = Literal["person", "organisation", "state", "office", "group", "document", "anonymous"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker at one place of an article. `name` is the fullest form the article prints for them.

    `span` is None where the speaker is not printed beside the words (carried on from an earlier sentence).
    `forms` are all the printed forms the article uses for this speaker, pronouns left out.
    """

    name: str
    span: Span | None = None
    kind: SpeakerKind = "person"
    role: str | None = None
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """One attribution: who is reported to have said which words.

    `content` are the words, without outer marks or a leading "that"; `quoted` the parts of it inside marks.
    `confidence` is the probability that the speaker is right. `reason` says why a speaker is missing or chosen.
    """

    content: tuple[Span, ...]
    quoted: tuple[Span, ...]
    cue: Span | None
    speakers: tuple[Mention, ...]
    via: str | None
    kind: Kind
    stance: Stance
    speech: bool
    attribution: AttributionState
    reason: str
    candidates: tuple[str, ...]
    confidence: float

    @property
    def speaker(self) -> Mention | None:
        """The first of the speakers, who stands for them wherever one name is asked for."""
        return self.speakers[0] if self.speakers else None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a reader found in one article; `status` is "read" or "unsupported_language"."""

    status: Literal["read", "unsupported_language"]
    language: str
    reader: str  # version of the reader: model, rules and runtime
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """An article as received. `text` is never changed; `html_sha256` and `extractor` tell where it came out of HTML.

    `published_at` keeps the precision of the news: "2018", "2018-08", "2018-08-21" or a full RFC 3339 instant.
    """

    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published_at: str | None = None
    html_sha256: str | None = None
    extractor: str | None = None
    sample: bool = False
    first_reported: Any = field(default=None, hash=False)
