"""The README tells the truth: its first answer stands in the samples, and what it names is there."""

import hashlib
import json
import re
from pathlib import Path

import pytest
import yaml

from service.settings import described, read_settings

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "service").glob("*/README.md"))]
PATHS = yaml.safe_load((ROOT / "openapi.yaml").read_text("utf-8"))["paths"]


def first_answer():
    return json.loads(re.search(r"```json\n(.*?)\n```", README, re.DOTALL)[1])


def test_first_answer_is_proven_by_the_samples():
    [quote] = first_answer()["items"]
    samples = map(json.loads, (ROOT / "seeds" / "newsroom.jsonl").open(encoding="utf-8"))
    [text] = [sample["text"] for sample in samples if sample["url"] == quote["article"]["url"]]
    assert quote["article_sha256"] == hashlib.sha256(text.encode()).hexdigest()
    assert [text[span["start"] : span["end"]] for span in quote["spans"]] == [span["text"] for span in quote["spans"]]
    assert quote["speaker"]["name"] == "Sergey Lavrov"


def test_every_endpoint_is_in_the_table():
    named = {re.sub(r"\{\w+\}", "{id}", path) for path in PATHS} - {"/"}
    assert named <= set(re.findall(r"(?:GET|POST|DELETE) (/[^`?]*)", README)), named


@pytest.mark.parametrize("path", ["/quotes", "/speakers", "/claims", "/articles"])
def test_every_parameter_of_a_search_is_in_its_row(path):
    (row,) = re.findall(rf"^\| `GET {path}`.*", README, re.MULTILINE)
    asked = {each["name"] for each in PATHS[path]["get"]["parameters"] if each["in"] == "query"}
    assert asked <= set(re.findall(r"`(\w+)`", row))


def test_every_setting_that_is_named_is_one():
    named = {name for page in PAGES for name in re.findall(r"ONRECORD_[A-Z_]+", page.read_text("utf-8"))}
    assert named
    assert named <= {row[0] for row in described(read_settings())}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_every_link_leads_somewhere(page):
    for place, anchor in re.findall(r"\]\((?!https?:)([^)#]*)#?([^)]*)\)", page.read_text("utf-8")):
        target = page.parent / place if place else page
        assert target.exists(), place
        assert not anchor or anchor in anchors(target), (place, anchor)


def anchors(page):
    """What GitHub makes of the headings of a page."""
    headings = re.findall(r"^#+ (.*)", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings}


def test_every_program_that_is_named_is_there():
    for page in PAGES:
        for name in re.findall(r"python -m ((?:tests|service)\.[\w.]+)", page.read_text("utf-8")):
            file = ROOT / name.replace(".", "/")
            assert file.with_suffix(".py").exists() or (file / "__main__.py").exists(), name
