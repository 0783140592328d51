"""Keeps of a name what its own script tells and Latin letters lose: Thành is no Thanh, 建军 no 建君, عمرو no عمر."""

import re
import unicodedata
from functools import cache

from service.identity.tables import groups
from service.regex import regex

SCRIPTS = ("han", "arabic", "thai", "vietnamese")
_HAN = regex("[\u3005\u3400-\u9fff\uf900-\ufaff]{2,5}")
_ARABIC = regex("[\u0600-\u06ff]")
_THAI = regex("[\u0e00-\u0e7f]")
# Marks over and under letters that have others already, and letters that no other Latin script has.
_VIETNAMESE = regex("[\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|[ăâêô][\u0300\u0301\u0309\u0303\u0323]")
_MARKS = regex("[\u0621\u0640\u064b-\u0670\u200b-\u200f]")
_ONE_ARABIC = str.maketrans("أإآٱىیؤئکةۀھہ", "اااايي\u0648يكهههه")
_ARTICLE = regex("^ال(?=..)")


def own_letters(printed: str) -> tuple[str, ...]:
    """The script of a name, and its first and last word, or all of it, in one spelling; empty for most scripts, whose
    letters go into Latin ones one by one.
    """
    if printed.isascii():
        return ()
    joined = re.sub(r"[\s·・]", "", printed)
    if _HAN.fullmatch(joined):
        return "han", simplified(unicodedata.normalize("NFKC", joined))
    if _ARABIC.search(printed):
        words = [_ARTICLE.sub("", _MARKS.sub("", word).translate(_ONE_ARABIC)) for word in printed.split()]
        return ("arabic", words[0], words[-1]) if len(words) > 1 else ()
    words = unicodedata.normalize("NFC", printed).casefold().split()
    if len(words) < 2:
        return ()
    if _THAI.search(printed):
        return "thai", words[0], words[-1]
    told = _VIETNAMESE.search(printed) or words[0].startswith("\u0111")
    return ("vietnamese", words[0], words[-1]) if told else ()


def simplified(letters: str) -> str:
    """Han letters, each as it is compared."""
    return "".join(_simplified().get(char, char) for char in letters)


def differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether both are of one script, and not the same in it."""
    return bool(one) and one[:1] == other[:1] and one != other


@cache
def _simplified() -> dict[str, str]:
    """The letter to compare by of those that China, Taiwan and Japan write in several ways."""
    return {other: group[0] for line in groups("han_variants") for group in line for other in group[1:]}
