"""Processes are killed in the middle of what they are about: nothing acknowledged is lost, and nothing is half done."""

import json
import os
import signal
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from desk import Desk, ask, at_their_last_act, await_that, drained, fresh, held
from test_serve import await_end, children_of, command, command_line, only_line, run, serving

from service.local_postgres import found_or_owned


def kill(*pids: int) -> None:
    for pid in pids:
        os.kill(pid, signal.SIGKILL)


def loading(file):
    program, options = command("load", file)
    return subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, **options)


def test_a_web_process_under_load(desk, note):
    with desk.writing() as told:
        await_that(lambda: len(told.stored) >= 5)
        victim = desk.web()[0]
        told.struck = time.monotonic()
        kill(victim)
        await_that(lambda: told.recovered > 0)
        await_that(lambda: len(desk.web()) == 2 and victim not in desk.web())
    assert set(told.answers) <= {0, 201, 503}
    note("web process killed under load", *desk.all_is_well(), told.recovered)


def test_the_processes_that_read_for_the_web_processes(desk, note):
    web = desk.web()
    with desk.writing() as told:
        await_that(lambda: len(told.stored) >= 5)
        victims = [pid for each in web for pid in children_of(each)]
        told.struck = time.monotonic()
        kill(*victims)
        await_that(lambda: told.recovered > 0)
    assert victims
    assert set(told.answers) <= {201, 503}
    assert desk.web() == web, "none of these went with them"
    note("reading processes of the web processes killed under load", *desk.all_is_well(), told.recovered)


def test_all_web_processes_in_the_middle_of_intakes_and_of_bulk(desk, note):
    before = {item["url"] for item in desk.items("/articles")}
    jobs, documents = ask(desk.url, "SELECT id FROM jobs ORDER BY id"), fresh(3)
    lines = b"\n".join(json.dumps(each).encode() for each in fresh(30))
    with (
        at_their_last_act(desk.url, 4) as stopped,
        held(desk.url, "LOCK TABLE job_chunks IN SHARE MODE"),
        ThreadPoolExecutor(4) as clients,
    ):
        sent = [clients.submit(desk.ask, "POST", "/articles", each) for each in documents]
        sent.append(clients.submit(desk.ask, "POST", "/articles", lines, **{"Content-Type": "application/x-ndjson"}))
        stopped()
        struck = time.monotonic()
        kill(*desk.web())
        assert [each.result()[0] for each in sent] == [0, 0, 0, 0]
    await_that(desk.is_ready)
    seconds = time.monotonic() - struck
    assert {item["url"] for item in desk.items("/articles")} == before, "what nobody was told is not there either"
    assert ask(desk.url, "SELECT id FROM jobs ORDER BY id") == jobs, "nor half of a job"
    assert [desk.ask("POST", "/articles", each)[0] for each in documents] == [201] * 3
    assert [desk.ask("POST", "/articles", each)[0] for each in documents] == [200] * 3
    desk.stored |= {each["url"] for each in documents}
    note("all web processes killed in the middle of intakes and of bulk", *desk.all_is_well(), seconds)


def test_web_processes_in_the_middle_of_a_merge(desk, note):
    with desk.writing() as told:
        await_that(lambda: len(told.stored) >= 5)
    one, other = (item["id"] for item in list(desk.items("/speakers"))[:2])
    quotes = {item["id"]: item["quotes"] for item in desk.items("/speakers")}
    merge = ("POST", f"/speakers/{one}/merge", {"into": other, "why": "a trial"})
    with at_their_last_act(desk.url) as stopped, ThreadPoolExecutor(1) as client:
        sent = client.submit(desk.ask, *merge)
        stopped()
        struck = time.monotonic()
        kill(*desk.web())
        assert sent.result()[0] == 0
    await_that(desk.is_ready)
    seconds = time.monotonic() - struck
    assert {item["id"]: item["quotes"] for item in desk.items("/speakers")} == quotes, "not merged by half"
    status, made = desk.ask(*merge)
    assert status in (200, 201), made
    assert desk.ask("GET", f"/speakers/{other}")[1]["quotes"] == quotes[one] + quotes[other]
    found = desk.all_is_well()
    assert desk.ask("DELETE", f"/corrections/{made.get('correction', made)['id']}")[0] in (200, 204)
    note("web processes killed in the middle of a merge", *found, seconds)


def test_a_worker_in_the_middle_of_bulk(desk, note):
    with at_their_last_act(desk.url) as stopped:
        job = desk.hand_in(12)
        stopped()
        struck = time.monotonic()
        victim = desk.worker()
        kill(victim)
        # As if the minute were over after which a worker without a sign of life is taken for dead.
        _age_workers(desk.url)
    await_that(lambda: desk.is_done(job))
    seconds = time.monotonic() - struck
    found = desk.ask("GET", f"/jobs/{job}")[1]
    assert (found["created"], found["failed"]) == (12, 0)
    note("worker killed in the middle of bulk (its minute skipped)", *desk.all_is_well(), seconds)


def test_two_who_load_the_same_one_of_them_killed(desk, note, tmp_path):
    documents = fresh(40)
    files = [tmp_path / "forth.ndjson", tmp_path / "back.ndjson"]
    for file, each in zip(files, (documents, documents[::-1]), strict=True):
        file.write_text("".join(json.dumps(document) + "\n" for document in each))
    with loading(files[0]) as killed, loading(files[1]) as other:
        told = [killed.stdout.readline() for _ in range(5)]
        struck = time.monotonic()
        killed.kill()
        told += killed.stdout.readlines()  # what it had said by then
        rest = other.communicate()[0].splitlines()
        seconds = time.monotonic() - struck
    assert other.returncode == 0
    acknowledged = [line.split()[1] for line in told if line.endswith("\n")]
    assert set(acknowledged) <= {item["id"] for item in desk.items("/articles")}
    assert rest[-1].endswith(" 0 failed")
    created = [line.split()[1] for line in [*told, *rest] if line.startswith("created")]
    assert len(created) == len(set(created)), "of the same article one creates it, and the other finds it"
    desk.stored |= {each["url"] for each in documents}
    note("one of two who load the same articles killed", *desk.all_is_well(), seconds)


@pytest.mark.long_form
def test_the_service_with_its_own_server_and_a_second_one_on_its_folder(data_folder, note, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("ONRECORD_DATA", str(data_folder))
    monkeypatch.setenv("ONRECORD_RATE_LIMIT", "off")
    with serving("--data", data_folder) as service:
        desk = Desk(drained(service), store_of(data_folder))
        with desk.writing() as told:
            await_that(lambda: told.stored)
            assert "is in use by process" in only_line(run("serve", "--port", 0, "--data", data_folder))
            so_far = len(told.stored)
            await_that(lambda: len(told.stored) > so_far)
            job = desk.hand_in(10)
            web = [pid for pid in service.family if "service.web" in command_line(pid)]
            told.struck = time.monotonic()
            service.process.kill()
            await_end(web)
            told.over = time.monotonic()
            # As if the minute were over after which a worker without a sign of life is taken for dead.
            _age_workers(desk.url)
            with serving("--data", data_folder, "--port", service.port) as again:
                desk.service = drained(again)
                await_that(lambda: told.recovered > 0)
                await_that(lambda: desk.is_done(job))
                told.stop()
                note("service killed with its server, started again", *desk.all_is_well(), told.recovered)


def _age_workers(url):
    ask(url, "UPDATE procrastinate_workers SET last_heartbeat = now() - interval '2 minutes' RETURNING id")


def store_of(data):
    with found_or_owned(data) as url:
        return url
