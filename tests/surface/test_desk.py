"""The Studio is opened when a tool first needs it, once, and closed with the server."""

from contextlib import asynccontextmanager

import anyio
import anyio.lowlevel
import pytest

from ai_to_video.errors import BadArgument
from ai_to_video.surface import front_desk

pytestmark = pytest.mark.anyio


class Place:
    """Builds one Studio after the other; `trouble` is raised by the next one, `crash` breaks an open one."""

    def __init__(self):
        self.log = []
        self.trouble = None
        self.crash = anyio.Event()
        self.closed = anyio.Event()

    @asynccontextmanager
    async def build(self):
        if self.trouble:
            raise self.trouble
        self.log.append("opened")
        try:
            async with anyio.create_task_group() as group:
                group.start_soon(self._break)
                yield f"studio {self.log.count('opened')}"
                group.cancel_scope.cancel()
        finally:
            self.log.append("closed")
            self.closed.set()

    async def _break(self):
        await self.crash.wait()
        raise RuntimeError("broken")


def anyone(tool):
    return None


async def test_nothing_is_opened_before_a_tool_needs_it():
    place = Place()
    async with front_desk(anyone, place.build):
        pass
    assert place.log == []


async def test_many_first_calls_share_one_studio_that_is_closed_at_the_end():
    place, seen = Place(), []

    async def ask(desk):
        seen.append(await desk.studio("get_credits"))

    async with front_desk(anyone, place.build) as desk, anyio.create_task_group() as group:
        for _ in range(5):
            group.start_soon(ask, desk)
    assert seen == ["studio 1"] * 5
    assert place.log == ["opened", "closed"]


async def test_a_studio_outlives_the_call_that_opened_it():
    place = Place()
    async with front_desk(anyone, place.build) as desk:
        with anyio.CancelScope() as scope:
            await desk.studio("get_credits")
            scope.cancel()
            await anyio.lowlevel.checkpoint()
        assert await desk.studio("get_credits") == "studio 1"


async def test_a_studio_that_cannot_open_is_tried_again_by_the_next_call():
    place = Place()
    place.trouble = BadArgument("The folder cannot be written.")
    async with front_desk(anyone, place.build) as desk:
        with pytest.raises(BadArgument):
            await desk.studio("get_credits")
        place.trouble = None
        assert await desk.studio("get_credits") == "studio 1"


async def test_a_studio_that_breaks_is_opened_anew_and_the_server_lives(caplog):
    place = Place()
    async with front_desk(anyone, place.build) as desk:
        await desk.studio("get_credits")
        place.crash.set()
        await place.closed.wait()
        place.crash = anyio.Event()
        assert await desk.studio("get_credits") == "studio 2"
    assert "closed unexpectedly" in caplog.text


async def test_a_tool_that_is_not_admitted_opens_nothing():
    place = Place()

    def nobody(tool):
        raise BadArgument(f"{tool} needs another setting.")

    async with front_desk(nobody, place.build) as desk:
        with pytest.raises(BadArgument, match="upload_media needs"):
            await desk.studio("upload_media")
    assert place.log == []
