"""Tasks: for a client that declares them, a long call is a task at once; for every other client nothing changes."""

from typing import Literal

import pytest
from mcp.client import ClientExtension, ResultClaim
from mcp.shared.exceptions import MCPError
from mcp.types import CallToolResult, Request, RequestParams, Result

from ai_to_video.errors import NotFound, OutOfCredits
from ai_to_video.studio.answers import Export, FileInfo, Generation, JobView, Overview

pytestmark = pytest.mark.anyio
TASKS = "io.modelcontextprotocol/tasks"


@pytest.fixture(params=["auto"])
def era(request):
    """Tasks are of the stateless era only."""
    return request.param


class TaskId(RequestParams):
    task_id: str


class Ask(Request[TaskId, str]):
    name_param = "taskId"


class Told(Result):
    task_id: str = ""
    status: str = ""
    status_message: str = ""
    poll_interval_ms: int = 0
    result: dict | None = None


class Made(Told):
    result_type: Literal["task"] = "task"


class Following(ClientExtension):
    """The client half: keeps the task it was given and follows it with tasks/get until it ends."""

    identifier = TASKS

    def __init__(self, before_each_look=None):
        self.made = None
        self.told = []
        self._before = before_each_look

    def claims(self):
        return [ResultClaim(result_type="task", model=Made, resolve=self._follow)]

    async def _follow(self, made, context):
        self.made = made
        while True:
            if self._before:
                await self._before(context.session, made.task_id)
            told = await ask(context.session, "tasks/get", made.task_id)
            self.told.append((told.status, told.status_message))
            if told.status == "completed":
                return CallToolResult.model_validate(told.result, by_name=False)
            if told.status == "cancelled":
                return CallToolResult(content=[], is_error=True)


async def ask(session, method, task_id):
    return await session.send_request(Ask(method=method, params=TaskId(task_id=task_id)), Told)


def row(kind="generate", status="running", **more):
    return JobView("j1", "p1", kind, status, 40, "2026-01-01T00:00:00Z", **more)


@pytest.fixture
def states(studio):
    """What `state` answers, one look after the other, the last one for ever."""

    def answer(*looks):
        remaining = list(looks)

        async def state(**asked):
            studio.asked.append(asked)
            seen = remaining.pop(0) if len(remaining) > 1 else remaining[0]
            if isinstance(seen, Exception):
                raise seen
            return seen

        studio.state = state

    return answer


async def test_a_long_call_becomes_a_task_whose_result_is_the_one_of_the_call(studio, states, connect):
    studio.answers["generate"] = Generation("running", "p1", "j1")
    done = Overview("done", "Timeline", jobs=(row(status="done"),), reply="Ready.", changes=("Title added",))
    states(*[Overview("running", jobs=(row(note="Scene 3 of 5"),))] * 2, done)
    following = Following()
    async with connect(extensions=[following]) as client:
        result = await client.call_tool("generate_video", {"prompt": "x", "wait_seconds": 900})
    assert (following.made.task_id, following.made.poll_interval_ms) == ("j1", 2000)
    assert following.told == [("working", "Scene 3 of 5"), ("completed", "")]
    assert studio.asked[0]["wait_seconds"] == 0
    assert result.structured_content["status"] == "done"
    assert result.structured_content["changes"] == ["Title added"]
    assert "> Ready." in result.content[0].text


async def test_an_export_task_ends_with_the_file(studio, states, connect):
    studio.answers["export"] = Export("running", "p1", "j1", "r1")
    file = FileInfo("/v/a.mp4")
    states(Overview("running", jobs=(row("export"),)), Overview("done", jobs=(row("export", "done", file=file),)))
    async with connect(extensions=[Following()]) as client:
        result = await client.call_tool("export_video", {})
    assert result.structured_content["file"]["path"] == "/v/a.mp4"


async def test_a_task_that_fails_is_completed_with_the_failure(studio, states, connect):
    studio.answers["generate"] = Generation("running", "p1", "j1")
    note = "There are not enough credits left for this. Top up at https://nemovideo.com, then ask again."
    states(Overview("running", jobs=(row(),)), Overview("failed", jobs=(row(status="failed", note=note),)))
    async with connect(extensions=[Following()]) as client:
        result = await client.call_tool("generate_video", {"prompt": "x"})
    assert result.is_error
    assert result.structured_content["hint"] == "Top up at https://nemovideo.com, then ask again."


@pytest.mark.parametrize("answer", [Generation("done", "p1", "j1"), OutOfCredits()])
async def test_what_is_answered_at_once_needs_no_task(studio, connect, answer):
    studio.answers["generate"] = answer
    following = Following()
    async with connect(extensions=[following]) as client:
        result = await client.call_tool("generate_video", {"prompt": "x"})
    assert following.made is None
    assert result.is_error is isinstance(answer, Exception)


async def test_a_client_that_does_not_declare_tasks_waits_in_the_call(studio, connect):
    studio.answers["generate"] = Generation("running", "p1", "j1")
    async with connect() as client:
        result = await client.call_tool("generate_video", {"prompt": "x", "wait_seconds": 7})
        with pytest.raises(MCPError) as refused:
            await ask(client.session, "tasks/get", "j1")
    assert result.structured_content["status"] == "running"
    assert studio.asked[0]["wait_seconds"] == 7
    assert refused.value.error.code == -32021


async def test_ending_a_task_ends_the_waiting_and_says_that_the_work_goes_on(studio, states, connect):
    studio.answers["generate"] = Generation("running", "p1", "j1")
    states(Overview("running", jobs=(row(),)))

    async def give_up(session, task_id):
        await ask(session, "tasks/cancel", task_id)

    following = Following(give_up)
    async with connect(extensions=[following]) as client:
        await client.call_tool("generate_video", {"prompt": "x"})
    assert following.told == [
        ("cancelled", "The waiting has ended; the work itself goes on and get_state with job_id j1 shows it.")
    ]


async def test_an_unknown_task_is_refused(states, connect):
    states(NotFound())
    async with connect(extensions=[Following()]) as client:
        with pytest.raises(MCPError, match="no such task") as refused:
            await ask(client.session, "tasks/get", "j9")
    assert refused.value.error.code == -32602
