"""Says what a text is, held against all statements that it may come from: the verdict, why, and the nearest of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.verifying.alignment import weighed
from service.verifying.asked import Asked, Reading
from service.verifying.function_words import CUES, FRAMES
from service.verifying.matches import Match, Verdict, match
from service.verifying.printed import Printed
from service.verifying.splicing import spliced

_ORDER: tuple[Verdict, ...] = ("verbatim", "reported", "other_speaker", "altered", "not_found")
_NEAREST = 3
_LEAST = 0.2  # of the score of what is shown
_FEW = 5  # words inside marks that may as well be a phrase of the one who asks, unless a cue says that it was said
_FRAME = 0.5  # of the weight of the words around marks that a statement must not have


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a text is. `reading` says which of its words were asked for; None where it has none.

    `superseded`: the words stand only in what their outlet has replaced, or a better reader finds no more.
    """

    verdict: Verdict
    reading: Reading | None
    nearest: tuple[Match, ...] = ()
    reasons: tuple[str, ...] = ()
    superseded: bool = False

    @property
    def score(self) -> float:
        """Of the nearest statement."""
        return self.nearest[0].score if self.nearest else 0.0


class Judge:
    """Holds a text against statements, and against none of them twice, however often more of them are found."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._matches: dict[tuple[int, str], Match] = {}  # by the number of the reading and the id of the statement

    def judgement(self, statements: Sequence[Printed]) -> Judgement:
        """What the text is beside all these; of equals the first one given goes first."""
        if not self._asked.readings:
            return Judgement("not_found", None)
        whole, *inner = self._asked.readings
        found = _judged(whole, self._held(0, statements))
        if found.verdict in _ORDER[:3]:
            return found
        inside = (at for at, each in enumerate(inner, 1) if len(each.words) >= _FEW or _is_told(whole, each))
        others = (_judged(self._asked.readings[at], self._held(at, statements)) for at in inside)
        return next((other for other in others if not _says_frame(whole, other, found)), found)

    def _held(self, number: int, statements: Sequence[Printed]) -> list[Match]:
        reading = self._asked.readings[number]
        for one in statements:
            if (number, one.id) not in self._matches:
                self._matches[number, one.id] = match(self._asked.text, reading, one)
        return sorted((self._matches[number, one.id] for one in statements), key=_rank)


def _judged(reading: Reading, matches: Sequence[Match]) -> Judgement:
    if not matches:
        return Judgement("not_found", reading)
    first = matches[0]
    if first.is_exact:
        listed = next((each for each in matches if each.printed.listed and each.verdict == first.verdict), None)
        return Judgement(first.verdict, reading, _shown(matches), (), listed is None)
    forms = [word.form for word in reading.words]
    if parts := spliced(forms, matches):
        rest = [each for each in matches if each not in parts]
        return Judgement("altered", reading, _shown([*parts, *rest], len(parts)), ("spliced", *first.reasons))
    return Judgement(first.verdict, reading, _shown(matches), first.reasons)


def _rank(found: Match) -> tuple[int, bool, bool, float]:
    other = found.printed.speaker in ("other", "unknown")
    return _ORDER.index(found.verdict), not found.printed.listed, other, -found.score


def _shown(matches: Sequence[Match], least: int = 0) -> tuple[Match, ...]:
    return tuple(each for at, each in enumerate(matches[: max(_NEAREST, least)]) if at < least or each.score >= _LEAST)


def _is_told(whole: Reading, inner: Reading) -> bool:
    """Whether the words around marks say that somebody said it."""
    frame = [whole.words[number].form for number in _frame(whole, inner)]
    return len(inner.words) > 1 and any(form in CUES or form in FRAMES for form in frame)


def _frame(whole: Reading, inner: Reading) -> list[int]:
    kept = {word.start for word in inner.words}
    return [number for number, word in enumerate(whole.words) if word.start not in kept]


def _says_frame(whole: Reading, inner: Judgement, found: Judgement) -> bool:
    """Whether the words around marks are part of the statement, as the rest of `“Stay home” is not advice`."""
    if inner.reading is None or not found.nearest:
        return False
    forms, frame = [word.form for word in whole.words], _frame(whole, inner.reading)
    covered = found.nearest[0].covered
    return weighed(forms, [number for number in frame if number in covered]) >= _FRAME * weighed(forms, frame)
