"""Takes a person's printed name apart: titles, first names, surname, suffix; in whatever order and script it stands."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from service.extraction.names.tables import words as press_words
from service.folding import fold, words_of
from service.identity.places import place_of
from service.identity.respelling import ends_open, family_name, given_name, is_known, nicknames_of, sound
from service.identity.romanisation import pinyin
from service.identity.scripts import lacks_vowels, latin
from service.identity.tables import section

_MOST_WORDS = 8  # a name of more is a broken reading
_ALIAS = re.compile(r"[\"“”„«»(‘]\s*(\w[\w .-]*?)\s*[\"“”»)’](?=\s|$)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?")
_INITIAL_BEFORE = re.compile(r"(?<=\b[^\W\d_])\.(?=[^\W\d_]{2,})")  # J.Smith
_IRISH = re.compile(r"\bO (?=[A-Z][a-z])")  # "O Brien"; an initial has a dot
_JOINED = re.compile(r"\b(?:De|Di|La|Le|Van|Von|Du|Da|Del|El|Al)(?=[A-Z][a-z]{2,})")  # DeBlasio
_TRIBE = re.compile(r"[a-z]{2,}z[ao][iy]$")
_NO_SURNAMES = frozenset({"khan", "shah", "gul", "jan", "haji", "mullah", "malik", "sardar"})
_ABD = re.compile(r"^abd(?:[aeou]l|)$")
_ARTICLES = frozenset({"al", "el", "ul", "ur", "as", "ar", "an", "ad"})
_LONG_U = re.compile(r"oo(?!ng)")
_KOREAN_SURNAMES = {
    "gim": "kim", "bak": "park", "pak": "park", "choe": "choi", "yi": "lee", "gang": "kang", "jeong": "jung",
    "gwon": "kwon", "mun": "moon", "sin": "shin",
}  # fmt: skip
_SYLLABLES = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsywv]|hs|tz|zh|ch|sh|ts|th|ph|kh|ng|ss|kk|jj|tt|pp)?"
    r"(?:iang|ieh|ien|ueh|uei|ung|erh|ih|yung|yong|yang|wang|wong|yun|yan|wan|won|oanh|anh|inh|uyen|uong|iong|uang|yeo|yae|ang|eng|ing|ong|iao|ian|uai|uan|eon|eun|eok|eui|eul|eom|oeun|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|"
    r"ua|uo|ui|ue|eo|eu|ae|oe|ye|yu|ya|yo|wa|wo|we|wi|ah|oh|uk|ik|ok|ak|ek|on|om|im|am|il|ol|al|yul|yeol|yeon|[aeiou])){1,2}$"
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in folded words. `given` and `surname` are in the spelling to compare by, `said` as printed.

    `second` are the words of a second surname. `surname` is empty only where no word is left. `titles` are kept apart,
    as are `alias` (a nickname printed within the name) and `regnal`: a king's or a pope's one name.
    """

    given: tuple[str, ...]
    surname: str
    second: tuple[str, ...] = ()
    suffix: str = ""
    titles: tuple[str, ...] = ()
    alias: str | None = None
    regnal: bool = False
    said: tuple[str, ...] = ()
    consonants: bool = False  # printed in a script without vowels
    tribal: bool = False  # the second surname is that of a tribe or clan, which is mostly left out

    @property
    def is_bare(self) -> bool:
        """Whether it is a surname, or one name, alone."""
        return not self.given

    @property
    def has_initial(self) -> bool:
        """Whether the first of the first names is an initial only."""
        return bool(self.given) and len(self.given[0]) == 1

    @property
    def woman(self) -> bool | None:
        """What a title says: Mrs and Lady True, Mr and Sir False; None where there is none, or one for both."""
        titles = set(self.titles)
        if titles & section("titles", "women") - section("titles", "men"):
            return True
        return False if titles & section("titles", "men") - section("titles", "women") else None


