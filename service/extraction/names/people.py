"""Knows the people an article names: every printed form of each, and whom a surname means at a place."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from service.extraction.names import tables
from service.extraction.names.cores import FIRST, HONORIFICS, gender_of, is_lexical, is_organisation, is_title, key, name_start, without_suffix
from service.extraction.names.words import PARTICLES, Word, fold, is_acronym, is_initials, lower_words, opens_sentence, runs, words_in
from service.records import Span

_MALE, _FEMALE = (tables.words("titles", section) | tables.words("person_nouns", section) for section in ("male", "female"))
_LONGEST = 6
_NEAR = 200
_PRONOUN = re.compile(r"(?<!\w)(he|his|him|she|her|hers)(?!\w)", re.IGNORECASE)


@dataclass(slots=True)
class Person:
    """One person of an article. `places` are where the name stands in full or in part, in order."""

    words: tuple[str, ...]
    forms: Counter[str] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    full_at: list[int] = field(default_factory=list)
    span: Span | None = None

    @property
    def name(self) -> str:
        """The fullest printed form."""
        return " ".join(self.words)

    @property
    def gender(self) -> str | None:
        """'m', 'f' or None, by titles and role words of the article first, then by the first name."""
        told = self.genders.most_common(1)
        return told[0][0] if told else gender_of(self.words) or _gender_of_title(self.words[0])

    @property
    def surname(self) -> str:
        """The last word of the name, folded, Jr. left out."""
        return fold(without_suffix(self.words)[-1])


@dataclass(frozen=True, slots=True)
class Naming:
    """A person's name at one place, as parsed out of a run of capitalised words."""

    words: tuple[str, ...]
    span: Span
    gender: str | None
    titled: bool
    opens: bool


