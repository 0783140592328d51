"""Reads names of people out of capitalised runs, and tells whether two printed names may be one person's."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from service.extraction.names import tables
from service.extraction.names.cores import glued_at, is_day, is_title, key, name_start, without_suffix
from service.extraction.names.words import PARTICLES, Word, fold, is_initials, opens_sentence, words_in
from service.records import Span
from service.regex import regex

LONGEST = 6  # words of a name
_LONGEST_KEPT = 100  # code points of a run that is kept at hand
_NICKNAME = regex(r" [“\"][^\W\d_a-zß-öø-ÿ][^“”\"\n]{0,24}[”\"] ")
_NICKNAME_REACH = 30
_DOUBLED = regex(r"(.)\1")
_LABELS = tables.words("exceptions", "label")
_MALE, _FEMALE = (
    tables.words("titles", section) | tables.words("person_nouns", section) for section in ("male", "female")
)


class Naming(NamedTuple):
    """A person's name at one place, as parsed out of a run of capitalised words."""

    words: tuple[str, ...]
    span: Span
    gender: str | None
    titled: bool
    opens: bool


def namings_in(text: str, run: Span) -> Iterator[Naming]:
    """The name in a run of capitalised words, behind its titles; none in a run too long for a name."""
    words = words_in(text, run[0], glued_at(text, *run))
    if len(words) > 4 * LONGEST:
        return
    opens = opens_sentence(text, run[0])
    while len(words) > 2 and (is_day(words[-1].text) or _is_label(text, words[-1])):  # "told Ann Roe Monday"
        words = words[:-1]
    printed = tuple(word.text for word in words)
    parted = _parted if run[1] - run[0] <= _LONGEST_KEPT else _parted.__wrapped__
    start, gender, titled = parted(printed, opens)
    if start < len(words):
        yield Naming(printed[start:], (words[start].start, words[-1].end), gender, titled, opens)


@lru_cache(maxsize=16_384)
def _parted(words: tuple[str, ...], opens: bool) -> tuple[int, str | None, bool]:
    """Where the name begins, the gender that its titles tell, and whether there are any; a paper repeats its names."""
    start = name_start(words, opens)
    return start, gender_told(words[:start]), any(map(is_title, words[:start]))


def _is_label(text: str, word: Word) -> bool:
    return text.startswith(":", word.end) and key(word.text) in _LABELS


def joined_by_nicknames(text: str, namings: Iterable[Naming]) -> list[Naming]:
    """The namings, those that a nickname in marks parts in two made one: Ana "Titi" Moreno."""
    found: list[Naming] = []
    for naming in namings:
        first = next((at for at in (1, 2) if _is_parted(text, found[-at:], naming)), 0)
        if first:
            before = found[-first]
            found[-first:] = [_with_surname(before, naming)]
        else:
            found.append(naming)
    return found


def _is_parted(text: str, before: list[Naming], naming: Naming) -> bool:
    """Whether nothing but a nickname in marks stands between the first of these and the last."""
    start = before[0].span[1] if before and len(before[0].words) == 1 else naming.span[0]
    return naming.span[0] - start < _NICKNAME_REACH and bool(_NICKNAME.fullmatch(text, start, naming.span[0]))


def _with_surname(first: Naming, rest: Naming) -> Naming:
    return first._replace(words=(*first.words, *rest.words), span=(first.span[0], rest.span[1]), titled=True)


def gender_told(words: Iterable[str]) -> str | None:
    """'m' or 'f' by a title or noun that tells it: Mr., Congresswoman, wife."""
    for word in map(key, words):
        if word in _MALE or word in _FEMALE:
            return "m" if word in _MALE else "f"
    return None


def is_fuller(words: Sequence[str], than: Sequence[str]) -> bool:
    """Whether a form is the one to show: more letters of the name, and not in capitals only."""
    shouted, was_shouted = (all(word.isupper() for word in form) for form in (words, than))
    if shouted != was_shouted:
        return was_shouted
    return sum(map(len, words)) > sum(map(len, than))


def is_name_of(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether a printed form without suffix may stand for a name that shares its last word."""
    return len(words) == 1 or same_name(words, name) or _ends_with(name, words)


def _ends_with(name: Sequence[str], words: Sequence[str]) -> bool:
    body = [fold(word) for word in without_suffix(name)]
    return body[-len(words) :] == [fold(word) for word in words]


def same_name(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two full names may be one person's: same surname and suffix, first names that are forms of one."""
    a, b = without_suffix(left), without_suffix(right)
    if fold(a[-1]) != fold(b[-1]) or len(a) < 2 or len(b) < 2:
        return False
    if [fold(word) for word in left[len(a) :]] != [fold(word) for word in right[len(b) :]] and fold(a[0]) == fold(b[0]):
        return False  # John Doe and John Doe Jr. are two; Joseph R. Doe Jr. may be Joe Doe
    return same_first(fold(a[0]), fold(b[0])) or _shares_middle(a, b)


def _shares_middle(a: Sequence[str], b: Sequence[str]) -> bool:
    """J. Anton Holm is Anton Holm."""
    inner = {fold(word) for word in (*a[1:-1], *b[1:-1]) if not is_initials(word) and word not in PARTICLES}
    return fold(a[0]) in inner or fold(b[0]) in inner


def same_first(a: str, b: str) -> bool:
    """Whether two folded first names may be one: equal, an initial, or spellings and short forms of one name."""
    if a == b or ((len(a) == 1 or len(b) == 1) and a[0] == b[0]):
        return True
    if len(a) > 4 and abs(len(a) - len(b)) == 1 and _DOUBLED.sub(r"\1", a) == _DOUBLED.sub(r"\1", b):
        return True  # Phillip and Philip, misprinted or not
    return bool(_spellings().get(a, set()) & _spellings().get(b, set()))


@cache
def _spellings() -> dict[str, set[str]]:
    """Every first name that has other spellings, with the groups of names it belongs to."""
    found: dict[str, set[str]] = defaultdict(set)
    for group in tables.words("first_names", "same"):
        for name in group.split("/"):
            found[name].add(group)
    return dict(found)
