"""`onrecord serve` as a user runs it: from a fresh folder to answers over HTTP, and every way in which it can end."""

import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from unprivileged import as_user, give, needs_root, ordinary_user, python_of

MAIN = "from service.cli import main; main()"
ARTICLE = {
    "title": "A sentence",
    "url": "https://example.org/1",
    "text": 'The mayor, Ann Lee, said "the bridge is safe."',
}


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch):
    for name in list(os.environ):
        if name.startswith("ONRECORD_") or name in ("DATABASE_URL", "PG_BINDIR"):
            monkeypatch.delenv(name)


def command(*words, user=None):
    """The program and options of subprocess that run `onrecord` with these words."""
    python = python_of(user) if user else sys.executable
    options = as_user(user) if user else {"cwd": "/"}
    return [python, "-c", MAIN, *map(str, words)], options


def run(*words, user=None):
    program, options = command(*words, user=user)
    return subprocess.run(program, check=False, capture_output=True, text=True, **options)


class Service:
    """A running `onrecord serve`: its process, its URL, and all the processes that it has started."""

    def __init__(self, process, greeting):
        self.process = process
        self.url = greeting.split(" at ")[1].split()[0]
        self.port = int(self.url.rpartition(":")[2])
        self.family = [process.pid, *children_of(process.pid)]

    def get(self, path):
        with urlopen(self.url + path) as answer:
            return json.load(answer)

    def post(self, path, document, key):
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {key}"}
        with urlopen(Request(self.url + path, json.dumps(document).encode(), headers)) as answer:
            return answer.status

    def child(self, word):
        """The process it has started itself whose command line holds a word."""
        return next(pid for pid in self.family[1:] if word in command_line(pid) and parent_of(pid) == self.process.pid)


@contextmanager
def serving(*words, user=None):
    """A running `onrecord serve` on a free port, once it says it is ready; what is left of it at the end is killed."""
    program, options = command("serve", "--port", 0, "--workers", 1, *words, user=user)
    process = subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)
    greeting = process.stdout.readline()
    assert greeting, process.communicate()[1]
    service = Service(process, greeting)
    try:
        yield service
    finally:
        for pid in filter(runs, service.family):
            os.kill(pid, signal.SIGKILL)
        process.communicate()


def parent_of(pid):
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def command_line(pid):
    return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()


def children_of(pid):
    """All processes that descend from one, whichever of its threads started them."""
    found = [int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in _started_by(task)]
    return found + [below for child in found for below in children_of(child)]


def _started_by(task):
    with suppress(FileNotFoundError, ProcessLookupError):  # ended meanwhile
        return (task / "children").read_text().split()
    return []


def web_processes(master):
    """Those that serve, among all that descend from the one that watches them."""
    return [pid for pid in children_of(master) if "service.web" in command_line(pid)]


