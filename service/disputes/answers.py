"""Takes out of an article the statements that may answer a claim: those in which something denies."""

import re
from bisect import bisect_left
from itertools import chain

from service.disputes.actors import actor
from service.disputes.charged import Charged
from service.disputes.elaborating import elaborated
from service.disputes.finding import Quotes
from service.disputes.given import LONGEST, Given, given
from service.disputes.ground import Ground
from service.disputes.leading import leader
from service.disputes.narrated import Act, acts
from service.disputes.nominal import nominal_acts
from service.disputes.opposing import negation
from service.disputes.placed import Placed
from service.disputes.sentences import place
from service.disputes.sides import Side, Sides
from service.disputes.signals import Hit, about, signals
from service.disputes.traps import bygone, silences
from service.disputes.words import terms
from service.records import Answer, Quote, Signal, Span
from service.regex import regex

_NESTED = regex(
    r"\bden(?:y|ies|ied|ying)\b|\b(?:reject(?:s|ed)|dismiss(?:es|ed))\b"
    # To dismiss somebody denies nothing: "No one dismissed Mr Lind".
    r"(?! (?:him|her|me|us|anyone|anybody)\b| (?-i:(?:M(?:r|s|rs)|Dr|Professor|Father|Captain)\.? [A-Z]))",
    re.I,
)
_STANDS = regex(
    r"\b(?:position|line|view|version|account|answer|reply|response|case|story|belie\w+|maintain\w*|hold\w*|"
    r"insist\w*|found|finds?|conclud\w*|established)\b",
    re.I,
)
# Where they deny it says nothing of what: "denied it | in an interview with Radio Ister".
_TOLD_WHERE = regex(
    r"\b(?:in (?:an?|his|her|its|their|the) (?:\w+ ){0,2}?(?:interview|statement|e-?mail|letter|reply|post|message|"
    r"address|"
    r"broadcast)|on (?:television|radio|social media)|at (?:an?|the) (?:\w+ )?(?:conference|briefing)|through (?:an?|"
    r"his|her|"
    r"its|their) (?:lawyers?|spokes\w+))\b.*",
    re.S,
)
_NARRATED = 0.9
_APART = 40  # between a cue and its words: "described that | as nonsense"
_CALLS = regex(
    r"\b(?:call|descri|dub|brand|label|dismiss|reject|denounc|condemn|ridicul|derid|slam|blast|characteri|den(?:y"
    r"|ie)|refut|disput|portray|regard)\w*",
    re.I,
)
_RHETORICAL = regex(
    r"\b(?:why (?:would|should|did|do|does|on earth|in the world)|where (?:is|are|was|were)|who (?:has|would|could)|"
    r"then (?:who|why|how|where|what)|(?:do|did|would|can|could) you (?:\w+ly )?(?:think|believe|suppose|imagine|"
    r"expect|suggest)|(?:would|should|could|did|do|am|was|have) I|(?:would|should|could|did|have|were) we|"
    r"who in (?:his|her|their) right mind|what (?:for|would (?:I|we|be)|reason)|have you (?:ever|seen)|"
    r"how (?:could|can|"
    r"would)|does (?:this|that|it)|do (?:I|we|they)|since when|is that|what kind of|"
    # Would a man of 80 climb a fence? Does anyone believe it? Whoever heard of such a thing?
    r"(?:would|could|should|does|did|do|has|have|can) (?:an?|any|anyone|anybody|someone|somebody|people)|"
    r"whoever|is (?:it|there|he|she) (?:\w+ )?(?:likely|credible|plausible|possible|sensible|any)|"
    r"are (?:we|they|people) (?:\w+ )?(?:to (?:believe|think|suppose)|supposed)|"
    r"which (?:of us|sane|sensible))\b[^?]*\?",
    re.I,
)
_AGAINST = ("deny", "reject")  # of these the words tell whether it is said: "spoke of a witch-hunt"
_UNASKED = regex(r"\b(?:not|n['’]t|never|nobody|no one) (?:\w+ )?asked\b", re.I)
_EMPHATIC = regex(r"\b(?:always|fully|in full|on time|duly|indeed|in fact|complied)\b", re.I)


