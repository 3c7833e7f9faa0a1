"""A Studio that answers what the test gave it, behind the real server and a real client, in both protocol eras."""

from contextlib import asynccontextmanager

import pytest
from mcp import Client

from ai_to_video.errors import AiToVideoError
from ai_to_video.surface import Skills, Tasks, VideoServer, Viewer


class FakeStudio:
    """`answers` by use case, an exception is raised; `steps` are told as progress; `asked` is what came in."""

    def __init__(self):
        self.answers = {}
        self.asked = []
        self.steps = ()
        self.refusal = None

    async def studio(self, tool):
        if self.refusal:
            raise self.refusal
        return self

    async def generate(self, prompt, **rest):
        return await self._answer("generate", prompt=prompt, **rest)

    async def upload(self, files, **rest):
        return await self._answer("upload", files=files, **rest)

    async def credits(self, **rest):
        return await self._answer("credits", **rest)

    async def state(self, **rest):
        return await self._answer("state", **rest)

    async def export(self, **rest):
        return await self._answer("export", **rest)

    async def _answer(self, use_case, *, on_progress=None, owner="", **asked):
        self.asked.append(asked)
        for done, message in self.steps:
            await on_progress(done, message)
        answer = self.answers[use_case]
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def studio():
    return FakeStudio()


@pytest.fixture(params=["auto", "legacy"])
def era(request):
    """`auto` speaks 2026-07-28 to our server, `legacy` the handshake of 2025-11-25."""
    return request.param


@pytest.fixture
def skill_text():
    return "---\nname: ai-to-video\nversion: 1.0.0\ndescription: Makes videos.\n---\n# Videos: 视频\n"


@pytest.fixture
def connect(studio, era, skill_text):
    @asynccontextmanager
    async def lifespan(_):
        yield studio

    def client(**options):
        skills = Skills("ai-to-video", "Makes videos.", skill_text)
        return Client(
            VideoServer(lifespan, version="0.0.0", extensions=[skills, Tasks(), Viewer()]), mode=era, **options
        )

    return client


@pytest.fixture
def call(connect):
    async def call(tool, arguments=None, **options):
        async with connect() as client:
            return await client.call_tool(tool, arguments or {}, **options)

    return call


@pytest.fixture
def foreseen():
    """Every foreseen failure there is."""

    def below(kind):
        return [kind] + [deeper for child in kind.__subclasses__() for deeper in below(child)]

    return below(AiToVideoError)
