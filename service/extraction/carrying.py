"""Words in marks that no cue of their own claims: whose speaker goes on in them, if that can be known."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from service.extraction.chains import Chains
from service.extraction.marks import Quotation
from service.extraction.names.cores import is_lexical
from service.extraction.sharing import STOP, Attribution, Page
from service.extraction.tellers import is_of_some_voice, teller_behind
from service.records import Span
from service.regex import regex

_CAPITALS = r"[A-ZÀ-Þ][\w’'\-]*\.?"
# A name, an office or a pronoun, then a verb or an apposition; "On" begins sentences too, but no name follows it.
_SUBJECT = regex(
    rf"((?:He|She)|The [a-z-]+(?: [a-z-]+)?(?= (?:[a-z]+(?:ed|s)|was|did|had|wasn[’']t|didn[’']t)\b)"
    rf"|{_CAPITALS}(?: {_CAPITALS}){{0,4}})(?:,| (?=[a-z]))"
)
# Her lawyer, Iker Zubiri, nodded.
_APPOSED_SUBJECT = regex(
    rf"(?:Her|His|Their|Its|The)(?: [a-z-]+){{1,4}}, ({_CAPITALS}(?: {_CAPITALS}){{0,4}}), (?=[a-z])"
)
_FULL_NAME = regex(rf"{_CAPITALS}(?: {_CAPITALS}){{1,4}}")
_PRONOUN = regex(r"(?:he|she|they|it|we|i|who|which)$", re.IGNORECASE)
_FIRST_PERSON = regex(r"(?:i|we)$", re.IGNORECASE)
# The paragraph below a quotation says whose it was: "That is how Lind began", "So says Okoro".
_INTRODUCED = regex(
    rf"(?:(?:That is|That’s|That's|This is|Thus|So) (?:how|what)|(?:So|Thus) (?:says|said|spoke|wrote|writes|began)|"
    rf"(?:Those|These|Such) (?:are|were) the words of|With (?:those|these) words,?) "
    rf"({_CAPITALS}(?: {_CAPITALS}){{0,4}})"
)
_ENDED_LINE = regex(r"[.!?][”\"’')\]]*[^\S\n]*\n")
_CHAIN = 40  # paragraphs of one quotation
_SENTENCE = 400  # characters looked back over for the sentence before a quotation
_BESIDE = 12  # attributions on either side that may speak of the same sentence; more would be slow on hostile texts


def keep_to_paragraph(text: str, page: Page, groups: Iterable[Attribution]) -> None:
    """Drops words outside marks, and sources behind the end of a sentence, that are tied to a cue of another paragraph.

    A reporter does not go on so: "... read: 'Sleep well.'" in one, and "Lind, his lawyer, smiled" in the next.
    """
    for group in groups:
        if group.cue:
            home = page.line(group.cue[0])
            group.content = [span for span in group.content if page.within(span[0]) or page.line(span[0]) == home]
            group.sources = [span for span in group.sources if not _is_parted(text, group.cue, span)]
            group.content = _of_sentence(text, page, group.content, group.cue)


def _of_sentence(text: str, page: Page, content: list[Span], cue: Span) -> list[Span]:
    """The contents without words outside marks of a sentence before the cue's, where others stand behind the cue.

    "The petition has 4,000 names. Lind said many came from abroad": she did not say how many it has.
    """
    if not any(span[0] >= cue[1] and not page.within(span[0]) for span in content):
        return content
    return [
        span
        for span in content
        if span[0] >= cue[1] or page.within(span[0]) or not page.sentence_ends(text, span[0], cue[0])
    ]


def _is_parted(text: str, cue: Span, source: Span) -> bool:
    """Whether a paragraph and its sentence end between two places; a line alone may end anywhere."""
    between = text[min(cue[1], source[1]) : max(cue[0], source[0])]
    return "\n" in between and _ENDED_LINE.search(between) is not None


def carry(text: str, page: Page, loose: list[Quotation], found: list[Attribution]) -> list[Attribution]:
    """Adds an attribution for each quotation in `loose`, and for those that a cue far off cannot be sure of."""
    settled = _Settled(text, page, found)
    unsure = [one for group in found for one in settled.detached(group)]
    kept = [group for group in found if group.content]
    chains, after = Chains(page, kept), _Settled(text, page, kept)
    unsure = [one for one in unsure if not chains.take_in(one)]
    tied = (after.tied(quotation) for quotation in loose)
    return [*kept, *unsure, *(one for one in tied if not chains.take_in(one))]


def _is_of_one(paragraph: str) -> bool:
    """Whether a paragraph above a quotation tells of one person: two sentences at most, and no second full name."""
    names = {match.group().split()[-1] for match in _FULL_NAME.finditer(paragraph)}
    return len(STOP.findall(paragraph.rstrip())) < 2 and len(names) < 2


def _is_no_name(subject: str) -> bool:
    """And, Tuesday: what opens a sentence with a capital, He and She left out."""
    return not _PRONOUN.fullmatch(subject) and all(map(is_lexical, subject.split()))


class _Settled:
    """The attributions of an article that have a cue, in text order."""

    def __init__(self, text: str, page: Page, found: list[Attribution]) -> None:
        self.text, self.page = text, page
        self.order = sorted(found, key=lambda one: one.content[0])
        self.starts = [one.content[0][0] for one in self.order]

    def detached(self, group: Attribution) -> list[Attribution]:
        """Takes quotations of other paragraphs away from a cue, unless the convention of the marks carries them."""
        gone: list[Attribution] = []
        spans, group.content = sorted(group.content), []
        open_line = -1  # where a quotation stands that goes on in the paragraph below
        for span in spans:
            quotation = self.page.within(span[0])
            rivals = self._rivals(group, quotation) if quotation and group.cue else []
            if quotation and gone and open_line == self.page.line(span[0]) - 1:
                gone[-1].content.append(span)
            elif quotation and rivals:
                gone.append(
                    self._of_one_told(quotation)
                    or self._answer(group, span)
                    or Attribution([span], strength=0.5, how="loose", rivals=rivals)
                )
            else:
                group.content.append(span)
                continue
            open_line = self.page.line(span[0]) if quotation and quotation.continues else -1
        return gone

    def tied(self, quotation: Quotation) -> Attribution:
        """A quotation without a cue: of the one shown beside it, of whoever speaks before it, else of whoever after."""
        if is_of_some_voice(self.text, quotation.closed_at):
            return Attribution([(quotation.start, quotation.end)], strength=0.5, how="loose")
        told = self._of_one_told(quotation) or self._of_one_behind(quotation)
        if told:
            return told
        start, end = self.page.lines[self.page.line(quotation.start)]
        at = bisect_left(self.starts, quotation.start)
        before, after = self.order[at - 1] if at else None, self.order[at] if at < len(self.order) else None
        one = Attribution([(quotation.start, quotation.end)], strength=0.5, how="loose")
        if before and self.starts[at - 1] >= start:
            rivals = self._speakers(start, quotation.start) if not self._is_quoted(before) else []
            one.how = "adjacent"
            one.follows, one.rivals = (None, rivals) if len(rivals) > 1 else (before, [])
        elif after and self.starts[at] < end:
            one.how, one.follows = "adjacent", after
        elif before and self._opens_line(quotation):
            sure = self._goes_on(before, self.page.line(quotation.start))
            one.how, one.follows, one.rivals = ("continued", before, []) if sure else ("loose", None, [before])
        return one

    def _rivals(self, group: Attribution, quotation: Quotation) -> list[Attribution]:
        """Who else may have said a quotation that the network gave to this cue; nobody when the tie is safe.

        `group.content` holds what was already found to be safe, in text order.
        """
        cue = group.cue or (0, 0)
        home, there = self.page.line(cue[0]), self.page.line(quotation.start)
        if there != home:
            return [] if self._carried_over(group, quotation, there, home) else [group]
        if quotation.start < cue[0] or not self.page.sentence_ends(self.text, cue[1], quotation.opened_at):
            return []
        if self._is_of_another_shown(group, quotation):
            return [group]
        if any(self.page.within(other[0]) for other in group.content):
            return []
        others = self._speakers(self.page.lines[home][0], quotation.start)
        return others if len(others) > 1 else []

    def _is_of_another_shown(self, group: Attribution, quotation: Quotation) -> bool:
        """Whether the sentence before a quotation shows somebody else than the source of its cue:
        "No," Olav Rystad said. Berit Rystad shook her head. "He hears what he wants."
        """
        shown = self._of_one_shown(quotation)
        if not shown or not group.sources:
            return False
        name, source = (self.text[slice(*one.sources[0])] for one in (shown, group))
        named = name[:1].isupper() and not name.startswith("The ") and not _PRONOUN.match(name)
        return named and not set(name.split()) <= set(source.split())

    def _carried_over(self, group: Attribution, quotation: Quotation, there: int, home: int) -> bool:
        """A colon before, a quotation left open, or the same speaker's quotation at the end of the paragraph."""
        if self._asks(group):
            return False
        if there < home:
            return self._runs_on_to(quotation, home)
        if not self._opens_line(quotation):
            return False
        if there - 1 == home and self._ends_with_colon(home):
            return True
        return any(self.page.line(span[0]) == there - 1 and self.page.within(span[0]) for span in group.content)

    def _runs_on_to(self, quotation: Quotation, home: int) -> bool:
        """Whether a quotation left open goes on from paragraph to paragraph up to that of the cue."""
        if not quotation.continues:
            return False
        at = bisect_left(self.page.outer, quotation.start, key=lambda other: other.start)
        for following in self.page.outer[at + 1 : at + 1 + _CHAIN]:
            if not quotation.continues or self.page.line(following.start) != self.page.line(quotation.start) + 1:
                break
            quotation = following
        return self.page.line(quotation.start) in (home - 1, home)

    def _asks(self, group: Attribution) -> bool:
        """Whether the reporter is the source: "Why is it closed?" I asked."""
        return bool(group.sources) and bool(_FIRST_PERSON.match(self.text[slice(*group.sources[0])].strip()))

    def _answer(self, group: Attribution, span: Span) -> Attribution | None:
        """The words below the reporter's question: of whoever spoke before, if that is one person."""
        if not self._asks(group) or not group.content or span[0] < group.content[0][0]:
            return None
        at = bisect_left(self.starts, group.content[0][0])
        before = [one for one in self.order[max(0, at - _BESIDE) : at] if one.sources and not self._asks(one)]
        return Attribution([span], strength=0.8, how="answer", rivals=[*before, group])

    def _of_one_told(self, quotation: Quotation) -> Attribution | None:
        return self._of_one_shown(quotation) or self._of_one_introduced(quotation)

    def _of_one_behind(self, quotation: Quotation) -> Attribution | None:
        """The quotation as said by whoever is named behind a verb right behind it, which the network passed over."""
        found = teller_behind(self.text, quotation.end, quotation.closed_at)
        if found is None:
            return None
        return Attribution([(quotation.start, quotation.end)], found[0], [found[1]], strength=0.7)

    def _of_one_introduced(self, quotation: Quotation) -> Attribution | None:
        """The quotation, a paragraph of its own, as said by whom the next paragraph says it was."""
        line = self.page.line(quotation.start)
        last = line + 1 == len(self.page.lines)
        below = self.page.lines[line + 1] if self._stands_alone(quotation) and not last else (0, 0)
        match = _INTRODUCED.match(self.text, *below)
        if not match:
            return None
        words = [(quotation.start, quotation.end)]
        return Attribution(words, sources=[match.span(1)], strength=0.9, how="introduced")

    def _of_one_shown(self, quotation: Quotation) -> Attribution | None:
        """The quotation as said by whoever does something in the sentence right before: Lind shrugged. "No."

        The sentence has to begin with a name or a pronoun, and to report nothing itself.
        """
        opened = quotation.opened_at
        line = self.page.line(quotation.start)
        above = line > 0 and self._stands_alone(quotation)
        start = max(self.page.lines[line - above][0], opened - _SENTENCE)
        before = self.text[start:opened]
        if not re.search(r"[.!?]\s+$", before) or (above and not _is_of_one(before)):
            return None
        stops = [start + match.end() for match in STOP.finditer(before.rstrip())]
        sentence = stops[-1] if stops else start
        subject = _APPOSED_SUBJECT.match(self.text, sentence, opened) or _SUBJECT.match(self.text, sentence, opened)
        if not subject or _is_no_name(subject[1]) or self._reports(sentence, opened):
            return None
        return Attribution([(quotation.start, quotation.end)], sources=[subject.span(1)], strength=0.5, how="shown")

    def _reports(self, start: int, end: int) -> bool:
        at = bisect_left(self.starts, end)
        near = [one for one in self.order[max(0, at - _BESIDE) : at + _BESIDE] if one.content]
        places = ((one.content[0][0], one.content[-1][1] - 1, one.cue[0] if one.cue else -1) for one in near)
        return any(start <= place < end for three in places for place in three)

    def _goes_on(self, before: Attribution, line: int) -> bool:
        """Whether a paragraph of nothing but a quotation goes on with the speaker of the paragraph before."""
        near = self.page.line(before.content[-1][0]) == line - 1
        if line and self._ends_with_colon(line - 1):
            return near or (before.cue is not None and self.page.line(before.cue[0]) == line - 1)
        return near and self._is_quoted(before)

    def _opens_line(self, quotation: Quotation) -> bool:
        start = self.page.lines[self.page.line(quotation.start)][0]
        return quotation.opened_at - start < _SENTENCE and not self.text[start : quotation.opened_at].strip()

    def _stands_alone(self, quotation: Quotation) -> bool:
        end = self.page.lines[self.page.line(quotation.start)][1]
        return self._opens_line(quotation) and not self.text[quotation.closed_at : end].strip()

    def _ends_with_colon(self, line: int) -> bool:
        start, end = self.page.lines[line]
        return self.text[max(start, end - _BESIDE) : end].rstrip().endswith(":")

    def _is_quoted(self, one: Attribution) -> bool:
        return any(self.page.within(span[0]) or self.page.within(span[1] - 1) for span in one.content)

    def _speakers(self, start: int, end: int) -> list[Attribution]:
        """One attribution for each different source whose words begin in text[start:end], pronouns left out."""
        different: dict[str, Attribution] = {}
        high = bisect_left(self.starts, end)
        for one in self.order[max(bisect_left(self.starts, start), high - _BESIDE) : high]:
            words = self.text[slice(*one.sources[0])].strip() if one.sources and one.content else ""
            if words and not _PRONOUN.match(words):
                different.setdefault(words.split()[-1].lower(), one)
        return list(different.values())
