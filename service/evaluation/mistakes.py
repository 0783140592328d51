"""Names what went wrong, statement by statement, so that the commonest kinds of errors can be looked at."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service.evaluation.annotations import Found, Statement
from service.evaluation.comparison import Comparison
from service.evaluation.words import Words
from service.records import Span

_EXAMPLES = 3
_AROUND = 40  # code points of context on either side
_MOST = 90  # code points of the words themselves; of longer ones the middle is left out


@dataclass(frozen=True, slots=True)
class Mistake:
    """One error: its kind, where it is, and what was annotated and what was found there, in few words."""

    kind: str
    article: str
    span: Span
    context: tuple[str, str, str]  # before, the words themselves, after
    wanted: str | None
    found: str | None


@dataclass(frozen=True, slots=True)
class KindOfMistake:
    """All errors of one kind, in the order of their articles."""

    kind: str
    mistakes: tuple[Mistake, ...]

    @property
    def examples(self) -> tuple[Mistake, ...]:
        """A few of them from all over the articles."""
        step = -(-len(self.mistakes) // _EXAMPLES)
        return self.mistakes[::step]


def commonest(comparisons: Iterable[Comparison]) -> list[KindOfMistake]:
    """The kinds of errors, the commonest first. One statement may show several: cut short, and its speaker wrong."""
    kinds: dict[str, list[Mistake]] = defaultdict(list)
    for comparison in comparisons:
        for mistake in mistakes(comparison):
            kinds[mistake.kind].append(mistake)
    ordered = sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0]))
    return [KindOfMistake(kind, tuple(found)) for kind, found in ordered]


def mistakes(comparison: Comparison) -> Iterator[Mistake]:
    """The errors of one article."""
    for here, (wanted, words) in enumerate(comparison.wanted):
        if here in comparison.pairs:
            found, others = comparison.found[comparison.pairs[here]]
            for kind in (*_of_content(words, others), *_of_speaker(comparison, wanted, found), *_of_cue(wanted, found)):
                yield _mistake(comparison, kind, words, wanted, found)
        else:
            kind = _missed(comparison, wanted, words)
            yield _mistake(comparison, kind, words, wanted, None)
    for there, (found, words) in enumerate(comparison.found):
        if there not in comparison.pairs_back and (invented := _invented(comparison, found, words)):
            yield _mistake(comparison, invented, words, None, found)


def _of_content(wanted: Words, found: Words) -> Iterator[str]:
    """Where the content ends too early or too late, by the side on which most words differ."""
    missing, extra = wanted - found, found - wanted
    if missing:
        yield f"content cut short {_side(missing, wanted & found)}"
    if extra:
        yield f"content runs over {_side(extra, wanted & found)}"


def _side(words: Words, shared: Words) -> str:
    before = sum(word < min(shared) for word in words)
    after = sum(word > max(shared) for word in words)
    inside = len(words) - before - after
    return {before: "at the beginning", inside: "inside", after: "at the end"}[max(before, inside, after)]


def _of_speaker(comparison: Comparison, wanted: Statement, found: Found) -> Iterator[str]:
    if not wanted.source:
        if found.attributed:
            yield "speaker found where none is known"
        return
    shown = _shown(comparison, wanted)
    if not found.attributed:
        yield f"no speaker found: {shown}"
        return
    speaker = comparison.speaker(wanted, found)
    if not speaker.right:
        yield f"wrong speaker: {shown}"
    elif speaker.known and not speaker.name:
        yield f"right mention, wrong name: {shown}"


def _shown(comparison: Comparison, wanted: Statement) -> str:
    """How the text shows the speaker of a statement."""
    if wanted.source_type == "named":
        return "by a single name" if len(comparison.words.of(wanted.source)) == 1 else "by a full name"
    return {"pronoun": "by a pronoun", "nominal": "by a noun"}.get(wanted.source_type, "not beside the words")


def _of_cue(wanted: Statement, found: Found) -> Iterator[str]:
    if wanted.speech is not None and wanted.speech != found.speech:
        yield "statement taken for an attitude" if wanted.speech else "attitude taken for a statement"
    if wanted.stance is not None and wanted.stance != found.stance:
        yield f"stance {wanted.stance} read as {found.stance}"


def _missed(comparison: Comparison, wanted: Statement, words: Words) -> str:
    """Why a statement has no counterpart: nothing was found there, or too much or too little."""
    shared = [(len(words & others), others) for _, others in comparison.found]
    most, others = max(shared, key=lambda each: each[0], default=(0, words))
    if not most:
        return f"no {_sort(wanted.kind, wanted.is_speech)} found"
    if 2 * most < len(words):
        return "found in small part only"
    return "found as part of something longer" if len(others) > len(words) else "found with another extent"


def _invented(comparison: Comparison, found: Found, words: Words) -> str | None:
    """What was found without a counterpart; None where the statement that it belongs to is named already."""
    touching = [here for here, (_, others) in enumerate(comparison.wanted) if words & others]
    if not touching:
        return f"{_sort(found.kind, found.speech)} found where none is"
    if all(here in comparison.pairs for here in touching):
        return "one statement found as two"
    return None


def _sort(kind: str, speech: bool) -> str:
    return f"{kind} statement" if speech else f"{kind} attitude"


def _mistake(comparison: Comparison, kind: str, words: Words, wanted: Statement | None, found: Found | None) -> Mistake:
    start, end = comparison.words.span(words)
    text = comparison.words.text
    context = (text[max(0, start - _AROUND) : start], _shortened(text[start:end]), text[end : end + _AROUND])
    return Mistake(kind, comparison.name, (start, end), context, _wanted(comparison, wanted), _found(comparison, found))


def _shortened(words: str) -> str:
    return words if len(words) <= _MOST else f"{words[: _MOST // 2]} … {words[-_MOST // 2 :]}"


def _wanted(comparison: Comparison, wanted: Statement | None) -> str | None:
    if wanted is None:
        return None
    printed = " ".join(comparison.words.text[start:end] for start, end in wanted.source)
    name = f" ({wanted.speaker})" if wanted.speaker and wanted.speaker != printed else ""
    return f"{printed or 'nobody'}{name}: {_ends(comparison, wanted)}"


def _found(comparison: Comparison, found: Found | None) -> str | None:
    if found is None:
        return None
    return f"{found.speaker_name or 'nobody'}: {_ends(comparison, found)}"


def _ends(comparison: Comparison, each: Statement | Found) -> str:
    """First and last words of a content, which show where it was cut."""
    text = " … ".join(comparison.words.text[start:end] for start, end in each.content)
    words = text.split()
    return text if len(words) <= 8 else f"{' '.join(words[:4])} … {' '.join(words[-4:])}"
