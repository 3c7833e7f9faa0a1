"""The whole job from a terminal, through the same MCP server and client path that a chat uses, with a progress bar.

The path of the finished file is all that goes to stdout; everything said on the way goes to stderr.
"""

import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TextIO

import anyio
from mcp import Client
from mcp.shared.dispatcher import ProgressFnT
from mcp.types import CallToolResult, TextContent

from .app import build_server, export_formats
from .errors import AiToVideoError, BadArgument
from .settings import Settings

DOCUMENTS = (".txt", ".md", ".docx", ".pdf")
PATIENCE = 900
"""Seconds one call may wait; nobody cuts a call in this process."""
PLANNED = 35
"""Percent of the bar that planning the video gets; the rest is rendering."""
SHORT = 200
"""Characters up to which a text is taken for an instruction and not for the words of the video."""


@dataclass(frozen=True, slots=True)
class Order:
    """`text` is the words of the video or an instruction, `document` a file with them; `seconds` 0 leaves it open."""

    text: str = ""
    document: Path | None = None
    media: tuple[str, ...] = ()
    aspect: str = ""
    seconds: int = 0
    out: Path | None = None

    @property
    def prompt(self) -> str:
        wish = " ".join(filter(None, (f"{self.seconds}-second" if self.seconds else "", self.aspect, "video")))
        if self.document:
            return f"Turn the uploaded text into a {wish}."
        if len(self.text) <= SHORT and "\n" not in self.text.strip():
            return self.text if wish == "video" else f"{self.text} (a {wish})"
        return f"Turn this text into a {wish}:\n\n{self.text}"


class Bar:
    """A progress bar that redraws one line on a terminal and writes a line now and then elsewhere."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._drawn = stream.isatty()
        self._full, self._empty = "█░" if (stream.encoding or "").lower().startswith("utf") else "#-"
        self._last = (-1.0, "")

    def show(self, percent: float, words: str) -> None:
        words = " ".join(words.split())
        if self._drawn:
            width = shutil.get_terminal_size().columns
            filled = round(percent / 5)
            line = f"{self._full * filled}{self._empty * (20 - filled)} {percent:3.0f} %  {words}"
            self._stream.write(f"\r\x1b[2K{line[: width - 1]}")
        elif words != self._last[1] or percent >= self._last[0] + 10:
            self._stream.write(f"{percent:3.0f} %  {words}\n")
            self._last = (percent, words)
        self._stream.flush()

    def clear(self) -> None:
        if self._drawn:
            self._stream.write("\r\x1b[2K")
            self._stream.flush()


def produce(settings: Settings, order: Order) -> Path:
    """`make`, for callers outside of an event loop."""
    return anyio.run(make, settings, order)


async def make(settings: Settings, order: Order, stderr: TextIO = sys.stderr) -> Path:
    """The absolute path of the finished file. Raises AiToVideoError with the words the tools gave."""
    if order.out and order.out.suffix.lstrip(".").lower() not in ("", *export_formats()):
        raise BadArgument(
            f'A video cannot be saved as "{order.out.suffix}".', hint=f"Choose one of {', '.join(export_formats())}."
        )
    bar = Bar(stderr)
    async with Client(build_server(reach(settings, order))) as client:
        try:
            return await carry_out(Tools(client, bar), order)
        except AiToVideoError as error:
            failure = error  # raised below, because the client wraps what is raised in here
        finally:
            bar.clear()
    raise failure


def reach(settings: Settings, order: Order) -> Settings:
    """Files named on the command line may be read where they are, and `-o` says where to write."""
    named = [Path(source) for source in order.media if "://" not in source] + [order.document or Path()]
    folders = tuple(path.absolute().parent for path in named if path.is_file())
    settings = replace(settings, input_dirs=(*settings.input_dirs, *folders))
    return replace(settings, output_dir=order.out.absolute().parent) if order.out else settings


async def carry_out(tools: "Tools", order: Order) -> Path:
    project = ""
    files = [*([str(order.document.absolute())] if order.document else []), *order.media]
    if files:
        tools.bar.show(0, "Adding the files")
        project = (await tools.call("upload_media", {"files": files}))["project_id"]
    planned = await tools.finish("generate_video", {"prompt": order.prompt, "project_id": project}, 0, PLANNED)
    project = planned["project_id"]
    if planned["status"] == "needs_input":
        raise BadArgument(
            f"The video service asks: {planned['reply']}", hint="Answer it in the text and make the video again."
        )
    wish: dict[str, Any] = {"project_id": project}
    if order.out:
        wish |= {"filename": order.out.name, "format": order.out.suffix.lstrip(".").lower() or "mp4"}
    finished = await tools.finish("export_video", wish, PLANNED, 100)
    return Path(finished["file"]["path"])


class Tools:
    """The tools as a client calls them; a failed call raises what the tool said."""

    def __init__(self, client: Client, bar: Bar) -> None:
        self._client = client
        self.bar = bar

    async def call(
        self, tool: str, arguments: Mapping[str, Any], progress: ProgressFnT | None = None
    ) -> dict[str, Any]:
        result = await self._client.call_tool(tool, dict(arguments), progress_callback=progress)
        fields = result.structured_content or {}
        if result.is_error:
            hint = fields.get("hint", "")
            raise AiToVideoError(text_of(result).removesuffix(hint).strip(), hint=hint)
        return fields

    async def finish(self, tool: str, arguments: Mapping[str, Any], start: float, end: float) -> dict[str, Any]:
        """Start it, then follow its job to the end, drawing `start` to `end` percent of the bar."""

        async def draw(progress: float, total: float | None, message: str | None) -> None:
            self.bar.show(start + (end - start) * progress / (total or 100), message or "")

        told = await self.call(tool, {**arguments, "wait_seconds": PATIENCE}, draw)
        project, job = told["project_id"], told["job_id"]
        while told["status"] in ("running", "queued"):
            told = await self.call("get_state", {"job_id": job, "wait_seconds": PATIENCE}, draw)
        row: dict[str, Any] = next((row for row in told.get("jobs", ()) if row["job_id"] == job), {})
        if told["status"] == "failed":
            raise AiToVideoError(row.get("note") or "The job has failed.", hint="Make the video again.")
        return {**row, **told, "project_id": project}


def text_of(result: CallToolResult) -> str:
    return "\n".join(block.text for block in result.content if isinstance(block, TextContent))
