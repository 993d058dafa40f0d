"""Which addresses may be asked: a table of what must be refused, whatever the flags of Python say."""

import ipaddress

import pytest

from importers.read import ReadError
from importers.read.addresses import is_public
from importers.read.web import target_of

PRIVATE = [
    "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200", "100.127.255.255",
    "127.0.0.1", "127.255.255.254", "168.63.129.16", "169.254.0.1", "169.254.169.254", "172.16.0.1",
    "172.31.255.255", "192.0.0.1", "192.0.0.8", "192.0.0.170", "192.0.0.192", "192.0.2.1", "192.31.196.1",
    "192.52.193.1", "192.88.99.1", "192.168.0.1", "192.168.255.255", "192.175.48.1", "198.18.0.1",
    "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250", "240.0.0.1",
    "255.255.255.255", "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8",
    "64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::1", "100::1", "2001::1", "2001:0:4136:e378::1",
    "2001:2::1", "2001:10::1", "2001:20::1", "2001:db8::1", "2002:7f00:1::", "2002:808:808::1",
    "2620:4f:8000::1", "3fff::1",
    "5f00::1", "fc00::1", "fd00:ec2::254", "fd12:3456::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1",
    "ff0e::1", "2606:4700::1%1", "localhost", "", "1.2.3", "0x7f.1", "2130706433",
]  # fmt: skip
PUBLIC = [
    "8.8.8.8",
    "93.184.215.14",
    "172.32.0.1",
    "100.128.0.1",
    "2606:4700:4700::1111",
    "2a00:1450:4001::1",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not_the_public_internet_is_refused(address: str) -> None:
    assert not is_public(address)


def test_the_list_refuses_them_without_the_flags_of_python(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in (ipaddress.IPv4Address, ipaddress.IPv6Address):
        monkeypatch.setattr(kind, "is_global", True)
        monkeypatch.setattr(kind, "is_multicast", False)
    assert [address for address in PRIVATE if is_public(address)] == []


@pytest.mark.parametrize("address", PUBLIC)
def test_the_public_internet_is_not(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("file:///etc/passwd", "only addresses with http"),
        ("gopher://example.org/", "only addresses with http"),
        ("data://text", "only addresses with http"),
        ("http:///a", "has no host"),
        ("http://", "has no host"),
        ("http://user@example.org/", "name or password"),
        ("http://user:secret@example.org/", "name or password"),
        ("http://:@example.org/", "name or password"),
        ("http://example.org:22/", "port 22"),
        ("http://example.org:0/", "port 0"),
        ("http://example.org:99999/", "is not a web address"),
        ("http://example.org:x/", "is not a web address"),
        ("http://[::1/", "is not a web address"),
        ("http://[fe80::1%25eth0]/", "is not a web address"),
        ("http://a..b/", "is not a web address"),
        ("http://exa mple.org/", "characters that none has"),
        ("http://example.org\\@127.0.0.1/", "characters that none has"),
        ("http://example.org/\r\nHost: x", "characters that none has"),
        ("http://example.org/\x00", "characters that none has"),
        ("http://" + "a" * 300 + ".org/", "is not a web address"),
        ("http://example.org/" + "a" * 1000, "too long"),
    ],
)
def test_an_address_that_is_never_asked_says_why(address: str, words: str) -> None:
    with pytest.raises(ReadError, match=words) as caught:
        target_of(address)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("http://example.org", "http://example.org/"),
        ("HTTPS://EXAMPLE.org:443/A?b=ć#part", "https://example.org/A?b=%C4%87"),
        ("https://пример.рф/поэт", "https://xn--e1afmkfd.xn--p1ai/%D0%BF%D0%BE%D1%8D%D1%82"),
        ("http://example.org./a%20b", "http://example.org/a%20b"),
        ("http://①②⑦.⓪.⓪.①/", "http://127.0.0.1/"),
        ("http://[2606:4700::1]/", "http://[2606:4700::1]/"),
        ("http://example.org:443/", "http://example.org:443/"),
    ],
)
def test_an_address_is_asked_in_its_plain_form(address: str, asked: str) -> None:
    assert target_of(address).address == asked
