"""Knows the organisations and states an article names: what "the department", "the Post" or "US" stand for."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from service.extraction.names import tables
from service.extraction.names.cores import ORGANISATIONS, is_organisation, is_title, key
from service.extraction.names.phrases import Phrase
from service.extraction.names.words import fold, runs, words_in

# Nouns that stand for any body named before, not only for one whose name ends in them.
_GENERAL = frozenset(
    "company firm group organisation organization agency network newspaper paper outlet giant maker carrier bank corporation watchdog nonprofit charity regime government country nation"
    " manufacturer publisher broadcaster retailer airline startup".split()
)
# Short forms that another body's name may end in by chance: the House is not the White House.
_WHOLE = frozenset("house senate congress parliament court press state party council board committee police army government administration campaign union".split())


class Bodies:
    """The bodies of one article, by the last word of their names; sources count before other mentions."""

    def __init__(self, text: str, phrases: Sequence[Phrase]) -> None:
        self.text = text
        self.sources = [phrase for phrase in phrases if phrase.sort == "organisation"]

    @cached_property
    def _printed(self) -> dict[str, list[tuple[str, ...]]]:
        found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for run in runs(self.text):
            words = tuple(word.text for word in words_in(self.text, *run))
            words = words[1:] if words and key(words[0]) in ("the", "a", "an") else words
            if 2 <= len(words) <= 10 and not any(is_title(word) for word in words[-1:]):
                found[fold(words[-1])].append(words)
        return found

    @cached_property
    def _states(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for run in runs(self.text):
            printed = " ".join(self.text[run[0] : run[1]].split())
            printed = printed.removeprefix("The ")
            state = tables.states().get(printed.lower())
            if state and printed not in found[state]:
                found[state].append(printed)
        return found

    def state(self, name: str) -> str:
        """The fullest name that the article prints for a state: "US" is "United States" if that is printed."""
        state = tables.states().get(name.lower())
        if state is None:
            return name
        printed = set(self._states[state])
        return next((form for form in tables.state_names(state) if form in printed), name)

    def fullest(self, words: Sequence[str]) -> str | None:
        """The one longer name the article prints that ends in these words; None if there is none, or two."""
        if not words or len(words) == 1 and (key(words[0]) in _WHOLE or key(words[0]) not in ORGANISATIONS):
            return None
        tail = [fold(word) for word in words]
        longer = [form for form in self._printed[tail[-1]] if [fold(word) for word in form[-len(tail) :]] == tail]
        names = {tuple(map(fold, form)): " ".join(form) for form in longer if len(form) > len(words) and is_organisation(form)}
        return next(iter(names.values())) if len(names) == 1 else None

    def headed(self, head: str, at: int, modifiers: Sequence[str] = ()) -> list[str]:
        """Names of bodies that "the <head>" may mean at a place, of which the nearest kind of evidence decides.

        Earlier sources first, then any source, then any name printed in the article.
        """
        fitting = [p for p in self.sources if p.determiner != "owned" or p.words]
        fitting = [p for p in fitting if p.head == head and (p.words or len(p.modifiers) > len(modifiers)) and _has(p.text, modifiers)]
        for group in ([p for p in fitting if p.span[0] < at], fitting):
            names = _distinct(body_name(p.text) for p in group)
            if names:
                return names
        printed = (" ".join(form) for form in self._printed.get(head, ()) if is_organisation(form))
        return _distinct(name for name in printed if _has(name, modifiers))


def is_general(noun: str) -> bool:
    """Whether a noun may stand for any body: "the company"."""
    return noun in _GENERAL


def body_name(text: str) -> str:
    """A body's name without its article."""
    head, _, rest = text.partition(" ")
    return rest if head.lower() in ("the", "a", "an") and rest else text


def _has(name: str, modifiers: Sequence[str]) -> bool:
    words = {key(word) for word in name.split()}
    return all(key(modifier) in words for modifier in modifiers)


def _distinct(names: object) -> list[str]:
    found: dict[str, str] = {}
    for name in names:  # type: ignore[attr-defined]
        found.setdefault(fold(name), name)
    return list(found.values())
