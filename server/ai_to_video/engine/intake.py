"""Uploads: the multipart body, or what links lead to, onto disk within limits; then what the file really is."""

import io
import os
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import IO, Any, Protocol

import anyio
from anyio import to_thread
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
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
    except (MultiPartException, HTTPException):  # the second is the first inside a Starlette app
        words = f"The upload cannot be read as multipart form data of at most {MOST_FILES} files."
        raise unclear(words) from None
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


class Fetch(Protocol):
    async def __call__(self, url: str, most: int) -> bytes:
        """What is at a public address. Raises AiToVideoError, FileTooLarge for more than `most` bytes."""


async def fetched(fetch: Fetch | None, url: str, terms: Terms) -> IO[bytes]:
    """The file at a link. Raises Refused."""
    if fetch is None:
        raise unclear("This engine works offline and fetches no links; download it first and upload it from disk.")
    try:
        return io.BytesIO(await fetch(url, terms.upload_bytes))
    except FileTooLarge:
        raise too_large(terms) from None
    except AiToVideoError as error:
        raise unclear(str(error)) from None


def links_in(body: Mapping[str, Any]) -> list[str]:
    """The links of a JSON upload. Raises Refused."""
    urls = body.get("urls")
    links = [url for url in urls if isinstance(url, str) and url] if isinstance(urls, list) else []
    if not 0 < len(links) <= MOST_FILES:
        raise unclear(f"The upload needs a list called urls of 1 to {MOST_FILES} links, or a multipart body.")
    return links


@asynccontextmanager
async def examined(
    content: IO[bytes], name: str, folder: Path, terms: Terms
) -> AsyncIterator[tuple[Path, str, dict[str, Any]]]:
    """(a file of our own, its extension by content, facts about it); gone again afterwards. Raises Refused."""
    path = folder / f".upload-{secrets.token_hex(8)}"
    try:
        if await to_thread.run_sync(_copied, content, path, terms.upload_bytes) > terms.upload_bytes:
            raise too_large(terms)
        extension = sniff(await to_thread.run_sync(_head, path))
        if extension not in UPLOAD_FORMATS:
            raise unsupported()
        try:
            facts = await to_thread.run_sync(look, path, extension, name)
        except FileTooLarge as error:
            raise Refused(4002, 413, f"{error} {error.hint}") from None
        except AiToVideoError:
            raise unsupported("The file is damaged or not what its name says; it cannot be used.") from None
        yield path, extension, facts
    finally:
        with anyio.CancelScope(shield=True):
            await to_thread.run_sync(_gone, path)


def _copied(content: IO[bytes], path: Path, most: int) -> int:
    """How many bytes were written; a little more than `most` where there are too many."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    content.seek(0)
    written = 0
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        while written <= most and (piece := content.read(PIECE)):
            written += file.write(piece)
    return written


def _gone(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD_BYTES)


def look(path: Path, extension: str, name: str) -> dict[str, Any]:
    """Kind, duration, size and pace of a file. Raises AiToVideoError for one that cannot be used; blocks."""
    from .look.reader import intact, sight

    seen = sight(path, name, closely=False)
    kind = "audio" if seen.kind == "sound" else kind_of(extension)
    facts: dict[str, Any] = {"file_type": kind, "width": seen.width, "height": seen.height}
    if kind == "image":
        intact(path, name)
    return facts if seen.kind == "still" else {**facts, **_timing(path)}


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
