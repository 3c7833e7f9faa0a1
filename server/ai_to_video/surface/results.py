"""Answers as structuredContent: the fields of the public interface, in plain JSON values. Pure."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..studio.answers import Balance, Export, FileInfo, Generation, JobView, Overview, TakenAction, Uploads
    from ..timeline import Clip, Timeline, Track
    from ..wire.bodies import Credits

Fields = dict[str, Any]
UNKNOWN = -1
MOST_NAMES = 3


def plain(number: float) -> float | int:
    """98 rather than 98.0."""
    return int(number) if float(number).is_integer() else round(number, 3)


def file(info: "FileInfo | None") -> Fields:
    """`{"file": {...}}`, or nothing: a field that is not there is left out, never null."""
    if info is None:
        return {}
    names = ("path", "url", "bytes", "sha256", "seconds", "width", "height", "video_codec", "audio_codec")
    return {"file": {name: getattr(info, name) for name in names} | {"seconds": plain(info.seconds)}}


def money(told: "Credits") -> Fields:
    return {name: plain(getattr(told, name)) for name in ("available", "frozen", "total")}


def actions(taken: Sequence["TakenAction"]) -> list[Fields]:
    return [
        {"action": a.action, "tool": a.tool, "arguments": dict(a.arguments), "done": a.done, "note": a.note}
        for a in taken
    ]


def generation(answer: "Generation") -> Fields:
    return {
        "status": answer.status,
        "project_id": answer.project_id,
        "job_id": answer.job_id,
        "reply": answer.reply,
        "changes": list(answer.changes),
        "timeline": answer.timeline,
        "actions": actions(answer.actions),
        "credits": {"spent": plain(answer.credits.spent), **money(answer.credits.balance)},
        **file(answer.file),
        "open_in_browser": answer.open_in_browser,
    }


def uploads(answer: "Uploads") -> Fields:
    names = ("name", "kind", "source", "bytes", "width", "height", "reused", "note")
    media = [{**{name: getattr(item, name) for name in names}, "seconds": plain(item.seconds)} for item in answer.media]
    return {"project_id": answer.project_id, "media": media}


def balance(answer: "Balance") -> Fields:
    told = {name: getattr(answer, name) for name in ("account", "expires_at", "top_up_url")}
    return {**money(answer.credits), **told}


def tracks(timeline: "Timeline") -> list[Fields]:
    """One row a track, from its first clip's start to its last clip's end; -1 where the service did not say."""
    return [{"number": number, **row(track)} for number, track in enumerate(timeline.tracks, 1)]


def row(track: "Track") -> Fields:
    names = list(filter(None, map(label, track.clips)))
    starts = [clip.start_ms for clip in track.clips if clip.start_ms is not None]
    ends = [clip.end_ms for clip in track.clips if clip.end_ms is not None]
    volumes = [clip.volume for clip in track.clips if clip.volume is not None]
    return {
        "type": track.kind,
        "name": ", ".join(names) if len(names) <= MOST_NAMES else f"{len(track.clips)} clips",
        "start_ms": min(starts, default=UNKNOWN),
        "end_ms": max(ends, default=UNKNOWN),
        "volume": volumes[0] if volumes else UNKNOWN,
    }


def label(clip: "Clip") -> str:
    return clip.text or clip.name


def job(view: "JobView") -> Fields:
    names = ("job_id", "project_id", "kind", "status", "started_at", "note")
    return {
        **{name: getattr(view, name) for name in names},
        "progress": plain(view.progress),
        **file(view.file),
    }


def overview(answer: "Overview") -> Fields:
    return {
        "status": answer.status,
        "timeline": answer.timeline,
        "tracks": tracks(answer.view),
        "jobs": [job(view) for view in answer.jobs],
        "projects": [
            {"project_id": p.project_id, "title": p.title, "updated_at": p.updated_at, "timeline": p.timeline}
            for p in answer.projects
        ],
        "reply": answer.reply,
        "changes": list(answer.changes),
        "actions": actions(answer.actions),
    }


def export(answer: "Export") -> Fields:
    return {
        "status": answer.status,
        "project_id": answer.project_id,
        "job_id": answer.job_id,
        "render_id": answer.render_id,
        **file(answer.file),
        "open_in_browser": answer.open_in_browser,
    }
