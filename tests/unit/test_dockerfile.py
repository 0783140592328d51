"""The image is built from what is really there: a wheel in the first stage, only it and its lock in the second."""

import fnmatch
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

Instruction = tuple[str, str]


def instructions() -> list[Instruction]:
    """(keyword, arguments) of every line that is no comment."""
    lines = (ROOT / "Dockerfile").read_text("utf-8").replace("\\\n", " ").splitlines()
    split = [line.split(maxsplit=1) for line in lines if line.strip() and not line.startswith("#")]
    return [(keyword, arguments) for keyword, arguments in split]


def stages() -> list[list[Instruction]]:
    found: list[list[Instruction]] = []
    for keyword, arguments in instructions():
        if keyword == "FROM":
            found.append([])
        found[-1].append((keyword, arguments))
    return found


def values(stage: list[Instruction], keyword: str) -> list[str]:
    return [arguments for found, arguments in stage if found == keyword]


def copied_from_checkout() -> list[str]:
    copies = [arguments.split() for arguments in values(instructions(), "COPY") if not arguments.startswith("--from")]
    return [source for *sources, _ in copies for source in sources]


def allowed(source: str) -> bool:
    """Whether .dockerignore, which shuts out everything first, lets this source in."""
    rules = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert "*" in rules
    return any(fnmatch.fnmatch(source, rule[1:]) for rule in rules if rule.startswith("!"))


def test_two_stages_on_one_base():
    build, final = stages()
    assert [values(stage, "FROM") for stage in (build, final)] == [["python:3.12-slim AS build"], ["python:3.12-slim"]]
    assert [copy.split()[0] for copy in values(final, "COPY")] == ["requirements.lock", "--from=build"]


@pytest.mark.parametrize("source", copied_from_checkout())
def test_every_source_exists_and_reaches_the_build(source):
    assert (ROOT / source).exists()
    assert allowed(source)


def test_the_build_gets_all_that_the_wheel_is_made_of():
    build, _ = stages()
    copied = {source.rstrip("/") for line in values(build, "COPY") for source in line.split()[:-1]}
    assert copied == {"pyproject.toml", "README.md", "LICENSE", "openapi.yaml", "schemas", "seeds", "service", "sql"}


def test_it_serves_as_documented():
    _, final = stages()
    [entry], [command] = values(final, "ENTRYPOINT"), values(final, "CMD")
    words = " ".join(json.loads(entry) + json.loads(command))
    assert words == "onrecord serve"
    assert words in (ROOT / "README.md").read_text("utf-8")


def test_it_does_not_serve_as_root():
    _, final = stages()
    assert values(final, "USER") == ["onrecord"]
    keywords = [keyword for keyword, _ in final]
    assert "RUN" not in keywords[: keywords.index("ENTRYPOINT")][keywords.index("USER") :]


def test_its_health_is_that_of_the_service():
    _, final = stages()
    [check] = values(final, "HEALTHCHECK")
    words = json.loads(check.split(" CMD ", 1)[1])
    assert words[:2] == ["python", "-c"]
    compile(words[2], "HEALTHCHECK", "exec")
    assert "/health/ready" in words[2]
    assert values(final, "VOLUME") == ["/data"]
