"""Reads annotated articles and the lines of `onrecord extract` as records, and names the line that is neither."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from service.errors import InvalidArticle
from service.evaluation.names import last_name
from service.records import Span

Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One annotated attribution; `names` are the last names that its speaker may be called by.

    `speech` and `stance` are None where the annotation does not tell. `optional` may be found or not.
    """

    content: Spans
    source: Spans
    names: frozenset[str]
    speaker: str | None
    kind: str
    source_type: str
    speech: bool | None
    stance: str | None
    optional: bool

    @property
    def is_speech(self) -> bool:
        """Whether it counts as a statement: where the annotation does not tell, it does."""
        return self.speech is not False


@dataclass(frozen=True, slots=True)
class Found:
    """One quote of a reader."""

    content: Spans
    speaker_span: Spans
    speaker_name: str | None
    kind: str
    speech: bool
    stance: str | None
    confidence: float

    @property
    def attributed(self) -> bool:
        """Whether it says who spoke."""
        return bool(self.speaker_span or self.speaker_name)


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with its annotated statements."""

    id: str
    text: str
    statements: tuple[Statement, ...]


def annotated(lines: Iterable[str], place: str) -> list[Annotated]:
    """Articles {"id", "text", "attributions"}, one a line. InvalidArticle names the line of `place` that is none."""
    found: dict[str, Annotated] = {}
    for where, row in _rows(lines, place):
        try:
            article = Annotated(str(row["id"]), row["text"], tuple(map(_statement, row["attributions"])))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InvalidArticle(f"{where}: no annotated article: {_said(error)}") from error
        _require(article.id not in found, where, f"a second article {article.id}")
        spans = [span for each in article.statements for span in (*each.content, *each.source)]
        _require(_inside(spans, article.text), where, f"offsets of article {article.id} lie outside its text")
        found[article.id] = article
    return list(found.values())


def found_quotes(lines: Iterable[str], place: str) -> dict[str, tuple[Found, ...]]:
    """Lines of `onrecord extract` by the id of their article. InvalidArticle names the line that is none."""
    found: dict[str, tuple[Found, ...]] = {}
    for where, row in _rows(lines, place):
        try:
            name, quotes = str(row["id"]), tuple(map(_found, row["quotes"]))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InvalidArticle(f"{where}: no line of `onrecord extract`: {_said(error)}") from error
        _require(name not in found, where, f"a second article {name}")
        found[name] = quotes
    return found


def require_same_texts(articles: Iterable[Annotated], found: Mapping[str, tuple[Found, ...]]) -> None:
    """InvalidArticle when offsets of a found quote lie outside the annotated text: it was read from another one."""
    for article in articles:
        spans = [span for each in found.get(article.id, ()) for span in (*each.content, *each.speaker_span)]
        _require(_inside(spans, article.text), f"article {article.id}", "found quotes lie outside its annotated text")


def _rows(lines: Iterable[str], place: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            where = f"{place}, line {number}"
            try:
                row = json.loads(line)
            except ValueError as error:
                raise InvalidArticle(f"{where}: no JSON: {error}") from error
            _require(isinstance(row, dict), where, "no JSON object")
            yield where, row


def _statement(row: dict[str, Any]) -> Statement:
    printed = [*(row.get("speaker_names") or []), row.get("speaker_name"), row.get("speaker_full")]
    given = [name for name in printed if name]
    return Statement(
        content=_spans(row["content"]),
        source=_spans(row.get("source")),
        names=frozenset(last for name in given if (last := last_name(name))),
        speaker=row.get("speaker_full") or row.get("speaker_name") or next(iter(given), None),
        kind=row["kind"],
        source_type=row.get("source_type") or "none",
        speech=row.get("speech_cue"),
        stance=row.get("stance"),
        optional=bool(row.get("optional")),
    )


def _found(row: dict[str, Any]) -> Found:
    return Found(
        content=_spans(row["content"]),
        speaker_span=_spans(row.get("speaker_span")),
        speaker_name=row.get("speaker_name"),
        kind=row.get("kind", ""),
        speech=row.get("speech", True),
        stance=row.get("stance"),
        confidence=float(row.get("confidence") or 0.0),
    )


def _spans(given: Any) -> Spans:  # noqa: ANN401 - whatever the file holds
    """Spans as a list of [start, end], or a single one."""
    if not given:
        return ()
    pairs = [given] if isinstance(given[0], int) else given
    return tuple((int(start), int(end)) for start, end in pairs)


def _inside(spans: Iterable[Span], text: str) -> bool:
    return all(0 <= start <= end <= len(text) for start, end in spans)


def _require(condition: bool, where: str, what: str) -> None:
    if not condition:
        raise InvalidArticle(f"{where}: {what}")


def _said(error: Exception) -> str:
    return f"no field {error}" if isinstance(error, KeyError) else str(error)
