"""Compile the marked-up articles under authoring/ into open.jsonl and frozen.jsonl, the scorer's form.

An article in authoring/HALF/*.txt is `=== id`, header lines, an empty line and its text. The text carries tags
`{c1 content}`, `{s1 source}`, `{q1 cue}` and `{!why words that nobody states}`; they nest, and `{s1,s2 She}` gives
one mention to two attributions. An attribution has one header line,

    NUMBER KIND SOURCE_TYPE STANCE LEVEL Full Name [+ Second Speaker] [| key=value] [| key=value]

with LEVEL person, entity or `-` (nobody known). The keys are names (forms printed, by comma), via, expect,
candidates (by comma) and speech (no: an attitude or intention).

    python tests/golden/compile.py [--check | --show HALF | --topics]
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
HALVES = ("open", "frozen", "later_open", "later_frozen", "long_open", "long_frozen")
TOKEN = re.compile(r"\{([a-z0-9!,-]+) |\}")
Spans = list[list[int]]


def topics() -> list[str]:
    """Give the tags of topics.txt in its order."""
    lines = (HERE / "topics.txt").read_text("utf-8").splitlines()
    return [line.split()[0] for line in lines if line and not line.startswith("#")]


def unmark(marked: str) -> tuple[str, dict[str, Spans]]:
    """Take the tags out of a marked text: the plain text, and the spans of every tag in order."""
    text, read, opened, found = "", 0, [], []
    for token in TOKEN.finditer(marked):
        text += marked[read : token.start()]
        read = token.end()
        if token[1]:
            opened.append((token[1], len(text)))
        else:
            tags, start = opened.pop()
            found += [(tag, [start, len(text)]) for tag in tags.split(",")]
    if opened:
        raise ValueError(f"unclosed tag {opened[-1]}")
    spans: dict[str, Spans] = {}
    for tag, span in sorted(found, key=lambda item: item[1]):
        spans.setdefault(tag, []).append(span)
    return text + marked[read:], spans


def words(text: str, spans: Spans) -> str:
    """Join what the spans cut from the text."""
    return " ".join(text[start:end] for start, end in spans)


def who(level: str, name: str, keys: dict[str, str]) -> dict[str, Any]:
    """Name the speakers: a person also by the last word of the name, which the scorer compares."""
    speakers = [one.strip() for one in name.split("+")] if name else []
    default = [one.split()[-1] if level == "person" else one for one in speakers]
    names = [one.strip() for one in keys["names"].split(",")] if "names" in keys else default
    return {
        "speaker_names": names,
        "speaker_full": " and ".join(speakers) or None,
        "speakers": speakers,
        "speaker_level": f"gold-{level}" if speakers else None,
    }


def attribution(article: str, line: str, text: str, spans: dict[str, Spans]) -> dict[str, Any]:
    """Join one header line with the spans that bear its number."""
    head, *options = line.split("|")
    number, kind, source_type, stance, level, *name = head.split()
    keys = dict(option.strip().split("=", 1) for option in options)
    parts = {
        part: spans.pop(letter + number, []) for letter, part in zip("sqc", ("source", "cue", "content"), strict=True)
    }
    if not parts["content"] or (not parts["source"] and "expect" not in keys):
        raise ValueError(f"{article} {number}: no content, or attributed without a source")
    return {
        "id": f"{article}-{int(number):02}",
        **parts,
        **{f"{part}_text": words(text, found) for part, found in parts.items()},
        "kind": kind,
        "source_type": source_type,
        **who(level, " ".join(name), keys),
        "speech_cue": keys.get("speech") != "no",
        "stance": stance,
        **({"via": keys["via"]} if "via" in keys else {}),
        "expect": keys.get("expect", "attributed"),
        **({"candidates": keys["candidates"].split(", ")} if "candidates" in keys else {}),
    }


def article(source: str) -> dict[str, Any]:
    """Compile one article; a tag without a header line is an error."""
    head, _, marked = source.partition("\n\n")
    name, *lines = head.splitlines()
    text, spans = unmark(marked.strip("\n"))
    fields = dict(line.split(": ", 1) for line in lines if not line[0].isdigit())
    given = [attribution(name, line, text, spans) for line in lines if line[0].isdigit()]
    silent = sorted([*span, tag[1:]] for tag in list(spans) if tag[0] == "!" for span in spans.pop(tag))
    if spans:
        raise ValueError(f"{name}: no header line for {', '.join(spans)}")
    return {
        "id": name,
        **({"title": fields["title"]} if "title" in fields else {}),
        "text": text,
        "names": fields["names"].split(", "),
        "topics": fields["topics"].split(),
        "attributions": given,
        "silent": silent,
    }


def half(name: str) -> Iterator[dict[str, Any]]:
    """Compile the articles of one half, file by file."""
    for path in sorted((HERE / "authoring" / name).glob("*.txt")):
        for source in re.split(r"^=== ", path.read_text("utf-8"), flags=re.M)[1:]:
            yield article(source)


def lines(name: str) -> str:
    """Give one half as JSON lines."""
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in half(name))


def stale() -> list[str]:
    """Name the halves whose jsonl differs from what their sources compile to."""
    target = {name: HERE / f"{name}.jsonl" for name in HALVES}
    return [name for name in HALVES if not target[name].exists() or target[name].read_text("utf-8") != lines(name)]


def show(name: str) -> None:
    """Print every attribution of one half for reading over."""
    for one in half(name):
        print(f"\n== {one['id']}  {len(one['text'].split())} words  {' '.join(one['topics'])}")
        for a in one["attributions"]:
            print(
                f"  {a['id'][-2:]} {a['kind']} {a['stance']} {a['expect']} [{a['speaker_full']}] "
                f"S:{a['source_text']!r} Q:{a['cue_text']!r} C:{a['content_text']!r}"
            )
        for start, end, why in one["silent"]:
            print(f"  -- {why}: {one['text'][start:end]!r}")


def count() -> None:
    """Print how many articles of each half test each topic."""
    tally = {name: Counter(tag for one in half(name) for tag in one["topics"]) for name in HALVES}
    for tag in topics():
        print(f"{tag:28}", *(f"{tally[name][tag]:4}" for name in HALVES))


def main() -> int:
    """Write both halves, or only look at them."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--check", action="store_true", help="fail when a jsonl file is stale; write nothing")
    options.add_argument("--show", choices=HALVES, help="print the attributions of one half")
    options.add_argument("--topics", action="store_true", help="print the articles by topic and half")
    asked = options.parse_args()
    if asked.check:
        return print(f"stale: {', '.join(late)}") or 1 if (late := stale()) else 0
    if asked.show or asked.topics:
        show(asked.show) if asked.show else count()
        return 0
    for name in HALVES:
        (HERE / f"{name}.jsonl").write_text(lines(name), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
