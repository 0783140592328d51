"""Says for which party each speaker of an article answers, and which parties a phrase of it names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, islice

from service.disputes.callings import beside, is_possessive, is_somebodys, looks_personal, stands_apart, title
from service.disputes.letters import by_letters
from service.disputes.tables import section
from service.disputes.words import stem, terms
from service.extraction.names.cores import ORGANISATIONS, key
from service.folding import words_of
from service.identity.parties import party_of
from service.identity.places import places_in
from service.records import Mention, Quote, Span, SpeakerKind
from service.regex import regex

# A stop ends a name but within or behind a letter and the shortest titles: "at Corvane. Corvane said", "J. Lind".
_WORD = r"[A-ZÀ-Þ](?:[\w'’&-]|\.(?=\w))*(?:(?:(?<=\b[A-ZÀ-Þ])|(?<=\bSt)|(?<=\bDr)|(?<=\bMr)|(?<=\bMs)|(?<=\bMrs))\.)?"
_NAME = regex(rf"{_WORD}(?:\s+(?:of\s+|for\s+|the\s+|and\s+)?{_WORD})*|\b[A-Z]{{2,}}\b")
_CAPITAL = regex(r"[A-ZÀ-Þ][\w]*")
_WHEN = regex(r"\s+(?:on|last|this) (?:\w+day|week|month|year)\b.*$|\s+(?:yesterday|today|again)\b.*$")
_WHERE = regex(r"(?<=[a-z]) (?:in|near|outside) [A-ZÀ-Þ].*$")  # "Organisers of a march in Brask" are not Brask
# Bakers | at Ovenda, villagers | downstream of its mill; not the drivers' union of Ovenda.
_BESIDE = regex(
    r"(?P<who>(?:The )?[A-Za-z]+(?: [a-z]+)?(?<!anag)(?<!ffic)(?<!ead)(?<!wn)(?<!awy)(?:ers|men|women|ents|ants|mates))"
    r" (?:at|of|by|from|around|along|beside|(?:down|up)stream of|next to|living \w+) .*$"
)
_FORMERLY = regex(
    r"(?P<who>(?:The |An? )?(?:former|ex-|sacked|dismissed|retired) ?[a-z]+(?: [a-z]+)?) (?:at|of|with|in) .*$", re.I
)
_PART = regex(r"\bin (?:the )?(?:(?:north|south|east|west)\w*|centre|center|middle)(?: of)? [A-ZÀ-Þ]\w+")
# The Santiago Courier is no party of Chile's.
_PRESS = regex(
    r"\b(?:newspaper|daily|weekly|tabloid|magazine|journal|website|news site|broadcaster|radio station|television "
    r"channel|TV channel)\b|"
    r"\b(?:Times|Post|Daily|Herald|Gazette|Tribune|Courier|Chronicle|Ledger|Mail|News|Globe|Telegraph|Journal|Weekly|"
    r"Observer|Examiner|Inquirer|Bulletin|Dispatch|Record|Sentinel|Standard|Echo|Argus|Mirror|Review|Today)$"
)
_SPOKESMAN = regex(r"\b(?P<body>[A-Za-z]+)(?:['’]s?)? spokes\w+(?: (?:for|of) the (?P<of>[a-z]+)\b)?")
_RANKED = regex(r"\b\w+(?:['’]s?)? spokes\w+(?: (?:for|of) the [a-z]+)?, (?:[A-Z][a-z]*\.? )+$")
_AHEAD = 60  # characters before a name in which its office stands
_ARTICLES = ("the", "a", "an", "it", "he", "she", "they", "his", "her", "its", "their")
_LONGEST = 8  # words of a name looked at
_MOST_ALIKE = 40  # names with one first or last word looked at
_SHORTEST_STEM = 4  # letters in which a state's name and its adjective agree: Velmar, Velmari


@dataclass(frozen=True, slots=True)
class Side:
    """Who stands behind some words; `dependent`: they speak for one whom the words do not name ("his lawyer")."""

    mentions: tuple[Mention, ...]
    parties: tuple[str, ...]
    dependent: bool = False
    possessive: bool = False  # "his lawyer"
    heads: frozenset[str] = frozenset()  # stems of the words by which they are called


class Sides:
    """The parties of one article: a name that is part of another, or its adjective, is the same party."""

    def __init__(self, text: str, quotes: Iterable[Quote]) -> None:
        self._text, self._whole = text, by_letters(text)
        self._proper: set[str] = set()
        self._titles: dict[str, str] = {}
        self._by_word: dict[str, list[str]] = {}
        self._mentions: dict[tuple[str, str | None, Span | None], Side] = {}
        self._known_sides: dict[tuple[str, ...], Side] = {}
        speakers = [mention for quote in quotes for mention in quote.speakers]
        for mention in speakers:
            self._entered(_own_name(mention))
        seen: set[str] = set()
        for name in _NAME.finditer(text):
            if name[0] in seen:
                continue
            if " " in name[0] or text[max(0, name.start() - 2) : name.start()].strip()[-1:].isalnum():
                self._entered(name[0], met=True)
                seen.add(name[0])
        for mention in speakers:
            self._mentions[_key(mention)] = self._side(mention)

    def of_mentions(self, mentions: tuple[Mention, ...]) -> Side:
        """The side of those who speak jointly."""
        each = [self._mentions.get(_key(mention)) or self._side(mention) for mention in mentions]
        if len(each) == 1 and each[0].mentions[0] is mentions[0]:
            return each[0]
        parties = tuple(dict.fromkeys(party for side in each for party in side.parties))
        heads = frozenset().union(*(side.heads for side in each))
        return Side(
            mentions, parties, any(side.dependent for side in each), any(side.possessive for side in each), heads
        )

    def of_phrase(self, span: Span) -> Side:
        """The side of a noun phrase that is no source of a quote."""
        name = _WHEN.sub("", self._text[slice(*span)]).strip()
        kind: SpeakerKind = "person" if looks_personal(name) else "organisation"
        return self._side(Mention(name, span, kind))

    def named_in(self, start: int, end: int) -> tuple[str, ...]:
        """The parties that a stretch of the text names, in order: names met as speakers, states, their adjectives."""
        return self.named(self._text[start:end])

    def named(self, words: str) -> tuple[str, ...]:
        """The parties that some words of the article name."""
        return tuple(dict.fromkeys(self._named(words)))

    def of_noun(self, noun: str) -> tuple[str, ...]:
        """The one body of the article whose name ends in a noun: the agency, of the Water Agency; none of several."""
        found = {known for known in self._by_word.get(noun, ()) if known.endswith(f" {noun}") and not is_place(known)}
        return tuple(found) if len(found) == 1 else ()

    def stems(self) -> frozenset[str]:
        """The stems of all names met so far, which say nothing about what a claim is about."""
        return frozenset(self._proper)

    def _side(self, mention: Mention) -> Side:
        printed, beside = self._printed(mention), self._beside(mention)
        entry = (mention.name, mention.kind, mention.role or "", printed, beside, self._ahead(mention))
        if entry not in self._known_sides:
            self._known_sides[entry] = self._found(mention, printed, beside)
        return replace(self._known_sides[entry], mentions=(mention,))

    def _found(self, mention: Mention, printed: str, beside: str) -> Side:
        roles = tuple(role for role in (mention.role, beside) if role)
        press = mention.kind != "person" and _PRESS.search(f"{printed} {mention.name}") is not None
        own = (party_of(mention.name, mention.kind, roles), _person(mention), self._entered(_own_name(mention)))
        called = f"{self._title(mention)} {' '.join((mention.name, printed, *roles))}"
        apart = stands_apart(called) or _beside_whom(mention)
        others = [] if apart or press else [name for words in (*roles, printed) for name in self._named(words)]
        others += [] if apart else self._spoken_for(f"{self._ahead(mention)} {called}")
        parties = tuple(dict.fromkeys(party for party in (*own, *others) if party))
        dependent = is_somebodys(called, printed, mention.kind, unattached=not others and not own[0])
        heads = terms(called) - _common() - geographic(called)
        return Side(
            (mention,), parties, dependent, dependent and set(others) <= set(own) and is_possessive(called), heads
        )

    def _spoken_for(self, called: str) -> list[str]:
        """The body for which a spokesman speaks by a noun: the army, of "an army spokesman, Ana Lind"."""
        found = (match["of"] or match["body"] for match in _SPOKESMAN.finditer(called))
        return [party for noun in found if key(noun) in ORGANISATIONS and (party := self._entered(noun))]

    def _ahead(self, mention: Mention) -> str:
        """What stands before a rank and a name: an army spokesman, | Brig. Gen. Ana Lind."""
        start = mention.span[0] if mention.span and mention.kind == "person" else 0
        found = _RANKED.search(self._text, max(0, start - _AHEAD), start)
        return found[0] if found else ""

    def _title(self, mention: Mention) -> str:
        if mention.name not in self._titles:
            self._titles[mention.name] = title(self._text, self._text.find(mention.name))
        return self._titles[mention.name]

    def _printed(self, mention: Mention) -> str:
        return self._text[slice(*mention.span)] if mention.span else mention.name

    def _beside(self, mention: Mention) -> str:
        return beside(self._text, mention.span[1]) if mention.span else ""

    def _named(self, words: str) -> list[str]:
        found = (match.group() for match in _NAME.finditer(_PART.sub("", words)))  # in the south of a land
        names = [self._whole.get(name, name) for name in found]
        known = [self._known(_distinctive(name)) for name in names]
        places = [label for name in names for label in _labels(name)]
        return [party for party in (*known, *places) if party]

    def _entered(self, name: str, *, met: bool = False) -> str | None:
        name = _WHERE.sub("", self._whole.get(name, name))
        words = _distinctive(name)
        if not words and not met:
            words = tuple(word for word in words_of(name)[:_LONGEST] if word not in _ARTICLES)
        known = self._known(words)
        if known or not words:
            return known
        key = " ".join(words)
        if not met:
            self._proper.update(
                stem(word) for word in words if any(part.lower() == word for part in _CAPITAL.findall(name))
            )
        for word in {words[0], words[-1]}:
            self._by_word.setdefault(word, []).append(key)
        return key

    def _known(self, words: tuple[str, ...]) -> str | None:
        """The article's own party for a name: one met before that it is part of, or that is part of it."""
        if not words:
            return None
        alike = chain(self._by_word.get(words[0], ()), self._by_word.get(words[-1], ()), self._state(words[0]))
        own = frozenset(words)
        for known in islice(alike, _MOST_ALIKE):
            parts = _parts(known)
            if own <= parts or parts <= own or len(words) == len(parts) == 1:
                return known
        return None

    def _state(self, word: str) -> Iterator[str]:
        """Velmari, Velmarian: of Velmar."""
        for end in range(max(_SHORTEST_STEM, len(word) - 4), len(word)):
            yield from (known for known in self._by_word.get(word[:end], ()) if " " not in known)


