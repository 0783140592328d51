"""Whom a pronoun means in a claim and in a denial: invented parties."""

import pytest

from service.disputes import disputed
from service.records import Mention, Quote


def quoted(text: str, speaker: str, cue: str, words: str, kind: str) -> Quote:
    spans = [(at := text.index(part), at + len(part)) for part in (speaker, cue, words)]
    mention = Mention(speaker, spans[0], kind)
    return Quote((spans[2],), (), spans[1], (mention,), None, "indirect", "assert", True, "attributed", "", (), 0.95)


@pytest.mark.parametrize(
    ("pronoun", "accused"),
    [
        pytest.param("her", ("Ana Lind",), id="the person of the sentence before"),
        pytest.param("it", (), id="no body"),
        pytest.param("them", (), id="not several"),
    ],
)
def test_whom_a_pronoun_behind_an_accusing_verb_means(pronoun, accused):
    text = f"She spoke to nobody, Ana Lind said. Corvane had accused {pronoun} of hiding a letter."
    (claim,) = [
        claim
        for claim in disputed(text, (quoted(text, "Ana Lind", "said", "She spoke to nobody", "person"),)).claims
        if claim.narrated
    ]
    assert claim.accused == accused


@pytest.mark.parametrize(
    ("denial", "disputers"),
    [
        pytest.param("She denies wrongdoing.", [["Ana Lind"]], id="whom the sentence before accuses"),
        pytest.param("It denies wrongdoing.", [], id="a person is no it"),
        pytest.param("The trial begins in May. She denies wrongdoing.", [], id="a sentence between"),
    ],
)
def test_who_denies_by_a_pronoun(denial, disputers):
    found = disputed(f"Ana Lind has been accused by Corvane of selling places. {denial}", ()).disputes
    assert [[one.name for one in dispute.answer.disputers] for dispute in found] == disputers
