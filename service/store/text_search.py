"""A question in web-search syntax as a condition on the words of rows."""

from typing import Any

from psycopg.sql import SQL, Composable, Placeholder

from service.questions import Question, Term
from service.store.pool import Connection

_PHRASE = SQL("phraseto_tsquery('english', {})")
# Stems are kept with the words they differ from behind "=": see search_words.
_BEGINNING = SQL("{}::tsquery")


def query_of(question: Question, name: str = "q") -> tuple[Composable, dict[str, Any]]:
    """The question as an SQL expression of type tsquery, and its values, whose names begin with `name`."""
    values: dict[str, Any] = {}
    alternatives = [_joined([_term(term, name, values) for term in terms], " && ") for terms in question]
    return _joined(alternatives or [SQL("''::tsquery")], " || "), values


def query_text(connection: Connection, question: Question) -> str:
    """The question as the text of a tsquery; empty where its words are too common to be searched."""
    query, values = query_of(question)
    row = connection.execute(SQL("SELECT ({})::text AS query").format(query), values, prepare=False).fetchone()
    return str(row["query"]) if row else ""


def _term(term: Term, name: str, values: dict[str, Any]) -> Composable:
    parts: list[Composable] = []
    if term.words:
        parts.append(_PHRASE.format(_placed(term.words, name, values)))
    if term.beginning:
        # Letters and digits only: nothing in it is an operator.
        beginning = f"'{term.beginning}':* | '={term.beginning}':*"
        parts.append(_BEGINNING.format(_placed(beginning, name, values)))
    whole = _joined(parts, " && ")
    return SQL("!!{}").format(whole) if term.excluded else whole


def _placed(value: str, name: str, values: dict[str, Any]) -> Placeholder:
    key = f"{name}{len(values)}"
    values[key] = value
    return Placeholder(key)


def _joined(parts: list[Composable], operator: str) -> Composable:
    return SQL("({})").format(SQL(operator).join(parts)) if len(parts) > 1 else parts[0]
