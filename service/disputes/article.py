"""Finds the claims of one article and who disputes them in it: text and quotes in, records out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from service.disputes.answers import answers_of, is_lasting
from service.disputes.claims import Placed, claims_of
from service.disputes.cues import cues
from service.disputes.finding import Quotes
from service.disputes.given import Given
from service.disputes.relate import relate
from service.disputes.sentences import sentences
from service.disputes.shelf import Shelf, Voices
from service.disputes.sides import Sides
from service.disputes.ties import FAR, Reply, Ties, ties
from service.records import Answer, Claim, Dispute, Quote, Span, Strength

_INSIDE = 40  # characters in which a claim taken up by a statement begins within it: "talk of a pardon is a story"


@dataclass(frozen=True, slots=True)
class Disputed:
    """What an article holds: its claims, the statements that may answer claims anywhere, the disputes within it."""

    claims: tuple[Claim, ...]
    answers: tuple[Answer, ...]
    disputes: tuple[Dispute, ...]


def disputed(text: str, quotes: Sequence[Quote], skip: Iterable[Span] = ()) -> Disputed:
    """The claims, answers and disputes of a text; sentences that begin in `skip` (boilerplate) say nothing.

    Near-linear in the text and the quotes: an answer meets only the claims nearest to it in a few lists.
    """
    spans, found, sides = sentences(text, skip), Quotes(quotes), Sides(text, quotes)
    marks = [cues(text, span) for span in spans]
    claims = claims_of(text, spans, marks, found, sides)
    framed = [placed.told for placed in claims if placed.framed]
    given = answers_of(text, spans, marks, found, sides, framed)
    shelf, voices = Shelf(claims), Voices(_voices(found, sides, claims))
    disputes = _of_one_speaker(dispute for one in given for dispute in _disputes(one, shelf, voices))
    known = {span: dispute.answer.parties for dispute in disputes for span in dispute.answer.spans}
    lasting = (one.answer for one in given if is_lasting(text, one.answer))
    answers = tuple(replace(answer, parties=known.get(answer.spans[0], answer.parties)) for answer in lasting)
    return Disputed(tuple(placed.claim for placed in claims), answers, tuple(disputes))


def _voices(quotes: Quotes, sides: Sides, claims: Iterable[Placed]) -> Iterator[tuple[str, ...]]:
    yield from (sides.of_mentions(quote.speakers).parties for quote in quotes.all)
    yield from (placed.claim.parties for placed in claims)


def _of_one_speaker(disputes: Iterable[Dispute]) -> list[Dispute]:
    """What one speaker answers to one claim is one dispute, however many sentences it takes."""
    found: dict[tuple[object, ...], Dispute] = {}
    for dispute in disputes:
        names = tuple(mention.name for mention in dispute.answer.disputers)
        key = (dispute.claim.spans, dispute.claim.parties, names)
        found[key] = _merged(found[key], dispute) if key in found else dispute
    return list(found.values())


def _merged(first: Dispute, other: Dispute) -> Dispute:
    """The surer of the two, with the words of both."""
    surer = first if first.confidence >= other.confidence else other
    spans = tuple(sorted({*first.answer.spans, *other.answer.spans}))
    signals = tuple(dict.fromkeys((*first.signals, *other.signals)))
    answer = replace(
        surer.answer, spans=spans, signals=tuple(dict.fromkeys((*first.answer.signals, *other.answer.signals)))
    )
    strength: Strength = "strong" if "strong" in (first.strength, other.strength) else "weak"
    return replace(surer, answer=answer, signals=signals, strength=strength)


def _disputes(given: Given, shelf: Shelf, voices: Voices) -> list[Dispute]:
    """The dispute of the claim that the answer is tied to best, and of others that it takes up with other words."""
    fitting = []
    for placed in shelf.near(given):
        tied = _ties(given, placed, voices)
        dispute = relate(placed.claim, given.answer, tied) if tied else None
        if dispute and tied:
            fitting.append((tied, dispute))
    if not fitting:
        return []
    first, best = max(fitting, key=lambda pair: pair[0].weight)
    return [_placed(best), *(_placed(dispute) for tied, dispute in fitting if _is_another(first, best, tied, dispute))]


def _is_another(first: Ties, best: Dispute, tied: Ties, dispute: Dispute) -> bool:
    """One answer to two accusations of one party: "the sanctions over hacking and oil rest on a pretext"."""
    of_one = dispute.claim.parties == best.claim.parties and dispute.claim.spans != best.claim.spans
    return of_one and not tied.common and tied.takes_up and first.takes_up and not tied.met <= first.met


def _placed(dispute: Dispute) -> Dispute:
    """An answer of "the mission" that answers for nobody known is the accused's, when only one was accused."""
    answer, accused = dispute.answer, dispute.claim.accused_parties or dispute.claim.about
    labels = [party for party in accused if party != party.lower()]
    if any(party != party.lower() for party in answer.parties) or len(labels) != 1:
        return dispute
    return replace(dispute, answer=replace(answer, parties=(*labels, *answer.parties)))


