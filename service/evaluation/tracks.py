"""The tracks that a reader is measured on: what each counts in an article, and the figure that the counts make."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from service.evaluation.comparison import Comparison
from service.evaluation.direct import direct

Counts = Counter[str]


@dataclass(frozen=True, slots=True)
class Figure:
    """Shares between 0 and 1. Where a track has no precision, `value` is its recall; otherwise it is the F1."""

    right: int
    found: int | None
    wanted: int
    value: float
    precision: float | None
    recall: float


@dataclass(frozen=True, slots=True)
class Track:
    """`right`, `found` and `wanted` name what is counted; `found` is None for a plain share of what is wanted."""

    key: str
    title: str
    right: str
    found: str | None
    wanted: str

    def figure(self, counts: Mapping[str, int]) -> Figure:
        """The figure that the sums of all articles make."""
        right, wanted = counts.get(self.right, 0), counts.get(self.wanted, 0)
        recall = right / wanted if wanted else 0.0
        if self.found is None:
            return Figure(right, None, wanted, recall, None, recall)
        found = counts.get(self.found, 0)
        precision = right / found if found else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return Figure(right, found, wanted, f1, precision, recall)


TRACKS = (
    Track("direct", "direct quotations", "direct_right", "direct_found", "direct_wanted"),
    Track("entity", "  their speakers named", "direct_named", None, "direct_known"),
    Track("speech", "speech, words and speaker", "speech_right", "speech_found", "speech_wanted"),
    Track("all", "all, words and speaker", "all_right", "all_found", "all_wanted"),
    Track("content", "content alone", "content_right", "content_found", "content_wanted"),
    Track("scare", "scare quotes attributed", "scare_found", None, "scare"),
    Track("is_speech", "speech told from attitudes", "cue_right", "cue_found", "cue_wanted"),
    Track("stance", "stance", "stance_right", None, "stance_wanted"),
)


def counted(comparison: Comparison) -> Counts:
    """All that the tracks count in one article."""
    return _contents(comparison) + _speakers(comparison) + _cues(comparison) + direct(comparison)


def _contents(comparison: Comparison) -> Counts:
    """Contents, and how many count with their speaker: those without an annotated source are neither asked for nor
    held against the reader, nor are attitudes on the track of speech."""
    wanted = [each for each, _ in comparison.wanted]
    found = len(comparison.found)
    sourced = [bool(each.source) for each in wanted]
    speech = [bool(each.source) and each.is_speech for each in wanted]
    return Counts(
        content_right=len(comparison.pairs),
        content_found=found,
        content_wanted=len(wanted),
        all_wanted=sum(sourced),
        all_found=found - sum(not sourced[here] for here in comparison.pairs),
        speech_wanted=sum(speech),
        speech_found=found - sum(not speech[here] for here in comparison.pairs),
    )


def _speakers(comparison: Comparison) -> Counts:
    counts = Counts()
    for wanted, found in comparison.matched():
        if wanted.source and comparison.speaker(wanted, found).right:
            counts["all_right"] += 1
            counts["speech_right"] += wanted.is_speech
    return counts


def _cues(comparison: Comparison) -> Counts:
    """Speech and stance of those whose content was found, where the annotation tells them."""
    counts = Counts()
    for wanted, found in comparison.matched():
        if wanted.speech is not None:
            counts["cue_wanted"] += wanted.speech
            counts["cue_found"] += found.speech
            counts["cue_right"] += wanted.speech and found.speech
        if wanted.stance is not None:
            counts["stance_wanted"] += 1
            counts["stance_right"] += wanted.stance == found.stance
    return counts
