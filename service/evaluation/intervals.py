"""How far a figure would move with other articles of the same kind: bootstrap by article."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import numpy as np

SAMPLES = 2000
SEED = 1

Interval = tuple[float, float]


def interval(articles: Sequence[Mapping[str, int]], value: Callable[[Mapping[str, int]], float]) -> Interval | None:
    """Where 95 of 100 samples of as many articles, drawn with replacement, have the value of their summed counts.

    Always the same for the same articles. None for fewer than two, of which no samples differ.
    """
    if len(articles) < 2:
        return None
    keys = sorted(set().union(*articles))
    table = np.array([[article.get(key, 0) for key in keys] for article in articles], dtype=np.int64)
    chance = np.random.default_rng(SEED)
    drawn = chance.multinomial(len(articles), np.full(len(articles), 1 / len(articles)), SAMPLES)
    values = [value(dict(zip(keys, sums, strict=True))) for sums in (drawn @ table).tolist()]
    low, high = np.percentile(values, (2.5, 97.5))
    return float(low), float(high)


def total(articles: Sequence[Mapping[str, int]]) -> Counter[str]:
    """The sums over all articles."""
    sums: Counter[str] = Counter()
    for article in articles:
        sums.update(article)
    return sums
