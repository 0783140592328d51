"""Tells which words of a name in Western order are first names, which the surname, and which a second surname."""

import re

from service.extraction.names.tables import words as press_words
from service.identity.name_order import are_syllables, surnames_first
from service.identity.name_words import Token
from service.identity.respelling import is_known
from service.identity.romanisation import pinyin
from service.identity.tables import section
from service.regex import regex

_LONG_U = regex(r"oo(?!ng)")
_YO = regex(r"(?<=[bghkmp])yung")
_CHUL = regex("chul")
_G = regex(r"g(?=yo)")
_KOREAN_SURNAMES = {
    "gim": "kim", "bak": "park", "pak": "park", "choe": "choi", "yi": "lee", "gang": "kang", "jeong": "jung",
    "gwon": "kwon", "mun": "moon", "sin": "shin", "an": "ahn", "paek": "baek", "gwak": "kwak", "hyon": "hyun",
}  # fmt: skip


def parts_of(tokens: list[Token], *, initials: bool = True) -> tuple[Token, str, Token]:
    """First names, surname and second surname of tokens in Western order; `initials`: consonants alone are some."""
    if not tokens:
        return (), "", ()
    if told := _spanish(tokens) or _of_fathers(tokens):
        return told
    *before, last = tokens
    given = tuple(word for token in before for word in token)
    if len(last) > 1 and (given or not are_syllables([last])):
        # Of "Ansah-Okine" the last part is compared first; the whole of it is the surname.
        return initials_apart(given), last[-1], last[:-1]
    if len(last) == 1 and last[0] in surnames_first() and given and are_syllables(before):
        older = _chinese(given, last[0])
        return (older[0] if older else _korean("".join(given)),), _korean_surname(last[0]), ()
    return (*(initials_apart(given) if initials else given), *last[:-1]), last[-1], ()


def _chinese(given: Token, surname: str) -> tuple[str, str] | None:
    return pinyin(given, surname) if surname in section("surname_first", "chinese") else None


def alias_of(tokens: list[Token]) -> str | None:
    """What an old spelling of a Chinese name may be as well: ping is bing or ping."""
    given = tuple(word for token in tokens[:-1] for word in token)
    older = _chinese(given, tokens[-1][0]) if given else None
    return older[1] if older else None


def _korean(word: str) -> str:
    # The official spelling since 2000 and that of newspapers: Jeong-eun and Jong Un, Jun-ho and Joon-ho. A joong is no
    # jung, which newspapers print for jeong too. Kyung is gyeong, and kyong in the North.
    return _CHUL.sub("chol", _G.sub("k", _YO.sub("yong", _LONG_U.sub("u", word.replace("eo", "o").replace("eu", "u")))))


def _korean_surname(word: str) -> str:
    return _KOREAN_SURNAMES.get(word, word)


def initials_apart(given: Token) -> Token:
    """First names, initials that are written together apart."""
    # words_of joins "J. K." to jk, and prints like "TJ" are the same: no first name is two consonants.
    found: list[str] = []
    for word in given:
        # Md. is Mohammad.
        is_initials = len(word) in (2, 3) and not re.search(r"[aeiouy]", word) and not is_known(word)
        found += list(word) if is_initials else [word]
    return tuple(found)


def _of_fathers(tokens: list[Token]) -> tuple[Token, str, Token] | None:
    """The parts of a name of Ethiopia or Eritrea that tells the grandfather too, whom most news leaves out."""
    if any(len(token) > 1 for token in tokens) or not 2 < len(tokens) < 5:
        return None
    first, father, *rest = (token[0] for token in tokens)
    if first not in section("patronymics", "given"):
        return None
    if father in section("patronymics", "compound"):
        father, rest = father + rest[0], rest[1:]  # Haile Mariam
    return (first,), father, tuple(rest)


def surnames_alone(tokens: list[Token]) -> tuple[Token, str, Token] | None:
    """The parts of what stands behind a title, where it is two surnames of Spain: Governor López Obrador."""
    words = [word for token in tokens for word in token]
    known = press_words("first_names") | section("spanish", "given")
    if len(words) != 2 or words[1] not in section("spanish", "surnames") or words[0] in known:
        return None
    return (), words[0], (words[1],)


def _spanish(tokens: list[Token]) -> tuple[Token, str, Token] | None:
    words = [word for token in tokens for word in token]
    names, surnames = section("spanish", "given"), section("spanish", "surnames")
    # "López Obrador"; but Martin, Leon and Roman are first names elsewhere.
    if len(words) == len(tokens) == 2 and words[0] in surnames and words[0] not in names | press_words("first_names"):
        return (), words[0], (words[1],)
    if len(words) < 3 or words[0] not in names or words[-1] in section("portuguese", "surnames"):
        return None
    if len(words[-2]) == 1 or not section("portuguese", "given").isdisjoint(words):
        return None  # the mother's name, as the Philippines shorten it
    # Félix-Antoine is no Spaniard.
    if any(len(token) > 1 and token[0] in names and not names.issuperset(token) for token in tokens[:1]):
        return None
    names |= section("spanish", "behind")
    count = next((at for at, word in enumerate(words) if word not in names and len(word) > 1), len(words) - 1)
    if count >= len(words) - 1:
        return None
    return tuple(words[:count]), words[count], tuple(words[count + 1 :])
