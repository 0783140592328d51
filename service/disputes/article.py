"""Finds the claims of one article and who disputes them in it: text and quotes in, records out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from service.disputes.answers import answers_of, is_lasting
from service.disputes.between import is_told_before
from service.disputes.claims import claims_of
from service.disputes.cues import cues
from service.disputes.finding import Quotes
from service.disputes.given import Given, Spans
from service.disputes.meant import leading
from service.disputes.pair import Pair
from service.disputes.pairing import Pairing
from service.disputes.placed import Placed
from service.disputes.relate import disputing
from service.disputes.replies import replied
from service.disputes.sentences import sentences
from service.disputes.shelf import Voices
from service.disputes.sides import Sides
from service.disputes.supposed import supposed
from service.disputes.told import told
from service.disputes.weighing import Weighing, shipped
from service.folding import words_of
from service.records import Answer, Claim, Dispute, Quote, Span, Strength
from service.regex import regex

# The probability from which on an answer is said to dispute a claim, by whether it is weighed as in a whole article:
# of cases and news items of known kinds that were left out of the fit, more than 92 of 100 of those said are right.
# Most of short cases are near 1; in whole articles few are, and more of what is said stands near the floor.
FLOORS = {False: 0.55, True: 0.8}
_AND_THAT = regex(r"\band that\b")
_AND = regex(r"\band\b|[.;] ")
_BEHIND = 2  # sentences behind a body's answer within which its spokesman says why


@dataclass(frozen=True, slots=True)
class Disputed:
    """What an article holds: its claims, the statements that may answer claims anywhere, the disputes within it."""

    claims: tuple[Claim, ...]
    answers: tuple[Answer, ...]
    disputes: tuple[Dispute, ...]


def disputed(
    text: str, quotes: Sequence[Quote], skip: Iterable[Span] = (), weighing: Weighing | None = None
) -> Disputed:
    """The claims, answers and disputes of a text; sentences that begin in `skip` (boilerplate) say nothing.

    `weighing` is by the shipped weights unless others are given. Near-linear in the text and the quotes: an answer
    meets only the claims nearest to it in a few lists.
    """
    claims, given, pairing = _found(text, quotes, skip)
    disputes = _one_way(_of_one_side(_each(given, pairing, weighing or shipped())))
    known = {span[0]: dispute.answer.parties for dispute in disputes for span in dispute.answer.spans}
    lasting = (one.answer for one in given if is_lasting(text, one.answer))
    answers = tuple(replace(answer, parties=known.get(answer.spans[0][0], answer.parties)) for answer in lasting)
    return Disputed(tuple(placed.claim for placed in claims), answers, tuple(disputes))


def paired(text: str, quotes: Sequence[Quote], skip: Iterable[Span] = ()) -> Iterator[Pair]:
    """Every answer of a text beside every claim that it may be about."""
    _, given, pairing = _found(text, quotes, skip)
    return (pair for one in given for pair in pairing.pairs(one))


def _found(text: str, quotes: Sequence[Quote], skip: Iterable[Span]) -> tuple[list[Placed], list[Given], Pairing]:
    spans = sentences(text, skip)
    marks = [cues(text, span) for span in spans]
    said = supposed(text, spans, quotes)
    said += told(text, spans, marks, said)
    found, sides = Quotes(said), Sides(text, said)
    claims = replied(text, spans, found, sides, claims_of(text, spans, marks, found, sides))
    framed = [placed for placed in claims if placed.framed]
    given = answers_of(text, spans, marks, found, sides, framed)
    return claims, given, Pairing(claims, Voices(_voices(found, sides, claims)))


def _voices(quotes: Quotes, sides: Sides, claims: Iterable[Placed]) -> Iterator[tuple[str, ...]]:
    yield from (sides.of_mentions(quote.speakers).parties for quote in quotes.all)
    yield from (placed.claim.parties for placed in claims)


def _of_one_side(disputes: Iterable[tuple[Given, Dispute]]) -> list[Dispute]:
    """What one side answers to one claim is one dispute, however many sentences it takes."""
    found: dict[tuple[object, ...], list[tuple[Given, Dispute]]] = {}
    for given, dispute in disputes:
        told = found.setdefault((dispute.claim.spans, dispute.claim.parties), [])
        at = next((at for at, known in enumerate(told) if _is_one_side(known, (given, dispute))), len(told))
        told[at:] = [(given, _merged(told[at][1], dispute) if told[at:] else dispute), *told[at + 1 :]]
    return [dispute for told in found.values() for _, dispute in told]


def _one_way(disputes: list[Dispute]) -> list[Dispute]:
    """Of two statements that answer each other only the likelier dispute: one of the two was told first."""
    known = {(one.claim.spans[0][0], one.answer.spans[0][0]): one for one in disputes}
    turned = ((one, known.get((one.answer.spans[0][0], one.claim.spans[0][0]))) for one in disputes)
    return [one for one, other in turned if other is None or _rank(one) > _rank(other)]


def _rank(dispute: Dispute) -> tuple[float, int]:
    """For the likelier of two, else for the one whose answer is told last."""
    return dispute.confidence, dispute.answer.spans[0][0]


def _is_one_side(first: tuple[Given, Dispute], other: tuple[Given, Dispute]) -> bool:
    """Whether one side answers a claim twice: the service rejected it, and its spokesman says right behind why.

    Two bodies of one state are two: the Kremlin and the foreign ministry.
    """
    names, others = (frozenset(one.name for one in each[1].answer.disputers) for each in (first, other))
    if _is_called_so(names, others):
        return True
    if any(_AND_THAT.search(first[0].ground.text, *span) for span in first[1].claim.spans):
        return _are_among(other[1], first[1])  # of a claim of two things each side may answer one
    behind = other[0].sentence - first[0].sentence
    if other[0].side.dependent:
        return 0 <= behind <= _BEHIND
    return 0 <= behind <= 1 and (_are_among(other[1], first[1]) or _speaks_for(first[0], other[0]))


def _are_among(dispute: Dispute, other: Dispute) -> bool:
    """Whether persons answer who are among the parties of the other: "the minister, Ana Lind, denied it; Lind said"."""
    persons = [" ".join(words_of(one.name)) for one in dispute.answer.disputers if one.kind == "person"]
    return bool(persons) and set(persons) <= set(other.answer.parties)


def _speaks_for(body: Given, given: Given) -> bool:
    """Whether a person in an office says why, right behind a body's denial: "Norwind denied it", its director said."""
    is_person = all(mention.kind == "person" for mention in given.answer.disputers)
    own = {form for one in given.answer.disputers for form in (one.name, " ".join(words_of(one.name)))}
    of_none = own.issuperset(given.answer.parties)
    of_body = all(mention.kind != "person" for mention in body.answer.disputers)
    return is_person and of_none and of_body and given.in_office and not body.answer.oblique


