"""The form of a wording that denies, and the parts that many of them share."""

import re
from dataclasses import dataclass

from service.disputes.cues import cue
from service.records import Relation
from service.regex import regex

NOT = r"(?:not|never|n['’]t)"
CLAIM = (
    r"(?:claims?|allegations?|accusations?|charges?|reports?|rumou?rs?|suggestions?|assertions?|insinuations?|"
    r"stor(?:y|ies)|versions?|accounts?|narratives?|lawsuits?|complaints?|notions?|remarks|findings?|conclusions?|"
    r"criticisms?|reproach(?:es)?|imputations?|indictment|statements?|smears?|figures?|numbers?|pictures?|descriptions?|portrayals?|views?)"
)
PROOF = r"(?:evidence|proofs?|basis|grounds?|foundation|facts?|substance|confirmation|substantiation|merit|truth)"


@dataclass(frozen=True, slots=True)
class Wording:
    """A pattern of words in lower case; its group `about`, if any, holds what is denied.

    `plain`: it denies whatever claim is spoken of.
    """

    purpose: str
    relation: Relation
    pattern: re.Pattern[str]
    needs: int  # the cue of the words without one of which the pattern finds nothing
    plain: bool = True
    before: bool = False  # what is denied stands before the pattern, as its subject


def wording(
    purpose: str, relation: Relation, *parts: str, needs: str, plain: bool = True, before: bool = False
) -> Wording:
    """A wording of lower-case texts, whose alternatives are `parts`; `needs`: stems of words of which it holds one."""
    return Wording(purpose, relation, regex("|".join(parts)), cue(needs), plain, before)
