"""What httpx-sse does with bytes, pinned: why it opens the agent's stream here, but does not read it."""

import httpx
import pytest
from httpx_sse import EventSource

from ai_to_video.wire import SSEReader

pytestmark = pytest.mark.anyio


class Pieces(httpx.AsyncByteStream):
    def __init__(self, pieces):
        self._pieces = pieces

    async def __aiter__(self):
        for piece in self._pieces:
            yield piece


async def theirs(*pieces):
    """The data of every event httpx-sse finds."""
    response = httpx.Response(200, headers={"content-type": "text/event-stream"}, stream=Pieces(pieces))
    return [event.data async for event in EventSource(response).aiter_sse()]


def ours(*pieces):
    reader = SSEReader()
    events = [event for piece in pieces for event in reader.feed(piece)] + reader.close()
    return [event.error or event.text or event.kind for event in events]


def said(text):
    return b'data: {"content":{"parts":[{"text":"%b"}]}}' % text


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
async def test_both_end_lines_at_lf_crlf_and_cr(end):
    data = said(b"one") + end + end + said(b"two") + end + end
    assert len(await theirs(data)) == 2
    assert ours(data) == ["one", "two"]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e"])
async def test_both_leave_every_other_separator_inside_the_line(separator):
    inside = f"a{separator}b".encode()
    (event,) = await theirs(said(inside) + b"\n\n")
    assert separator in event
    if separator > "\x7e":  # JSON itself forbids the others
        assert ours(said(inside) + b"\n\n") == [f"a{separator}b"]


async def test_httpx_itself_would_break_such_a_line():
    response = httpx.Response(200, stream=Pieces([said("a\u2028b".encode()) + b"\n\n"]))
    assert len([line async for line in response.aiter_lines()]) == 3


async def test_both_take_crlf_and_letters_cut_anywhere():
    data = said("é → 全".encode()) + b"\r\n\r\n"
    pieces = [data[at : at + 1] for at in range(len(data))]
    assert len(await theirs(*pieces)) == 1
    assert ours(*pieces) == ["é → 全"]


async def test_httpx_sse_loses_a_last_frame_without_its_blank_line():
    data = said(b"one") + b"\n\n" + said(b"the end")
    assert len(await theirs(data)) == len(await theirs(data + b"\n")) == 1
    assert ours(data) == ours(data + b"\n") == ["one", "the end"]


async def test_httpx_sse_loses_bare_heartbeat_lines_and_comments():
    data = b"heartbeat\n\n: still here\n\n"
    assert await theirs(data) == []
    assert ours(data) == ["heartbeat", "heartbeat"]


async def test_httpx_sse_loses_the_lines_that_continue_a_broken_error():
    data = b'data: {"error": "first line\nsecond "line""}\n\n'
    assert await theirs(data) == ['{"error": "first line']
    assert ours(data) == ['first line\nsecond "line"']


async def test_httpx_sse_gives_an_empty_event_after_an_id_for_every_blank_line():
    data = b"id: 1\n\n\n" + said(b"one") + b"\n\n"
    assert [bool(event) for event in await theirs(data)] == [False, False, True]
    assert ours(data) == ["one"]


async def test_httpx_sse_does_not_skip_a_byte_order_mark():
    data = b"\xef\xbb\xbf" + said(b"one") + b"\n\n"
    assert await theirs(data) == []
    assert ours(data) == ["one"]


async def test_httpx_sse_refuses_a_stream_whose_type_a_proxy_has_changed():
    response = httpx.Response(200, headers={"content-type": "text/plain"}, stream=Pieces([said(b"one") + b"\n\n"]))
    with pytest.raises(httpx.TransportError):
        [event async for event in EventSource(response).aiter_sse()]
