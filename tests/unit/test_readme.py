"""The README tells the truth: its first answer holds words that stand in the samples at that very place."""

import hashlib
import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")


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
    described = re.findall(r"^  (/\S*):$", (ROOT / "openapi.yaml").read_text("utf-8"), re.MULTILINE)
    named = {re.sub(r"\{\w+\}", "{id}", path) for path in described} - {"/"}
    assert named <= set(re.findall(r"(?:GET|POST|DELETE) (/[^`?]*)", README)), named
