"""Draws made-up articles with all that a reader would find in them, block by block: any block alone, or all in turn."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

import numpy as np

from service.records import (
    Answer,
    Article,
    AttributionState,
    Claim,
    Dispute,
    Kind,
    Mention,
    Quote,
    Reading,
    Signal,
    Span,
    Stance,
)  # fmt: skip

from .people import FAME, Speaker, speakers
from .words import SELDOM, seldom, shares, vocabulary

ARTICLES_IN_BLOCK = 1_000
READER = "made up"
_QUOTES = 8  # of an article, on average
_FIRST, _YEARS = datetime(2009, 1, 1, tzinfo=UTC), 16
_PUBLISHERS, _QUOTES_OF_SPEAKER, _QUOTES_OF_SELDOM = 300, 50, 5
_VERBS: Sequence[tuple[str, Stance]] = (
    *((("said", "assert"),) * 14), ("added", "assert"), ("warned", "warn"), ("promised", "promise"),
    ("demanded", "demand"), ("confirmed", "confirm"), ("alleged", "allege"),
)  # fmt: skip
_DENIES: tuple[str, Stance] = ("denied", "deny")
_UNNAMED = ("an official", "a senior diplomat", "a person close to the talks", "two officials", "a source")
_RELATIONS = ("denies", "denies", "denies_evidence", "denies_involvement", "rejects_basis")


@dataclass(slots=True)
class Draft:
    """An article, and what was read in it."""

    article: Article
    reading: Reading
    named: dict[str, Speaker]  # those who may speak, by their full names
    words: list[list[str]]  # of each quote, lower case


@dataclass(frozen=True, slots=True)
class Plan:
    """What a corpus of about so many quotes is drawn from; the same for the same seed and number."""

    seed: int
    quotes: int
    people: list[Speaker]
    vocabulary: list[str]
    shares: dict[str, np.ndarray] = field(repr=False)

    @property
    def articles(self) -> int:
        """How many there are."""
        return max(1, self.quotes // _QUOTES)

    @property
    def blocks(self) -> int:
        """How many blocks of ARTICLES_IN_BLOCK they come in."""
        return -(-self.articles // ARTICLES_IN_BLOCK)

    @property
    def seldom(self) -> int:
        """How many words are hardly ever said."""
        return max(20, self.quotes // _QUOTES_OF_SELDOM)


def plan(seed: int, quotes: int) -> Plan:
    """The plan of a corpus."""
    number = max(60, quotes // _QUOTES_OF_SPEAKER)
    fame = shares(number, FAME)
    expected = np.diff(fame, prepend=0.0) * quotes / 2
    people = speakers(seed, number, [max(1, int(each)) for each in expected])
    words = vocabulary()
    each = {"people": fame, "words": shares(len(words)), "publishers": shares(_PUBLISHERS, 3.0)}
    return Plan(seed, quotes, people, words, each)


def block(of: Plan, number: int) -> Iterator[Draft]:
    """The articles of a block, by date; nothing in them points outside of it."""
    first = number * ARTICLES_IN_BLOCK
    press = _Press(of, number)
    for place in range(first, min(of.articles, first + ARTICLES_IN_BLOCK)):
        yield press.article(place)


class _Press:
    """Writes the articles of one block."""

    def __init__(self, of: Plan, number: int) -> None:
        self._plan = of
        self._chance = Random(f"{of.seed} {of.quotes} {number}")
        self._numbers = np.random.Generator(np.random.PCG64([of.seed, of.quotes, number]))
        self._stock: list[str] = []
        self._fame = of.shares["people"].tolist()
        self._publishers = of.shares["publishers"].tolist()
        self._printed: list[tuple[Speaker, list[str]]] = []  # lately, in marks

    def article(self, place: int) -> Draft:
        """The article of this place in the corpus."""
        chance = self._chance
        number = min(40, max(1, round(chance.lognormvariate(1.82, 0.72))))
        cast = [self._speaker() for _ in range(1 + int(chance.random() ** 2 * 5))]
        page = _Page(chance, cast)
        page.narrate(self._words(chance.randint(12, 40)))
        for _ in range(number):
            if chance.random() < 0.3:
                page.narrate(self._words(chance.randint(8, 30)))
            self._say(page)
        date, slug = self._date(place), bisect_left(self._publishers, chance.random())
        title = " ".join(page.words[0][:7]).capitalize()
        article = Article(
            "\n\n".join(page.paragraphs), title, f"https://paper{slug}.example/{place:08}", f"Paper {slug}", date
        )
        known = {each.name: each for each in page.cast}
        return Draft(article, page.reading(), known, page.words)

    def _say(self, page: "_Page") -> None:
        chance = self._chance
        draw = chance.random()
        if draw < 0.04 and len(self._printed) > 5:
            speaker, words = self._printed[-1 - int(chance.random() * min(200, len(self._printed)))]
            page.cast.append(speaker)
            cut = len(words) - len(words) // 4 if len(words) > 14 and chance.random() < 0.5 else len(words)
            page.direct(words[:cut], speaker)
            return
        words = self._words(min(90, max(3, round(chance.lognormvariate(2.72, 0.6)))))
        if draw < 0.09:
            page.unsaid(words)
        elif draw < 0.11:
            page.unnamed(words)
        elif draw < 0.30:
            page.indirect(words, chance.choice(page.cast))
        elif draw < 0.42 and len(words) > 5:
            page.mixed(words, chance.choice(page.cast))
        elif draw < 0.46:
            page.contradicted(words, self._words(chance.randint(6, 25)))
        else:
            speaker = chance.choice(page.cast)
            page.direct(words, speaker)
            if len(words) > 7:
                self._printed.append((speaker, words))

    def _speaker(self) -> Speaker:
        return self._plan.people[bisect_left(self._fame, self._chance.random())]

    def _words(self, number: int) -> list[str]:
        if len(self._stock) < number:
            self._stock += self._drawn(20_000)
        words, self._stock[-number:] = self._stock[-number:], []
        return words

    def _drawn(self, number: int) -> list[str]:
        known, plan = self._plan.vocabulary, self._plan
        ranks = np.searchsorted(plan.shares["words"], self._numbers.random(number)).tolist()
        rare = self._numbers.random(number).tolist()
        return [
            seldom(int(other / SELDOM * plan.seldom)) if other < SELDOM else known[rank]
            for rank, other in zip(ranks, rare, strict=True)
        ]

    def _date(self, place: int) -> str | None:
        """Later years have more articles; neighbours are of some days, in no order."""
        along = (place + 0.5) / self._plan.articles
        day = _FIRST + timedelta(days=365 * _YEARS * along**0.6 + self._chance.random() * 6)
        draw = self._chance.random()
        if draw < 0.01:
            return None
        if draw < 0.05:
            return f"{day:%Y-%m}"
        return f"{day:%Y-%m-%d}" if draw < 0.9 else f"{day:%Y-%m-%dT%H:%M:%SZ}"


class _Page:
    """An article in the making: its paragraphs, and where in it who says what."""

    def __init__(self, chance: Random, cast: list[Speaker]) -> None:
        self.cast = cast
        self.paragraphs: list[str] = []
        self.words: list[list[str]] = []
        self._chance = chance
        self._length = 0
        self._quotes: list[Quote] = []
        self._printed: dict[str, set[str]] = {}
        self._disputes: list[tuple[int, int]] = []  # of quotes: the claim, the answer

    def narrate(self, words: list[str]) -> None:
        """A paragraph in which nobody speaks."""
        self._end(" ".join(words).capitalize() + ".")

    def direct(self, words: list[str], speaker: Speaker, *, deny: bool = False) -> None:
        """“Words,” said so-and-so."""
        text = " ".join(words).capitalize()
        verb, stance = _DENIES if deny else self._chance.choice(_VERBS)
        start = self._length + 1
        content = (start, start + len(text))
        cue = (content[1] + 3, content[1] + 3 + len(verb))
        name = self._name(speaker)
        span = (cue[1] + 1, cue[1] + 1 + len(name))
        self._put((content,), (content,), cue, [(speaker, span)], "direct", stance, words)
        self._end(f"“{text},” {verb} {name}.")

    def indirect(self, words: list[str], speaker: Speaker) -> None:
        """So-and-so said that words; now and then two together, or what is only meant."""
        both = self._chance.random() < 0.04 and len(self.cast) > 1
        others = [each for each in self.cast if each.name != speaker.name] if both else []
        content, cue, spans, begin, stance = self._begun([speaker, *others[:1]])
        text = " ".join(words)
        spans_of = (content, content + len(text))
        speech = self._chance.random() >= 0.12
        self._put((spans_of,), (), cue, spans, "indirect", stance, words, speech=speech)
        self._end(f"{begin}{text}.")

    def mixed(self, words: list[str], speaker: Speaker) -> None:
        """So-and-so said that some “words” stand in marks."""
        content, cue, spans, begin, stance = self._begun([speaker])
        at = self._chance.randint(1, len(words) - 3)
        before, inside = " ".join(words[:at]), " ".join(words[at:])
        start = content + len(before) + 2
        self._put(
            ((content, start + len(inside) + 1),), ((start, start + len(inside)),), cue, spans, "mixed", stance, words
        )
        self._end(f"{begin}{before} “{inside}”.")

    def unsaid(self, words: list[str]) -> None:
        """Words in marks of which nobody can tell who says them."""
        text = " ".join(words).capitalize()
        content = (self._length + 1, self._length + 1 + len(text))
        several = tuple(dict.fromkeys(each.name for each in self.cast[:2]))
        doubted = len(several) > 1 and self._chance.random() < 0.3
        state: AttributionState = "ambiguous" if doubted else "unattributed"
        known = state, several if doubted else ()
        self._put((content,), (content,), None, [], "direct", "assert", words, attribution=known)
        self._end(f"“{text}.”")

    def unnamed(self, words: list[str]) -> None:
        """A source without a name, who is nobody beyond the article."""
        text, name = " ".join(words).capitalize(), self._chance.choice(_UNNAMED)
        start = self._length + 1
        content, cue = (start, start + len(text)), (start + len(text) + 3, start + len(text) + 7)
        span = (cue[1] + 1, cue[1] + 1 + len(name))
        self._put((content,), (content,), cue, [(name, span)], "direct", "assert", words)
        self._end(f"“{text},” said {name}.")

    def contradicted(self, words: list[str], denial: list[str]) -> None:
        """One says something of another, who denies it."""
        speaker = self._chance.choice(self.cast)
        others = [each for each in self.cast if each.name != speaker.name]
        self.direct(words, speaker)
        if others and self._chance.random() < 0.5:
            self.direct([*words[:4], *denial], others[0], deny=True)
            self._disputes.append((len(self._quotes) - 2, len(self._quotes) - 1))

    def reading(self) -> Reading:
        """What a reader would find."""
        quotes = tuple(self._with_forms(quote) for quote in self._quotes)
        pairs = [self._dispute(quotes, *pair) for pair in self._disputes]
        disputes = tuple(each for each in pairs if each)
        return Reading(
            "read", "en", READER, quotes, tuple(each.claim for each in disputes),
            tuple(each.answer for each in disputes), disputes,
        )  # fmt: skip

    def _begun(self, spoken: list[Speaker]) -> tuple[int, Span, list[tuple[Speaker, Span]], str, Stance]:
        verb, stance = self._chance.choice(_VERBS)
        at, spans, names = self._length, [], []
        for speaker in spoken:
            name = self._name(speaker)
            spans.append((speaker, (at, at + len(name))))
            names.append(name)
            at += len(name) + 5
        begin = f"{' and '.join(names)} {verb} that "
        cue = self._length + len(begin) - len(verb) - 6
        return self._length + len(begin), (cue, cue + len(verb)), spans, begin, stance

    def _name(self, speaker: Speaker) -> str:
        """In full the first time, then by the surname."""
        printed = self._printed.setdefault(speaker.name, set())
        name = speaker.surname if printed and speaker.surname else speaker.name
        printed.add(name)
        return name

    def _put(
        self, content: tuple[Span, ...], quoted: tuple[Span, ...], cue: Span | None,
        spoken: Sequence[tuple[Speaker | str, Span]], kind: Kind, stance: Stance, words: list[str], *,
        speech: bool = True, attribution: tuple[AttributionState, tuple[str, ...]] = ("attributed", ()),
    ) -> None:  # fmt: skip
        mentions = tuple(
            Mention(who, span, "anonymous", None, (who,))
            if isinstance(who, str)
            else Mention(who.name, span, who.kind, who.role)
            for who, span in spoken
        )
        sure = round(1 - 0.5 * self._chance.random() ** 3, 3) if mentions else 0.0
        reason = "cue" if mentions else "no speaker is named beside it"
        quote = Quote(
            content, quoted, cue, mentions, None, kind, stance, speech, attribution[0], reason, attribution[1], sure
        )
        self._quotes.append(quote)
        self.words.append(words)

    def _with_forms(self, quote: Quote) -> Quote:
        """The forms of a name are those of the whole article."""
        if not quote.speakers or quote.speakers[0].forms:
            return quote
        mentions = tuple(
            Mention(each.name, each.span, each.kind, each.role, tuple(sorted(self._printed[each.name])))
            for each in quote.speakers
        )
        return Quote(
            quote.content, quote.quoted, quote.cue, mentions, None, quote.kind, quote.stance, quote.speech,
            quote.attribution, quote.reason, quote.candidates, quote.confidence,
        )  # fmt: skip

    def _dispute(self, quotes: Sequence[Quote], told: int, given: int) -> Dispute | None:
        first, second = quotes[told], quotes[given]
        who, whom = first.speakers[0], second.speakers[0]
        terms = tuple(sorted({word for word in self.words[told] if len(word) > 4})[:9])
        if not terms or first.cue is None or second.cue is None:
            return None
        claim = Claim(
            first.content, (who,), (who.name,), (whom.name,), (whom.name,), (whom.name,), "fact", terms, confidence=0.9
        )
        denies = Signal(second.cue, "denial of truth")
        relation = self._chance.choice(_RELATIONS)
        answer = Answer(
            second.content, (whom,), (whom.name,), (denies,), relation, terms[:3], terms, confidence=0.9  # type: ignore[arg-type]
        )  # fmt: skip
        sure = round(0.7 + 0.29 * self._chance.random(), 3)
        return Dispute(claim, answer, relation, "strong" if sure > 0.8 else "weak", sure, (denies,))  # type: ignore[arg-type]

    def _end(self, paragraph: str) -> None:
        self.paragraphs.append(paragraph)
        self._length += len(paragraph) + 2
