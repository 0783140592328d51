"""What a statement still has of a text that was reworded: some of its words of content in any order, ending and
spelling; of small words alone the same with a negation, or without one.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from service.folding import fold
from service.verifying.function_words import AUXILIARIES, NEGATIONS, is_content
from service.verifying.keys import keys_of
from service.verifying.words import Word

Item = TypeVar("Item")
_MOST = 8  # words of content that are paired: where more are changed here and there, some still stand side by side
_LONGEST = 100  # letters of a word: no index of words holds it beyond some length
_APART, _FAR = 2, 3  # places: two words that were side by side before one was put between them, or of a few words two
_SHORT = 5  # words of content that are a few
_SPELT = (
    ("our", "or"), ("is", "iz"), ("ys", "yz"), ("tre", "ter"), ("ogue", "og"), ("ll", "l"), ("ence", "ense"),
    ("gramme", "gram"), ("grey", "gray"),
)  # fmt: skip
_DENIABLE = (
    "is", "are", "was", "were", "have", "has", "had", "do", "does", "did", "would", "shall", "should", "could", "might",
    "must", "need",
)  # fmt: skip
_CONTRACTED = {"cant": "can", "cannot": "can", "wont": "will"} | {f"{word}nt": word for word in _DENIABLE}
_CONTRACTIONS = {word: denied for denied, word in _CONTRACTED.items()}
_FEW = 12  # small words of a text whose denial is looked for


def content_of(words: Sequence[Word]) -> list[str]:
    """The folded words of content, each once, in their order; of many some, evenly from all over the text."""
    told = (fold(word.form) for word in words if is_content(word.form))
    forms = list(dict.fromkeys(form for form in told if len(form) <= _LONGEST))
    return forms if len(forms) <= _MOST else [forms[number * len(forms) // _MOST] for number in range(_MOST)]


def together(items: Sequence[Item]) -> list[tuple[Item, Item]]:
    """The pairs of items that do not stand far apart."""
    apart = _FAR if len(items) <= _SHORT else _APART
    return [(one, other) for at, one in enumerate(items) for other in items[at + 1 : at + 1 + apart]]


def spellings(form: str) -> list[str]:
    """A folded word, and what it may be across the ocean: most of these are no words."""
    ways = [pair for one, other in _SPELT for pair in ((one, other), (other, one))]
    return list(dict.fromkeys([form, *(other.join(form.rsplit(one, 1)) for one, other in ways)]))


def denials(words: Sequence[Word]) -> list[list[int]]:
    """The keys of a text of small words with a negation more, or one less, wherever it may be; of another text none."""
    forms = [word.form for word in words]
    if len(forms) > _FEW or any(map(is_content, forms)):
        return []
    others = ([*forms[:at], *other] for at in range(len(forms)) for other in _denied(forms[at], forms[at + 1 :]))
    return [keys_of([Word(form, 0, 0) for form in other]) for other in others if other]


def _denied(form: str, after: Sequence[str]) -> Iterator[list[str]]:
    """A word and those after it once it is denied, or its denial is taken back: "did it" and "did not do it"."""
    if form in NEGATIONS:
        back = [_CONTRACTED[form]] if form in _CONTRACTED else []
        yield [*back, *after]
        if after[:1] == ["do"]:
            yield [*back, *after[1:]]
    elif form in AUXILIARIES and not (after and after[0] in NEGATIONS):
        for denied in ([form, "not"], [_CONTRACTIONS.get(form, form)]):
            yield [*denied, *after]
            if form in ("do", "does", "did"):
                yield [*denied, "do", *after]