def _ties(given: Given, placed: Placed, voices: Voices) -> Ties | None:
    if _is_hopeless(given, placed, voices) or _same_words(given, placed):
        return None
    if given.topic and not given.topic & (placed.words | placed.heads):
        return None
    if given.side.possessive and not (placed.claim.about or placed.claim.accused or given.side.heads & placed.words):
        return None  # "his lawyer" is the claimant's own where nobody else is spoken of
    return ties(placed.claim, given.answer, _reply(given, placed, voices))


def _is_hopeless(given: Given, placed: Placed, voices: Voices) -> bool:
    """Whether no tie could make it an answer to this claim: told before it, far away, of other things, by others."""
    if not given.answer.oblique:
        return False
    if not _after(given, placed):
        return True
    claim, answer = placed.claim, given.answer
    accused = set(claim.accused_parties or claim.about)
    concerned = not accused.isdisjoint(answer.parties) or not set(answer.referred).isdisjoint(claim.parties)
    if concerned:
        return False
    if abs(given.sentence - placed.sentence) > FAR:
        return True
    apart = placed.terms.isdisjoint(given.answer.context) and not _is_dependent(given, placed)
    return given.plain and apart and not _is_sole(given, placed, voices)


def _is_dependent(given: Given, placed: Placed) -> bool:
    """Whether the speaker is called by a word of the claim, or as "the company"."""
    return (
        given.side.dependent
        or not given.side.heads.isdisjoint(placed.words)
        or (placed.unnamed and not placed.claim.accused and given.organised)
    )


def _is_sole(given: Given, placed: Placed, voices: Voices) -> bool:
    return not placed.claim.accused and voices.sole(placed.claim.parties, given.answer.parties)


def _after(given: Given, placed: Placed) -> bool:
    """Whether the claim was told before the answer, in place or in tense."""
    inside = given.answer.spans[-1][0] + placed.framed * _INSIDE
    return placed.recalled or (not given.recalled and placed.start < inside)


def _reply(given: Given, placed: Placed, voices: Voices) -> Reply:
    return Reply(
        distance=given.sentence - placed.sentence,
        after=_after(given, placed),
        dependent=_is_dependent(given, placed),
        addressed=bool(placed.heads & given.words),
        sole=_is_sole(given, placed, voices),
        motive=placed.motive and given.answer.relation == "contests_motive",
        telling=given.telling,
        yielding=given.yielding,
        own=given.own,
        echo=bool(given.denied & placed.denied),
    )


def _same_words(given: Given, placed: Placed) -> bool:
    """A statement is no answer to itself; a claim told within a denial of it is another's."""
    start, end = given.start, given.answer.spans[-1][1]
    return not placed.framed and start < placed.claim.spans[-1][1] and placed.start < end
