"""What holds for every text whatever: it is read to the end, in time, and every place that is told lies in it."""

import time
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import pairwise

import orjson

from service.extraction.lines import line
from service.identity import article_id
from service.intake import Reader, revision_of
from service.records import Answer, Claim, Mention, Quote, Reading, Span

START, A_CHARACTER = 0.5, 0.004  # seconds of this process; instrumented for a fuzzer it is many times as slow


class Broken(Exception):
    """A text after whose reading something does not hold; the message says what."""


def check(reader: Reader, text: str) -> None:
    """Reads a text as intake does. Broken: one of the properties does not hold; any other error is a finding too."""
    reading, taken = _read(reader, text)
    for what in broken_properties(text, reading):
        raise Broken(what)
    # Twice: what is loaded at the first text of its kind belongs to no text.
    if taken > (most := START + A_CHARACTER * len(text)) and (taken := _read(reader, text)[1]) > most:
        raise Broken(f"took {taken:.1f} s for {len(text)} characters")


def _read(reader: Reader, text: str) -> tuple[Reading, float]:
    begun = time.process_time()
    reading = reader.read(text)
    revision_of(text, reading, article_id(None, text), sha256(text.encode()).hexdigest())
    orjson.dumps(line("id", reading))
    return reading, time.process_time() - begun


def broken_properties(text: str, reading: Reading) -> Iterator[str]:
    """What is wrong with a reading of this text, in words."""
    for quote in reading.quotes:
        yield from _of_quote(text, quote)
    for claim in reading.claims:
        yield from _of_statement(text, claim, claim.claimants)
    for answer in reading.answers:
        yield from _of_statement(text, answer, answer.disputers)
    for dispute in reading.disputes:
        yield from _of_statement(text, dispute.claim, dispute.claim.claimants)
        yield from _of_statement(text, dispute.answer, dispute.answer.disputers)
        yield from _misplaced(text, [signal.span for signal in dispute.signals], "signal")
        if not 0 <= dispute.confidence <= 1:
            yield "the confidence of a dispute is no probability"


def _of_quote(text: str, quote: Quote) -> Iterator[str]:
    yield from _in_order(text, quote.content, "content")
    yield from _in_order(text, quote.quoted, "quoted")
    yield from _misplaced(text, [quote.cue] if quote.cue else [], "cue")
    yield from _of_mentions(text, quote.speakers)
    if not quote.content:
        yield "a quote without content"
    if not all(any(start <= a and b <= end for start, end in quote.content) for a, b in quote.quoted):
        yield "quoted is no part of the content"
    if (quote.attribution == "attributed") != bool(quote.speakers):
        yield "attributed to nobody, or to somebody without being attributed"
    if not 0 <= quote.confidence <= 1:
        yield "the confidence of a quote is no probability"


def _of_statement(text: str, statement: Claim | Answer, mentions: Iterable[Mention]) -> Iterator[str]:
    yield from _misplaced(text, statement.spans, "statement")
    yield from _of_mentions(text, mentions)
    if not statement.spans:
        yield "a statement without words"


def _of_mentions(text: str, mentions: Iterable[Mention]) -> Iterator[str]:
    for mention in mentions:
        yield from _misplaced(text, [mention.span] if mention.span else [], "speaker")
        if not mention.name.strip():
            yield "a speaker without a name"


def _in_order(text: str, spans: Iterable[Span], of: str) -> Iterator[str]:
    listed = list(spans)
    yield from _misplaced(text, listed, of)
    if any(end > start for (_, end), (start, _) in pairwise(listed)):
        yield f"{of} spans overlap or stand in no order"


def _misplaced(text: str, spans: Iterable[Span], of: str) -> Iterator[str]:
    for start, end in spans:
        if not 0 <= start < end <= len(text):
            yield f"{of} [{start}, {end}] is no place of a text of {len(text)} characters"
        elif not text[start:end].strip():
            yield f"{of} [{start}, {end}] holds blanks alone"
