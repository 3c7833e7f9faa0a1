"""The page that hosts with MCP Apps show beside an answer: poster, timeline, progress, buttons.

Offered only to clients that declare such apps; text and poster are there for everybody. The page is one file without
any network, so it works under the strictest policy a host has.
"""

from typing import Any

from mcp.server.apps import APP_MIME_TYPE, EXTENSION_ID, client_supports_apps
from mcp.server.context import ServerRequestContext
from mcp.server.extension import Extension, ResourceBinding
from mcp.server.mcpserver.resources import FunctionResource

URI = "ui://ai-to-video/viewer.html"
SHOWN = ("generate_video", "get_state", "export_video")
POINTER = {"ui": {"resourceUri": URI}, "ui/resourceUri": URI}
"""In the place of today, and in the older one that some hosts still look at."""


class Viewer(Extension):
    identifier = EXTENSION_ID

    def resources(self) -> list[ResourceBinding]:
        page = FunctionResource(
            uri=URI,
            name="viewer",
            title="Video project",
            description="Shows a video project: poster, timeline, progress of a job, buttons to export and refresh.",
            mime_type=APP_MIME_TYPE,
            meta={"ui": {"prefersBorder": True}},
            fn=page_text,
        )
        return [ResourceBinding(page)]


def page_text() -> str:
    from importlib.resources import files

    return files(__package__).joinpath("viewer", "viewer.html").read_text("utf-8")


def pointed(listed: dict[str, Any], ctx: ServerRequestContext[Any, Any]) -> dict[str, Any]:
    """The answer to tools/list, with pointers to the page where the client can show it."""
    if not client_supports_apps(ctx):
        return listed
    tools = [
        {**tool, "_meta": {**tool.get("_meta", {}), **POINTER}} if tool["name"] in SHOWN else tool
        for tool in listed["tools"]
    ]
    return {**listed, "tools": tools}
