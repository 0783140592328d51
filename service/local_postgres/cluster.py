"""Makes the database files of an empty data folder, whole or not at all."""

import shutil
import subprocess
from pathlib import Path

from service.errors import LocalPostgresError
from service.local_postgres.account import Account
from service.local_postgres.binaries import major_version
from service.local_postgres.folder import unwritable

_FIRST_WITH_BUILTIN_LOCALES = 17


def make_cluster(cluster: Path, programs: Path, account: Account) -> None:
    """Make the database files in a folder that does not exist yet; an existing one is left as it is.

    LocalPostgresError: the existing one is of another major version than the programs, which cannot read it.
    They come to be under another name: a start killed halfway leaves nothing that looks like a store.
    """
    if cluster.exists():
        _require_same_version(cluster, programs)
        return
    partial = cluster.with_suffix(".partial")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        partial.mkdir(mode=0o700)
        account.own(partial)
        _run_initdb(partial, programs, account)
        partial.rename(cluster)
    except OSError as error:
        raise unwritable(cluster.parent, error) from error


def gist(messages: str) -> str:
    """The line of a Postgres program's messages that says what is wrong."""
    lines = [line.strip() for line in messages.splitlines() if line.strip()]
    telling = [line for line in lines if "FATAL:" in line or "error:" in line]
    return (telling or lines or ["it said nothing"])[-1]


def _require_same_version(cluster: Path, programs: Path) -> None:
    try:
        made = (cluster / "PG_VERSION").read_text(encoding="utf-8").strip()
    except OSError:
        return  # the server says better what is wrong with its folder
    present = str(major_version(programs))
    if made != present:
        raise LocalPostgresError(
            f"the store in {cluster.parent} is of Postgres {made} and the programs are of {present}: back it up with "
            f"programs of {made} (PG_BINDIR names their folder), then `onrecord restore` it into another --data folder"
        )


def _run_initdb(cluster: Path, programs: Path, account: Account) -> None:
    options = ["--username=onrecord", "--encoding=UTF8", "--data-checksums", "--no-instructions"]
    options += ["--auth-local=trust", "--auth-host=reject", *_locale_options(major_version(programs))]
    done = subprocess.run(
        [programs / "initdb", "-D", cluster, *options],
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,  # Ctrl-C in a terminal is for this process, which then ends initdb
        **account.process_options(),
    )
    if done.returncode != 0:
        raise LocalPostgresError(f"the store cannot be made in {cluster.parent}: {gist(done.stderr)}")


def _locale_options(major: int) -> list[str]:
    """UTF-8 in code point order with accented capitals folded, whatever locales the host has."""
    if major >= _FIRST_WITH_BUILTIN_LOCALES:
        return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    return ["--locale=C.UTF-8", "--lc-messages=C"]
