"""The words by which somebody who speaks tells what another claims: "Lind says the dam is safe. That is a lie"."""

from service.regex import regex

_BEGINS = (
    r"(?:(?<=[“\"‘])|(?<=[.!?,;:] )|(?<=\band )|(?<=\bbut )|(?<=\bnow )|(?<=\bso )|(?<=\bthat )|"
    r"(?<=\bwhen )|(?<=\bif ))"
)
_BY = (
    r"(?P<by>(?:[Tt]he|[Mm]y|[Oo]ur|[Hh]is|[Hh]er) (?:[a-z’'-]+ ){0,2}[a-z’'-]+|"
    # "Her claim does not hold" is nobody's saying.
    r"(?!(?:His|Her|Its|Their|My|Our|Your|This|That|These|Those|Any|No|Such|All) )"
    r"(?:[Tt]he )?[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*)"
)
_US = r"(?:us|me|you|people|everyone|everybody|voters|workers|residents)"
SAYS = regex(
    rf"{_BEGINS}{_BY} (?P<cue>(?:\w+ly |just |now |always |also )?(?:says?|said|claims?|claimed|argues?|argued|"
    rf"tells? {_US}|told {_US}|keeps? (?:saying|telling {_US})|pretends?|would have {_US} believe|"
    rf"wants? {_US} to (?:believe|think)))"
    r"(?: that)?,? (?P<what>[^.;!?“”\"]{8,200}?)(?=[.;!?]|,?$|[,—–-]? (?:but|yet|and (?:that|it|this|none|not)|"
    r"which (?:is|was|are|were))\b)"
)
