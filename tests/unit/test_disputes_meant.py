"""Which of several claims a bare denial means, and whose director it is that answers; all parties invented."""

import pytest

from service.disputes.article import disputed, paired
from service.disputes.meant import leading
from service.records import Mention, Quote


def quoted(text: str, speaker: str, words: str, role: str | None = None) -> Quote:
    """What somebody says, each part at its last place in the text; persons have two names."""
    kind = "person" if " " in speaker else "organisation"
    at, by, cue = text.rindex(words), text.rindex(speaker), text.rindex("said")
    mention = Mention(speaker, (by, by + len(speaker)), kind, role)
    return Quote(
        ((at, at + len(words)),),
        (),
        (cue, cue + 4),
        (mention,),
        None,
        "indirect",
        "assert",
        True,
        "named",
        "",
        (),
        0.95,
    )


@pytest.mark.parametrize(
    ("follow", "meant"),
    [
        pytest.param("He has seen the bills", "Corvane are about to go bust", id="how he knows it"),
        pytest.param("They paid Corvane twice", "They paid Corvane twice", id="a charge of its own"),
        pytest.param("Two firms owe him money", "Two firms owe him money", id="leans on nothing"),
    ],
)
def test_a_bare_denial_means_the_claim_that_leads(follow, meant):
    text = f"Tom Borde said Corvane are about to go bust. {follow}, Tom Borde said. Corvane denied it."
    first = text[: text.index(".")]
    quotes = [
        quoted(first, "Tom Borde", "Corvane are about to go bust"),
        quoted(text, "Tom Borde", follow),
    ]
    pairs = [pair for pair in paired(text, quotes) if pair.given.said == "denied it"]
    last = max(pairs, key=lambda pair: pair.placed.start)
    assert leading(last, pairs).placed.said == meant


@pytest.mark.parametrize(
    ("before", "who", "met"),
    [
        pytest.param("", "its director", 0, id="of the claimant"),
        pytest.param("The union of tanners has other figures. ", "its director", 1, id="of who is told of between"),
        pytest.param("", "a tanner", 1, id="of nobody"),
    ],
)
def test_its_own_director_answers_no_claim_of_a_firm(before, who, met):
    text = f"Velmark said it paid everybody in full. {before}Most were never paid in full, said {who}, Ana Lind."
    quotes = [
        quoted(text[: text.index(".")], "Velmark", "it paid everybody in full"),
        quoted(text, "Ana Lind", "Most were never paid in full", who),
    ]
    assert len([pair for pair in paired(text, quotes) if pair.given.said == "Most were never paid in full"]) == met


@pytest.mark.parametrize(
    ("claim", "met"),
    [
        pytest.param("ballots were counted twice in Zagreb", 0, id="of the party, wherever it was"),
        pytest.param("the Corvane Board counted ballots twice", 1, id="the board may have a lawyer too"),
    ],
)
def test_a_lawyer_named_behind_what_he_is_answers_no_claim_of_his_own(claim, met):
    text = f"Velmark said {claim}. Its lawyer, Ana Lind, said copies were made of 31 ballots."
    quotes = [
        quoted(text[: text.index(".")], "Velmark", claim),
        quoted(text, "Ana Lind", "copies were made of 31 ballots"),
    ]
    assert len([pair for pair in paired(text, quotes) if pair.given.said.startswith("copies")]) == met


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        pytest.param("One of them, Corvane, denied it and said that no load was dumped.", "Corvane", id="one of them"),
        pytest.param("“We dumped none,” said the owner, Ana Lind, who denied it.", "Ana Lind", id="who denied"),
    ],
)
def test_who_is_named_in_apposition_denies_once(sentence, who):
    text = f"Velmark accused three firms of dumping waste. {sentence}"
    words = "no load was dumped" if who == "Corvane" else "We dumped none"
    (one,) = disputed(text, [quoted(text, who, words)]).disputes
    assert [mention.name for mention in one.answer.disputers] == [who]
    assert len(one.answer.spans) == 2


def test_who_was_never_answered_tells_nothing_of_the_other_s_silence():
    text = "Tom Borde said Corvane had never answered his letter. Corvane said it had written to him on 3 March."
    first = text[: text.index(".")]
    quotes = [
        quoted(first, "Tom Borde", "Corvane had never answered his letter"),
        quoted(text, "Corvane", "it had written to him on 3 March"),
    ]
    assert [pair.given.said for pair in paired(text, quotes)] == ["it had written to him on 3 March"]
