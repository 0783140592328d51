"""Claims and answers of different articles: party, content and time."""

from dataclasses import replace
from itertools import permutations

import pytest

from service.disputes.across import SAME, answer_keys, answers, claim_keys, grouped, same_claim
from service.disputes.status import SHOWN, flags, status
from service.records import Answer, Claim, Mention, Signal

ACCUSER, ACCUSED = Mention("Velmark"), Mention("Corvane")


def claim(*terms: str, by: str = "Velmark", against: str = "Corvane", negative: bool = False) -> Claim:
    return Claim(((0, 9),), (ACCUSER,), (by,), (against,), (against,), (against,), "fact", terms, negative)


def denial(*terms: str, of: str = "Corvane", context: tuple[str, ...] = ()) -> Answer:
    signal = Signal((0, 6), "denial of truth")
    return Answer(((0, 9),), (ACCUSED,), (of,), (signal,), "denies", terms, context or terms)


@pytest.mark.parametrize(
    ("answer", "days", "strength"),
    [
        pytest.param(denial("dump", "wast"), 3, "strong", id="days after"),
        pytest.param(denial("dump", "wast"), 90, "strong", id="at the end of the window"),
        pytest.param(denial("dump", "wast"), 91, None, id="too late"),
        pytest.param(denial("dump", "wast"), -5, None, id="before the claim"),
        pytest.param(denial("dump", "wast"), None, "weak", id="nobody knows when"),
        pytest.param(denial("wag", "cut"), 3, None, id="another matter"),
        pytest.param(denial("dump", "wast", of="Tarsk"), 3, None, id="of somebody not accused"),
        pytest.param(denial("dump", "wast", of="Velmark"), 3, None, id="of the claimant"),
        pytest.param(denial("dump", "wast", of="corvane"), 3, None, id="a party of its article alone"),
        pytest.param(denial(context=("dump", "wast")), 3, "strong", id="only referred to, content around it"),
        pytest.param(denial(), 3, None, id="only referred to, no content"),
    ],
)
def test_an_answer_needs_party_content_and_time(answer, days, strength):
    found = answers(claim("dump", "wast", "ister"), answer, days)
    assert (found.strength if found else None) == strength


@pytest.mark.parametrize(
    ("disputer", "disputed"),
    [
        pytest.param("Sergei Corvan", False, id="the claimant by another spelling"),
        pytest.param("Ann Corvan", True, id="another person of the accused side"),
    ],
)
def test_nobody_disputes_what_he_says_of_his_own_side(disputer, disputed):
    told = replace(
        claim("dump", "wast", "ister"), claimants=(Mention("Sergey Corvan", kind="person"),), parties=("Sergey Corvan",)
    )
    answer = replace(
        denial("dump", "wast"), disputers=(Mention(disputer, kind="person"),), parties=("Corvane", "Sergey Corvan")
    )
    assert (answers(told, answer, 3) is not None) is disputed


def test_an_answer_is_found_by_a_key_of_its_claim():
    assert set(claim_keys(claim("dump", "wast"))) & set(answer_keys(denial("wast")))
    assert not set(claim_keys(claim("dump"))) & set(answer_keys(denial("wag")))


@pytest.mark.parametrize(
    ("other", "same"),
    [
        pytest.param(claim("dump", "wast", "riv"), True, id="other words for the place"),
        pytest.param(claim("brib", "judg"), False, id="another matter"),
        pytest.param(claim("dump", "wast", by="Tarsk"), False, id="another claimant"),
        pytest.param(claim("dump", "wast", against="Tarsk"), False, id="another accused"),
        pytest.param(claim("dump", "wast", negative=True), False, id="the opposite"),
    ],
)
def test_statements_of_one_claim(other, same):
    assert (same_claim(claim("dump", "wast", "ister"), other) >= SAME) is same


def test_groups_do_not_depend_on_arrival_and_make_no_chains():
    told = {
        "a": ("2020-01-01", claim("a", "b", "c", "d")),
        "b": ("2020-01-02", claim("c", "d", "e", "f")),
        "c": ("2020-01-03", claim("e", "f", "g", "h")),
    }
    results = {tuple(sorted(grouped(dict(order)).items())) for order in permutations(told.items())}
    assert results == {(("a", "a"), ("b", "a"), ("c", "c"))}


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        pytest.param({"disputed": True, "conceded": True}, "disputed", id="disputed first"),
        pytest.param({"conceded": True, "agreed": True}, "conceded", id="then conceded"),
        pytest.param({"agreed": True, "unanswered": True}, "agreed", id="then agreed"),
        pytest.param({}, "open", id="nothing known"),
    ],
)
def test_status_has_an_order(known, expected):
    assert status(**{"disputed": False, "conceded": False, "agreed": False, "unanswered": False, **known}) == expected


def test_grave_labels_stay_away_until_they_are_proven():
    shown = SHOWN["retracted"]
    assert flags(retracted=True, contradicts_earlier=False) == (("retracted",) if shown else ())
    left = status(disputed=False, conceded=False, agreed=False, unanswered=True)
    assert left == ("no_answer_found" if SHOWN["no_answer_found"] else "open")
