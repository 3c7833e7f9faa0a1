"""An empty account, from the service's code 2001 on a real socket to the page that a person is shown."""

import pytest
from mcp import Client
from mcp.types import ElicitResult
from tests.faults.backend import FaultBackend, error
from tests.faults.nemo import Nemo

from ai_to_video.app import build_server
from ai_to_video.settings import Settings

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("era", ["auto", "legacy"])
async def test_code_2001_leads_to_the_register_page_and_sends_one_message_at_most(environ, monkeypatch, era):
    monkeypatch.setenv("HOME", environ["HOME"])
    monkeypatch.setenv("USERPROFILE", environ["USERPROFILE"])
    pages = []

    async def person(context, asked):
        pages.append(asked.url)
        return ElicitResult(action="accept")

    async with FaultBackend() as backend:
        nemo = Nemo(backend, available=0)
        nemo.reply = error(2001, "insufficient credits")
        server = build_server(Settings.read(environ | {"NEMO_API_URL": backend.url}))
        async with Client(server, mode=era, elicitation_callback=person) as client:
            result = await client.call_tool("generate_video", {"prompt": "a city"})
        asked = backend.count("POST", "/run_sse")
    assert ["bind=anon_abc" in page for page in pages] == [True]
    assert result.structured_content["code"] == "out_of_credits"
    assert "0 credits are available now" in result.structured_content["message"]
    assert asked == 1
