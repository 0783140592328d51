"""Finds where a printed statement holds the very words that are asked for, and what is left out between them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from service.verifying.asked import Piece, Reading
from service.verifying.function_words import AUXILIARIES, PRONOUNS, is_content, is_negation
from service.verifying.printed import Printed
from service.verifying.words import Word

_MOST_AT_BRACKET = 4  # words of the printing for which a bracket may stand
_REPLACED = PRONOUNS | AUXILIARIES | {"the", "a", "an"}
_ENOUGH, _TELLING = 5, 2  # words; words of content among fewer
_LEAST_PIECE = 2  # words between two cuts: single ones can be picked out of anything
_MOST_PIECES = 40


@dataclass(frozen=True, slots=True)
class Placed:
    """Where words stand in a statement: the numbers of its words, and of those that cuts leave out."""

    numbers: tuple[int, ...]
    left_out: tuple[range, ...] = ()
    words: tuple[Word, ...] = ()  # those asked for, one for each number: hyphened ones may be parted or joined

    def is_own(self, printed: Printed) -> bool:
        """Whether all of them stand inside marks."""
        return all(printed.is_own[number] for number in self.numbers)


@dataclass(frozen=True, slots=True)
class Row:
    """Words of a statement that count, and one text of them, in which places are found fast."""

    numbers: Sequence[int]
    forms: list[str]
    text: str
    starts: Mapping[int, int]  # of a word in the text, with its place in the row

    @staticmethod
    def of(numbers: Sequence[int], printed: Printed) -> "Row":
        """The row of these words of a statement."""
        forms = [printed.forms[number] for number in numbers]
        ends = accumulate(len(form) + 1 for form in forms)
        return Row(numbers, forms, _text(forms), dict(zip((0, *ends), range(len(forms)), strict=False)))

    def places(self, wanted: Sequence[str]) -> Iterator[int]:
        """Where these words stand together."""
        text, at = _text(wanted), -1
        while (at := self.text.find(text, at + 1)) >= 0:
            yield self.starts[at]


def _text(forms: Sequence[str]) -> str:
    # Each word after a blank, and one behind all: nothing is found within a word.
    return " ".join(["", *forms, ""])


def place(reading: Reading, printed: Printed) -> Placed | None:
    """The place of what is asked for in a statement, inside marks if it stands there; None if it stands nowhere."""
    pieces = _joined(reading.pieces)
    if len(pieces) > _MOST_PIECES or sum(len(piece.words) for piece in pieces) > 2 * len(printed.words):
        return None
    pieces = [_hyphened_alike(piece, printed) for piece in pieces]
    if not all(word.form in printed.known for piece in pieces for word in piece.words):
        return None
    tried = ([Row.of(numbers, printed) for numbers in stretches] for stretches in _rows(printed))
    return next((found for stretches in tried if (found := _placed(pieces, stretches))), None)


def _rows(printed: Printed) -> Iterator[Sequence[Sequence[int]]]:
    """The stretches in which words may stand, those inside marks first; each also without what the printing puts in."""
    every = range(len(printed.words))
    own = [number for number in every if printed.is_own[number]]
    if len(own) < len(every):
        yield _stretches(own, printed)
    if printed.put_in:
        yield _stretches([number for number in own if number not in printed.put_in], printed)
    yield [every]
    if printed.put_in:
        yield [[number for number in every if number not in printed.put_in]]


def is_enough(reading: Reading, placed: Placed, printed: Printed) -> bool:
    """Whether the words can only come from there: a stretch or sentence as a whole, or a part that says something."""
    forms = [word.form for word in reading.words]
    chains = _chains(_joined(reading.pieces))
    if len(forms) >= _ENOUGH:
        return len(chains) == 1 or all(sum(len(piece.words) for piece in chain) >= _LEAST_PIECE for chain in chains)
    if _is_whole(placed, printed):
        return True
    return len(chains) == 1 and sum(map(is_content, forms)) >= _TELLING


def _is_whole(placed: Placed, printed: Printed) -> bool:
    first, last = placed.numbers[0], placed.numbers[-1]
    if last - first + 1 != len(placed.numbers):
        return False
    own = printed.is_own
    begins = printed.pauses[first] == "." or (own[first] and not own[first - 1])
    ends = printed.pauses[last + 1] == "." or (own[last] and not own[last + 1])
    return begins and ends


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that have words; a cut beside a bracket is a cut."""
    found: list[Piece] = []
    joints: list[Piece] = []
    for piece in pieces:
        joints.append(piece)
        if piece.words:
            cut = any(each.joint == "cut" for each in joints)
            put_in = tuple(form for each in joints for form in each.put_in)
            found.append(Piece(piece.words, "cut" if cut or not found else "bracket", put_in))
            joints = []
    return found


