"""Measures found quotes against annotated articles: all figures in one report."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from service.evaluation.annotations import Annotated, Found, require_same_texts
from service.evaluation.comparison import Comparison
from service.evaluation.direct import direct
from service.evaluation.intervals import Interval, interval, total
from service.evaluation.mistakes import KindOfMistake, commonest
from service.evaluation.reliability import CERTAIN, Cell, reliability
from service.evaluation.stances import StanceFigure, macro_f1, stances
from service.evaluation.tracks import TRACKS, Figure, Track, counted

DIRECT = TRACKS[0]


@dataclass(frozen=True, slots=True)
class Measured:
    """A track with its figure, and where 95 of 100 samples of articles lie."""

    track: Track
    figure: Figure
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Report:
    """What came out. `unread` are annotated articles without found quotes' line; they count as nothing found."""

    articles: int
    wanted: int
    found: int
    unread: tuple[str, ...]
    tracks: tuple[Measured, ...]
    certain: Figure
    reliability: tuple[Cell, ...]
    stances: tuple[StanceFigure, ...]
    mistakes: tuple[KindOfMistake, ...]

    @property
    def stance_f1(self) -> float | None:
        """The mean F1 of the stances; None where none was annotated."""
        return macro_f1(list(self.stances))

    def as_json(self, kinds: int = 0) -> dict[str, Any]:
        """For machines: all figures as shares between 0 and 1, and the commonest `kinds` of errors."""
        return {
            "articles": self.articles,
            "annotated": self.wanted,
            "found": self.found,
            "unread": list(self.unread),
            "tracks": {each.track.key: asdict(each.figure) | {"interval": each.interval} for each in self.tracks},
            "certain": asdict(self.certain),
            "reliability": [asdict(cell) for cell in self.reliability],
            "stance_macro_f1": self.stance_f1,
            "stances": [asdict(each) | {"f1": each.f1} for each in self.stances],
            "errors": [_kind_as_json(kind) for kind in self.mistakes[:kinds]],
        }


def evaluate(
    articles: Sequence[Annotated], found: Mapping[str, tuple[Found, ...]], *, speech_only: bool = False
) -> Report:
    """Measures the quotes found in each article (by its id) against its annotated statements.

    `speech_only` leaves out found attitudes and optional statements: for annotations that hold speech alone.
    InvalidArticle when quotes were found in another text than the annotated one.
    """
    require_same_texts(articles, found)
    comparisons = [compared(article, found.get(article.id, ()), speech_only) for article in articles]
    counts = [counted(comparison) for comparison in comparisons]
    sums = total(counts)
    return Report(
        articles=len(articles),
        wanted=sums["content_wanted"],
        found=sums["content_found"],
        unread=tuple(article.id for article in articles if article.id not in found),
        tracks=tuple(_measured(track, counts, sums) for track in TRACKS if sums[track.wanted]),
        certain=DIRECT.figure(total([direct(comparison, CERTAIN) for comparison in comparisons])),
        reliability=tuple(reliability(comparisons)),
        stances=tuple(stances(comparisons)),
        mistakes=tuple(commonest(comparisons)),
    )


def compared(article: Annotated, found: tuple[Found, ...], speech_only: bool = False) -> Comparison:
    """An article with the quotes found in it; `speech_only` as for `evaluate`."""
    if not speech_only:
        return Comparison(article.id, article.text, article.statements, found)
    wanted = [each for each in article.statements if not each.optional]
    return Comparison(article.id, article.text, wanted, [each for each in found if each.speech])


def _measured(track: Track, counts: Sequence[Counter[str]], sums: Counter[str]) -> Measured:
    return Measured(track, track.figure(sums), interval(counts, lambda sample: track.figure(sample).value))


def _kind_as_json(kind: KindOfMistake) -> dict[str, Any]:
    examples = [asdict(mistake) for mistake in kind.examples]
    return {"kind": kind.kind, "count": len(kind.mistakes), "examples": examples}
