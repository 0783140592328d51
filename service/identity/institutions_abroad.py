"""Puts names of institutions in other languages into English word by word: Corte Suprema, وزارة الصحة اللبنانية."""

from collections.abc import Iterator
from functools import cache

from service.folding import words_of
from service.identity.scripts import latin
from service.identity.tables import lines

Words = tuple[str, ...]
_SMALL = frozenset(
    words_of("de la le les du des del della dell dello do da das dos der die den dem fur y et e und affaires i и і")
)


def in_english(words: Words, *, certain: bool = False) -> Words:
    """The folded words of a body's name in English, where one of them is that of an institution in another language, or
    two of them belong to such; `certain`: a word of another language is in English already.
    """
    heads, others = _words("heads"), _words("others") | _words("places")
    if not (certain or any(word in heads for word in words) or sum(word in _words("others") for word in words) > 1):
        return words
    told = (heads.get(word) or others.get(word) or (word,) for word in words if word not in _SMALL)
    return tuple(word for each in told for word in each)


@cache
def words_abroad() -> frozenset[str]:
    """The folded words of other languages that may be put into English."""
    return frozenset(_words("heads")) | frozenset(_words("others"))


@cache
def _words(chosen: str) -> dict[str, Words]:
    return {
        form: words_of(english)
        for english, forms in _rows(chosen)
        for printed in forms
        # What is English too tells no other language.
        if len(form_words := words_of(latin(printed))) == 1 and (form := form_words[0]) != english
    }


def _rows(chosen: str) -> Iterator[tuple[str, list[str]]]:
    current = ""
    for line in lines("institution_words_abroad"):
        if line.startswith("["):
            current = line.strip("[]")
        elif current == chosen:
            english, _, forms = line.partition(": ")
            yield english, forms.split()
