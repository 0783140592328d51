"""Turns made-up articles into the rows that an intake of them would write, as lines for COPY.

What a quote is found by is put together from what is known of its words and of its speakers: made by the functions of
the service it would take five times as long. A test takes the same articles in and compares every row.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache

import orjson

from service.folding import words_of as name_words
from service.identity.articles import article_id
from service.identity.mentioned import name_keys
from service.identity.namings import Naming, facts_of, naming
from service.identity.partition import apart
from service.periods import period_of
from service.quote_ids import quote_id
from service.records import Mention, Quote, Span
from service.store.conditions import place_in_time, publisher_key

from .drafts import Draft
from .lexicon import Lexicon
from .lines import NULL, array, escaped, known, truth

Lines = dict[str, list[str]]
_DATES = "publisher_key, published_from, published_until, time_order"
COLUMNS = {
    "articles": f"id, revision, url, title, publisher, published_at, {_DATES}, language, reader, sha256, characters,"
    " quotes, taken_in_at",
    "article_revisions": "article_id, revision, text, sha256, language, reading, reader, taken_in_at",
    "namings": "id, sort, block, name, kind, facts, article_id, articles, speaker_id",
    "naming_keys": "key, naming_id",
    "speakers": "id, kind, naming_id",
    "quotes": "article_id, id, revision, article_sha256, extent_start, extent_end, text, spans, quoted, cue, kind,"
    f" speech, stance, attribution, reason, candidates, confidence, before, after, words, {_DATES}, party_keys,"
    " role_keys, about_keys, disputed, known_from",
    "quote_speakers": "article_id, quote_id, position, speaker_id, naming_id, name, forms, kind, role, span_start,"
    " span_end, time_order",
    "quote_prints": "article_id, id, keys, name_key, statement_id, published_from, published_until, time_order",
    "claim_statements": "article_id, id, claim_id, article_sha256, extent_start, extent_end, text, spans, before,"
    f" after, quote_id, facts, names, name_keys, words, {_DATES}",
    "claim_answers": "article_id, id, article_sha256, extent_start, extent_end, text, spans, before, after, quote_id,"
    " facts, names, name_keys, lasting, published_from, published_until, time_order",
    "claim_keys": "article_id, id, key, time_order",
    "answer_keys": "article_id, id, key, time_order",
    "claims": f"article_id, id, status, flags, nature, statements, disputes, parties, party_keys, {_DATES}",
    "disputes": "article_id, id, statement_id, claim_id, answer_article_id, answer_id, relation, strength, confidence,"
    " signals, names, name_keys, time_order",
    "claim_sides": "article_id, claim_id, disputes, told_in, naming_id, speaker_id",
    "disputed_quotes": "article_id, quote_id, claim_id, side",
    "changes": "number, at, kind, event, subject_id, article_id, details",
}
TAKEN_IN = datetime(2025, 3, 1, tzinfo=UTC)
_PACE, _UNDATED = timedelta(milliseconds=50), 10**18
_CONTEXT = 300


class Placed:
    """An article with its id, its columns that other tables repeat, and its quotes with their ids."""

    def __init__(self, draft: Draft, place: int) -> None:
        article = draft.article
        self.draft, self.text = draft, article.text
        self.id = article_id(article.url, article.text)
        self.sha256 = hashlib.sha256(article.text.encode()).hexdigest()
        self.taken_in = TAKEN_IN + place * _PACE
        period = period_of(article.published_at) if article.published_at else None
        self.start, self.until = (period and period.start, period and period.until)
        self.order = place_in_time(period.start if period else self.taken_in) - (0 if period else _UNDATED)
        self.dates = f"{known(self.start)}\t{known(self.until)}\t{self.order}"
        self.shared = f"{publisher_key(article.publisher or '')}\t{self.dates}"
        self.quotes = [(quote_id(self.id, self.sha256, quote), quote) for quote in draft.reading.quotes]

    def who(self, mention: Mention) -> tuple[Naming, str]:
        """Whom a speaker of the article is, in its own words and beyond it."""
        if speaker := self.draft.named.get(mention.name):
            return speaker.naming, speaker.id
        alone = naming(self.id, mention.name, mention.kind)
        return alone, apart(alone.id, self.id)


def rows(placed: Placed, lexicon: Lexicon, disputed: set[str]) -> Iterator[tuple[str, str]]:
    """The rows of an article but those of its claims and prints, each with its table."""
    article, sha = placed.draft.article, placed.sha256
    said = sum(quote.speech for _, quote in placed.quotes)
    yield (
        "articles",
        (
            f"{placed.id}\t1\t{article.url}\t{article.title}\t{article.publisher}\t{known(article.published_at)}\t"
            f"{placed.shared}\ten\tmade up\t{sha}\t{len(placed.text)}\t{said}\t{placed.taken_in}"
        ),
    )
    yield "article_revisions", (f"{placed.id}\t1\t{escaped(placed.text)}\t{sha}\ten\tread\tmade up\t{placed.taken_in}")
    yield "changes", f"{placed.taken_in}\tarticle\tadded\t{placed.id}\t{placed.id}\t{{}}"
    for (id, quote), words in zip(placed.quotes, placed.draft.words, strict=True):
        yield "quotes", _quote(placed, id, quote, words, lexicon, disputed)
        yield from _speakers(placed, id, quote)


def _quote(placed: Placed, id: str, quote: Quote, words: list[str], lexicon: Lexicon, disputed: set[str]) -> str:
    text, (start, end) = placed.text, quote.content[0]
    speakers = [placed.draft.named.get(mention.name) for mention in quote.speakers]
    parties = sorted({key for each in speakers if each for key in each.party_keys})
    roles = sorted({key for each in speakers if each for key in each.role_keys})
    cue = _span(text, quote.cue) if quote.cue else NULL
    return (
        f"{placed.id}\t{id}\t1\t{placed.sha256}\t{start}\t{end}\t{text[start:end]}\t[{_span(text, (start, end))}]\t"
        f"[{','.join(_span(text, span) for span in quote.quoted)}]\t{cue}\t{quote.kind}\t{truth(quote.speech)}\t"
        f"{quote.stance}\t{quote.attribution}\t{quote.reason}\t[{','.join(map(_quoted, quote.candidates))}]\t"
        f"{quote.confidence}\t{escaped(text[max(0, start - _CONTEXT) : start])}\t"
        f"{escaped(text[end : end + _CONTEXT])}\t{lexicon.vector(words)}\t{placed.shared}\t{array(parties)}\t"
        f"{array(roles)}\t{array(_about(text[start:end]))}\t{truth(id in disputed)}\t{placed.taken_in}"
    )


def _speakers(placed: Placed, id: str, quote: Quote) -> Iterator[tuple[str, str]]:
    ids = []
    for position, mention in enumerate(quote.speakers):
        known_as, speaker = placed.who(mention)
        ids.append(_quoted(speaker))
        start, end = mention.span or (NULL, NULL)
        forms = array(sorted({mention.name, *mention.forms}))
        yield (
            "quote_speakers",
            (
                f"{placed.id}\t{id}\t{position}\t{speaker}\t{known_as.id}\t{mention.name}\t"
                f"{forms}\t{mention.kind}\t{known(mention.role)}\t{start}\t{end}\t"
                f"{placed.order}"
            ),
        )
    details = f'{{"after": {{"speech": {"true" if quote.speech else "false"}, "speakers": [{", ".join(ids)}]}}}}'
    yield "changes", f"{placed.taken_in}\tquote\tadded\t{id}\t{placed.id}\t{details}"


class Prints:
    """The prints of the quotes of a block: of the same words by the same name the least id stands for all."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._prints: list[tuple[Placed, str, list[int], str | None, tuple[str | None, tuple[str, ...]]]] = []
        self._least: dict[tuple[str | None, tuple[str, ...]], str] = {}

    def add(self, placed: Placed) -> None:
        """Takes the quotes of an article in."""
        for (id, quote), words in zip(placed.quotes, placed.draft.words, strict=True):
            name = _last_word(quote.speakers[0].name) if quote.speakers else None
            # A reprint may be cut, but never to less than this.
            group = (name, tuple(words[:8]) if len(words) > 7 else (id,))
            self._prints.append((placed, id, self._lexicon.keys(words), name, group))
            self._least[group] = min(id, self._least.get(group, id))

    def lines(self) -> list[str]:
        """All of them."""
        return [
            f"{placed.id}\t{id}\t{array(keys)}\t{known(name)}\t{self._least[group]}\t{placed.dates}"
            for placed, id, keys, name, group in self._prints
        ]


