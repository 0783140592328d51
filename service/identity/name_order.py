"""Tells which words of a name are first names and which the surname, in whatever order its country prints them."""

from functools import cache

from service.extraction.names.tables import words as press_words
from service.folding import words_of
from service.identity.name_words import Token
from service.identity.respelling import is_known
from service.identity.tables import section
from service.regex import regex

_JAPANESE = regex(
    r"(?:(?:[kgsztdnhbmrpf]|ch|sh|ts|[kgnhbpmr]y|j|y|w|kk|ss|tt|pp|tch|ssh)?[aeiou]{1,2}|n(?![aeiou])|m(?=[pb]))+$"
)
_JAPANESE_PLACE = regex(
    r"[a-z](?:yama|kawa|gawa|moto|mura|saki|zaki|shima|jima|hara|bara|bayashi|guchi|sawa|zawa|hashi|bashi|uchi|tani|dani|mochi|gaki"
    r"|tsuka|zuka|hata|bata|matsu|sugi|mizu|naka|shita|kura|gura|hama|tsuki|shida|kida|mada|nada|ooka|zono|dera|gishi)$"
)
_PATRONYMIC = regex(r"(?:[oe]vich|[oe]vych|yovych|ilyich|[oe]vna|[iy]vna|ichna)$")
_SYLLABLES = regex(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsywv]|hs|tz|zh|ch|sh|ts|th|ph|kh|ng|ss|kk|jj|tt|pp|wh)?"
    r"(?:yeok|yeop|yeol|yeom|yuk|yup|yoon|chul|yeong|iang|ieh|ien|ueh|uei|ung|erh|ih|yung|yong|yang|wang|wong|yun|yan|wan|won|oanh|anh|inh|uyen|uong|iong|uang|yeo|yae|ang|eng|ing|ong|iao|ian|uai|uan|eon|eun|eok|eui|eul|eom|oeun|ai|ei|ao|ou|an|en|in|un|ee|eung|uet|uen|oo|ia|ie|iu|"
    r"ua|uo|ui|ue|eo|eu|ae|oe|ye|yu|ya|yo|wa|wo|we|wi|ah|oh|uk|ik|ok|ak|ek|on|om|im|am|il|ol|al|yul|yeol|yeon|[aeiou])){1,2}$"
)


def in_order(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens with the surname last, where the name is of a country that prints it first."""
    if len(tokens) < 2:
        return tokens
    tokens = _in_order_of_papers(_in_order_of_vietnam(tokens))
    capitals = [word for word in text.split() if len(word) > 2 and word.isupper() and "." not in word]
    # ABM Rezaul Karim has three initials, LEE Jae-myung a surname.
    initials = len(tokens) > 2 and len(capitals[:1] and capitals[0]) == 3 and not surnames_first().issuperset(tokens[0])
    if len(capitals) == 1 and words_of(capitals[0]) == tokens[0] and not (text.isupper() or initials):
        return [*tokens[1:], tokens[0]]  # "MORISAKI Yuko"
    return [*tokens[1:], tokens[0]] if _surname_is_first(tokens) else tokens


def in_order_of_han(own: Token, tokens: list[Token]) -> list[Token]:
    """The tokens of a name of China in its own letters, each of which is one; none of other names: whatever the surname
    is, it stands first, in two letters if it is one of a few.
    """
    letters = own[1] if own[:1] == ("han",) else ""
    length = 2 if letters[:2] in section("surname_first", "han_of_two") else 1
    if not 0 < len(letters) - length < 3 or len(tokens) != len(letters):
        return []
    surname = _read_otherwise().get(letters[0]) if length == 1 else None
    return [*tokens[length:], (surname or "".join(word for token in tokens[:length] for word in token),)]


@cache
def _read_otherwise() -> dict[str, str]:
    """Letters that are read otherwise as surnames than as words."""
    return dict(each.split(":") for each in section("surname_first", "han_read_otherwise"))


def _in_order_of_vietnam(tokens: list[Token]) -> list[Token]:
    """Chung Nguyen Duc, as the West puts it, in its own order."""
    if len(tokens) != 3 or not section("surname_first", "vietnamese").issuperset(tokens[1]):
        return tokens
    first, surname, middle = tokens
    own = not section("surname_first", "vietnamese").issuperset((*first, *middle)) and are_syllables([first, middle])
    western = first[0] in press_words("first_names") or section("surname_first", "vietnamese").issuperset(first)
    return tokens if western or not own else [surname, middle, first]


def _in_order_of_papers(tokens: list[Token]) -> list[Token]:
    """Malyshev Viktor Sergeyevich, as papers of Russia have it, in the order in which he is called."""
    if len(tokens) != 3 or any(len(token) > 1 for token in tokens) or not _PATRONYMIC.search(tokens[2][0]):
        return tokens
    surname, first, patronymic = tokens
    known = press_words("first_names")
    is_first = is_known(first[0]) or first[0] in known
    return [first, patronymic, surname] if is_first and surname[0] not in known and not is_known(surname[0]) else tokens


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
        len(first) == 1 and first[0] in surnames_first() and are_syllables(tokens[1:]) and not _surname_is_last(tokens)
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


def are_syllables(tokens: list[Token]) -> bool:
    """Whether first names are one syllable or two, as countries have them that print surnames first."""
    words = [word for token in tokens for word in token]
    return 0 < len(words) <= 2 and all(len(word) > 1 and is_syllables(word) for word in words)


def is_syllables(word: str) -> bool:
    """Whether a word is a syllable or two as names of countries have them that print surnames first."""
    return bool(_SYLLABLES.match(word)) or word in section("surname_first", "southern_given")


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
    western = tokens[:1] and (tokens[0][0] in press_words("first_names") or not are_syllables(tokens[:1]))
    if len(tokens) not in (3, 4) or len(tokens[0]) > 1 or not western:
        return None, tokens
    _, surname, *given = tokens
    chinese = section("surname_first", "chinese")
    is_one = chinese.issuperset(surname) and len(surname) == 1 and sum(map(len, given)) == 2 and are_syllables(given)
    if not is_one or tokens[0][0] in surnames_first() or chinese.issuperset(given[-1]):
        return None, tokens
    return tokens[0][0], tokens[1:]


def syllables_of(tokens: list[Token]) -> Token:
    """The words of a name of China or Korea as they are printed, the surname first; none of other names."""
    if len(tokens) < 2 or len(tokens[-1]) != 1 or tokens[-1][0] not in east_asian() or not are_syllables(tokens[:-1]):
        return ()
    return (tokens[-1][0], *(word for token in tokens[:-1] for word in token))
