"""Cuts a printed name into words and takes off it what is no part of it: titles, suffixes, particles, tribes."""

from collections.abc import Iterable

from service.extraction.names.tables import words as press_words
from service.folding import fold, words_of
from service.identity.places import place_of
from service.identity.respelling import given_name, is_known
from service.identity.tables import section
from service.regex import regex

Token = tuple[str, ...]  # the folded words of what is printed without a blank: ("jean", "luc")

MOST_WORDS = 8  # a name of more is a broken reading
_DEGREE = regex(r"(?:[A-Z][a-z]{0,4}\.){1,4}[A-Za-z]{0,4}|[A-Z][a-z]?[A-Z][A-Za-z]{0,3}\.?")  # M.Si., CSc., MBA
_INITIALS = regex(r"(?:[^\W\d_]\.){2,}[^\W\d_]?")
_TRIBE = regex(r"[a-z]{2,}z[ao][iy]$")
_NO_SURNAMES = frozenset({"khan", "shah", "gul", "jan", "haji", "mullah", "malik", "sardar"})
_SUFFIXES = {"junior": "jr", "jnr": "jr", "younger": "jr", "senior": "sr", "snr": "sr", "elder": "sr"}
_SUFFIXES |= {"2nd": "ii", "3rd": "iii", "4th": "iv"}
# The son, the father and the grandson, behind names of Spain, Portugal, France and their former lands.
_HEIRS = {"hijo": "jr", "filho": "jr", "fils": "jr", "padre": "sr", "pere": "sr", "neto": "neto"}
_STATES_BY_LETTERS = frozenset({("us",), ("uk",), ("eu",), ("un",), ("usa",), ("uae",)})
_PILGRIMS = (("h",), ("kh",))  # behind another title: Dr. H. Budi
_TAN_SRI = [("tan",), ("sri",)]  # each of both is a name
_EUROPEAN = frozenset(
    words_of("van von der den de la le las los del della di da das dos do du ter ten vom zu zum af av")
)
_ABD = frozenset({"abd", "abdal", "abdel", "abdol", "abdul"})
_NOT_ARABIC = regex(r"[pvx]|c(?!h)|ck|[eo]$|ton$|son$|ken$")
_HOUSES = [("al",), ("el",)]
_SONS = [("bin",), ("ibn",), ("bint",)]
_AND = frozenset({"y", "e"})  # of Spain, of Portugal
_ARTICLES = frozenset({"al", "el", "ul", "ur", "as", "ar", "an", "ad"})


def tokens_of(text: str) -> list[Token]:
    """The words of a name, those of what is joined by hyphens together; "Malenko, Sergei" turned."""
    first, *rest = text.split(",")
    # Behind a comma: degrees, whatever their letters.
    rest = [part for part in rest if len(first.split()) < 2 or not all(map(_is_degree, part.split()))]
    parts = [part.split() for part in (first, *rest)]
    if len(parts) == 2 and len(parts[0]) == 1 and parts[1] and not _is_suffix(words_of(" ".join(parts[1]))):
        parts = [parts[1], parts[0]]  # "Malenko, Sergei"
    tokens = [token for part in parts for word in _without_and(part) for token in _words_of(word)]
    return with_abd(tokens[:MOST_WORDS])


def _without_and(words: list[str]) -> list[str]:
    """The words without "and" between two surnames, Ortega y Gasset; a capital is an initial: Robert E. Moss."""
    return [word for at, word in enumerate(words) if word not in _AND or at in (0, len(words) - 1)]


def _is_degree(word: str) -> bool:
    return bool(_DEGREE.fullmatch(word)) and not _is_suffix(words_of(word))


def _words_of(word: str) -> list[Token]:
    if _INITIALS.fullmatch(word) and "".join(words_of(word)) not in section("titles", "behind"):
        return [(letter,) for letter in fold(word) if letter.isalpha()]
    words = words_of(word)
    if "".join(words) in section("titles", "behind"):
        return [("".join(words),)]  # Ph.D.
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]  # al-Rashdan
    if len(words) == 3 and words[1] in _ARTICLES and words[0] not in _ABD:
        words = (words[0], words[2])  # Noor-ul-Haq
    return [words] if words else []


def has_abd(words: Iterable[str]) -> bool:
    """Whether one of these is the beginning of a servant's name: abd, abdul."""
    return not _ABD.isdisjoint(words)


def with_abd(tokens: list[Token]) -> list[Token]:
    """Abd al-Karim and Abdul Karim as one word: what follows says whose servant he is."""
    found: list[Token] = []
    words = [word for token in tokens for word in token]
    if not has_abd(words[:-1]):
        return tokens
    index = 0
    while index < len(words):
        word = words[index]
        if word in _ABD and index + 1 < len(words):
            index += 2 if words[index + 1] in _ARTICLES and index + 2 < len(words) else 1
            word = "abd" + given_name(words[index])
        found.append((word,))
        index += 1
    return found


def split_titles(tokens: list[Token]) -> tuple[tuple[str, ...], list[Token]]:
    """The words of the titles before a name, and the name without what stands before and behind it."""
    lettered = _with_letters_of_state(tokens)
    length = 0 if _begins_with_first_name(lettered) else _length_of_titles(lettered)
    tokens = lettered if length else tokens
    titles = [word for token in tokens[:length] for word in token]
    tokens = tokens[length:]
    behind = section("titles", "behind")
    while len(tokens) > 1 and behind.issuperset(tokens[-1]):
        tokens = tokens[:-1]
    return tuple(word for word in titles if word != "the"), tokens


