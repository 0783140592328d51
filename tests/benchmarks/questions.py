"""The questions that a store with a corpus is asked: over HTTP, of the store itself, and of SQLite."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import quote as escaped
from urllib.parse import urlencode

from service.store import claims, quotes, speakers
from service.store.claim_conditions import ClaimConditions
from service.store.cursors import cursor
from service.store.pool import Connection
from service.store.quotes import QuoteConditions

from .corpus.drafts import Plan
from .load import Request
from .peers import Work, rows_of

PAGE = 50
_RANKS = (0, 1, 3, 6, 12, 25, 60, 150)
_COMMON = ("government", "treaty", "budget", "country")
_SORTED = "_sort_desc=time_order&_nocount=1&_nofacet=1&_nosuggest=1&_size=50&_shape=objects"
_ORDER = "ORDER BY time_order DESC LIMIT 50"


@dataclass(frozen=True, slots=True)
class Question:
    """One kind of question, asked in a few forms in turn. `tables` and `queries` are paths of Datasette."""

    name: str
    asked: Sequence[Request]
    works: Sequence[Work] = ()
    tables: Sequence[str] = ()
    queries: Sequence[str] = ()


def questions(url: str, plan: Plan) -> list[Question]:
    """All kinds."""
    names = [plan.people[rank].name for rank in _RANKS]
    return [
        _of_speakers(names), _with_common_words(), _with_phrases(url), _of_all_sorts(names[:4]), _deep(url),
        _one(url), _speakers(names), _disputed(), *_verified(url),
    ]  # fmt: skip


def unchanged(of: Question, tags: Sequence[str]) -> Question:
    """The same question by those who have the answer."""
    asked = [Request(each.path, {"If-None-Match": tag}) for each, tag in zip(of.asked, tags, strict=True)]
    return Question(f"{of.name}, 304", asked)


def remembered(of: Question) -> Question:
    """The same bytes out of memory."""
    return Question(
        f"{of.name}, from memory", [Request(f"/memory?{urlencode({'of': each.path})}") for each in of.asked]
    )


def _page(**asked: Any) -> str:
    return f"/quotes?{urlencode({**asked, 'limit': PAGE})}"


def _conditions(**asked: Any) -> QuoteConditions:
    return QuoteConditions(**asked, speech="true")


def _found(conditions: QuoteConditions, after: str | None = None) -> Work:
    return partial(_find, conditions=conditions, after=after)


def _find(connection: Connection, conditions: QuoteConditions, after: str | None) -> object:
    return quotes.find(connection, conditions, PAGE, after)


def _of_speakers(names: list[str]) -> Question:
    return Question(
        "by speaker",
        [Request(_page(speaker=name)) for name in names],
        [_found(_conditions(speaker=(name,))) for name in names],
        [f"/corpus/quotes.json?speaker={escaped(name)}&{_SORTED}" for name in names],
        [_sql("SELECT * FROM quotes WHERE speaker = :x", name) for name in names],
    )


def _with_common_words() -> Question:
    return Question(
        "a common word",
        [Request(_page(q=word)) for word in _COMMON],
        [_found(_conditions(q=word)) for word in _COMMON],
        [f"/corpus/quotes.json?_search={word}&{_SORTED}" for word in _COMMON],
        [_sql(_FOUND_BY_WORDS, word) for word in _COMMON],
    )


_FOUND_BY_WORDS = "SELECT * FROM quotes WHERE rowid IN (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH :x)"


def _with_phrases(url: str) -> Question:
    rows = rows_of(url, "SELECT substring(text FROM '(z[a-z]+ko [a-z]+)') AS phrase FROM quotes"
                   " WHERE listed AND text ~ ' z[a-z]+ko [a-z]{4}' ORDER BY id LIMIT 8")  # fmt: skip
    phrases = [f'"{row["phrase"]}"' for row in rows]
    return Question(
        "a rare phrase",
        [Request(_page(q=phrase)) for phrase in phrases],
        [_found(_conditions(q=phrase)) for phrase in phrases],
        [f"/corpus/quotes.json?_search={escaped(phrase)}&{_SORTED}" for phrase in phrases],
        [_sql(_FOUND_BY_WORDS, phrase) for phrase in phrases],
    )


def _of_all_sorts(names: list[str]) -> Question:
    asked = [{"speaker": name, "q": word} for name, word in zip(names, _COMMON, strict=True)]
    period = {"from": "2015", "to": "2022-06"}
    return Question(
        "speaker, word, dates",
        [Request(_page(**each, **period)) for each in asked],
        [_found(_conditions(speaker=(each["speaker"],), q=each["q"], from_="2015", to="2022-06")) for each in asked],
    )


def _deep(url: str) -> Question:
    (row,) = rows_of(url, "SELECT time_order, id FROM quotes WHERE listed ORDER BY time_order, id"
                     " OFFSET (SELECT count(*) / 3 FROM quotes WHERE listed) LIMIT 1")  # fmt: skip
    conditions = _conditions()
    after = cursor(conditions, (row["time_order"], row["id"]))
    return Question("a deep page", [Request(_page(after=after))], [_found(conditions, after)])


def _one(url: str) -> Question:
    ids = [
        row["id"] for row in rows_of(url, "SELECT id FROM quotes WHERE listed AND speech ORDER BY md5(id) LIMIT 100")
    ]
    return Question(
        "one quote",
        [Request(f"/quotes/{id}") for id in ids],
        [partial(quotes.get, quote_id=id) for id in ids],
        [f"/corpus/quotes/{id}.json?_shape=objects" for id in map(_tilded, ids)],
    )


def _tilded(id: str) -> str:
    return id.replace(".", "~2E")


def _speakers(names: list[str]) -> Question:
    begun = [name[:length] for name in names for length in (3, 5)]
    return Question(
        "speakers as one types",
        [Request(f"/speakers?{urlencode({'q': q})}") for q in begun],
        [partial(speakers.find, q=q, limit=25) for q in begun],
    )


def _disputed() -> Question:
    conditions = ClaimConditions(status=("disputed",))
    return Question(
        "disputed claims",
        [Request("/claims?status=disputed")],
        [lambda connection: claims.find(connection, conditions, 25)],
    )


def _verified(url: str) -> list[Question]:
    """As it was said, and with every third word changed: the dearer, for words are looked for wherever they stand."""
    rows = rows_of(url, "SELECT q.text, s.name FROM quotes q JOIN quote_speakers s ON s.article_id = q.article_id"
                   " AND s.quote_id = q.id WHERE q.kind = 'direct' AND length(q.text) BETWEEN 40 AND 160"
                   " ORDER BY md5(q.id) LIMIT 200")  # fmt: skip
    changed = [{**row, "text": _changed(row["text"])} for row in rows]
    return [_asked("did anyone say this", rows), _asked("or nearly this", changed)]


def _changed(text: str) -> str:
    return " ".join("whatever" if number % 3 == 1 else word for number, word in enumerate(text.split()))


def _asked(name: str, rows: Sequence[Mapping[str, Any]]) -> Question:
    typed = {"Content-Type": "application/json"}
    asked = [{"text": row["text"], "speaker": row["name"]} for row in rows]
    return Question(name, [Request("/quotes/verify", typed, json.dumps(each)) for each in asked])


def _sql(select: str, value: str) -> str:
    return f"/corpus.json?{urlencode({'sql': f'{select} {_ORDER}', 'x': value, '_shape': 'array'})}"
