"""What full-text search and the search for prints hold of words: asked of Postgres once for each."""

import hashlib
from collections.abc import Iterable, Sequence
from itertools import pairwise

import psycopg

from service.verifying.function_words import is_content
from service.verifying.keys import keys_of
from service.verifying.words import Word

_ASK = "SELECT w, tsvector_to_array(search_words(w)) FROM unnest(%s::text[]) AS w"


class Lexicon:
    """Of each word its stem, where it has one, and what it is found by when only its beginning is asked for."""

    def __init__(self, connection: psycopg.Connection, words: Iterable[str]) -> None:
        self._known: dict[str, tuple[str | None, str | None]] = {}
        for word, lexemes in connection.execute(_ASK, [sorted(set(words))]):
            stems = [lexeme for lexeme in lexemes if not lexeme.startswith("=")]
            whole = [lexeme for lexeme in lexemes if lexeme.startswith("=")]
            self._known[word] = (stems[0] if stems else None, whole[0] if whole else None)
        self._content = {word: is_content(word) for word in self._known}
        self._numbers: dict[tuple[str, ...], int] = {}

    def vector(self, words: Sequence[str]) -> str:
        """The text of search_words of these words. A word that is unknown is its own stem."""
        places: dict[str, list[str]] = {}
        whole = set()
        for place, word in enumerate(words, 1):
            stem, found_by = self._known.get(word, (word, None))
            if stem:
                places.setdefault(stem, []).append(str(place))
            if found_by:
                whole.add(found_by)
        return " ".join([f"'{each}':{','.join(at)}" for each, at in places.items()] + [f"'{each}'" for each in whole])

    def keys(self, words: Sequence[str]) -> list[int]:
        """The keys of a statement of these words, as service/verifying/keys.py makes them."""
        content, known = [], self._content
        small: list[tuple[str, ...]] = []
        row = 0
        for at, word in enumerate(words):
            if known.get(word, True):
                content.append(word)
                row = 0
            else:
                row += 1
                if row >= 3:
                    small.append(tuple(words[at - 2 : at + 1]))
        if len(content) <= 4:
            return keys_of([Word(word, 0, 0) for word in words])
        pairs = list(pairwise(content))
        return [self._number(pair) for pair in dict.fromkeys([*pairs, *small])]

    def _number(self, pair: tuple[str, ...]) -> int:
        found = self._numbers.get(pair)
        if found is None:
            digest = hashlib.blake2b(" ".join(pair).encode(), digest_size=8).digest()
            found = int.from_bytes(digest, "big", signed=True)
            if len(self._numbers) < 200_000:
                self._numbers[pair] = found
        return found
