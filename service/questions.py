"""Takes a question in web-search syntax apart: "exact phrase", or, -not, beginning*; for the store and for marking."""

from collections.abc import Iterator
from dataclasses import dataclass

from service.folding import fold, searchable
from service.regex import regex

SHORTEST_BEGINNING = 2  # letters before a *
_PIECE = regex(r'(-?)(?:"([^"]*)(?:"|$)|([^\s"]+))')
_WORD = regex(r"[^\W_]+")
_OR = "or"


@dataclass(frozen=True, slots=True)
class Term:
    """Words in a row, folded as those of texts, and the `beginning` of one more that goes on as it likes.

    `excluded`: they must not be there.
    """

    words: str = ""
    beginning: str = ""
    excluded: bool = False


Question = tuple[tuple[Term, ...], ...]  # any of these, each of which wants all of its terms


def question_of(asked: str) -> Question:
    """The alternatives of a question. What is no word asks for nothing: of marks alone nothing is left."""
    alternatives: list[list[Term]] = [[]]
    joined = False
    for minus, phrase, word in _pieces(asked):
        if word.lower() == _OR and not minus:
            joined = bool(alternatives[-1])
            continue
        term = _term(phrase, word, excluded=bool(minus))
        if term is None:
            continue
        if joined:
            alternatives.append([])
        joined = False
        alternatives[-1].append(term)
    return tuple(tuple(terms) for terms in alternatives if terms)


def words_held(question: Question) -> list[str]:
    """Words that each text must hold of which the question is asked; none where it has alternatives."""
    terms = question[0] if len(question) == 1 else ()
    return sorted({word for term in terms if not term.excluded for word in _WORD.findall(term.words)})


def _pieces(asked: str) -> Iterator[tuple[str, str, str]]:
    # Folded first: then curly marks are straight ones.
    return ((found[1], found[2] or "", found[3] or "") for found in _PIECE.finditer(fold(asked)))


def _term(phrase: str, word: str, *, excluded: bool) -> Term | None:
    words = searchable(phrase or word)
    found = _WORD.findall(words)
    if not found:
        return None
    if phrase or not word.endswith("*") or len(found[-1]) < SHORTEST_BEGINNING:
        return Term(words, excluded=excluded)
    # Of witch-h* the word that is there may stand anywhere.
    return Term(" ".join(found[:-1]), found[-1], excluded)
