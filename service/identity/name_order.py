"""Tells which words of a name are first names and which the surname, in whatever order its country prints them."""

import re
from functools import cache

from service.extraction.names.tables import words as press_words
from service.folding import words_of
from service.identity.name_words import Token
from service.identity.respelling import is_known
from service.identity.romanisation import pinyin
from service.identity.tables import section

_LONG_U = re.compile(r"oo(?!ng)")
_YO = re.compile(r"(?<=[bghkmp])yung")
_CHUL = re.compile("chul")
_G = re.compile(r"g(?=yo)")
_JAPANESE = re.compile(
    r"(?:(?:[kgsztdnhbmrpf]|ch|sh|ts|[kgnhbpmr]y|j|y|w|kk|ss|tt|pp|tch|ssh)?[aeiou]{1,2}|n(?![aeiou])|m(?=[pb]))+$"
)
_JAPANESE_PLACE = re.compile(
    r"[a-z](?:yama|kawa|gawa|moto|mura|saki|zaki|shima|jima|hara|bara|bayashi|guchi|sawa|zawa|hashi|bashi|uchi|tani|dani|mochi|gaki"
    r"|tsuka|zuka|hata|bata|matsu|sugi|mizu|naka|shita|kura|gura|hama|tsuki|shida|kida|mada|nada|ooka|zono|dera|gishi)$"
)
_KOREAN_SURNAMES = {
    "gim": "kim", "bak": "park", "pak": "park", "choe": "choi", "yi": "lee", "gang": "kang", "jeong": "jung",
    "gwon": "kwon", "mun": "moon", "sin": "shin", "an": "ahn", "paek": "baek", "gwak": "kwak", "hyon": "hyun",
}  # fmt: skip
_SYLLABLES = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsywv]|hs|tz|zh|ch|sh|ts|th|ph|kh|ng|ss|kk|jj|tt|pp)?"
    r"(?:chul|yeong|iang|ieh|ien|ueh|uei|ung|erh|ih|yung|yong|yang|wang|wong|yun|yan|wan|won|oanh|anh|inh|uyen|uong|iong|uang|yeo|yae|ang|eng|ing|ong|iao|ian|uai|uan|eon|eun|eok|eui|eul|eom|oeun|ai|ei|ao|ou|an|en|in|un|ee|eung|uet|uen|oo|ia|ie|iu|"
    r"ua|uo|ui|ue|eo|eu|ae|oe|ye|yu|ya|yo|wa|wo|we|wi|ah|oh|uk|ik|ok|ak|ek|on|om|im|am|il|ol|al|yul|yeol|yeon|[aeiou])){1,2}$"
)


