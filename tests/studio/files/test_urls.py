"""A web address is told from what it leads to: media for the service, words for the next video, or neither."""

from contextlib import asynccontextmanager
from types import SimpleNamespace

import pytest

from ai_to_video.errors import BadArgument, FileTooLarge, Forbidden, UnsupportedFile
from ai_to_video.studio.files import Inputs, RemoteFile

pytestmark = pytest.mark.anyio

STORY = "<html><title>A Day</title><body><p>" + "We walked and talked, and it was good. " * 9 + "</p></body></html>"


class Web:
    """Stands where the fetcher stands: address → (content type, body)."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[str, bytes]] = {}
        self.judged: list[str] = []
        self.opened: list[str] = []
        self.forbidden = False

    async def judge(self, url: str) -> None:
        self.judged.append(url)
        if self.forbidden:
            raise Forbidden("inside")

    @asynccontextmanager
    async def open(self, url: str):
        self.opened.append(url)
        kind, body = self.pages[url]

        async def head(count: int) -> bytes:
            return body[:count]

        async def read(most: int) -> bytes:
            if len(body) > most:
                raise FileTooLarge()
            return body

        charset = kind.partition("charset=")[2]
        yield SimpleNamespace(url=url, content_type=kind, charset=charset, bytes=len(body), head=head, read=read)


@pytest.fixture
def web() -> Web:
    return Web()


@pytest.fixture
def inputs(home, web) -> Inputs:
    return Inputs([home], 1_000, home=home, fetcher=web)


@pytest.mark.parametrize(
    ("url", "name", "kind", "mime"),
    [
        ("https://cdn.example/v/My%20Clip.MP4?sig=a.b/c.png", "My Clip.mp4", "video", "video/mp4"),
        ("https://cdn.example/p/photo.jpeg#x", "photo.jpg", "image", "image/jpeg"),
        ("http://cdn.example/song.mp3", "song.mp3", "audio", "audio/mpeg"),
        (" https://cdn.example/a b.webm ", "a b.webm", "video", "video/webm"),
    ],
)
async def test_a_media_address_is_passed_on_unread(inputs, web, url, name, kind, mime):
    sent = url.strip().replace(" ", "%20")
    assert await inputs.check(url) == RemoteFile(sent, name, kind, mime)
    assert web.judged == [sent] and not web.opened


async def test_a_media_address_inside_the_network_is_not_passed_on(inputs, web):
    web.forbidden = True
    with pytest.raises(Forbidden):
        await inputs.check("http://192.168.1.5/clip.mp4")


@pytest.mark.parametrize(
    ("stated", "body", "extension", "kind"),
    [
        ("Video/MP4; codecs=x", b"\x01\x02", "mp4", "video"),
        ("audio/x-m4a", b"\x01\x02", "m4a", "audio"),
        ("application/octet-stream", b"GIF89a\x01\x02", "gif", "image"),
        ("text/plain", b"\x89PNG\r\n\x1a\n123", "png", "image"),
        ("text/html; charset=utf-8", STORY.encode(), "html", "text"),
        ("application/pdf", b"%PDF-1.7", "pdf", "text"),
        ("text/plain; charset=utf-8", "Grüße".encode(), "txt", "text"),
        ("text/markdown", b"# Title", "md", "text"),
        ("", b"only words", "txt", "text"),
    ],
)
async def test_an_address_without_an_ending_is_told_by_what_is_there(inputs, web, stated, body, extension, kind):
    web.pages["https://a.example/story"] = (stated, body)
    file = await inputs.check("https://a.example/story")
    assert (file.name, file.kind, file.bytes) == (f"story.{extension}", kind, len(body))


async def test_a_bare_host_gives_the_file_its_name(inputs, web):
    web.pages["https://a.example/"] = ("text/html", STORY.encode())
    assert (await inputs.check("https://a.example/")).name == "a.example.html"


async def test_what_is_neither_media_nor_words_is_refused(inputs, web):
    web.pages["https://a.example/x"] = ("application/zip", b"PK\x03\x04readme")
    web.pages["https://a.example/big"] = ("video/mp4", bytes(1_001))
    with pytest.raises(UnsupportedFile, match="not a supported kind"):
        await inputs.check("https://a.example/x")
    with pytest.raises(FileTooLarge):
        await inputs.check("https://a.example/big")
    with pytest.raises(UnsupportedFile, match="not a text document"):
        await inputs.read_text("https://a.example/big")


@pytest.mark.parametrize(
    "url",
    [
        "https://www.youtube.com/watch?v=1",
        "https://youtu.be/1",
        "https://m.bilibili.com/v",
        "https://open.spotify.com/x",
    ],
)
async def test_a_page_that_plays_something_is_not_the_thing(inputs, web, url):
    for ask in (inputs.check, inputs.read_text):
        with pytest.raises(UnsupportedFile, match="page that plays something"):
            await ask(url)
    assert not web.opened


@pytest.mark.parametrize(
    "url", ["https://", "http://:80/x", "https://user:pw@a.example/x.mp4", "http://a.example:99999/x"]
)
async def test_an_address_that_is_none_is_refused(inputs, web, url):
    with pytest.raises(BadArgument) as refusal:
        await inputs.check(url)
    assert "pw" not in str(refusal.value) + refusal.value.hint
    assert not web.judged and not web.opened


async def test_an_article_becomes_words(inputs, web):
    web.pages["https://a.example/story"] = ("text/html", STORY.encode())
    text = await inputs.read_text("https://a.example/story")
    assert text.startswith("# A Day\n\nWe walked and talked") and "<" not in text


async def test_the_server_names_the_encoding(inputs, web):
    page = "<html><body><p>Привет, мир</p></body></html>".encode("cp1251")
    web.pages["https://a.example/story"] = ("text/html; charset=windows-1251", page)
    assert "Привет, мир" in await inputs.read_text("https://a.example/story")


async def test_a_text_at_an_address_is_read_by_its_ending(inputs, web):
    web.pages["https://a.example/notes.md"] = ("application/octet-stream", b"# Notes\n\nWords")
    assert (await inputs.check("https://a.example/notes.md")).mime == "text/markdown"
    assert await inputs.read_text("https://a.example/notes.md") == "# Notes\n\nWords"


async def test_without_a_fetcher_of_its_own_only_the_public_internet_is_read(home):
    with pytest.raises(Forbidden):
        await Inputs([home], home=home).check("http://127.0.0.1:9/story")
