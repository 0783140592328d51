"""The lines of the three clients' pages, run as they are served, against a service with the samples."""

import json
import re
import shutil
import subprocess
import sys
from contextlib import closing
from urllib.request import Request, urlopen

import pytest
from lxml import html
from test_serve import serving

from service.analysis import load_analyst
from service.intake import take_in
from service.loading import load_samples
from service.records import Article
from service.store import articles, keys
from service.store.pool import open_pool

CLIENTS = ("frontend", "desk", "pipeline")
ADDRESS = "http://127.0.0.1:8000"
MARKUP = "We <img src=x onerror=alert(1)> count & never <script>alert(2)</script> lie"
needs_node = pytest.mark.skipif(not shutil.which("node"), reason="Node.js is not installed here")
# What the page of the frontend is put into; it takes text alone.
DOCUMENT = """
const shown = [];
globalThis.document = {
  createElement: () => Object.freeze({ __proto__: {
    set textContent(words) { shown.push(words); },
    set innerHTML(words) { throw new Error("markup"); } } }),
  getElementById: (id) => { if (id !== "said") throw new Error(id); return { append: () => {} }; },
};
"""
SHOW = "\nfor (const words of shown) console.log(words);\n"


@pytest.fixture(scope="module")
def store(postgres_server, database_on, _migrated_template):
    with (
        database_on(postgres_server, _migrated_template) as url,
        closing(open_pool(url, size=1, wait=10, statement_timeout=60)) as pool,
    ):
        load_samples(pool, load_analyst())
        yield url, pool


@pytest.fixture(scope="module")
def service(store):
    url, _ = store
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DATABASE_URL", url)
        with serving() as started:
            yield started


@pytest.fixture
def desk(store, monkeypatch):
    """Whoever has a key."""
    with store[1].writing() as connection:
        monkeypatch.setenv("ONRECORD_KEY", keys.create(connection, "desk", ["text"])[1])


def code(service, client, kind):
    """The lines of a page, asking this service."""
    with urlopen(f"{service.url}/docs/clients/{client}") as answer:
        (found,) = html.fromstring(answer.read().decode()).xpath(f"//pre/code[@class='{kind}']")
    return found.text_content().replace(ADDRESS, service.url)


def run(command, folder):
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout


def in_python(service, client, folder):
    (folder / "client.py").write_text(code(service, client, "python"))
    return run([sys.executable, "client.py"], folder)


def in_javascript(service, client, folder):
    lines = code(service, client, "javascript")
    (folder / "client.mjs").write_text(DOCUMENT + lines + SHOW if client == "frontend" else lines)
    return run(["node", "client.mjs"], folder)


def in_curl(service, client, folder):
    return run(["bash", "-c", "set -e -o pipefail\n" + code(service, client, "curl")], folder)


IN = [pytest.param(in_python, id="python"), pytest.param(in_javascript, marks=needs_node, id="javascript")]


@pytest.mark.parametrize("ask", IN)
@pytest.mark.parametrize("client", ["frontend", "desk"])
def test_what_the_page_says_is_printed(client, ask, service, desk, tmp_path):
    assert ask(service, client, tmp_path) == code(service, client, "printed")


@pytest.mark.parametrize("ask", IN)
def test_the_pipeline_keeps_what_is_listed_and_goes_on_where_it_was(ask, service, store, tmp_path):
    with urlopen(f"{service.url}/quotes?speech=any&limit=1&count=true") as answer:
        there = json.load(answer)["count"]
    told = re.compile(code(service, "pipeline", "printed").replace("215-f13dbd32", r"(\d+-[0-9a-f]{8})").strip())
    first = ask(service, "pipeline", tmp_path)
    assert told.fullmatch(first.strip()), first
    assert first.startswith(f"{there} quotes kept")
    assert ask(service, "pipeline", tmp_path) == first
    text = "“We count,” said Ama Boateng. “They do not,” said Ama Boateng."
    made = take_in(store[1], load_analyst(), Article(text))
    kept = [ask(service, "pipeline", tmp_path).split()[0]]
    with store[1].writing() as connection:
        articles.erase(connection, made.article_id)
    kept.append(ask(service, "pipeline", tmp_path).split()[0])
    assert kept == [str(there + 2), str(there)]
    assert "We count" not in (tmp_path / "quotes.json").read_text()


def test_the_lines_of_curl(service, desk, tmp_path):
    quotes = json.loads(in_curl(service, "frontend", tmp_path))
    assert {each["speaker"]["name"] for each in quotes["items"]} == {"Sergey Lavrov", "Sergei Lavrov"}
    decoder = json.JSONDecoder()
    printed = in_curl(service, "desk", tmp_path)
    verified, end = decoder.raw_decode(printed)
    proof, _ = decoder.raw_decode(printed[end:].strip())
    assert verified["items"][0]["verdict"] == "verbatim"
    assert proof["text"] == verified["items"][0]["nearest"][0]["quote"]["text"]
    in_curl(service, "pipeline", tmp_path)
    with urlopen(f"{service.url}/quotes?speech=any&limit=1&count=true") as answer:
        there = json.load(answer)["count"]
    assert len((tmp_path / "quotes.ndjson").read_text().splitlines()) == there
    (tmp_path / "place.txt").write_text("0")
    in_curl(service, "pipeline", tmp_path)
    first = json.loads((tmp_path / "changes.json").read_text())["items"]
    in_curl(service, "pipeline", tmp_path)
    second = json.loads((tmp_path / "changes.json").read_text())["items"]
    assert first
    assert not {each["id"] for each in first} & {each["id"] for each in second}


@pytest.mark.parametrize("ask", IN)
def test_the_pipeline_begins_anew_where_its_place_is_kept_no_more(ask, service, store, tmp_path):
    first = ask(service, "pipeline", tmp_path)
    (tmp_path / "place.txt").write_text("0")
    (tmp_path / "quotes.json").write_text('{"long": "gone"}')
    with store[1].writing() as connection:
        connection.execute("INSERT INTO changes_pruned (number, at) VALUES (1, now())")
    try:
        assert ask(service, "pipeline", tmp_path) == first
    finally:
        with store[1].writing() as connection:
            connection.execute("DELETE FROM changes_pruned")


@pytest.mark.parametrize("ask", IN)
def test_markup_in_a_quote_is_shown_and_never_run(ask, service, store, tmp_path):
    text = f"“{MARKUP},” said Sergey Lavrov, the Russian Foreign Minister, on Monday."
    made = take_in(store[1], load_analyst(), Article(text, publisher="<b>Bold</b>", published_at="2018"))
    printed = ask(service, "frontend", tmp_path)
    with store[1].writing() as connection:
        articles.erase(connection, made.article_id)
    assert MARKUP in printed
    assert "(<b>Bold</b>, 2018)" in printed


@pytest.mark.parametrize("client", ["", *CLIENTS])
def test_the_pages_run_and_fetch_nothing(client, service):
    with urlopen(Request(f"{service.url}/docs/clients/{client}", headers={"Accept": "text/html"})) as answer:
        page, headers = answer.read().decode(), answer.headers
    assert headers["Content-Type"].startswith("text/html")
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "script-src" not in headers["Content-Security-Policy"]
    document = html.fromstring(page)
    assert document.xpath("//script | //img | //iframe | //link | //@onclick | //@src") == []
    assert "<!-- " not in page
    for address in document.xpath("//a/@href"):
        assert urlopen(service.url + address).status == 200
