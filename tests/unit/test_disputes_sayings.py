"""Sayings that deny whatever claim is spoken of, and words that look like them and deny nothing."""

import pytest

from service.disputes.signals import signals


def denies(words: str) -> bool:
    """Whether some words plainly deny."""
    return any(hit.plain for hit in signals(words, (0, len(words)), frozenset(), []))


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("A pack of lies, and he knows it.", id="a measure of lies"),
        pytest.param("That's cobblers.", id="a word for nonsense"),
        pytest.param("The story is a canard.", id="a false tale"),
        pytest.param("It was a hatchet job.", id="an abuse"),
        pytest.param("Not a word of it is so.", id="not a word"),
        pytest.param("The firm did no such thing.", id="no such thing"),
        pytest.param("I have done nothing of the kind.", id="nothing of the kind"),
        pytest.param("There is nothing in it.", id="nothing in it"),
        pytest.param("The opposite is true.", id="the opposite"),
        pytest.param("On the contrary, the gate was shut.", id="the contrary"),
        pytest.param("Absolutely not.", id="certainly not"),
        pytest.param("They have got it back to front.", id="the wrong way round"),
        pytest.param("She has the wrong end of the stick.", id="the wrong end"),
        pytest.param("That is not how it was.", id="not how"),
        pytest.param("It wasn't like that.", id="not like that"),
        pytest.param("Our records show otherwise.", id="records say otherwise"),
        pytest.param("It flies in the face of the facts.", id="against the facts"),
        pytest.param("It has no basis in fact.", id="no basis in fact"),
        pytest.param("They lied.", id="lied"),
        pytest.param("He is not telling the truth.", id="not the truth"),
        pytest.param("She has been misled.", id="misled"),
        pytest.param("They are twisting my words.", id="twisted words"),
        pytest.param("I do not believe a word of it.", id="disbelief"),
        pytest.param("That cannot be so.", id="cannot be"),
        pytest.param("The figures were plucked from the air.", id="from the air"),
        pytest.param("The report is full of holes.", id="full of holes"),
        pytest.param("We categorically reject this.", id="in the first person"),
        pytest.param("Let him prove it.", id="dared to prove"),
        pytest.param("They have nothing on me.", id="nothing on me"),
        pytest.param("There is no case to answer.", id="no case"),
        pytest.param("We have nothing to hide.", id="nothing to hide"),
        pytest.param("It was none of our doing.", id="not our doing"),
        pytest.param("It wasn't us.", id="not us"),
        pytest.param("This is the first I have heard of it.", id="never heard of it"),
    ],
)
def test_a_saying_denies(words):
    assert denies(words)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("We got it wrong, and we are sorry.", id="one's own mistake"),
        pytest.param("I move that we deny it.", id="a motion"),
        pytest.param("A hot air balloon came down by the river.", id="a balloon"),
        pytest.param("The town set up a fund for the victims.", id="set up, a verb"),
        pytest.param("He lied to her about his age for years.", id="lied to somebody told of"),
        pytest.param("The rules differ from one town to another.", id="differ"),
        pytest.param("The bus was full of children.", id="full of others"),
        pytest.param("They want to discredit the ministry.", id="an aim alone is no denial"),
        pytest.param("I dispute the parking fine every year.", id="disputes another thing"),
    ],
)
def test_what_only_looks_like_a_saying_denies_nothing(words):
    assert not denies(words)
