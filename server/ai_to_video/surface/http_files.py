"""Finished files over signed links. Only what the ledger has for the owner in the link, and only as it was finished."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

import anyio
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response

from ..errors import AiToVideoError, NotFound
from .links import Links

if TYPE_CHECKING:
    from ..studio import Studio
    from ..studio.answers import FileInfo

SAFE = {"x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "cache-control": "private"}


class Files:
    """GET and HEAD with Range, resumed by ETag. A link is over when its owner could not come in any more (`still`).

    `studio` opens the Studio, or raises an AiToVideoError.
    """

    def __init__(
        self, links: Links, still: Callable[[str], Awaitable[bool]], studio: Callable[[], Awaitable["Studio"]]
    ) -> None:
        self._links = links
        self._still = still
        self._studio = studio

    async def serve(self, request: Request) -> Response:
        asked = request.query_params
        signed = self._links.check(request.path_params["name"], asked.get("expires", ""), asked.get("sig", ""))
        if signed is None or not await self._still(signed[1]):
            return PlainTextResponse("This link is over. Ask for a new one with get_state.", 403, SAFE)
        try:
            file = await self._file(*signed)
        except NotFound:
            file = None
        except AiToVideoError:
            return PlainTextResponse("The files cannot be looked up just now.", 503, SAFE)
        if file is None or not await is_as_finished(file):
            return PlainTextResponse("This file is not here any more.", 404, SAFE)
        return FileResponse(file.path, filename=Path(file.path).name, headers=SAFE, content_disposition_type="inline")

    async def _file(self, job_id: str, owner: str) -> "FileInfo | None":
        seen = await (await self._studio()).state(job_id=job_id, owner=owner)
        return next((job.file for job in seen.jobs if job.job_id == job_id), None)


async def is_as_finished(file: "FileInfo") -> bool:
    """A person may have moved it and put another one in its place; that one was promised to nobody."""
    place = anyio.Path(file.path)
    try:
        return not await place.is_symlink() and await place.is_file() and (await place.stat()).st_size == file.bytes
    except OSError:
        return False