def _placed(pieces: Sequence[Piece], stretches: Sequence[Row]) -> Placed | None:
    """No words between two cuts may reach from one stretch into another."""
    found: list[int] = []
    left_out: list[range] = []
    at = 0
    for chain in _chains(pieces):
        hit = next((hit for row in stretches if (hit := _chain_in(row, chain, at))), None)
        if hit is None:
            return None
        if found:
            left_out.append(range(found[-1] + 1, hit[0]))
        found += hit
        at = found[-1] + 1
    return Placed(tuple(found), tuple(left_out), tuple(word for piece in pieces for word in piece.words))


def _stretches(numbers: Sequence[int], printed: Printed) -> list[list[int]]:
    """The numbers parted where the statement has words between them that its own brackets do not put in."""
    rows: list[list[int]] = [list(numbers[:1])]
    for before, number in pairwise(numbers):
        if all(between in printed.put_in for between in range(before + 1, number)):
            rows[-1].append(number)
        else:
            rows.append([number])
    return rows


def _chains(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces between two cuts; within a chain only brackets part them."""
    chains: list[list[Piece]] = []
    for piece in pieces:
        if piece.joint == "cut":
            chains.append([])
        chains[-1].append(piece)
    return chains


def _chain_in(row: Row, chain: Sequence[Piece], at: int) -> list[int] | None:
    wanted = [[word.form for word in piece.words] for piece in chain]
    failed: set[tuple[int, int]] = set()

    def rest(number: int, end: int) -> list[int] | None:
        """The numbers of the pieces from `number` on, where the piece before ends at `end`."""
        if number == len(chain):
            return []
        for start in range(end, end + _MOST_AT_BRACKET + 1):
            after = start + len(wanted[number])
            if (number, start) in failed or row.forms[start:after] != wanted[number]:
                continue
            if _may_replace(row.forms[end:start], chain[number]) and (found := rest(number + 1, after)) is not None:
                return [*row.numbers[start:after], *found]
            failed.add((number, start))
        return None

    for start in row.places(wanted[0]):
        end = start + len(wanted[0])
        if row.numbers[start] >= at and (found := rest(1, end)) is not None:
            return [*row.numbers[start:end], *found]
    return None


def _may_replace(left_out: Sequence[str], piece: Piece) -> bool:
    """Whether a bracket may stand for these words of the printing."""
    if tuple(left_out) == piece.put_in:
        return True
    return all(form in _REPLACED and not is_negation(form) for form in left_out)


def _hyphened_alike(piece: Piece, printed: Printed) -> Piece:
    """The piece with its hyphened words joined or parted as the printing has them."""
    if not printed.hyphened:
        joined: Sequence[Word] = piece.words
    else:
        joined = [part for word in piece.words for part in _parted(word, printed)]
    return replace(piece, words=tuple(_joined_words(joined, printed)))


def _parted(word: Word, printed: Printed) -> list[Word]:
    parts = printed.hyphened.get(word.form)
    if parts is None or word.form in printed.known:
        return [word]
    return [Word(form, word.start, word.end) for form in parts]


def _joined_words(words: Sequence[Word], printed: Printed) -> list[Word]:
    found: list[Word] = []
    for word in words:
        one = found[-1].form + word.form if found else ""
        # A hyphen is one character; "now here" stays two words, whatever "nowhere" may say.
        if found and word.hyphened and word.start - found[-1].end == 1 and one in printed.known:
            word = Word(one, found.pop().start, word.end)
        found.append(word)
    return found
