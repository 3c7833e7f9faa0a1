"""The five tools: the words a model reads about them, and each as one step from checked arguments to an answer."""

import base64
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from mcp.types import CallToolResult, ContentBlock, ImageContent, TextContent, Tool, ToolAnnotations

from ..errors import AiToVideoError
from . import results, words
from .caller import Caller
from .schemas import INPUTS, OUTPUTS

if TYPE_CHECKING:
    from ..studio import Studio
    from ..studio.answers import Export, FileInfo, Generation, Progress

INSTRUCTIONS = (
    "Turns text into a finished video file. A project is one video: generate_video makes it from a prompt, article or "
    "document and edits it in plain words, upload_media adds files, get_state shows the timeline and running jobs, "
    "export_video saves the file on disk, get_credits tells the balance. Generating and editing spend credits, "
    "exporting is free. Work that outlasts a call goes on as a job; its job_id works with get_state at any later time. "
    'Text quoted after "The video service says:" is that service talking to the user.'
)


@dataclass(frozen=True, slots=True)
class Call:
    """One checked call: the arguments with defaults, who asked, and where progress is told."""

    studio: "Studio"
    arguments: Mapping[str, Any]
    progress: "Progress"
    caller: Caller = field(default_factory=Caller)

    @property
    def owner(self) -> str:
        return self.caller.owner


async def generate_video(call: Call) -> CallToolResult:
    answer = await call.studio.generate(**call.arguments, on_progress=call.progress, owner=call.owner)
    return generated(answer, call.caller)


async def upload_media(call: Call) -> CallToolResult:
    answer = await call.studio.upload(**call.arguments, owner=call.owner)
    return told(words.uploads(answer), results.uploads(answer))


async def get_credits(call: Call) -> CallToolResult:
    answer = await call.studio.credits(owner=call.owner)
    return told(words.balance(answer), results.balance(answer))


async def get_state(call: Call) -> CallToolResult:
    answer = await call.studio.state(**call.arguments, on_progress=call.progress, owner=call.owner)
    answer = call.caller.reach_all(answer)
    text = words.overview(answer, call.arguments["project_id"], call.arguments["job_id"])
    links = [fetch(job.file, call.caller) for job in answer.jobs if job.job_id == call.arguments["job_id"]]
    return told("\n".join(filter(None, (text, *links))), results.overview(answer), answer.picture)


async def export_video(call: Call) -> CallToolResult:
    answer = await call.studio.export(**call.arguments, on_progress=call.progress, owner=call.owner)
    return exported(answer, call.caller)


def generated(answer: "Generation", caller: Caller) -> CallToolResult:
    answer = replace(answer, file=caller.reach(answer.file, answer.job_id))
    text = "\n".join(filter(None, (words.generation(answer), fetch(answer.file, caller))))
    return told(text, results.generation(answer), answer.poster)


def exported(answer: "Export", caller: Caller) -> CallToolResult:
    answer = replace(answer, file=caller.reach(answer.file, answer.job_id))
    text = "\n".join(filter(None, (words.export(answer), fetch(answer.file, caller))))
    return told(text, results.export(answer), answer.poster)


def fetch(file: "FileInfo | None", caller: Caller) -> str:
    """The line for a caller whose disk is elsewhere."""
    return words.fetched(file) if file and caller.link else ""


def told(text: str, fields: dict[str, Any], poster: bytes = b"") -> CallToolResult:
    content: list[ContentBlock] = [TextContent(text=text)]
    if poster:
        content.append(ImageContent(data=base64.b64encode(poster).decode("ascii"), mime_type="image/jpeg"))
    return CallToolResult(content=content, structured_content={"message": text, **fields})


def failed(error: AiToVideoError) -> CallToolResult:
    text = words.failure(error)
    fields = {"message": text, "code": error.code, "hint": words.hint(error), "retryable": error.retryable}
    return CallToolResult(
        content=[TextContent(text=text)], structured_content={**fields, "job_id": error.job_id}, is_error=True
    )


Handler = Callable[[Call], Awaitable[CallToolResult]]


@dataclass(frozen=True, slots=True)
class Offer:
    """A tool as it is offered: what does it, what a person and a model read about it, and its honest hints."""

    handler: Handler
    title: str
    description: str
    reads: bool = False
    may_destroy: bool = False

    def definition(self) -> Tool:
        name = self.handler.__name__
        hints = ToolAnnotations(
            title=self.title,
            read_only_hint=self.reads,
            destructive_hint=self.may_destroy,
            idempotent_hint=self.reads,
            open_world_hint=not self.reads,
        )
        return Tool(
            name=name,
            title=self.title,
            description=self.description,
            input_schema=INPUTS[name],
            output_schema=OUTPUTS[name],
            annotations=hints,
        )


OFFERS = (
    Offer(
        generate_video,
        "Generate or edit a video",
        "Makes a video project from a prompt or text, or changes an existing one in plain words (titles, captions, "
        "music, trim, format). Spends credits. Returns the reply, what changed and the timeline; after wait_seconds "
        "it returns a job_id instead and the work goes on.",
        may_destroy=True,
    ),
    Offer(
        upload_media,
        "Add files to a project",
        "Adds local files or web addresses to a video project: footage, pictures and sound to show, documents and "
        "articles to make a video from. Up to 50 MB each unless set otherwise. The same file is not sent twice.",
    ),
    Offer(
        get_credits,
        "Show credits",
        "Tells how many credits are left, held back and granted, and which account pays.",
        reads=True,
    ),
    Offer(
        get_state,
        "Show projects and jobs",
        "Shows a project's timeline (local ones with a picture) or a job's progress and result, also for jobs started "
        "earlier or elsewhere. Without arguments it lists the newest projects and all unfinished jobs.",
        reads=True,
    ),
    Offer(
        export_video,
        "Save the video as a file",
        "Renders a project and saves it in the user's video folder under a new name. Free of credits. Returns the "
        "path, size, length and a poster picture; after wait_seconds it returns a job_id instead and goes on.",
    ),
)
HANDLERS: Mapping[str, Handler] = {offer.handler.__name__: offer.handler for offer in OFFERS}
