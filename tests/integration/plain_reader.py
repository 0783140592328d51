"""A reader for tests of the store: finds `"words" said Name [kind, role]` and nothing else."""

import re

from service.records import Mention, Quote, Reading

_QUOTE = re.compile(
    r'"(?P<words>[^"]+)" (?P<cue>said|denied) (?P<who>[^.\[]+)(?:\[(?P<kind>\w+)(?:, (?P<role>[^\]]+))?\])?\.'
)


class PlainReader:
    version = "plain 1"

    def __init__(self) -> None:
        self.read_texts: list[str] = []

    def read(self, text: str) -> Reading:
        self.read_texts.append(text)
        if text.startswith("Bonjour"):
            return Reading("unsupported_language", "fr", self.version)
        return Reading("read", "en", self.version, tuple(_quote(match) for match in _QUOTE.finditer(text)))


def _quote(match: re.Match[str]) -> Quote:
    named = match["who"].strip() != "nobody"
    content = match.span("words")
    return Quote(
        content=(content,),
        quoted=(content,),
        cue=match.span("cue"),
        speakers=tuple(_mentions(match)) if named else (),
        via=None,
        kind="direct",
        stance="deny" if match["cue"] == "denied" else "assert",
        speech=True,
        attribution="attributed" if named else "unattributed",
        reason="named beside the words" if named else "no source",
        candidates=(),
        confidence=0.97 if named else 0.0,
    )


def _mentions(match: re.Match[str]):
    start = match.start("who")
    for name in match["who"].strip().split(" and "):
        at = start + match["who"].index(name)
        yield Mention(name, (at, at + len(name)), match["kind"] or "person", match["role"], (name, name.split()[-1]))