def _is_called_so(names: frozenset[str], others: frozenset[str]) -> bool:
    """Whether some are called by the names of others, or by a part of them: Captain Ana Lind, Ana Lind."""
    return bool(names) and all(any(one.endswith(two) or two.endswith(one) for two in others) for one in names)


def _merged(first: Dispute, other: Dispute) -> Dispute:
    """The surer of the two, with the words of both and all who speak them."""
    surer = first if first.confidence >= other.confidence else other
    less = other if surer is first else first
    called = {one.name for one in surer.answer.disputers}
    named = (one for one in less.answer.disputers if not _is_called_so(frozenset((one.name,)), frozenset(called)))
    spans = tuple(sorted({*first.answer.spans, *other.answer.spans}))
    signals = tuple(dict.fromkeys((*first.signals, *other.signals)))
    answer = replace(
        surer.answer,
        spans=spans,
        disputers=(*surer.answer.disputers, *named),
        parties=tuple(dict.fromkeys((*surer.answer.parties, *less.answer.parties))),
        signals=tuple(dict.fromkeys((*first.answer.signals, *other.answer.signals))),
    )
    strength: Strength = "strong" if "strong" in (first.strength, other.strength) else "weak"
    return replace(surer, answer=answer, signals=signals, strength=strength)


def _disputes(given: Given, pairing: Pairing, weighing: Weighing) -> list[Dispute]:
    """The dispute of the claim that the answer is about most probably, and of others that it takes up as well."""
    pairs = list(pairing.pairs(given))
    sure = [(pair, weighing.chance(pair, FLOORS[pair.of_whole])) for pair in pairs]
    weighed = [(pair, chance) for pair, chance in sure if chance >= FLOORS[pair.of_whole]]
    if not weighed:
        return []
    first, most = max(weighed, key=lambda one: one[1])
    led = leading(first, pairs)
    if led is not first:
        return [_placed(_dispute(led, most))]
    return [_placed(_dispute(pair, sure)) for pair, sure in weighed if pair is first or _is_another(first, pair)]


def _each(given: Iterable[Given], pairing: Pairing, weighing: Weighing) -> Iterator[tuple[Given, Dispute]]:
    """Every answer with what it disputes; what goes on from a denial disputes nothing else than this."""
    denial: tuple[Given, set[Spans]] | None = None
    for one in given:
        meant = denial[1] if denial and _goes_on(denial[0], one) else None
        found = [each for each in _disputes(one, pairing, weighing) if meant is None or each.claim.spans in meant]
        yield from ((one, each) for each in found)
        if found and not one.answer.oblique:
            denial = one, {each.claim.spans for each in found}


def _goes_on(denial: Given, given: Given) -> bool:
    """Whether those who deny go on in the same sentence: "denied the charge and said its books were open"."""
    same = {one.name for one in denial.answer.disputers} == {one.name for one in given.answer.disputers}
    return same and given.answer.oblique and denial.sentence == given.sentence and denial.start < given.start


def _dispute(pair: Pair, sure: float) -> Dispute:
    return disputing(pair.placed.claim, pair.answer, pair.tied, round(sure, 3))


def _is_another(first: Pair, pair: Pair) -> bool:
    """One answer to two accusations of one party: "the sanctions over hacking and oil rest on a pretext"."""
    tied, claim, best = pair.tied, pair.placed.claim, first.placed.claim
    if claim.spans == best.spans:
        return False
    if claim.parties != best.parties:
        return _answers_both(first, pair)
    taken_up = not tied.common and tied.takes_up and first.tied.takes_up and not tied.met <= first.tied.met
    return pair.ruled is not None and taken_up


def _answers_both(first: Pair, pair: Pair) -> bool:
    """One answer to two who speak before it, each in other words: "the exit was open, and the alarm rang"."""
    one, two = first.tied.met, pair.tied.met
    apart = bool(one) and bool(two) and one.isdisjoint(two)
    return apart and _AND.search(pair.given.said) is not None and is_told_before(first) and is_told_before(pair)


def _placed(dispute: Dispute) -> Dispute:
    """An answer of "the mission" that answers for nobody known is the accused's, when only one was accused."""
    answer, accused = dispute.answer, dispute.claim.accused_parties or dispute.claim.about
    labels = [party for party in accused if party != party.lower()]
    if any(party != party.lower() for party in answer.parties) or len(labels) != 1:
        return dispute
    return replace(dispute, answer=replace(answer, parties=(*labels, *answer.parties)))
