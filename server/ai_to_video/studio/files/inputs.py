"""What a person hands over: a path or an address in, a checked file or its words out."""

import hashlib
import io
import os
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import anyio
from anyio import to_thread

from ...errors import AiToVideoError, BadArgument, FileTooLarge, Forbidden, NotFound, UnsupportedFile
from ...wire.media import HEAD_BYTES, MAX_BYTES, MIME, UPLOAD_FORMATS, kind_of, sniff
from .border import Border, Entry
from .content import DOCUMENT_MIME, Form, identify, media_form
from .documents import Limits, read_document
from .paths import LocalSource, RemoteSource, read_source
from .probe import look
from .urls import checked_url, extension_by_mime, extension_in, name_in, refuse_player

if TYPE_CHECKING:
    from ...client.fetch import Fetcher, Page

MOST_FILES = 20
_AT_ONCE = 3  # hashing and probing are work for the processor, and it has other work


@dataclass(frozen=True, slots=True)
class LocalFile:
    """A file that may be read. `name` has the extension its content deserves; `kind` is video, image, audio or text.

    `note` is a sentence a person should be told, or empty. `stamp` is (device, inode, bytes, mtime_ns).
    """

    path: Path
    name: str
    kind: str
    mime: str
    bytes: int
    sha256: str
    duration_ms: int = 0
    width: int = 0
    height: int = 0
    note: str = ""
    stamp: tuple[int, int, int, int] = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A public address. kind "text" is a page or document for `read_text`; any other the service fetches itself.

    `bytes` is 0 where the server did not say.
    """

    url: str
    name: str
    kind: str
    mime: str
    bytes: int = 0
    note: str = ""


class Inputs:
    """Reads only below `roots` (nothing from this disk when there are none), only what is neither hidden nor a key, at most `max_bytes`; addresses only in public.

    `home` is what "~" means. Blocking work runs in threads; failures are AiToVideoErrors with a sentence and a way out.
    """

    def __init__(
        self,
        roots: Sequence[Path],
        max_bytes: int = MAX_BYTES,
        *,
        home: Path | None = None,
        fetcher: "Fetcher | None" = None,
        limits: Limits | None = None,
    ) -> None:
        self._home = home or Path.home()
        self._border = Border(roots, self._home)
        self._elsewhere = not roots
        self._max_bytes = max_bytes
        self._fetcher = fetcher
        self._limits = limits or Limits()

    async def check(self, source: str) -> LocalFile | RemoteFile:
        """Tell what `source` is. Raises NotFound, Forbidden, BadArgument, UnsupportedFile, FileTooLarge, Unreachable."""
        where = self._read(source)
        if isinstance(where, RemoteSource):
            return await self._check_url(where.url)
        if self._elsewhere:
            raise Forbidden(
                "This server runs on another machine and cannot read files from your disk.",
                hint="Give a web address (https://...) where the file can be fetched.",
            )
        return await to_thread.run_sync(self._check_path, where)

    async def check_all(self, sources: Sequence[str]) -> tuple[LocalFile | RemoteFile, ...]:
        """The same for 1-20 sources, in order; the first of them that cannot be used raises."""
        if not 1 <= len(sources) <= MOST_FILES:
            raise BadArgument(
                f"{len(sources)} files were given, and one call takes 1 to {MOST_FILES}.",
                hint="Name at least one file." if not sources else "Upload them in several calls.",
            )
        found: dict[int, LocalFile | RemoteFile | AiToVideoError] = {}
        gate = anyio.Semaphore(_AT_ONCE)

        async def check_one(index: int, source: str) -> None:
            async with gate:
                try:
                    found[index] = await self.check(source)
                except AiToVideoError as error:
                    found[index] = error

        async with anyio.create_task_group() as group:
            for index, source in enumerate(sources):
                group.start_soon(check_one, index, source)
        checked: list[LocalFile | RemoteFile] = []
        for index in range(len(sources)):
            result = found[index]
            if isinstance(result, AiToVideoError):
                raise result
            checked.append(result)
        return tuple(checked)

    async def confirm(self, file: LocalFile) -> None:
        """Raise NotFound or BadArgument when the path does not lead to the file that was checked any more."""
        await to_thread.run_sync(_confirm, file)

    async def read_text(self, source: str | Path) -> str:
        """The words of a txt, md, html, docx or pdf file, or of a web page; never empty. Raises like `check`."""
        where = self._read(str(source))
        if isinstance(where, LocalSource):
            return await to_thread.run_sync(self._read_path, where)
        url = checked_url(where.url)
        refuse_player(url)
        async with self._web().open(url) as page:
            extension = await _extension_of(page)
            if extension not in DOCUMENT_MIME:
                raise _no_text(name_in(url, extension or "bin"))
            data, charset, name = await page.read(self._limits.bytes), page.charset, name_in(url, extension)
        return await to_thread.run_sync(self._words, io.BytesIO(data), extension, name, charset)

    def _read(self, source: str) -> LocalSource | RemoteSource:
        return read_source(source, home=str(self._home), windows=os.name == "nt")

    def _web(self) -> "Fetcher":
        if self._fetcher is None:
            from ...client.fetch import Fetcher

            self._fetcher = Fetcher()
        return self._fetcher

    def _check_path(self, where: LocalSource) -> LocalFile:
        entry = self._border.open(where)
        with closing(entry.file):
            form = self._identified(entry)
            checked = LocalFile(
                path=entry.path,
                name=form.name,
                kind=form.kind,
                mime=form.mime,
                bytes=entry.status.st_size,
                sha256=_sha256(entry.file),
                note=form.note,
                stamp=_stamp(entry.status),
            )
            return checked if form.document else _played(checked, form, entry)

    def _identified(self, entry: Entry) -> Form:
        size, name = entry.status.st_size, entry.path.name
        if size == 0:
            raise UnsupportedFile(f"'{name}' is empty.", hint="The program that wrote it may not be finished yet.")
        if size > self._max_bytes:
            raise FileTooLarge(
                f"'{name}' is {size / 1024**2:.1f} MB, and the limit is {self._max_bytes / 1024**2:g} MB.",
                hint="Make it shorter or smaller, then upload it again.",
            )
        entry.file.seek(0)
        return identify(name, entry.file.read(HEAD_BYTES))

    def _read_path(self, where: LocalSource) -> str:
        entry = self._border.open(where)
        with closing(entry.file):
            form = self._identified(entry)
            if not form.document:
                raise _no_text(entry.path.name)
            return self._words(entry.file, form.extension, entry.path.name, "")

    def _words(self, file: BinaryIO, extension: str, name: str, declared: str) -> str:
        return read_document(file, extension, name, limits=self._limits, declared=declared)

    async def _check_url(self, given: str) -> RemoteFile:
        url = checked_url(given)
        extension = extension_in(url)
        if extension in UPLOAD_FORMATS:
            await self._web().judge(url)
            return RemoteFile(url, name_in(url, extension), kind_of(extension), MIME[extension])
        refuse_player(url)
        async with self._web().open(url) as page:
            extension = await _extension_of(page)
            size = page.bytes
        name = name_in(url, extension or "bin")
        if extension in DOCUMENT_MIME:
            return RemoteFile(url, name, "text", DOCUMENT_MIME[extension], size)
        if extension not in UPLOAD_FORMATS:
            raise UnsupportedFile(f"What is at that address ('{name}') is not a supported kind of file.")
        if size > self._max_bytes:
            raise FileTooLarge(
                f"'{name}' is {size / 1024**2:.1f} MB, and the limit is {self._max_bytes / 1024**2:g} MB.",
                hint="Give the address of a shorter or smaller one.",
            )
        return RemoteFile(url, name, kind_of(extension), MIME[extension], size)


async def _extension_of(page: "Page") -> str:
    """By the first bytes, then by the server's word, then by the address; text in a file is what its name says."""
    found = sniff(await page.head(HEAD_BYTES))
    stated = extension_by_mime(page.content_type)
    if found and found != "txt":
        return found
    return stated or extension_in(page.url) or found


