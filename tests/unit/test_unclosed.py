"""A quotation that nobody closed ends where it is reported; what somebody tells inside their own words ends nothing."""

import pytest

from service.extraction.marks import quotations
from service.extraction.tagger import Tagged
from service.extraction.unclosed import ended_by_tags, ended_by_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“The pots were empty, said Amina Yusuf, who sells rice.", "The pots were empty,", id="inverted"),
        pytest.param('"Who will pay? asked the mayor. Nobody knew.', "Who will pay?", id="behind-a-question"),
        pytest.param("“We waited, the foreman told visitors from a ladder.", "We waited,", id="noun-and-told"),
        pytest.param("“I kept it, she said, holding up a box.", "I kept it,", id="pronoun"),
        pytest.param("“We came, Dr. Ana Sá said in Lisbon. Then it rained.", "We came,", id="title-and-name"),
        pytest.param("“The quay, the master of Split warned, is gone.", "The quay,", id="first-of-two-parts"),
        pytest.param("“It was dry, said Ama Boateng.\n“It was hot, said Per Lind.", "It was dry,", id="lost-twice"),
        pytest.param("“My mother told me so, the way she does.", None, id="told-me-is-the-speakers-own-tale"),
        pytest.param("“Last year, the road was shut and they told us nothing.", None, id="told-us-too"),
        pytest.param("“He lied, as I said in court, and we went.", None, id="i-said"),
        pytest.param("“The sea came, the priest said.\n“And it stayed.”", None, id="the-marks-go-on-below"),
        pytest.param("“No, said the man,” she said.", None, id="closed"),
    ],
)
def test_words_that_end_a_quotation(text, expected):
    first = quotations(text)[0]
    ended = ended_by_words(text, quotations(text))[0]
    assert (text[ended.start : ended.end] if ended != first else None) == expected


def test_the_network_ends_a_quotation_where_cue_and_source_follow():
    text = "“We sleep on the roof. Thus Ama Boateng. The heat is back."
    spans = [
        Tagged("content", (0, 22), 0, 1, 0.9, 1, 0.9), Tagged("cue", (23, 27), 1, 2, 0.9),
        Tagged("source", (28, 39), 2, 3, 0.9, 1, 0.9),
    ]  # fmt: skip
    [ended] = ended_by_tags(quotations(text), spans)
    assert (text[ended.start : ended.end], ended.closed) == ("We sleep on the roof.", True)
    assert ended_by_tags(quotations(text), spans[:2]) == quotations(text)