@lru_cache(maxsize=65_536)
def person_name(printed: str) -> PersonName:
    """The parts of a printed name."""
    plain = _is_plain(printed)
    if plain and (found := _of_two_words(printed.lower().split())):
        return found
    if plain:
        text, alias = printed, None
        tokens = _with_abd([(word,) for word in printed.lower().split()[:_MOST_WORDS]])
    else:
        text, alias = _without_alias(_JOINED.sub("", _IRISH.sub("O'", _INITIAL_BEFORE.sub(". ", latin(printed)))))
        tokens = _tokens(text)
    titles, tokens = _split_titles(tokens)
    suffix, tokens = _split_suffix(tokens)
    if tokens and not section("surname_first", "vietnamese").issuperset(tokens[0]):  # Tran Van Hanh
        tokens = [token for token in tokens if not _is_particle(token, tokens)] or tokens
    said = tuple(word for token in tokens for word in token)
    tribe, tokens = _split_tribe(tokens)
    tokens = _in_order(text, tokens)
    given, surname, second = _parts(tokens)
    regnal = not given and bool(set(titles) & section("titles", "regnal"))
    consonants = lacks_vowels(printed)
    alias_word = next(iter(words_of(alias)), None) if alias else _breathed(tokens)
    return PersonName(
        tuple(given_name(word) for word in given), family_name(surname), second + tribe, suffix, titles,
        given_name(alias_word) if alias_word else None, regnal, said, consonants, bool(tribe),
    )  # fmt: skip


def _is_plain(printed: str) -> bool:
    """Whether there is nothing in it but words in plain letters that begin with a capital: most names, and then most of
    the work is to find that there is nothing to do.
    """
    return printed.isascii() and printed.istitle() and printed.replace(" ", "").isalpha() and "O " not in printed


def _of_two_words(words: list[str]) -> PersonName | None:
    """A first name and a surname of which no table says more, as most are."""
    if len(words) != 2 or not _special().isdisjoint(words) or any(map(_ABD.match, words)):
        return None
    first, last = words
    if len(first) < 4 and _initials_apart((first,)) != (first,):
        return None
    return PersonName((given_name(first),), family_name(last), said=(first, last))


@cache
def _special() -> frozenset[str]:
    """The words that may make more of a name of two words than a first name and a surname."""
    titles = ("titles", "behind", "suffixes", "particles", "regnal")
    first = ("chinese", "korean", "vietnamese", "hungarian_given", "japanese_given")
    return frozenset().union(
        *(section("titles", name) for name in titles),
        *(section("surname_first", name) for name in first),
        section("spanish", "surnames"),
    )


def _without_alias(text: str) -> tuple[str, str | None]:
    """The text, and a nickname printed within it, which stays where there is hardly anything else."""
    alias = _ALIAS.search(text)
    if alias is None:
        return text, None
    rest = _ALIAS.sub(" ", text)
    return rest if len(rest.split()) > 1 else text, alias[1]


def is_same_surname(one: PersonName, other: PersonName) -> bool:
    """Whether two surnames are one in every common spelling."""
    return one.surname == other.surname


def sounds_alike(one: PersonName, other: PersonName) -> bool:
    """Whether two surnames may be one name in two ways of transliteration."""
    if is_known(one.surname) and is_known(other.surname):
        return given_name(one.surname) == given_name(other.surname)
    alike = sound(one.surname)
    return len(alike) > 1 and alike == sound(other.surname)


def first_names_sound_alike(one: str, other: str) -> bool:
    """Whether two first names that are not the same may be so in two ways of transliteration."""
    if one == other:
        return True
    # Jon and Joan, Hassan and Hussein are names of their own, however alike they sound.
    known = press_words("first_names")
    both_known = (one in known or is_known(one)) and (other in known or is_known(other))
    alike = sound(one)
    return not both_known and len(alike) > 1 and alike == sound(other) and ends_open(one) == ends_open(other)


def sexes_differ(one: PersonName, other: PersonName) -> bool:
    """Whether the titles say that one is a woman and the other a man, or the title of one and the first name of the
    other: Mr. Pat Doe is no Patricia.
    """
    if None not in (one.woman, other.woman):
        return one.woman != other.woman
    return _title_denies(one, other) or _title_denies(other, one)


def _title_denies(titled: PersonName, other: PersonName) -> bool:
    if titled.woman is None or not other.given or titled.given[:1] == other.given[:1]:
        return False
    against = _mens() if titled.woman else _womens()
    return any(word in against for word in (other.given[0], *other.said[:1]) if word != other.surname)


def named_by_husband(name: PersonName) -> bool:
    """Whether it is that of the husband: Mrs. Robert Doe."""
    return "mrs" in name.titles and bool(name.given) and name.given[0] in _mens()


def may_be_nicknames(one: str, other: str) -> bool:
    """Whether two first names may be used of one person: Mike and Michael."""
    return bool(nicknames_of(one) & nicknames_of(other))


Token = tuple[str, ...]  # the folded words of what is printed without a blank: ("jean", "luc")


