"""Projects as resources: `project://{id}/timeline` in words, `project://{id}/poster` as a picture."""

import re
from typing import TYPE_CHECKING

from mcp.server.lowlevel.helper_types import ReadResourceContents
from mcp.server.mcpserver.exceptions import ResourceError, ResourceNotFoundError
from mcp.types import ResourceTemplate

from ..errors import AiToVideoError, NotFound
from . import words
from .caller import Caller

if TYPE_CHECKING:
    from .server import Reception

ADDRESS = re.compile(r"project://([^/]+)/(timeline|poster)")


def templates() -> list[ResourceTemplate]:
    return [
        ResourceTemplate(
            uri_template="project://{project_id}/timeline",
            name="timeline",
            title="Timeline of a project",
            description="The tracks of a video project, in words.",
            mime_type="text/plain",
        ),
        ResourceTemplate(
            uri_template="project://{project_id}/poster",
            name="poster",
            title="Poster of a project",
            description="A picture of a project: its scenes side by side, or a frame of the file just saved.",
            mime_type="image/jpeg",
        ),
    ]


async def read(desk: "Reception", caller: Caller, project_id: str, part: str) -> ReadResourceContents:
    """Raises ResourceNotFoundError where there is nothing (yet), ResourceError with plain words for any other failure."""
    try:
        studio = await desk.studio("get_state")
        project = await studio.state(project_id=project_id, owner=caller.owner)
    except NotFound as error:
        raise ResourceNotFoundError(words.failure(error)) from None
    except AiToVideoError as error:
        raise ResourceError(words.failure(error)) from None
    if part == "timeline":
        return ReadResourceContents(words.overview(project, project_id, ""), "text/plain")
    if not project.picture:
        raise ResourceNotFoundError("There is no picture of this project yet; export_video makes one.")
    return ReadResourceContents(project.picture, "image/jpeg")
