"""The data folder: who owns it just now, where its server listens, and folders that only the server may enter."""

import fcntl
import hashlib
import json
import os
import socket
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service.errors import LocalPostgresError
from service.local_postgres.account import Account

SOCKET = ".s.PGSQL.5432"
# Bytes that the system has for the path of a socket, the closing zero left out.
_LONGEST_SOCKET = 107 if sys.platform == "linux" else 103


class FolderInUse(LocalPostgresError):
    """Another process owns the data folder."""


def made(data: Path) -> Path:
    """The data folder with its links resolved, made with its parents where missing."""
    try:
        data = data.expanduser().resolve()
        for folder in reversed([data, *data.parents]):
            if not folder.exists():
                folder.mkdir()
                if os.geteuid() == 0:  # the server's user must get in, under a umask of 077 too
                    folder.chmod(0o755)
        with tempfile.TemporaryFile(dir=data):
            return data
    except (OSError, RuntimeError) as error:
        raise unwritable(data, error) from error


def unwritable(data: Path, error: Exception) -> LocalPostgresError:
    """The one line for a data folder that cannot be made or written."""
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return LocalPostgresError(f"the data folder {data} cannot be written ({reason}): choose another with --data")


@contextmanager
def ownership(data: Path) -> Iterator[None]:
    """Be the only owner of the data folder for as long as the context lasts. FolderInUse names another owner.

    The lock goes with the process, however it ends; the file stays and names the last owner.
    """
    try:
        lock = os.open(data / "onrecord.lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
    except OSError as error:
        raise unwritable(data, error) from error
    try:
        _lock(lock, data)
        _give_to_owner_of(data, lock)
        os.ftruncate(lock, 0)
        os.write(lock, f"{os.getpid()}\n".encode())
        yield
    finally:
        os.close(lock)


def _lock(lock: int, data: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        owner = os.read(lock, 20).decode().strip() or "unknown"
        raise FolderInUse(
            f"the data folder {data} is in use by process {owner}: stop that one, or choose another folder with --data"
        ) from None


def _give_to_owner_of(data: Path, file: int) -> None:
    # Root may work on a user's folder for once; that user must be able to open these files later.
    if os.geteuid() == 0:
        owner = data.stat()
        os.fchown(file, owner.st_uid, owner.st_gid)


def write_state(data: Path, socket_folder: Path) -> None:
    """Tell other commands where the server of this data folder listens, and which process owns it."""
    state = {"socket": str(socket_folder), "owner": os.getpid()}
    descriptor, partial = tempfile.mkstemp(dir=data, prefix="server.json.")
    with open(descriptor, "w", encoding="utf-8") as file:
        _give_to_owner_of(data, descriptor)
        json.dump(state, file)
    Path(partial).replace(data / "server.json")


def forget_state(data: Path) -> None:
    """Take back what write_state told."""
    (data / "server.json").unlink(missing_ok=True)


def listening(data: Path) -> Path | None:
    """The socket folder where the present owner's server takes connections; None while there is none."""
    told = _told_socket_folder(data)
    if told is None:
        return None
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        return told if probe.connect_ex(str(told / SOCKET)) == 0 else None


def _told_socket_folder(data: Path) -> Path | None:
    try:
        state = json.loads((data / "server.json").read_text(encoding="utf-8"))
        present = int((data / "onrecord.lock").read_text(encoding="utf-8"))
        return Path(state["socket"]) if state["owner"] == present else None  # a killed owner's is of no use
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None


def socket_folder(data: Path, account: Account) -> Path:
    """An empty folder that only the account may enter, with a path that a connection string can name.

    In the data folder where its path allows, else in the temporary folder under a name made from that path.
    """
    name = "onrecord-" + hashlib.sha256(os.fsencode(data)).hexdigest()[:12]
    for folder in (data / "run", Path(tempfile.gettempdir()) / name, Path("/tmp") / name):  # noqa: S108
        if _can_be_named(folder / SOCKET) and account.can("x", folder.parent):
            _make_private(folder, account)
            _empty(folder)
            return folder
    raise LocalPostgresError(f"the path of {data} is too long for a socket: choose a shorter folder with --data")


def _can_be_named(address: Path) -> bool:
    # A comma parts two hosts of a connection string, however it is escaped there.
    return len(os.fsencode(address)) <= _LONGEST_SOCKET and "," not in str(address)


def remove_socket_folder(folder: Path) -> None:
    """Remove a folder that socket_folder made, with what a killed server left in it."""
    if folder.exists():
        _empty(folder)
        folder.rmdir()


def _empty(folder: Path) -> None:
    for left_over in (folder / SOCKET, folder / f"{SOCKET}.lock"):
        left_over.unlink(missing_ok=True)


def _make_private(folder: Path, account: Account) -> None:
    try:
        folder.mkdir(mode=0o700)
        account.own(folder)
    except FileExistsError:
        # In a temporary folder anybody may have made it first, or put a link there.
        found = folder.lstat()
        private = stat.S_ISDIR(found.st_mode) and found.st_mode & 0o077 == 0
        if not private or found.st_uid != account.uid:
            raise LocalPostgresError(f"{folder} is no private folder of the user {account.name}: remove it") from None
    except OSError as error:
        raise unwritable(folder, error) from error
