"""POST /extract: the line of the contract, and nothing kept."""

from schemas.extraction import ExtractedQuote, ExtractLine

TEXT = "“We count,” said Ada Berg."


def test_the_line_has_the_form_of_the_contract(client):
    line = client.post("/extract", json={"id": "one", "text": TEXT}).json
    assert list(line) == list(ExtractLine().dump_fields)
    assert (line["id"], line["language"], line["claims"], line["disputes"]) == ("one", "en", [], [])
    (quote,) = line["quotes"]
    assert list(quote) == list(ExtractedQuote().dump_fields)
    assert [TEXT[start:end] for start, end in quote["content"]] == ["We count,"]
    assert TEXT[slice(*quote["speaker_span"])] == quote["speaker_name"] == "Ada Berg"
    assert quote["speakers"] == [{"span": quote["speaker_span"], "name": "Ada Berg"}]


def test_an_id_is_not_needed(client):
    assert client.post("/extract", json={"text": TEXT}).json["id"] is None


def test_another_language_is_told(client):
    line = client.post("/extract", json={"text": "en français"}).json
    assert (line["reading"], line["language"], line["quotes"]) == ("unsupported_language", "fr", [])


def test_nothing_is_kept(empty_newsroom):
    client = empty_newsroom.client()
    client.post("/extract", json={"text": TEXT})
    assert client.get("/articles").json["items"] == client.get("/quotes").json["items"] == []


def test_the_limit_is_named(client):
    answer = client.post("/extract", json={"text": "a" * 5001})
    assert answer.status_code == 413
    assert "5000" in answer.json["detail"]
