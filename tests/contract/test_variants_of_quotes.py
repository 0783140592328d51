"""GET /quotes/{id}/variants: one statement across outlets."""

SAID = "We moored all seven ships of the northern fleet at dawn"


def stored(client, number, words, name="Ada Berg"):
    document = {
        "text": f"“{words},” said {name}.", "url": f"https://example.org/{number}", "publisher": f"Outlet {number}",
        "published_at": f"2018-03-0{number}",
    }  # fmt: skip
    return client.post("/articles", json=document).json["quotes"][0]["id"]


def test_the_printings_of_a_statement(writer):
    first = stored(writer, 1, SAID)
    cut = stored(writer, 2, "We moored all seven ships at dawn", "Carl Dahl")
    stored(writer, 3, "The harvest was the best that this valley has seen")
    answer = writer.get(f"/quotes/{cut}/variants").json
    assert (answer["count"], answer["publishers"], answer["earliest"]["id"], answer["next"]) == (2, 2, first, None)
    assert [(row["quote"]["id"], row["kind"], row["speaker"]) for row in answer["items"]] == [
        (first, "same", "same"), (cut, "cut", "other"),
    ]  # fmt: skip
    assert answer["items"][1]["differences"] == [
        {"operation": "same", "printed": "We moored all seven ships", "earliest": "We moored all seven ships"},
        {"operation": "dropped", "printed": None, "earliest": "of the northern fleet"},
        {"operation": "same", "printed": "at dawn", "earliest": "at dawn"},
    ]


def test_pages_follow_their_links(writer):
    quotes = [stored(writer, number, SAID) for number in range(1, 6)]
    found, where = [], f"/quotes/{quotes[0]}/variants?limit=2"
    while where:
        answer = writer.get(where)
        found += [row["quote"]["id"] for row in answer.json["items"]]
        where = answer.headers.get("Link", "").partition(">")[0].lstrip("<")
    assert found == quotes


def test_a_cursor_is_of_its_statement(writer):
    quotes = [stored(writer, number, SAID) for number in range(1, 4)]
    other = stored(writer, 4, "The harvest was the best that this valley has seen")
    after = writer.get(f"/quotes/{quotes[0]}/variants?limit=1").json["next"]
    assert writer.get(f"/quotes/{quotes[1]}/variants?after={after}").status_code == 200
    refused = writer.get(f"/quotes/{other}/variants?after={after}")
    assert (refused.status_code, refused.json["errors"][0]["parameter"]) == (400, "after")


def test_of_a_replaced_quote_there_are_none(writer):
    old = stored(writer, 1, SAID)
    stored(writer, 1, "The harvest was the best that this valley has seen")
    answer = writer.get(f"/quotes/{old}/variants").json
    assert (answer["items"], answer["count"], "earliest" in answer) == ([], 0, False)
