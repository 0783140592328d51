"""Knows the organisations and states an article names: what "the department", "the Post" or "US" stand for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import dropwhile

from service.extraction.names import tables
from service.extraction.names.cores import FIRMS, ORGANISATIONS, PERSON_NOUNS, is_organisation, is_rival, is_title, key
from service.extraction.names.people import MOST
from service.extraction.names.phrases import Phrase
from service.extraction.names.words import fold, is_acronym, words_in
from service.records import Span

_GENERAL, _WHOLE, _AGENCIES, _ASSOCIATIONS = (
    tables.words("bodies", section) for section in ("general", "whole", "agency", "group")
)
_SOCIETIES = ("group", "organisation", "organization", "nonprofit", "watchdog")
_PAPERS, _PRESS = (tables.words("bodies", section) for section in ("paper", "press"))
_ARTICLES = frozenset({"the", "a", "an"})
# By The Strait Review: whose article it is. Both The Strait Review and The Lamp: of two.
_LEFT_OFF = _ARTICLES | {"by", "both", "but", "and"}
_SMALL = frozenset({"of", "in", "on", "to", "from", "with", "as", "is", "are"})


class Bodies:
    """The bodies of one article, by the last word of their names; sources count before other mentions.

    `runs` are its stretches of capitalised words.
    """

    def __init__(self, text: str, phrases: Sequence[Phrase], runs: Sequence[Span]) -> None:
        self.text, self._runs = text, runs
        self._sources: dict[str, list[Phrase]] = defaultdict(list)
        for phrase in phrases:
            if phrase.sort == "organisation" and _is_proper(phrase) and len(self._sources[phrase.head]) < MOST:
                self._sources[phrase.head].append(phrase)

    @cached_property
    def _printed(self) -> dict[str, dict[tuple[str, ...], str]]:
        """Names of bodies as printed anywhere, by their last word and folded words."""
        found: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
        for words in self._named():
            last = fold(words[-1])
            if is_organisation(words) and not _is_headline(words) and len(found[last]) < MOST:
                found[last].setdefault(tuple(map(fold, words)), " ".join(words))
        return found

    def _named(self) -> Iterator[list[str]]:
        for run in self._runs:
            words = [word.text for word in words_in(self.text, *run)]
            words = list(dropwhile(lambda word: key(word) in _LEFT_OFF or is_rival(word), words))
            if 2 <= len(words) <= 10 and not is_title(words[-1]):
                yield words

    @cached_property
    def _states(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for start, end in self._runs:
            printed = " ".join(self.text[start:end].split()).removeprefix("The ")
            state = tables.states().get(printed.lower())
            if state:
                found[state].add(printed)
        return found

    def state(self, name: str) -> str:
        """The fullest name that the article prints for a state: "US" is "United States" if that is printed."""
        state = tables.states().get(name.lower())
        if state is None:
            return name
        printed = self._states[state]
        return next((form for form in tables.state_names(state) if form in printed), name)

    def fullest(self, words: Sequence[str]) -> str | None:
        """The one longer name the article prints that ends in these words; None if there is none, or two."""
        if len(words) == 1 and (key(words[0]) in _WHOLE or key(words[0]) not in ORGANISATIONS):
            return None
        tail = tuple(map(fold, words))
        known = self._printed.get(tail[-1], {}).items()
        longer = [name for form, name in known if len(form) > len(tail) and form[-len(tail) :] == tail]
        return longer[0] if len(longer) == 1 else None

    def headed(self, head: str, at: int, modifiers: Sequence[str] = ()) -> list[str]:
        """Names of bodies that "the <head>" may mean at a place, each once, by the nearest evidence there is.

        Sources before it first, then those behind it; else all that the article names so. Only one can be meant.
        """
        sources = [phrase for phrase in self._sources.get(head, ()) if _has(phrase.text, modifiers)]
        earlier = _distinct(body_name(phrase.text) for phrase in sources if phrase.span[0] < at)
        printed = [name for name in self._printed.get(head, {}).values() if _has(name, modifiers)]
        return earlier or _distinct(body_name(phrase.text) for phrase in sources) or _distinct(printed)

    def called(self, names: Iterable[str], noun: str) -> list[str]:
        """Those of the names that a general noun may stand for, each once."""
        return _distinct(name for name in names if _is_called(name, noun))


def is_general(noun: str) -> bool:
    """Whether a noun may stand for any body: "the company"."""
    return noun in _GENERAL


def body_name(text: str) -> str:
    """A body's name without its article."""
    first, _, rest = text.partition(" ")
    return rest if first.lower() in _ARTICLES and rest else text


def _is_called(name: str, noun: str) -> bool:
    """Whether a general noun may mean a body: a ministry is no company, an association is a group."""
    words = [key(word) for word in name.split()]
    if name[:1].islower() or words[0] in _ARTICLES:
        return False
    if words[-1] in FIRMS:
        return noun not in ("agency", *_SOCIETIES)
    last = next((word for word in words if word in ORGANISATIONS), words[-1])
    if noun in _PAPERS:
        return not is_acronym(name) and (words[-1] in _PRESS or last not in ORGANISATIONS)
    if noun == "agency":
        return last in _AGENCIES or is_acronym(name)
    if noun in _SOCIETIES:
        return last in _ASSOCIATIONS or last not in ORGANISATIONS
    return last not in ORGANISATIONS or last in ("inc", "corp", "co", "ltd", "llc", noun)


def _is_proper(phrase: Phrase) -> bool:
    """Whether a phrase holds a name: the Roe campaign, but no social media company, no Republican campaign."""
    words = body_name(phrase.text).split()[phrase.determiner == "owned" :]
    return bool(phrase.words) or any(word[:1].isupper() and key(word) not in PERSON_NOUNS for word in words)


def _is_headline(words: Sequence[str]) -> bool:
    return any(key(word) in _SMALL and word[:1].isupper() for word in words)


def _has(name: str, modifiers: Sequence[str]) -> bool:
    words = {key(word) for word in name.split()}
    return all(key(modifier) in words for modifier in modifiers)


def _distinct(names: Iterable[str]) -> list[str]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name), name)
    return list(found.values())
