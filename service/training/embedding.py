"""Puts short cases among other words, as paragraphs: into whole articles that hold no dispute, and among other cases.

Of the answers in whole articles few dispute anything, and a few hundred marked articles hold too few to learn from;
short cases hold many, but nothing beside them. Together they show what an answer looks like among other statements.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Any

_EVERY = 7  # paragraphs: the places walk through the articles
_FEWEST, _MORE = 2, 3  # cases that hold no dispute put beside one, and as many more less one

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


def gathered(cases: Sequence[Case]) -> Iterator[Case]:
    """Each case among two to four of the others that hold no dispute, its spans moved: about as long as a news item."""
    quiet = [case["text"] for case in cases if not case["disputes"]]
    for number, case in enumerate(cases):
        beside = _FEWEST + number % _MORE
        around = [quiet[(number * _EVERY + at) % len(quiet)] for at in range(beside)]
        if case["text"] not in around:
            yield _among(case, around, number % (beside + 1))


def _among(case: Case, around: list[str], at: int) -> Case:
    lead = "".join(f"{text}\n\n" for text in around[:at])
    text = "\n\n".join((lead + case["text"], *around[at:]))
    disputes = [_moved(one, len(lead)) for one in case["disputes"]]
    return {"id": case["id"], "text": text, "disputes": disputes, "embedded": True}


def _cut(text: str, number: int) -> int:
    """Where a paragraph of a text ends, another one for each number."""
    ends = [at for at, sign in enumerate(text) if sign == "\n" and at > 0] or [len(text)]
    return ends[number * _EVERY % len(ends)]


def _moved(dispute: Case, by: int) -> Case:
    sides = {
        side: [[start + by, end + by] for start, end in dispute[side]] for side in ("claim_spans", "dispute_spans")
    }
    return {**dispute, **sides}
