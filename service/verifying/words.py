"""Cuts a text into words that compare, each with its place: case, punctuation and composition are left behind."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from service.regex import regex

# Letters that stand alone as words, since their scripts put no spaces: kana, Han, Thai, Lao, Burmese, Khmer.
_ALONE = "\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
_ALONE += "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
_APOSTROPHES = "'’ʻʼ‘`´′ʹ"
# Without their apostrophe these would be other words: "we're" is no "were".
_TELLING = frozenset(("we're", "we'll", "he'll", "she'll", "i'll", "i'd", "we'd"))
_SPELLINGS = {"%": "percent", "&": "and"}


def _ranges(categories: tuple[str, ...]) -> str:
    """The characters of these categories, as the inside of a class of a pattern."""
    chars = (chr(code) for code in range(0x10000))
    return "".join(re.escape(char) for char in chars if unicodedata.category(char) in categories)


# Combining marks belong to the letter before them, invisible characters to the word that they stand in.
_INNER = _ranges(("Mn", "Mc", "Me", "Cf"))
_LETTER = rf"(?:(?![{_ALONE}])[^\W_])"
_PLAIN = rf"{_LETTER}(?:{_LETTER}|[{_INNER}])*"
_WORD = regex(
    rf"(?:(?<![^\s(\[“\"'‘«„])[-−](?=\d))?"  # the sign of a number, but no hyphen
    rf"(?:\d(?:[\d{_INNER}]|[.,\u00a0\u202f\u2009](?=\d))*(?:{_LETTER}[{_INNER}]*)*|{_PLAIN}(?:[{_APOSTROPHES}]{_PLAIN})*)"
    rf"|[{_ALONE}][{_INNER}]*|[%&$€£¥]"
)
# The same of what has ASCII alone, as most statements have: it is found a third faster.
_ASCII_WORD = regex(
    r"(?:(?<![^\s(\[\"'])-(?=\d))?(?:\d(?:\d|[.,](?=\d))*[A-Za-z0-9]*|[A-Za-z0-9]+(?:['`][A-Za-z0-9]+)*)|[%&$]"
)
_HYPHENS = "-‐‑"
_WITHIN = ".[]"  # what may part the letters of one word
_INITIALS = regex(rf"(?:[^\W\d_][{_INNER}]*\.)*[^\W\d_][{_INNER}]*")
_THOUSANDS = regex(r"(?<=\d)[,\u00a0\u202f\u2009 ](?=\d{3}(?!\d))")
_STRAIGHT = str.maketrans(dict.fromkeys(_APOSTROPHES, "'") | {"−": "-"})


class Word(NamedTuple):
    """A word in the form in which it compares, and where it stands: code points, end exclusive."""

    form: str
    start: int
    end: int
    hyphened: bool = False  # to the word before it


def words_of(text: str) -> list[Word]:
    """The words of a text in order; "[T]he" is one, and so is "U.S."."""
    found: list[Word] = []
    for match in (_ASCII_WORD if text.isascii() else _WORD).finditer(text):
        start, end = match.span()
        beside = text[start - 1] if found and start - found[-1].end == 1 else ""
        word = Word(_form(match[0]), start, end, beside != "" and beside in _HYPHENS)
        if beside and beside in _WITHIN and _is_one(text, beside, found[-1], word):
            word = Word(found[-1].form + word.form, found.pop().start, end)
        elif word.form == "cent" and found and found[-1].form == "per":
            word = Word("percent", found.pop().start, end)
        found.append(word)
    return found


def _is_one(text: str, between: str, before: Word, word: Word) -> bool:
    if between == ".":
        return len(word.form) == 1 and bool(_INITIALS.fullmatch(text, before.start, word.end))
    if between == "]":
        return text[before.start - 1 : before.start] == "[" and not before.form[-1].isdigit()
    return text[word.end : word.end + 1] == "]" and not word.form.isdigit()


@lru_cache(maxsize=65_536)
def _form(printed: str) -> str:
    if printed in _SPELLINGS:
        return _SPELLINGS[printed]
    visible = "".join(char for char in printed if unicodedata.category(char) != "Cf")
    form = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", visible).casefold()).translate(_STRAIGHT)
    if form[:1].isdigit() or form[:1] == "-":
        return _number(form)
    return form if form in _TELLING else form.replace("'", "")


def _number(form: str) -> str:
    """A number without what parts its thousands; a comma before the decimals is a point."""
    return _THOUSANDS.sub("", form).replace(",", ".")