def in_order(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens with the surname last, where the name is of a country that prints it first."""
    if len(tokens) < 2:
        return tokens
    tokens = _in_order_of_vietnam(tokens)
    capitals = [word for word in text.split() if len(word) > 2 and word.isupper()]
    if len(capitals) == 1 and words_of(capitals[0]) == tokens[0] and not text.isupper():
        return [*tokens[1:], tokens[0]]  # "MORISAKI Yuko"
    return [*tokens[1:], tokens[0]] if _surname_is_first(tokens) else tokens


def _in_order_of_vietnam(tokens: list[Token]) -> list[Token]:
    """Chung Nguyen Duc, as the West puts it, in its own order."""
    if len(tokens) != 3 or not section("surname_first", "vietnamese").issuperset(tokens[1]):
        return tokens
    first, surname, middle = tokens
    own = not section("surname_first", "vietnamese").issuperset((*first, *middle)) and _are_syllables([first, middle])
    western = first[0] in press_words("first_names") or section("surname_first", "vietnamese").issuperset(first)
    return tokens if western or not own else [surname, middle, first]


def _surname_is_first(tokens: list[Token]) -> bool:
    first, last = tokens[0], tokens[-1]
    if len(tokens) == 2 and len(last) == 1:
        if last[0] in section("surname_first", "hungarian_given"):
            return first[0] not in press_words("first_names")
        if len(first) == 1 and first[0] in section("surname_first", "khmer"):
            return last[0] not in section("surname_first", "khmer")
        if len(first) == 1 and last[0] in section("surname_first", "japanese_given") and _is_japanese(first[0]):
            return first[0] not in section("surname_first", "japanese_given")
        if len(first) == 1 and ends_as_place(first[0]) and _is_japanese(last[0]):
            return first[0] not in section("surname_first", "japanese_given") and not ends_as_place(last[0])
    return (
        len(first) == 1 and first[0] in surnames_first() and _are_syllables(tokens[1:]) and not _surname_is_last(tokens)
    )


def ends_as_place(word: str) -> bool:
    """Whether a word is a surname of Japan, by its end, which is that of places: Hayashida."""
    return bool(_JAPANESE_PLACE.search(word)) and _is_japanese(word)


def _is_japanese(word: str) -> bool:
    return bool(_JAPANESE.match(word))


def _surname_is_last(tokens: list[Token]) -> bool:
    last = tokens[-1]
    given = tokens[0]
    # "Wei Jie Goh": in the South a surname is spelt as no other word is.
    for surnames, names in (("southern", "given_too"), ("korean", "korean_given_too")):
        too = section("surname_first", names)
        is_surname = len(tokens) > 2 and section("surname_first", surnames).issuperset(last)
        if is_surname and too.issuperset(given) and not too.issuperset(last):
            return True
    # "Kim Lee" and "Kim Clark" are first name and surname; "Kim Lee Yong" is not.
    western = len(tokens) == 2 and len(given) == 1 and given[0] in ("kim", "lee", "jordan", "dean", "ma", "june")
    return len(last) == 1 and last[0] in surnames_first() and (western or given[0] not in surnames_first())


def _are_syllables(tokens: list[Token]) -> bool:
    words = [word for token in tokens for word in token]
    return 0 < len(words) <= 2 and all(len(word) > 1 and is_syllables(word) for word in words)


def is_syllables(word: str) -> bool:
    """Whether a word is a syllable or two as names of countries have them that print surnames first."""
    return bool(_SYLLABLES.match(word))


@cache
def surnames_first() -> frozenset[str]:
    """Surnames of countries that print them first."""
    return (
        section("surname_first", "chinese")
        | section("surname_first", "korean")
        | section("surname_first", "vietnamese")
    )


@cache
def east_asian() -> frozenset[str]:
    """Surnames of China and Korea in any spelling."""
    return section("surname_first", "chinese") | section("surname_first", "korean")


def split_western(tokens: list[Token]) -> tuple[str | None, list[Token]]:
    """The Western first name before a Chinese name in its own order, and the name without: Winnie Chow Mei-ling."""
    if len(tokens) not in (3, 4) or len(tokens[0]) > 1 or tokens[0][0] not in press_words("first_names"):
        return None, tokens
    _, surname, *given = tokens
    chinese = section("surname_first", "chinese")
    is_one = chinese.issuperset(surname) and len(surname) == 1 and sum(map(len, given)) == 2 and _are_syllables(given)
    if not is_one or tokens[0][0] in surnames_first() or chinese.issuperset(given[-1]):
        return None, tokens
    return tokens[0][0], tokens[1:]


def parts_of(tokens: list[Token], *, initials: bool = True) -> tuple[Token, str, Token]:
    """First names, surname and second surname of tokens in Western order; `initials`: consonants alone are some."""
    if not tokens:
        return (), "", ()
    if told := _spanish(tokens) or _of_fathers(tokens):
        return told
    *before, last = tokens
    given = tuple(word for token in before for word in token)
    if len(last) > 1 and (given or not _are_syllables([last])):
        # Of "Ansah-Okine" the last part is compared first; the whole of it is the surname.
        return initials_apart(given), last[-1], last[:-1]
    if len(last) == 1 and last[0] in surnames_first() and given and _are_syllables(before):
        older = _chinese(given, last[0])
        return (older[0] if older else _korean("".join(given)),), _korean_surname(last[0]), ()
    return (*(initials_apart(given) if initials else given), *last[:-1]), last[-1], ()


def syllables_of(tokens: list[Token]) -> Token:
    """The words of a name of China or Korea as they are printed, the surname first; none of other names."""
    if len(tokens) < 2 or len(tokens[-1]) != 1 or tokens[-1][0] not in east_asian() or not _are_syllables(tokens[:-1]):
        return ()
    return (tokens[-1][0], *(word for token in tokens[:-1] for word in token))


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
    count = next((at for at, word in enumerate(words) if word not in names and len(word) > 1), len(words) - 1)
    if count >= len(words) - 1:
        return None
    return tuple(words[:count]), words[count], tuple(words[count + 1 :])
