"""Puts together what is known of a statement that may answer a claim."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from service.disputes.asserted import recalled
from service.disputes.bodies import bodies
from service.disputes.callings import is_open
from service.disputes.ground import CAPITAL, Ground
from service.disputes.introducing import introduction
from service.disputes.manner import holds_office, tells_reply, tells_what_is_answered
from service.disputes.matter import speaks_of_self, years
from service.disputes.opposing import contrasts, denied, is_negative, negates, speaks_of_itself, yields
from service.disputes.reference import means_told, names_person, referred, takes_up
from service.disputes.sentences import place
from service.disputes.sides import Side, geographic
from service.disputes.signals import Hit, names_claim
from service.disputes.traps import affirms, confirms, granted
from service.disputes.words import terms
from service.records import Answer, Mention, Quote, Relation, Span
from service.regex import regex

_ORDER: tuple[Relation, ...] = (
    "denies_existence", "denies_involvement", "denies_evidence", "rejects_basis", "denies", "contests_motive",
    "counter_evaluates",
)  # fmt: skip
LEAST = frozenset(("polarity", "another account"))  # what says least of how a claim is denied
# Cues by which somebody holds to a story against another.
_GAINSAYING = regex(
    r"\b(?:insist|maintain|counter|retort|object|protest|stress|point(?:s|ed)? out|correct|contradict|rebut|"
    r"hit(?:s)? back|snap|shot back|underlin|emphasi)\w*",
)
_ASKED = regex(r"\b[Aa]sked (?:\w+ )?(?:about|on|over|whether|if) ([^,.;“”\"]{3,90})")
_PROPER = regex(r"(?<!^)\b[A-Z](?!\w*(?:ican|ratic|ative|eral|ish|ese|ian)\b)|^(?!The |An? |His |Her |Its )[A-Z]")
_MEANT = regex(r"(?:it|this|that|they|these|those|all|both)$", re.I)
Spans = tuple[Span, ...]
_SHARE = regex(
    r"\b(?:per ?cent|percentage|(?:majority|half|third|quarter|most|\d+) of|respondents|those (?:surveyed|polled|"
    r"asked))\b|%",
)
_BUT = regex(r"[,.;]? [Bb]ut ")
_LEADING = 3  # words
_BESIDE = 50  # characters behind a name that may call the speaker something
_AROUND = 60  # characters behind an answer in which its cue stands
LONGEST = 4_000  # characters of a statement looked at


@dataclass(frozen=True)
class Given:
    """An answer, where it begins, who gives it and how its words stand to what was said before.

    What costs a search is found when a claim is near that asks for it: most statements answer nothing.
    """

    ground: Ground
    answer: Answer
    sentence: int
    start: int
    side: Side
    said: str  # its words
    quote: Quote | None  # within which it begins
    behind_denial: bool = False  # a denial by the same is told right before: "Corvane denied it. “No valve leaked.”"

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of all its words."""
        return terms(self.said)

    @cached_property
    def organised(self) -> bool:
        """Whether an organisation speaks."""
        return any(mention.kind == "organisation" for mention in self.side.mentions)

    @cached_property
    def plain(self) -> bool:
        """Whether it only tells something, or says of something that it was not."""
        return all(signal.purpose in LEAST for signal in self.answer.signals)

    @cached_property
    def nobody(self) -> bool:
        """Whether persons speak who are neither named nor called by an office: the tall man, the candidate."""
        persons = all(one.kind not in ("organisation", "state", "document") for one in self.side.mentions)
        return persons and not any(_PROPER.search(one.name) or holds_office(one.name) for one in self.side.mentions)

    @cached_property
    def polled(self) -> bool:
        """Whether a share of those who were asked in a poll speaks: only 24 percent, a majority of voters."""
        return any(_SHARE.search(one.name.lower()) for one in self.side.mentions)

    @cached_property
    def indefinite(self) -> bool:
        """Whether it is open who speaks: somebody not told of before, or anybody by another name."""
        return any(is_open(one.name) for one in self.side.mentions)

    @cached_property
    def granting(self) -> bool:
        """Whether it grants what was said before: not "I shouted, I admit it, but I threw nothing"."""
        if self._confirms:
            return True
        before, _, behind = _BUT.sub("\n", self.said, count=1).partition("\n")
        return granted(self.said) and not (granted(before) and negates(behind))

    @cached_property
    def _confirms(self) -> bool:
        """Whether it is told right before that they confirm what was said: "it confirmed the report and said"."""
        spans, text = self.ground.sentences, self.ground.text
        if self.quote is None or self.sentence < 0 or not self.plain:
            return False  # "It confirmed the move: it was made for another reason" grants no motive
        found = confirms(text, (spans[max(0, self.sentence - 1)][0], self.start))
        quote = self.ground.quotes.of_cue(found) if found else None
        own = {mention.name for mention in self.answer.disputers}
        return quote is not None and not own.isdisjoint(mention.name for mention in quote.speakers)

    @cached_property
    def affirming(self) -> bool:
        """Whether it begins with what was indeed done, which answers only that it was not."""
        return affirms(self.said)

    @cached_property
    def telling(self) -> bool:
        """Whether it tells the matter otherwise."""
        cue = self.ground.text[slice(*self.quote.cue)] if self.quote and self.quote.cue else ""
        return contrasts(self.said) or _GAINSAYING.search(cue.lower()) is not None

    @cached_property
    def yielding(self) -> bool:
        """Whether it regrets, consents, promises or asks."""
        return yields(self.said)

    @cached_property
    def own(self) -> bool:
        """Whether it speaks of those who give it."""
        return speaks_of_itself(self.said)

    @cached_property
    def called(self) -> str:
        """What those who give it are called, with what stands behind their names."""
        text = self.ground.text
        spans = ((one, one.span or (0, -_BESIDE)) for one in self.answer.disputers)
        return " ".join(f"{one.name} {one.role or ''} {text[start : end + _BESIDE]}" for one, (start, end) in spans)

    @cached_property
    def bodies(self) -> frozenset[str]:
        """The kinds of bodies for which they answer by what they are called."""
        return bodies(" ".join(map(self._called_in_full, self.answer.disputers)), "called")

    def _called_in_full(self, one: Mention) -> str:
        """What somebody is called here, and where the article first names them."""
        text = self.ground.text
        introduced = introduction(text, one.name) if one.kind == "person" else ""
        return f"{one.name} {one.role or ''} {introduced} {text[slice(*one.span)] if one.span else ''}"

    @cached_property
    def owner(self) -> tuple[str, ...]:
        """The parties of whom those who give it are called the director, the lawyer by a pronoun."""
        owners = self.ground.owners
        return tuple(party for one in self.answer.disputers for party in owners.get(one.name, ()))

    @cached_property
    def named_before(self) -> bool:
        """Whether the text speaks of them before the sentence in which they say it."""
        spans, first = self.ground.sentences, self.ground.first
        begins = spans[self.sentence][0] if self.sentence >= 0 and spans else self.start
        names = (name for one in self.answer.disputers for name in CAPITAL.findall(one.name))
        return any(first.get(name, begins) < begins for name in names)

    @cached_property
    def in_office(self) -> bool:
        """Whether they speak for a body."""
        return holds_office(self.called)

    @cached_property
    def in_reply(self) -> bool:
        """Whether its sentence or the one before tells that it is a reply."""
        sentences = self.ground.sentences
        start = sentences[max(0, self.sentence - 1)][0] if sentences else self.start
        return tells_reply(self.ground.text[start : self.answer.spans[-1][1] + _AROUND])

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that it names."""
        return years(self.said)

    @cached_property
    def of_self(self) -> bool:
        """Whether they tell what they do themselves: she herself owned no flat."""
        return speaks_of_self(self.said)

    @cached_property
    def others(self) -> frozenset[str]:
        """Who else of those who speak in the article is named by the sentences of its signals."""
        spans = self.ground.sentences
        here = {place(spans, signal.span[0]) for signal in self.answer.signals} - {-1}
        inside = ((max(start, spans[at][0]), min(end, spans[at][1])) for at in here for start, end in self.answer.spans)
        named = (self.ground.sides.named_in(start, end) for start, end in inside if start < end)
        return (frozenset().union(*named) & self.ground.voices) - set(self.answer.parties)

    @cached_property
    def refers(self) -> bool:
        """Whether what it denies was told before: those charges, it."""
        text, signals = self.ground.text, self.answer.signals
        if self.answer.narrated:
            verb, end = signals[0].span, self.answer.spans[0][1]
            return means_told(text[verb[1] : end] if verb[1] < end else text[self.start : verb[0]])
        return any(takes_up(text, signal.span, self.start) for signal in signals)

    @cached_property
    def of_person(self) -> bool:
        """Whether it judges what one person did, by "he" or "she"."""
        text = self.ground.text
        return any(names_person(text, signal.span, self.start) for signal in self.answer.signals)

    @cached_property
    def opens_flat(self) -> bool:
        """Whether it says of something done that it was not, in its first stretch."""
        return self.answer.flat and negates(self.ground.text[slice(*self.answer.spans[0])])

    @cached_property
    def announced(self) -> int | None:
        """The number of the sentence, its own or the next, that tells behind it to what it is the answer."""
        text, spans, end = self.ground.text, self.ground.sentences, self.answer.spans[-1][1]
        for at in (self.sentence, self.sentence + 1):
            if 0 <= at < len(spans) and tells_what_is_answered(text[max(spans[at][0], end) : spans[at][1]]):
                return at
        return None

    @cached_property
    def recalled(self) -> bool:
        """Whether it is told as said before what stands around it."""
        return self.quote is not None and recalled(self.ground.text, self.quote)

    @cached_property
    def denied(self) -> frozenset[str]:
        """The stems of what it says was not there."""
        return denied(self.said)

    @cached_property
    def leading(self) -> tuple[str, ...]:
        """The parties that its first words name."""
        return self.ground.sides.named(" ".join(self.said.split()[:_LEADING]))

    @cached_property
    def leading_in(self) -> str:
        """The words of its sentence before it: In Sudria, landlords said."""
        spans = self.ground.sentences
        return self.ground.text[spans[self.sentence][0] : self.start] if self.sentence >= 0 and spans else ""

    @cached_property
    def topic(self) -> frozenset[str]:
        """The stems of what they were asked about, if something is named."""
        return _topic(self.ground, self.start)


def given(
    ground: Ground,
    spans: tuple[Span, ...],
    side: Side,
    hits: Sequence[Hit],
    confidence: float,
    *,
    narrated: bool = False,
) -> Given:
    """The statement at `spans` with its signals."""
    words = " ".join(ground.text[start : min(end, start + LONGEST)] for start, end in spans)
    start = spans[0][0]
    answer = _answer(ground, spans, side, hits, confidence, words, narrated)
    quote = ground.quotes.around((start, start + 1))
    return Given(ground, answer, place(ground.sentences, start), start, side, words, quote)


def _answer(
    ground: Ground,
    spans: tuple[Span, ...],
    side: Side,
    hits: Sequence[Hit],
    confidence: float,
    words: str,
    narrated: bool,
) -> Answer:
    plain = [hit for hit in hits if hit.plain]
    context = terms(words, without=ground.names)
    about = frozenset().union(*(hit.about for hit in plain)) if plain else context
    signals = tuple(dict.fromkeys(hit.signal for hit in plain or hits))
    return Answer(
        spans, side.mentions, side.parties, signals, _relation(plain or hits), tuple(sorted(about)),
        tuple(sorted(context - geographic(words))), not plain, negates(words), referred(ground.sides, words),
        is_negative(words), narrated, confidence,
    )  # fmt: skip


def _relation(hits: Sequence[Hit]) -> Relation:
    """What the hits say together; "did not" alone says least: "we did not do it for revenge" is about the motive."""
    telling = [hit for hit in hits if hit.signal.purpose not in LEAST] or hits
    return next(name for name in _ORDER if any(hit.relation == name for hit in telling))


def _topic(ground: Ground, at: int) -> frozenset[str]:
    """What they were asked about before they said it: another matter, if the claim does not speak of it."""
    low = ground.sentences[max(0, place(ground.sentences, at))][0] if ground.sentences else at
    asked = _ASKED.search(ground.text, low, at)
    if asked is None or names_claim(asked[1]) or _MEANT.match(asked[1]):
        return frozenset()
    return terms(asked[1], without=ground.names)
