"""Only the public internet is read: not this machine, not its network, not the secrets of a cloud."""

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_to_video.client.addresses import is_local_name, is_public, literal


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:8.8.8.8"]
)
def test_public_addresses_are_read(address):
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.1.2.3",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.100.100.200",
        "168.63.129.16",
        "192.0.0.192",
        "198.18.0.1",
        "224.0.0.1",
        "239.1.2.3",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd00:ec2::254",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
        "2002:a9fe:a9fe::1",
    ],
)
def test_addresses_that_lead_inside_are_not(address):
    assert not is_public(ip_address(address))


@given(st.ip_addresses(v=4))
def test_an_address_wrapped_in_a_newer_one_is_judged_as_itself(address):
    for wrapped in (f"::ffff:{address}", f"64:ff9b::{int(address) >> 16:x}:{int(address) & 0xFFFF:x}"):
        assert is_public(ip_address(wrapped)) == is_public(address)


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST.", "nas", "printer.local", "db.internal", "box.lan", "a.home.arpa"]
)
def test_names_that_mean_something_only_inside_are_known(host):
    assert is_local_name(host)


@pytest.mark.parametrize("host", ["example.com", "10.0.0.1", "::1", "local.example.com"])
def test_other_names_are_not_local(host):
    assert not is_local_name(host)


def test_an_address_in_brackets_is_an_address():
    assert literal("[::1]") == ip_address("::1") and literal("example.com") is None
