"""How much one address may ask for: told in headers, refused with 429 beyond, and never for those who watch."""

from dataclasses import replace

import pytest

from service.app import create_app


@pytest.fixture
def limited(newsroom):
    """A client that may ask three times an hour."""

    def made(**changed):
        settings = replace(newsroom.settings, rate_limit="3/hour", **changed)
        return create_app(settings, reader=newsroom.reader, pool=newsroom.pool).test_client()

    return made


def test_what_is_left_is_told_and_beyond_it_is_429_with_retry_after(limited):
    client = limited()
    answers = [client.get(path) for path in ("/quotes", "/nowhere", "/speakers", "/quotes")]
    assert [answer.status_code for answer in answers] == [200, 404, 200, 429]
    assert [answer.headers["RateLimit-Limit"] for answer in answers] == ["3"] * 4
    assert [answer.headers["RateLimit-Remaining"] for answer in answers] == ["2", "1", "0", "0"]
    assert all(0 < int(answer.headers["RateLimit-Reset"]) <= 3600 for answer in answers)
    refused = answers[-1]
    assert refused.mimetype == "application/problem+json"
    assert (refused.json["status"], "3 per 1 hour" in refused.json["detail"]) == (429, True)
    assert refused.headers["Retry-After"] == refused.headers["RateLimit-Reset"]
    assert "Retry-After" not in answers[0].headers


@pytest.mark.parametrize("path", ["/health/live", "/health/ready", "/metrics"])
def test_whoever_watches_is_never_refused(path, limited):
    client = limited()
    answers = [client.get(path) for _ in range(5)]
    assert {answer.status_code for answer in answers} == {200}
    assert "RateLimit-Limit" not in answers[0].headers


def test_pages_of_other_origins_may_read_the_headers(limited):
    answer = limited().get("/quotes", headers={"Origin": "https://example.org"})
    exposed = answer.headers["Access-Control-Expose-Headers"].split(", ")
    assert {"RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "Retry-After"} <= set(exposed)


def test_off_tells_nothing(client):
    assert "RateLimit-Limit" not in client.get("/quotes").headers


@pytest.mark.parametrize(
    ("proxies", "left"),
    [
        pytest.param(0, ["2", "1"], id="nobody stands in front: whoever writes an address there is not believed"),
        pytest.param(1, ["2", "2"], id="the proxy wrote the last address, and the client those before"),
    ],
)
def test_the_address_is_that_of_the_client_only_if_a_proxy_says_so(proxies, left, limited):
    client = limited(proxies=proxies)
    forwarded = [{"X-Forwarded-For": f"198.51.100.9, 203.0.113.{last}"} for last in (1, 2)]
    assert [client.get("/quotes", headers=headers).headers["RateLimit-Remaining"] for headers in forwarded] == left
