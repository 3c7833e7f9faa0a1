"""A local file to the service: multipart, streamed in constant memory, read outside the event loop."""

import json
import os
import re
import uuid
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import IO

import anyio
import httpx
from anyio import to_thread

from ..errors import BadArgument
from ..wire.bodies import Uploaded, read_uploaded, upload_path
from ..wire.media import MIME, extension_of
from .answer import understood
from .line import CONNECT, FRESH, READ, Line

FIELDS = ("files", "file")
"""The name of the file's field: the documented one, and the one to fall back to when the service asks for it."""
PIECE = 1 << 19
TIMEOUT = httpx.Timeout(READ, connect=CONNECT, pool=CONNECT, read=300)
"""The service may look into the file before it answers."""


async def upload(line: Line, session_id: str, path: Path, name: str, mime: str, *, deadline: float | None) -> Uploaded:
    """See Client.upload_file."""

    async def send(field: str) -> Uploaded | None:
        async def attempt(headers: dict[str, str]) -> Uploaded | None:
            file = await _opened(path)
            try:
                size = await to_thread.run_sync(lambda: os.fstat(file.fileno()).st_size)
                boundary = uuid.uuid4().hex
                head = _head(boundary, field, name, mime)
                tail = f"\r\n--{boundary}--\r\n".encode()
                headers["Content-Type"] = f"multipart/form-data; boundary={boundary}"
                headers["Content-Length"] = str(len(head) + size + len(tail))
                async with line.http.stream(
                    "POST",
                    line.url(upload_path(session_id)),
                    content=_body(file, head, size, tail),
                    headers=headers,
                    timeout=TIMEOUT,
                    extensions=FRESH,
                ) as answer:
                    if answer.status_code == 422 and field == FIELDS[0] and _names(await answer.aread(), FIELDS[1]):
                        return None
                    return await understood(answer, read_uploaded, "upload")
            finally:
                file.close()

        return await line.ask("upload", attempt, deadline=deadline)

    return await send(FIELDS[0]) or await send(FIELDS[1]) or Uploaded()


async def _opened(path: Path) -> IO[bytes]:
    try:
        with anyio.CancelScope(shield=True):  # or nobody would close what the thread has opened
            file = await to_thread.run_sync(lambda: path.open("rb"))
    except OSError as error:
        raise BadArgument("The file cannot be read any more.", hint="Check that it is still there.") from error
    return file


async def _body(file: IO[bytes], head: bytes, size: int, tail: bytes) -> AsyncIterator[bytes]:
    """Exactly `size` bytes of the file in its frame. Raises BadArgument when there are fewer."""
    yield head
    left = size
    while left:
        try:
            piece = await to_thread.run_sync(file.read, min(left, PIECE))
        except OSError as error:
            raise BadArgument("The file cannot be read any more.", hint="Check the disk it is on.") from error
        if not piece:
            raise BadArgument("The file became shorter while it was uploaded.", hint="Upload it again when it is done.")
        left -= len(piece)
        yield piece
    yield tail


def _head(boundary: str, field: str, name: str, mime: str) -> bytes:
    """What stands before the file. The name travels as UTF-8, its quotes and line ends escaped as browsers do."""
    kind = (
        mime if re.fullmatch(r"[\w.+-]+/[\w.+-]+", mime) else MIME.get(extension_of(name), "application/octet-stream")
    )
    safe = name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
    return (
        f"--{boundary}\r\n"
        f'Content-Disposition: form-data; name="{field}"; filename="{safe}"\r\n'
        f"Content-Type: {kind}\r\n\r\n"
    ).encode("utf-8", "replace")


def _names(body: bytes, field: str) -> bool:
    """True when a validation answer complains about exactly this field: `{"detail": [{"loc": [..., field]}]}`."""
    with suppress(ValueError, TypeError, KeyError, IndexError):
        return any(one["loc"][-1] == field for one in json.loads(body)["detail"])
    return False