def _with_letters_of_state(tokens: list[Token]) -> list[Token]:
    """The words, the letters of a state before a title in one: U.S. District Judge; but U.S. Grant has two initials."""
    letters = "".join(token[0] for token in tokens[:2])
    return [(letters,), *tokens[2:]] if len(letters) == 2 and (letters,) in _STATES_BY_LETTERS else tokens


def _begins_with_first_name(tokens: list[Token]) -> bool:
    """Whether what may be a title is a first name: Emir Hodzic, but Emir Tamim."""
    if len(tokens) < 2 or not section("titles", "names").issuperset(tokens[0]):
        return False
    if tokens[1] in _HOUSES and len(tokens) == 3:
        return True  # Sultan Al Jaber: no sultan is called by his house
    if len(tokens) != 2:
        return False
    return not (tokens[1][0] in press_words("first_names") or is_known(tokens[1][0]))


def _length_of_titles(tokens: list[Token]) -> int:
    """How many tokens stand before the name: to the last title before it, "Russian Foreign Minister", "Secretary of
    State". A name remains.
    """
    titles, others = section("titles", "titles"), section("roles", "no_body") | section("titles", "within")
    length = 0
    for at, token in enumerate(tokens[:-1]):
        told = titles.issuperset(token) or (length == at > 0 and token in _PILGRIMS)
        if told or (length and tokens[at - 1] == ("of",)) or tokens[at - 1 : at + 1] == _TAN_SRI:
            length = at + 1
        elif tokens[at : at + 2] == _TAN_SRI:
            continue
        elif not (token == ("the",) or others.issuperset(token) or _is_adjective(token)):
            break
    return length


def _is_adjective(token: Token) -> bool:
    if token in _STATES_BY_LETTERS:
        return True
    place = place_of(token)
    return place is not None and place.sort == "adjective"


def split_suffix(tokens: list[Token]) -> tuple[str, list[Token]]:
    """Jr., III and the like, in one spelling, and the name without."""
    if len(tokens) > 2 and tokens[-2:] in ([("the",), ("elder",)], [("the",), ("younger",)]):
        return _SUFFIXES[tokens[-1][0]], tokens[:-2]
    if len(tokens) > 1 and len(tokens[-1]) == 1 and tokens[-1][0] in _HEIRS and _is_heir(tokens):
        return _HEIRS[tokens[-1][0]], tokens[:-1]
    if len(tokens) > 1 and _is_suffix(tokens[-1]):
        return _SUFFIXES.get(tokens[-1][0], tokens[-1][0]), tokens[:-1]
    return "", tokens


def _is_heir(tokens: list[Token]) -> bool:
    """Whether the last word tells a son from his father: Roberto Campos Neto, Campos Neto; but Pedro Neto."""
    known = section("spanish", "given") | section("portuguese", "given") | press_words("first_names")
    return len(tokens) > 2 or known.isdisjoint(tokens[0])


def _is_suffix(words: tuple[str, ...]) -> bool:
    return len(words) == 1 and words[0] in section("titles", "suffixes")


def split_ancestors(tokens: list[Token]) -> tuple[Token, list[Token]]:
    """The grandfather and those before him in a name that tells them, and the name without: Ali bin Said bin Omar."""
    sons = [at for at, token in enumerate(tokens) if token in _SONS]
    if len(sons) < 2 or sons[0] == 0 or sons[1] != sons[0] + 2:
        return (), tokens
    return tuple(word for token in tokens[sons[1] :] if token not in _SONS for word in token), tokens[: sons[1]]


def split_tribe(tokens: list[Token]) -> tuple[Token, list[Token]]:
    """The name of a Pashtun tribe behind a first name and a surname. Behind two first names it is the surname itself,
    as behind a khan, which is a title.
    """
    *before, last = tokens or [()]
    if len(before) < 2 or len(last) != 1 or not _TRIBE.match(last[0]) or len(before[-1]) != 1:
        return (), tokens
    surname = before[-1][0]
    first = surname in press_words("first_names") or len(surname) < 3 or surname in _NO_SURNAMES
    return ((), tokens) if first else (last, before)


def is_particle(token: Token, tokens: list[Token]) -> bool:
    """Whether a token is a small word of a name of several: von, de, al."""
    if token is tokens[0] and (len(token[0]) == 1 or _is_western(tokens)):
        return False  # E. Marlow
    if token is tokens[-1]:
        return False  # Rajesh Das
    return len(tokens) > 1 and section("titles", "particles").issuperset(token)


def _is_western(tokens: list[Token]) -> bool:
    """Whether Ben or Al before a surname is a first name: Al Gore, but Al Thani."""
    if len(tokens) != 2 or tokens[0][0] not in ("ben", "al"):
        return False
    surname = tokens[1][0]
    return not is_known(surname) and (tokens[0][0] == "ben" or bool(_NOT_ARABIC.search(surname)))


def particles_of(tokens: list[Token]) -> tuple[str, ...]:
    """The small words right before the last, as far as they tell surnames apart: van den Berg is no van Berg."""
    end = start = len(tokens) - 1
    while start > 0 and _EUROPEAN.issuperset(tokens[start - 1]):
        start -= 1
    return tuple(word for token in tokens[start:end] for word in token)
