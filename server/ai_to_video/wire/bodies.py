"""The shapes that travel: paths, request bodies as sent (strictly), answers as read (tolerantly). Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..timeline import Media, Timeline


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
    """What `state/.../latest` told. `draft` is opaque and goes back to the renderer unchanged."""

    draft: Any = None
    timeline: Timeline = field(default_factory=Timeline)
    media: tuple[Media, ...] = ()
    canvas: Mapping[str, Any] = field(default_factory=dict)
    title: str = ""
    task_id: str = ""
    user_id: str = ""
    fingerprint: str = ""

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
