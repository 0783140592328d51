"""Where weights come from: the corpus, the base and the recipe, kept in a file beside them for the model card."""

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from service.errors import ModelError

FILE = "training.json"


@dataclass(frozen=True, slots=True)
class Corpus:
    """An annotated file in numbers; `publishers` with their articles, `first` and `last` the dates that it spans."""

    sha256: str
    articles: int
    attributions: int
    publishers: Mapping[str, int]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Provenance:
    """One run of the training. `recipe` has every number of it by name; `minutes` it took on `cores`."""

    base: str
    base_sha256: str
    corpus: Corpus
    recipe: Mapping[str, Any]
    minutes: int
    cores: int = field(default_factory=lambda: len(os.sched_getaffinity(0)))

    def save(self, folder: Path) -> None:
        """Writes the file beside the weights."""
        (folder / FILE).write_text(json.dumps(asdict(self), indent=2) + "\n", "utf-8")


def provenance_of(folder: Path) -> Provenance:
    """What was kept in a model folder. ModelError where nothing was."""
    path = folder / FILE
    if not path.is_file():
        raise ModelError(f"the model folder {folder} lacks {FILE}: it was not made by `onrecord train`")
    kept = json.loads(path.read_text("utf-8"))
    return Provenance(**kept | {"corpus": Corpus(**kept["corpus"])})


def described(path: Path, articles: Iterable[Mapping[str, Any]]) -> Corpus:
    """The file at `path` that holds these articles."""
    articles = list(articles)
    dates = sorted(article["date"] for article in articles if article.get("date"))
    return Corpus(
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        articles=len(articles),
        attributions=sum(len(article["attributions"]) for article in articles),
        publishers=dict(sorted(Counter(article.get("publisher") or "unnamed" for article in articles).items())),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
    )
