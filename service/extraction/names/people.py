"""Knows the people an article names: every printed form of each, and whom a surname means at a place."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from service.extraction.names.cores import (
    FIRST,
    HONORIFICS,
    gender_of,
    is_lexical,
    is_organisation,
    is_title,
    key,
    without_suffix,
)
from service.extraction.names.full_names import FullNames
from service.extraction.names.namings import (
    Naming,
    gender_told,
    is_fuller,
    is_name_of,
    joined_by_nicknames,
    namings_in,
    same_name,
)
from service.extraction.names.presented import presented_bodies
from service.extraction.names.words import PARTICLES, fold, is_acronym, lower_words, opens_sentence, runs
from service.records import Span
from service.regex import regex

MOST = 50  # people of one surname, or roles with one word, that are looked at: keeps hostile texts linear
_NEAR = 200
# Ann Roe, whose brother, the painter Bo Roe, ...: it is Ann who goes on as Roe.
_AS_KIN = regex(
    r"\b(?:husband|wife|brother|sister|father|mother|son|daughter|widow|widower|uncle|aunt|nephew|niece|cousin)\b"
    r"[^.!?\n]{0,60}$"
)
_TITLE = regex(r"(?<![\w’'-])([A-Z][a-z]+)\.? $")
_TITLE_LENGTH = 16
_PRONOUN = regex(r"(?<!\w)(he|his|him|she|her|hers)(?!\w)", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Person:
    """One person of an article. `full_at` are the places of the full name, in order, once the article is read."""

    words: tuple[str, ...]
    forms: Counter[str] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    full_at: list[int] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest printed form."""
        return " ".join(self.words)

    @property
    def gender(self) -> str | None:
        """'m', 'f' or None, by titles and role words of the article first, then by the first name."""
        told = self.genders.most_common(1)
        return told[0][0] if told else gender_of(self.words) or gender_told(self.words[:1])

    @property
    def surname(self) -> str:
        """The last word of the name, folded, Jr. left out."""
        return fold(without_suffix(self.words)[-1])


