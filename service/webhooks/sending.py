"""Sends one delivery: to the very address that was looked up and checked, without following, within a few seconds."""

import http.client
import io
import socket
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass

from service.errors import InvalidWebhook, Undeliverable
from service.webhooks.addresses import Receiver, addresses_of, receiver_of

PATIENCE = 10.0  # seconds for all of it, whatever the receiver does meanwhile
_UNREADABLE = (OSError, http.client.HTTPException, ValueError)


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent to where; `private`: to addresses of private networks too."""

    url: str
    headers: Mapping[str, str]
    body: bytes
    private: bool


def send(message: Message) -> int:
    """Sends it and returns the status of the answer, whose body nobody reads. Undeliverable: there is no answer."""
    deadline = time.monotonic() + PATIENCE
    try:
        receiver = receiver_of(message.url)
    except InvalidWebhook as error:
        raise Undeliverable(str(error)) from error
    connected = _connected(receiver, addresses_of(receiver, private=message.private), deadline)
    try:
        return _answer(_Timed(connected, deadline), receiver, message)
    except TimeoutError as error:
        raise Undeliverable(f"no answer within {PATIENCE:.0f} seconds") from error
    except _UNREADABLE as error:
        raise Undeliverable(f"no answer that is HTTP: {type(error).__name__}") from error
    finally:
        connected.close()


class _Timed:
    """A connection that ends at a deadline, also where every single byte comes in time."""

    def __init__(self, connected: socket.socket, deadline: float) -> None:
        self._connected, self._deadline = connected, deadline

    def sendall(self, data: bytes) -> None:
        """Send all of it."""
        self._connected.settimeout(_left(self._deadline))
        self._connected.sendall(data)

    def receive(self, buffer: memoryview) -> int:
        """Read what has come."""
        self._connected.settimeout(_left(self._deadline))
        return self._connected.recv_into(buffer)

    def makefile(self, *_: object) -> io.BufferedReader:
        """What http.client reads the answer from."""
        return io.BufferedReader(_Received(self))

    def close(self) -> None:
        """Whoever connected closes."""


class _Received(io.RawIOBase):
    """What comes over a connection, as a file."""

    def __init__(self, timed: _Timed) -> None:
        self._timed = timed

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Read what has come."""
        return self._timed.receive(buffer)


def _connected(receiver: Receiver, addresses: list[str], deadline: float) -> socket.socket:
    for address in addresses:
        try:
            plain = socket.create_connection((address, receiver.port), timeout=_left(deadline))
        except OSError:
            continue
        try:
            return _secured(plain, receiver) if receiver.secure else plain
        except (OSError, ValueError) as error:
            plain.close()
            raise Undeliverable(f"no trusted connection to {receiver.host}: {type(error).__name__}") from error
    raise Undeliverable(f"{receiver.host} cannot be reached")


def _secured(plain: socket.socket, receiver: Receiver) -> socket.socket:
    return ssl.create_default_context().wrap_socket(plain, server_hostname=receiver.host)


def _answer(timed: _Timed, receiver: Receiver, message: Message) -> int:
    asking = http.client.HTTPConnection(receiver.host, receiver.port)
    asking.sock = timed
    headers = {"Host": receiver.named, "Connection": "close", **message.headers}
    asking.request("POST", receiver.target, message.body, headers)
    return asking.getresponse().status


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
