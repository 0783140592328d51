"""Finds who speaks through a statement: its owner, whom it is from, or whose statement the article names elsewhere."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from service.extraction.names.kinds import VOICES
from service.extraction.names.parsing import PhraseParser
from service.extraction.names.phrases import Phrase
from service.regex import regex

_FROM = regex(r"(?<!\w)(?<!obtained )(?<!reviewed )(?<!seen )(?<!published )(?:from|by|on|of)\s+")


class Documents:
    """The statements, letters and posts of one article. A poll or a book speaks for itself and has no issuer here."""

    def __init__(self, text: str, phrases: PhraseParser, sources: Sequence[Phrase]) -> None:
        self.text = text
        self.phrases = phrases
        self._owners: dict[str, dict[str, Phrase]] = defaultdict(dict)
        for phrase in sources:
            owner = (phrase.owner or self._named_inside(phrase)) if phrase.head in VOICES else None
            if owner and owner.sort in ("person", "organisation", "state"):
                self._owners[phrase.head].setdefault(owner.text.lower().removeprefix("the "), owner)

    def issuer(self, phrase: Phrase) -> Phrase | None:
        """The phrase that names who issued a document; None if the article does not tell, or names several."""
        if phrase.head not in VOICES:
            return None
        found = phrase.owner or self._named_inside(phrase)
        if not found and phrase.determiner == "definite" and not phrase.modifiers:
            owners = list(self._owners.get(phrase.head, {}).values())
            found = owners[0] if len(owners) == 1 else None
        if found and found.text.lower().startswith("the "):  # the ministry's statement: of the ministry named before
            return replace(found, determiner="definite")
        return found

    def _named_inside(self, phrase: Phrase) -> Phrase | None:
        """A statement from the ministry, a statement on the ministry's website, a ministry statement."""
        start, end = phrase.span
        behind = _FROM.search(self.text, start, end)
        before = start + self.text[start:end].lower().rfind(phrase.head)
        inner = self.phrases.parse(behind.end(), end) if behind else self.phrases.parse(start, before)
        if inner and inner.sort == "document":
            inner = inner.owner
        named = inner is not None and bool(inner.words) and inner.sort in ("person", "organisation", "state")
        return inner if named else None


def voice_of(phrase: Phrase) -> str | None:
    """The document through which an issuer speaks, for `via`."""
    return phrase.head if phrase.sort == "document" and phrase.head in VOICES else None
