"""The wheel, installed into an environment of its own, works from any folder: code, sql, seeds, interface and model."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]
CARRIED = {
    "sql": "service/_shipped/sql",
    "seeds": "service/_shipped/seeds",
    "service/extraction/model": "service/extraction/model",
}
STORY = "“We never did that, and we never will,” said Sergei Lavrov, the Russian foreign minister, on Tuesday.\n"


def run(*command: object, folder: Path | None = None) -> str:
    """The standard output of a command that must succeed, with nothing of this checkout in its environment."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "ONRECORD"))}
    done = subprocess.run(
        [str(part) for part in command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    [built] = folder.glob("onrecord-*.whl")
    return built


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a new environment that holds the wheel and sees this one's packages behind it."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index", "--no-deps", wheel)
    # Installing the dependencies anew would take a minute. A .pth file is not followed into the .pth files of the
    # folder it names, so the checkout that this environment has installed as editable stays out of sight.
    [own] = home.glob("lib/python*/site-packages")
    (own / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python.parent


def test_the_wheel_carries_all_that_the_code_reads(wheel):
    with ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    for folder, place in CARRIED.items():
        files = [path.relative_to(ROOT / folder) for path in (ROOT / folder).rglob("*") if path.is_file()]
        assert files
        assert {f"{place}/{path}" for path in files if "__pycache__" not in path.parts} <= inside
    assert "service/_shipped/openapi.yaml" in inside
    assert not {name for name in inside if name.startswith("tests")}


def test_the_wheel_itself_is_what_runs(programs, tmp_path):
    place = run(programs / "python", "-c", "import service; print(service.__file__)", folder=tmp_path)
    assert place.startswith(str(programs.parent))


def test_help_lists_the_commands(programs, tmp_path):
    listed = run(programs / "onrecord", "--help", folder=tmp_path)
    assert {"serve", "load", "extract", "keys"} <= set(listed.split())


def test_extract_reads_with_the_model_of_the_wheel(programs, tmp_path):
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    line = json.loads(run(programs / "onrecord", "extract", "story.txt", folder=tmp_path))
    assert line["id"] == "story.txt"
    [quote] = line["quotes"]
    assert [STORY[start:end] for start, end in quote["quoted"]] == ["We never did that, and we never will"]
    assert quote["speaker_name"] == "Sergei Lavrov"


@pytest.mark.parametrize("name", ["sql/migrations", "sql/queries", "seeds/newsroom.jsonl", "openapi.yaml"])
def test_shipped_files_are_found_in_the_wheel(programs, tmp_path, name):
    ask = "import sys; from service.shipped import shipped; print(shipped(sys.argv[1]))"
    found = run(programs / "python", "-c", ask, name, folder=tmp_path).strip()
    assert found.startswith(str(programs.parent))


def test_the_interface_is_the_one_of_the_checkout(programs, tmp_path):
    assert run(programs / "onrecord", "openapi", folder=tmp_path) == (ROOT / "openapi.yaml").read_text("utf-8")
