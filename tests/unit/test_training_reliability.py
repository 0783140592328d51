"""How good what is said of disputes is: by weights that have not seen the set, by set and in a line for each tenth."""

from dataclasses import replace

import pytest

from service.disputes.article import disputed
from service.training.dispute_cases import Case
from service.training.reliability import Asked, asked, counted, table

TEXT = "Velmark accused Corvane of dumping waste in the Ister. Corvane denied it."
CLAIM, DENIAL = "dumping waste in the Ister", "denied it"


def marks(claim=CLAIM, answer=DENIAL):
    (first, last), (start, end) = ((at := TEXT.index(words), at + len(words)) for words in (claim, answer))
    return {"claim_spans": [[first, last]], "dispute_spans": [[start, end]]}


def case(origin, *disputes, **more):
    return Case(origin, TEXT, {"id": "waste", "disputes": list(disputes), **more}, (), ())


def test_a_case_is_asked_by_weights_that_have_not_seen_its_set():
    agreeing = [case(f"set {number}", marks()) for number in range(30)]
    alone = [case("apart") for _ in range(30)]  # of the same words none is a dispute there
    found = [one.held[0][0] for one in asked([*agreeing, *alone]) if one.case.origin == "apart"]
    assert min(found) > 0.9  # what its own cases teach is not known


def test_a_case_that_counts_for_half_teaches_and_is_not_asked():
    light = [replace(case(f"set {number}", marks()), worth=0.5) for number in range(60)]
    (one,) = asked([*light, case("heavy")])
    ((chance, disputes, whole),) = one.held
    assert (chance > 0.8, disputes, whole) == (True, False, False)


@pytest.mark.parametrize(
    ("one", "counts"),
    [
        pytest.param(case("waste", marks()), {"right": 1, "said": 1, "marked": 1}, id="right"),
        pytest.param(case("waste"), {"right": 0, "said": 1, "marked": 0}, id="wrong"),
        pytest.param(case("waste", doubtful=[marks()]), {"right": 0, "said": 0, "marked": 0}, id="doubtful"),
        pytest.param(case("waste", marks(), marks("Ister")), {"right": 1, "said": 1, "marked": 2}, id="one of two"),
    ],
)
def test_what_is_said_is_counted_beside_what_is_marked(one, counts):
    said = disputed(one.text, ()).disputes
    assert dict(counted(Asked(one, said, ()))) == counts


def test_a_line_tells_how_many_of_each_tenth_are_disputes():
    found = [(0.95, True, False), (0.91, False, False), (0.05, False, False)]
    assert list(table(found)) == ["0.0 to 0.1: 0 of 1", "0.9 to 1.0: 1 of 2"]
