"""Whom a pronoun means in a claim and in a denial: invented parties."""

import pytest

from service.disputes import disputed
from service.disputes.antecedents import is_of_other_gender
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


@pytest.mark.parametrize(
    ("claimant", "kind", "pronoun", "disputers"),
    [
        pytest.param("Police", "organisation", "She", [["Ana Lind"]], id="of whom a body tells something"),
        pytest.param("Police", "organisation", "He", [], id="another gender"),
        pytest.param("Police", "organisation", "It", [], id="a person is no it"),
        pytest.param("Maria Roe", "person", "She", [], id="it may be who speaks"),
    ],
)
def test_who_denies_by_a_pronoun_behind_what_a_body_tells(claimant, kind, pronoun, disputers):
    text = f"{claimant} said Ana Lind had sold places at the school. {pronoun} denies it."
    first = quoted(text, claimant, "said", "Ana Lind had sold places at the school", kind)
    found = disputed(text, (first,)).disputes
    assert [[one.name for one in dispute.answer.disputers] for dispute in found] == disputers


@pytest.mark.parametrize(
    ("pronoun", "name", "means_another"),
    [
        pytest.param("he", "Ana Lind", True, id="a first name"),
        pytest.param("he", "the senator's wife", True, id="a noun"),
        pytest.param("she", "the senator's wife", False, id="a noun that fits"),
        pytest.param("she", "Mr Lind's lawyer", False, id="the title of another"),
        pytest.param("she", "Mr Lind", True, id="a title"),
        pytest.param("they", "Mr Lind", False, id="no gender"),
    ],
)
def test_a_pronoun_of_another_gender_means_another(pronoun, name, means_another):
    assert is_of_other_gender(pronoun, Mention(name, (0, 1), "person")) == means_another
