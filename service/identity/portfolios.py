"""Leaves to a ministry of several things the first, by which the press calls it: of interior and municipalities."""

import re

from service.regex import regex

_FIRST = (
    "foreign|interior|internal|home|finance|defen[cs]e|justice|health|education|agriculture|energy|transport|labou?r"
    "|environment|culture|trade|economy|tourism|housing|water|mines|sports?"
)
_THEIRS = r"(?: affairs| security)?"
_BEHIND = regex(
    rf"\b((?:minist(?:er|ry)|secretary|department)(?: of state)? (?:of|for) (?:the )?(?:(?:national|public) )?"
    rf"(?:{_FIRST}){_THEIRS})(?:,[^,]+)*,? (?:and|&) .*",
    re.IGNORECASE,
)
_BEFORE = regex(
    rf"\b((?:{_FIRST}){_THEIRS}) (?:and|&) (?:(?!\band\b|\bof\b)[\w -])+? (minist(?:er|ry)|secretary)\b", re.IGNORECASE
)


def first_portfolio(printed: str) -> str:
    """The text of a role, or of a body's name, without what a ministry is for besides the first thing it is called by.
    Defence, health and the like alone are called so: a Ministry of Food and Agriculture stays what it is.
    """
    return _BEFORE.sub(r"\1 \2", _BEHIND.sub(r"\1", printed)) if "and" in printed or "&" in printed else printed
