"""The commands of README.md that ask, load and extract, run as they stand there against a service with the samples."""

import json
import re
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from test_serve import ARTICLE, MAIN, serving

from service.analysis import load_analyst
from service.loading import load_samples
from service.store.pool import open_pool

README = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)\n```", README, re.DOTALL)
ADDRESS = "http://127.0.0.1:8000"


def block(word):
    """The one block of commands with this word."""
    (found,) = [each for each in BLOCKS if word in each]
    return found


@pytest.fixture(scope="module")
def service(postgres_server, database_on, _migrated_template):
    with database_on(postgres_server, _migrated_template) as url, pytest.MonkeyPatch.context() as environment:
        environment.setenv("DATABASE_URL", url)
        with closing(open_pool(url, size=1, wait=10, statement_timeout=60)) as pool:
            load_samples(pool, load_analyst())
        with serving() as started:
            yield started


@pytest.fixture
def clone(tmp_path):
    """A folder as README.md has it, with `.venv/bin/onrecord` and articles to load."""
    command = tmp_path / ".venv" / "bin" / "onrecord"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{MAIN}" "$@"\n')
    command.chmod(0o755)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_text(ARTICLE["text"])
    (tmp_path / "more.jsonl").write_text(json.dumps(ARTICLE | {"text": ARTICLE["text"] + " So it was."}))
    return tmp_path


def output(commands, clone, service):
    """What the commands print, each of which must succeed."""
    script = "set -e -o pipefail\n" + commands.replace(ADDRESS, service.url)
    done = subprocess.run(["bash", "-c", script], check=False, capture_output=True, text=True, cwd=clone)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_first_question_has_the_answer_that_is_printed(clone, service):
    printed = re.search(r"```json\n(.*?)\n```", README, re.DOTALL)[1]
    assert json.loads(output(block("speaker=Lavrov&kind"), clone, service)) == json.loads(printed)


def test_articles_are_loaded(clone, service):
    loading = block("onrecord load articles/")
    assert "2 created" in output(loading, clone, service)
    assert "2 unchanged" in output(loading, clone, service)


def test_stored_articles_are_read_again(clone, service):
    *_, summary = output(block("onrecord reread"), clone, service).splitlines()
    assert summary == "articles: 0 read again, 0 left; quotes: 0 kept, 0 changed, 0 new, 0 gone"


def test_an_article_is_sent_with_a_key(clone, service):
    answer = json.loads(output(block("--scope ingest"), clone, service))
    (quote,) = answer["quotes"]
    assert (answer["outcome"], quote["text"].rstrip(","), quote["kind"]) == ("created", "We will not sell", "direct")


def test_many_are_handed_in_and_taken_in(clone, service):
    key = block("--scope ingest").splitlines()[0]
    posted = f"{key}\n{block('gzip -c more.jsonl')}\necho\necho $KEY"
    job, secret = output(posted, clone, service).split()
    asked = Request(f"{service.url}/jobs/{json.loads(job)['id']}", headers={"Authorization": f"Bearer {secret}"})
    while (found := json.load(urlopen(asked)))["state"] != "finished":
        signal.sigtimedwait([], 0.1)
    assert (found["received"], found["failed"]) == (1, 0)


def test_a_search_is_exported(clone, service):
    output(block("onrecord export"), clone, service)
    assert (clone / "lavrov.csv").read_text().count("Sergey Lavrov") > 2


def test_a_text_is_read_without_a_store(clone, service):
    (line,) = output(block("| .venv/bin/onrecord extract"), clone, service).splitlines()
    assert [quote["speaker_name"] for quote in json.loads(line)["quotes"]] == ["Ama Boateng"]


def test_a_reader_is_measured(clone, service):
    words, name = "We will not sell", "Ama Boateng"
    text = f"“{words},” said {name}, head of the port."
    content, source = ([[text.index(part), text.index(part) + len(part)]] for part in (words, name))
    said = {"content": content, "source": source, "kind": "direct", "source_type": "named", "speaker_names": [name]}
    gold = {"id": "port", "text": text, "attributions": [said]}
    (clone / "gold.jsonl").write_text(json.dumps(gold))
    printed = output(block("onrecord evaluate"), clone, service)
    assert "1 articles, 1 statements annotated, 1 found" in printed


def test_claims_are_asked_for_and_matched(clone, service):
    asked = block("status=disputed").splitlines()
    found, linked, near = (json.loads(output(command, clone, service)) for command in asked)
    assert found["facets"]["status"] == [{"value": "disputed", "count": len(found["items"])}]
    assert linked["@graph"][0]["@type"] == "Claim"
    assert near["items"][0]["disputes"]


def test_quotes_are_searched(clone, service):
    asked = block("highlight=true").splitlines()
    marked, about, disputed = (json.loads(output(command, clone, service)) for command in asked)
    assert all(quote["highlights"] for quote in marked["items"])
    assert list(about["items"][0]) == ["id", "text", "speaker", "article"]
    assert disputed["items"][0]["disputes"][0]["other"]["text"]
    assert disputed["facets"]["month"]
    assert marked["items"]


def test_a_desk_reviews_and_judges(clone, service):
    reviews, dispute, draft = map(json.loads, output(block("DESK="), clone, service).splitlines())
    assert reviews["items"][0]["publisher"] == "The Fact Desk"
    assert (dispute["verdict"], draft["@type"]) == ("confirmed", "ClaimReview")


def test_a_quote_is_corrected_with_the_tag_that_was_seen(clone, service):
    quote = json.loads(output(block("CURATOR="), clone, service))
    assert (quote["kind"], quote["corrected"]) == ("mixed", ["kind"])


def test_a_desk_asks_whether_anyone_said_it(clone, service):
    (found,) = json.loads(output(block("/quotes/verify"), clone, service))["items"]
    assert (found["verdict"], bool(found["nearest"])) == ("verbatim", True)


def test_a_search_is_a_feed(clone, service):
    feed = output(block("format=atom"), clone, service)
    assert feed.startswith("<?xml")
    assert "Our British counterparts" in feed


def test_who_polls_gets_every_change_once(clone, service):
    (script,) = re.findall(r"```python\n(.*?)\n```", README, re.DOTALL)
    (clone / "poll.py").write_text(script.replace(ADDRESS, service.url))
    first, second = (output(f"{sys.executable} poll.py", clone, service).splitlines() for _ in range(2))
    told = {" ".join(line.split()[:2]) for line in first}
    assert told >= {"article added", "speaker added", "quote added", "claim opened", "claim answered"}
    assert second == []


def test_a_webhook_is_made(clone, service):
    made = json.loads(output(block("ADMIN="), clone, service))
    assert (made["kind"], made["secret"][:6]) == (["quote"], "whsec_")


def test_no_command_over_http_is_left_out():
    asking = [each for each in BLOCKS if "curl" in each and ADDRESS in each]
    tried = {
        block("speaker=Lavrov&kind"),
        block("format=atom"),
        block("--scope ingest"),
        block("status=disputed"),
        block("DESK="),
        block("ADMIN="),
    }
    tried |= {block("gzip -c more.jsonl"), block("onrecord export"), block("highlight=true")}
    tried |= {block("CURATOR="), block("/quotes/verify")}
    # Whom it merges are no speakers of the samples: tests/contract/test_corrections.py does that.
    assert tried | {block("CURATE=")} == set(asking)