def _tokens(text: str) -> list[Token]:
    parts = [part.split() for part in text.split(",")]
    if len(parts) == 2 and len(parts[0]) == 1 and parts[1] and not _is_suffix(words_of(" ".join(parts[1]))):
        parts = [parts[1], parts[0]]  # "Malenko, Sergei"
    tokens = [token for part in parts for word in part for token in _tokens_of(word)]
    return _with_abd(tokens[:_MOST_WORDS])


def _tokens_of(word: str) -> list[Token]:
    if _INITIALS.fullmatch(word) and "".join(words_of(word)) not in section("titles", "behind"):
        return [(letter,) for letter in fold(word) if letter.isalpha()]
    words = words_of(word)
    if "".join(words) in section("titles", "behind"):
        return [("".join(words),)]  # Ph.D.
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]  # al-Rashdan
    return [words] if words else []


def _with_abd(tokens: list[Token]) -> list[Token]:
    """Abd al-Karim and Abdul Karim as one word: what follows says whose servant he is."""
    found: list[Token] = []
    words = [word for token in tokens for word in token]
    if not any(_ABD.match(word) for word in words[:-1]):
        return tokens
    index = 0
    while index < len(words):
        word = words[index]
        if _ABD.match(word) and index + 1 < len(words):
            index += 2 if words[index + 1] in _ARTICLES and index + 2 < len(words) else 1
            word = "abd" + given_name(words[index])
        found.append((word,))
        index += 1
    return found


def _split_titles(tokens: list[Token]) -> tuple[tuple[str, ...], list[Token]]:
    length = _length_of_titles(tokens)
    titles = [word for token in tokens[:length] for word in token]
    tokens = tokens[length:]
    behind = section("titles", "behind")
    while len(tokens) > 1 and behind.issuperset(tokens[-1]):
        tokens = tokens[:-1]
    return tuple(word for word in titles if word != "the"), tokens


def _length_of_titles(tokens: list[Token]) -> int:
    """How many tokens stand before the name: to the last title before it, "Russian Foreign Minister", "Secretary of
    State". A name remains.
    """
    titles, others = section("titles", "titles"), section("roles", "no_body")
    length = 0
    for at, token in enumerate(tokens[:-1]):
        if titles.issuperset(token) or (length and tokens[at - 1] == ("of",)):
            length = at + 1
        elif not (token == ("the",) or others.issuperset(token) or _is_adjective(token)):
            break
    return length


def _is_adjective(token: Token) -> bool:
    place = place_of(token)
    return place is not None and place.sort == "adjective"


def _split_suffix(tokens: list[Token]) -> tuple[str, list[Token]]:
    if len(tokens) > 1 and _is_suffix(tokens[-1]):
        return {"junior": "jr", "senior": "sr"}.get(tokens[-1][0], tokens[-1][0]), tokens[:-1]
    return "", tokens


def _split_tribe(tokens: list[Token]) -> tuple[Token, list[Token]]:
    """The name of a Pashtun tribe behind a first name and a surname. Behind two first names it is the surname itself,
    as behind a khan, which is a title.
    """
    *before, last = tokens or [()]
    if len(before) < 2 or len(last) != 1 or not _TRIBE.match(last[0]) or len(before[-1]) != 1:
        return (), tokens
    surname = before[-1][0]
    first = surname in press_words("first_names") or len(surname) < 3 or surname in _NO_SURNAMES
    return ((), tokens) if first else (last, before)


def _is_suffix(words: tuple[str, ...]) -> bool:
    return len(words) == 1 and words[0] in section("titles", "suffixes")


def _is_particle(token: Token, tokens: list[Token]) -> bool:
    return len(tokens) > 1 and section("titles", "particles").issuperset(token)


