"""Decides which names in different articles are one speaker; where that is not certain, they stay apart."""

import base64
import hashlib

from service.folding import words_of
from service.spelling import LONGEST_KEY, body_words, person_words

# Bodies that every country or town has one of: "the Foreign Ministry" is another one in the next article.
_GENERIC = frozenset(
    words_of(
        "government administration ministry department office council committee commission court parliament"
        " senate congress assembly police army military navy force forces party opposition embassy agency"
        " authority authorities bank company group union team board university hospital school prosecutor"
        " prosecutors officials spokesman spokeswoman president minister prime foreign defence defense interior"
        " justice health finance education energy state national federal central city local public special"
        " security intelligence supreme high district cabinet report statement document study letter mission"
        " delegation house of and the for on affairs"
    )
)
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


def speaker_key(name: str, kind: str, article_id: str) -> str:
    """What makes two mentions one speaker. It holds the article's id where the name alone does not tell who it is:
    an anonymous source, a bare surname, a body without a name of its own.
    """
    if kind == "anonymous":
        return _within(article_id, kind, words_of(name))
    if kind == "person":
        words = person_words(name)
        return _across(kind, words) if _is_full(words) else _within(article_id, kind, words)
    words = body_words(name)
    return _across("body", words) if _is_proper(name, words) else _within(article_id, "body", words)


def speaker_id(key: str) -> str:
    """The opaque id of the speaker with this key."""
    digest = hashlib.sha256(key.encode()).digest()
    return "s" + base64.b32encode(digest).decode().lower()[:16]


def surname(name: str, kind: str) -> str | None:
    """The folded surname by which a person with a full name is found; None for all others."""
    words = person_words(name) if kind == "person" else ()
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words = words[:-1]
    return words[-1][:LONGEST_KEY] if len(words) > 1 else None


def _is_full(words: tuple[str, ...]) -> bool:
    return len([word for word in words if word not in _SUFFIXES]) > 1


def _is_proper(name: str, words: tuple[str, ...]) -> bool:
    # Printed without a capital ("lawmakers", "two officials") it is a description, not a name.
    return bool(words) and not _GENERIC.issuperset(words) and name != name.lower()


def _across(kind: str, words: tuple[str, ...]) -> str:
    return f"{kind}:{' '.join(words)}"


def _within(article_id: str, kind: str, words: tuple[str, ...]) -> str:
    return f"{kind}:{article_id}:{' '.join(words)}"
