"""The words of made-up statements: some in every sentence, most seldom, some once or twice in the whole corpus."""

from functools import lru_cache
from itertools import accumulate, product

import numpy as np
from numpy.typing import NDArray

_SMALL = (
    *("the", "of", "to", "and", "a", "in", "that", "is", "we", "for", "it", "on", "be", "with", "they", "are", "not"),
    *("have", "this", "will", "was", "as", "by", "has", "our", "at", "would", "from", "there", "but", "their", "no"),
    *("were", "been", "all", "should", "who", "more", "what", "can", "must", "its", "which", "if", "when", "about"),
)
_COMMON = (
    *("people", "government", "country", "talks", "treaty", "border", "sanctions", "ministers", "evidence", "inquiry"),
    *("budget", "parliament", "harvest", "exports", "pipeline", "ceasefire", "elections", "committee", "charges"),
    *("denial", "court", "witnesses", "visit", "agreement", "summit", "reform", "prices", "strike", "union"),
    *("hospital", "schools", "rivers", "railways", "workers", "money", "police", "report", "market", "energy"),
)
_VOCABULARY = 20_000
_FLATNESS = 2.7  # of the first ranks, as Mandelbrot has it
SELDOM = 0.04  # of the words: they are drawn from a stock that grows with the corpus
_STARTS, _VOWELS = "bdfgklmnprstvz", "aeiou"
_SYLLABLES = [start + vowel for start, vowel in product(_STARTS, _VOWELS)]
_SPREAD = 1_000_003  # shares no factor with the number of such words: two numbers are two words
_ENDS = ("n", "r", "l", "st", "m", "nd", "tion", "ing", "ed", "s", "ment", "ly")


def vocabulary() -> list[str]:
    """The words by rank; those behind the first hundred mean nothing."""
    known = [*_SMALL, *_COMMON]
    made = (
        f"{first}{second}{end}" for first, second, end in product(_SYLLABLES, _SYLLABLES[::2], _ENDS)
    )  # fmt: skip
    taken = set(known)
    some = [word for word in made if word not in taken]
    # Neighbours in the alphabet shall not be neighbours in frequency.
    step = 7919
    return known + [some[number * step % len(some)] for number in range(_VOCABULARY - len(known))]


def shares(number: int, flatness: float = _FLATNESS) -> NDArray[np.float64]:
    """The summed shares of ranks that fall as one by rank: where a number of [0, 1) is found, is the rank drawn."""
    sums = np.array(list(accumulate(1 / (rank + flatness) for rank in range(number))))
    shared: NDArray[np.float64] = sums / sums[-1]
    return shared


@lru_cache(maxsize=100_000)
def seldom(number: int) -> str:
    """The word of this number among those that are hardly ever said; no stem of it is another word."""
    parts, number = [], number * _SPREAD % len(_SYLLABLES) ** 4
    for _ in range(4):
        number, at = divmod(number, len(_SYLLABLES))
        parts.append(_SYLLABLES[at])
    return f"z{''.join(parts)}ko"
