"""/docs/clients beside the other endpoints: what there is not, odd names, and that nothing of a request comes back."""

import pytest

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