def is_place(party: str) -> bool:
    """Whether a party is no more than a place: brask, Velmar."""
    return party != party.lower() or bool(places_in(words_of(party)))


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(map(stem, section("callings")))


@lru_cache(maxsize=4096)
def _distinctive(name: str) -> tuple[str, ...]:
    return tuple(word for word in words_of(name)[:_LONGEST] if word not in section("generic") | section("calendar"))


@lru_cache(maxsize=20_000)
def _parts(known: str) -> frozenset[str]:
    return frozenset(known.split())


@lru_cache(maxsize=4096)
def _labels(name: str) -> tuple[str, ...]:
    return tuple(place.label for place in places_in(words_of(name)))


@lru_cache(maxsize=1_000)
def geographic(words: str) -> frozenset[str]:
    """The stems of the states that some words name: they make parties, not contents."""
    folded = words_of(words)
    return frozenset(stem(word) for place in places_in(folded) for word in folded[place.start : place.end])


def _person(mention: Mention) -> str | None:
    """A person's full name is a party of its own; a surname alone could be anybody's in another article."""
    return mention.name if mention.kind == "person" and " " in mention.name else None


def _own_name(mention: Mention) -> str:
    """The name without the body beside which its people live or work."""
    beside = _beside_whom(mention)
    return beside["who"] if beside else mention.name


def _beside_whom(mention: Mention) -> re.Match[str] | None:
    if mention.kind not in ("group", "anonymous"):
        return None
    return _BESIDE.match(mention.name) or _FORMERLY.match(mention.name)


def _key(mention: Mention) -> tuple[str, str | None, Span | None]:
    return (mention.name, mention.role, mention.span)