def _in_order(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens with the surname last, where the name is of a country that prints it first."""
    if len(tokens) < 2:
        return tokens
    capitals = [word for word in text.split() if len(word) > 2 and word.isupper()]
    if len(capitals) == 1 and words_of(capitals[0]) == tokens[0] and not text.isupper():
        return [*tokens[1:], tokens[0]]  # "MORISAKI Yuko"
    return [*tokens[1:], tokens[0]] if _surname_is_first(tokens) else tokens


def _surname_is_first(tokens: list[Token]) -> bool:
    first, last = tokens[0], tokens[-1]
    if len(tokens) == 2 and len(first) == len(last) == 1:
        if last[0] in section("surname_first", "hungarian_given"):
            return first[0] not in press_words("first_names")
        if last[0] in section("surname_first", "japanese_given"):
            return first[0] not in section("surname_first", "japanese_given")
    return (
        len(first) == 1 and first[0] in _surnames_first() and _is_syllabic(tokens[1:]) and not _surname_is_last(tokens)
    )


def _surname_is_last(tokens: list[Token]) -> bool:
    last = tokens[-1]
    given = tokens[0]
    # "Kim Lee" and "Kim Clark" are first name and surname; "Kim Lee Yong" is not.
    western = len(tokens) == 2 and len(given) == 1 and given[0] in ("kim", "lee", "jordan", "dean", "ma", "june")
    return len(last) == 1 and last[0] in _surnames_first() and (western or given[0] not in _surnames_first())


def _is_syllabic(tokens: list[Token]) -> bool:
    words = [word for token in tokens for word in token]
    return 0 < len(words) <= 2 and all(len(word) > 1 and _SYLLABLES.match(word) for word in words)


@cache
def _mens() -> frozenset[str]:
    """First names that hardly any woman bears."""
    return press_words("first_names", "male") - press_words("first_names", "female") - press_words("first_names", "any")


@cache
def _womens() -> frozenset[str]:
    return press_words("first_names", "female") - press_words("first_names", "male") - press_words("first_names", "any")


@cache
def _surnames_first() -> frozenset[str]:
    return (
        section("surname_first", "chinese")
        | section("surname_first", "korean")
        | section("surname_first", "vietnamese")
    )


def _parts(tokens: list[Token]) -> tuple[Token, str, Token]:
    """First names, surname and second surname of tokens in Western order."""
    if not tokens:
        return (), "", ()
    if spanish := _spanish(tokens):
        return spanish
    *before, last = tokens
    given = tuple(word for token in before for word in token)
    if len(last) > 1 and (given or not _is_syllabic([last])):
        # Of "Ansah-Okine" the last part is compared first; the whole of it is the surname.
        return _initials_apart(given), last[-1], last[:-1]
    if len(last) == 1 and last[0] in _surnames_first() and given and _is_syllabic(before):
        older = _chinese(given, last[0])
        return (older[0] if older else _korean("".join(given)),), _korean_surname(last[0]), ()
    return (*_initials_apart(given), *last[:-1]), last[-1], ()


def _chinese(given: Token, surname: str) -> tuple[str, str] | None:
    return pinyin(given) if surname in section("surname_first", "chinese") else None


def _breathed(tokens: list[Token]) -> str | None:
    """What an old spelling of a Chinese name may be as well: ping is bing or ping."""
    given = tuple(word for token in tokens[:-1] for word in token)
    older = _chinese(given, tokens[-1][0]) if given else None
    return older[1] if older else None


def is_syllabic(name: PersonName) -> bool:
    """Whether it is a name of a country that prints surnames first, its first names in syllables."""
    first = tuple(name.given)
    return name.surname in _surnames_first() and bool(first) and bool(_SYLLABLES.match(first[-1]))


def _korean(word: str) -> str:
    # The official spelling since 2000 and that of newspapers: Jeong-eun and Jong Un, Jun-ho and Joon-ho. A joong is no
    # jung, which newspapers print for jeong too.
    return _LONG_U.sub("u", word.replace("eo", "o").replace("eu", "u"))


def _korean_surname(word: str) -> str:
    return _KOREAN_SURNAMES.get(word, word)


def _initials_apart(given: Token) -> Token:
    # words_of joins "J. K." to jk, and prints like "TJ" are the same: no first name is two consonants.
    found: list[str] = []
    for word in given:
        is_initials = len(word) in (2, 3) and not re.search(r"[aeiouy]", word)
        found += list(word) if is_initials else [word]
    return tuple(found)


def _spanish(tokens: list[Token]) -> tuple[Token, str, Token] | None:
    words = [word for token in tokens for word in token]
    names, surnames = section("spanish", "given"), section("spanish", "surnames")
    if len(words) == 2 and words[0] in surnames and words[0] not in names:
        return (), words[0], (words[1],)
    if len(words) < 3 or words[0] not in names:
        return None
    count = next((at for at, word in enumerate(words) if word not in names and len(word) > 1), len(words) - 1)
    if count >= len(words) - 1:
        return None
    return tuple(words[:count]), words[count], tuple(words[count + 1 :])


def folded(printed: str) -> str:
    """What is printed, in Latin letters, folded, for searches."""
    return fold(latin(printed))