class People:
    """The people of one article, from every capitalised run of its text. Building is linear in the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.common = lower_words(text)
        self.everyone: list[Person] = []
        self._by_word: dict[str, list[Person]] = defaultdict(list)
        self.runs = runs(text)
        self.namings = joined_by_nicknames(text, [naming for run in self.runs for naming in namings_in(text, run)])
        self._starts = [naming.span[0] for naming in self.namings]
        self.bodies = presented_bodies(text, self.namings)
        self._full = FullNames(text, self.common, self.bodies, self.namings)
        self._enter_all()

    def _enter_all(self) -> None:
        full = [naming for naming in self.namings if self._full.is_person(naming)]
        longer = {fold(naming.words[-1]) for naming in full if len(naming.words) > 2}
        for naming in sorted(full, key=lambda naming: (len(naming.words), naming.span)):
            # De Groot, where the article names a Willem de Groot, is no full name.
            surname = len(naming.words) == 2 and fold(naming.words[0]) in PARTICLES and fold(naming.words[1]) in longer
            if not surname and not self._is_headline(naming.words):
                self.enter(naming.words, naming.span, naming.gender or gender_told([self._full.apposed(naming)]))
        for naming in self.namings:
            if len(naming.words) == 1 and naming.titled:
                self._enter_titled(naming)
        for person in self.everyone:
            person.full_at.sort()
            if person.gender is None:
                self._infer_gender(person)

    def _is_headline(self, words: Sequence[str]) -> bool:
        """John Doe Says Jane Roe: a long run around the full name of somebody known from a shorter one."""
        if any(len(word) > 3 and word.endswith("s") and key(word) not in FIRST for word in words[1:-1]):
            return True
        return len(without_suffix(words)) > 3 and bool(self._same(words[:2]) or self._same(words[-2:]))

    def enter(self, words: Sequence[str], span: Span, gender: str | None = None) -> Person:
        """The person of this name, made known if new; a fuller form replaces the shorter one."""
        person = self._same(words) or self._new(words)
        person.forms[" ".join(words)] += 1
        if gender:
            person.genders[gender] += 1
        if len(words) > 1:
            person.full_at.append(span[0])
        if is_fuller(words, person.words):
            person.words = tuple(words)
            self._index(person)
        return person

    def _new(self, words: Sequence[str]) -> Person:
        person = Person(tuple(words))
        self.everyone.append(person)
        self._index(person)
        return person

    def _index(self, person: Person) -> None:
        for word in {fold(word) for word in without_suffix(person.words)}:
            if len(self._by_word[word]) < MOST and person not in self._by_word[word]:
                self._by_word[word].append(person)

    def _same(self, words: Sequence[str]) -> Person | None:
        last = fold(without_suffix(words)[-1])
        return next((person for person in self._by_word[last] if same_name(words, person.words)), None)

    def _enter_titled(self, naming: Naming) -> None:
        """President Okoro, Mr. Lind: a surname with a title makes a person known, and tells the gender."""
        fitting = self.bearers(naming.words, naming.gender) or self._known_by_title(naming)
        if naming.gender and len(fitting) == 1:
            fitting[0].genders[naming.gender] += 1

    def _known_by_title(self, naming: Naming) -> list[Person]:
        word = naming.words[0]
        if is_lexical(word) or is_organisation(naming.words) or word.lower() in self.common:
            return []
        person = self._new(naming.words)
        person.forms[word] += 1
        return [person]

    def _infer_gender(self, person: Person) -> None:
        """He or she, if one follows the name before anybody else is named."""
        for at in person.full_at[:4]:
            end = self._next_name(at + len(person.name))
            match = _PRONOUN.search(self.text, at, min(end, at + _NEAR))
            if match:
                person.genders["m" if match.group(1).lower() in ("he", "his", "him") else "f"] += 1

    def _next_name(self, at: int) -> int:
        """Where the next name begins; a He or His that opens a sentence is none."""
        for naming in self.namings[bisect_left(self._starts, at) :]:
            if not _PRONOUN.fullmatch(naming.words[0]):
                return naming.span[0]
        return len(self.text)

    def bearers(self, words: Sequence[str], gender: str | None = None) -> list[Person]:
        """Whom a printed name may mean: bearers of the surname, else of the first name, that fit the gender.

        Nobody where there is no name: "In Addis Ababa, a professor of law, Yohannes Berihun, said".
        """
        body = without_suffix(words)
        if not body:
            return []
        last = fold(body[-1])
        fitting = [person for person in self._by_word.get(last, ()) if is_name_of(body, person.words)]
        exact = [person for person in fitting if len(words) > 1 and _is_exactly(words, person.words)]
        if exact or not gender:
            return exact or [person for person in fitting if person.surname == last] or fitting
        fitting = [person for person in fitting if person.surname == last] or fitting
        told = [person for person in fitting if person.gender == gender]
        return told or [person for person in fitting if person.gender is None]

    def may_be_called(self, word: str) -> bool:
        """Whether somebody may bear a name: a first name of the lists, or the name of somebody in the article."""
        return key(word) in FIRST or bool(self.bearers([word]))

    @cached_property
    def _initialled(self) -> dict[str, list[Naming]]:
        """The namings of two words or more by the first letters of these."""
        found: dict[str, list[Naming]] = defaultdict(list)
        for naming in self.namings:
            letters = "".join(word[0] for word in naming.words)
            if len(naming.words) > 1 and len(found[letters]) < MOST:
                found[letters].append(naming)
        return found

    def of_initials(self, letters: str) -> list[Person]:
        """Whose names begin with these letters, word by word: JL in an interview with Joonas Lind."""
        wanted = letters.replace(".", "")
        fitting = {naming.words: naming for naming in self._initialled.get(wanted, ())}
        named = [naming for words, naming in fitting.items() if not is_organisation(words)]
        known = [
            (self.bearers(each.words) or [self.enter(each.words, each.span, each.gender)])[0] for each in named[:2]
        ]
        return list(dict.fromkeys(known))

    @cached_property
    def _presented(self) -> dict[tuple[str, ...], Naming]:
        """The first naming of each of the bodies."""
        found: dict[tuple[str, ...], Naming] = {}
        for naming in self.namings if self.bodies else ():
            form = tuple(map(fold, naming.words))
            # At noon EDT, the city ...: letters are no body that "the company" could mean.
            if form in self.bodies and not is_acronym(naming.words[-1]) and len(found) < MOST:
                found.setdefault(form, naming)
        return found

    def presented_before(self, at: int) -> list[str]:
        """The bodies that the article presents by what they are, if it names them before a place."""
        return [" ".join(naming.words) for naming in self._presented.values() if naming.span[0] < at]

    def between(self, start: int, end: int) -> list[Naming]:
        """The names printed in text[start:end], the last one first."""
        inside = self.namings[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [naming for naming in reversed(inside) if naming.span[1] <= end]

    def is_name_inside(self, word: str) -> bool:
        """Whether the article prints a word with a capital where no sentence begins: then it is a name."""
        return fold(word) in self._inside

    @cached_property
    def _inside(self) -> frozenset[str]:
        inside = (naming for naming in self.namings if not opens_sentence(self.text, naming.span[0]))
        later = (word for naming in self.namings for word in naming.words[1:])
        return frozenset(map(fold, [*(word for naming in inside for word in naming.words[:1]), *later]))

    def bearer(self, naming: Naming) -> Person | None:
        """The one person meant by a name at its place, as far as the text before it tells."""
        bearers = self.bearers(naming.words, naming.gender)
        return bearers[0] if len(bearers) == 1 else self.latest(bearers, naming.span[0])

    def foremost(self, bearers: Sequence[Person]) -> Person | None:
        """Whom of several people the article names in full most often; None when two are level."""
        first, second = sorted(bearers, key=lambda person: -len(person.full_at))[:2]
        return first if len(first.full_at) > len(second.full_at) else None

    def of_title(self, bearers: Sequence[Person], at: int) -> Person | None:
        """The only one of several people whose full name is printed behind the title that stands before a place:
        Sen. Ann Roe, Rep. Bo Roe; Rep. Roe is Bo.
        """
        title = _TITLE.search(self.text, max(0, at - _TITLE_LENGTH), at)
        if title is None or not is_title(title[1]) or key(title[1]) in HONORIFICS:
            return None
        told = [one for one in bearers if any(self.text.endswith(title[0], 0, place) for place in one.full_at[:MOST])]
        return told[0] if len(told) == 1 else None

    def established(self, bearers: Sequence[Person]) -> Person | None:
        """Whose surname stood alone before anybody else of it was named: it goes on meaning them. None for nobody's."""
        first, second = sorted(bearers, key=lambda person: person.full_at[:1] or [len(self.text)])[:2]
        if not first.full_at:
            return None
        start = second.full_at[0] if second.full_at else len(self.text)
        between = self.between(first.full_at[0] + 1, start)
        alone = any(len(one.words) == 1 and fold(one.words[0]) == first.surname for one in between)
        return first if alone or _AS_KIN.search(self.text, max(0, start - _NEAR), start) else None

    def latest(self, bearers: Iterable[Person], at: int) -> Person | None:
        """Whose full name was printed last before a place; None when none was."""
        before = ((bisect_left(person.full_at, at), person) for person in bearers)
        places = [(person.full_at[count - 1], person) for count, person in before if count]
        return max(places, key=lambda place: place[0])[1] if places else None


def _is_exactly(words: Sequence[str], name: Sequence[str]) -> bool:
    return [fold(word) for word in words] == [fold(word) for word in name]
