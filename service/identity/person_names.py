"""Takes a person's printed name apart: titles, first names, surname, suffix; in whatever order and script it stands."""

from dataclasses import dataclass
from functools import cache, lru_cache

from service.folding import fold, words_of
from service.identity.joined_words import JOINING, printed_one_way
from service.identity.name_order import (
    east_asian,
    ends_as_place,
    in_order,
    in_order_of_han,
    split_western,
    syllables_of,
)
from service.identity.name_parts import alias_of, initials_apart, parts_of, surnames_alone
from service.identity.name_words import (
    MOST_WORDS,
    has_abd,
    is_particle,
    particles_of,
    split_ancestors,
    split_suffix,
    split_titles,
    split_tribe,
    tokens_of,
    with_abd,
)
from service.identity.names_in_full import in_full, without_state
from service.identity.own_letters import own_letters
from service.identity.respelling import family_name, given_name
from service.identity.scripts import is_latin, is_read_loosely, lacks_vowels, latin
from service.identity.tables import section
from service.regex import regex

_ALIAS = regex(r"[\"“”„«»(‘]\s*(\w[\w .-]*?)\s*[\"“”»)’](?=\s|$)")


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
    particles: tuple[str, ...] = ()  # before the surname: van den
    syllables: tuple[str, ...] = ()  # of China and Korea: the surname and the first name as printed
    own: tuple[str, ...] = ()  # what its own script tells and Latin letters lose
    foreign: bool = False  # printed in other letters than Latin ones
    loose: bool = False  # in letters whose vowels are put into Latin ones in several ways

    @property
    def is_bare(self) -> bool:
        """Whether it is a surname, or one name, alone."""
        return not self.given

    @property
    def has_initial(self) -> bool:
        """Whether the first of the first names is an initial only."""
        return bool(self.given) and len(self.given[0]) == 1

    @property
    def letters(self) -> frozenset[str]:
        """What an initial of the first name may be: Elena is compared as Yelena."""
        return frozenset([word[0] for word in self.given[:1] + self.said[:1]] if self.given else ())

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
    printed = in_full(printed)
    words = printed.lower().split()
    plain = _is_plain(printed, words)
    if plain and (found := _of_two_words(words)):
        return found
    if plain:
        text, alias = printed, None
        tokens = with_abd([(word,) for word in words[:MOST_WORDS]])
    else:
        text, alias = _without_alias(printed_one_way(latin(without_state(printed))))
        tokens = tokens_of(text)
    consonants = lacks_vowels(printed)
    # Omar without its vowels is no Mr.
    titles, tokens = ((), tokens) if consonants else split_titles(tokens)
    suffix, tokens = split_suffix(tokens)
    ancestors, tokens = split_ancestors(tokens)
    particles: tuple[str, ...] = ()
    if tokens and not section("surname_first", "vietnamese").issuperset(tokens[0]):  # Tran Van Hanh
        particles = particles_of(tokens)
        tokens = [token for token in tokens if not is_particle(token, tokens)] or tokens
    said = tuple(word for token in tokens for word in token)
    tribe, tokens = split_tribe(tokens)
    western, tokens = split_western(tokens)
    own = own_letters(printed)
    tokens = in_order_of_han(own, tokens) or in_order(text, tokens)
    given, surname, second = (titles and surnames_alone(tokens)) or parts_of(tokens, initials=not consonants)
    syllables = syllables_of(tokens)
    given += (western,) if western else ()  # Peter Lam Wai-ming is no Paul
    regnal = not given and bool(set(titles) & section("titles", "regnal"))
    alias_word = next(iter(words_of(alias)), None) if alias else western or alias_of(tokens)
    if not alias_word and given and not section("titles", "names").isdisjoint(titles[-1:]):
        alias_word = titles[-1]  # Sultan Ahmed al-Jaber may be no sultan
    second = tuple(map(family_name, second + ancestors)) + tribe
    if not syllables:
        given = tuple(given_name(word) for word in given)
    return PersonName(
        given, surname if surname in east_asian() else family_name(surname), second, suffix, titles,
        alias_word if syllables and not western else given_name(alias_word or "") or None,
        regnal, said, consonants, bool(tribe),
        particles, syllables, own, not is_latin(printed),
        is_read_loosely(printed),
    )  # fmt: skip


def _is_plain(printed: str, words: list[str]) -> bool:
    """Whether there is nothing in it but words in plain letters that begin with a capital: most names, and then most of
    the work is to find that there is nothing to do.
    """
    return printed.isascii() and printed.istitle() and printed.replace(" ", "").isalpha() and JOINING.isdisjoint(words)


def _of_two_words(words: list[str]) -> PersonName | None:
    """A first name and a surname of which no table says more, as most are."""
    if len(words) != 2 or not _special().isdisjoint(words) or has_abd(words) or ends_as_place(words[0]):
        return None
    first, last = words
    if len(first) < 4 and initials_apart((first,)) != (first,):
        return None
    return PersonName((given_name(first),), family_name(last), said=(first, last))


@cache
def _special() -> frozenset[str]:
    """The words that may make more of a name of two words than a first name and a surname."""
    titles = ("titles", "behind", "suffixes", "particles", "regnal")
    first = ("chinese", "korean", "vietnamese", "hungarian_given", "japanese_given", "khmer")
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


def folded(printed: str) -> str:
    """What is printed, in Latin letters, folded, for searches."""
    return fold(latin(printed))
