"""Tells the language of a text from a sample of its paragraphs; English, the common case, needs no model."""

import unicodedata
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from service.extraction.marks import paragraphs
from service.regex import regex

_SAMPLE = 5000  # code points looked at, however long the text
_PARAGRAPHS = 12
_FEW_LETTERS = 40
_WORD = regex(r"[^\W\d_]+")
# Function words that no other widely written language shares. Left out although common: in, is, was, of, over (Dutch),
# to (Polish), on (French), for, at (Danish), had, have (Frisian, Danish).
_FUNCTION_WORDS = """
the and that with from this which were would could should their they there been his her him our your who what when where
said says not but than then because about into after before more other by it you she has its these those
"""
_ENGLISH = frozenset(_FUNCTION_WORDS.split())
# English news has 20 to 35 words of these in a hundred; a French article that quotes English has two or three.
_ENGLISH_SHARE = 0.12
# A list of names has no language: the model would take it for that of the names, and a reader would skip the article.
_NAMES_SHARE = 0.85


def language(text: str) -> str:
    """The ISO 639-1 code of a text, "en" where nothing speaks against English (few letters, or names only)."""
    sample = _sample(text)
    words = _WORD.findall(sample)
    if _reads_english(words) or not _tells_language(words):
        return "en"
    return _by_model(sample)


def _sample(text: str) -> str:
    """The beginnings of up to a dozen paragraphs spread evenly over the text."""
    if len(text) <= _SAMPLE:
        return text
    spans = paragraphs(text)
    chosen = spans[:: max(1, -(-len(spans) // _PARAGRAPHS))]
    width = _SAMPLE // max(1, len(chosen))
    return "\n".join(text[start : min(end, start + width)] for start, end in chosen)


def _reads_english(words: list[str]) -> bool:
    hits = sum(map(_ENGLISH.__contains__, map(str.lower, words)))
    return hits >= 3 and hits >= _ENGLISH_SHARE * len(words)


def _tells_language(words: list[str]) -> bool:
    """Whether there is enough beside names; letters of another script always tell."""
    letters = "".join(words)
    if _is_foreign_script(letters):
        return True
    names = sum(word[0].isupper() and not word.isupper() for word in words)
    return len(letters) >= _FEW_LETTERS and names <= _NAMES_SHARE * len(words)


def _is_foreign_script(letters: str) -> bool:
    """Whether most letters are not Latin; each is looked up by its Unicode name ("CYRILLIC SMALL LETTER A")."""
    latin = sum(letter.isascii() or unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    return 2 * latin < len(letters)


def _by_model(sample: str) -> str:
    """The likeliest language that has a two-letter code; dialects and "no language" have three letters."""
    ranked: list[tuple[str, float]] = _model().rank(sample)
    return next(code for code, _ in ranked if len(code) == 2)


@cache
def _model() -> LanguageIdentifier:
    """Read once, at the first text that is not plainly English: it takes half a second and 100 MB.

    Two threads may read it at the same time; each result is the same, is only read, and one is kept.
    """
    return LanguageIdentifier.from_model_file(MODEL_FILE)
