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
Nature = Literal["fact", "opinion"]
Relation = Literal[
    "denies", "denies_evidence", "denies_involvement", "denies_existence",
    "rejects_basis", "contests_motive", "counter_evaluates",
]  # fmt: skip
Strength = Literal["strong", "weak"]
ReplyKind = Literal["retracts", "concedes", "agrees"]


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

    `content` are the words, without outer marks or a leading "that"; `quoted` the parts of it inside marks,
    or set off by the layout (the turns of an interview, a letter in a paragraph of its own).
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
class Signal:
    """Words that fired while a dispute was looked for, and what for: "denial of evidence", "reference", ..."""

    span: Span
    purpose: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What an article says to a claim that it tells, and denies nothing: its own speaker takes it back, the accused
    concedes it, somebody else agrees with it. `narrated` if the article tells the act in its own words.
    """

    spans: tuple[Span, ...]
    speakers: tuple[Mention, ...]
    kind: ReplyKind
    narrated: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """What one party holds to be so, in the article's words; `narrated` if the article tells the act itself.

    `accused` are the names of those whom it accuses, as printed. The parties are what `party_of` makes of the names,
    so that they compare across articles; those in lower case hold within the article alone. `terms` are the folded
    stems of its words, names left out; `negative` tells that it says something was not done.
    """

    spans: tuple[Span, ...]
    claimants: tuple[Mention, ...]
    parties: tuple[str, ...]
    accused: tuple[str, ...]
    accused_parties: tuple[str, ...]
    about: tuple[str, ...]  # all parties that its words name, the accused among them
    nature: Nature
    terms: tuple[str, ...]
    negative: bool = False
    narrated: bool = False
    confidence: float = 0.0  # that the claimant is right
    replies: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A statement that may answer a claim: what in it denies, and what it says it denies.

    `terms` are the stems of the thing denied, names left out, empty where it is only referred to ("the accusations");
    `context` those of all its words. `oblique`: it tells another story, and denies by that. `flat`: it says of
    something done that it was not. `referred` are the parties whose claim it names ("Corvane's accusations");
    `negative` as for a claim.
    """

    spans: tuple[Span, ...]
    disputers: tuple[Mention, ...]
    parties: tuple[str, ...]
    signals: tuple[Signal, ...]
    relation: Relation
    terms: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    oblique: bool = False
    flat: bool = False
    referred: tuple[str, ...] = ()
    negative: bool = False
    narrated: bool = False
    confidence: float = 0.0  # that the disputer is right


@dataclass(frozen=True, slots=True)
class Dispute:
    """A claim of one party and the words of another that deny or reject it; `signals` stand in the answer's article."""

    claim: Claim
    answer: Answer
    relation: Relation
    strength: Strength
    confidence: float  # that the answer disputes this claim
    signals: tuple[Signal, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a reader found in one article; `status` is "read" or "unsupported_language".

    `answers` are the statements that may dispute claims of other articles, whether or not they dispute one here.
    """

    status: Literal["read", "unsupported_language"]
    language: str
    reader: str  # version of the reader: model, rules and runtime
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    answers: tuple[Answer, ...] = ()
    disputes: tuple[Dispute, ...] = ()


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
