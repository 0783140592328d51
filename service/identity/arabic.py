"""Tells whether Latin letters spell a name in those of Arabic, Persian or Urdu: محمود is Mahmoud, but حسن no Hussein.

Short vowels are not written in Arabic, long ones are, so that letters tell more than consonants do.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from service.folding import fold
from service.identity.tables import lines
from service.regex import regex

_ARABIC = regex("[\u0600-\u06ff]")
_MARKS = regex("[\u0621\u0640\u064b-\u0670\u200b-\u200f]")
_NO_LETTERS = regex("[^a-z]")
_VOWEL, _NO_A = "[aeiou]?", "[eiou]?"
_OPENING = "[aeiou]{1,2}"  # whatever an alif or an ayin begins with: Ibrahim, Oumar
_OPENERS = frozenset("اع")
_LONG = frozenset("اويی")
_ARTICLE = "(?:[aeiou]?[lnrsdtz]h?)?"  # al-Assad, as-Sisi; English often leaves it out
_ENDINGS = {"ه": "(?:h|t|)", "ا": "(?:aa|a|ah)", "ی": "(?:a|aa|i|y|ee|ie|ei|ai|ay)"}
_DOERS = 4  # letters of their names, the second an alif
_MOST_LETTERS = 40
_LONGEST_PART = 8  # letters that stand for one, or for a word of the table


def is_arabic(printed: str) -> bool:
    """Whether a name is printed in Arabic letters."""
    return not printed.isascii() and bool(_ARABIC.search(printed))


def spells(printed: str, arabic: str) -> bool:
    """Whether a name printed in Latin letters is the whole of one in Arabic letters, in one of the usual spellings."""
    plain = _NO_LETTERS.sub("", fold(printed))
    if not 0 < len(plain) <= _MOST_LETTERS:
        return False
    # Part by part, all ends at once: one expression for all would try each way to share out forty vowels, for ever.
    reached = {0}
    for part in _parts(arabic):
        reached = {end for start in reached for end in _ends(part, plain, start)}
    return len(plain) in reached


def _ends(part: re.Pattern[str], plain: str, start: int) -> Iterator[int]:
    """Where a part may end that begins at a place."""
    ends = range(start, min(start + _LONGEST_PART, len(plain)) + 1)
    return (end for end in ends if part.fullmatch(plain, start, end))


@lru_cache(maxsize=1024)
def _parts(arabic: str) -> tuple[re.Pattern[str], ...]:
    """What Latin letters may stand for a name in Arabic letters, letter by letter."""
    words = _MARKS.sub("", arabic)[:_MOST_LETTERS].split()
    return tuple(map(_compiled, chain.from_iterable(_of_known(word) or _of_word(word) for word in words)))


@lru_cache(maxsize=1024)
def _compiled(part: str) -> re.Pattern[str]:
    return regex(part)


def _of_known(word: str) -> list[str]:
    return [_spelt()[word]] if word in _spelt() else []


def _of_word(word: str) -> list[str]:
    article = word.startswith("ال") and len(word) > 3
    letters = word[2:] if article else word
    first, middle = letters[0], letters[1:]
    last = _ENDINGS.get(letters[-1], "") if middle else ""
    opening = _of_opening(first, middle[:1])
    # Saleh is no Salah, Kamel no Kamal: whoever does a thing has no second a.
    vowel = _NO_A if len(letters) == _DOERS and letters[1] == "ا" else _VOWEL
    between = (_of_letter(letter, vowel) for letter in middle[: -1 if last else None])
    return [*([_ARTICLE] if article else []), opening, *between, *([last] if last else [])]


def _of_opening(letter: str, following: str) -> str:
    if letter not in _OPENERS:
        return _of_letter(letter)
    return "" if letter == "ع" and following in _LONG else _OPENING  # Adel


def _of_letter(letter: str, vowel: str = _VOWEL) -> str:
    known = _spelt().get(letter)
    return f"(?:{known}){vowel}" if known else vowel


@cache
def _spelt() -> dict[str, str]:
    found = (line.partition(": ") for line in lines("arabic_letters"))
    # Consonants may be doubled: Mohammed, Abbas.
    return {
        letters: "|".join(map(_doubled, told.split("|"))) if len(letters) == 1 else told for letters, _, told in found
    }


def _doubled(letters: str) -> str:
    return f"{letters}{letters}?" if len(letters) == 1 and letters not in "aeiou" else letters