def unnamed(placed: Placed) -> Iterator[tuple[str, str]]:
    """The rows of those who are nobody beyond the article."""
    seen = set()
    for mention in {each.name: each for _, quote in placed.quotes for each in quote.speakers}.values():
        if mention.name not in placed.draft.named and mention.name not in seen:
            seen.add(mention.name)
            alone, speaker = placed.who(mention)
            yield "namings", naming_line(alone, 1, None)
            yield "speakers", f"{speaker}\t{mention.kind}\t{alone.id}"


def naming_line(of: Naming, articles: int, speaker: str | None) -> str:
    """The row of a naming that so many articles hold."""
    facts = orjson.dumps(facts_of(of.evidence)).decode()
    return (
        f"{of.id}\t{of.group}\t{of.block}\t{of.name}\t{of.kind}\t{escaped(facts)}\t{known(of.article_id)}\t{articles}\t"
        f"{known(speaker)}"
    )


@lru_cache(maxsize=100_000)
def _last_word(name: str) -> str | None:
    words = name_words(name)
    return words[-1] if words else None


def _about(text: str) -> list[str]:
    """The keys of names: only a first word has a capital here."""
    first, _, rest = text.partition(" ")
    return _keys_of_first(first, bool(rest)) if text[0].isupper() else []


@lru_cache(maxsize=100_000)
def _keys_of_first(word: str, more: bool) -> list[str]:
    return sorted(name_keys(f"{word} so" if more else word))


def _span(text: str, span: Span) -> str:
    return f'{{"start": {span[0]}, "end": {span[1]}, "text": "{text[span[0] : span[1]]}"}}'


def _quoted(text: str) -> str:
    return f'"{text}"'


def table_lines(found: Iterator[tuple[str, str]], into: defaultdict[str, list[str]]) -> None:
    """Sorts rows by their tables."""
    for table, line in found:
        into[table].append(line)
