"""What the shape of a sentence tells against the network."""

import pytest

from service.extraction.clauses import set_right
from service.extraction.marks import paragraphs, quotations
from service.extraction.sharing import Attribution, Page


def right(text, source, cue, content):
    """The contents, cue and sources of an attribution once it is set right."""
    found = Attribution([_at(text, content)], _at(text, cue), [_at(text, source)])
    set_right(text, found, Page(paragraphs(text), quotations(text)))
    spans = (found.content, [found.cue], found.sources)
    return tuple([text[start:end] for start, end in part] for part in spans)


def _at(text, words):
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        ("Okoro, who last year said it was “a joke”, was not there.", "said",
         "it was “a joke”, was not there", "it was “a joke”"),
        ("Okoro, a critic who said it was “a joke,” did not reply.", "said",
         "it was “a joke,” did not reply", "it was “a joke,”"),
        ("Okoro, who said it was “a joke”, and was laughed at, left.", "said", "it was “a joke”, and was laughed at",
         "it was “a joke”, and was laughed at"),
        ("Okoro said “the joke”, was not there.", "said", "“the joke”, was not there", "“the joke”, was not there"),
    ],
)  # fmt: skip
def test_the_verb_of_the_sentence_ends_what_its_who_clause_reports(text, cue, content, expected):
    assert right(text, "Okoro", cue, content)[0] == [expected]


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        pytest.param(
            "Tavara, which Okoro says arms the rebels, denied it.",
            "arms the rebels, denied it",
            "arms the rebels",
            id="relative-clause-between-commas",
        ),
        pytest.param(
            "Tavara, which Okoro says “arms, feeds and hides” the rebels, denied it.",
            "“arms, feeds and hides” the rebels, denied it",
            "“arms, feeds and hides” the rebels",
            id="a-comma-inside-marks-ends-nothing",
        ),
        pytest.param(
            "On Monday Okoro says it rained, then it froze.",
            "it rained, then it froze",
            "it rained, then it froze",
            id="no-relative-clause",
        ),
    ],
)
def test_a_relative_clause_ends_at_its_comma(text, content, expected):
    assert right(text, "Okoro", "says", content)[0] == [expected]


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        pytest.param("GDYNIA - The dam broke, Okoro said.", "GDYNIA - The dam broke", "The dam broke", id="place"),
        pytest.param(
            "LIMA, Sept. 9 (Andes Wire) — The dam broke, Okoro said.",
            "Sept. 9 (Andes Wire) — The dam broke",
            "The dam broke",
            id="day-and-agency",
        ),
        pytest.param(
            "NATO and the dam - both broke, Okoro said.",
            "NATO and the dam - both broke",
            "NATO and the dam - both broke",
            id="a-dash-in-the-sentence",
        ),
    ],
)
def test_the_place_and_day_of_writing_are_nobodys_words(text, content, expected):
    assert right(text, "Okoro", "said", content)[0] == [expected]


@pytest.mark.parametrize(
    ("text", "cue", "content", "sources"),
    [
        pytest.param("OKORO ACCUSED OF THEFT", "ACCUSED", "OF THEFT", [], id="headline"),
        pytest.param("Okoro is charged with theft.", "charged", "theft", [], id="passive"),
        pytest.param("Okoro accused Lind of theft.", "accused", "Lind of theft", ["Okoro"], id="active"),
    ],
)
def test_who_is_accused_accuses_nobody(text, cue, content, sources):
    assert right(text, text.split()[0], cue, content)[2] == sources


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        pytest.param(
            "An aide who asked not to be named said the dam broke.",
            "not to be named said the dam broke",
            (["the dam broke"], ["said"], ["An aide"]),
            id="what-is-said-follows",
        ),
        pytest.param(
            "An aide asked not to be named.", "not to be named", ([], ["asked"], ["An aide"]), id="nothing-else-is-said"
        ),
        pytest.param(
            "An aide asked not to be paid.", "not to be paid", (["not to be paid"], ["asked"], ["An aide"]), id="a-wish"
        ),
    ],
)
def test_asking_for_no_name_is_no_statement(text, content, expected):
    assert right(text, "An aide", "asked", content) == expected


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        pytest.param(
            "Okoro told Delta Wire that it rained.", "Wire that it rained", "it rained", id="a-name-cut-in-two"
        ),
        pytest.param(
            "Okoro told Lind that Wire said that it rained.",
            "Wire said that it rained",
            "Wire said that it rained",
            id="a-name-in-what-was-said",
        ),
        pytest.param("Okoro told it that it rained.", "it rained", "it rained", id="nothing-cut"),
    ],
)
def test_whom_something_is_told_is_no_part_of_it(text, content, expected):
    assert right(text, "Okoro", "told", content)[0] == [expected]


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        pytest.param(
            "LIMA (Andes Wire) - Tram maker Orvanel said it pays.",
            "LIMA (Andes Wire) - Tram maker Orvanel",
            "Tram maker Orvanel",
            id="place-and-agency",
        ),
        pytest.param("The dockers said it pays.", "The", "The dockers", id="cut-at-its-article"),
    ],
)
def test_a_source_is_a_whole_phrase_without_its_dateline(text, source, expected):
    assert right(text, source, "said", text.split()[-1])[2] == [expected]


def test_a_place_of_writing_says_nothing():
    assert (
        right(
            "LIMA - Dockers shut the port of the capital with forty lorries and a crane on Monday to demand pay.",
            "LIMA",
            "demand",
            "pay",
        )[2]
        == []
    )


def test_a_source_left_open_takes_what_stands_before_the_cue():
    text = "The sister of a man accused of theft said he slept."
    found = Attribution(
        [_at(text, "a man accused of theft"), _at(text, "he slept")], _at(text, "said"), [_at(text, "The sister of")]
    )
    set_right(text, found, Page(paragraphs(text), quotations(text)))
    assert text[slice(*found.sources[0])] == "The sister of a man accused of theft"
    assert [text[start:end] for start, end in found.content] == ["he slept"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("Exams fail, Okoro said on Friday, after papers were sold.", 1, id="what-hangs-on-the-sentence"),
        pytest.param("Exams fail, Okoro said, and papers were sold.", 2, id="what-goes-on"),
        pytest.param("Exams fail, Okoro said, after “papers were sold”.", 2, id="what-stands-in-marks"),
    ],
)
def test_what_is_told_beside_is_not_said(text, kept):
    found = Attribution(
        [_at(text, "Exams fail"), _at(text, "papers were sold")], _at(text, "said"), [_at(text, "Okoro")]
    )
    set_right(text, found, Page(paragraphs(text), quotations(text)))
    assert len(found.content) == kept


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        pytest.param("DHAKA - Strikers at the port said it burnt.", "DHAKA", "Strikers at the port", id="place-alone"),
        pytest.param(
            "DHAKA - Strikers at the port said it burnt.",
            "DHAKA - Strikers at the port",
            "Strikers at the port",
            id="place-and-all",
        ),
        pytest.param("OKORO-LIND: It said it burnt.", "OKORO-LIND", "OKORO-LIND", id="a-label-is-no-place-of-writing"),
    ],
)
def test_the_place_of_writing_says_nothing(text, source, expected):
    assert right(text, source, "said", "it burnt")[2] == [expected]
