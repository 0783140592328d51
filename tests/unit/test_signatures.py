"""Who signs a quotation, or stands above it, and what only looks like it."""

import pytest

from service.extraction.marks import paragraphs, quotations
from service.extraction.signatures import signatures


def read(text):
    lines = paragraphs(text)
    found = signatures(text, quotations(text), lines)
    return [(text[slice(*one.source)], [text[said.start : said.end] for said in one.quotations]) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“It leaks.” — Ana Sá", [("Ana Sá", ["It leaks."])], id="a dash on the line"),
        pytest.param("“It leaks.”\n~ Ana Sá, mason", [("Ana Sá, mason", ["It leaks."])], id="a wave on the next line"),
        pytest.param("“It leaks.” —Ana Sá\nMore.", [("Ana Sá", ["It leaks."])], id="no space behind the dash"),
        pytest.param("“It leaks.” – a man on the quay", [("a man on the quay", ["It leaks."])], id="nobody's name"),
        pytest.param("“It leaks.” – a claim of the tenants", [], id="a description of no person"),
        pytest.param("“It leaks.” — With reports from Ana Sá", [], id="who helped to write it"),
        pytest.param("“It leaks” — Ana said", [], id="a verb of saying makes it a sentence"),
        pytest.param(
            "“It leaks.\n“It always has.”\n— Ana Sá",
            [("Ana Sá", ["It leaks.", "It always has."])],
            id="a quotation that runs on is signed whole",
        ),
        pytest.param(
            "“It leaks.”\n“Not here.”\n— Ana Sá",
            [("Ana Sá", ["Not here."])],
            id="a quotation that was closed is not signed by the next one's signature",
        ),
        pytest.param(
            "ANA SÁ, mason\n“It leaks.”\nBo Lind (cook)\n“Not here.”",
            [("ANA SÁ", ["It leaks."]), ("Bo Lind", ["Not here."])],
            id="names above, as the first line shows",
        ),
        pytest.param(
            "“It leaks.”\nAna Sá, mason\n“Not here.”\nBo Lind, cook",
            [("Ana Sá", ["It leaks."]), ("Bo Lind", ["Not here."])],
            id="names below, as the first line shows",
        ),
        pytest.param(
            "“It leaks.” — Ana Sá\n“Not here.”\nBo Lind, cook",
            [("Ana Sá", ["It leaks."]), ("Bo Lind", ["Not here."])],
            id="a name below, as the signature before shows",
        ),
        pytest.param(
            "Ana Sá, mason\n“It leaks.”\n“It always has.”\nBo Lind, cook\n“Not here.”",
            [("Ana Sá", ["It leaks.", "It always has."]), ("Bo Lind", ["Not here."])],
            id="two paragraphs under one name",
        ),
        pytest.param("Ana Sá, our reporter\n“It leaks.”\nThe roof is old.", [], id="one name alone may be a byline"),
        pytest.param("Cheap Flights\n“It leaks.”\nLong Queues\n“Not here.”", [], id="headings in capitals"),
        pytest.param("Ana Sá, mason\nThe roof is old.\nBo Lind, cook\nHe left.", [], id="no quotation, no speaker"),
    ],
)
def test_signatures(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "read",
    [pytest.param([], id="no paragraph at all"), pytest.param([(0, 5), (30, 40)], id="others alone")],
)
def test_a_quotation_whose_paragraph_is_not_read_stands_on_no_line(read):
    text = "Links\n“It leaks.” SEE ALSO: 8\nAna Sá, mason"
    assert signatures(text, quotations(text), read) == []
