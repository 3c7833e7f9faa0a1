"""The one HTTP client: free until used, direct to this machine, through the proxy to the rest, and quiet."""

import logging
import socket
import ssl

import anyio
import httpx
import pytest
from tests.faults.backend import FaultBackend, answer, closed_port, reply

from ai_to_video.client import build_http
from ai_to_video.errors import BadArgument, Unreachable
from ai_to_video.wire.bodies import CREDITS

pytestmark = pytest.mark.anyio


@pytest.fixture
async def proxy():
    async with FaultBackend() as running:
        running.on("GET", "*", answer({"available": 5}))
        yield running


def through(proxy, **more):
    return build_http(proxies=lambda: {"http": proxy, "https": proxy} | more)


async def test_neither_making_the_client_nor_plain_http_reads_certificates(monkeypatch, backend):
    def never(*_, **__):
        raise AssertionError

    monkeypatch.setattr(ssl, "create_default_context", never)
    await build_http(proxies=never).aclose()
    async with build_http(proxies=dict) as http:
        assert (await http.get(backend.url)).status_code == 404


async def test_this_machine_is_never_reached_through_a_proxy(desk, backend, proxy):
    backend.on("GET", CREDITS, answer({"available": 1}))
    client = desk.client(http=through(proxy.url), token="nmv_usr_mine")
    assert (await client.credits()).available == 1
    assert proxy.accepted == 0


@pytest.mark.parametrize("written", ["{url}", "{bare}"])
async def test_the_proxy_of_the_system_is_used_for_other_hosts(desk, proxy, written):
    address = written.format(url=proxy.url, bare=proxy.url.removeprefix("http://"))
    client = desk.client(http=through(address), base_url="http://nemo.test", token="nmv_usr_mine")
    assert (await client.credits()).available == 5
    assert proxy.seen[0].path.endswith(CREDITS)


async def test_a_proxy_that_refuses_the_tunnel_leaves_no_doubt_that_nothing_was_sent(desk, proxy):
    proxy.on("CONNECT", "nemo.test:443", reply(407))
    client = desk.client(http=through(proxy.url), base_url="https://nemo.test", token="nmv_usr_mine")
    with pytest.raises(Unreachable, match="proxy") as told:
        await client.credits()
    assert not told.value.maybe_sent
    assert "HTTPS_PROXY" in told.value.hint


@pytest.mark.parametrize("unusable", ["gopher://proxy.test", "socks5://proxy.test:1080", "http://proxy.test:bad"])
async def test_a_proxy_that_cannot_be_used_is_told_with_the_variable_to_mend(desk, unusable):
    client = desk.client(http=through(unusable), base_url="https://nemo.test", token="nmv_usr_mine")
    with pytest.raises(BadArgument) as told:
        await client.credits()
    assert "HTTPS_PROXY" in told.value.hint


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        (socket.gaierror(-2, "Name or service not known"), "not found"),
        (ssl.SSLCertVerificationError("certificate verify failed"), "secure connection"),
        (ConnectionRefusedError(111, "refused"), "refuses"),
        (OSError(101, "Network is unreachable"), "cannot be reached"),
        (ExceptionGroup("all attempts", [ConnectionRefusedError(111, "refused")]), "refuses"),
    ],
)
async def test_why_no_connection_came_about_is_told_in_plain_words(desk, monkeypatch, cause, words):
    async def fail(*_, **__):
        raise OSError("All connection attempts failed") from cause

    monkeypatch.setattr(anyio, "connect_tcp", fail)
    client = desk.client(base_url="https://nemo.test", token="nmv_usr_mine")
    with pytest.raises(Unreachable, match=words) as told:
        await client.credits()
    assert not told.value.maybe_sent
    assert "attempts" not in f"{told.value} {told.value.hint}"


async def test_a_service_without_proper_tls_is_told_and_nothing_was_sent(desk, backend):
    backend.on_connect(lambda exchange: exchange.raw(b"HTTP/1.1 400 speak plainly\r\n\r\n"))
    client = desk.client(base_url=backend.url.replace("http://", "https://"), token="nmv_usr_mine")
    with pytest.raises(Unreachable) as told:
        await client.credits()
    assert not told.value.maybe_sent
    assert backend.seen == []


async def test_connections_are_shared_by_calls_but_none_is_left_open(desk, backend):
    backend.on("GET", CREDITS, answer({"available": 1}))
    client = desk.client(token="nmv_usr_mine")
    for _ in range(5):
        await client.credits()
    assert backend.accepted == 1
    await client.__aexit__(None, None, None)
    await backend.left_alone()


async def test_not_even_the_library_logs_an_address_with_its_secrets(desk, backend, caplog):
    backend.on("GET", "/signed", answer({}))
    http = build_http(proxies=dict)
    build_http()
    with caplog.at_level(logging.DEBUG, logger="httpx"):
        await http.get(f"{backend.url}/signed?X-Signature=s3cr3t", headers={"Authorization": "Bearer s3cr3t"})
        with pytest.raises(httpx.ConnectError):
            await http.get(f"{closed_port()}/signed?X-Signature=s3cr3t")
    await http.aclose()
    assert "/signed" in caplog.text
    assert "s3cr3t" not in caplog.text
