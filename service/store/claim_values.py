"""Turns claims and answers of a reading into the values of their rows, and rows back into claims and answers."""

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from typing import Any, TypeVar

from service.disputes.across import lasting
from service.folding import fold
from service.matching import Placed, matched
from service.records import Answer, Claim, Mention, Reply, Signal, Span
from service.store.conditions import LONGEST_KEY
from service.store.quote_values import SpokenQuote

_CONTEXT = 300  # characters shown on either side
GAP = " … "  # between the words of several spans
_LONGEST_NAME = 300  # characters, as in quote_speakers

Told = Claim | Answer
Record = TypeVar("Record", Claim, Answer)
Row = dict[str, Any]


def key_of(name: str) -> str:
    """A name or party as compared: folded, single spaces."""
    return " ".join(fold(name).split())[:LONGEST_KEY]


@lru_cache(maxsize=16_384)
def number_of(key: str) -> int:
    """A key as the store holds it, a signed number of 64 bits."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)


class QuotePlaces:
    """Finds the quote that some words are of."""

    def __init__(self, quotes: Sequence[SpokenQuote]) -> None:
        self._exact = {spoken.quote.content: spoken.id for spoken in quotes}
        self._spans = sorted((*span, spoken.id) for spoken in quotes for span in spoken.quote.content)

    def of(self, spans: Sequence[Span]) -> str | None:
        """The quote with these very words, else the one in which they begin."""
        first = spans[0][0]
        at = bisect_right(self._spans, first, key=lambda placed: placed[0]) - 1
        holding = self._spans[at][2] if at >= 0 and first < self._spans[at][1] else None
        return self._exact.get(tuple(spans)) or holding


def values_of(text: str, told: Told, quotes: QuotePlaces) -> Row:
    """The values of a claim's or an answer's row, its id and the article's own left out."""
    start, end = min(told.spans)[0], max([span[1] for span in told.spans])
    words = GAP.join([text[slice(*span)] for span in told.spans])
    mentions = told.claimants if isinstance(told, Claim) else told.disputers
    names = list(dict.fromkeys([mention.name[:_LONGEST_NAME] for mention in mentions]))
    return {
        "extent_start": start, "extent_end": end, "text": words,
        "spans": [_with_words(text, span) for span in told.spans],
        "before": text[max(0, start - _CONTEXT) : start], "after": text[end : end + _CONTEXT],
        "quote_id": None if told.narrated else quotes.of(told.spans), "facts": _facts(text, told),
        "names": names, "name_keys": sorted({key_of(name) for name in (*names, *lasting(told.parties))}),
    }  # fmt: skip


def claim_of(row: Row) -> Claim:
    """The claim that a row holds."""
    return _restored(Claim, row)


def answer_of(row: Row) -> Answer:
    """The answer that a row holds."""
    return _restored(Answer, row)


def named(article_id: str, sort: str, told: Iterable[Row], known: Iterable[Row]) -> list[str]:
    """An id for each of the rows, made of article and words; one that overlaps a `known` row of the same text by half
    keeps that one's id.
    """
    rows, seen = list(told), Counter[str]()
    ids = [_id(article_id, sort, row["text"], seen) for row in rows]
    stored = {row["id"]: Placed(row["id"], _spans(row)) for row in known}
    free = [placed for id, placed in stored.items() if id not in set(ids)]
    new = [Placed(id, _spans(row)) for id, row in zip(ids, rows, strict=True) if id not in stored]
    kept = matched(free, new)
    return [kept.get(id, id) for id in ids]


def digest(*parts: object) -> str:
    """Sixteen hexadecimal digits that stand for these parts."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def _id(article_id: str, sort: str, words: str, seen: Counter[str]) -> str:
    """The same words twice in an article are two, told apart by their order."""
    seen[words] += 1
    return f"{article_id}.{sort}{digest(sort, words, seen[words])}"


def _spans(row: Row) -> tuple[Span, ...]:
    return tuple([(span["start"], span["end"]) for span in row["spans"]])


def _facts(text: str, told: Told) -> Row:
    facts = {name: getattr(told, name) for name in _FIELDS[type(told)]}
    return facts | {
        name: [plain(each, text) for each in facts[name]] for name, plain in _PLAIN.items() if name in facts
    }


def _plain_mention(mention: Mention, _: str) -> Row:
    return {
        "name": mention.name, "span": mention.span, "kind": mention.kind, "role": mention.role, "forms": mention.forms,
    }  # fmt: skip


def _plain_reply(reply: Reply, text: str) -> Row:
    return {
        "spans": [_with_words(text, span) for span in reply.spans],
        "speakers": [_plain_mention(each, text) for each in reply.speakers], "kind": reply.kind,
        "narrated": reply.narrated,
    }  # fmt: skip


def _plain_signal(signal: Signal, _: str) -> Row:
    return {"span": signal.span, "purpose": signal.purpose}


def _with_words(text: str, span: Span) -> Row:
    return {"start": span[0], "end": span[1], "text": text[slice(*span)]}


def _restored(kind: type[Record], row: Row) -> Record:
    """Some hundred for every article that comes in: facts that are no lists are taken as they are."""
    facts: Mapping[str, Any] = row["facts"]
    known: dict[str, Any] = {name: tuple(value) if type(value) is list else value for name, value in facts.items()}
    for name, made in _MADE.items():
        if name in facts:
            known[name] = tuple(map(made, facts[name]))
    return kind(spans=_spans(row), **{name: known[name] for name in _FIELDS[kind] if name in known})


def _mention(value: Mapping[str, Any]) -> Mention:
    span = tuple(value["span"]) if value["span"] else None
    return Mention(value["name"], span, value["kind"], value["role"], tuple(value["forms"]))


def _reply(value: Mapping[str, Any]) -> Reply:
    spans = tuple((span["start"], span["end"]) for span in value["spans"])
    return Reply(spans, tuple(map(_mention, value["speakers"])), value["kind"], value["narrated"])


def _signal(value: Mapping[str, Any]) -> Signal:
    return Signal(tuple(value["span"]), value["purpose"])


# By hand: `asdict` of the standard library copies every name and number on the way.
_PLAIN: Mapping[str, Callable[[Any, str], Row]] = {
    "claimants": _plain_mention, "disputers": _plain_mention, "signals": _plain_signal, "replies": _plain_reply,
}  # fmt: skip
_MADE = {"claimants": _mention, "disputers": _mention, "signals": _signal, "replies": _reply}
_FIELDS = {kind: tuple(field.name for field in fields(kind) if field.name != "spans") for kind in (Claim, Answer)}
