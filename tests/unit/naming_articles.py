"""Writes articles for the tests of naming: sources stand in [[double brackets]], reported words in {{braces}}."""

import re

from service.extraction.names import Source, resolve

_MARK = re.compile(r"\[\[|\]\]|\{\{|\}\}")


def parse(marked):
    """The text without its marks, and a source for every [[...]] with the nearest {{...}} as its content."""
    text, at = "", 0
    sources, contents, opened = [], [], []
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match.group() in ("[[", "{{"):
            opened.append(len(text))
        else:
            (sources if match.group() == "]]" else contents).append((opened.pop(), len(text)))
    text += marked[at:]
    owners = {content: _nearest(content, sources) for content in contents}
    return text, [Source(span, None, tuple(c for c in contents if owners[c] == span), True) for span in sources]


def _nearest(content, sources):
    outside = [span for span in sources if not content[0] <= span[0] < content[1]]
    return min(outside, key=lambda span: min(abs(span[0] - content[1]), abs(content[0] - span[1])))


def resolutions(marked):
    """Who speaks in each [[source]]."""
    return resolve(*parse(marked))


def last(marked):
    """Who speaks in the last [[source]]."""
    return resolutions(marked)[-1]


def names(resolution):
    """The names of the speakers of a resolution."""
    return [mention.name for mention in resolution.speakers]
