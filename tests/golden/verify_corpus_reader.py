"""Makes articles of the statements that the golden set for verifying asks about, and reads them back exactly."""

from service.records import Article, Mention, Quote, Reading, Span


class CorpusReader:
    """Knows the quotes of the articles that it has made."""

    version = "corpus"

    def __init__(self) -> None:
        self._quotes: dict[str, tuple[Quote, ...]] = {}

    def article(self, name: str, statements: list[dict]) -> Article:
        """An article of statements that were published on one day."""
        text, quotes = f"{name}\n\n", []
        for one in statements:
            text, quote = _told(text, one)
            quotes.append(quote)
        self._quotes[text] = tuple(quotes)
        return Article(text, name, f"https://golden.invalid/{name}", "Golden", statements[0]["published_at"])

    def read(self, text: str) -> Reading:
        """What stands in an article made here."""
        return Reading("read", "en", self.version, self._quotes[text])


def _told(text: str, one: dict) -> tuple[str, Quote]:
    content: list[Span] = []
    quoted: list[Span] = []
    speaker, start = one["speaker"], len(text)
    text += f"{speaker} said: "
    mention = Mention(speaker, (start, start + len(speaker)), forms=(speaker,))
    cue = (start + len(speaker) + 1, start + len(speaker) + 5)
    if one["kind"] == "direct":
        for words in one["quoted"]:
            content.append((len(text) + 1, len(text) + 1 + len(words)))
            text += f"“{words}” he said, "
        quoted = content
    else:
        content, at = [(len(text), len(text) + len(one["text"]))], len(text)
        for words in one["quoted"]:
            at = (text + one["text"]).index(words, at)
            quoted.append((at, at + len(words)))
        text += one["text"]
    quote = Quote(
        tuple(content), tuple(quoted), cue, (mention,), None, one["kind"], "assert", True, "attributed", "cue", (), 0.97
    )
    return text + ".\n\n", quote
