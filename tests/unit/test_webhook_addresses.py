"""Where webhooks may lead: public addresses on web ports; what leads elsewhere in whatever spelling is refused."""

import socket

import pytest

from service.errors import InvalidWebhook, Undeliverable
from service.webhooks import addresses
from service.webhooks.addresses import addresses_of, check_address, is_public, receiver_of


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("10.1.2.3", id="private"),
        pytest.param("172.31.255.255", id="private, last of its block"),
        pytest.param("192.168.0.1", id="private, at home"),
        pytest.param("127.0.0.1", id="this host"),
        pytest.param("127.9.9.9", id="this host otherwise"),
        pytest.param("0.0.0.0", id="any"),
        pytest.param("169.254.169.254", id="link-local: metadata of clouds"),
        pytest.param("100.64.0.1", id="behind a carrier"),
        pytest.param("198.18.0.1", id="for benchmarks"),
        pytest.param("224.0.0.1", id="multicast"),
        pytest.param("239.255.255.250", id="multicast of a network"),
        pytest.param("240.0.0.1", id="reserved"),
        pytest.param("255.255.255.255", id="broadcast"),
        pytest.param("192.0.2.1", id="for documentation"),
        pytest.param("::", id="any, IPv6"),
        pytest.param("::1", id="this host, IPv6"),
        pytest.param("fe80::1", id="link-local, IPv6"),
        pytest.param("fe80::1%eth0", id="link-local with its link"),
        pytest.param("fc00::1", id="private, IPv6"),
        pytest.param("fd12:3456::1", id="private, IPv6, made up locally"),
        pytest.param("fec0::1", id="site-local, out of use"),
        pytest.param("ff02::1", id="multicast, IPv6"),
        pytest.param("2001:db8::1", id="for documentation, IPv6"),
        pytest.param("::ffff:127.0.0.1", id="IPv4 mapped"),
        pytest.param("::ffff:10.0.0.1", id="private IPv4 mapped"),
        pytest.param("::ffff:a9fe:a9fe", id="link-local IPv4 mapped, in hexadecimal"),
        pytest.param("::127.0.0.1", id="IPv4 compatible, out of use"),
        pytest.param("2002:7f00:1::", id="6to4 of this host"),
        pytest.param("2002:0a00:0001::1", id="6to4 of a private one"),
        pytest.param("64:ff9b::10.0.0.1", id="behind a translator"),
        pytest.param("64:ff9b:1::10.0.0.1", id="behind a translator of one's own"),
        pytest.param("2001:0:4136:e378:8000:63bf:f5ff:fffe", id="Teredo to a private one"),
    ],
)
def test_what_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    ["1.1.1.1", "93.184.215.14", "2606:4700:4700::1111", "::ffff:1.1.1.1", "64:ff9b::1.1.1.1", "2002:101:101::"],
)
def test_what_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        pytest.param("ftp://example.org/", "http", id="another scheme"),
        pytest.param("file:///etc/passwd", "http", id="a file"),
        pytest.param("https:///path", "http", id="no host"),
        pytest.param("https://user@example.org/", "password", id="a name"),
        pytest.param("https://user:secret@example.org/", "password", id="a name and a password"),
        pytest.param("https://@example.org/", "password", id="an empty name"),
        pytest.param("https://example.org/#here", "fragment", id="a fragment"),
        pytest.param("https://example.org:22/", "port", id="a shell"),
        pytest.param("https://example.org:25/", "port", id="mail"),
        pytest.param("https://example.org:0/", "port", id="no port"),
        pytest.param("https://example.org:65536/", "web address", id="a port too high"),
        pytest.param("https://example.org:x/", "web address", id="a port that is a word"),
        pytest.param("https://exämple.org/", "ASCII", id="a name in other letters"),
        pytest.param("https://example.org/a b", "ASCII", id="a blank"),
        pytest.param("https://example.org/\r\nX: y", "ASCII", id="a header in the path"),
        pytest.param("https://exa%6dple.org/", "host", id="an escaped name"),
        pytest.param("https://[::1/", "web address", id="half a bracket"),
        pytest.param("https://127.0.0.1/", "public", id="this host"),
        pytest.param("http://LOCALHOST:9000/", "public", id="this host by its name"),
        pytest.param("http://db.localhost./", "public", id="a name within this host"),
        pytest.param("https://[::1]:8443/", "public", id="this host, IPv6"),
        pytest.param("https://[::ffff:10.0.0.1]/", "public", id="a mapped one"),
        pytest.param("http://2130706433/", "public", id="this host as one number"),
        pytest.param("http://0x7f.1/", "public", id="this host in hexadecimal"),
        pytest.param("http://0177.0.0.1/", "public", id="this host in octal"),
        pytest.param("http://127.1/", "public", id="this host, short"),
        pytest.param("http://169.254.169.254/latest/meta-data", "public", id="metadata of clouds"),
    ],
)
def test_an_address_that_is_refused_at_once(url, why):
    with pytest.raises(InvalidWebhook, match=why):
        check_address(url, private=False)


@pytest.mark.parametrize(
    ("url", "named", "target"),
    [
        pytest.param("https://example.org", "example.org", "/", id="no path"),
        pytest.param("https://example.org:443/a?b=c", "example.org", "/a?b=c", id="the usual port"),
        pytest.param("http://example.org:443/", "example.org:443", "/", id="the usual port of the other"),
        pytest.param("https://example.org:8443/?a", "example.org:8443", "/?a", id="a high port"),
        pytest.param("https://[2606:4700::1111]:8443/x", "[2606:4700::1111]:8443", "/x", id="IPv6"),
        pytest.param("HTTPS://Example.ORG/Path", "example.org", "/Path", id="capitals"),
        pytest.param("https://xn--exmple-cua.org/", "xn--exmple-cua.org", "/", id="other letters, as ASCII"),
    ],
)
def test_an_address_that_is_taken(url, named, target):
    check_address(url, private=False)
    assert (receiver_of(url).named, receiver_of(url).target) == (named, target)


def test_private_ones_are_taken_where_the_setting_allows_them():
    check_address("http://127.0.0.1:8080/", private=True)
    assert addresses_of(receiver_of("http://127.0.0.1:8080/"), private=True) == ["127.0.0.1"]


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(["10.0.0.1"], id="a private one"),
        pytest.param(["1.1.1.1", "10.0.0.1"], id="a private one behind a public one"),
        pytest.param(["::ffff:127.0.0.1"], id="a mapped one"),
    ],
)
def test_a_name_that_leads_inside_is_refused_when_it_is_looked_up(found, monkeypatch):
    monkeypatch.setattr(
        addresses.socket, "getaddrinfo", lambda *_, **__: [(0, 0, 0, "", (each, 443)) for each in found]
    )
    with pytest.raises(Undeliverable, match="public"):
        addresses_of(receiver_of("https://inside.example/"), private=False)


def test_a_name_without_an_address_cannot_be_delivered_to(monkeypatch):
    def unknown(*_, **__):
        raise socket.gaierror

    monkeypatch.setattr(addresses.socket, "getaddrinfo", unknown)
    with pytest.raises(Undeliverable, match="no address"):
        addresses_of(receiver_of("https://nowhere.invalid/"), private=True)
