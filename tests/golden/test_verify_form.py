"""The golden set for checking quotes keeps its form: words stand where they should, halves have one mix."""

import json
import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ANSWERS = {"verbatim", "reported", "altered", "other_speaker", "not_found"}
FIELDS = {"id", "text", "speaker", "before", "expected", "of", "why"}
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
LETTER = re.compile(r"\[(\w)\](?=\w)")
CUT = re.compile(r"\[[^\]]*\]|…|\.{3}|\. \. \.")
Record = dict[str, Any]


def load(name: str) -> list[Record]:
    """Read one file of the set."""
    return [json.loads(line) for line in (HERE / f"verify_{name}.jsonl").read_text("utf-8").splitlines()]


CORPUS = {one["id"]: one for one in load("corpus")}
HALVES = {half: load(half) for half in ("open", "frozen")}
EVERY = [one for half in HALVES.values() for one in half]
ABRIDGED = ("honest ellipsis", "brackets")


def cases(*answers: str, only: tuple[str, ...] = (), but: tuple[str, ...] = ()) -> list[Any]:
    """Give the cases with these answers as parameters: of all kinds, of some only, or of all but some."""
    chosen = (one for one in EVERY if one["expected"] in answers and (kind(one) in only or not only))
    return [pytest.param(one, id=one["id"]) for one in chosen if kind(one) not in but]


def kind(case: Record) -> str:
    """Name the kind of a case."""
    return case["why"].partition(":")[0]


@cache
def folded(text: str) -> str:
    """Fold case, marks, punctuation and the composition of letters; a space stands round every word."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    joined = re.sub(r"(?<=\w)['’ʻ](?=\w)", "", plain)
    return " ".join(["", *re.findall(r"[^\W_]+", joined), ""])


def own_words(statement: Record) -> list[str]:
    """Give the stretches inside marks, folded; those that only a cue parts are one."""
    if statement["kind"] == "direct":
        return [folded(" ".join(statement["quoted"]))]
    return [folded(one) for one in statement["quoted"]]


def words_of(statement: Record) -> list[str]:
    """Give the stretches inside marks and the whole content, folded."""
    return [*own_words(statement), folded(statement["text"])]


def known(case: Record) -> list[Record]:
    """Give the statements of the time that a case asks about."""
    return [one for one in CORPUS.values() if one["published_at"] < case.get("before", "9999")]


def asked(case: Record) -> str:
    """Give the words that a case asks for: of stray words only what stands inside marks or after a label."""
    if kind(case) != "stray words":
        return case["text"]
    inside = re.findall(r"“[^”]+”|\"[^\"]+\"|«[^»]+»", case["text"])
    return " ".join(inside) or case["text"].partition(": ")[2]


def in_order(parts: list[str], stretch: str) -> bool:
    """See whether all parts stand in a stretch one after the other."""
    at = 0
    for part in parts:
        at = stretch.find(part, at) + 1
        if not at:
            return False
    return True


def parts(text: str) -> list[str]:
    """Split a text at its ellipses and brackets; a letter in brackets belongs to its word."""
    spelled = LETTER.sub(r"\1", text)
    return [folded(one) for one in CUT.split(spelled) if folded(one).strip()]


def surname(name: str) -> str:
    """Give the last word of a name."""
    return folded(name).split()[-1]


@pytest.mark.parametrize("statement", [pytest.param(one, id=name) for name, one in CORPUS.items()])
def test_a_statement_is_of_the_kind_that_its_marks_make_it(statement: Record) -> None:
    inside, whole = statement["quoted"], statement["text"]
    assert set(statement) == {"id", "speaker", "published_at", "kind", "text", "quoted"}
    assert DAY.fullmatch(statement["published_at"])
    assert all(one in whole for one in inside)
    covered = " … ".join(inside) == whole
    assert statement["kind"] == ("direct" if covered else "mixed" if inside else "indirect")


@pytest.mark.parametrize("case", cases(*ANSWERS))
def test_a_case_has_its_fields(case: Record) -> None:
    assert set(case) <= FIELDS
    assert FIELDS - {"speaker", "before"} <= set(case)
    assert case["text"].strip()
    assert DAY.fullmatch(case.get("before", "2000-01-01"))
    assert case["of"] in CORPUS if case["expected"] != "not_found" else case["of"] is None


def test_the_set_is_large_and_every_id_is_its_own() -> None:
    assert len(CORPUS) == len(load("corpus")) >= 150
    assert len({one["id"] for one in EVERY}) == len(EVERY) >= 340
    assert {one["expected"] for one in EVERY} == ANSWERS


def test_no_question_is_asked_twice() -> None:
    questions = [(one["text"], one.get("speaker"), one.get("before")) for one in EVERY]
    assert len(set(questions)) == len(questions)


def test_the_halves_have_the_same_mix() -> None:
    counts = {half: Counter((kind(one), one["expected"]) for one in of) for half, of in HALVES.items()}
    assert all(abs(counts["open"][key] - counts["frozen"][key]) <= 1 for key in counts["open"] | counts["frozen"])


@pytest.mark.parametrize("case", cases("verbatim", but=ABRIDGED))
def test_verbatim_words_stand_inside_the_marks(case: Record) -> None:
    assert any(folded(asked(case)) in one for one in own_words(CORPUS[case["of"]]))


@pytest.mark.parametrize("case", cases("verbatim", only=ABRIDGED))
def test_honest_ellipses_and_brackets_leave_the_words_in_order(case: Record) -> None:
    statement = CORPUS[case["of"]]
    stretches = own_words(statement)
    bare = [" ".join(parts(" ".join(statement["quoted"])))]
    assert any(in_order(parts(case["text"]), re.sub(" +", " ", one)) for one in [*stretches, *bare])


@pytest.mark.parametrize("case", cases("reported"))
def test_reported_words_stand_only_in_a_reporters_wording(case: Record) -> None:
    text = folded(case["text"])
    assert text in folded(CORPUS[case["of"]]["text"])
    assert not [one["id"] for one in CORPUS.values() if any(text in own for own in own_words(one))]


@pytest.mark.parametrize("case", cases("other_speaker"))
def test_words_of_another_are_stored_of_nobody_with_that_name(case: Record) -> None:
    holders = [one for one in known(case) if any(in_order(parts(case["text"]), own) for own in words_of(one))]
    assert CORPUS[case["of"]] in holders
    assert folded(case["speaker"]) not in {folded(one["speaker"]) for one in holders}


@pytest.mark.parametrize("case", cases("altered", "not_found"))
def test_flawed_and_invented_words_stand_nowhere(case: Record) -> None:
    text = folded(asked(case))
    assert not [one["id"] for one in known(case) if any(text in words for words in words_of(one))]


@pytest.mark.parametrize("case", cases("not_found", only=("before",)))
def test_words_said_too_late_were_said(case: Record) -> None:
    text = folded(case["text"])
    assert any(text in words for one in CORPUS.values() for words in words_of(one))


@pytest.mark.parametrize("case", cases("verbatim", "reported", "altered", but=("name of the speaker",)))
def test_a_speaker_asked_for_is_the_speaker_of_the_statement(case: Record) -> None:
    said = CORPUS[case["of"]]["speaker"]
    assert surname(case.get("speaker", said)) == surname(said)