def answers_of(
    text: str, spans: list[Span], marks: list[int], quotes: Quotes, sides: Sides, framed: list[Placed]
) -> list[Given]:
    """All statements with a signal, in the order of the text. `framed`: the claims of frames."""
    finder = _Finder(text, spans, quotes, sides, framed)
    found_acts = (
        act
        for sentence, here in zip(spans, marks, strict=True)
        for act in chain(acts(text, sentence, here), nominal_acts(text, sentence, here))
    )
    told = [found for act in found_acts if (found := finder.of_act(act))]
    said = [found for quote in quotes.all if (found := finder.of_quote(quote))]
    answers = sorted(_joined(told, said), key=lambda one: (one.start, -one.answer.spans[-1][1]))
    return elaborated(answers) if finder.ground.whole else answers


def is_lasting(text: str, answer: Answer) -> bool:
    """Whether an answer is kept for claims of other articles: not what merely says that something was done."""
    if any(signal.purpose != "another account" for signal in answer.signals):
        return True
    return any(_EMPHATIC.search(text, *span) for span in answer.spans)


class _Finder:
    def __init__(self, text: str, spans: list[Span], quotes: Quotes, sides: Sides, framed: list[Placed]) -> None:
        self.text, self.spans, self.quotes, self.sides = text, spans, quotes, sides
        self.taken, self.names = sorted(placed.told for placed in framed), sides.stems()
        self.charged = Charged(text, spans, quotes, framed)
        self.ground = Ground(text, spans, quotes, sides, self.names)

    def of_act(self, act: Act) -> Given | None:
        """A denial told; its speaker is the quote's whose cue it is, or the one who acts before it."""
        if any(start <= act.verb[0] < end for start, end in self._taken_near(act.verb[0])):
            return None
        side = actor(self.text, act, self.quotes, self.sides) or self._meant_by(act)
        if side is None or not (side.parties or side.dependent):
            return None
        span = (min(act.verb[0], act.object[0]), max(act.verb[1], act.object[1]))
        words = self.text[slice(*act.object)] if act.object != act.verb and not act.anaphoric else ""
        words = _TOLD_WHERE.sub("", words)
        purpose = "denial of involvement" if act.relation == "denies_involvement" else "denial of truth"
        hit = Hit(Signal(act.verb, purpose), act.relation, about(words, self.names), True)
        more = signals(self.text, span, self.names, self._taken_near(act.verb[0]))
        others = tuple(one for one in more if one.plain and one.signal.purpose != "denial of truth")
        quote = self.quotes.of_cue(act.verb)
        sure = quote.confidence if quote else _NARRATED
        return given(self.ground, (span,), side, (hit, *others), sure, narrated=True)

    def _meant_by(self, act: Act) -> Side | None:
        """Whom the sentence before accuses, where a pronoun denies: "He denies wrongdoing"."""
        at = place(self.spans, act.verb[0])
        words = self.text[slice(*act.actor)].strip() if act.actor else ""
        opens = words and self.text[self.spans[at][0] :].startswith(words)
        return self.charged.meant(words, at - 1, self.sides) if opens else None

    def of_quote(self, quote: Quote) -> Given | None:
        if not quote.speakers or not self._is_told(quote) or quote.stance in ("agree", "concede"):
            return None
        if quote.stance == "ask" and not self._is_rhetorical(quote):
            return None
        hits: list[Hit] = []
        for start, end in self._stretches(quote):
            hits += signals(self.text, (start, end), self.names, self._taken_near(start))
        if self._nested(quote) or self._is_bygone(quote) or (quote.stance == "decline" and not _says_no(quote, hits)):
            return None
        if not any(hit.plain for hit in hits) and self._lets_stand(quote):
            return None
        if not hits:
            if quote.stance in ("accuse", "allege") or (not quote.speech and quote.stance in _AGAINST):
                return None
            hits = [self._account(quote)]
        return given(self.ground, quote.content, self.sides.of_mentions(quote.speakers), hits, quote.confidence)

    def _is_rhetorical(self, quote: Quote) -> bool:
        """Whether a question is an answer: "Why would I do that?"."""
        first, last = quote.content[0][0], quote.content[-1][1]
        return quote.kind == "direct" and _RHETORICAL.search(self.text, first, min(last, first + LONGEST)) is not None

    def _is_told(self, quote: Quote) -> bool:
        """Statements, and what is told as somebody's position: "Tarsk's line is that nobody was there".

        None is what somebody was not asked about.
        """
        if quote.cue is not None and _UNASKED.search(self.text, *quote.cue):
            return False
        return (
            quote.speech
            or quote.stance in _AGAINST
            or (quote.cue is not None and _STANDS.search(self.text, *quote.cue) is not None)
        )

    def _lets_stand(self, quote: Quote) -> bool:
        """Whether it is told around that they gave no answer; not where another says so: "it never answered me"."""
        return any(self._is_silent_there(quote, span) for span in silences(self.text, self._around(quote)))

    def _is_silent_there(self, quote: Quote, silence: Span) -> bool:
        """Whether they gave no answer, and nobody else: "The regulator would not comment. Corvane said it had not"."""
        inside = self.quotes.around(silence)
        if inside is not None:
            return not {one.name for one in quote.speakers}.isdisjoint(one.name for one in inside.speakers)
        at = place(self.spans, silence[0])
        if at < 0 or at == place(self.spans, quote.content[0][0]) or not self.ground.whole:
            return True
        leads = leader(self.text, self.spans[at][0], silence[0], self.quotes)
        side = self.sides.of_mentions(quote.speakers)
        return leads is None or side.dependent or bool({*side.parties} & {*self.sides.of_mentions((leads,)).parties})

    def _around(self, quote: Quote) -> Span:
        """From the sentence before to the end: "He did not deny it. They were hungry, he said"."""
        start = min(quote.content[0][0], quote.cue[0] if quote.cue else quote.content[0][0])
        end = max(quote.content[-1][1], quote.cue[1] if quote.cue else 0)
        before = place(self.spans, start) - 1
        first = self.spans[before][0] if before >= 0 else start
        # "It would not comment on Friday but said in May that": silent before, not there.
        turn = self.text.rfind(" but ", first, quote.cue[0]) if quote.cue else -1
        return max(first, turn), min(end, start + LONGEST)

    def _account(self, quote: Quote) -> Hit:
        inside = (negation(self.text, span) for span in quote.content)
        said = next((span for span in inside if span), None)
        words = " ".join(self.text[start:end] for start, end in quote.content)
        signal = Signal(said, "polarity") if said else Signal(quote.cue or quote.content[0], "another account")
        return Hit(signal, "denies", terms(words[:LONGEST]), False)

    def _is_bygone(self, quote: Quote) -> bool:
        """Whether it is told as said long ago; dates within what was said do not count: "it paid in 2019"."""
        if quote.cue is None or quote.kind != "indirect":
            return False
        at = place(self.spans, quote.cue[0])
        if at < 0:
            return False
        start, end = self.spans[at]
        told = max((last for _, last in quote.content if start <= last <= quote.cue[0]), default=start)
        return bygone(self.text, (told, end), quote.cue)

    def _nested(self, quote: Quote) -> bool:
        """Whether the words report a denial of somebody else: "Lind said the ministry had denied it"."""
        for start, end in quote.content:
            for match in _NESTED.finditer(self.text, start, min(end, start + LONGEST)):
                before = re.findall(r"[\w’']+", self.text[start : match.start()])
                if not any(word.lower() in ("i", "we") for word in before[-5:]):
                    return True
        return False

    def _stretches(self, quote: Quote) -> list[Span]:
        """The sentences of the content; the first with its cue where that stands before it: called them | "lies"."""
        found: list[Span] = []
        for start, end in quote.content:
            first, last = place(self.spans, start), place(self.spans, max(start, end - 1))
            for at in range(max(first, 0), min(last, first + 40) + 1):
                low, high = self.spans[at]
                found.append((max(start, low), min(end, high)))
        if quote.cue and found and 0 <= found[0][0] - quote.cue[1] <= _APART and _CALLS.search(self.text, *quote.cue):
            found[0] = (quote.cue[0], found[0][1])
        return [span for span in found if span[0] < span[1]]

    def _taken_near(self, at: int) -> list[Span]:
        here = place(self.taken, at)
        return self.taken[max(0, here - 4) : here + 5]


def _says_no(quote: Quote, hits: list[Hit]) -> bool:
    """Whether words before the cue deny plainly, whose "not" was taken for the cue's: "That is not so, he said"."""
    before = quote.cue is not None and quote.content[-1][1] <= quote.cue[0]
    return before and any(hit.plain for hit in hits)


def _joined(told: list[Given], said: list[Given]) -> list[Given]:
    """One answer a statement: a denial told and the quote that holds its words are one."""
    kept = []
    for one in said:
        span = (one.start, one.answer.spans[-1][1])
        near = bisect_left(told, span[0], key=lambda act: act.start)
        if not any(_covers(act.answer.spans[0], span) for act in told[max(0, near - 3) : near + 3]):
            kept.append(one)
    return told + kept


def _covers(span: Span, other: Span) -> bool:
    return span[0] < other[1] and other[0] < span[1]
