"""Cases with marked disputes: what is read of them, and which pairs are learned from."""

import json

import pytest

from service.records import Mention, Quote
from service.training.dispute_cases import Case, is_marked, read_cases

TEXT = "Velmark accused Corvane of dumping waste in the Ister. Corvane denied it."
CLAIM, DENIAL = "dumping waste in the Ister", "denied it"


def spans(words):
    at = TEXT.index(words)
    return [[at, at + len(words)]]


def case(mark, **fields):
    """A case in which the denial disputes the claim, surely or not."""
    one = {"claim_spans": spans(CLAIM), "dispute_spans": spans(DENIAL), **fields}
    return {"disputes": [], mark: [one]}


@pytest.mark.parametrize(
    ("marked", "learned"),
    [
        pytest.param({"disputes": []}, [False], id="marked by nobody"),
        pytest.param(case("disputes"), [True], id="marked"),
        pytest.param(case("doubtful"), [], id="doubtful: neither way"),
        pytest.param(case("disputes", claim_spans=spans("Velmark")), [False], id="of another claim"),
        pytest.param(case("disputes", claim_spans=spans("Velmark"), also=[spans(CLAIM)]), [True], id="told once more"),
    ],
)
def test_the_pairs_of_a_case_are_learned_from(marked, learned):
    assert [right for _, right in Case("waste", TEXT, marked, (), ()).pairs()] == learned


def test_further_words_of_a_marked_answer_in_a_whole_article_teach_nothing():
    text = "It rained. " * 80 + "Velmark said that waste leaked. Corvane denied it. No pipe leaked, Corvane said."
    quotes = [quoted(text, "Velmark", "waste leaked"), quoted(text, "Corvane", "No pipe leaked")]
    marks = [[[at := text.index(words), at + len(words)]] for words in ("waste leaked", "denied it")]
    marked = {"claim_spans": marks[0], "dispute_spans": marks[1]}

    def learned(side):
        return len(list(Case("waste", text, {"disputes": [{**marked, "disputers": [side]}]}, quotes, ()).pairs()))

    assert learned("Lind") == learned("Corvane") + 1


def quoted(text, speaker, words):
    at, start = text.index(speaker), text.index(words)
    mention = Mention(speaker, (at, at + len(speaker)), "organisation")
    span = (start, start + len(words))
    return Quote((span,), (), None, (mention,), None, "indirect", "assert", True, "attributed", "", (), 0.95)


@pytest.mark.parametrize(
    ("claim", "answer", "marked"),
    [
        pytest.param([[0, 10]], [[20, 30]], True, id="the same spans"),
        pytest.param([[5, 15]], [[20, 30]], True, id="half of each"),
        pytest.param([[9, 30]], [[20, 30]], False, id="a tenth of the shorter"),
        pytest.param([[40, 50]], [[20, 30]], True, id="told once more"),
        pytest.param([[20, 30]], [[0, 10]], False, id="the other way round"),
    ],
)
def test_a_dispute_is_the_marked_one_where_both_sides_meet(claim, answer, marked):
    one = {"claim_spans": [[0, 10]], "dispute_spans": [[20, 30]], "also": [[[40, 50]]]}
    assert is_marked(one, claim, answer) == marked


def test_a_case_without_a_text_is_the_article_of_the_corpus(tmp_path):
    corpus, heavy, light = tmp_path / "train.jsonl", tmp_path / "heavy.jsonl", tmp_path / "light.jsonl"
    corpus.write_text(json.dumps({"id": "ister", "text": TEXT}))
    heavy.write_text(json.dumps({"id": "ister", "disputes": []}))
    light.write_text(json.dumps({"id": "own", "text": "It rained.", "disputes": []}))
    found = [(case.origin, case.text, case.worth) for case in read_cases([heavy], [light], corpus)]
    assert found == [("ister", TEXT, 1.0), ("light", "It rained.", 0.5)]