class People:
    """The people of one article, from every capitalised run of its text. Building is linear in the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.common = lower_words(text)
        self.everyone: list[Person] = []
        self._by_word: dict[str, list[Person]] = defaultdict(list)
        self.namings = [naming for run in runs(text) for naming in _namings(text, run)]
        self._starts = [naming.span[0] for naming in self.namings]
        self._alone = Counter(fold(naming.words[0]) for naming in self.namings if len(naming.words) == 1)
        self._enter_all()

    def _enter_all(self) -> None:
        full = [naming for naming in self.namings if self._is_person(naming)]
        for naming in sorted(full, key=lambda naming: (len(naming.words), naming.span)):
            if not self._is_headline(naming.words):
                self.enter(naming.words, naming.span, naming.gender)
        for naming in self.namings:
            if len(naming.words) == 1 and naming.titled:
                self._enter_titled(naming)
        for person in self.everyone:
            person.full_at.sort()
            if person.gender is None:
                self._infer_gender(person)

    def _is_person(self, naming: Naming) -> bool:
        words = without_suffix(naming.words)
        if not 2 <= len(words) <= _LONGEST or is_organisation(words) or is_lexical(words[-1]) and not naming.titled:
            return False
        if any(is_acronym(word) and not is_initials(word) for word in words) and not all(word.isupper() for word in words):
            return False
        if all(word.isupper() for word in words) and any(word.lower() in self.common for word in words):
            return False  # a headline in capitals
        if key(words[0]) in FIRST or key(words[0]).split("-")[0] in FIRST or is_initials(words[0]) or is_title(words[0]):
            return True
        if naming.titled:
            return len(words) <= 4 and not any(is_lexical(word) or word.lower() in self.common for word in words)
        return len(words) == 2 and self._looks_foreign(words)

    def _is_headline(self, words: Sequence[str]) -> bool:
        """John Doe Says Jane Roe: a long run around the full name of somebody known from a shorter one."""
        if any(len(word) > 3 and word.endswith("s") and key(word) not in FIRST for word in words[1:-1]):
            return True
        return len(without_suffix(words)) > 3 and bool(self._same(words[:2]) or self._same(words[-2:]))

    def _looks_foreign(self, words: Sequence[str]) -> bool:
        """A first name that no list holds, before a surname that the article also prints alone."""
        if is_lexical(words[0]) or words[0].endswith(("ing", "ed")) or words[0].lower() in self.common or words[1].lower() in self.common:
            return False
        return self._alone[fold(words[1])] > 0 and self._alone[fold(words[0])] < self._alone[fold(words[1])]

    def enter(self, words: Sequence[str], span: Span, gender: str | None = None) -> Person:
        """The person of this name, made known if new; a fuller form replaces the shorter one."""
        person = self._same(words) or self._new(words, span)
        person.forms[" ".join(words)] += 1
        if gender:
            person.genders[gender] += 1
        if len(words) > 1:
            person.full_at.append(span[0])
        if _fuller(words, person.words):
            person.words, person.span = tuple(words), span
            self._index(person)
        return person

    def _new(self, words: Sequence[str], span: Span) -> Person:
        person = Person(tuple(words), span=span)
        self.everyone.append(person)
        self._index(person)
        return person

    def _index(self, person: Person) -> None:
        for word in {fold(word) for word in without_suffix(person.words)}:
            if person not in self._by_word[word]:
                self._by_word[word].append(person)

    def _same(self, words: Sequence[str]) -> Person | None:
        last = fold(without_suffix(words)[-1])
        return next((person for person in self._by_word[last][:50] if same_name(words, person.words)), None)

    def _enter_titled(self, naming: Naming) -> None:
        """President Okoro, Mr. Lind: a surname with a title makes a person known, and tells the gender."""
        word = naming.words[0]
        fitting = self.bearers(naming.words)
        if not fitting and not is_lexical(word) and not is_organisation(naming.words) and word.lower() not in self.common:
            fitting = [self._new(naming.words, naming.span)]
        if naming.gender and len(fitting) == 1:
            fitting[0].genders[naming.gender] += 1

    def _infer_gender(self, person: Person) -> None:
        """He or she, if one follows the name before anybody else is named."""
        for at in person.full_at[:4]:
            following = bisect_left(self._starts, at + len(person.name))
            end = self._starts[following] if following < len(self._starts) else len(self.text)
            match = _PRONOUN.search(self.text, at, min(end, at + _NEAR))
            if match:
                person.genders["m" if match.group(1).lower() in ("he", "his", "him") else "f"] += 1

    def bearers(self, words: Sequence[str], gender: str | None = None) -> list[Person]:
        """Whom a printed name may mean: bearers of the surname, else of the first name, that fit the gender."""
        body = without_suffix(words)
        known = self._by_word.get(fold(body[-1]), [])
        fitting = [person for person in known if _fits(body, person)]
        exact = [person for person in fitting if len(words) > 1 and tuple(map(fold, words)) == tuple(map(fold, person.words))]
        if exact:
            return exact
        surnamed = [person for person in fitting if person.surname == fold(body[-1])]
        told = [person for person in surnamed or fitting if gender and person.gender == gender]
        return told or [p for p in surnamed or fitting if gender is None or p.gender is None]

    def between(self, start: int, end: int) -> list[Naming]:
        """The names printed in text[start:end], the last one first."""
        low = bisect_left(self._starts, start)
        return [naming for naming in reversed(self.namings[low : bisect_left(self._starts, end)]) if naming.span[1] <= end]

    def bearer(self, naming: Naming) -> Person | None:
        """The one person meant by a name at its place, as far as the text before it tells."""
        bearers = self.bearers(naming.words, naming.gender)
        return bearers[0] if len(bearers) == 1 else self.latest(bearers, naming.span[0])

    def foremost(self, bearers: Sequence[Person]) -> Person | None:
        """Whom of several people the article names in full most often; None when two are level."""
        first, second = sorted(bearers, key=lambda person: -len(person.full_at))[:2]
        return first if len(first.full_at) > len(second.full_at) else None

    def latest(self, bearers: Iterable[Person], at: int) -> Person | None:
        """Whose full name was printed last before a place; None when none was."""
        before = [(person.full_at[place - 1], person) for person in bearers if (place := bisect_left(person.full_at, at))]
        return max(before, key=lambda pair: pair[0])[1] if before else None


def _namings(text: str, run: Span) -> Iterator[Naming]:
    words = words_in(text, *run)
    if len(words) > 4 * _LONGEST:
        return
    opens = opens_sentence(text, run[0])
    start = name_start([word.text for word in words], opens)
    if start < len(words):
        name = words[start:]
        titles = words[:start]
        titled = any(is_title(word.text) for word in titles)
        yield Naming(tuple(w.text for w in name), (name[0].start, name[-1].end), gender_told(titles), titled, opens)


def gender_told(words: Iterable[Word]) -> str | None:
    """'m' or 'f' by a title or noun that tells it: Mr., Congresswoman, wife."""
    for word in words:
        if word.key in _MALE or word.key in _FEMALE:
            return "m" if word.key in _MALE else "f"
    return None


def _gender_of_title(word: str) -> str | None:
    """Pope Francis, Queen Mary: the title is part of the name."""
    return "m" if key(word) in _MALE else "f" if key(word) in _FEMALE else None


def _fuller(words: Sequence[str], than: Sequence[str]) -> bool:
    """Whether a form is the one to show: more letters of the name, and not in capitals only."""
    shouted, was_shouted = (all(word.isupper() for word in form) for form in (words, than))
    if shouted != was_shouted:
        return was_shouted
    return sum(map(len, words)) > sum(map(len, than))


def _fits(words: Sequence[str], person: Person) -> bool:
    """Whether the words stand in the name in this order; an initial stands for its name."""
    if len(words) == 1:
        return True
    return same_name(words, person.words) or _ends_with(person.words, words)


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
    """J. Edgar Hoover is Edgar Hoover."""
    inner = {fold(word) for word in (*a[1:-1], *b[1:-1]) if not is_initials(word) and word not in PARTICLES}
    return fold(a[0]) in inner or fold(b[0]) in inner


def same_first(a: str, b: str) -> bool:
    """Whether two folded first names may be one: equal, an initial, or spellings and short forms of one name."""
    if a == b or (len(a) == 1 or len(b) == 1) and a[0] == b[0]:
        return True
    return bool(_spellings().get(a, frozenset()) & _spellings().get(b, frozenset()))


def _spellings() -> dict[str, frozenset[int]]:
    if not _SPELLINGS:
        for number, group in enumerate(sorted(tables.words("first_names", "same"))):
            for name in group.split("/"):
                _SPELLINGS[name] = _SPELLINGS.get(name, frozenset()) | {number}
    return _SPELLINGS


_SPELLINGS: dict[str, frozenset[int]] = {}
HONORIFIC_GENDER = {word: "m" if word in _MALE else "f" for word in HONORIFICS if word in _MALE or word in _FEMALE}
