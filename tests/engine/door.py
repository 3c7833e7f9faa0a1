"""A person at the engine's front door, and texts that people might have written."""

from contextlib import asynccontextmanager
from pathlib import Path

import httpx

from ai_to_video.client.inprocess import InProcessTransport
from ai_to_video.engine import create_app
from ai_to_video.wire import bodies
from ai_to_video.wire.reply import read_reply

TEXTS = Path(__file__).parent / "texts"
SOLAR = (TEXTS / "solar.txt").read_text("utf-8")
SKILL = {bodies.SKILL_SOURCE: "ai-to-video", bodies.SKILL_VERSION: "1.0.0", bodies.SKILL_PLATFORM: "unknown"}
BASE = "http://engine.localhost"


class Door:
    """One person's calls: a token, a session, and what can be done with them."""

    def __init__(self, http, headers, folder):
        self.folder = folder
        self.http = http
        self.headers = headers
        self.session_id = ""

    async def open(self, language="en"):
        answer = await self.http.post(bodies.SESSION, json=bodies.session_body(language), headers=self.headers)
        self.session_id = answer.json()["data"]["session_id"]
        return self

    async def send(self, message):
        return await self.http.post(
            bodies.RUN_SSE, json=bodies.run_body(self.session_id, message), headers=self.headers
        )

    async def say(self, message):
        answer = await self.send(message)
        assert answer.status_code == 200, answer.text
        return read_reply(answer.content)

    async def state(self):
        answer = await self.http.get(bodies.state_path(self.session_id), headers=self.headers)
        return bodies.read_state(answer.json()["data"])

    async def credits(self):
        answer = await self.http.get(bodies.CREDITS, headers=self.headers)
        return answer.json()["data"]

    async def upload(self, name, content, field="files"):
        return await self.http.post(
            bodies.upload_path(self.session_id), files=[(field, (name, content))], headers=self.headers
        )

    async def submit(self, render_id="r1", fmt="mp4", resolution="480p", headers=None):
        state = await self.http.get(bodies.state_path(self.session_id), headers=self.headers)
        draft = state.json()["data"]["state"].get("draft")
        body = bodies.render_body(render_id, self.session_id, draft, fmt, resolution)
        return await self.http.post(bodies.RENDER, json=body, headers=self.headers if headers is None else headers)

    async def poll(self, render_id="r1"):
        return await self.http.get(bodies.render_path(render_id), headers=self.headers)


async def token(http, client_id="3f2a"):
    answer = await http.post(bodies.ANONYMOUS_TOKEN, headers={bodies.CLIENT_ID: client_id})
    return answer.json()["data"]["token"]


@asynccontextmanager
async def at_the_door(folder, client_id="3f2a", **wishes):
    """A person with a token at an engine of its own process, so to speak: its own app on the folder."""
    async with httpx.AsyncClient(transport=InProcessTransport(create_app(folder, **wishes)), base_url=BASE) as http:
        yield Door(http, {"Authorization": f"Bearer {await token(http, client_id)}", **SKILL}, folder)
