"""/docs/clients beside the other endpoints: what there is not, odd names, and that nothing of a request comes back."""

import pytest
from lxml import html

from service.api.client_pages import CLIENTS, CODES, code


def test_every_page_has_its_lines(client):
    for name in CLIENTS:
        page = client.get(f"/docs/clients/{name}")
        assert (page.status_code, page.mimetype) == (200, "text/html")
        assert page.text.count("<pre>") == len(CODES)
        assert all(code(name, kind) for kind in CODES)


@pytest.mark.parametrize(
    "name", ["nobody", "index", "index.html", "frontend.python", "..", "%2e%2e%2fclient_pages.py", "%00", "<script>"]
)
def test_there_are_no_others(name, client):
    answer = client.get(f"/docs/clients/{name}")
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")


def test_a_parameter_is_a_problem(client):
    assert client.get("/docs/clients/desk?x=<script>alert(1)</script>").status_code == 400


def test_nothing_of_the_request_stands_on_the_page(client):
    plain = client.get("/docs/clients/desk").data
    assert client.get("/docs/clients/desk", headers={"Host": "evil.example", "Referer": "evil"}).data == plain


def test_the_sums_on_the_page_of_growth_are_right(client):
    page = client.get("/docs/growth")
    assert (page.status_code, page.mimetype) == (200, "text/html")
    rows = [[cell.text_content() for cell in row] for row in html.fromstring(page.text).iter("tr")]
    parts = [(int(tables), int(indexes)) for _, tables, indexes, where in (row for row in rows if len(row) == 4)
             if where and tables.isdigit()]  # fmt: skip
    tables, indexes = map(sum, zip(*parts, strict=True))
    assert ["all", str(tables), str(indexes), ""] in rows
    made = 235_000_000 * (tables + indexes) / 1e12
    assert f"{made:.1f} TB" in next(row[2] for row in rows if row[0] == "disk, one copy")
