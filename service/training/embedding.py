"""Puts short cases into whole articles that hold no dispute, one into each, as paragraphs among theirs.

Of the answers in whole articles few dispute anything, and a few hundred marked articles hold too few to learn from;
short cases hold many, but nothing beside them. Together they show what an answer looks like among other statements.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Any

_EVERY = 7  # paragraphs: the places walk through the articles

Case = dict[str, Any]


def embedded(cases: Iterable[Case], hosts: Sequence[Case]) -> Iterator[Case]:
    """Each case in the text of a host, its spans moved to where it stands. `hosts` hold a `text` each, at least one."""
    for number, case in zip(count(), cases, strict=False):
        host = hosts[number % len(hosts)]
        cut = _cut(host["text"], number)
        lead, rest = host["text"][:cut].rstrip("\n") + "\n\n", host["text"][cut:].lstrip("\n")
        text = "\n\n".join((lead + case["text"], rest))
        disputes = [_moved(one, len(lead)) for one in case["disputes"]]
        yield {"id": case["id"], "host": host["id"], "text": text, "disputes": disputes, "embedded": True}


def _cut(text: str, number: int) -> int:
    """Where a paragraph of a text ends, another one for each number."""
    ends = [at for at, sign in enumerate(text) if sign == "\n" and at > 0] or [len(text)]
    return ends[number * _EVERY % len(ends)]


def _moved(dispute: Case, by: int) -> Case:
    sides = {
        side: [[start + by, end + by] for start, end in dispute[side]] for side in ("claim_spans", "dispute_spans")
    }
    return {**dispute, **sides}