def runs(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def await_end(pids):
    """Returns once none of these processes runs; the test's own time limit is the only one."""
    while any(map(runs, pids)):
        signal.sigtimedwait([], 0.05)


def articles_of(service):
    return sorted(article["title"] for article in service.get("/articles?limit=200")["items"])


def only_line(done):
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr


def test_a_first_start_prints_a_question_that_is_answered_from_the_samples(data_folder):
    with serving("--data", data_folder) as service:
        suggested = service.process.stdout.readline()
        assert f"curl '{service.url}/quotes?speaker=Lavrov'" in suggested
        found = service.get("/quotes?speaker=Lavrov")["items"]
        assert found
        assert {quote["article"]["sample"] for quote in found} == {True}


def test_another_command_works_on_the_running_store(data_folder, tmp_path):
    (tmp_path / "one.ndjson").write_text(json.dumps(ARTICLE))
    with serving("--data", data_folder) as service:
        removed = run("sample", "remove", "--data", data_folder)
        assert removed.returncode == 0, removed.stderr
        loaded = run("load", tmp_path / "one.ndjson", "--data", data_folder)
        assert loaded.returncode == 0, loaded.stderr
        assert "1 created" in loaded.stdout.splitlines()[-1]
        assert articles_of(service) == ["A sentence"]


def test_a_key_lets_its_holder_write_until_it_is_revoked(data_folder):
    with serving("--data", data_folder) as service:
        made = run("keys", "create", "--scope", "ingest", "--label", "desk", "--data", data_folder)
        secret, key_id = made.stdout.strip(), made.stderr.split(";")[0].split()[1]
        assert service.post("/articles", ARTICLE, secret) == 201
        assert run("keys", "revoke", key_id, "--data", data_folder).returncode == 0
        with pytest.raises(HTTPError, match="401"):
            service.post("/articles", ARTICLE, secret)


def test_removed_samples_do_not_come_back(data_folder):
    with serving("--data", data_folder) as service:
        service.process.terminate()
        assert service.process.wait() == 0
    assert run("sample", "remove", "--data", data_folder).returncode == 0
    with serving("--data", data_folder) as service:
        assert articles_of(service) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_everything_in_order_and_is_no_failure(data_folder, number):
    with serving("--data", data_folder) as service:
        service.process.send_signal(number)
        assert service.process.wait() == 0
        assert [pid for pid in service.family if runs(pid)] == []
        assert service.process.stderr.read().count("Error") == 0
    assert not (data_folder / "run").exists()
    assert not (data_folder / "server.json").exists()


def test_a_second_start_on_the_same_folder_is_one_line(data_folder):
    with serving("--data", data_folder) as service:
        line = only_line(run("serve", "--port", 0, "--data", data_folder))
        assert f"is in use by process {service.process.pid}" in line


def test_a_taken_port_is_one_line_and_no_store_is_made(data_folder):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        line = only_line(run("serve", "--port", port, "--data", data_folder))
    assert f"port {port} on 127.0.0.1 is taken" in line
    assert not data_folder.exists()


def test_a_host_that_is_none_is_one_line(data_folder):
    assert "no-such-host.invalid is no address" in only_line(
        run("serve", "--host", "no-such-host.invalid", "--data", data_folder)
    )


def test_a_folder_that_cannot_be_written_is_one_line(data_folder):
    data_folder.write_text("a file")
    assert "cannot be written" in only_line(run("serve", "--port", 0, "--data", data_folder / "below"))


def test_after_sigkill_nobody_holds_the_port_and_the_next_start_has_every_article(data_folder):
    with serving("--data", data_folder) as service:
        before = articles_of(service)
        web = [pid for pid in service.family if "service.web" in command_line(pid)]
        service.process.kill()
        await_end(web)
        with serving("--data", data_folder, "--port", service.port) as again:
            assert again.port == service.port
            assert articles_of(again) == before
            assert [pid for pid in service.family if runs(pid)] == []


def test_sigkill_of_the_server_ends_the_service_with_an_error_and_keeps_every_article(data_folder):
    with serving("--data", data_folder) as service:
        before = articles_of(service)
        os.kill(service.child("/postgres "), signal.SIGKILL)
        assert service.process.wait() == 1
        assert "the embedded Postgres server has ended unexpectedly" in service.process.stderr.read()
        await_end(service.family)
    with serving("--data", data_folder) as again:
        assert articles_of(again) == before


def test_sigkill_of_the_web_server_ends_the_service_with_an_error_and_leaves_nothing(data_folder):
    with serving("--data", data_folder) as service:
        os.kill(service.child("service.web"), signal.SIGKILL)
        assert service.process.wait() == 1
        assert "the web server has ended unexpectedly" in service.process.stderr.read()
        assert [pid for pid in service.family if runs(pid)] == []


def test_a_database_of_ones_own_gets_no_samples_and_no_server(empty_database_url, data_folder, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", empty_database_url)
    with serving("--data", data_folder) as service:
        assert articles_of(service) == []
    assert not data_folder.exists()


def test_a_database_that_is_away_is_one_line(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    assert "the database cannot be used just now" in only_line(run("serve", "--port", 0))


@needs_root
def test_an_ordinary_user_serves_too(data_folder):
    user = ordinary_user()
    give(data_folder.parent, user)
    with serving("--data", data_folder, user=user) as service:
        assert articles_of(service)
        owners = {Path(f"/proc/{pid}").stat().st_uid for pid in service.family}
        assert owners == {user.pw_uid}
