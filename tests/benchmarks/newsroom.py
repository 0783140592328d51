"""Made-up articles for benchmarks, stored through the intake: ten quotes each; some speakers are quoted often."""

import random
from contextlib import closing

import psycopg

from service.intake import take_in
from service.records import Article, Mention, Quote, Reading
from service.store.pool import open_pool

QUOTES = 10
_FIRST = ("Ada", "Boris", "Chen", "Dana", "Emil", "Fatima", "Goran", "Hana", "Igor", "Jana")
_LAST = ("Achebe", "Bauer", "Costa", "Dumont", "Eriksen", "Farouk", "Gruber", "Horvat", "Ito", "Jansen")
SPEAKERS = [f"{first} {last}" for last in _LAST for first in _FIRST]
WORDS = (
    *("talks", "treaty", "border", "sanctions", "ministers", "evidence", "inquiry", "budget", "parliament", "harvest"),
    *("exports", "pipeline", "ceasefire", "elections", "committee", "charges", "denial", "court", "witnesses", "visit"),
    *("agreement", "summit", "reform", "prices", "strike", "union", "hospital", "schools", "rivers", "railways"),
)


class MadeUpReader:
    """Reads back what `text_of` has written: a paragraph is a sentence in marks, then its speaker."""

    version = "made up"

    def read(self, text: str) -> Reading:
        """A direct quote for each paragraph."""
        found, start = [], 0
        for paragraph in text.split("\n\n"):
            found.append(_quote(paragraph, start))
            start += len(paragraph) + 2
        return Reading("read", "en", self.version, tuple(found))


def _quote(paragraph: str, start: int) -> Quote:
    close = paragraph.index("”")
    name = paragraph.removesuffix(".").split(" said ")[1]
    at = start + paragraph.rindex(name)
    words = ((start + 1, start + close),)
    speaker = Mention(name, (at, at + len(name)), forms=(name,))
    cue = (at - 5, at - 1)
    return Quote(words, words, cue, (speaker,), None, "direct", "assert", True, "attributed", "cue", (), 0.97)


def text_of(chance: random.Random) -> str:
    """Ten paragraphs; the square makes the first of the speakers the most quoted."""
    paragraphs = []
    for _ in range(QUOTES):
        words = " ".join(chance.choices(WORDS, k=chance.randint(8, 40)))
        speaker = SPEAKERS[int(len(SPEAKERS) * chance.random() ** 2)]
        paragraphs.append(f"“{words.capitalize()},” said {speaker}.")
    return "\n\n".join(paragraphs)


def fill(url: str, articles: int) -> None:
    """Stores so many articles, spread over ten years, and lets Postgres take stock of them."""
    chance = random.Random(1)
    reader = MadeUpReader()
    with closing(open_pool(url, size=1, wait=10.0, statement_timeout=60.0)) as pool:
        for number in range(articles):
            day = f"{2014 + number % 10}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
            address = f"https://made-up.invalid/{number}"
            take_in(pool, reader, Article(text_of(chance), f"Article {number}", address, "Made Up", day))
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")
