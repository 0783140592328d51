"""Which system user the server runs as: Postgres refuses root, so root hands it to an unprivileged user."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from service.errors import LocalPostgresError


class ProcessOptions(TypedDict):
    """Options of `subprocess` that say as whom, and where, a command runs. None changes nothing."""

    cwd: str
    user: int | None
    group: int | None
    extra_groups: list[int] | None


@dataclass(frozen=True, slots=True)
class Account:
    """A system user. `switched` is true where this process is root and the server runs as somebody else."""

    name: str
    uid: int
    gid: int
    switched: bool

    def process_options(self) -> ProcessOptions:
        """Options that run a command as this user, away from folders it may not enter."""
        if self.switched:
            return {"cwd": "/", "user": self.uid, "group": self.gid, "extra_groups": []}
        return {"cwd": "/", "user": None, "group": None, "extra_groups": None}

    def own(self, path: Path) -> None:
        """Make this user the owner of a file or folder that this process has just made."""
        if self.switched:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)

    def can(self, right: str, path: Path) -> bool:
        """Whether this user has a right of `test` on a path: "x" to run or enter it, "w" to write, "r" to read.

        Asked of the system as that user: mode bits alone leave out access lists and read-only mounts.
        """
        probe = ["/bin/sh", "-c", 'test "$1" "$2"', "sh", f"-{right}", str(path)]
        return subprocess.run(probe, check=False, **self.process_options()).returncode == 0


def server_account(data: Path, postgres_user: str) -> Account:
    """The user for the server of a data folder. `postgres_user` counts for root alone, and for a new folder alone.

    Root keeps a folder that another user's server made with that user: Postgres refuses files of somebody else's.
    """
    made = data / "postgres"
    owner = made.stat() if made.is_dir() else None
    if os.geteuid() == 0:
        return _account_of(owner, made) if owner else _unprivileged(postgres_user)
    if owner and owner.st_uid != os.geteuid():
        raise LocalPostgresError(
            f"{made} belongs to the user {_name(owner.st_uid)}: run this as that user, or choose another with --data"
        )
    return Account(_name(os.geteuid()), os.geteuid(), os.getegid(), switched=False)


def _account_of(owner: os.stat_result, made: Path) -> Account:
    if owner.st_uid == 0:
        raise LocalPostgresError(f"{made} belongs to root, and Postgres does not run as root: give it to another user")
    return Account(_name(owner.st_uid), owner.st_uid, owner.st_gid, switched=True)


def _unprivileged(name: str) -> Account:
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        raise LocalPostgresError(
            f"Postgres does not run as root, and there is no user {name} to run it: set ONRECORD_POSTGRES_USER"
        ) from None
    if entry.pw_uid == 0:
        raise LocalPostgresError(f"Postgres does not run as root, and {name} is root: set ONRECORD_POSTGRES_USER")
    return Account(name, entry.pw_uid, entry.pw_gid, switched=True)


def _name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)
