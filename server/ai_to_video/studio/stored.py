"""Values that survive in the ledger ⇄ the JSON they are kept as. Pure; what an older version wrote is read tolerantly."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any, TypeVar

from .. import errors
from ..errors import AiToVideoError
from ..timeline import Media
from ..wire.bodies import Credits, ProjectState
from ..wire.draft import read_draft
from .answers import FileInfo, Generation, Spending, TakenAction

Json = dict[str, Any]
T = TypeVar("T")

ERRORS: dict[str, type[AiToVideoError]] = {
    kind.code: kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, AiToVideoError) and kind is not AiToVideoError
}


def error_to(error: AiToVideoError) -> Json:
    return {"code": error.code, "message": str(error), "hint": error.hint, "link": getattr(error, "link", "")}


def error_from(kept: Mapping[str, Any], job_id: str) -> AiToVideoError:
    """The same failure again, now belonging to a job."""
    kind = ERRORS.get(str(kept.get("code", "")), errors.BackendFailed)
    error = kind(str(kept.get("message", "")), hint=str(kept.get("hint", "")), job_id=job_id)
    if isinstance(error, errors.OutOfCredits):
        error.link = str(kept.get("link", ""))
    return error


def state_to(state: ProjectState) -> Json:
    """What a later look at the project is compared with."""
    return {
        "draft": state.draft,
        "media": [asdict(media) for media in state.media],
        "canvas": dict(state.canvas),
        "fingerprint": state.fingerprint,
        "title": state.title,
    }


def state_from(kept: Mapping[str, Any]) -> ProjectState:
    draft = kept.get("draft")
    return ProjectState(
        draft=draft,
        timeline=read_draft(draft),
        media=tuple(_known(Media, media) for media in kept.get("media") or ()),
        canvas=kept.get("canvas") or {},
        fingerprint=str(kept.get("fingerprint", "")),
        title=str(kept.get("title", "")),
    )


def credits_to(balance: Credits) -> Json:
    return asdict(balance)


def credits_from(kept: Mapping[str, Any] | None) -> Credits:
    return _known(Credits, kept or {})


def file_from(kept: Mapping[str, Any] | None) -> FileInfo | None:
    return _known(FileInfo, kept) if kept else None


def file_to(file: FileInfo) -> Json:
    return asdict(file)


def generation_to(generation: Generation) -> Json:
    """Without the poster, which has a table of its own."""
    kept = asdict(generation)
    del kept["poster"]
    return kept


def generation_from(kept: Mapping[str, Any]) -> Generation:
    money = kept.get("credits") or {}
    return Generation(
        status=str(kept.get("status", "done")),
        project_id=str(kept.get("project_id", "")),
        job_id=str(kept.get("job_id", "")),
        reply=str(kept.get("reply", "")),
        changes=tuple(kept.get("changes") or ()),
        timeline=str(kept.get("timeline", "")),
        actions=tuple(_known(TakenAction, action) for action in kept.get("actions") or ()),
        credits=Spending(money.get("spent", -1), credits_from(money.get("balance"))),
        file=file_from(kept.get("file")),
        open_in_browser=str(kept.get("open_in_browser", "")),
        notes=tuple(kept.get("notes") or ()),
        contact_sheet=str(kept.get("contact_sheet", "")),
    )


def _known(kind: type[T], kept: Mapping[str, Any]) -> T:
    names = {field.name for field in fields(kind)}  # type: ignore[arg-type]  # always a dataclass here
    return kind(**{name: value for name, value in kept.items() if name in names})
