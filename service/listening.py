"""The socket that the service listens on, taken before anything else is started; and how to reach it from here."""

import errno
import socket
from dataclasses import dataclass

from service.errors import ServeError

_BACKLOG = 2048
_HERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - a socket on all addresses is reached by the local one


@dataclass(frozen=True, slots=True)
class Address:
    """Where a client on this machine finds the service."""

    host: str
    port: int

    @classmethod
    def of(cls, listener: socket.socket) -> "Address":
        """The address of a listening socket, whose port the system may have chosen."""
        host, port = listener.getsockname()[:2]
        return cls(_HERE.get(host, host), port)

    @property
    def url(self) -> str:
        """The root of the service, without a closing slash."""
        return f"http://[{self.host}]:{self.port}" if ":" in self.host else f"http://{self.host}:{self.port}"


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0 lets the system choose. ServeError where it is taken or not allowed."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        raise ServeError(f"{host} is no address of this machine ({error.strerror}): choose another --host") from error
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(_BACKLOG)
    except OSError as error:
        listener.close()
        raise ServeError(_refusal(host, port, error)) from error
    return listener


def _refusal(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} on {host} is taken, perhaps by another onrecord: choose another with --port"
    return f"port {port} on {host} cannot be used ({error.strerror}): choose another with --port or --host"
