"""Holds texts against what is stored: finds the statements that each may come from, a bounded number, and judges it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from itertools import chain
from operator import itemgetter
from typing import Any

from psycopg.sql import SQL

from service.periods import period_of
from service.records import Span
from service.store import speakers
from service.store.conditions import FIRST_DATED
from service.store.likely_quotes import Sought, likely
from service.store.pool import Connection
from service.store.quote_rows import quote_row
from service.store.reworded_quotes import reworded
from service.store.statements import statement
from service.verifying.asked import asked_of
from service.verifying.judging import Judge, Judgement
from service.verifying.matches import Match
from service.verifying.printed import Printed, Speaker, article_spans, printed_of

Row = dict[str, Any]
_Place = tuple[bool, int, str]
_EVER = "infinity"
_SURE = 0.75  # of the score, from which the nearest statement by far is one of those that share words side by side
_SURE_OF_SPEAKER = 0.6  # of one that is altered, of the speaker who is asked for
_MOST_MATCHED = 50
_MOST_SOUGHT = 50  # speakers of one name of whom more is looked at than of others, the most quoted
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
    sought: Sought
    name: str | None
    meant: set[str]  # whom the name means
    judge: Judge
    known: dict[str, tuple[_Place, Printed]] = field(default_factory=dict)  # what the text is held against

    @property
    def statements(self) -> list[Printed]:
        """Those that are known, the earliest first."""
        return [printed for _, printed in sorted(self.known.values(), key=itemgetter(0))]


def verify(connection: Connection, questions: Sequence[Question]) -> list[Row]:
    """An answer for each question: verdict, score, reasons, the words that were compared, the nearest statements."""
    with connection.transaction():
        connection.execute(statement("everything_looked_up"))
        return _verified(connection, questions)


def _verified(connection: Connection, questions: Sequence[Question]) -> list[Row]:
    names = {question.speaker for question in questions if question.speaker}
    meant = {name: speakers.matching(connection, name, _MOST_MATCHED) for name in names}
    opened = [_opened(question, meant) for question in questions]
    judged = _judged(connection, opened)
    proofs = _proofs(connection, {match.printed.id for each in judged for match in each.nearest})
    alike = {name: speakers.alike(connection, name) for name, rows in meant.items() if not rows}
    return [
        _answer(each, one, proofs) | _whom(question.speaker, meant, alike)
        for question, each, one in zip(questions, opened, judged, strict=True)
    ]


def _opened(question: Question, meant: Mapping[str, Sequence[Row]]) -> _Open:
    before = period_of(question.before).start.isoformat() if question.before else _EVER
    whom = [row["id"] for row in meant[question.speaker]] if question.speaker else []
    sought = Sought(asked_of(question.text), whom[:_MOST_SOUGHT], before)
    return _Open(sought, question.speaker, set(whom), Judge(sought.asked))


def _judged(connection: Connection, opened: Sequence[_Open]) -> list[Judgement]:
    judged = _held(connection, opened, likely(connection, {at: each.sought for at, each in enumerate(opened)}))
    unsure = {at: opened[at].sought for at, one in enumerate(judged) if _is_unsure(one)}
    found = reworded(connection, unsure) if unsure else {}
    more = [at for at, ids in found.items() if not opened[at].known.keys() >= set(ids)]
    again = _held(connection, [opened[at] for at in more], {place: found[at] for place, at in enumerate(more)})
    for at, one in zip(more, again, strict=True):
        judged[at] = one
    return judged


def _held(connection: Connection, opened: Sequence[_Open], found: Mapping[int, Sequence[str]]) -> list[Judgement]:
    """What the texts are, held against these statements too."""
    new = {at: [id for id in ids if id not in opened[at].known] for at, ids in found.items()}
    rows = _known(connection, chain.from_iterable(new.values())) if any(new.values()) else {}
    for at, ids in new.items():
        known = [rows[id] for id in ids if id in rows]
        _learn_who_is_meant(connection, opened[at], known)
        opened[at].known.update((row["id"], (_place(row), _printed(row, opened[at]))) for row in known)
    return [each.judge.judgement(each.statements) for each in opened]


def _learn_who_is_meant(connection: Connection, question: _Open, rows: Sequence[Row]) -> None:
    """Of the speakers of these rows those, too, who are a source without a name such as thousands have."""
    others = {id for row in rows for id in row["speakers"]} - question.meant
    if question.name and others and len(question.meant) >= _MOST_MATCHED:
        question.meant.update(speakers.unnamed_among(connection, question.name, others))


def _is_unsure(judged: Judgement) -> bool:
    """Whether a statement that shares more words may have been missed, or one of the speaker who was asked for."""
    speaker = judged.nearest[0].printed.speaker if judged.verdict == "altered" else None
    return judged.score < (_SURE_OF_SPEAKER if speaker == "same" else _SURE) or speaker in ("other", "unknown")


def _known(connection: Connection, ids: Iterable[str]) -> dict[str, Row]:
    rows = connection.execute(statement("quotes_to_compare"), _placed(ids)).fetchall()
    return {row["id"]: row for row in rows}


def _place(row: Row) -> _Place:
    """By when it was printed, those without a date last."""
    return row["time_order"] < FIRST_DATED, row["time_order"], row["id"]


def _printed(row: Row, question: _Open) -> Printed:
    spans = [((each["start"], each["end"]), each["text"]) for each in row["spans"]]
    quoted = [(each["start"], each["end"]) for each in row["quoted"]]
    return printed_of(row["id"], spans, quoted, speaker=_speaker(row, question), listed=row["listed"])


def _speaker(row: Row, question: _Open) -> Speaker | None:
    if not question.name:
        return None
    if not question.meant.isdisjoint(row["speakers"]):
        return "same"
    return "other" if row["attribution"] == "attributed" else "unknown"


def _proofs(connection: Connection, ids: Iterable[str]) -> dict[str, Row]:
    query = statement("quote_rows") + _THESE
    return {row["id"]: quote_row(row) for row in connection.execute(query, _placed(ids))}


def _answer(question: _Open, judged: Judgement, proofs: Mapping[str, Row]) -> Row:
    text, reading = question.sought.asked.text, judged.reading
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
