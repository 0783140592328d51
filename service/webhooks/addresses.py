"""Where deliveries may go: to public addresses over HTTP, and nowhere into the networks behind the service."""

import ipaddress
import re
import socket
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from service.errors import InvalidWebhook, Undeliverable
from service.regex import regex

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_PORTS = {"http": 80, "https": 443}
_LOWEST_OTHER = 1024  # below are the ports of mail, names, shells and the like
_HOST = regex(r"[A-Za-z0-9._:-]+")  # names in other scripts are written as xn--
_THIS_HOST = regex(r"(.+\.)?localhost\.?", re.IGNORECASE)
_PRINTABLE = regex(r"[!-~]*")
_SITE_LOCAL = ipaddress.IPv6Network("fec0::/10")
_EMBEDDING = ipaddress.IPv6Network("64:ff9b::/96")  # IPv4 behind a translator


@dataclass(frozen=True, slots=True)
class Receiver:
    """A checked URL in its parts; `target` is path and query."""

    secure: bool
    host: str
    port: int
    target: str

    @property
    def named(self) -> str:
        """As the header Host has it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS["https" if self.secure else "http"] else f"{host}:{self.port}"


def check_address(url: str, *, private: bool) -> None:
    """InvalidWebhook, with why: nothing may be delivered to this URL. Names are not looked up yet."""
    receiver = receiver_of(url)
    if not private and _THIS_HOST.fullmatch(receiver.host):
        raise InvalidWebhook(f"{receiver.host} is no public address")
    try:
        found = socket.getaddrinfo(receiver.host, None, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    except (OSError, UnicodeError):
        return
    if not private and not all(is_public(str(each[4][0])) for each in found):
        raise InvalidWebhook(f"{receiver.host} is no public address")


def receiver_of(url: str) -> Receiver:
    """The parts of a URL. InvalidWebhook: it is none that may be delivered to."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise InvalidWebhook(f"not a web address: {error}") from error
    if parts.scheme not in _PORTS or not parts.hostname or not _PRINTABLE.fullmatch(url):
        raise InvalidWebhook("not a web address of printable ASCII that starts with http:// or https://")
    if not _HOST.fullmatch(parts.hostname):
        raise InvalidWebhook("the host is no name or address")
    if parts.username is not None or parts.password is not None or "#" in url:
        raise InvalidWebhook("a name, a password or a fragment in the address is never sent")
    port = _PORTS[parts.scheme] if port is None else port
    if port not in _PORTS.values() and port < _LOWEST_OTHER:
        raise InvalidWebhook(f"the port {port} is neither 80 nor 443 nor above {_LOWEST_OTHER - 1}")
    return Receiver(parts.scheme == "https", parts.hostname, port, _target(parts))


def addresses_of(receiver: Receiver, *, private: bool) -> list[str]:
    """The addresses of its host, looked up now. Undeliverable: there are none, or one of them is not public."""
    try:
        found = socket.getaddrinfo(receiver.host, receiver.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Undeliverable(f"{receiver.host} has no address") from error
    addresses = list(dict.fromkeys(str(each[4][0]) for each in found))
    if not private and not all(map(is_public, addresses)):
        raise Undeliverable(f"{receiver.host} is no public address")
    return addresses


def is_public(address: str) -> bool:
    """Whether an address belongs to the public network, also where IPv6 only wraps an IPv4 one."""
    return all(
        each.is_global and not (each.is_multicast or each.is_reserved or each in _SITE_LOCAL)
        for each in _meant(ipaddress.ip_address(address))
    )


def _meant(address: IpAddress) -> list[IpAddress]:
    """The addresses that a packet may end up at: those inside it, else itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    if address in _EMBEDDING:
        return [ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)]
    inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if int(address) >> 32 == 0 and int(address) > 1:
        inner.append(ipaddress.IPv4Address(int(address)))  # ::a.b.c.d, long out of use
    return [each for each in inner if each is not None] or [address]


def _target(parts: SplitResult) -> str:
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
