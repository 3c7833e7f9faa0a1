"""A page is read from the public internet only, through whatever a hostile server or resolver tries."""

import datetime
import gzip
import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ipaddress import ip_address

import anyio
import pytest

from ai_to_video.client.addresses import is_public
from ai_to_video.client.fetch import Fetcher
from ai_to_video.errors import BadArgument, FileTooLarge, Forbidden, NotFound, Unreachable

pytestmark = pytest.mark.anyio
HERE = ip_address("127.0.0.1")


class Site:
    """A web server on loopback: path → raw answer; remembers the requests."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.pages: dict[str, bytes] = {}
        self.requests: list[str] = []
        self.silent = anyio.Event()

    async def handle(self, stream) -> None:
        async with stream:
            try:
                head = b""
                while b"\r\n\r\n" not in head:
                    head += await stream.receive()
                self.requests.append(head.decode())
                answer = self.pages.get(head.split()[1].decode())
                if answer is None:
                    self.silent.set()
                    await anyio.sleep_forever()
                await stream.send(answer)
            except (anyio.EndOfStream, anyio.BrokenResourceError):
                return


def answer(body: bytes = b"", *, status: str = "200 OK", length: bool = True, **headers: str) -> bytes:
    lines = [
        f"HTTP/1.1 {status}",
        "Connection: close",
        *(f"{key.replace('_', '-')}: {headers[key]}" for key in headers),
    ]
    if length:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + body


@asynccontextmanager
async def opened(tls: ssl.SSLContext | None = None) -> AsyncIterator[Site]:
    listener = await anyio.create_tcp_listener(local_host="127.0.0.1")
    site = Site(listener.extra(anyio.abc.SocketAttribute.local_port))
    if tls:
        listener = anyio.streams.tls.TLSListener(listener, tls, standard_compatible=False)
    async with listener, anyio.create_task_group() as group:
        group.start_soon(listener.serve, site.handle)
        yield site
        group.cancel_scope.cancel()


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with opened() as site:
        yield site


async def here(host: str, port: int):
    return [HERE]


def open_fetcher(**more) -> Fetcher:
    """One that may reach loopback, as no other may."""
    return Fetcher(**({"resolve": here, "allow": lambda address: address == HERE or is_public(address)} | more))


async def read(fetcher: Fetcher, url: str, most: int = 1000) -> bytes:
    async with fetcher.open(url) as page:
        return await page.read(most)


async def test_a_page_is_read_with_its_type_and_length(site):
    site.pages["/a?b=1"] = answer(b"<p>hi</p>", Content_Type="text/html; charset=gb2312")
    async with open_fetcher().open(f"http://news.example:{site.port}/a?b=1") as page:
        assert (page.bytes, page.charset, page.content_type) == (9, "gb2312", "text/html; charset=gb2312")
        assert page.url == f"http://news.example:{site.port}/a?b=1"
        assert await page.head(3) == b"<p>"
        assert await page.read(9) == b"<p>hi</p>"
    assert f"host: news.example:{site.port}" in site.requests[0].lower()
    assert "authorization" not in site.requests[0].lower() and "cookie" not in site.requests[0].lower()


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "[::1]", "10.1.2.3", "169.254.169.254", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433", "0x7f.1"],
)
async def test_an_address_inside_is_never_contacted(site, host):
    with pytest.raises(Forbidden) as refusal:
        await read(Fetcher(), f"http://{host}:{site.port}/")
    assert "private network" in str(refusal.value) and refusal.value.hint
    with pytest.raises(Forbidden):
        await Fetcher().judge(f"http://{host}:{site.port}/a.mp4")
    assert not site.requests


async def test_one_inner_address_among_public_ones_is_enough_to_refuse(site):
    async def mixed(host, port):
        return [ip_address("93.184.215.14"), HERE]

    with pytest.raises(Forbidden):
        await read(Fetcher(resolve=mixed), f"http://rebind.example:{site.port}/")
    assert not site.requests


async def test_a_name_is_resolved_once_so_that_it_cannot_change_its_meaning(site):
    answers = iter([[HERE], [ip_address("10.0.0.1")]])
    asked: list[str] = []

    async def changing(host, port):
        asked.append(host)
        return next(answers)

    site.pages["/"] = answer(b"once")
    assert await read(open_fetcher(resolve=changing), f"http://rebind.example:{site.port}/") == b"once"
    assert asked == ["rebind.example"]


@pytest.mark.parametrize(
    "target",
    ["http://10.0.0.1/", "http://inside.example/", "//192.168.0.1/x", "http://[::1]/", "http://169.254.169.254/latest"],
)
async def test_a_redirect_inwards_is_not_followed(site, target):
    async def resolve(host, port):
        return [ip_address("10.0.0.9")] if host == "inside.example" else [HERE]

    site.pages["/"] = answer(status="302 Found", Location=target)
    with pytest.raises(Forbidden):
        await read(open_fetcher(resolve=resolve), f"http://a.example:{site.port}/")
    assert len(site.requests) == 1


async def test_redirects_are_followed_to_where_they_end(site):
    site.pages["/"] = answer(status="301 Moved", Location="/next?x=1")
    site.pages["/next?x=1"] = answer(status="307 There", Location=f"http://b.example:{site.port}/end")
    site.pages["/end"] = answer(b"here")
    async with open_fetcher().open(f"http://a.example:{site.port}/") as page:
        assert page.url == f"http://b.example:{site.port}/end" and await page.read(10) == b"here"
    assert "host: b.example" in site.requests[2].lower()


async def test_five_redirects_are_followed_and_a_sixth_is_not(site):
    for step in range(6):
        site.pages[f"/{step}"] = answer(status="302 Found", Location=f"/{step + 1}")
    site.pages["/5"] = answer(b"end")
    assert await read(open_fetcher(), f"http://a.example:{site.port}/0") == b"end"
    site.pages["/5"] = answer(status="302 Found", Location="/0")
    with pytest.raises(NotFound, match="round in a circle"):
        await read(open_fetcher(), f"http://a.example:{site.port}/0")


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://a.example/x", "javascript:alert(1)", "http://u:p@a.example/"]
)
async def test_a_redirect_to_anything_but_the_web_is_refused(site, target):
    site.pages["/"] = answer(status="302 Found", Location=target)
    with pytest.raises(BadArgument):
        await read(open_fetcher(), f"http://a.example:{site.port}/")


@pytest.mark.parametrize(
    "url", ["ftp://a.example/x", "file:///etc/passwd", "http://user:pw@a.example/", "http://", "http://[::1", "x"]
)
async def test_what_is_no_public_web_address_is_refused(url):
    with pytest.raises(BadArgument) as refusal:
        await read(open_fetcher(), url)
    assert "pw" not in str(refusal.value) + refusal.value.hint


async def test_reading_stops_at_the_limit_whatever_length_was_stated(site):
    site.pages["/honest"] = answer(b"x" * 11)
    site.pages["/silent"] = answer(b"x" * 5000, length=False)
    site.pages["/zipped"] = answer(gzip.compress(bytes(1_000_000)), Content_Encoding="gzip")
    for path in ("honest", "silent", "zipped"):
        with pytest.raises(FileTooLarge):
            await read(open_fetcher(), f"http://a.example:{site.port}/{path}", 10)
    assert await read(open_fetcher(), f"http://a.example:{site.port}/honest", 11) == b"x" * 11


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("404 Not Found", NotFound),
        ("410 Gone", NotFound),
        ("403 Forbidden", Forbidden),
        ("401 Unauthorized", Forbidden),
        ("429 Too Many", Unreachable),
        ("500 Oops", Unreachable),
        ("302 Found", Unreachable),
    ],
)
async def test_a_refusal_of_the_server_is_told_by_its_kind(site, status, kind):
    site.pages["/"] = answer(b"secret reason", status=status)
    with pytest.raises(kind) as refusal:
        await read(open_fetcher(), f"http://a.example:{site.port}/")
    assert "a.example" in str(refusal.value) and "secret" not in str(refusal.value)


async def test_a_server_that_never_answers_is_given_up(site):
    with pytest.raises(Unreachable, match="too long"):
        await read(open_fetcher(seconds=0.2), f"http://a.example:{site.port}/nothing")


async def test_a_connection_that_breaks_off_is_told_plainly(site):
    site.pages["/"] = answer(b"x" * 100)[:-50]
    with pytest.raises(Unreachable, match="broke the connection off"):
        await read(open_fetcher(), f"http://a.example:{site.port}/")
    site.pages["/"] = b"nonsense\r\n\r\n"
    with pytest.raises(Unreachable, match="broke the connection off"):
        await read(open_fetcher(), f"http://a.example:{site.port}/")


async def test_a_dead_address_is_passed_over_for_the_next(site):
    async def two(host, port):
        return [ip_address("127.0.0.2"), HERE]

    site.pages["/"] = answer(b"second")
    fetcher = Fetcher(resolve=two, allow=lambda address: True)
    assert await read(fetcher, f"http://a.example:{site.port}/") == b"second"


async def test_a_host_that_takes_no_connection_and_a_name_nobody_knows_are_unreachable():
    async def unknown(host, port):
        raise socket.gaierror(-2, "Name or service not known")

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        with pytest.raises(Unreachable, match="does not take a connection") as failure:
            await read(open_fetcher(), f"http://a.example:{free.getsockname()[1]}/")
    assert not failure.value.maybe_sent
    with pytest.raises(Unreachable, match="is not known"):
        await read(Fetcher(resolve=unknown), "http://nobody.example/")
    with pytest.raises(Forbidden):
        await read(Fetcher(resolve=unknown), "http://printer.local/")


async def test_a_name_this_machine_cannot_resolve_is_left_to_whoever_fetches_it():
    async def unknown(host, port):
        raise socket.gaierror(-2, "Name or service not known")

    await Fetcher(resolve=unknown).judge("https://cdn.example/clip.mp4")
    with pytest.raises(Forbidden):
        await Fetcher(resolve=unknown).judge("https://nas/clip.mp4")


async def test_tls_keeps_the_name_although_the_connection_goes_to_the_address(certificate):
    server, client = certificate
    names: list[str] = []
    server.sni_callback = lambda connection, name, context: names.append(name)
    async with opened(server) as site:
        site.pages["/"] = answer(b"safe")
        assert await read(open_fetcher(tls=client), f"https://good.example:{site.port}/") == b"safe"
        with pytest.raises(Unreachable):
            await read(open_fetcher(tls=client), f"https://other.example:{site.port}/")
    assert names == ["good.example", "other.example"] and len(site.requests) == 1


@pytest.fixture(scope="module")
def certificate(tmp_path_factory) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """The two sides of TLS for good.example."""
    x509 = pytest.importorskip("cryptography.x509")
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "good.example")])
    start = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start.replace(year=2120))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("good.example")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    encoding, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    pem = tmp_path_factory.mktemp("tls") / "both"
    pem.write_bytes(
        key.private_bytes(encoding, form, serialization.NoEncryption()) + made.public_bytes(serialization.Encoding.PEM)
    )
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(pem)
    return server, ssl.create_default_context(cadata=made.public_bytes(encoding).decode())
