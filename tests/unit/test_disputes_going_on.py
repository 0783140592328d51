"""What somebody says on behind the words that tell who speaks; all parties invented."""

import pytest

from service.disputes.going_on import gone_on
from service.disputes.sentences import sentences
from service.records import Mention, Quote


def said(text: str, name: str, cue: str, words: str) -> Quote:
    """Some words of a text as said by somebody."""
    spans = [(at := text.index(part), at + len(part)) for part in (name, cue, words)]
    mention = Mention(name, spans[0], "person")
    return Quote((spans[2],), (), spans[1], (mention,), None, "indirect", "assert", True, "attributed", "", (), 0.95)


@pytest.mark.parametrize(
    ("behind", "words"),
    [
        pytest.param(", and nobody had watched it for a week", "nobody had watched it for a week", id="and"),
        pytest.param(" on Monday, because the guards were asleep", "the guards were asleep", id="because"),
        pytest.param(
            " in a hall, and Norwind, which built it, knew it", "Norwind, which built it, knew it", id="a name"
        ),
        pytest.param(", and wept for an hour", None, id="no subject of its own"),
        pytest.param(", and Lind left the hall in tears", None, id="what the speaker did"),
        pytest.param(", and her voice was hardly heard there", None, id="how it was said"),
        pytest.param(", and the very old lock", None, id="no verb"),
        pytest.param(". The guards were asleep", None, id="another sentence"),
    ],
)
def test_what_stands_behind_the_cue(behind, words):
    text = f"The gate was open, Ana Lind said{behind}."
    found = gone_on(text, sentences(text), [said(text, "Ana Lind", "said", "The gate was open")])
    assert [text[slice(*quote.content[0])] for quote in found] == ([words] if words else [])


def test_according_to_somebody_is_no_more_than_stands_beside_it():
    text = "The gate was open, according to Ana Lind, and nobody has looked at it."
    assert not gone_on(text, sentences(text), [said(text, "Ana Lind", "according", "The gate was open")])


def test_what_is_of_another_quote_is_taken():
    text = "The gate was open, Ana Lind said, and the lock was gone, said Eva Voss."
    quotes = [said(text, "Ana Lind", "said", "The gate was open"), said(text, "Eva Voss", "said", "the lock was gone")]
    assert not gone_on(text, sentences(text), quotes)
