"""Holds texts against what is stored: finds the statements that each may come from, a bounded number, and judges it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import chain, pairwise
from typing import Any

from psycopg.sql import SQL

from service.periods import period_of
from service.records import Span
from service.store import speakers
from service.store.conditions import FIRST_DATED
from service.store.pool import Connection
from service.store.quote_rows import quote_row
from service.store.statements import statement
from service.verifying.asked import Asked, asked_of
from service.verifying.judging import Judgement, judge
from service.verifying.keys import single_keys, telling_keys
from service.verifying.matches import Match
from service.verifying.printed import Printed, Speaker, article_spans, printed_of

Row = dict[str, Any]
_OF_PROBE, _OF_TEXT = 25, 14  # statements that are looked at
_WHOLE = 24  # keys of the probe for all of a text
_RUNS, _SINGLE = 8, 4  # probes for its parts: of three and of two keys that follow one another, and of one key
_LONGEST = 2  # pieces of a text of which a statement may have all: as a whole, and the words inside marks
_EVER = "infinity"
_MOST_MATCHED = 50
_THESE = SQL(
    " WHERE (q.article_id, q.id) IN"
    " (SELECT w.article_id, w.id FROM unnest(%(articles)s::text[], %(ids)s::text[]) AS w (article_id, id))"
)


@dataclass(frozen=True, slots=True)
class Question:
    """Did anyone say this? Or this speaker, by a name or an id; or before the begin of a date of the news."""

    text: str
    speaker: str | None = None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class _Open:
    asked: Asked
    meant: Sequence[Row] | None  # whom the name of the speaker means; None: nobody was asked for
    before: str


def verify(connection: Connection, questions: Sequence[Question]) -> list[Row]:
    """An answer for each question: verdict, score, reasons, the words that were compared, the nearest statements."""
    meant = {name: speakers.matching(connection, name) for name in {q.speaker for q in questions} if name}
    opened = [_opened(question, meant) for question in questions]
    found = _candidates(connection, opened)
    known = _known(connection, {id for ids in found.values() for id in ids})
    judged = [
        judge(each.asked, [_printed(row, each) for row in _earliest_first(known, found.get(number, ()))])
        for number, each in enumerate(opened)
    ]
    proofs = _proofs(connection, {match.printed.id for each in judged for match in each.nearest})
    alike = {name: speakers.alike(connection, name) for name, rows in meant.items() if not rows}
    return [
        _answer(each, one, proofs) | _whom(question.speaker, meant, alike)
        for question, each, one in zip(questions, opened, judged, strict=True)
    ]


def _opened(question: Question, meant: Mapping[str, Sequence[Row]]) -> _Open:
    before = period_of(question.before).start.isoformat() if question.before else _EVER
    return _Open(asked_of(question.text), meant[question.speaker] if question.speaker else None, before)


def _candidates(connection: Connection, opened: Sequence[_Open]) -> dict[int, list[str]]:
    """The statements that the text of each number may come from, those that share most first."""
    probes = [(number, each, *probe) for number, each in enumerate(opened) for probe in _probes(each)]
    values = {
        "numbers": [number for number, *_ in probes], "before": [each.before for _, each, *_ in probes],
        "keys": [_array(keys) for *_, keys, _ in probes], "worths": [len(keys) for *_, keys, _ in probes],
        "speakers": [_array(ids) for *_, ids in probes], "some": _OF_PROBE, "most": _OF_TEXT,
    }  # fmt: skip
    found: dict[int, list[str]] = {}
    with connection.transaction():
        connection.execute(statement("whole_tables_read"), {"allowed": "off"})
        for row in connection.execute(statement("prints_probed"), values):
            found.setdefault(row["number"], []).append(row["id"])
    return found


def _probes(question: _Open) -> Iterable[tuple[Sequence[int], Sequence[str]]]:
    """Keys that a statement must have all of, and the speakers that it must be of, if any."""
    pieces = [piece.words for reading in question.asked.readings for piece in reading.pieces]
    rows = list(dict.fromkeys(tuple(telling_keys(words)) for words in pieces if words))
    mine = [row["id"] for row in question.meant or ()]
    for row in sorted(rows, key=len, reverse=True)[:_LONGEST]:
        yield _spread(row, _WHOLE), ()
        if mine:
            yield _spread(row, _WHOLE), mine
    singles = [(key,) for key in chain(*rows, *map(single_keys, pieces))]
    threes = [row[at : at + 3] for row in rows for at in range(len(row) - 2)]
    twos = [pair for row in rows for pair in pairwise(row)]
    for parts, most in ((threes, _RUNS), (twos, _RUNS), (singles, _SINGLE)):
        yield from ((part, ()) for part in _spread(list(dict.fromkeys(parts)), most))


def _spread(items: Sequence[Any], most: int) -> Sequence[Any]:
    """Up to `most` of the items, spread evenly over all of them."""
    if len(items) <= most:
        return items
    return [items[number * len(items) // most] for number in range(most)]


def _array(items: Iterable[object]) -> str:
    # An array of arrays would have to be a rectangle.
    return "{" + ",".join(map(str, items)) + "}"


def _known(connection: Connection, ids: Iterable[str]) -> dict[str, Row]:
    rows = connection.execute(statement("quotes_to_compare"), _placed(ids)).fetchall()
    return {row["id"]: row for row in rows}


def _earliest_first(known: Mapping[str, Row], ids: Iterable[str]) -> list[Row]:
    """The statements of these ids, those without a date last."""
    rows = [known[id] for id in ids if id in known]
    return sorted(rows, key=lambda row: (row["time_order"] < FIRST_DATED, row["time_order"], row["id"]))


def _printed(row: Row, question: _Open) -> Printed:
    spans = [((each["start"], each["end"]), each["text"]) for each in row["spans"]]
    quoted = [(each["start"], each["end"]) for each in row["quoted"]]
    return printed_of(row["id"], spans, quoted, speaker=_speaker(row, question.meant), listed=row["listed"])


def _speaker(row: Row, meant: Sequence[Row] | None) -> Speaker | None:
    if meant is None:
        return None
    if {each["id"] for each in meant} & set(row["speakers"]):
        return "same"
    return "other" if row["attribution"] == "attributed" else "unknown"


def _proofs(connection: Connection, ids: Iterable[str]) -> dict[str, Row]:
    query = statement("quote_rows") + _THESE
    return {row["id"]: quote_row(row) for row in connection.execute(query, _placed(ids))}


def _answer(question: _Open, judged: Judgement, proofs: Mapping[str, Row]) -> Row:
    text, reading = question.asked.text, judged.reading
    return {
        "verdict": judged.verdict, "score": round(judged.score, 3), "reasons": list(judged.reasons),
        "superseded": judged.superseded, "compared": _cut(text, reading.spans if reading else ()),
        "nearest": [_near(each, proofs[each.printed.id]) for each in judged.nearest if each.printed.id in proofs],
    }  # fmt: skip


def _near(match: Match, proof: Row) -> Row:
    spans = [(span["start"], span["end"]) for span in proof["spans"]]
    parts = article_spans(spans, match.part) if match.part else []
    texts = {span: words["text"] for span, words in zip(spans, proof["spans"], strict=True)}
    return {
        "quote": proof, "verdict": match.verdict, "score": round(match.score, 3), "speaker": match.printed.speaker,
        "part": [_of_article(part, texts) for part in parts],
        "before": match.around.before if match.around else "", "after": match.around.after if match.around else "",
        "reasons": list(match.reasons), "cautions": list(match.cautions),
        "differences": [asdict(each) for each in match.differences],
    }  # fmt: skip


def _of_article(part: Span, texts: Mapping[Span, str]) -> Row:
    start, end = part
    (first, words), *_ = [(first, words) for (first, last), words in texts.items() if first <= start and end <= last]
    return {"start": start, "end": end, "text": words[start - first : end - first]}


def _cut(text: str, spans: Iterable[Span]) -> list[Row]:
    return [{"start": start, "end": end, "text": text[start:end]} for start, end in spans]


def _whom(name: str | None, meant: Mapping[str, Sequence[Row]], alike: Mapping[str, Sequence[Row]]) -> Row:
    """Whom the name that was asked for means, or might mean."""
    if name is None:
        return {}
    near = alike.get(name)
    return {"matched_speakers": list(meant[name][:_MOST_MATCHED])} | ({"did_you_mean": list(near)} if near else {})


def _placed(ids: Iterable[str]) -> Row:
    once = sorted(set(ids))
    return {"articles": [id.partition(".")[0] for id in once], "ids": once}
