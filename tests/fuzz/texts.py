"""Builds texts that are hard to read out of bytes: news in pieces, runs of one thing, characters from anywhere."""

from collections.abc import Iterator

LEAD = "The minister said on Tuesday that the old harbour would never be sold to the union. "
SHORTEST, LONGEST = 250, 4_000  # characters at most
NAMES = (
    "Ama Boateng", "Boateng", "Mr. Reed", "Ms Zoë Krüger", "J. K. O’Neill", "Tariq al-Amin", "McRoe", "İlhan", "Li",
    "the minister", "The Trade Ministry", "Moscow", "the Kremlin", "Russia", "the European Union", "Reuters", "he",
    "she", "they", "it", "who", "we", "I", "Corvane’s lawyers", "a spokesman for the port", "van der Berg", "US",
)  # fmt: skip
CUES = (
    " said", " says", ", said ", " told reporters", " denied", " rejected", " accused ", " of hiding ", " claims",
    " according to ", " asked", " added", " that ", " whether ", " never did", " was false", " is a lie", " would ",
    " declined to comment", " the accusations", "’s allegations", " nothing to do with ", " not ", " no evidence ",
)  # fmt: skip
MARKS = (
    "“", "”", '"', "'", "‘", "’", "«", "»", "„", "``", "''", "—", "–", "-", "…", "...", ".", ",", ":", ";", "?", "!",
    "(", ")", "[", "]", "{", "}", "/", "|", "*", "&", "@", "#", "%", "$", "\\", "_", "~", "^", "<", ">", "=", "+",
)  # fmt: skip
BREAKS = (" ", "  ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u2028", "\u200b", "\ufeff", "\u00ad", "\x0b", "\x85")
WORDS = (
    "bridge", "Trade", "COUNCIL", "A", "a", "x", "1", "1,000", "2018-08", "3.5", "10:30", "U.S.", "e.g.", "co-op",
    "x-y-z", "O’", "al-", "Mc", "By ", "Photo: ", "Related:", "Dear readers,", "Q: ", "A: ", "SEE ALSO: ", "http://a.b/",
    "We use cookies", "Copyright 2018", "and", "or", "of", "the", "if", "ß", "ﬁ", "İ", "é", "e\u0301", "😀", "طارق",
    "名", "Ж", "\u202e", "\u0301",
)  # fmt: skip
TABLES = (NAMES, CUES, MARKS, BREAKS, WORDS)
SENTENCES = (
    "“We will not sell,” said Ama Boateng, head of the port. ",
    "Russia accused Corvane of hiding the report. Corvane denied hiding it. ",
    "The ministry said the bridge was “perfectly safe” for all traffic.\n\n",
    "“It began in the spring,” he said, “and it has no end. ",
    "Mr. Reed rejected the allegations, calling them baseless. ",
)
_RUN, _BACK = 64, 4  # how often the last pieces may be said again, and how many of them


def text_of(data: bytes) -> str:
    """The text that these bytes stand for; one byte more or less changes a piece of it, not the whole."""
    first = data[0] if data else 0
    most = min(LONGEST, SHORTEST << first % 5)  # many short texts are read in the time of a long one
    text = "".join(_pieces(data[1:], most))
    return ((LEAD if first < 192 else "") + text)[:most]


def _pieces(data: bytes, most: int) -> Iterator[str]:
    said: list[str] = []
    length, codes = 0, iter(data)
    for code in codes:
        if length > most:
            return
        piece = _piece(code, codes, said)
        said.append(piece)
        length += len(piece)
        yield piece


def _piece(code: int, codes: Iterator[int], said: list[str]) -> str:
    given = next(codes, 0)
    if code < 150:
        table = TABLES[code % len(TABLES)]
        return table[given % len(table)] + (" " if code >= 75 else "")
    if code < 200:
        return SENTENCES[given % len(SENTENCES)]
    if code < 235:
        return "".join(said[-1 - given % _BACK :]) * (1 + next(codes, 0) % _RUN)
    character = chr((code % 4) * 0x4000 + given * 0x40 + next(codes, 0) % 0x40)
    return "" if character == "\0" or "\ud800" <= character <= "\udfff" else character