def _played(checked: LocalFile, form: Form, entry: Entry) -> LocalFile:
    probe = look(entry.file, form.extension, entry.path.name)
    if probe.kind == "audio" and form.extension in {"mp4", "mov"}:  # the same container, but no pictures in it
        form = media_form(entry.path.name, "m4a")
    return replace(
        checked,
        name=form.name,
        kind=probe.kind,
        mime=form.mime,
        note=form.note,
        duration_ms=round(probe.seconds * 1000),
        width=probe.width,
        height=probe.height,
    )


def _sha256(file: io.BufferedReader) -> str:
    file.seek(0)
    return hashlib.file_digest(file, "sha256").hexdigest()


def _stamp(status: os.stat_result) -> tuple[int, int, int, int]:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _confirm(file: LocalFile) -> None:
    try:
        status = file.path.lstat()
    except OSError:
        raise NotFound(f"'{file.path.name}' is not there any more.", hint="Put it back and try again.") from None
    if _stamp(status) != file.stamp:
        raise BadArgument(f"'{file.path.name}' was changed in the meantime.", hint="Upload it again.")


def _no_text(name: str) -> UnsupportedFile:
    return UnsupportedFile(
        f"'{name}' is not a text document.",
        hint="Text is read from txt, md, html, docx and pdf; use upload_media for pictures, sounds and videos.",
    )
