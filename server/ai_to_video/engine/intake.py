"""Uploads: the multipart body onto disk within its limits, then what the file really is, by its content."""

import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from anyio import to_thread
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request
from starlette.types import Message

from ..errors import AiToVideoError, FileTooLarge
from ..wire.media import HEAD_BYTES, UPLOAD_FORMATS, kind_of, sniff
from .gate import Refused, unclear
from .terms import Terms

FIELDS = ("files", "file")
MOST_FILES = 20
PIECE = 1 << 20


def too_large(terms: Terms) -> Refused:
    return Refused(4002, 413, f"The file is too large; the limit is {terms.upload_bytes // 2**20} MB.")


def unsupported(words: str = "") -> Refused:
    return Refused(4001, 415, words or f"Unsupported file type. Accepted are {', '.join(UPLOAD_FORMATS)}.")


@asynccontextmanager
async def received(request: Request, terms: Terms) -> AsyncIterator[list[UploadFile]]:
    """The files of a multipart body, until they are closed. Raises Refused."""
    told = request.headers.get("content-length", "")
    if told.isdigit() and int(told) > MOST_FILES * (terms.upload_bytes + PIECE):
        raise too_large(terms)
    _limited(request, MOST_FILES * (terms.upload_bytes + PIECE), terms)
    try:
        form = await request.form(max_files=MOST_FILES, max_fields=50)
    except MultiPartException:
        raise unclear("The upload cannot be read as multipart form data.") from None
    except ClientDisconnect:
        raise unclear("The upload ended early.") from None
    try:
        files = [part for name in FIELDS for part in form.getlist(name) if isinstance(part, UploadFile)]
        if not files:
            raise unclear("The upload has no field called files with a file in it.")
        yield files
    finally:
        await form.close()


def _limited(request: Request, most: int, terms: Terms) -> None:
    """A body without a length is counted as it comes."""
    inner, seen = request._receive, 0

    async def receive() -> Message:
        nonlocal seen
        message = await inner()
        seen += len(message.get("body", b""))
        if seen > most:
            raise too_large(terms)
        return message

    request._receive = receive


async def examined(upload: UploadFile, folder: Path, terms: Terms) -> tuple[Path, str, dict[str, Any]]:
    """(a file of our own, its extension by content, facts about it). Raises Refused; leaves nothing behind then."""
    if (upload.size or 0) > terms.upload_bytes:
        raise too_large(terms)
    path = await to_thread.run_sync(_copy, upload, folder)
    try:
        head = await to_thread.run_sync(_head, path)
        extension = sniff(head)
        if extension not in UPLOAD_FORMATS:
            raise unsupported()
        try:
            facts = await to_thread.run_sync(look, path, extension)
        except FileTooLarge as error:
            raise Refused(4002, 413, str(error)) from None
        except AiToVideoError:
            raise unsupported("The file is damaged or not what its name says; it cannot be used.") from None
        return path, extension, facts
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def _copy(upload: UploadFile, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = tempfile.NamedTemporaryFile(dir=folder, prefix=".upload-", delete=False)  # noqa: SIM115 it outlives this
    with handle:
        upload.file.seek(0)
        while piece := upload.file.read(PIECE):
            handle.write(piece)
    return Path(handle.name)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD_BYTES)


def look(path: Path, extension: str) -> dict[str, Any]:
    """Duration, size and pace of a file. Raises AiToVideoError for one that cannot be opened; blocks."""
    from .reader import sight

    seen = sight(path)
    facts: dict[str, Any] = {"width": seen.width, "height": seen.height}
    if kind_of(extension) == "image" and seen.kind == "still":
        return facts
    return {**facts, **_timing(path)}


def _timing(path: Path) -> Mapping[str, Any]:
    import av

    try:
        with av.open(str(path)) as container:
            facts: dict[str, Any] = {}
            if container.duration:
                facts["duration_ms"] = round(container.duration / 1000)
            for stream in container.streams.video:
                if stream.average_rate:
                    facts["fps"] = round(float(stream.average_rate), 3)
            return facts
    except (av.FFmpegError, ValueError):
        return {}
