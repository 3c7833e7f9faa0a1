"""What travels between client and service. Pure; both ends use it."""

from .bodies import AnonymousToken, Credits, ProjectState, RenderStatus, Session, Uploaded
from .draft import fingerprint, read_draft, write_draft
from .envelope import decode, encode, encode_error, error_of
from .events import AgentEvent, SSEReader, encode_event
from .reply import Reply, ReplyFold, read_reply

__all__ = [
    "AgentEvent",
    "AnonymousToken",
    "Credits",
    "ProjectState",
    "RenderStatus",
    "Reply",
    "ReplyFold",
    "SSEReader",
    "Session",
    "Uploaded",
    "decode",
    "encode",
    "encode_error",
    "encode_event",
    "error_of",
    "fingerprint",
    "read_draft",
    "read_reply",
    "write_draft",
]
