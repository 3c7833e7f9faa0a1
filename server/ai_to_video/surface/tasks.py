"""The Tasks extension (SEP-2663): a client that declares it gets a task at once instead of a call that lasts.

A task is a job of the studio under the same id, so it is found again after a restart and from another process. Ending
a task ends the waiting for it and never the paid work.
"""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from mcp.server.context import CallNext, HandlerResult, ServerRequestContext
from mcp.server.extension import Extension, MethodBinding
from mcp.server.mcpserver import require_client_extension
from mcp.shared.exceptions import MCPError
from mcp.shared.inbound import decode_header_value
from mcp.types import (
    HEADER_MISMATCH,
    INTERNAL_ERROR,
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    RequestParams,
)

from ..errors import AiToVideoError, BackendFailed, NotFound
from . import words
from .caller import Caller, Identify, neighbour
from .server import answer
from .tools import exported, failed, generated

if TYPE_CHECKING:
    from ..studio.answers import JobView, Overview

ERA = "2026-07-28"
LONG = ("generate_video", "export_video")
POLL_MS = 2000
DAY_MS = 86_400_000
GIVEN_UP = "The waiting has ended; the work itself goes on and get_state with job_id {} shows it."


class TaskId(RequestParams):
    task_id: str


class Tasks(Extension):
    identifier = "io.modelcontextprotocol/tasks"

    def __init__(self, identify: Identify = neighbour) -> None:
        self._identify = identify
        self._given_up: set[str] = set()

    def methods(self) -> list[MethodBinding]:
        era = frozenset({ERA})
        return [
            MethodBinding("tasks/get", TaskId, self._get, era),
            MethodBinding("tasks/update", TaskId, self._update, era),
            MethodBinding("tasks/cancel", TaskId, self._cancel, era),
        ]

    async def intercept_tool_call(
        self, params: CallToolRequestParams, ctx: ServerRequestContext[Any, Any], call_next: CallNext
    ) -> HandlerResult:
        declared = ctx.session.client_capabilities
        if (
            params.name not in LONG
            or ctx.protocol_version != ERA
            or self.identifier not in ((declared and declared.extensions) or {})
        ):
            return await call_next(ctx)
        at_once = {**(params.arguments or {}), "wait_seconds": 0}
        begun = await answer(params.name, at_once, ctx.lifespan_context, unheard, self._identify(ctx.request))
        fields = begun.structured_content or {}
        if begun.is_error or fields.get("status") != "running":
            return begun
        return {"resultType": "task", **await self._look(ctx, fields["job_id"])}

    async def _get(self, ctx: ServerRequestContext[Any, Any], asked: TaskId) -> dict[str, Any]:
        return {"resultType": "complete", **await self._admitted(ctx, asked)}

    async def _update(self, ctx: ServerRequestContext[Any, Any], asked: TaskId) -> dict[str, Any]:
        """Nothing here ever waits for input in the middle of a task."""
        await self._admitted(ctx, asked)
        return {}

    async def _cancel(self, ctx: ServerRequestContext[Any, Any], asked: TaskId) -> dict[str, Any]:
        task = await self._admitted(ctx, asked)
        if task["status"] == "working":
            self._given_up.add(asked.task_id)
        return {}

    async def _admitted(self, ctx: ServerRequestContext[Any, Any], asked: TaskId) -> dict[str, Any]:
        """The task, for a client that may see it. Raises MCPError otherwise."""
        require_client_extension(ctx, self.identifier)
        headers = getattr(ctx.request, "headers", None)
        if headers is not None and decode_header_value(headers.get("mcp-name")) != asked.task_id:
            raise MCPError(HEADER_MISMATCH, "The header Mcp-Name does not name this task.")
        return await self._look(ctx, asked.task_id)

    async def _look(self, ctx: ServerRequestContext[Any, Any], task_id: str) -> dict[str, Any]:
        try:
            caller = self._identify(ctx.request)
            studio = await ctx.lifespan_context.studio("get_state")
            seen: Overview = await studio.state(job_id=task_id, owner=caller.owner)
        except NotFound:
            raise MCPError(INVALID_PARAMS, "There is no such task.", {"taskId": task_id}) from None
        except AiToVideoError as error:
            raise MCPError(INTERNAL_ERROR, words.failure(error)) from None
        job = next(row for row in seen.jobs if row.job_id == task_id)
        now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        task: dict[str, Any] = {
            "taskId": task_id,
            "createdAt": job.started_at or now,
            "lastUpdatedAt": now,
            "ttlMs": 30 * DAY_MS,
            "pollIntervalMs": POLL_MS,
        }
        if seen.status in ("queued", "running"):
            if task_id in self._given_up:
                return {**task, "status": "cancelled", "statusMessage": GIVEN_UP.format(task_id)}
            return {**task, "status": "working", "statusMessage": job.note or f"{words.figure(job.progress)} % done"}
        self._given_up.discard(task_id)
        outcome = result(seen, job, caller).model_dump(by_alias=True, mode="json", exclude_none=True)
        return {**task, "status": "completed", "result": outcome}


async def unheard(_: float, __: str) -> None:
    """Progress of a task is asked for, not sent."""


def result(seen: "Overview", job: "JobView", caller: Caller) -> CallToolResult:
    """What the call would have returned, had it lasted to the end of the job; with the picture that get_state shows."""
    from ..studio.answers import (
        Export,
        Generation,
    )  # here, because it brings the whole studio, and starting is to be quick

    if seen.status == "failed":
        happened, _, hint = job.note.rpartition(". ")
        return failed(BackendFailed(f"{happened}." if happened else job.note, hint=hint, job_id=job.job_id))
    if job.kind == "export":
        export = Export("done", job.project_id, job.job_id, "", job.file, "", seen.picture, 100, seen.notes)
        return exported(export, caller)
    generation = Generation(
        "needs_input" if seen.status == "needs_input" else "done",
        job.project_id,
        job.job_id,
        reply=seen.reply,
        changes=seen.changes,
        timeline=seen.timeline,
        actions=seen.actions,
        file=job.file,
        notes=seen.notes,
        poster=seen.picture,
    )
    return generated(generation, caller)
