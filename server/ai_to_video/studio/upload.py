"""Files on their way into a project: media to the service, once per session; documents kept for the next message."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Protocol

import anyio

from ..errors import AiToVideoError, SessionGone
from ..wire.bodies import ProjectState, Session, Uploaded
from .answers import UploadedFile, Uploads
from .files import LocalFile, RemoteFile
from .generate import lost_project
from .shelf import Document, Project, Shelf

KEPT = "Its text goes into the next generate_video of this project."


class Store(Protocol):
    async def open_session(self, language: str = "") -> Session: ...

    async def state(self, session_id: str) -> ProjectState: ...

    async def upload_file(self, session_id: str, path: Path, *, name: str, mime: str) -> Uploaded: ...

    async def upload_urls(self, session_id: str, urls: Sequence[str]) -> Uploaded: ...


class Readers(Protocol):
    """What comes in; see `files.Inputs`."""

    async def check_all(self, sources: Sequence[str]) -> tuple[LocalFile | RemoteFile, ...]: ...

    async def confirm(self, file: LocalFile) -> None: ...

    async def read_text(self, source: str | Path) -> str: ...


@dataclass(slots=True)
class Uploading:
    """Brings files in. Calls for one project wait for each other, so that no file goes twice."""

    service: Store
    shelf: Shelf
    inputs: Readers
    language: str = ""
    _locks: dict[str, anyio.Lock] = field(default_factory=dict)

    async def bring(self, files: Sequence[LocalFile | RemoteFile], project: Project) -> Uploads:
        notes: list[str] = []
        async with self._locks.setdefault(project.project_id, anyio.Lock()):
            media = []
            for file in files:
                if file.kind == "text":
                    media.append(await self._keep(file, project))
                    continue
                try:
                    project = await self._with_session(project)
                    media.append(await self._send(file, project))
                except SessionGone:
                    notes.append(lost_project(project))
                    project = await self._new_session(project)
                    media.append(await self._send(file, project))
        return Uploads(project.project_id, tuple(media), tuple(notes))

    async def _with_session(self, project: Project) -> Project:
        project = await self.shelf.get(project.project_id) or project
        return project if project.session_id else await self._new_session(project)

    async def _new_session(self, project: Project) -> Project:
        session = await self.service.open_session(self.language)
        return await self.shelf.set_session(
            project.project_id, project.session_id, session.session_id, session.task_id, session.user_id
        )

    async def _keep(self, file: LocalFile | RemoteFile, project: Project) -> UploadedFile:
        source = str(file.path) if isinstance(file, LocalFile) else file.url
        text = await self.inputs.read_text(file.path if isinstance(file, LocalFile) else file.url)
        digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
        fresh = await self.shelf.keep_document(project.project_id, Document(digest, file.name, text))
        note = " ".join(filter(None, (file.note, KEPT)))
        return UploadedFile(file.name, "text", source, bytes=file.bytes, reused=not fresh, note=note)

    async def _send(self, file: LocalFile | RemoteFile, project: Project) -> UploadedFile:
        if isinstance(file, RemoteFile):
            return await self._send_address(file, project)
        if kept := await self.shelf.uploaded(project.session_id, file.sha256):
            return UploadedFile(
                **{**kept, "source": str(file.path), "reused": True, "note": "Uploaded before; used again."}
            )
        await self.inputs.confirm(file)
        answer = await self.service.upload_file(project.session_id, file.path, name=file.name, mime=file.mime)
        told = answer.media[0] if answer.media else None
        note = "" if answer.applied else await self._confirmed(project, told.name if told else file.name)
        uploaded = UploadedFile(
            name=told.name if told and told.name else file.name,
            kind=file.kind,
            source=str(file.path),
            bytes=file.bytes,
            seconds=(file.duration_ms or (told.duration_ms if told else 0)) / 1000,
            width=file.width or (told.width if told else 0),
            height=file.height or (told.height if told else 0),
            note=" ".join(filter(None, (file.note, note))),
        )
        await self.shelf.remember_upload(project.session_id, file.sha256, fields_of(uploaded))
        return uploaded

    async def _send_address(self, file: RemoteFile, project: Project) -> UploadedFile:
        digest = hashlib.sha256(file.url.encode()).hexdigest()
        if kept := await self.shelf.uploaded(project.session_id, digest):
            return UploadedFile(**{**kept, "reused": True, "note": "Uploaded before; used again."})
        answer = await self.service.upload_urls(project.session_id, [file.url])
        told = answer.media[0] if answer.media else None
        note = "" if answer.applied else await self._confirmed(project, told.name if told else file.name)
        uploaded = UploadedFile(
            name=told.name if told and told.name else file.name,
            kind=file.kind,
            source=file.url,
            bytes=file.bytes or (told.bytes if told else 0),
            seconds=told.duration_ms / 1000 if told else 0,
            width=told.width if told else 0,
            height=told.height if told else 0,
            note=" ".join(filter(None, (file.note, note))),
        )
        await self.shelf.remember_upload(project.session_id, digest, fields_of(uploaded))
        return uploaded

    async def _confirmed(self, project: Project, name: str) -> str:
        """ "" when the project lists the file, else a sentence that it does not yet."""
        try:
            state = await self.service.state(project.session_id)
        except AiToVideoError:
            return ""
        if any(media.name == name for media in state.media):
            return ""
        return "The service took it, but does not list it in the project yet."


def fields_of(uploaded: UploadedFile) -> dict[str, Any]:
    return {**asdict(uploaded), "note": ""}
