"""Who is named behind a verb right behind a quotation, whatever the verb tells of the voice."""

import pytest

from service.extraction.tellers import is_of_some_voice, source_behind, teller_behind

TOLD = [
    ("“Is that a bridge?” snorted Ifeanyi Okonjo, a boatman.", "snorted", "Ifeanyi Okonjo"),
    ("“Not here,” growled the manager, Desh Ramlogan, and left.", "growled", "the manager, Desh Ramlogan"),
    ("“Never!” cut in Ludo van den Berg.", "cut in", "Ludo van den Berg"),
    ("“We hold,” softly added the envoy of Chad in Lagos.", "softly added", "the envoy of Chad"),
    ("“We paid,” the widow, Ilse Hartog, wheezed into the phone.", "wheezed", "the widow, Ilse Hartog,"),
    ("“We paid,” Ilse Hartog, 71, wheezed.", "wheezed", "Ilse Hartog, 71,"),
    ("“We paid,” the old tenor rasped at the end.", "rasped", "the old tenor"),
    ("“We hold”, insisted Mele Tonga of the Reef Council.", "insisted", "Mele Tonga of the Reef Council"),
]
NOT_TOLD = [
    ("“We hold.” Ama Boateng left.", "the sentence is over"),
    ("“We hold,” and Ama Boateng left.", "no verb"),
    ("“We hold,” the tenor was applauded by Ama Boateng.", "what is done to somebody tells nothing"),
    ("“We hold,” the tenor surprised by Ama Boateng said.", "nor does it without a was"),
    ("“We hold,” she said.", "a pronoun is found by the network"),
    ("“Long Harbour?” opened on Monday in Lagos.", "On Monday: no name right behind the verb"),
]


def behind(text):
    end = text.index("”")
    return teller_behind(text, end, end + 1)


@pytest.mark.parametrize(("text", "cue", "source"), TOLD)
def test_who_tells(text, cue, source):
    found = behind(text)
    assert found
    assert [text[slice(*span)] for span in found] == [cue, source]


@pytest.mark.parametrize(("text", "why"), NOT_TOLD)
def test_nobody_tells(text, why):
    assert behind(text) is None, why


def test_who_stands_behind_a_cue():
    text = "“No,” reads the ruling of the court under a seal."
    assert text[slice(*source_behind(text, text.index(" the")))] == "the ruling of the court"


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("“Shame!” came a shout from the back.", True, "nobody's by name"),
        ("“A friend,” came the whispered reply.", True, "a reply"),
        ("“Shame!” shouted Ama Boateng.", False, "she is named"),
        ("“Shame!” came to be his motto.", False, "no voice"),
    ],
)
def test_a_voice_is_nobodys(text, expected, why):
    assert is_of_some_voice(text, text.index("”") + 1) is expected, why
