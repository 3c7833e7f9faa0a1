"""The shapes that travel: paths, request bodies as sent (strictly), answers as read (tolerantly). Pure."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from ..errors import BadArgument, Unintelligible
from ..timeline import Media, Timeline
from .assets import SIZE, address, media_in
from .draft import fingerprint, read_draft
from .envelope import plain
from .guess import first, layers, mapping, number, parsed, pick, positive, words

ANONYMOUS_TOKEN = "/api/auth/anonymous-token"  # noqa: S105 a path, not a secret
CLAIM_TOKEN = "/api/auth/claim-token"  # noqa: S105 a path, not a secret
SESSION = "/api/tasks/me/with-session/nemo_agent"
RUN_SSE = "/run_sse"
CREDITS = "/api/credits/balance/simple"
RENDER = "/api/render/proxy/lambda"
CLIENT_ID = "X-Client-Id"
SKILL_SOURCE = "X-Skill-Source"
SKILL_VERSION = "X-Skill-Version"
SKILL_PLATFORM = "X-Skill-Platform"
APP = "nemo_agent"
USER = "me"


@dataclass(frozen=True, slots=True)
class AnonymousToken:
    """`expires_at` is ISO 8601 as the service wrote it, or empty."""

    token: str = field(repr=False)
    user_id: str = ""
    expires_at: str = ""
    credits: float = -1


@dataclass(frozen=True, slots=True)
class Session:
    """One project at the service. `user_id` is the bind id, or empty."""

    session_id: str
    task_id: str = ""
    user_id: str = ""


@dataclass(frozen=True, slots=True)
class Credits:
    """-1 where unknown."""

    available: float = -1
    frozen: float = -1
    total: float = -1


@dataclass(frozen=True, slots=True)
class ProjectState:
    """What `state/.../latest` told. `draft` is opaque and goes back to the renderer unchanged.

    `contact_sheet` is where a service that draws one keeps a JPEG of all scenes, else empty.
    """

    draft: Any = None
    timeline: Timeline = field(default_factory=Timeline)
    media: tuple[Media, ...] = ()
    canvas: Mapping[str, Any] = field(default_factory=dict)
    title: str = ""
    task_id: str = ""
    user_id: str = ""
    fingerprint: str = ""
    contact_sheet: str = ""

    @property
    def ready(self) -> bool:
        """True when at least one track holds a clip, so that an export makes sense."""
        return any(track.clips for track in self.timeline.tracks) or (
            isinstance(self.draft, str) and self.draft.lstrip().startswith("<draft")
        )


@dataclass(frozen=True, slots=True)
class Uploaded:
    """What an upload told; an empty `media` is still a success, to be confirmed by state."""

    media: tuple[Media, ...] = ()
    applied: bool = False


@dataclass(frozen=True, slots=True)
class RenderStatus:
    """`status` is pending, processing, completed or failed; `progress` 0-100, -1 where unknown."""

    render_id: str
    status: str = "pending"
    progress: float = -1
    url: str = ""
    error: str = ""
    seconds: float = 0
    bytes: int = 0


def upload_path(session_id: str) -> str:
    return f"/api/upload-video/{APP}/{USER}/{quote(session_id, safe='')}"


def state_path(session_id: str) -> str:
    return f"/api/state/{APP}/{USER}/{quote(session_id, safe='')}/latest"


def render_path(render_id: str) -> str:
    return f"{RENDER}/{quote(render_id, safe='')}"


def download_path(render_id: str) -> str:
    return f"/api/render/proxy/{quote(render_id, safe='')}/download"


def to_bytes(body: Mapping[str, Any]) -> bytes:
    """A request body as JSON in plain ASCII, so that no character, not even half of one, is lost or refused."""
    return json.dumps(body, separators=(",", ":")).encode("ascii")


def session_body(language: str = "") -> dict[str, Any]:
    return {"task_name": "project"} | ({"language": language} if language else {})


def run_body(session_id: str, text: str) -> dict[str, Any]:
    """Raises BadArgument on an empty text: the service would run and charge for nothing."""
    if not text.strip():
        raise BadArgument("The message is empty.", hint="Say what the video should show.")
    message = {"parts": [{"text": text}]}
    return {"app_name": APP, "user_id": USER, "session_id": session_id, "new_message": message}


def claim_body(task_id: str, session_id: str) -> dict[str, Any]:
    return {"task_id": task_id, "session_id": session_id}


def urls_body(urls: Sequence[str]) -> dict[str, Any]:
    return {"urls": list(urls), "source_type": "url"}


def render_body(
    render_id: str, session_id: str, draft: object, fmt: str = "mp4", resolution: str = ""
) -> dict[str, Any]:
    """The draft goes as it came; one that came as a JSON string goes as the object it is."""
    output = {"format": fmt, "quality": "high"} | ({"resolution": resolution} if resolution else {})
    return {"id": render_id, "sessionId": session_id, "draft": parsed(draft), "output": output}


def read_token(payload: object) -> AnonymousToken:
    """Raises Unintelligible where there is no token."""
    token = first(payload, "token", "access_token", "accessToken")
    if not token:
        raise Unintelligible("The video service gave no token.")
    return AnonymousToken(
        token=token,
        user_id=_bind_id(payload),
        expires_at=first(payload, "expires_at", "expiresAt"),
        credits=_amount(payload, "credits"),
    )


def read_session(payload: object) -> Session:
    """Raises Unintelligible where there is no session id. Ids are strings, also those that come as numbers."""
    session_id = first(payload, "session_id", "sessionId", "id")
    if not session_id:
        raise Unintelligible("The video service opened no session.")
    return Session(session_id, task_id=first(payload, *_TASK_ID), user_id=_bind_id(payload))


def read_credits(payload: object) -> Credits:
    """A missing figure is -1, unless it follows from the others; a negative one is 0."""
    available = _amount(payload, "available", "balance", "remaining", "credits")
    frozen = _amount(payload, "frozen", "reserved")
    total = _amount(payload, "total")
    if total < 0 <= available:
        total = available + max(frozen, 0)
    elif available < 0 <= total:
        available = max(total - max(frozen, 0), 0)
    return Credits(available, frozen, total)


def read_claim(payload: object) -> str:
    """The claim token, or ""."""
    return first(payload, "claim_token", "claimToken")


def read_uploaded(payload: object) -> Uploaded:
    """Durations come in seconds here. An empty list is no failure."""
    found: list[Any] = [payload] if isinstance(payload, list) else []
    for layer in layers(payload):
        found += [layer[key] for key in ("files", "uploaded_files", "uploadedFiles", "file", "data") if layer.get(key)]
    listed = next((media for value in found if (media := media_in(value, in_seconds=True))), [])
    applied = any(layer.get("session_state_applied") is True for layer in layers(payload))
    return Uploaded(tuple(listed or media_in(payload, in_seconds=True)[:1]), applied)


def read_state(payload: object) -> ProjectState:
    """Tolerates every nesting seen; a fresh session without a draft is an empty state, no error."""
    bags = list(_bags(payload))
    draft = parsed(_in_bags(bags, "draft", "timeline_draft"))
    infos, generated = _in_bags(bags, "video_infos"), _in_bags(bags, "generated_media")
    files = [value for bag in bags for key, value in bag.items() if key.startswith("files:")]
    canvas = mapping(_in_bags(bags, "canvas_config"))
    timeline = read_draft(draft)
    task_name = first(payload, "task_name", "title")
    media: dict[str, Media] = {}
    for item in media_in([infos, generated, files]):
        media.setdefault(item.source.partition("?")[0] or item.name, item)
    return ProjectState(
        draft=draft,
        timeline=timeline,
        media=tuple(media.values()),
        canvas=canvas,
        title=timeline.title or ("" if task_name == "project" else task_name),
        task_id=first(payload, *_TASK_ID),
        user_id=_bind_id(payload),
        fingerprint=fingerprint(draft, infos, generated, canvas),
        contact_sheet=address(_in_bags(bags, "contact_sheet", "contactSheet")) or "",
    )


def read_render(payload: object, fallback_id: str = "") -> RenderStatus:
    """`completed` may come without a URL yet; an answer that tells no status is pending."""
    inside = list(layers(payload))
    told = [mapping(layer.get("output")) for layer in inside] + inside
    status = _render_status(inside)
    url = next((url for layer in told if (url := pick(layer, _RENDER_URL, address))), "")
    error = next((said for layer in reversed(inside) if (said := pick(layer, _FAILURE, words))), "")
    if not status:
        status = "completed" if url else "pending"
    progress = next((p for layer in reversed(inside) if (p := _percent(layer.get("progress"))) is not None), -1)
    return RenderStatus(
        render_id=first(payload, "id", "render_id", "renderId", *_TASK_ID) or fallback_id,
        status=status,
        progress=100 if status == "completed" else progress,
        url=url,
        error=plain(error) if status == "failed" else "",
        seconds=next((n for layer in told if (n := positive(layer.get("duration")))), 0),
        bytes=int(next((n for layer in told if (n := pick(layer, SIZE, positive))), 0)),
    )


_TASK_ID = ("task_id", "taskId")
_RENDER_URL = ("outputUrl", "output_url", "download_url", "downloadUrl", "url", "output")
_FAILURE = ("error.message", "error", "reason", "message")
_STATUS = ("status", "state", "render_status", "renderStatus")
_STATUSES = {
    **dict.fromkeys(["pending", "queued", "waiting", "submitted", "created"], "pending"),
    **dict.fromkeys(["processing", "rendering", "running", "in_progress", "progress"], "processing"),
    **dict.fromkeys(["completed", "complete", "done", "success", "succeeded", "finished"], "completed"),
    **dict.fromkeys(["failed", "failure", "error", "cancelled", "canceled", "timeout", "timed_out"], "failed"),
}


def _bind_id(payload: object) -> str:
    user_id = first(payload, "user_id", "userId", "bind_id", "bindId")
    return "" if user_id == USER else user_id


def _render_status(inside: Sequence[Mapping[str, Any]]) -> str:
    """The innermost word counts: an outer "success" may only say that the question was answered."""
    said = [(layer, word) for layer in inside if (word := pick(layer, _STATUS, words))]
    for layer, word in reversed(said):
        status = _STATUSES.get(word.strip().lower().replace(" ", "_").replace("-", "_"), "processing")
        if not (status == "completed" and isinstance(layer.get("data"), Mapping)):
            return status
    if any(layer.get("error") for layer in inside):
        return "failed"
    return ""


def _percent(value: object) -> float | None:
    """0-100, from that or from a fraction between 0 and 1."""
    figure = number(value.strip().removesuffix("%")) if isinstance(value, str) else number(value)
    if figure is None:
        return None
    return min(max(figure * 100 if 0 < figure < 1 else figure, 0), 100)


def _amount(payload: object, *keys: str) -> float:
    figure = next((n for layer in layers(payload) if (n := pick(layer, keys, number)) is not None), -1)
    return figure if figure == -1 or figure >= 0 else 0


def _bags(payload: object) -> Iterator[dict[str, Any]]:
    """Where state may lie, nearest first: data.state, data, state, body; prefixes of keys taken off."""
    body = mapping(payload)
    data = mapping(body.get("data"))
    for bag in (data.get("state"), data, body.get("state"), body, data.get("project"), body.get("project")):
        keys = mapping(parsed(bag))
        yield {str(key).partition(":")[2]: keys[key] for key in keys if str(key).startswith(_PREFIXES)} | {
            str(key): keys[key] for key in keys if not str(key).startswith(_PREFIXES)
        }


_PREFIXES = ("user:", "app:", "temp:")


def _in_bags(bags: Iterable[Mapping[str, Any]], *keys: str) -> object:
    found = [bag[key] for bag in bags for key in keys if bag.get(key) is not None]
    return next(filter(None, found), found[0] if found else None)
