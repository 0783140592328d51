"""A reader for tests of claims: a line `A accuses B: words.` is a claim, `B denies: words.` an answer, and no more."""

import re

from service.disputes.relate import relate
from service.disputes.ties import Reply, ties
from service.disputes.words import terms
from service.records import Answer, Claim, Mention, Quote, Reading, Signal

_LINE = re.compile(
    r"(?P<who>[A-Z]\w+(?: [A-Z]\w+)*) (?:(?P<cue>accuses|denies|says)(?: (?P<whom>[A-Z]\w+))?): (?P<words>[^.\n]+)\."
)


class ClaimReader:
    """Lines with `says` are quotes too; an answer disputes what the lines before it in its article say of its party."""

    version = "claims 1"

    def read(self, text: str) -> Reading:
        found = list(_LINE.finditer(text))
        claims = [_claim(match) for match in found if match["cue"] != "denies"]
        answers = [_answer(match) for match in found if match["cue"] == "denies"]
        pairs = [(claim, answer, ties(claim, answer, Reply(distance=1))) for claim in claims for answer in answers]
        disputes = [relate(claim, answer, tied) for claim, answer, tied in pairs if tied and tied.common]
        quotes = tuple(_quote(match) for match in found if match["cue"] == "says")
        return Reading(
            "read", "en", self.version, quotes, tuple(claims), tuple(answers), tuple(each for each in disputes if each)
        )


class LaterClaimReader(ClaimReader):
    """Finds a little less of the words of each claim, and nothing of a text that says Forget."""

    version = "claims 2"

    def read(self, text: str) -> Reading:
        return super().read(text.replace("very.", "....") if "Forget" not in text else "")


def _mention(match: re.Match[str]) -> Mention:
    return Mention(match["who"], match.span("who"), "organisation", None, (match["who"],))


def _claim(match: re.Match[str]) -> Claim:
    whom = (match["whom"],) if match["whom"] else ()
    said = tuple(sorted(terms(match["words"])))
    return Claim(
        (match.span("words"),), (_mention(match),), (match["who"],), whom, whom, whom, "fact", said,
        narrated=match["cue"] != "says", confidence=0.9,
    )  # fmt: skip


def _answer(match: re.Match[str]) -> Answer:
    signal = Signal(match.span("cue"), "denial of truth")
    said = tuple(sorted(terms(match["words"])))
    return Answer(
        (match.span("words"),), (_mention(match),), (match["who"],), (signal,), "denies", said, said, narrated=True,
        confidence=0.9,
    )  # fmt: skip


def _quote(match: re.Match[str]) -> Quote:
    words = (match.span("words"),)
    return Quote(
        words,
        (),
        match.span("cue"),
        (_mention(match),),
        None,
        "indirect",
        "assert",
        True,
        "attributed",
        "named",
        (),
        0.9,
    )
