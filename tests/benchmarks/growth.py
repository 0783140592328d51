"""How reading slows down as the store grows: the medians of each question, store by store."""

from collections.abc import Mapping

from . import reading
from .corpus.drafts import plan
from .reading import How
from .stores import SEED
from .tables import table


def measure(stores: Mapping[int, str], how: How) -> None:
    """Prints what is measured of each store, and the medians of all beside one another."""
    found = {}
    for size, url in stores.items():
        print(f"## {size:,} quotes\n", flush=True)
        found[size] = reading.measure(url, plan(SEED, size), how)
    first, *_, last = (*found.values(),) if len(found) > 1 else (*found.values(), *found.values())
    rows = [
        [name, *(f"{found[size][name]:.1f}" for size in found), f"{last[name] / first[name]:.2f}"] for name in first
    ]
    print(table(["p50 at one connection, ms", *(f"{size:,}" for size in found), "grows"], rows), flush=True)
